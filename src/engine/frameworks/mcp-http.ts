/**
 * MCP servers that answer over HTTP: a route that hands requests to a transport (TypeScript SDK), `createMcpHandler`, an
 * agent's `serve` (Cloudflare), and FastMCP's `run(transport=…)` and `…_app()` (Python SDK and fastmcp).
 * https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization
 */
import type { Node, Shape } from '../../model/tree.ts';
import type { Framework, Guarding, Route } from '../route.ts';
import { factsOf, lastName } from '../route-body.ts';
import type { Tree } from '../tree.ts';
import { express } from './express.ts';
import { hono } from './hono.ts';
import { exportsOf } from './javascript-exports.ts';
import { JavascriptGuards, methodCalls, valueOf } from './javascript-guards.ts';

export const mcpHttp: Framework = {
  routes(tree, isGuard) {
    if (tree.language === 'python') return /\b(?:from|import)\s+(?:fastmcp|mcp)\b/.test(tree.source) ? python(tree) : [];
    if (
      !/['"](?:@modelcontextprotocol\/[\w./-]+|mcp-handler|@vercel\/mcp-adapter|agents\/mcp|@hono\/mcp|fastmcp)['"]/.test(
        tree.source,
      )
    )
      return [];
    return [...routed(tree, isGuard), ...plain(tree), ...made(tree, isGuard)].sort((a, b) => a.start - b.start);
  },
  knowsUsers: () => true,
};

const transports =
  /\b(?:handleRequest|handlePostMessage|StreamableHTTPServerTransport|SSEServerTransport|StreamableHTTPTransport|WebStandardStreamableHTTPServerTransport)\b/;
/** Only this machine can reach it: other users of it, and pages that rebind a name, still can. */
const loopback = /['"](?:127\.0\.0\.1|localhost|::1)['"]/;

function routed(tree: Tree, isGuard: (name: string) => boolean): Route[] {
  const seen = new Set<Node | string>();
  return [...express.routes(tree, isGuard, null), ...hono.routes(tree, isGuard, null)].flatMap((route): Route[] => {
    const { handler } = route;
    if (!handler || route.method === 'delete' || !transports.test(tree.source.slice(handler.start, handler.end))) return [];
    const guarded = route.own === 'guard' || route.before.every((way) => way === 'guard') || factsOf(handler, tree).guarded;
    // One endpoint is one finding, whatever its methods.
    const key = route.path ?? handler;
    if (guarded || seen.has(key)) return [];
    seen.add(key);
    return [
      bare(tree, route.start, route.end, route.path, route.method, route.open || loopback.test(tree.source) ? 'maybe' : 'none'),
    ];
  });
}

/** `http.createServer((req, res) => transport.handleRequest(req, res))`. */
function plain(tree: Tree): Route[] {
  const found: Route[] = [];
  for (const call of callsOf(tree, 'createServer')) {
    const handler = call.args.find(({ kind }) => kind === 'func');
    if (!handler || !transports.test(tree.source.slice(handler.start, handler.end)) || factsOf(handler, tree).guarded) continue;
    found.push(bare(tree, call.start, call.callee.end, null, 'all', loopback.test(tree.source) ? 'maybe' : 'none'));
  }
  return found;
}

/** `export { handler as POST }` of `createMcpHandler(…)`, `export default Agent.serve('/mcp')`. */
function made(tree: Tree, isGuard: (name: string) => boolean): Route[] {
  const guards = new JavascriptGuards(tree, isGuard);
  const seen = new Set<Node>();
  return exportsOf(tree).flatMap((one): Route[] => {
    const value = valueOf(one.value, tree);
    if (value?.kind !== 'call' || seen.has(value) || guards.guards(value)) return [];
    seen.add(value);
    const name = lastName(value.callee);
    const agent =
      (name === 'serve' || name === 'serveSSE' || name === 'mount') &&
      value.callee.kind === 'member' &&
      /agents\/mcp/.test(tree.source);
    if (name !== 'createMcpHandler' && name !== 'initializeMcpApiHandler' && !agent) return [];
    return [bare(tree, value.start, value.callee.end, null, 'all', 'none')];
  });
}

/** The server is made without `auth`, and served over HTTP. */
function python(tree: Tree): Route[] {
  const found: Route[] = [];
  const text = tree.source;
  const protects =
    /\b(?:BearerAuth\w*|AuthMiddleware|AuthenticationMiddleware|JWTAuth\w*|RequireAuth\w*|ApiKeyMiddleware|APIKeyMiddleware|get_access_token)\b|add_middleware\([^)]*(?:[aA]uth|[tT]oken|[kK]ey)|\bmiddleware\s*=\s*\[[^\]]*(?:[aA]uth|[tT]oken|[kK]ey)/;
  if (protects.test(text)) return found;
  const exposed = /['"]0\.0\.0\.0['"]|['"]::['"]/.test(text);
  for (const call of [
    ...methodCalls(tree, ['run', 'run_async', 'streamable_http_app', 'sse_app', 'http_app', 'run_http_async']),
  ]) {
    const { object } = call.callee;
    const value = valueOf(object, tree);
    if (value?.kind !== 'call' || lastName(value.callee) !== 'FastMCP') continue;
    const word = lastName(call.callee);
    if (word === 'run' || word === 'run_async') {
      const transport = call.args.find((arg) => arg.kind === 'named' && arg.name === 'transport') ?? call.args[0];
      const text = transport?.kind === 'named' ? transport.value : transport;
      if (text?.kind !== 'string' || !/http|sse/.test(text.value)) continue;
    }
    const guarded =
      [...value.args, ...call.args].some(
        (arg) =>
          arg.kind === 'named' &&
          /^(?:auth|token_verifier|auth_server_provider|auth_provider|middleware)$/.test(arg.name) &&
          arg.value.kind !== 'null',
      ) || /\.auth\s*=(?!=)/.test(text);
    if (!guarded) found.push(bare(tree, call.start, call.end, null, 'all', exposed ? 'none' : 'maybe'));
  }
  return found;
}

function bare(tree: Tree, start: number, end: number, path: string | null, method: string, own: Guarding): Route {
  return {
    method,
    path,
    start,
    end,
    name: '',
    handler: null,
    own,
    before: [],
    owner: tree.program,
    open: false,
    explicit: own === 'none',
  };
}

function* callsOf(tree: Tree, word: string): Generator<Shape<'call'>> {
  for (const offset of tree.index.offsets({ word, levels: 2, role: 'any' })) {
    const name = tree.index.nodeAt(offset);
    const callee = name.parent?.kind === 'member' && name.parent.property === name ? name.parent : name;
    if (callee.parent?.kind === 'call' && callee.parent.callee === callee) yield callee.parent;
  }
}
