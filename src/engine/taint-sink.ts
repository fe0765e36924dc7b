/** What arrives at sinks, and whether it is what they ask for. */
import type { Requires } from '../model/rule.ts';
import type { Node } from '../model/tree.ts';
import { isNode } from './equal.ts';
import type { Bindings, Bound } from './matching/matching.ts';
import type { Machine } from './taint-machine.ts';
import type { Sink } from './taint-mark.ts';
import { DEFAULT_LABEL, holds, NONE, satisfies, type Taint, type Taints, union } from './taint-set.ts';
import { everything, isClean } from './taint-shape.ts';

/** A sink that gathers the taint of everything in it. */
export interface Gathering {
  taints: Taints;
  each: { start: number; end: number; metavariable: string; taints: Taints }[];
}

export interface Hit {
  sink: Sink;
  taint: Taint;
  labels: string[];
}

/** The metavariables of the sink that are judged one by one. */
export const eachOf = (sink: Sink): Gathering['each'] =>
  sink.part.requires?.kind === 'each'
    ? sink.part.requires.of.flatMap(({ metavariable }) => {
        const bound = sink.bindings.get(metavariable);
        const span = bound === undefined ? null : spanOf(bound);
        return span ? [{ ...span, metavariable, taints: NONE }] : [];
      })
    : [];

function spanOf(bound: Bound): { start: number; end: number } | null {
  if (typeof bound === 'string') return null;
  if (isNode(bound)) return bound;
  const [first] = bound;
  return first ? { start: first.start, end: bound.at(-1)!.end } : null;
}

export function judge(m: Machine, sink: Sink, taints: Taints, each: Gathering['each'] = []): void {
  if (m.switches.unify)
    taints = new Map([...taints].filter(([, taint]) => unifies(taint.origin.bindings, sink.bindings, m.source)));
  const { requires } = sink.part;
  const met =
    requires?.kind === 'each'
      ? taints.size > 0 &&
        requires.of.every((one) =>
          holds(each.find((part) => part.metavariable === one.metavariable)?.taints ?? NONE, one.requires),
        )
      : satisfies(taints, requires);
  if (!met) return;
  const wanted = labelsIn(requires);
  // Where one label came to a value because another was there, the way begins with the latter.
  const all = [...taints.values()];
  for (const { origin, label } of all)
    if (wanted.has(label)) for (const asked of labelsIn(origin.part.requires)) wanted.add(asked);
  const rank = ({ origin, label }: (typeof all)[number]): number =>
    (wanted.has(label) ? 2 : 0) + (origin.part.requires === null ? 1 : 0);
  // Of several the nearest says most.
  const taint = all.reduce((a, b) =>
    rank(b) > rank(a) || (rank(b) === rank(a) && b.origin.start > a.origin.start && b.origin.start < sink.end) ? b : a,
  );
  const key = `${sink.start}:${sink.end}`;
  if (!m.hits.has(key)) m.hits.set(key, { sink, taint, labels: [...new Set([...taints.values()].map((one) => one.label))] });
}

function labelsIn(requires: Requires | null): Set<string> {
  if (requires === null) return new Set([DEFAULT_LABEL]);
  switch (requires.kind) {
    case 'label':
      return new Set([requires.label]);
    case 'not':
      return new Set();
    case 'and':
    case 'or':
      return new Set(requires.of.flatMap((part) => [...labelsIn(part)]));
    case 'each':
      return new Set(requires.of.flatMap((part) => [...labelsIn(part.requires)]));
    default:
      return requires satisfies never;
  }
}

/** Metavariables of one name must stand for the same code (the option `taint_unify_mvars`). */
function unifies(a: Bindings, b: Bindings, source: string): boolean {
  for (const [name, bound] of a) {
    const other = b.get(name);
    if (other !== undefined && codeOf(bound, source) !== codeOf(other, source)) return false;
  }
  return true;
}

function codeOf(bound: Bound, source: string): string {
  if (typeof bound === 'string') return bound;
  const span = spanOf(bound);
  return span ? source.slice(span.start, span.end) : '';
}

/** Sinks that only count where the function ends: judged by whatever is tainted then. */
export function judgeExit(m: Machine, node: Node): void {
  if (!m.marks.hasExits || m.env === null) return;
  for (let at: Node | null = node; at; at = at.parent) {
    for (const sink of m.marks.at(at)?.sinks ?? []) {
      if (!sink.part.atExit) continue;
      let taints = NONE;
      for (const [key, shape] of m.env)
        if (!isClean(shape) && m.frame.func && m.scopes.owns(m.frame.func, key)) taints = union(taints, everything(shape));
      judge(m, { ...sink, start: node.start, end: node.end }, taints);
    }
    if (at.kind === 'func') return;
  }
}
