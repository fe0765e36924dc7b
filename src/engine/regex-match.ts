/** What the regular expressions of a rule find in a text. */
import type { Formula } from '../model/rule.ts';
import { MAX_MATCHES, type Match, type Range } from './matches.ts';
import type { Bound } from './matching/matching.ts';

/** Numbers of the groups that go by a name instead. */
function namedGroups(regex: string): ReadonlySet<number> {
  const named = new Set<number>();
  let group = 0;
  for (const [part] of regex.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?<(?![=!]))?(?!\?)/gs))
    if (part[0] === '(' && ++group && part.length > 1) named.add(group);
  return named;
}

/**
 * The ranges in `source` from `from` on that the expression matches, up to one more than `MAX_MATCHES` of those that are
 * wanted; its groups are bound as `$1`, `$2` or by their names. Offsets are those of the file in which `source` begins at `from`.
 */
export function regexMatches(
  { regex: pattern, flags }: Extract<Formula, { kind: 'regex' }>,
  source: string,
  from: number,
  isWanted: (range: Range) => boolean,
): Match[] {
  const found: Match[] = [];
  const regex = new RegExp(pattern, `${flags.replace(/[gyd]/g, '')}gd`);
  const named = namedGroups(pattern);
  for (const match of source.matchAll(regex)) {
    const { indices } = match;
    const [whole] = indices ?? [];
    // Behind the last line break is no line that could be empty.
    if (!whole || (whole[0] === whole[1] && whole[0] === source.length)) continue;
    const range = { start: from + whole[0], end: from + whole[1] };
    if (!isWanted(range)) continue;
    const bindings = new Map<string, Bound>();
    const bind = (name: string, span: [number, number] | undefined): void => {
      if (!span) return;
      const [start, end] = span;
      bindings.set(name, {
        kind: 'string',
        value: source.slice(start, end),
        start: from + start,
        end: from + end,
        parent: null,
      });
    };
    for (let group = 1; group < match.length; group++) if (!named.has(group)) bind(`$${group}`, indices?.[group]);
    for (const [name, span] of Object.entries(indices?.groups ?? {})) bind(`$${name}`, span);
    found.push({ ...range, node: null, bindings, inside: false });
    if (found.length > MAX_MATCHES) break;
  }
  return found;
}
