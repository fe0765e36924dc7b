/** What is worked out once for a parsed file and asked for by many rules. */
import type { LanguageId } from '../model/language.ts';
import type { Anchor } from '../model/rule.ts';
import type { Node } from '../model/tree.ts';
import { piecesOf } from '../parse/lower.ts';
import type { RootMark } from '../rules/root-mark.ts';
import { holdsHandlers, indexText, joinedNames } from './filter.ts';
import { nodeAt, occurrences, pieceAt } from './locate.ts';
import type { Names } from './names.ts';

interface Range {
  start: number;
  end: number;
}

/** A text and where it stands in the file; its small letters are made when asked for. */
interface Excerpt {
  readonly text: string;
  readonly start: number;
  lower: string | null;
}

/** Part of a text from which on it is not worth an index of its own. */
const MOST = 0.7;

export class TreeIndex {
  private readonly nodes: Map<number, Node>;
  private readonly byAnchor = new Map<Anchor, readonly number[]>();
  private readonly byTexts = new Map<readonly string[], number[]>();
  private readonly byCaselessTexts = new Map<readonly string[], number[]>();
  private readonly known = new Map<string, readonly number[]>();
  private readonly statements: readonly Range[];
  private readonly excerpts: readonly Excerpt[];
  private readonly parts = new WeakMap<readonly Range[], TreeIndex>();
  /** Results of whole formulas, by key. */
  readonly results = new Map<string, unknown>();

  constructor(
    private readonly program: Node,
    private readonly source: string,
    private readonly language: LanguageId,
    private readonly names: Names,
    /** Statements of the top level; null for the whole file. */
    ranges: readonly Range[] | null = null,
    whole: TreeIndex | null = null,
  ) {
    this.statements = piecesOf(program)?.spans ?? [];
    this.nodes = whole?.nodes ?? new Map();
    this.excerpts = ranges
      ? ranges.map(({ start, end }) => ({ text: source.slice(start, end), start, lower: null }))
      : [{ text: source, start: 0, lower: null }];
  }

  /** The same for some statements of the file's top level: what stands elsewhere is nowhere. */
  within(ranges: readonly Range[]): TreeIndex {
    let part = this.parts.get(ranges);
    if (!part) {
      const length = ranges.reduce((sum, { start, end }) => sum + end - start, 0);
      part =
        length > this.source.length * MOST
          ? this
          : new TreeIndex(this.program, this.source, this.language, this.names, ranges, this);
      this.parts.set(ranges, part);
    }
    return part;
  }

  nodeAt(offset: number): Node {
    let node = this.nodes.get(offset);
    if (!node) this.nodes.set(offset, (node = nodeAt(this.program, offset)));
    return node;
  }

  /** Index of the statement of the file's top level that holds `offset`; -1 where there is none. */
  statementAt(offset: number): number {
    return pieceAt(this.statements, offset);
  }

  /** Indexes of the statements of the top level that the ranges touch; null when the file is not read by statements. */
  statementsOver(ranges: readonly { start: number; end: number }[]): ReadonlySet<number> | null {
    if (this.statements.length < 2) return null;
    const known = this.over.get(ranges);
    if (known) return known;
    const found = new Set<number>([-1]);
    for (const { start, end } of ranges)
      for (let at = this.firstFrom(start); at < this.statements.length && this.statements[at]!.start < end; at++) found.add(at);
    this.over.set(ranges, found);
    return found;
  }

  /** The statements of the file's top level that the range touches. */
  nodesIn({ start, end }: { start: number; end: number }): readonly Node[] {
    const pieces = piecesOf(this.program);
    if (!pieces) return [this.program];
    const found: Node[] = [];
    for (let at = this.firstFrom(start); at < this.statements.length && this.statements[at]!.start < end; at++)
      found.push(...pieces.build(at));
    return found;
  }

  private readonly over = new WeakMap<readonly { start: number; end: number }[], ReadonlySet<number>>();

