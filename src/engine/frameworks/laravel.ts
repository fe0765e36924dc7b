/**
 * Laravel: `Route::post(path, action)` in the files of routes, and the public methods of controllers. Guards are
 * `->middleware('auth')` behind a route, before a group, or in the array of `Route::group`.
 * https://laravel.com/docs/routing, https://laravel.com/docs/middleware
 */
import type { Node, Shape } from '../../model/tree.ts';
import type { Framework, Route } from '../route.ts';
import { lastName } from '../route-body.ts';
import type { Tree } from '../tree.ts';
import { nameOf } from './controller.ts';

const verbs: Readonly<Record<string, string>> = {
  post: 'post',
  put: 'put',
  patch: 'patch',
  delete: 'delete',
  any: 'all',
  match: 'all',
  get: 'get',
  resource: 'all',
  apiResource: 'all',
};
/** Middleware that turns callers away. */
const guarding =
  /['"](?:auth(?:[:.][\w,.-]*)?|auth\.\w+|can:[^'"]*|role:[^'"]*|permission:[^'"]*|role_or_permission:[^'"]*|admin\w*|is_?admin|jwt[\w.:]*|sanctum|verified|signed(?::\w+)?|password\.confirm|ability:[^'"]*|abilities:[^'"]*|scopes?:[^'"]*|client|\w*[aA]uth\w*|tenant|subscribed|owner\w*|[\w.]*api[._-]?key[\w.]*|[\w.]*signature[\w.]*)['"]|\b(?:Authenticate\w*|\w*(?:Auth|Admin|Signature|ApiKey|Authorize)\w*)::(?:class|using)/;

export const laravel: Framework = {
  routes: (tree) => [...declared(tree), ...actions(tree)].sort((a, b) => a.start - b.start),
  knowsUsers: ({ source }) =>
    /['"]auth(?:[:.]\w+)?['"]|Auth::\w+\(|\bauth\(\)|\$request->user\(|Authenticate\w*::class/.test(source),
};

function declared(tree: Tree): Route[] {
  if (!/\bRoute::/.test(tree.source)) return [];
  const found: Route[] = [];
  const seen = new Set<Node>();
  for (const [word, method] of Object.entries(verbs))
    for (const offset of tree.index.offsets({ word, levels: 1, role: 'property' })) {
      const member = tree.index.nodeAt(offset).parent;
      const call = member?.parent;
      if (member?.kind !== 'member' || lastName(member) !== word || call?.kind !== 'call' || call.callee !== member) continue;
      const root = rootOf(member);
      if (root !== 'Route' || seen.has(call) || call.args.length < 2) continue;
      seen.add(call);
      const at = word === 'match' ? 1 : 0;
      const pathArg = call.args[at];
      const action = call.args[at + 1];
      if (pathArg?.kind !== 'string' || !action) continue;
      const outer = groupsAround(tree, call);
      const chain = chainText(tree, call);
      const opened = /->withoutMiddleware\(\s*(?:\[[^\]]*)?['"]auth/.test(chain);
      const own = !opened && (guarding.test(middlewareIn(chain)) || outer.guarded) ? 'guard' : 'none';
      const { name, handler } = actionOf(tree, action);
      found.push({
        method: word === 'match' && /^\[?\s*['"]get['"]\s*\]?$/i.test(textOf(tree, call.args[0]!)) ? 'get' : method,
        path: `${outer.prefix}/${pathArg.value}`.replace(/\/{2,}/g, '/'),
        start: call.start,
        end: pathArg.end,
        name,
        handler,
        own,
        before: ['none'],
        owner: 'routes',
        open: true,
        guardText: `${chain} ${outer.text}`,
        ...(opened && { explicit: true }),
      });
    }
  return found;
}

/** Methods of a controller: reached by routes that other files declare, so nothing is said of what guards them. */
function actions(tree: Tree): Route[] {
  if (!/\bclass\s+\w+Controller\b/.test(tree.source)) return [];
  const found: Route[] = [];
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (node.kind === 'namespace') visit(node.body);
      if (node.kind !== 'class' || !/Controller$/.test(nameOf(node))) continue;
      for (const func of node.body) {
        if (func.kind !== 'func' || !func.body || !func.modifiers.includes('public') || nameOf(func).startsWith('__')) continue;
        found.push({
          method: /^(?:index|show|create|edit|list|get)/.test(nameOf(func)) ? 'get' : 'post',
          path: null,
          start: func.start,
          end: func.body.start,
          name: nameOf(func),
          handler: func,
          own: 'none',
          before: ['guard'],
          owner: node,
          open: true,
        });
      }
    }
  };
  visit(tree.program.kind === 'program' ? tree.program.body : []);
  return found;
}

const textOf = (tree: Tree, node: Node): string => tree.source.slice(node.start, node.end);

/** `Route` of `Route::middleware('auth')->prefix('x')->post`. */
function rootOf(member: Shape<'member'>): string {
  let at: Node = member.object;
  while (at.kind === 'call' && at.callee.kind === 'member') at = at.callee.object;
  return lastName(at);
}

/** The whole chain that a call stands in. */
function chainText(tree: Tree, call: Node): string {
  let outer: Node = call;
  while (
    (outer.parent?.kind === 'member' && outer.parent.object === outer) ||
    (outer.parent?.kind === 'call' && outer.parent.callee === outer)
  )
    outer = outer.parent;
  return textOf(tree, outer);
}

/** What the calls of `middleware` and `can` in a chain say. */
const middlewareIn = (chain: string): string =>
  (chain.match(/(?:->|::)(?:middleware|can)\((?:[^()]|\([^()]*\))*\)/g) ?? [])
    .map((text) => (/(?:->|::)can\(/.test(text) ? "'auth'" : text))
    .join(' ');

function groupsAround(tree: Tree, call: Node): { guarded: boolean; prefix: string; text: string } {
  let guarded = false;
  let prefix = '';
  let texts = '';
  for (let at: Node | null = call.parent; at; at = at.parent) {
    if (at.kind !== 'call' || at.callee.kind !== 'member' || lastName(at.callee) !== 'group') continue;
    const head = textOf(tree, at.callee);
    const [options] = at.args;
    const listed = options?.kind === 'array' ? textOf(tree, options) : '';
    texts += `${head} ${listed}`;
    guarded ||= guarding.test(middlewareIn(head)) || (/middleware/.test(listed) && guarding.test(listed));
    const own =
      /(?:->|::)prefix\(\s*['"]([^'"]*)['"]/.exec(head)?.[1] ?? /['"]prefix['"]\s*=>\s*['"]([^'"]*)['"]/.exec(listed)?.[1];
    if (own) prefix = `/${own}${prefix}`;
  }
  return { guarded, prefix, text: texts };
}

function actionOf(tree: Tree, action: Node): { name: string; handler: Node | null } {
  if (action.kind === 'func') return { name: '', handler: action };
  if (action.kind === 'string') return { name: action.value.split('@')[1] ?? '', handler: null };
  const last = action.kind === 'array' ? action.elements.at(-1) : null;
  if (last?.kind === 'string') return { name: last.value, handler: null };
  return { name: /(\w+)::class/.exec(textOf(tree, action))?.[1] ?? '', handler: null };
}
