/**
 * Functions that meta frameworks answer requests with, told by the file's place and by what it imports: SvelteKit's actions
 * and `+server`, Remix's and React Router's `action`, Nitro's event handlers, Astro's endpoints and actions, TanStack's server
 * functions. None is protected by the page or layout around it.
 */
import type { Node } from '../../model/tree.ts';
import { isIdentity } from '../identity.ts';
import { walk } from '../locate.ts';
import type { Framework, Guarding, Route } from '../route.ts';
import { factsOf, lastName } from '../route-body.ts';
import type { Tree } from '../tree.ts';
import { exportedRoute, wrapped } from './exported-route.ts';
import { exportsOf, importsFrom } from './javascript-exports.ts';
import { JavascriptGuards, keyName, knowsUsers, methodCalls, propertyOf, valueOf } from './javascript-guards.ts';

const methods: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE', 'ALL']);

type Reader = (tree: Tree, guards: JavascriptGuards) => Route[];

export const metaFunctions: Framework = {
  routes(tree, isGuard) {
    const guards = new JavascriptGuards(tree, isGuard);
    return [svelte, remix, nitro, astro, tanstack]
      .flatMap((read) => read(tree, guards))
      .map((route) =>
        route.own === 'none' && route.handler && looksAtCaller(route.handler, tree) ? { ...route, own: 'guard' as const } : route,
      )
      .sort((a, b) => a.start - b.start);
  },
  knowsUsers: (tree) => knowsUsers(tree) || /\blocals\.(?:user|session|auth)\b|requireUser\w*|getUserSession/.test(tree.source),
};

/** Reads who is asking and does something about it. */
function looksAtCaller(handler: Node, tree: Tree): boolean {
  const facts = factsOf(handler, tree);
  if (!facts.readsIdentity && !readsLocals(handler)) return false;
  return facts.rejects || /\b(?:redirect|error|fail|throw|return)\b/.test(tree.source.slice(handler.start, handler.end));
}

/** `locals.user` and `locals.session`, however they are reached. */
function readsLocals(handler: Node): boolean {
  let found = false;
  walk(handler, (node) => {
    if (isIdentity(node) || (node.kind === 'member' && lastName(node.object) === 'locals')) found = true;
    if (node.kind === 'vardef' && node.value && lastName(node.value) === 'locals') found = true;
  });
  return found;
}

