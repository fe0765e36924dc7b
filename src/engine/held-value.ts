/** What a variable holds, where a rule asks for `symbolic_propagation`. */
import type { Node } from '../model/tree.ts';
import { isNode } from './equal.ts';
import type { Match } from './matches.ts';
import type { Bound } from './matching/matching.ts';
import { symbolicValue } from './matching/statements.ts';
import type { Searcher } from './search.ts';

/** What the variable that a metavariable stands for holds in the end, where `symbolic_propagation` is asked for. */
export function heldBy(bound: Bound, { options, tree: { names } }: Searcher): Node | null {
  if (options['symbolic_propagation'] !== true || names.wide || !isNode(bound)) return null;
  let last: Node = bound;
  for (let steps = 0; last.kind === 'name' && steps < 8; steps++) {
    const value = symbolicValue(last, names);
    if (value === null) break;
    last = value;
  }
  return last === bound ? null : last;
}

/** The match with all that its metavariables hold in the end in their place; null where that is not asked for. */
export function withValues(match: Match, searcher: Searcher): Match | null {
  if (searcher.options['symbolic_propagation'] !== true) return null;
  const bindings = new Map([...match.bindings].map(([name, bound]) => [name, heldBy(bound, searcher) ?? bound]));
  return { ...match, bindings };
}
