/**
 * Which statements of a file's top level an edit can have brought a finding into.
 *
 * A finding that lies in unchanged code, flows through unchanged code and rests on unchanged names was there before, and
 * is subtracted from the findings of the new text anyway. So only those statements are searched that changed, that
 * mention what changed statements define, and so on; taint also goes through what those call. Where an edit does more than
 * change functions, classes and constants, everything is searched.
 */
import type { LanguageId } from '../model/language.ts';
import type { Formula, RuleBody } from '../model/rule.ts';
import { childrenOf, type Kind, type Node, type Shape } from '../model/tree.ts';
import { piecesOf } from '../parse/lower.ts';
import { treeOf } from '../rules/bundle.ts';
import { decorators } from './binding-text.ts';
import { wordsIn } from './filter.ts';
import { isWordCode, nodeAt, occurrences, pieceAt } from './locate.ts';
import { scripts } from './matching/dialect.ts';
import type { Names } from './names.ts';
import { setBy } from './outer-assignment.ts';
import { eachTarget } from './taint-scope.ts';

export interface Range {
  start: number;
  end: number;
}

/** Where a finding may be new: in one of the ranges, or around it. */
export interface Area {
  readonly ranges: readonly Range[];
  /** The statements at the top of the text that hold them. */
  readonly statements: readonly Range[];
}

/** What stands in the other text in the place of the statements that an edit touches, and which areas were known there. */
export interface Counterpart extends Range {
  readonly changed: boolean;
  readonly reached: boolean;
}

/** Parts of the new text, from the narrowest to the widest; null for those that would be most of it. */
export interface Focus {
  /** For what is told by syntax, names and constants: of an edit within a function just that, and what names what it sets. */
  readonly near: Area;
  /** The same by whole statements, for rules that look into functions beside a match. */
  readonly touched: Area;
  /** The statements that changed or mention what they define, and so on: whoever calls them. */
  readonly changed: Area | null;
  /** Those, and what they are made of: all that a new flow may go through. */
  readonly reached: Area | null;
  /** Kinds of the statements of the top level that came, went or changed as such; none where all is within a function. */
  readonly kinds: ReadonlySet<Kind>;
  readonly counterpart: Counterpart;
}

/** A parsed text. */
interface Text {
  source: string;
  program: Node;
  names: Names;
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
  const areaOf = (pieces: readonly number[]): Area => {
    const ranges = pieces.map((piece) => spans[piece]!);
    return { ranges, statements: ranges };
  };
  // Outside of the edit the old text assigns what the new one does; only what the edit names may be another's now.
  const named = inFunction ? new Set(changes.flatMap((text) => [...wordsIn(text)])) : null;
  const spread = new Spread(after, spans, touched);
  const wide = counterpart === null || counterpart.changed ? spread.over(nodes, old, named, was) : null;
  if (counterpart?.changed && (!wide || (counterpart.reached && !wide.reached))) return null;
  const changed = wide && areaOf(wide.changed);
  const reached = wide?.reached && counterpart?.reached !== false ? areaOf(wide.reached) : null;
  let near = changed;
  let whole = changed;
  if (inFunction) {
    const set = new Spread(after, spans, touched).set(over.at(-1)!, overOld.at(-1) ?? old.program, old, named!);
    if (!set) return null;
    whole = areaOf(set.pieces);
    near = set.beside
      ? whole
      : { ranges: whole.ranges.map((range) => (range === spans[touched[0]!] ? over.at(-1)! : range)), statements: whole.ranges };
  }
  return (
    near && {
      near,
      touched: whole!,
      changed,
      reached,
      kinds: new Set(inFunction ? [] : statements.map(({ kind }) => kind)),
      counterpart: { start: first, end: last + edit.shift, changed: changed !== null, reached: reached !== null },
    }
  );
}

/** The part of the text in which what the rule finds may be new; null where that may be anywhere. */
export function areaFor(body: RuleBody, language: LanguageId, focus: Focus): Area | null {
  if (!isLocal(body, language, focus)) return null;
  switch (body.mode) {
    case 'search':
      return body.looksIntoFunctions ? focus.touched : focus.near;
    case 'taint':
      return focus.reached;
    default:
      return focus.changed;
  }
}

