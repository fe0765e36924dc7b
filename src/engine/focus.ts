/**
 * In which part of a file an edit can have brought a finding.
 *
 * A finding that lies in unchanged code, flows through unchanged code and rests on unchanged names was there before, and
 * is subtracted from the findings of the new text anyway. So rules of syntax search what changed, of an edit within a function
 * just that, and what mentions the values that it sets; taint and routes go on to whoever mentions what changed, and so on, and
 * taint to what those call. Where an edit does more than change functions, classes and constants, everything is searched.
 */
import type { LanguageId } from '../model/language.ts';
import type { Formula, RuleBody } from '../model/rule.ts';
import type { Kind, Node, Shape } from '../model/tree.ts';
import { piecesOf } from '../parse/lower.ts';
import { treeOf } from '../rules/bundle.ts';
import { wordsIn } from './filter.ts';
import { isWordCode, nodeAt } from './locate.ts';
import { variantFor } from './search-plan.ts';
import { Spread, type Text } from './spread.ts';
import { type Range, type Unit, unitsOf } from './unit.ts';

/** Where a finding may be new: in one of the ranges, or around it. */
export interface Area {
  readonly ranges: readonly Range[];
  /** The statements at the top of the text that hold them. */
  readonly statements: readonly Range[];
}

/** What stands in the other text in the place of the statements that an edit touches, and what was known there. */
export interface Counterpart extends Range {
  readonly inFunction: boolean;
  readonly changed: boolean;
  readonly reached: boolean;
}

/** Parts of the new text, from the narrowest to the widest; null for those that would be most of it. */
export interface Focus {
  /** For what is told by syntax, names and constants: of an edit within a function just that, and what names what it sets. */
  readonly near: Area;
  /** The statements and members of classes that changed or mention what they define, and so on: whoever calls them. */
  readonly changed: Area | null;
  /** Those, and what they are made of: all that a new flow may go through. */
  readonly reached: Area | null;
  /** Kinds of the statements of the top level that came, went or changed as such; none where all is within a function. */
  readonly kinds: ReadonlySet<Kind>;
  readonly counterpart: Counterpart;
}

/** Languages whose functions stand at the top of a file, and whose statements can be read one by one. */
const languages: ReadonlySet<LanguageId> = new Set(['javascript', 'typescript', 'python', 'go', 'ruby']);

/** Statements of a file below which it is searched whole. */
const MIN_PIECES = 4;

/**
 * Null where all of `after` has to be searched. `read` parses a piece of the text before the edit; it gives null for what
 * is not valid by itself. It holds for either text as `after`; `counterpart` of the one makes that of the other fit to it.
 */
