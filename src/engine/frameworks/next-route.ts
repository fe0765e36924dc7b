/**
 * Next.js: exported methods of `route.ts` below `app`, and the default export of files below `pages/api`. Layouts and pages protect
 * neither; the middleware does only for the paths that it names. https://nextjs.org/docs/app/guides/authentication
 */

import { walk } from '../locate.ts';
import type { Project } from '../project.ts';
import type { Framework, Route } from '../route.ts';
import type { Tree } from '../tree.ts';
import { exportedRoute } from './exported-route.ts';
import { exportsOf, importsFrom } from './javascript-exports.ts';
import { JavascriptGuards, knowsUsers } from './javascript-guards.ts';

const methods: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

export const nextRoute: Framework = {
  routes(tree, isGuard) {
    // One handler for a whole API, whose procedures are looked at one by one, and types.
    if (adapters.test(tree.source) || /\.d\.[cm]?ts$/.test(tree.path)) return [];
    const guards = new JavascriptGuards(tree, isGuard);
    if (isPagesApi(tree)) return exportsOf(tree).flatMap((one) => (one.name === 'default' ? pagesRoute(one, tree, guards) : []));
    if (!isRouteFile(tree)) return [];
    const path = appPath(tree.path);
    return exportsOf(tree).flatMap((one) =>
      methods.has(one.name) ? exportedRoute(one, one.name.toLowerCase(), path, guards, tree.program) : [],
    );
  },
  knowsUsers,
  guardedAbove: (route, project) => (middlewareGuards(route, project) ? 'maybe' : 'none'),
};

const isRouteFile = (tree: Tree): boolean =>
  /(?:^|\/)app\/(?:.*\/)?route\.[cm]?[jt]sx?$/.test(tree.path) ||
  (!/(?:^|\/)\+server\.[jt]s$/.test(tree.path) &&
    (importsFrom(tree, 'next(?:/[\\w-]+)?') || /\bNext(?:Request|Response)\b/.test(tree.source)));

const isPagesApi = (tree: Tree): boolean =>
  /(?:^|\/)pages\/api\//.test(tree.path) || /\bNextApi(?:Request|Handler)\b/.test(tree.source);

const adapters =
  /\b(?:fetchRequestHandler|createNextApiHandler|createYoga|startServerAndCreateNextHandler|createMcpHandler|initializeMcpApiHandler|toNextJsHandler)\b|uploadthing\/next/;

/** The address of a route file: without groups and slots, parameters as `:name`; null when the file lies elsewhere. */
function appPath(file: string): string | null {
  const inner = /(?:^|\/)app\/(.*)\/?route\.\w+$/.exec(file)?.[1];
  if (inner === undefined) return null;
  const parts = inner.split('/').filter((part) => part !== '' && !/^\(.*\)$|^@/.test(part));
  return `/${parts.map(parameter).join('/')}`;
}

const parameter = (part: string): string => part.replace(/^\[+(?:\.\.\.)?(.*?)\]+$/, ':$1');

/** Answers every method; which of them it takes is told by comparisons with `req.method`. */
function pagesRoute(one: ReturnType<typeof exportsOf>[number], tree: Tree, guards: JavascriptGuards): Route[] {
  const inner = /(?:^|\/)pages(\/api\/.*?)(?:\/index)?\.\w+$/.exec(tree.path)?.[1];
  const path = inner === undefined ? null : inner.split('/').map(parameter).join('/');
  const route = exportedRoute(one, 'all', path, guards, tree.program);
  const { handler } = route;
  if (path === null && (handler?.kind !== 'func' || handler.params.length < 2)) return [];
  const named: string[] = [];
  if (handler)
    walk(handler, (node) => {
      if (node.kind === 'string' && methods.has(node.value)) named.push(node.value.toLowerCase());
    });
  const changing = named.find((method) => method !== 'get');
  return [{ ...route, method: changing ?? (named.length > 0 ? 'get' : 'all') }];
}

const places = ['middleware', 'proxy'].flatMap((name) =>
  ['ts', 'js', 'mjs'].flatMap((end) => [`${name}.${end}`, `src/${name}.${end}`]),
);

/** Whether the project's middleware turns callers of this path away. What it cannot be read for is taken for yes. */
function middlewareGuards(route: Route, project: Project): boolean {
  const middleware = project.find(places);
  if (!middleware) return false;
  const { text } = middleware;
  if (!/auth|session|token|clerk|login|sign-?in/i.test(text)) return false;
  const matcher = /matcher\s*:\s*(\[[^\]]*\]|['"`][^'"`]*['"`])/.exec(text)?.[1];
  if (matcher === undefined || route.path === null) return true;
  if (/\(\?!\(?api|\(\?!.*\bapi\b/.test(matcher)) return /['"`]\/\(?api/.test(matcher.replace(/\(\?!.*?\)/g, ''));
  const { path } = route;
  return [...matcher.matchAll(/['"`]([^'"`]*)['"`]/g)].some(([, pattern = '']) => {
    const fixed = pattern.replace(/[:(*].*$/, '').replace(/\/$/, '');
    return fixed === '' || path === fixed || path.startsWith(`${fixed}/`);
  });
}
