/** Where in the tree the matches of a taint rule lie: each node's marks, found without building more of the tree than needed. */
import type { RuleOptions, TaintPart } from '../model/rule.ts';
import { eachChild, type Node } from '../model/tree.ts';
import { piecesOf } from '../parse/lower.ts';
import { holdsOffset } from './locate.ts';
import type { Bindings, Bound } from './matching/matching.ts';
import type { Names } from './names.ts';
import type { Origin } from './taint-set.ts';

/** The matches of one part of a rule. */
export interface PartMatches {
  part: TaintPart;
  matches: readonly { start: number; end: number; node: Node | null; bindings: Bindings }[];
}

export interface TaintInput {
  /** The generic tree; parents are set. */
  program: Node;
  source: string;
  names: Names;
  options: RuleOptions;
  sources: readonly PartMatches[];
  sinks: readonly PartMatches[];
  sanitizers: readonly PartMatches[];
  propagators: readonly (PartMatches & { from: string; to: string })[];
}

export interface Sink {
  readonly id: number;
  readonly part: TaintPart;
  readonly start: number;
  readonly end: number;
  readonly bindings: Bindings;
}

/** A match of a propagator; `from` and `to` are marked at the nodes that they are bound to. */
export interface Channel {
  readonly id: number;
  readonly part: TaintPart;
}

/** What holds of one node. */
export interface Marks {
  sources: Origin[];
  sinks: Sink[];
  sanitizers: TaintPart[];
  from: Channel[];
  to: Channel[];
}

export interface MarkTable {
  at(node: Node): Marks | undefined;
  /** Whether a source or the far end of a propagator begins in the span. */
  hasSource(start: number, end: number): boolean;
  hasSink(start: number, end: number): boolean;
  readonly sinkStarts: readonly number[];
  /** The nodes that a propagator gives to. */
  receivers(channel: number): readonly Node[];
  /** Whether some sink counts only where its function ends. */
  readonly hasExits: boolean;
}

interface Range {
  start: number;
  end: number;
  mark(marks: Marks, node: Node): void;
}

export function markTable(input: TaintInput): MarkTable {
  const ranges: Range[] = [];
  const sources: number[] = [];
  const sinks: number[] = [];
  const taken = new Set<string>();
  const receivers = new Map<number, Node[]>();
  const givers = new Map<number, Node>();
  const intrafile = input.options['taint_intrafile'] === true;
  let id = 0;
  for (const { part, matches } of input.sources)
    for (const { start, end, bindings } of matches) {
      const origin: Origin = { id: id++, part, start, end, bindings };
      sources.push(start);
      taken.add(`${start}:${end}`);
      ranges.push({ start, end, mark: (marks) => marks.sources.push(origin) });
    }
  for (const { part, matches } of input.sinks)
    for (const { start, end, bindings } of matches) {
      const sink: Sink = { id: id++, part, start, end, bindings };
      sinks.push(start);
      taken.add(`${start}:${end}`);
      ranges.push({ start, end, mark: (marks) => marks.sinks.push(sink) });
    }
  for (const { part, matches, from, to } of input.propagators)
    for (const { start, end, bindings } of matches) {
      const channel: Channel = { id: id++, part };
      const ends = { from: spanOf(bindings.get(from)), to: spanOf(bindings.get(to)) };
      if (!ends.from || !ends.to) continue;
      taken.add(`${start}:${end}`);
      sources.push(ends.to.start);
      ranges.push({
        ...ends.from,
        mark: (marks, node) => {
          marks.from.push(channel);
          givers.set(channel.id, node);
        },
      });
      const nodes: Node[] = [];
      receivers.set(channel.id, nodes);
      ranges.push({
        ...ends.to,
        mark: (marks, node) => {
          if (!intrafile && input.names.language === 'ruby' && isSetInPart(node)) return;
          marks.to.push(channel);
          nodes.push(node);
        },
      });
    }
  for (const { part, matches } of input.sanitizers) {
    const free = part.notConflicting ? matches.filter(({ start, end }) => !taken.has(`${start}:${end}`)) : matches;
    for (const { start, end } of part.notConflicting && !intrafile ? outermost(free) : free)
      ranges.push({ start, end, mark: (marks) => marks.sanitizers.push(part) });
  }
  sources.sort(ascending);
  sinks.sort(ascending);
  const table = new Map<Node, Marks>();
  place(
    input.program,
    ranges.sort((a, b) => a.start - b.start || b.end - a.end),
    table,
  );
  if (!intrafile)
    for (const [channel, from] of givers)
      for (const to of receivers.get(channel) ?? [])
        if (isLate(from, to)) {
          const marks = table.get(to)!;
          marks.to = marks.to.filter(({ id }) => id !== channel);
          // A variable beside an operator has it from then on.
          if (to.parent?.kind !== 'binary' || !kept.has(to.parent.op)) receivers.set(channel, []);
        }
  return {
    at: (node) => table.get(node),
    hasSource: (start, end) => holdsOffset({ start, end }, sources),
    hasSink: (start, end) => holdsOffset({ start, end }, sinks),
    sinkStarts: sinks,
    receivers: (channel) => receivers.get(channel) ?? [],
    hasExits: input.sinks.some(({ part }) => part.atExit),
  };
}

