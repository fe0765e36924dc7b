/** What a value is tainted by: marks left by sources, and the way they came. All values here are immutable. */
import type { Requires, TaintPart } from '../model/rule.ts';
import type { Bindings } from './matching/matching.ts';

/** One link of the way a taint took, newest first. */
export interface Step {
  readonly start: number;
  readonly end: number;
  readonly before: Step | null;
  readonly length: number;
}

/** One match of one source. */
export interface Origin {
  readonly id: number;
  readonly part: TaintPart;
  readonly start: number;
  readonly end: number;
  readonly bindings: Bindings;
}

export interface Taint {
  /** Equal for taints that mean the same. */
  readonly key: string;
  readonly origin: Origin;
  readonly label: string;
  readonly steps: Step | null;
}

/** By `Taint.key`. */
export type Taints = ReadonlyMap<string, Taint>;

export const NONE: Taints = new Map();
/** The label of sources that name none, and what a sink without `requires` asks for. */
export const DEFAULT_LABEL = '__SOURCE__';
/** Taints that one value holds at most; more say nothing new to a reader. */
export const MAX_TAINTS = 32;
/** Steps that are kept of one way. */
const MAX_STEPS = 24;

export function taintOf(origin: Origin, label = origin.part.label ?? DEFAULT_LABEL): Taints {
  const key = `${origin.id} ${label}`;
  return new Map([[key, { key, origin, label, steps: null }]]);
}

/** Both; `a` itself when `b` adds nothing. Where both hold a taint, the way of `a` is kept. */
export function union(a: Taints, b: Taints): Taints {
  if (b.size === 0 || a === b) return a;
  if (a.size === 0) return b;
  let out: Map<string, Taint> | null = null;
  for (const [key, taint] of b) {
    if (a.has(key)) continue;
    out ??= new Map(a);
    if (out.size >= MAX_TAINTS && hasLabel(out, taint.label)) continue;
    out.set(key, taint);
  }
  return out && out.size > a.size ? out : a;
}

function hasLabel(taints: Taints, label: string): boolean {
  for (const taint of taints.values()) if (taint.label === label) return true;
  return false;
}

/** The taints, one step further. */
export function through(taints: Taints, at: { start: number; end: number }): Taints {
  if (taints.size === 0) return taints;
  const out = new Map<string, Taint>();
  for (const [key, taint] of taints) {
    const { steps } = taint;
    const full = steps !== null && steps.length >= MAX_STEPS;
    const here = steps ?? taint.origin;
    const same = here.start === at.start && here.end === at.end;
    out.set(
      key,
      full || same
        ? taint
        : { ...taint, steps: { start: at.start, end: at.end, before: steps, length: (steps?.length ?? 0) + 1 } },
    );
  }
  return out;
}

/** The taints under another label. */
export function relabel(taints: Taints, label: string): Taints {
  const out = new Map<string, Taint>();
  for (const taint of taints.values()) {
    const key = `${taint.origin.id} ${label}`;
    out.set(key, { ...taint, key, label });
  }
  return out;
}

/** Whether taints are what a part asks for; nothing is never enough. `each` is judged by the caller. */
export function satisfies(taints: Taints, requires: Requires | null): boolean {
  if (taints.size === 0) return false;
  return requires === null ? hasLabel(taints, DEFAULT_LABEL) : holds(taints, requires);
}

export function holds(taints: Taints, requires: Requires): boolean {
  switch (requires.kind) {
    case 'label':
      return hasLabel(taints, requires.label);
    case 'not':
      return !holds(taints, requires.of);
    case 'and':
      return requires.of.every((part) => holds(taints, part));
    case 'or':
      return requires.of.some((part) => holds(taints, part));
    case 'each':
      return requires.of.every((part) => holds(taints, part.requires));
    default:
      return requires satisfies never;
  }
}
