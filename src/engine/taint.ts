/**
 * Taint mode: does anything that a source gives reach a sink, on any way through the file? The analysis runs the program
 * with sets of taints for values, function by function, wherever a sink can be reached. Pure and bounded; a bound that is
 * hit is a note in the result.
 */
import type { TaintPart } from '../model/rule.ts';
import type { Node } from '../model/tree.ts';
import { holdsOffset, nodeAt, occurrences } from './locate.ts';
import type { Bindings } from './matching/matching.ts';
import type { Names } from './names.ts';
import { definitionsIn } from './taint-callee.ts';
import { runDeferred } from './taint-function.ts';
import { type Machine, newFrame, visit } from './taint-machine.ts';
import { type MarkTable, markTable, type TaintInput } from './taint-mark.ts';
import { switchesOf } from './taint-option.ts';
import { scopesOf } from './taint-scope.ts';
import type { Hit } from './taint-sink.ts';

export type { PartMatches, TaintInput } from './taint-mark.ts';

/** Offsets are UTF-16 code units. */
export interface TaintHit {
  /** The span to report: the sink's match, or the source's where the rule asks for it (`taint_match_on: source`). */
  at: { start: number; end: number };
  sink: { start: number; end: number };
  source: { start: number; end: number };
  /** The sink's part of the rule. */
  part: TaintPart;
  /** Those of the source and of the sink; the sink's win. */
  bindings: Bindings;
  /** Source first, sink last. */
  trace: { kind: 'source' | 'step' | 'sink'; start: number; end: number }[];
  /** Labels of all taints that arrive. */
  labels: string[];
}

/** Nodes that are walked at most, counted again each time a function is run with another input. */
const FUEL = 400_000;

/** Hits in the order of the text, one for each sink's span. */
export function findTaint(input: TaintInput): { hits: TaintHit[]; notes: string[] } {
  const some = (parts: TaintInput['sources']): boolean => parts.some(({ matches }) => matches.length > 0);
  if (!some(input.sources) || !some(input.sinks)) return { hits: [], notes: [] };
  const { program, source, names, options } = input;
  const marks = markTable(input);
  const notes = new Set<string>();
  const reaching = reachingOffsets(program, source, marks, notes);
  const { scopes, mayDefine } = factsOf(names, source);
  const m: Machine = {
    source,
    language: names.language,
    names,
    scopes,
    marks,
    switches: switchesOf(options),
    env: new Map(),
    frame: newFrame(null, false),
    running: [],
    summaries: new Map(),
    settled: new Set(),
    root: null,
    gathering: [],
    floor: 0,
    within: new Map(),
    cleaning: 0,
    inputs: null,
    handed: new Map(),
    fulfilled: new Map(),
    carried: new Map(),
    hits: new Map(),
    notes,
    calls: 0,
    inert: false,
    fuel: FUEL,
    depth: 0,
    mayDefine,
    reaches: (start, end) => holdsOffset({ start, end }, reaching),
  };
  visit(m, program);
  m.frame.exits ??= m.env;
  runDeferred(m, m.frame);
  const hits = (m.switches.intrafile ? [...m.hits.values()] : withoutNested([...m.hits.values()]))
    .map((hit) => taintHit(hit, m.switches.matchOn))
    .sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  const spans = new Set<string>();
  return {
    hits: hits.filter(({ at }) => !spans.has(`${at.start}:${at.end}`) && spans.add(`${at.start}:${at.end}`)),
    notes: [...notes],
  };
}

/** Of hits of one sink that lie in each other, the outermost. */
function withoutNested(hits: readonly Hit[]): Hit[] {
  const widest = new Map<Hit['sink']['part'], Hit['sink']>();
  const outward = [...hits].sort((a, b) => a.sink.start - b.sink.start || b.sink.end - a.sink.end);
  return outward.filter(({ sink }) => {
    const before = widest.get(sink.part);
    if (before === undefined || before.end < sink.end) widest.set(sink.part, sink);
    return before === undefined || before.end < sink.end || (before.start === sink.start && before.end === sink.end);
  });
}

/** What every run over a file asks for. */
function factsOf(names: Names, source: string): Pick<Machine, 'scopes' | 'mayDefine'> {
  let facts = known.get(names);
  if (!facts)
    known.set(names, (facts = { scopes: scopesOf(names.language, source, !names.wide), mayDefine: definitionsIn(source) }));
  return facts;
}

const known = new WeakMap<Names, Pick<Machine, 'scopes' | 'mayDefine'>>();

function taintHit({ sink, taint, labels }: Hit, matchOn: 'source' | 'sink'): TaintHit {
  const { origin } = taint;
  const steps: TaintHit['trace'] = [];
  for (let step = taint.steps; step; step = step.before) steps.push({ kind: 'step', start: step.start, end: step.end });
  const from = { start: origin.start, end: origin.end };
  const to = { start: sink.start, end: sink.end };
  return {
    at: matchOn === 'source' ? from : to,
    sink: to,
    source: from,
    part: sink.part,
    bindings: new Map([...origin.bindings, ...sink.bindings]),
    trace: [{ kind: 'source', ...from }, ...steps.reverse(), { kind: 'sink', ...to }],
    labels,
  };
}

/** Names of functions that lead to a sink are followed up to this many. */
const MAX_NAMES = 200;
/** A name that stands at more places is not followed. */
const MAX_PLACES = 500;

/** Sorted offsets of sinks, and of every place that names a function in which such an offset lies. */
function reachingOffsets(program: Node, source: string, marks: MarkTable, notes: Set<string>): number[] {
  const offsets = new Set<number>(marks.sinkStarts);
  const names = new Set<string>();
  const queue = [...offsets];
  const seen = new Set<Node>();
  for (let offset = queue.pop(); offset !== undefined; offset = queue.pop()) {
    for (let at: Node | null = nodeAt(program, offset); at; at = at.parent) {
      if (at.kind !== 'func' || seen.has(at)) continue;
      seen.add(at);
      const name = nameOf(at);
      if (name === null || names.has(name)) continue;
      names.add(name);
      const places = occurrences(source, name);
      if (names.size > MAX_NAMES || places.length > MAX_PLACES) {
        notes.add('taint analysis did not follow every call to a function with a sink');
        continue;
      }
      for (const place of places)
        if (!offsets.has(place)) {
          offsets.add(place);
          queue.push(place);
        }
    }
  }
  return [...offsets].sort((a, b) => a - b);
}

/** The name by which a function is called; a constructor goes by its class. */
function nameOf(func: Node & { kind: 'func' }): string | null {
  const { parent } = func;
  const own =
    func.name ??
    (parent?.kind === 'vardef' || parent?.kind === 'assign' ? parent.target : parent?.kind === 'pair' ? parent.key : null);
  const name =
    own?.kind === 'name' ? own.name : own?.kind === 'member' && own.property.kind === 'name' ? own.property.name : null;
  if (name !== null && parent?.kind === 'class' && /^(?:constructor|__init__|__construct|initialize)$/.test(name))
    return parent.name?.kind === 'name' ? parent.name.name : null;
  return name;
}
