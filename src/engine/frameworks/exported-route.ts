/** Routes that are exported functions: what wraps them stands in front. */
import type { Node } from '../../model/tree.ts';
import type { Guarding, Route } from '../route.ts';
import { lastName } from '../route-body.ts';
import type { Exported } from './javascript-exports.ts';
import type { JavascriptGuards } from './javascript-guards.ts';

/** Wrappers that let everyone through. */
const harmless =
  /(?:async|error|catch|log|trac|sentry|rate|limit|cors|valid|schema|cache|axiom|instrument|monitor|timeout|retry|json|body|parse|define|handler$|handle$|wrap$|try|api$|method)/i;

/** `handler` and what wraps it, of an exported value; `action` names the kind of method. */
export function exportedRoute(
  { name, value, start, end }: Exported,
  method: string,
  path: string | null,
  guards: JavascriptGuards,
  owner: unknown,
): Route {
  const { handler, wrappers } = guards.handlerOf(value);
  return {
    method,
    path,
    start,
    end,
    name,
    handler,
    own: wrapped(wrappers, guards),
    before: [],
    front: wrappers,
    owner,
    open: false,
  };
}

/** A wrapper that is neither known for a guard nor for something else may be one. */
export function wrapped(wrappers: readonly Node[], guards: JavascriptGuards): Guarding {
  if (guards.strongest(wrappers) === 'guard') return 'guard';
  return wrappers.some((node) => node.kind === 'call' && !harmless.test(lastName(node.callee)) && !isKnown(node, guards))
    ? 'maybe'
    : 'none';
}

/** A wrapper that this file defines was read already. */
const isKnown = (node: Node, guards: JavascriptGuards): boolean =>
  node.kind === 'call' && node.callee.kind === 'name' && guards.tree.names.definition(node.callee) !== null;
