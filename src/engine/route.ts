/**
 * Routes of web frameworks: what a file declares, what stands in front of each handler, and which of them a rule is about.
 * Only this file's text is known. A router that another file may mount behind a guard is therefore reported with low
 * confidence, unless its own routes show that guards are put on each of them.
 */
import { type Confidence, confidences } from '../model/finding.ts';
import type { FrameworkName, RouteSpec } from '../model/rule.ts';
import type { Node } from '../model/tree.ts';
import { frameworkNeeds } from '../rules/framework-needs.ts';
import { indexText } from './filter.ts';
import { frameworks } from './frameworks/table.ts';
import type { Range } from './matches.ts';
import { unscopedLookup } from './ownership.ts';
import { mountOf, type Project, projectOf, type ReadBeside } from './project.ts';
import { isPublicName, isPublicPath, isSigningIn } from './public-route.ts';
import { type BodyFacts, factsOf } from './route-body.ts';
import { asksForRole } from './route-role.ts';
import type { Tree } from './tree.ts';

export interface Route {
  /** In small letters; `all` for every one. */
  method: string;
  /** With the prefixes that this file shows; null when it is not a literal. */
  path: string | null;
  /** From the beginning of the declaration to the end of the path. */
  start: number;
  end: number;
  /** The name that the handler goes by; `''` when it has none. */
  name: string;
  /** Null when another file defines it. */
  handler: Node | null;
  /** What this route itself puts in front of the handler. */
  own: Guarding;
  /** What comes before, once for each way to the route that this file shows. */
  before: Guarding[];
  /** All that stands in front on any way, guard or not; left out where it is not known. */
  front?: readonly Node[];
  /** A guard that covers it is put in place behind it, where it no longer runs before. */
  late?: boolean;
  /** The app or router. */
  owner: unknown;
  /** Another file may mount the router, and put guards in front. */
  open: boolean;
  /** The declaration itself says that anyone is let in, or puts a guard where it does nothing. */
  explicit?: boolean;
  /** Names of the guards, as far as they have any: `requireRole`, `IsAdminUser`. */
  guardText?: string;
}

/** `maybe`: something stands there that may be a guard. */
export type Guarding = 'guard' | 'maybe' | 'none';

/** One file in `frameworks/` and one line in its table. */
export interface Framework {
  /** Routes outside of `within` may be left out. */
  routes(tree: Tree, isGuardName: (name: string) => boolean, within: readonly Range[] | null): Route[];
  /** Whether the file shows that the project signs its users in. */
  knowsUsers(tree: Tree): boolean;
  /** Whether another file of the project may turn callers of this route away before it is reached. */
  guardedAbove?(route: Route, project: Project): Guarding;
}

export interface RouteMatch {
  start: number;
  end: number;
  /** No higher than the rule's. */
  confidence: Confidence;
  captures: Record<string, string>;
}

export async function findRoutes(
  tree: Tree,
  spec: RouteSpec,
  confidence: Confidence,
  readBeside?: ReadBeside,
  /** Where routes are wanted; null for everywhere. */
  within: readonly Range[] | null = null,
): Promise<RouteMatch[]> {
  const project = projectOf(tree.path, readBeside ?? null);
  const found: RouteMatch[] = [];
  const text = indexText(tree.source);
  for (const name of spec.frameworks) {
    const { languages, load } = frameworks[name];
    if (languages.includes(tree.language) && text.has(frameworkNeeds[name]))
      found.push(...routesOf(name, await load(), tree, spec, confidence, project, within));
  }
  return found;
}

