/**
 * The parts of a taint rule, searched in the order that rules most out: sinks, then the sources of each label that some
 * sink cannot do without, the cheapest first; where sources cost less, they first. Most files end before anything expensive.
 */
import type { Formula, Requires, RuleBody, TaintPart, TaintSpec } from '../model/rule.ts';
import { treeOf } from '../rules/bundle.ts';
import type { Match } from './matches.ts';
import { isLiteral } from './position.ts';
import type { Searcher } from './search.ts';
import type { PartMatches } from './taint.ts';
import { outermost } from './taint-mark.ts';
import { DEFAULT_LABEL } from './taint-set.ts';

type TaintBody = Extract<RuleBody, { mode: 'taint' }>;

/** The sinks and sources that could meet; null when none can. */
export function meetingParts(body: TaintBody, searcher: Searcher): { sinks: PartMatches[]; sources: PartMatches[] } | null {
  const part = (spec: TaintPart): PartMatches => ({ part: spec, matches: matchesOf(spec, body, searcher) });
  const sink = (spec: TaintPart): PartMatches =>
    holdsFocus(spec.formula) ? { part: spec, matches: searcher.search(spec.formula) } : part(spec);
  // Nothing flows into a sink of literals, unless they are what is looked for.
  const isLiteralMatch = ({ node }: Pick<Match, 'node'>): boolean => node !== null && isLiteral(node);
  const labels = new Labels(body, searcher, part);
  // Sources that are told by rare words may be found missing before sinks are looked for that stand everywhere.
  const possible = labels.sourcesFirst() ? body.sinks.filter(({ requires }) => labels.canMeet(requires)) : body.sinks;
  let sinks = possible.map(sink);
  if (sinks.some(({ matches }) => matches.some(isLiteralMatch)) && !body.sources.some(({ formula }) => mayBeLiteral(formula)))
    sinks = sinks.map(({ part: spec, matches }) => ({ part: spec, matches: matches.filter((match) => !isLiteralMatch(match)) }));
  sinks = sinks.filter(({ part: { requires }, matches }) => matches.length > 0 && labels.canMeet(requires));
  if (sinks.length === 0) return null;
  const sources = body.sources
    .filter(({ requires }) => requires === null || labels.canMeet(requires))
    .map((spec) => labels.matchesOf(spec));
  return sources.some(({ matches }) => matches.length > 0) ? { sinks, sources } : null;
}

/** Of matches of one part that lie in each other the reference knows the outermost, once conflicting ones are gone. */
export function matchesOf({ formula, notConflicting }: TaintPart, body: TaintBody, searcher: Searcher): readonly Match[] {
  const matches = searcher.search(formula);
  return notConflicting || body.options['taint_intrafile'] === true ? matches : outermost(matches);
}

/** What is focused on may lie in another sink: of findings in each other the outermost is kept. */
export const holdsFocus = (formula: Formula): boolean =>
  ('focus' in formula && formula.focus.length > 0) ||
  ((formula.kind === 'all' || formula.kind === 'any') && formula.of.some(holdsFocus));

/** A cost from which on something is looked for that has no name. */
const COMMON = 150;

/** Which labels the file's sources give, worked out when asked for. */
class Labels {
  private readonly found = new Map<TaintPart, PartMatches>();
  private readonly given = new Map<string, boolean>();

  constructor(
    private readonly body: TaintBody,
    private readonly searcher: Searcher,
    private readonly search: (spec: TaintPart) => PartMatches,
  ) {}

  /** Whether the sources cost less to look for than the sinks. */
  sourcesFirst(): boolean {
    const { body, searcher } = this;
    const cost = Math.max(...body.sinks.map(({ formula }) => searcher.plan.cost(formula)));
    if (cost < COMMON) return false;
    let places = 0;
    return body.sources.every(({ formula }) => (places += searcher.plan.places(formula)) < cost);
  }

  matchesOf(spec: TaintPart): PartMatches {
    let found = this.found.get(spec);
    if (!found) this.found.set(spec, (found = this.search(spec)));
    return found;
  }

  /** False when a label that is asked for cannot be there. */
  canMeet(requires: Requires | null): boolean {
    return [...needed(requires)].sort((a, b) => this.cost(a) - this.cost(b)).every((label) => this.isGiven(label));
  }

  private isGiven(label: string): boolean {
    const known = this.given.get(label);
    if (known !== undefined) return known;
    // A label that asks for itself gives nothing.
    this.given.set(label, false);
    const gives = this.sourcesOf(label).some(
      (spec) => this.matchesOf(spec).matches.length > 0 && (spec.requires === null || this.canMeet(spec.requires)),
    );
    const given = gives || this.body.propagators.some((propagator) => propagator.label === label);
    this.given.set(label, given);
    return given;
  }

  private sourcesOf(label: string): TaintPart[] {
    return this.body.sources
      .filter((spec) => (spec.label ?? DEFAULT_LABEL) === label)
      .sort((a, b) => this.searcher.plan.cost(a.formula) - this.searcher.plan.cost(b.formula));
  }

  private cost(label: string): number {
    return Math.max(0, ...this.sourcesOf(label).map(({ formula }) => this.searcher.plan.cost(formula)));
  }
}

/** The labels without which the expression cannot hold. */
function needed(requires: Requires | null): Set<string> {
  if (requires === null) return new Set([DEFAULT_LABEL]);
  switch (requires.kind) {
    case 'label':
      return new Set([requires.label]);
    case 'not':
      return new Set();
    case 'and':
      return new Set(requires.of.flatMap((part) => [...needed(part)]));
    case 'or': {
      const [first, ...rest] = requires.of.map(needed);
      return new Set([...(first ?? [])].filter((label) => rest.every((labels) => labels.has(label))));
    }
    case 'each':
      return new Set(requires.of.flatMap((part) => [...needed(part.requires)]));
    default:
      return requires satisfies never;
  }
}

/** Whether a sanitizer could bring a finding about: where the absence of a label is asked for. */
export function asksForAbsence(spec: TaintSpec): boolean {
  const negative = (requires: Requires | null): boolean => {
    if (requires === null || requires.kind === 'label') return false;
    if (requires.kind === 'not') return true;
    return requires.kind === 'each' ? requires.of.some((part) => negative(part.requires)) : requires.of.some(negative);
  };
  return [...spec.sources, ...spec.sinks, ...spec.propagators].some(({ requires }) => negative(requires));
}

/** Whether a formula may hold for a literal. */
function mayBeLiteral(formula: Formula): boolean {
  switch (formula.kind) {
    case 'pattern':
      return formula.pattern.trees.some((variant) => !neverLiteral.has(treeOf(variant).kind));
    case 'regex':
      return true;
    case 'inside':
      return false;
    case 'any':
      return formula.of.some(mayBeLiteral);
    case 'all':
      return formula.focus.length > 0 || formula.of.filter((part) => !isAround(part)).every(mayBeLiteral);
    default:
      return formula satisfies never;
  }
}

/** Whether a part only says what stands around. */
const isAround = (formula: Formula): boolean =>
  formula.kind === 'inside' ||
  ((formula.kind === 'any' || formula.kind === 'all') && formula.of.length > 0 && formula.of.every(isAround));

const neverLiteral: ReadonlySet<string> = new Set([
  ...['call', 'member', 'name', 'index', 'new', 'func', 'await', 'assign', 'import', 'element', 'class', 'vardef'],
]);
