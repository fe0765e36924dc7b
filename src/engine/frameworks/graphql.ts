/**
 * GraphQL: the fields of `Mutation` in a map of resolvers, `builder.mutationField(…)` of Pothos, and `@Mutation()` methods of
 * NestJS and TypeGraphQL. https://graphql.org/learn/authorization/
 */
import type { Node } from '../../model/tree.ts';
import type { Framework, Guarding, Route } from '../route.ts';
import { factsOf, lastName } from '../route-body.ts';
import type { Tree } from '../tree.ts';
import { decoratedMethods } from './class-decorators.ts';
import { wrapped } from './exported-route.ts';
import { JavascriptGuards, keyName, methodCalls, propertyOf } from './javascript-guards.ts';

export const graphql: Framework = {
  routes(tree, isGuard) {
    const guards = new JavascriptGuards(tree, isGuard);
    // Rules for fields stand in a map or in the schema, and hold for all.
    const around: Guarding =
      /\bshield\(|@auth\b|@authenticated\b|@requiresScopes\b|@isAuthenticated\b|authDirective|composeResolvers|\bAPP_GUARD\b/.test(
        tree.source,
      )
        ? 'maybe'
        : 'none';
    return [...resolvers(tree, guards), ...pothos(tree, guards), ...methods(tree, isGuard)]
      .map((route) => ({
        ...route,
        own: route.own === 'none' ? around : route.own,
        ...(route.handler && factsOf(route.handler, tree).readsIdentity && { own: 'guard' as const }),
      }))
      .sort((a, b) => a.start - b.start);
  },
  knowsUsers: ({ source }) =>
    /\b(?:context|ctx|contextValue)\??\.(?:user|session|currentUser|userId|auth|viewer)\b|authScopes|@Authorized\b|UseGuards|UNAUTHENTICATED|AuthenticationError/.test(
      source,
    ),
};

function resolvers(tree: Tree, guards: JavascriptGuards): Route[] {
  const found: Route[] = [];
  for (const offset of tree.index.offsets({ word: 'Mutation', levels: 1, role: 'any' })) {
    const key = tree.index.nodeAt(offset);
    const map =
      key.parent?.kind === 'pair' && key.parent.key === key
        ? key.parent.value
        : key.parent?.kind === 'vardef' && key.parent.target === key
          ? key.parent.value
          : null;
    const object = map?.kind === 'cast' ? map.value : map;
    if (object?.kind !== 'object') continue;
    for (const prop of object.props) {
      const named = prop.kind === 'pair' ? prop.key : prop.kind === 'func' ? prop.name : null;
      const value = prop.kind === 'pair' ? prop.value : prop.kind === 'func' ? prop : null;
      if (!named || !value) continue;
      const { handler, wrappers } = guards.handlerOf(value.kind === 'object' ? (propertyOf(value, 'resolve') ?? value) : value);
      if (handler) found.push(field(tree, named, keyName(named), handler, wrapped(wrappers, guards)));
    }
  }
  return found;
}

function pothos(tree: Tree, guards: JavascriptGuards): Route[] {
  const found: Route[] = [];
  for (const call of methodCalls(tree, ['mutationField'])) {
    const [named, made] = call.args;
    const inner = made?.kind === 'func' && made.body ? made.body : null;
    const options = inner?.kind === 'call' ? (inner.args.find(({ kind }) => kind === 'object') ?? null) : null;
    const resolve = propertyOf(options, 'resolve');
    if (named?.kind !== 'string' || !resolve) continue;
    const { handler, wrappers } = guards.handlerOf(resolve);
    if (handler)
      found.push(
        field(tree, named, named.value, handler, propertyOf(options, 'authScopes') ? 'guard' : wrapped(wrappers, guards)),
      );
  }
  return found;
}

const methods = (tree: Tree, isGuard: (name: string) => boolean): Route[] =>
  decoratedMethods(tree, new Set(['Resolver']), new Set(['Mutation']), isGuard).map(({ owner, method, decorator, own }) => ({
    ...field(tree, decorator, method.name ? lastName(method.name) : '', method, own),
    owner,
  }));

const field = (tree: Tree, at: Node, name: string, handler: Node, own: Guarding): Route => ({
  method: 'mutation',
  path: null,
  start: at.start,
  end: at.end,
  name,
  handler,
  own,
  before: [],
  owner: tree.program,
  open: false,
});