/** Operators whose left side a propagator changes for what comes after. */
const kept: ReadonlySet<string> = new Set(['<<', '+']);

/** Those that lie in no larger one. */
export function outermost<T extends { start: number; end: number }>(matches: readonly T[]): readonly T[] {
  if (matches.length < 2) return matches;
  let outer: T | null = null;
  const kept: T[] = [];
  for (const match of [...matches].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (outer !== null && match.end <= outer.end && (match.start > outer.start || match.end < outer.end)) continue;
    kept.push(match);
    outer = match;
  }
  return kept;
}

/**
 * Whether the one end of a propagator is looked at only after the other, as the reference looks at a call: calls within it
 * first, those in its callee before those in its arguments, then the arguments from left to right, then the object.
 * In a loop the second round sees what the first left.
 */
function isLate(from: Node, to: Node): boolean {
  const above = new Map<Node, Node | null>();
  for (let at: Node | null = from, below: Node | null = null; at; below = at, at = at.parent) above.set(at, below);
  let below: Node | null = null;
  let common: Node | null = to;
  for (; common && !above.has(common); common = common.parent) below = common;
  if (common?.kind === 'binary' && common.op === '<-' && from.kind === 'call') return false;
  if (common?.kind === 'binary' || common?.kind === 'array' || common?.kind === 'template') return to.start < from.start;
  if (common?.kind !== 'call' && common?.kind !== 'new') return false;
  const ahead = above.get(common) ?? null;
  if (!ahead || !below || ahead.kind === 'func' || below.kind === 'func') return false;
  for (let at: Node = common; at.parent && at.kind !== 'func'; at = at.parent) {
    const parent: Node = at.parent;
    if (parent.kind === 'for' || parent.kind === 'while' || parent.kind === 'dowhile') return false;
    if (parent.kind === 'foreach' && parent.iter !== at) return false;
  }
  const call = common;
  const turn = (child: Node, end: Node): number => {
    let first = false;
    for (let at = end; ; at = at.parent!) {
      if (at.kind === 'call' || at.kind === 'new' || (at.kind === 'unary' && at.op === '&')) first = true;
      if (at === child) break;
    }
    const place = call.args.indexOf(child);
    return first ? place : 1000 + (place < 0 ? call.args.length : place);
  };
  return turn(below, to) < turn(ahead, from);
}

/** `a` of `a[b] = c`, which the reference takes for a call of another kind in Ruby. */
const isSetInPart = (node: Node): boolean =>
  node.parent?.kind === 'index' && node.parent.parent?.kind === 'assign' && node.parent.parent.target === node.parent;

const ascending = (a: number, b: number): number => a - b;

function spanOf(bound: Bound | undefined): { start: number; end: number } | null {
  if (bound === undefined || typeof bound === 'string') return null;
  if ('kind' in bound) return { start: bound.start, end: bound.end };
  const [first] = bound;
  const last = bound.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

/** Marks, for each range, the largest nodes that lie in it. `ranges` are sorted by start; none holds `node` whole. */
function place(node: Node, ranges: readonly Range[], table: Map<Node, Marks>): void {
  if (ranges.length === 0) return;
  const inside = ranges.filter((range) => range.start <= node.start && node.end <= range.end);
  if (inside.length > 0) {
    for (const range of inside) mark(node, range, table);
    if (inside.length === ranges.length) return;
    ranges = ranges.filter((range) => !inside.includes(range));
  }
  // The greatest end of all ranges up to here: lets the search begin where ranges can still reach.
  const reach: number[] = [];
  for (const range of ranges) reach.push(Math.max(range.end, reach.at(-1) ?? 0));
  const below = (child: { start: number; end: number }): Range[] => {
    let low = 0;
    let high = reach.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (reach[middle]! <= child.start) low = middle + 1;
      else high = middle;
    }
    const found: Range[] = [];
    for (; low < ranges.length && ranges[low]!.start < child.end; low++)
      if (ranges[low]!.end > child.start) found.push(ranges[low]!);
    return found;
  };
  const pieces = piecesOf(node);
  const descend = (child: Node): void => place(child, below(child), table);
  if (!pieces) {
    eachChild(node, descend);
    return;
  }
  const bodies = new Set<Node>();
  pieces.spans.forEach((span, piece) => {
    if (below(span).length > 0) for (const item of pieces.build(piece)) bodies.add(item);
  });
  for (const item of bodies) descend(item);
  pieces.heads().forEach(descend);
}

function mark(node: Node, range: Range, table: Map<Node, Marks>): void {
  const at = innermost(node, range);
  let marks = table.get(at);
  if (!marks) {
    marks = { sources: [], sinks: [], sanitizers: [], from: [], to: [] };
    table.set(at, marks);
  }
  range.mark(marks, at);
}

/** Down through nodes of the same span, such as a statement that is nothing but an expression. */
function innermost(node: Node, range: Range): Node {
  if (node.start !== range.start || node.end !== range.end) return node;
  for (let at = node; ; ) {
    let same: Node | null = null;
    if (at.kind !== 'import')
      eachChild(at, (child) => {
        if (child.start === node.start && child.end === node.end) same = child;
      });
    if (!same) return at;
    at = same;
  }
}