function routesOf(
  name: FrameworkName,
  framework: Framework,
  tree: Tree,
  spec: RouteSpec,
  confidence: Confidence,
  project: Project,
  within: readonly Range[] | null,
): RouteMatch[] {
  const guards = spec.guards === undefined ? null : new RegExp(spec.guards);
  const open = spec.public === undefined ? null : new RegExp(spec.public);
  const paths = spec.path === undefined ? null : new RegExp(spec.path);
  const names = spec.name === undefined ? null : new RegExp(spec.name);
  const declaredIn = (ranges: readonly Range[] | null): Route[] => {
    const key = `routes ${name} ${spec.guards ?? ''} ${ranges !== null}`;
    const { results } = tree.index;
    let routes = results.get(key) as Route[] | undefined;
    if (!routes) results.set(key, (routes = framework.routes(tree, (guard) => guards?.test(guard) ?? false, ranges)));
    return routes;
  };
  return declaredIn(within).flatMap((declared) => {
    if (within && !within.some(({ start, end }) => start <= declared.start && declared.start < end)) return [];
    let route = declared;
    if (spec.mutating && !mutating.has(route.method)) return [];
    if (paths && (route.path === null || !paths.test(route.path))) return [];
    if (names && !names.test(route.name)) return [];
    // Asked first: most routes are, and what a handler does takes long to read.
    if (spec.unguarded && isGuarded(route)) return [];
    if (route.handler && mounting.has(name) && isTransport(route.handler, tree)) return [];
    const facts = route.handler && factsOf(route.handler, tree);
    if (spec.touchesData && facts && !facts.touchesData && !facts.handsOver) return [];
    if (spec.late && !route.late) return [];
    let sure = confidence;
    if (spec.unguarded || spec.withoutRole) {
      if (route.path !== null && open?.test(route.path)) return [];
      if (isPublicPath(route.path ?? '', route.name) || (route.path === null && isPublicName(route.name))) return [];
      if (route.handler && isSigningIn(tree.source.slice(route.handler.start, route.handler.end))) return [];
    }
    if (spec.unguarded) {
      // A handler that reads who is asking relies on what runs before it, which the file that mounts the router says.
      if (facts?.guarded || (facts?.readsIdentity && route.open)) return [];
      if (route.open && mounting.has(name)) {
        const mount = mountOf(tree.path, project);
        if (mount?.guarded) return [];
        if (mount) route = { ...route, open: false };
      }
      const above = framework.guardedAbove?.(route, project) ?? 'none';
      if (above === 'guard') return [];
      if (above === 'maybe' || !isSure(route, facts, declaredIn(null), framework, tree, project)) {
        if (facts && !facts.acts && !route.explicit) return [];
        if (spec.evident && !(facts && isGrave(route) && !asksElsewhere(route, declaredIn(null), tree))) return [];
        sure = 'low';
      }
    }
    if (spec.withoutRole) {
      if (!isGuarded(route) && !facts?.guarded) return [];
      const rest = [...(route.front ?? []), ...(route.handler ? [route.handler] : [])];
      if (rest.some((node) => asksForRole(node, tree))) return [];
      if (route.open || route.handler === null) sure = 'low';
    }
    const captures = {
      $METHOD: route.method === 'all' ? 'any method' : route.method.toUpperCase(),
      $PATH: route.path ?? 'a computed path',
      $HANDLER: route.name,
    };
    if (spec.unscoped) {
      const lookup =
        facts && asksWho(route, facts, framework, tree) ? unscopedLookup(route.handler!, route.path, route.method, tree) : null;
      if (!lookup) return [];
      const { start, end, model } = lookup;
      return [{ start, end, confidence: lower(lookup.sure, confidence), captures: { ...captures, $MODEL: model } }];
    }
    return [{ start: route.start, end: route.end, confidence: lower(sure, confidence), captures }];
  });
}

/** Frameworks whose routers other files put in place. */
const mounting: ReadonlySet<FrameworkName> = new Set(['express', 'fastify', 'hono', 'koa']);