export function focusOf(
  before: string,
  after: Text,
  read: (text: string) => Text | null,
  counterpart: Counterpart | null = null,
): Focus | null {
  if (!languages.has(after.names.language)) return null;
  const spans = piecesOf(after.program)?.spans ?? [];
  if (spans.length < MIN_PIECES) return null;
  const edit = editOf(before, after.source);
  const touched: number[] = [];
  spans.forEach((span, piece) => {
    const facing = counterpart !== null && span.start < counterpart.end && counterpart.start < span.end;
    if (facing || (span.start <= edit.end && edit.start <= span.end)) touched.push(piece);
  });
  const first = touched.length > 0 ? Math.min(edit.start, spans[touched[0]!]!.start) : edit.start;
  const last = touched.length > 0 ? Math.max(edit.end, spans[touched.at(-1)!]!.end) : edit.end;
  if (counterpart && (first < counterpart.start || counterpart.end < last)) return null;
  const was = before.slice(first, last + edit.shift);
  const old = read(was);
  if (old?.program.kind !== 'program') return null;
  const nodes = touched.flatMap((piece) => piecesOf(after.program)!.build(piece));
  const changes = [wholeWords(after.source, edit.start, edit.end), wholeWords(before, edit.start, edit.end + edit.shift)];
  const [over, overOld] = [
    functionsOver(after.program, edit.start, edit.end),
    functionsOver(old.program, edit.start - first, edit.end + edit.shift - first),
  ];
  const inFunction =
    touched.length === 1 &&
    old.program.body.length === nodes.length &&
    over.length > 0 &&
    // Within a block, within a line and without brackets of blocks an edit moves no edge of a function.
    ((over.some(({ body }) => body?.kind === 'block') && !changes.some((text) => edges.test(text))) || overOld.length > 0);
  const statements = [...nodes, ...old.program.body];
  if (!inFunction && !statements.every(isDefinition)) return null;
  const units = unitsOf(after.program, after.source, after.names.language, inFunction);
  const parts = [...units.keys()].filter((at) =>
    inFunction ? units[at]!.start <= edit.start && edit.end <= units[at]!.end : touched.includes(units[at]!.statement),
  );
  if (parts.length === 0 && inFunction) return null;
  const areaOf = (found: readonly number[]): Area => ({
    ranges: joined(found, units),
    statements: [...new Set(found.map((at) => units[at]!.statement))].map((statement) => spans[statement]!),
  });
  // Outside of the edit the old text assigns what the new one does; only what the edit names may be another's now.
  const named = new Set(changes.flatMap((text) => [...wordsIn(text)]));
  const own = over.at(-1);
  const set = inFunction && own ? new Spread(after, units, parts).set(own, overOld.at(-1) ?? old.program, old, named) : null;
  if (inFunction && !set) return null;
  const spread =
    counterpart === null || counterpart.changed
      ? new Spread(after, units, parts).over(old, inFunction ? changes[1]! : was, set?.words ?? null)
      : null;
  if (counterpart && (counterpart.inFunction !== inFunction || (counterpart.changed && !spread))) return null;
  if (counterpart?.reached && !spread?.reached) return null;
  const changed = spread && areaOf(spread.changed);
  const reached = spread?.reached && counterpart?.reached !== false ? areaOf(spread.reached) : null;
  let near = changed;
  if (set && own) {
    near = areaOf(set.units);
    if (!set.beside)
      near = {
        ...near,
        ranges: [
          own,
          ...joined(
            set.units.filter((at) => at !== parts[0]),
            units,
          ),
        ],
      };
  }
  return (
    near && {
      near,
      changed,
      reached,
      kinds: new Set(inFunction ? [] : statements.map(({ kind }) => kind)),
      counterpart: { start: first, end: last + edit.shift, inFunction, changed: changed !== null, reached: reached !== null },
    }
  );
}

/** The spans of the units; those that follow each other as one. */
function joined(found: readonly number[], units: readonly Unit[]): Range[] {
  const ranges: Range[] = [];
  found.forEach((at, position) => {
    const { kind, statement, start, end } = units[at]!;
    const before = found[position - 1] === at - 1 ? units[at - 1]! : null;
    const follows = before?.kind === kind && kind !== 'class head' && (kind === 'statement' || before.statement === statement);
    if (follows) ranges.at(-1)!.end = end;
    else ranges.push({ start, end });
  });
  return ranges;
}

/** The part of the text in which what the rule finds may be new; null where that may be anywhere. */
export function areaFor(body: RuleBody, language: LanguageId, focus: Focus): Area | null {
  if (!isLocal(body, language, focus)) return null;
  switch (body.mode) {
    case 'search':
      return body.looksIntoFunctions ? byStatements(focus.near) : focus.near;
    case 'taint':
      return body.looksIntoFunctions ? byStatements(focus.reached) : focus.reached;
    default:
      return byStatements(focus.changed);
  }
}

const whole = new WeakMap<Area, Area>();

/** The whole statements of an area; the same object for the same area. */
function byStatements(area: Area | null): Area | null {
  if (area === null) return null;
  const { statements } = area;
  let found = whole.get(area);
  if (!found) whole.set(area, (found = { ranges: statements, statements }));
  return found;
}

