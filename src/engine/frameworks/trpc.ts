/**
 * tRPC: `publicProcedure.input(…).mutation(resolver)`. A procedure is guarded by what it is built on, by name or by `use`.
 * https://trpc.io/docs/server/authorization
 */
import type { Node } from '../../model/tree.ts';
import { isIdentity } from '../identity.ts';
import { walk } from '../locate.ts';
import type { Framework, Guarding, Route } from '../route.ts';
import { lastName } from '../route-body.ts';
import type { Tree } from '../tree.ts';
import { JavascriptGuards, keyName, methodCalls } from './javascript-guards.ts';

export const trpc: Framework = {
  routes(tree, isGuard) {
    const guards = new JavascriptGuards(tree, isGuard);
    const found: Route[] = [];
    for (const call of methodCalls(tree, ['mutation'])) {
      const resolver = call.args.at(-1);
      const own = ofChain(call.callee.object, tree, guards, 0);
      if (own === null || !resolver) continue;
      const { handler } = guards.handlerOf(resolver);
      const { parent } = call;
      const named = parent?.kind === 'pair' ? parent.key : parent?.kind === 'vardef' ? parent.target : null;
      found.push({
        method: 'mutation',
        path: null,
        start: named?.start ?? call.start,
        end: named?.end ?? call.callee.end,
        name: named ? keyName(named) : '',
        handler,
        own: own !== 'guard' && handler && asks(handler) ? 'guard' : own,
        before: [],
        owner: tree.program,
        open: false,
      });
    }
    return found.sort((a, b) => a.start - b.start);
  },
  knowsUsers: ({ source }) =>
    /\b(?:protected|authed|auth|admin|private|user)Procedure\b|\bctx\.(?:session|user|auth)\b|UNAUTHORIZED/.test(source),
};

/** What the procedure is built on; null when it is no procedure. */
function ofChain(node: Node, tree: Tree, guards: JavascriptGuards, depth: number): Guarding | null {
  let own: Guarding = 'none';
  let at = node;
  for (;;) {
    if (at.kind === 'call' && at.callee.kind === 'member') {
      if (lastName(at.callee) === 'use')
        own = at.args.some((arg) => guards.guards(arg) || throwsOut(arg, tree)) ? 'guard' : own === 'guard' ? own : 'maybe';
      at = at.callee.object;
    } else if (at.kind === 'member' && lastName(at) !== 'procedure') at = at.object;
    else break;
  }
  if (own === 'guard') return own;
  const name = lastName(at);
  if (!/procedure/i.test(name)) return null;
  if (
    /protect|auth|admin|private|user|secure|session|member|owner|org|team|enforce|staff|signed|tenant|workspace|company/i.test(
      name,
    )
  )
    return 'guard';
  const value = at.kind === 'name' && depth < 3 ? (tree.names.bindings(at)[0]?.value ?? null) : null;
  if (value) {
    const inner = ofChain(value, tree, guards, depth + 1);
    if (inner === 'guard' || (inner === 'maybe' && own === 'none')) own = inner;
  }
  return own === 'none' && !/^(?:public|base|open|anon\w*|guest|unauth\w*)?_?procedure$/i.test(name) ? 'maybe' : own;
}

/** Middleware that answers `UNAUTHORIZED`, however it is called. */
function throwsOut(node: Node, tree: Tree): boolean {
  const definition = node.kind === 'name' ? (tree.names.bindings(node)[0]?.value ?? tree.names.definition(node)) : node;
  return definition !== null && /UNAUTHORIZED|FORBIDDEN/.test(tree.source.slice(definition.start, definition.end));
}

/** The resolver reads who is asking. */
function asks(handler: Node): boolean {
  let found = false;
  walk(handler, (node) => {
    if (
      isIdentity(node) ||
      (node.kind === 'member' && lastName(node) === 'session' && /^ctx$|^context$/.test(lastName(node.object)))
    )
      found = true;
  });
  return found;
}