/** Whether the rule can be searched in a part of a file: no run of statements that it speaks of can have changed. */
function isLocal(body: RuleBody, language: LanguageId, { kinds }: Focus): boolean {
  /** A pattern of an expression also stands for a declaration with that value. */
  const mayBeChanged = (node: Node): boolean =>
    kinds.has(node.kind) || (kinds.has('vardef') && (node.kind === 'exprstmt' || node.kind === 'assign'));
  const spansStatements = (formula: Formula): boolean => {
    switch (formula.kind) {
      case 'pattern': {
        const variant = formula.pattern.trees.find((tree) => tree.languages.includes(language));
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
        return !formula.pattern.trees.some((tree) => tree.sequence && tree.languages.includes(language));
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

/** Fields of an object that its own methods set, by their text: `self.a = 1`, `self.a, self.b = pair`, `@a = 1`. */
const fields: { readonly [language in LanguageId]?: RegExp } = {
  python: /\b(?:self|cls)\.(\w+)(?:\s*:[^=\n]+)?\s*(?:,[^=(\n]*|[-+*/%&|^@<>]*)=(?!=)/g,
  ruby: /@(\w+)\s*(?:,[^=(\n]*|[-+*/%&|^<>]*)=(?![=~])/g,
};

const ownFields = (text: string, language: LanguageId): string[] => {
  const field = fields[language];
  return field ? [...text.matchAll(field)].map(([, word]) => word!) : [];
};

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

/** Largest part of a file's text for which it is worth the trouble. */
const MAX_PART = 0.8;

class Spread {
  private readonly pieces: Set<number>;
  private readonly words = new Set<string>();

  constructor(
    private readonly text: Text,
    private readonly spans: readonly Range[],
    private readonly touched: readonly number[],
  ) {
    this.pieces = new Set(touched);
  }

  /** The statements of whoever calls what an edit touches, and what those are made of; null when that is most. */
  over(
    nodes: readonly Node[],
    old: Text,
    named: ReadonlySet<string> | null,
    was: string,
  ): { changed: number[]; reached: number[] | null } | null {
    // To read the text is cheap; who calls what takes names of every statement that is in question.
    if (this.used(this.touched, was) === null) return null;
    for (const node of nodes) this.defined(node, this.text);
    for (const node of childrenOf(old.program)) this.defined(node, old, named);
    const changed = this.mentioned();
    return changed && { changed, reached: this.used(changed, was) };
  }

  /**
   * The statements that mention a variable or a field that a function sets, and so on; null when that is most. `beside`:
   * something in the function's own statement does, too.
   */
  set(after: Node, before: Node, old: Text, named: ReadonlySet<string>): { pieces: number[]; beside: boolean } | null {
    const { source } = this.text;
    const isOutside = (word: string): boolean =>
      occurrences(source, word).some((offset) => offset < after.start || offset >= after.end);
    const { language } = this.text.names;
    for (const word of [
      ...setBy(after, this.text.names, isOutside),
      ...ownFields(source.slice(after.start, after.end), language),
    ])
      if (isOutside(word)) this.words.add(word);
    for (const word of [...setBy(before, old.names, (word) => named.has(word)), ...ownFields(old.source, language)])
      if (named.has(word) && isOutside(word)) this.words.add(word);
    const own = this.spans[this.touched[0]!]!;
    const beside = [...this.words].some((word) =>
      occurrences(source, word).some(
        (offset) => own.start <= offset && offset < own.end && (offset < after.start || offset >= after.end),
      ),
    );
    const pieces = this.mentioned();
    return pieces && { pieces, beside };
  }

  /** Takes up the names that the statement gives to things, and those of outer variables that it sets, or the latter `among` some. */
  private defined(node: Node, text: Text, among: ReadonlySet<string> | null = null): void {
    if (among === null) for (const word of definedBy(node, text, (word) => this.isElsewhere(word))) this.words.add(word);
    const wanted = (word: string): boolean =>
      (among === null || among.has(word)) && !this.words.has(word) && this.isElsewhere(word);
    for (const word of setBy(node, text.names, wanted)) this.words.add(word);
  }

  /** Whether the word stands in a statement that is not taken up yet. */
  private isElsewhere(word: string): boolean {
    let places = this.places.get(word);
    if (!places) {
      places = new Set(occurrences(this.text.source, word).map((offset) => pieceAt(this.spans, offset)));
      places.delete(-1);
      this.places.set(word, places);
    }
    for (const piece of places) if (!this.pieces.has(piece)) return true;
    return false;
  }

  private readonly places = new Map<string, Set<number>>();

  /** Adds every statement that mentions one of the names, and goes on with what those define; null when that is most. */
  private mentioned(): number[] | null {
    const { source, program } = this.text;
    // A set that grows while it is walked is walked to its end.
    let length = 0;
    for (const word of this.words)
      for (const offset of occurrences(source, word)) {
        const piece = pieceAt(this.spans, offset);
        if (piece < 0 || this.pieces.has(piece)) continue;
        this.pieces.add(piece);
        const { start, end } = this.spans[piece]!;
        length += end - start;
        if (length > source.length * MAX_PART) return null;
        for (const node of piecesOf(program)!.build(piece)) this.defined(node, this.text);
      }
    return [...this.pieces].sort(ascending);
  }

  /** The statements and those that define what they name, or `was` named, and so on. */
  private used(pieces: readonly number[], was: string): number[] | null {
    const defining = this.definitions();
    const found = new Set(pieces);
    for (const word of wordsIn(was)) for (const piece of defining.get(word) ?? []) found.add(piece);
    let length = 0;
    for (const piece of found) {
      const { start, end } = this.spans[piece]!;
      const statement = this.text.source.slice(start, end);
      if (inert.test(statement)) continue;
      length += statement.length;
      if (length > this.text.source.length * MAX_PART) return null;
      for (const word of wordsIn(statement)) for (const other of defining.get(word) ?? []) found.add(other);
    }
    return [...found].sort(ascending);
  }

  /** By name, the statements that may define it, told by their text: some more than those that do. */
  private definitions(): Map<string, number[]> {
    const { source } = this.text;
    const found = new Map<string, number[]>();
    this.spans.forEach(({ start, end }, piece) => {
      const whole = source.slice(start, end);
      for (const word of namesInText(whole)) {
        const pieces = found.get(word);
        if (pieces) pieces.push(piece);
        else found.set(word, [piece]);
      }
    });
    return found;
  }
}

const ascending = (a: number, b: number): number => a - b;

/** Nothing flows through a type, and an import is made of nothing in the file. */
const inert = /^(?:(?:export|declare)\s+)*(?:import|from|interface|type)\b(?!\s*[(.=])/;

/** Words that stand where a statement defines something, told by its text; in a class all that could be a member. */
function namesInText(statement: string): Set<string> {
  const words = new Set<string>();
  const text = statement.slice(decorators.exec(statement)![0].length);
  const head = /^(?:(?:export|default|declare|abstract|async)\s+)*(\w+)/.exec(text)?.[1] ?? '';
  const add = (part: string): void => {
    for (const word of wordsIn(part)) if (!keywords.has(word)) words.add(word);
  };
  switch (head) {
    case 'function':
    case 'def':
    case 'func':
      // Go's methods have their receiver first.
      add(/^[^({]*(?:\([^)]*\)\s*\w+)?/.exec(text)![0]);
      return words;
    case 'interface':
      add(/^[^\n{]*/.exec(text)![0]);
      return words;
    case 'type':
      add(/^[^=]*/.exec(text)![0]);
      return words;
    case 'class':
    case 'module':
    case 'namespace':
    case 'enum':
      add(/^[^\n{]*/.exec(text)![0]);
      for (const [, word] of text.matchAll(
        python.test(text) ? /\bdef\s+([\p{L}_][\p{L}\p{N}_]*)/gu : /([\p{L}_$][\p{L}\p{N}_$]*)\s*[(=:]/gu,
      ))
        words.add(word!);
      return words;
    case 'import':
    case 'from':
    case 'export':
      add(text);
      return words;
    case 'const':
    case 'let':
    case 'var':
      for (const part of declarators(text)) add(withoutType(part));
      return words;
    default: {
      // `a.b = …`, `a = b = …`
      const line = /^[^\n]*/.exec(text)![0];
      const sign = line.search(/=(?![=>])/);
      if (sign >= 0) add(line.slice(0, line.lastIndexOf('=')));
      return words;
    }
  }
}

/** A class of Python: its fields that are no methods are reached by its name alone. */
const python = /^class\s[^\n{]*:\s*(?:#[^\n]*)?(?:\n|$)/;
const keywords: ReadonlySet<string> = new Set(
  'export default declare abstract async function def func class module namespace interface type enum const let var await new exports this self'.split(
    ' ',
  ),
);

/** What is declared, without its type. */
const withoutType = (part: string): string => /^(?:\s*(?:const|let|var)\b)?\s*(?:[\w$]+|\{.*\}|\[.*\])/s.exec(part)?.[0] ?? part;

/** What stands in front of `=` in each part of a declaration: `a`, `{ b, c }`. */
function* declarators(text: string): Generator<string> {
  let depth = 0;
  let from = 0;
  let value = false;
  for (let at = nextMark(text, 0); at < text.length; at = nextMark(text, at + 1)) {
    const char = text[at]!;
    if (char === '"' || char === "'" || char === '`') {
      const end = text.indexOf(char, at + 1);
      if (end < 0) break;
      at = end;
    } else if (char === '(' || char === '[' || char === '{') depth++;
    else if (char === ')' || char === ']' || char === '}') depth--;
    else if (depth > 0) continue;
    else if (char === '=') {
      if (value || text[at + 1] === '>') continue;
      yield text.slice(from, at);
      value = true;
    } else {
      if (!value) yield text.slice(from, at);
      from = at + 1;
      value = false;
    }
  }
  if (!value) yield text.slice(from);
}

const marks = /["'`()[\]{}=,]/g;

function nextMark(text: string, from: number): number {
  marks.lastIndex = from;
  return marks.exec(text)?.index ?? text.length;
}

/** With what a member of a class begins that is told by its text, and its name. */
const member =
  /^(?:(?:public|private|protected|static|readonly|async|abstract|override|declare|accessor|get|set|[*#]|@[\w$.]+(?:\([^()]*\))?)\s*)*([\w$]+)\s*(?:[(=:;?!<\n]|$)/;
const method = /^(?:@[\w.]+(?:\([^()]*\))?\s*)*(?:async\s+)?def\s+(\w+)\s*\(/;
/** How much of a member is looked at for its name, code units. */
const MEMBER_HEAD = 200;

/** The names that a statement gives to things; of the members of a class those that are `wanted`, others need not be built. */
function definedBy(node: Node, { source, names }: Text, wanted: (word: string) => boolean): string[] {
  const head = names.language === 'python' ? method : scripts.has(names.language) ? member : null;
  const words: string[] = [];
  const take = (at: Node | null): void => {
    if (!at) return;
    if (at.kind === 'name') words.push(at.name);
    else if (at.kind === 'member') take(at.property);
    else eachTarget(at, (name) => words.push(name));
  };
  const visit = (at: Node): void => {
    switch (at.kind) {
      case 'func':
        take(at.name);
        return;
      case 'class': {
        take(at.name);
        const pieces = head && piecesOf(at);
        if (!pieces) at.body.forEach(visit);
        else
          pieces.spans.forEach(({ start }, piece) => {
            const name = head.exec(source.slice(start, start + MEMBER_HEAD))?.[1];
            if (name === undefined || wanted(name)) pieces.build(piece).forEach(visit);
          });
        return;
      }
      case 'namespace':
        at.body.forEach(visit);
        return;
      case 'vardef':
        take(at.target);
        return;
      case 'exprstmt':
        if (at.expr.kind === 'assign') take(at.expr.target);
        return;
      case 'import':
        take(at.alias ?? at.name ?? at.module);
        return;
      case 'other':
        at.kids.forEach(visit);
        return;
      default:
    }
  };
  visit(node);
  return words;
}
