/** Matches as sets: meeting of two, exclusion, focus, and what their bindings have in common. */
import type { Formula, Negation } from '../model/rule.ts';
import type { Node } from '../model/tree.ts';
import { equalBound, isNode } from './equal.ts';
import { type Bindings, type Bound, isConstantOf, sameUse, writtenElsewhere } from './matching/matching.ts';
import type { Names } from './names.ts';

export interface Range {
  start: number;
  end: number;
}

export interface Match {
  start: number;
  end: number;
  /** The matched node; null for a run of statements, a regex match, or a focus on several nodes. */
  node: Node | null;
  bindings: Bindings;
  /** Came from `pattern-inside`: only says where others may be. */
  inside: boolean;
}

/** Most matches of one part; what comes after is dropped with a note. */
export const MAX_MATCHES = 10_000;

export function intersect(left: readonly Match[], right: readonly Match[], names: Names): Match[] {
  const out: Match[] = [];
  const sorted = [...right].sort((a, b) => a.start - b.start);
  // How far the matches up to here reach: nothing before can hold what ends behind it.
  const reach: number[] = [];
  for (const match of sorted) reach.push(Math.max(reach.at(-1) ?? 0, match.end));
  for (const a of left) {
    for (let at = firstFrom(sorted, a.end) - 1; at >= 0 && reach[at]! >= a.start; at--) {
      const both = inner(a, sorted[at]!, names);
      if (both) out.push(both);
      if (out.length > MAX_MATCHES) return out;
    }
  }
  return out;
}

/** Index of the first match that starts at or behind `offset`. */
function firstFrom(sorted: readonly Match[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of two matches, one within the other, the inner one with the bindings of both; null when they do not go together. */
export function inner(a: Match, b: Match, names: Names): Match | null {
  const within = a.start >= b.start && a.end <= b.end;
  const around = b.start >= a.start && b.end <= a.end;
  const keepsA = within && (!a.inside || b.inside);
  const keepsB = !keepsA && around && (!b.inside || a.inside);
  if (!keepsA && !keepsB) return null;
  // The code that the inner one bound is what a focus means.
  const bindings = keepsA ? merged(a.bindings, b.bindings, names) : merged(b.bindings, a.bindings, names);
  return bindings && { ...(keepsA ? a : b), bindings };
}

/** Whether every match of a formula of patterns binds the metavariable, to code within the match as far as it is not narrowed. */
export function binds(formula: Formula, name: string, wide: boolean): boolean {
  switch (formula.kind) {
    case 'pattern':
      return formula.pattern.trees.every(
        ({ metavariables, inTypes, inLiterals }) =>
          metavariables.includes(name) && !inTypes?.includes(name) && (wide || !inLiterals?.includes(name)),
      );
    case 'any':
      return formula.of.every((part) => binds(part, name, wide));
    case 'all':
      return formula.of.some((part) => part.kind !== 'inside' && binds(part, name, wide));
    default:
      return false;
  }
}

const metavariables = new WeakMap<Formula, ReadonlySet<string>>();

/** The metavariables that a formula's patterns name. */
export function metavariablesIn(formula: Formula): ReadonlySet<string> {
  let names = metavariables.get(formula);
  if (!names) {
    const found = new Set<string>();
    const visit = (part: Formula): void => {
      switch (part.kind) {
        case 'pattern':
          for (const variant of part.pattern.trees) for (const name of variant.metavariables) found.add(name);
          return;
        case 'regex':
          return;
        case 'inside':
          visit(part.of);
          return;
        case 'any':
          part.of.forEach(visit);
          return;
        case 'all':
          part.of.forEach(visit);
          for (const negation of part.not) visit(negation.of);
          return;
        default:
          part satisfies never;
      }
    };
    visit(formula);
    metavariables.set(formula, (names = found));
  }
  return names;
}

/** Null when a metavariable stands for different code in the two. */
export function merged(a: Bindings, b: Bindings, names: Names): Bindings | null {
  if (b.size === 0) return a;
  if (a.size === 0) return b;
  const out = new Map(a);
  for (const [name, bound] of b) {
    const other = a.get(name);
    if (other === undefined) out.set(name, bound);
    else if (!/^\$\d+$/.test(name) && !isSame(other, bound, names)) return null;
  }
  return out;
}

const isSame = (a: Bound, b: Bound, names: Names): boolean =>
  sameUse(a, b, names) && (equalBound(a, b, names) || isConstantOf(a, b, names));

export function excludes(negation: Negation, other: Match, match: Match, names: Names): boolean {
  const within = match.start >= other.start && match.end <= other.end;
  const places =
    negation.kind === 'not-inside' || other.inside
      ? within
      : negation.of.kind === 'regex'
        ? within || (other.start >= match.start && other.end <= match.end)
        : match.start === other.start && match.end === other.end;
  return places && merged(match.bindings, other.bindings, names) !== null;
}

export const isWithin = (inner: Range, outer: Range): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The code that the metavariables stand for, as far as it overlaps with the match: of the two ranges the inner one. `anywhere`: wherever it stands. */
export function focused(match: Match, metavariables: readonly string[], anywhere: boolean): Match[] {
  return metavariables.flatMap((name) => {
    const bound = match.bindings.get(name);
    if (bound === undefined || typeof bound === 'string') return [];
    const [first] = isNode(bound) ? [bound] : bound;
    const last = isNode(bound) ? bound : bound.at(-1);
    // What a constant holds stands where that is defined.
    if (!first || !last || (!anywhere && writtenElsewhere.has(first))) return [];
    const focus = { ...match, start: first.start, end: last.end, node: first === last ? first : null };
    return anywhere || isWithin(focus, match) ? [focus] : isWithin(match, focus) ? [match] : [];
  });
}

/** Drops matches of one range with the same bindings. */
export function unique(matches: Match[]): Match[] {
  if (matches.length < 2) return matches;
  const byRange = new Map<string, Match[]>();
  return matches.filter((match) => {
    const key = `${match.start}:${match.end}:${match.inside}`;
    const others = byRange.get(key);
    if (!others) {
      byRange.set(key, [match]);
      return true;
    }
    if (others.some((other) => sameBindings(other.bindings, match.bindings))) return false;
    others.push(match);
    return true;
  });
}

function sameBindings(a: Bindings, b: Bindings): boolean {
  if (a.size !== b.size) return false;
  for (const [name, bound] of a) {
    const other = b.get(name);
    // Places cost less to compare than code.
    if (other === undefined || !samePlace(bound, other) || !equalBound(bound, other, null)) return false;
  }
  return true;
}

/** A text has no place. */
function samePlace(a: Bound, b: Bound): boolean {
  if (typeof a === 'string' || typeof b === 'string') return typeof a === typeof b;
  if (isNode(a) || isNode(b)) return isNode(a) && isNode(b) && a.start === b.start && a.end === b.end;
  return a.length === b.length && a.every((node, i) => node.start === b[i]!.start);
}