/** Whether the rule can be searched in a part of a file: no run of statements that it speaks of can have changed. */
function isLocal(body: RuleBody, language: LanguageId, { kinds }: Focus): boolean {
  /** A pattern of an expression also stands for a declaration with that value. */
  const mayBeChanged = (node: Node): boolean =>
    kinds.has(node.kind) || (kinds.has('vardef') && (node.kind === 'exprstmt' || node.kind === 'assign'));
  const spansStatements = (formula: Formula): boolean => {
    switch (formula.kind) {
      case 'pattern': {
        const variant = variantFor(formula, language);
        const tree = variant?.sequence ? treeOf(variant) : null;
        return tree?.kind === 'block' && tree.body.some(mayBeChanged);
      }
      case 'regex':
        return false;
      case 'inside':
        return spansStatements(formula.of);
      case 'any':
        return formula.of.some(spansStatements);
      case 'all':
        return formula.of.some(spansStatements) || formula.not.some(({ of }) => spansStatements(of));
      default:
        return formula satisfies never;
    }
  };
  switch (body.mode) {
    case 'search':
      return kinds.size === 0 || !spansStatements(body.formula);
    case 'taint':
      return (
        kinds.size === 0 ||
        ![body.sources, body.sinks, body.sanitizers, body.propagators].some((parts) =>
          parts.some(({ formula }) => spansStatements(formula)),
        )
      );
    case 'route':
      // What stands in front of a route may be any statement of the top level.
      return kinds.size === 0;
    default:
      return false;
  }
}

/**
 * Whether all that a match of the rule is made of lies in one statement of the file's top level and in what that is made of:
 * false where the rule speaks of runs of statements, or of the text itself.
 */
export function isWithinStatements(body: RuleBody, language: LanguageId): boolean {
  const within = (formula: Formula): boolean => {
    switch (formula.kind) {
      case 'pattern':
        return !formula.pattern.trees.some((tree) => tree.sequence && (tree.languages?.includes(language) ?? true));
      case 'regex':
        return false;
      case 'inside':
        return within(formula.of);
      case 'any':
      case 'all':
        return formula.of.every(within);
      default:
        return formula satisfies never;
    }
  };
  switch (body.mode) {
    case 'search':
      return within(body.formula);
    case 'taint':
      return [body.sources, body.sinks].every((parts) => parts.every(({ formula }) => within(formula)));
    default:
      return false;
  }
}

/** Code units that are compared at once: a loop over single ones takes as long as the rest. */
const STRIDE = 64;

/** The span of the new text that differs; `shift` leads from its end to the end in the old text. */
function editOf(before: string, after: string): Range & { shift: number } {
  const shared = Math.min(before.length, after.length);
  let start = 0;
  while (start + STRIDE <= shared && before.startsWith(after.slice(start, start + STRIDE), start)) start += STRIDE;
  while (start < shared && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  const rest = shared - start;
  const [left, right] = [before.length, after.length];
  let tail = 0;
  while (tail + STRIDE <= rest && before.startsWith(after.slice(right - tail - STRIDE, right - tail), left - tail - STRIDE))
    tail += STRIDE;
  while (tail < rest && before.charCodeAt(left - 1 - tail) === after.charCodeAt(right - 1 - tail)) tail++;
  return { start, end: after.length - tail, shift: before.length - after.length };
}

/** The text of the span, and the rest of the words that it cuts. */
function wholeWords(text: string, start: number, end: number): string {
  let [from, to] = [start, end];
  while (from > 0 && isWordCode(text.charCodeAt(from - 1))) from--;
  while (to < text.length && isWordCode(text.charCodeAt(to))) to++;
  return text.slice(from, to);
}

/** What may open or close a block, or indent a line. */
const edges = /^\s|[\n{}]|\b(?:do|end|def)\b/;

/** The functions in whose bodies the span lies, their edges not included; the innermost first. */
function functionsOver(program: Node, start: number, end: number): Shape<'func'>[] {
  const found: Shape<'func'>[] = [];
  for (let at: Node | null = nodeAt(program, start); at; at = at.parent)
    if (at.kind === 'func' && at.body && at.body.start < start && end < at.body.end) found.push(at);
  return found;
}

/** A statement that does nothing but give names to functions, classes and constants. */
function isDefinition(node: Node): boolean {
  switch (node.kind) {
    case 'func':
    case 'class':
      return true;
    case 'vardef':
      return node.keyword === 'const' || node.value === null || node.value.kind === 'func';
    default:
      return false;
  }
}
