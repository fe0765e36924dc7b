/**
 * Spring's controllers, in Java and Kotlin: methods with `@PostMapping(path)` and its kin. Guards are `@PreAuthorize`, `@Secured` and
 * `@RolesAllowed` on the method or class. What the filter chain asks of a path stands in another file.
 * https://docs.spring.io/spring-security/reference/servlet/authorization/method-security.html
 */
import type { Node } from '../../model/tree.ts';
import { decoratorName, decoratorOf, namedArg } from '../decorator.ts';
import type { Framework, Guarding, Route } from '../route.ts';
import { lastName } from '../route-body.ts';
import type { Tree } from '../tree.ts';
import { actionsOf, joined, nameOf, pathOf } from './controller.ts';

const mappings = ['PostMapping', 'PutMapping', 'PatchMapping', 'DeleteMapping', 'GetMapping', 'RequestMapping'];
const guards =
  /^(?:PreAuthorize|PostAuthorize|Secured|RolesAllowed|Authenticated|RequiresPermissions|RequiresRoles|RequiresAuthentication|SaCheck\w+|PreAuthenticated|DenyAll)$/;

export const spring: Framework = {
  routes: (tree, isGuard) =>
    actionsOf(tree, mappings).map(({ func, holder, mapping, word }): Route => {
      const method = word === 'RequestMapping' ? methodOf(mapping) : word.replace('Mapping', '').toLowerCase();
      const open = decoratorOf(func.decorators, /^PermitAll$/) ?? func.decorators.find((node) => permits(tree, node)) ?? null;
      const own = open ? 'none' : strongest(func.decorators.map((node) => guarding(node, isGuard)));
      return {
        method,
        path: joined(
          pathOf(tree, decoratorOf(holder.decorators, /^RequestMapping$/), ['value', 'path']),
          pathOf(tree, mapping, ['value', 'path']),
        ),
        start: mapping.start,
        end: mapping.end,
        name: nameOf(func),
        handler: func,
        own: own === 'none' && !open ? strongest(holder.decorators.map((node) => guarding(node, isGuard))) : own,
        before: ['none'],
        owner: holder,
        open: true,
        guardText: [...func.decorators, ...holder.decorators].map((node) => tree.source.slice(node.start, node.end)).join(' '),
        ...(open && { explicit: true }),
      };
    }),
  knowsUsers: ({ source }) => /org\.springframework\.security|@PreAuthorize|@Secured/.test(source),
};

const guarding = (node: Node, isGuard: (name: string) => boolean): Guarding => {
  const name = decoratorName(node);
  if (guards.test(name) || isGuard(name)) return 'guard';
  // An annotation of the project that is named for what it asks.
  return /(?:^|[a-z])(?:Auth|Admin|Permission|Role|Login|Secured)(?!or)/.test(name) ? 'guard' : 'none';
};

const permits = (tree: Tree, node: Node): boolean =>
  decoratorName(node) === 'PreAuthorize' && /\(\s*"permitAll(?:\(\))?"\s*\)$/.test(tree.source.slice(node.start, node.end));

function methodOf(mapping: Node): string {
  const value = namedArg(mapping, 'method');
  if (!value) return 'get';
  const all = (value.kind === 'array' ? value.elements : [value]).map((item) => lastName(item).toLowerCase());
  return all.find((method) => method !== 'get' && method !== 'head') ?? 'get';
}

const strongest = (all: readonly Guarding[]): Guarding => (all.includes('guard') ? 'guard' : 'none');
