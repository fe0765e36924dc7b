/**
 * Patterns over any text. Blanks do not count; a list of the pattern (deeper indented lines) stands for the whole of one
 * list of the text, but a list of the text may also be read as if its items stood in the list around it.
 */
import type { RuleOptions } from '../model/rule.ts';
import type { Node } from '../model/tree.ts';
import type { GenericLexis, GenericText } from '../parse/generic-text.ts';
import { firstFrom } from './locate.ts';

export interface GenericMatch {
  start: number;
  end: number;
  bindings: Map<string, Node>;
}

/** Lines that `...` spans unless `generic_ellipsis_max_span` says otherwise. */
const MAX_SPAN = 10;
/** Steps for one beginning of a match, and for all of one pattern in one text. */
const STEPS = 20_000;
const ALL_STEPS = 3_000_000;
const MAX_MATCHES = 10_000;

export interface GenericSearch {
  matches: GenericMatch[];
  /** A limit was hit; there may be more. */
  exhausted: boolean;
}

export function lexisOf(options: RuleOptions): GenericLexis {
  const style = options['generic_comment_style'];
  return {
    comments: style === 'c' || style === 'cpp' || style === 'shell' ? style : 'none',
    wordCharacters: typeof options['generic_extra_word_characters'] === 'string' ? options['generic_extra_word_characters'] : '',
  };
}

/** One match for each beginning, the shortest that there is, in the order of the text. */
export function searchGeneric(pattern: readonly Node[], source: string, text: GenericText, options: RuleOptions): GenericSearch {
  const walk = new GenericWalk(source, text, options);
  const first = pattern[0];
  const last = pattern.at(-1);
  if (!first || !last) return { matches: [], exhausted: false };
  const count = text.starts.length;
  const found: GenericMatch[] = [];
  // A pattern that begins with `...` is only tried from the beginning of the text and of each list.
  const dots = isDots(first);
  // What ends with `...` leaves nothing of its list, but lists in it are lists of their own. By a list's first token, the end.
  const ends = new Set<number>();
  const covered = isDots(last) && !walk.disjoint ? new Map<number, number>() : null;
  for (let at = walk.nextLike(first, 0); at < count && found.length < MAX_MATCHES; at = walk.nextLike(first, at + 1)) {
    if (dots && at > 0 && (walk.disjoint || !text.lists.has(at))) continue;
    const list = text.listStarts[at]!;
    if (covered && text.starts[at]! < (covered.get(list) ?? 0)) continue;
    const match = walk.from(pattern, at);
    if (!match) continue;
    if (covered) {
      const { end } = match;
      if (!ends.has(end)) found.push(match);
      ends.add(end);
      covered.set(list, end);
      continue;
    }
    // A beginning further on that leads to the same end is the better one.
    if (found.at(-1)?.end === match.end) found.pop();
    found.push(match);
    if (walk.disjoint) while (at + 1 < count && text.starts[at + 1]! < match.end) at++;
  }
  return { matches: found, exhausted: walk.exhausted || found.length >= MAX_MATCHES };
}

const isDots = (node: Node): boolean => node.kind === 'ellipsis' || node.kind === 'metaellipsis';

/** Goes on from the token at `at`; `last` is the token matched last, -1 for none. */
type Next = (at: number, last: number) => boolean;

/** The list that is being read: its first token (-1 for the whole text) and the index behind its last. */
interface Within {
  from: number;
  to: number;
}

class GenericWalk {
  exhausted = false;
  /** Aliengrep looks for the next match behind the end of the last. */
  readonly disjoint: boolean;
  private readonly env = new Map<string, Node>();
  private readonly span: number;
  private readonly caseless: boolean;
  private readonly nested: boolean;
  private steps = 0;
  private allSteps = 0;

  constructor(
    private readonly source: string,
    private readonly text: GenericText,
    options: RuleOptions,
  ) {
    const alien = options['generic_engine'] === 'aliengrep';
    const span = options['generic_ellipsis_max_span'];
    this.disjoint = alien;
    this.nested = !alien;
    this.caseless = alien && options['generic_caseless'] === true;
    const oneLine = alien && options['generic_multiline'] === false;
    this.span = oneLine ? 0 : alien ? Number.POSITIVE_INFINITY : typeof span === 'number' ? span : MAX_SPAN;
  }

  /** The match that begins with the token at `at`. */
  from(pattern: readonly Node[], at: number): GenericMatch | null {
    const { starts, ends, listStarts, listEnds } = this.text;
    if (this.allSteps > ALL_STEPS) {
      this.exhausted = true;
      return null;
    }
    this.env.clear();
    this.steps = 0;
    let match: GenericMatch | null = null;
    const within: Within = this.nested ? { from: listStarts[at]!, to: listEnds[at]! } : { from: -1, to: starts.length };
    this.items(pattern, 0, at, -1, within, true, (_, last) => {
      if (last < 0) return false;
      match = { start: starts[at]!, end: ends[last]!, bindings: new Map(this.env) };
      return true;
    });
    this.allSteps += this.steps;
    return match;
  }

