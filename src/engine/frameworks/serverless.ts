/**
 * Functions that a platform calls for each request: AWS Lambda behind an HTTP address, Cloudflare Workers, Firebase, Supabase
 * and Deno, Netlify. What the platform checks before (an authorizer, `verify_jwt`) stands in other files, so a finding is
 * never more than a warning.
 */
import type { Node } from '../../model/tree.ts';
import type { Framework, Guarding, Route } from '../route.ts';
import { lastName } from '../route-body.ts';
import type { Tree } from '../tree.ts';
import { wrapped } from './exported-route.ts';
import { exportsOf } from './javascript-exports.ts';
import { JavascriptGuards, knowsUsers, methodCalls, propertyOf } from './javascript-guards.ts';

export const serverless: Framework = {
  routes(tree, isGuard) {
    const guards = new JavascriptGuards(tree, isGuard);
    return [...lambda(tree, guards), ...worker(tree, guards), ...firebase(tree, guards), ...served(tree, guards)].sort(
      (a, b) => a.start - b.start,
    );
  },
  knowsUsers,
};

/** A handler of an HTTP event: it reads a body or a path, or answers with a status. */
function lambda(tree: Tree, guards: JavascriptGuards): Route[] {
  if (
    !/\bevent\.(?:body|pathParameters|queryStringParameters|httpMethod|requestContext|rawPath)\b|APIGatewayProxy\w+|LambdaFunctionURL\w+/.test(
      tree.source,
    )
  )
    return [];
  return exportsOf(tree).flatMap((one): Route[] => {
    if (one.name === 'default') return [];
    const { handler, wrappers } = guards.handlerOf(one.value);
    if (handler?.kind !== 'func') return [];
    const [event] = handler.params;
    const name = event?.kind === 'param' ? lastName(event.target) : '';
    if (!/^_?(?:event|evt|e)$/.test(name) && one.name !== 'handler') return [];
    const text = tree.source.slice(handler.start, handler.end);
    // An authorizer has spoken, or the message comes from a queue.
    const own = /\bauthorizer\b|event\.Records\b|identity\b/.test(text) ? 'guard' : wrapped(wrappers, guards);
    return [route(tree, one.name, one.start, one.end, handler, own)];
  });
}

/** `export default { async fetch(request, env) { … } }`. */
function worker(tree: Tree, guards: JavascriptGuards): Route[] {
  if (!/\bfetch\b/.test(tree.source)) return [];
  return exportsOf(tree).flatMap((one): Route[] => {
    const fetch = one.name === 'default' ? propertyOf(one.value, 'fetch') : null;
    if (!fetch) return [];
    const { handler, wrappers } = guards.handlerOf(fetch);
    return handler?.kind === 'func'
      ? [
          route(
            tree,
            'fetch',
            fetch.start,
            fetch.kind === 'func' ? (fetch.name?.end ?? fetch.start + 5) : fetch.end,
            handler,
            wrapped(wrappers, guards),
            /cf-access|jwtVerify/i,
          ),
        ]
      : [];
  });
}

/** `onRequest(handler)`, `onCall(handler)`. */
function firebase(tree: Tree, guards: JavascriptGuards): Route[] {
  if (!/['"]firebase-functions/.test(tree.source)) return [];
  const found: Route[] = [];
  for (const word of ['onRequest', 'onCall'])
    for (const offset of tree.index.offsets({ word, levels: 2, role: 'any' })) {
      const name = tree.index.nodeAt(offset);
      const callee = name.parent?.kind === 'member' && name.parent.property === name ? name.parent : name;
      const call = callee.parent;
      if (call?.kind !== 'call' || call.callee !== callee) continue;
      const given = call.args.at(-1);
      const { handler, wrappers } = given ? guards.handlerOf(given) : { handler: null, wrappers: [] };
      if (!handler) continue;
      const named =
        call.parent?.kind === 'vardef'
          ? lastName(call.parent.target)
          : call.parent?.kind === 'assign'
            ? lastName(call.parent.target)
            : '';
      const invoker = /invoker\s*:\s*['"]private['"]/.test(tree.source.slice(call.start, call.end));
      found.push(
        route(
          tree,
          named,
          callee.start,
          callee.end,
          handler,
          invoker ? 'guard' : wrapped(wrappers, guards),
          word === 'onCall' ? /\b(?:request|context|req|ctx)\.auth\b|\bauth\b/ : undefined,
        ),
      );
    }
  return found;
}

/** `Deno.serve(handler)`, `serve(handler)` of Deno's standard library. */
function served(tree: Tree, guards: JavascriptGuards): Route[] {
  const found: Route[] = [];
  const calls: Node[] = [...methodCalls(tree, ['serve'])].filter((call) => lastName(call.callee.object) === 'Deno');
  if (/deno\.land\/std[^'"]*\/http\/server/.test(tree.source))
    for (const offset of tree.index.offsets({ word: 'serve', levels: 1, role: 'callee' })) {
      const call = tree.index.nodeAt(offset).parent;
      if (call?.kind === 'call' && call.callee.kind === 'name') calls.push(call);
    }
  for (const call of calls) {
    if (call.kind !== 'call') continue;
    const given = call.args.findLast(({ kind }) => kind === 'func' || kind === 'name' || kind === 'call');
    const { handler, wrappers } = given ? guards.handlerOf(given) : { handler: null, wrappers: [] };
    if (handler) found.push(route(tree, '', call.callee.start, call.callee.end, handler, wrapped(wrappers, guards)));
  }
  return found;
}

function route(tree: Tree, name: string, start: number, end: number, handler: Node, own: Guarding, proof?: RegExp): Route {
  const guarded = proof?.test(tree.source.slice(handler.start, handler.end)) ? 'guard' : own;
  return { method: 'all', path: null, start, end, name, handler, own: guarded, before: [], owner: tree.program, open: false };
}