  /** The first statement that ends behind `offset`. */
  private firstFrom(offset: number): number {
    let low = 0;
    let high = this.statements.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.statements[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Offsets where a match of a pattern with this anchor may be: of the word itself, and of what it is imported as. */
  offsets(anchor: Anchor): readonly number[] {
    const known = this.byAnchor.get(anchor);
    if (known) return known;
    const { word, role } = anchor;
    // Most words of most rules are nowhere in the text.
    if (this.language !== 'php' && !this.holds(word) && this.names.aliases(word).length === 0) {
      this.byAnchor.set(anchor, nowhere);
      return nowhere;
    }
    const key = `\0${role} ${word}`;
    let offsets = this.known.get(key);
    if (!offsets) {
      const aliases = this.names.aliases(word);
      const all = this.language === 'php' ? this.caseless(word) : this.places(word);
      const own =
        all.length === 0 ||
        role === 'any' ||
        !dotted.has(this.language) ||
        (bareCalls[this.language]?.has(word) ?? false) ||
        this.names.importsAs(word) ||
        this.names.wildcards().length > 0
          ? all
          : all.filter((at) => this.looksLike(role, at, word.length));
      const joined = this.names.wide ? this.joinedPlaces(word) : nowhere;
      offsets =
        aliases.length + joined.length === 0 ? own : [...own, ...joined, ...aliases.flatMap((alias) => this.places(alias))];
      this.known.set(key, offsets);
    }
    this.byAnchor.set(anchor, offsets);
    return offsets;
  }

  /** False where the word is nowhere in the text. */
  private holds(word: string): boolean {
    this.words ??= indexText(this.excerpts.map(({ text }) => text).join('\n')).names();
    // A variable of PHP may stand behind letters.
    return this.words.has(word) || word.startsWith('$');
  }

  private words: ReadonlySet<string> | null = null;

  /** Whether the word is part of a path of which everything is imported: what comes from there is written without it. */
  inWildcard(word: string): boolean {
    return this.names.wildcards().some((path) => path.includes(word));
  }

  /** Offsets of the whole word. */
  private places(word: string): number[] {
    return this.excerpts.flatMap(({ text, start }) => shifted(occurrences(text, word), start));
  }

  private joined: readonly (readonly [ReadonlyMap<string, readonly number[]>, number])[] | null = null;

  /** Where the word is put together from literals. */
  private joinedPlaces(word: string): readonly number[] {
    this.joined ??= this.excerpts.map(({ text, start }) => [joinedNames(text), start] as const);
    return this.joined.flatMap(([names, start]) => (names.get(word) ?? nowhere).map((at) => at + start));
  }

  /** PHP's functions and classes may be written in any case, its `die` is `exit`, and `<?=` is `echo`. */
  private caseless(word: string): number[] {
    if (word.startsWith('$')) return this.places(word);
    return this.excerpts.flatMap((excerpt) => {
      const { text, start } = excerpt;
      excerpt.lower ??= lowered(text);
      const found = occurrences(excerpt.lower, word.toLowerCase());
      if (word === 'exit') found.push(...occurrences(excerpt.lower, 'die'));
      if (word === 'echo') for (const mark of text.matchAll(/<\?=\s*/g)) found.push(mark.index + mark[0].length);
      return shifted(found, start);
    });
  }

  /**
   * Offsets of what a metavariable can stand for when its code holds one of the texts: of the texts, and of what is
   * imported from where they are in the path; they ascend. Results are kept by the list itself.
   */
  offsetsOfTexts(texts: readonly string[], caseless: boolean): readonly number[] {
    const known = caseless ? this.byCaselessTexts : this.byTexts;
    let found = known.get(texts);
    if (found) return found;
    found = [];
    for (const text of texts) for (const offset of caseless ? this.caselessText(text) : this.text(text)) found.push(offset);
    for (const local of this.names.importedFrom(texts)) found.push(...this.places(local));
    // A request that has another name is seen where its parts are.
    const [first] = this.excerpts;
    if (found.length === 0 && first && this.names.wide && texts.includes('req') && holdsHandlers(this.source))
      found.push(first.start);
    found.sort((a, b) => a - b);
    known.set(texts, found);
    return found;
  }

  private text(wanted: string): readonly number[] {
    let offsets = this.known.get(wanted);
    if (!offsets) {
      const found: number[] = [];
      for (const { text, start } of this.excerpts)
        for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) found.push(start + at);
      this.known.set(wanted, (offsets = found));
    }
    return offsets;
  }

  private caselessText(text: string): number[] {
    const wanted = text.toLowerCase();
    const found: number[] = [];
    for (const excerpt of this.excerpts) {
      excerpt.lower ??= lowered(excerpt.text);
      for (let at = excerpt.lower.indexOf(wanted); at >= 0; at = excerpt.lower.indexOf(wanted, at + 1))
        found.push(excerpt.start + at);
    }
    return found;
  }

  /** Offsets of any of the marks. */
  offsetsOfMarks(mark: RootMark): readonly number[] {
    const { words, texts } = mark;
    const [only] = texts;
    if (words.length === 0 && texts.length === 1) return this.text(only!);
    let offsets = this.byMark.get(mark);
    if (!offsets) {
      offsets = [
        ...words.flatMap((word) => this.offsets({ word, levels: 0, role: 'any' })),
        ...texts.flatMap((text) => this.text(text)),
      ];
      this.byMark.set(mark, offsets);
    }
    return offsets;
  }

  private readonly byMark = new Map<RootMark, readonly number[]>();

  /** A property stands behind a dot, a callee in front of its arguments; a comment may lie between. */
  private looksLike(role: 'property' | 'callee', at: number, length: number): boolean {
    const { source } = this;
    // An annotation of Java without arguments is a call.
    if (role === 'callee' && source[at - 1] === '@') return true;
    const step = role === 'property' ? -1 : 1;
    for (let i = role === 'property' ? at - 1 : at + length; i >= 0 && i < source.length; i += step) {
      const char = source.charCodeAt(i);
      if (char === 32 || char === 9) continue;
      // A line break may hide a comment behind it.
      if (char === 10 || char === 13) return true;
      if ((role === 'property' ? beforeProperty : afterCallee).includes(source[i]!)) return true;
      return this.names.wide && (role === 'property' ? beforeHidden : afterHidden).includes(source[i]!);
    }
    return false;
  }
}

/** The text in small letters, each at its place: letters whose small form is longer stay. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

const shifted = (offsets: number[], by: number): number[] => (by === 0 ? offsets : offsets.map((offset) => offset + by));

const nowhere: readonly number[] = [];

const beforeProperty = '.>:/\\';
const afterCallee = '(<`?!/.\\';
/** In `cp['exec'](x)`, `const { query } = req`, `(0, eval)(x)` and `call_user_func('system', $x)`. */
const beforeHidden = '\'"`{,';
const afterHidden = ')\'"`,[';

/** What is called without parentheses. */
const bareCalls: Partial<Record<LanguageId, ReadonlySet<string>>> = {
  php: new Set(['echo', 'print', 'include', 'include_once', 'require', 'require_once', 'exit']),
  python: new Set(['print', 'exec']),
};

/** Languages that write a call with parentheses and a member behind a mark. */
const dotted: ReadonlySet<LanguageId> = new Set(['javascript', 'typescript', 'python', 'go', 'java', 'csharp', 'php']);