  /** The first token from `at` on that a pattern beginning with `item` may begin with; infinite for none. */
  nextLike(item: Node, at: number): number {
    const { length } = this.text.starts;
    if (item.kind === 'metavar') {
      let to = at;
      while (to < length && !this.isWord(to)) to++;
      return to < length ? to : Number.POSITIVE_INFINITY;
    }
    if (item.kind !== 'string' && item.kind !== 'other') return at;
    const places = this.placesOf(item);
    return places[firstFrom(places, at)] ?? Number.POSITIVE_INFINITY;
  }

  private readonly places = new Map<Node, readonly number[]>();

  /** The tokens that equal a word or mark of the pattern. */
  private placesOf(item: Node): readonly number[] {
    let places = this.places.get(item);
    if (!places) {
      const found: number[] = [];
      for (let at = 0; at < this.text.starts.length; at++) if (this.equals(item, at)) found.push(at);
      this.places.set(item, (places = found));
    }
    return places;
  }

  /** Matches the items from `index` on; `outermost` when they are those of the pattern itself, which may end anywhere. */
  private items(
    items: readonly Node[],
    index: number,
    at: number,
    last: number,
    within: Within,
    outermost: boolean,
    next: Next,
  ): boolean {
    if (++this.steps > STEPS) {
      this.exhausted = true;
      return false;
    }
    const item = items[index];
    if (!item) return next(at, last);
    const rest: Next = (to, end) => this.items(items, index + 1, to, end, within, outermost, next);
    switch (item.kind) {
      case 'string':
      case 'other':
        return at < within.to && this.equals(item, at) && rest(at + 1, at);
      case 'metavar':
        if (at >= within.to || !this.isWord(at)) return false;
        return this.bind(item.name, this.text.starts[at]!, this.text.ends[at]!, () => rest(at + 1, at));
      case 'ellipsis':
        return this.dots(null, items[index + 1], at, last, within, outermost, rest);
      case 'metaellipsis':
        return this.dots(item.name, items[index + 1], at, last, within, outermost, rest);
      case 'block':
        return this.list(item.body ?? [], at, last, within, rest);
      default:
        return false;
    }
  }

  private list(items: readonly Node[], at: number, last: number, within: Within, rest: Next): boolean {
    if (!this.nested) return this.items(items, 0, at, last, within, false, rest);
    for (const to of this.text.lists.get(at) ?? []) {
      if (to > within.to || (at === within.from && to === within.to)) continue;
      if (this.items(items, 0, at, last, { from: at, to }, false, (end, token) => end === to && rest(end, token))) return true;
    }
    // A list of nothing but `...` may be missing.
    return items.every((item) => item.kind === 'ellipsis') && rest(at, last);
  }

  /** `...` or `$...X`: as few tokens as what follows, from `then` on, allows; at the end, as many as there may be. */
  private dots(
    name: string | null,
    then: Node | undefined,
    at: number,
    last: number,
    within: Within,
    outermost: boolean,
    rest: Next,
  ): boolean {
    const { starts, ends, lines } = this.text;
    const limit = (last < 0 ? (lines[at] ?? 0) : lines[last]!) + this.span;
    const begin = last < 0 ? (starts[at] ?? 0) : ends[last]!;
    const take = (to: number): boolean => {
      const token = to > at ? to - 1 : last;
      if (name === null) return rest(to, token);
      return this.bind(name, begin, to > at ? ends[to - 1]! : begin, () => rest(to, token));
    };
    if (!then) {
      let to = at;
      while (to < within.to && (!outermost || lines[to]! <= limit)) to++;
      return take(to);
    }
    const goal = (from: number): number => (this.nested ? this.nextLike(then, from) : from);
    for (let to = goal(at); to <= within.to; to = goal(this.behind(to))) {
      if (to < within.to && lines[to]! > limit) return false;
      if (take(to)) return true;
      if (this.steps > STEPS) return false;
    }
    return false;
  }

  /** The token after this one; for aliengrep, after the bracket that closes it. */
  private behind(at: number): number {
    if (this.nested || at >= this.text.starts.length) return at + 1;
    const close = closers[this.source[this.text.starts[at]!]!];
    if (close === undefined) return at + 1;
    let depth = 0;
    const open = this.source[this.text.starts[at]!]!;
    for (let to = at; to < this.text.starts.length; to++) {
      this.steps++;
      const mark = this.source[this.text.starts[to]!]!;
      if (mark === open) depth++;
      else if (mark === close && --depth === 0) return to + 1;
    }
    return at + 1;
  }

  private bind(name: string, start: number, end: number, next: () => boolean): boolean {
    const value = this.source.slice(start, end);
    const before = this.env.get(name);
    if (before !== undefined) return before.kind === 'string' && same(before.value, value) && next();
    this.env.set(name, { kind: 'string', value, start, end, parent: null });
    const done = next();
    this.env.delete(name);
    return done;
  }

  private isWord(at: number): boolean {
    const { starts, ends } = this.text;
    return ends[at]! - starts[at]! > 1 || /\w/.test(this.source[starts[at]!]!);
  }

  private equals(item: Node, at: number): boolean {
    const wanted = item.kind === 'string' ? item.value : item.kind === 'other' ? item.text : '';
    const { starts, ends } = this.text;
    const start = starts[at]!;
    if (ends[at]! - start !== wanted.length) return false;
    if (this.caseless) return this.source.slice(start, ends[at]!).toLowerCase() === wanted.toLowerCase();
    return this.source.startsWith(wanted, start);
  }
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Blanks do not count. */
const same = (a: string, b: string): boolean => a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();