/** Hands requests to an MCP server, which is looked at as such. */
const isTransport = ({ start, end }: Node, { source }: Tree): boolean =>
  /modelcontextprotocol/.test(source) && /\.(?:handleRequest|handlePostMessage)\(/.test(source.slice(start, end));

const mutating: ReadonlySet<string> = new Set([
  'post',
  'put',
  'patch',
  'delete',
  'del',
  'all',
  'mutation',
  'action',
  'message',
  'tool',
]);

/** What is hardly ever open to everyone: something is deleted, or the path says that it is for administrators. */
const isGrave = ({ method, path }: Route): boolean => method === 'delete' || /\badmin\b/i.test(path ?? '');

/** Others of the same controller or file read who is asking, so that something in front of them all has found out. */
const asksElsewhere = (route: Route, routes: readonly Route[], tree: Tree): boolean =>
  routes.some(({ owner, handler }) => {
    if (owner !== route.owner || !handler) return false;
    return factsOf(handler, tree).readsIdentity || callers.test(tree.source.slice(handler.start, handler.end));
  });

/** Types of parameters that a framework fills with who is asking. */
const callers = /\b(?:Principal|Authentication|AuthenticationPrincipal|UserDetails|SecurityContextHolder|OidcUser|Jwt)\b/;

const isGuarded = (route: Route): boolean =>
  route.own === 'guard' || (route.before.length > 0 && route.before.every((way) => way === 'guard'));

/** Whether this file alone shows that the route ought to be guarded. */
function isSure(
  route: Route,
  facts: ReturnType<typeof factsOf> | null,
  routes: readonly Route[],
  framework: Framework,
  tree: Tree,
  project: Project,
): boolean {
  if (route.explicit) return facts === null || facts.touchesData || namesOne(route);
  if (route.own === 'maybe' || route.before.some((way) => way !== 'none')) return false;
  // Who reads who is asking, or only computes, may do so for anyone.
  if (facts && (facts.readsIdentity || !(facts.touchesData || namesOne(route)))) return false;
  const siblings = routes.some((other) => other.owner === route.owner && other.own === 'guard');
  if (siblings) return true;
  return (
    !route.open &&
    facts !== null &&
    (framework.knowsUsers(tree) ||
      project.signsIn() === true ||
      routes.some(
        (other) =>
          other !== route && other.handler && !isPublicPath(other.path ?? '', other.name) && factsOf(other.handler, tree).guarded,
      ) ||
      routes.some((other) => other.own === 'guard' || other.before.includes('guard')))
  );
}

/** Whether callers must sign in for the route, and none needs more than that. */
function asksWho(route: Route, facts: BodyFacts, framework: Framework, tree: Tree): boolean {
  const { handler } = route;
  let within = handler;
  while (within && within.start > route.start) within = within.parent;
  const line = tree.source.indexOf('\n', route.end);
  const heading = tree.source.slice(
    route.start,
    within?.start === route.start && handler ? handler.start : line < 0 ? undefined : line,
  );
  const decorators =
    handler?.kind === 'func' ? handler.decorators.map((node) => tree.source.slice(node.start, node.end)).join(' ') : '';
  const injected =
    handler?.kind === 'func' ? handler.params.map((node) => tree.source.slice(node.start, node.end)).filter(dependency) : [];
  if (privileged.test(`${heading} ${decorators} ${injected.join(' ')} ${route.guardText ?? ''} ${route.path ?? ''}`))
    return false;
  if (facts.readsIdentity || route.own === 'guard') return true;
  return route.before.includes('guard') && (route.path !== null || framework.knowsUsers(tree));
}

/** A parameter that the framework fills from a function, as `admin: User = Depends(require_admin)`. */
const dependency = (text: string): boolean => /\b(?:Depends|Security)\(/.test(text);

/** What a guard asks for beyond a signed-in caller. */
const privileged =
  /admin|role|permi|owner|manager|staff|superuser|polic|\bacl\b|\bcan\b|abilit|authorit|internal|scope|access|tenant|\bAuthorize\(|load_and_authorize|authentication\.|principal\./i;

/** Changes the one thing that its path names. */
const namesOne = ({ method, path }: Route): boolean => method !== 'post' && path !== null && /[:{<]/.test(path);

const lower = (a: Confidence, b: Confidence): Confidence => (confidences.indexOf(a) > confidences.indexOf(b) ? a : b);