const svelte: Reader = (tree, guards) => {
  const isServer = /(?:^|\/)\+(?:page\.)?server\.[jt]s$/.test(tree.path);
  if (!isServer && !importsFrom(tree, '@sveltejs/kit|\\$app/server') && !/['"]\.\/\$types['"]/.test(tree.source)) return [];
  return exportsOf(tree).flatMap((one): Route[] => {
    if (methods.has(one.name)) return [exportedRoute(one, one.name.toLowerCase(), null, guards, tree.program)];
    if (one.name !== 'actions') return [];
    const object = one.value.kind === 'cast' ? one.value.value : one.value;
    if (object.kind !== 'object') return [];
    return object.props.flatMap((prop): Route[] => {
      const named = prop.kind === 'pair' ? prop.key : prop.kind === 'func' ? prop.name : null;
      const value = prop.kind === 'pair' ? prop.value : prop;
      return named
        ? [
            exportedRoute(
              { name: keyName(named), value, start: named.start, end: named.end },
              'action',
              null,
              guards,
              tree.program,
            ),
          ]
        : [];
    });
  });
};

const remix: Reader = (tree, guards) => {
  if (
    !importsFrom(tree, '@remix-run/[\\w-]+|react-router|@react-router/[\\w-]+') &&
    !/\b(?:ActionFunctionArgs|ActionArgs|ClientActionFunctionArgs)\b|\.\/\+types\//.test(tree.source)
  )
    return [];
  const hasMiddleware = /export\s+const\s+(?:unstable_)?middleware\b/.test(tree.source);
  return exportsOf(tree).flatMap((one) => {
    if (one.name !== 'action') return [];
    const route = exportedRoute(one, 'action', null, guards, tree.program);
    return [{ ...route, name: '', own: hasMiddleware && route.own === 'none' ? ('maybe' as const) : route.own }];
  });
};

const nitro: Reader = (tree, guards) => {
  const place = /(?:^|\/)server\/(?:api|routes)\/(.*?)\.\w+$/.exec(tree.path)?.[1];
  return exportsOf(tree).flatMap((one): Route[] => {
    if (one.name !== 'default' || one.value.kind !== 'call') return [];
    const word = lastName(one.value.callee);
    if (!/(?:^define\w*|^)[eE]ventHandler$|Handler$/.test(word)) return [];
    const [given] = one.value.args;
    const options = given?.kind === 'object' ? given : null;
    const value = options ? propertyOf(options, 'handler') : given;
    if (!value) return [];
    const method =
      /\.(post|put|patch|delete)$/.exec(place ?? '')?.[1] ??
      (/readBody|readValidatedBody|readMultipartFormData|readFormData/.test(tree.source) ? 'post' : 'get');
    const path =
      place === undefined
        ? null
        : `/api/${place.replace(/\.(?:get|post|put|patch|delete)$/, '').replace(/\[+(?:\.\.\.)?(.*?)\]+/g, ':$1')}`;
    const { handler } = guards.handlerOf(value);
    const known = /^(?:define)?(?:Cached|Lazy|Web)?EventHandler$/i.test(word);
    const own: Guarding = guards.named(word) || propertyOf(options, 'onRequest') ? 'guard' : known ? 'none' : 'maybe';
    return [
      { method, path, start: one.start, end: one.end, name: '', handler, own, before: [], owner: tree.program, open: false },
    ];
  });
};

const astro: Reader = (tree, guards) => {
  if (!importsFrom(tree, 'astro(?::[\\w-]+)?') && !/\bAPIRoute\b/.test(tree.source)) return [];
  const endpoints = exportsOf(tree).flatMap((one) =>
    methods.has(one.name) ? [exportedRoute(one, one.name.toLowerCase(), null, guards, tree.program)] : [],
  );
  const actions: Route[] = [];
  for (const offset of tree.index.offsets({ word: 'defineAction', levels: 1, role: 'callee' })) {
    const call = tree.index.nodeAt(offset).parent;
    const handler = call?.kind === 'call' ? propertyOf(call.args[0] ?? null, 'handler') : null;
    if (!call || !handler) continue;
    const key = call.parent?.kind === 'pair' ? call.parent.key : call.parent?.kind === 'vardef' ? call.parent.target : call;
    actions.push(
      exportedRoute(
        { name: key === call ? '' : keyName(key), value: handler, start: key.start, end: key.end },
        'action',
        null,
        guards,
        tree.program,
      ),
    );
  }
  return [...endpoints, ...actions];
};

/** `createServerFn({ method }).middleware([…]).handler(fn)`. */
const tanstack: Reader = (tree, guards) => {
  const found: Route[] = [];
  for (const call of methodCalls(tree, ['handler'])) {
    const chain = tree.source.slice(call.start, call.callee.end);
    if (!/^createServerFn\b/.test(chain)) continue;
    const [given] = call.args;
    if (!given) continue;
    const { handler, wrappers } = guards.handlerOf(given);
    let own = wrapped(wrappers, guards);
    for (let at: Node = call.callee.object; at.kind === 'call' && at.callee.kind === 'member'; at = at.callee.object)
      if (lastName(at.callee) === 'middleware')
        own = at.args.some((arg) => guards.guards(valueOf(arg, tree) ?? arg)) ? 'guard' : own === 'none' ? 'maybe' : own;
    const { parent } = call;
    const named = parent?.kind === 'vardef' ? parent.target : null;
    found.push({
      method: /method\s*:\s*['"](?:POST|PUT|PATCH|DELETE)/.test(chain) ? 'action' : 'get',
      path: null,
      start: named?.start ?? call.start,
      end: named?.end ?? call.callee.end,
      name: named ? lastName(named) : '',
      handler,
      own,
      before: [],
      owner: tree.program,
      open: false,
    });
  }
  return found;
};
