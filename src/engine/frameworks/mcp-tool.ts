/**
 * Tools of MCP servers: `server.tool(name, …, handler)` and `server.registerTool(name, config, handler)` of the TypeScript SDK,
 * functions decorated with `@mcp.tool` in Python. https://modelcontextprotocol.io/specification/2025-06-18/server/tools
 */
import type { Node } from '../../model/tree.ts';
import type { Framework, Guarding, Route } from '../route.ts';
import { lastName } from '../route-body.ts';
import type { Tree } from '../tree.ts';
import { wrapped } from './exported-route.ts';
import { JavascriptGuards, methodCalls, propertyOf, valueOf } from './javascript-guards.ts';

export const mcpTool: Framework = {
  routes(tree, isGuard) {
    if (tree.language === 'python') return /\b(?:from|import)\s+(?:fastmcp|mcp)\b/.test(tree.source) ? python(tree) : [];
    if (!/['"](?:@modelcontextprotocol\/[\w./-]+|mcp-handler|@vercel\/mcp-adapter|agents\/mcp|fastmcp)['"]/.test(tree.source))
      return [];
    const guards = new JavascriptGuards(tree, isGuard);
    const found: Route[] = [];
    for (const call of methodCalls(tree, ['tool', 'registerTool'])) {
      const [name, ...rest] = call.args;
      const given = rest.at(-1);
      if (name?.kind !== 'string' || !given) continue;
      const { handler, wrappers } = guards.handlerOf(given);
      if (!handler) continue;
      const told = rest.some((arg) => hasAnnotations(valueOf(arg, tree)));
      found.push(tool(tree, name, name.value, handler, told ? 'guard' : wrapped(wrappers, guards)));
    }
    return found.sort((a, b) => a.start - b.start);
  },
  knowsUsers: () => true,
};

/** `{ annotations: … }`, or the annotations themselves. */
const hasAnnotations = (node: Node | null): boolean =>
  propertyOf(node, 'annotations') !== null ||
  ['readOnlyHint', 'destructiveHint', 'idempotentHint'].some((key) => propertyOf(node, key) !== null);

function python(tree: Tree): Route[] {
  const found: Route[] = [];
  for (const offset of tree.index.offsets({ word: 'tool', levels: 1, role: 'property' })) {
    const member = tree.index.nodeAt(offset).parent;
    if (member?.kind !== 'member') continue;
    const decorator = member.parent?.kind === 'call' && member.parent.callee === member ? member.parent : member;
    const func = decorator.parent;
    if (func?.kind !== 'func' || !func.decorators.includes(decorator) || !func.name) continue;
    const told = decorator.kind === 'call' && decorator.args.some((arg) => arg.kind === 'named' && arg.name === 'annotations');
    found.push(tool(tree, func.name, lastName(func.name), func, told || func.decorators.length > 1 ? 'guard' : 'none'));
  }
  return found;
}

/** The handler asks for a scope, a confirmation or leave; or keeps to trying out what it would do. */
const stronger =
  /scope|authInfo|elicit|confirm|dry_?run|audit|approv|permission|require_?(?:role|admin|auth)|get_access_token|allow_?list|is_?allowed/i;

function tool(tree: Tree, at: Node, name: string, handler: Node, own: Guarding): Route {
  const gated = own === 'guard' || stronger.test(tree.source.slice(handler.start, handler.end)) ? 'guard' : own;
  return {
    method: 'tool',
    path: null,
    start: at.start,
    end: at.end,
    name,
    handler,
    own: gated,
    before: [],
    owner: tree.program,
    open: false,
  };
}
