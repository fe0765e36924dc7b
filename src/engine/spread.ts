/** What an edit of one unit of a file leads to: those that mention what it defines, and those that these are made of. */
import { childrenOf, type Node } from '../model/tree.ts';
import { piecesOf } from '../parse/lower.ts';
import { wordsIn } from './filter.ts';
import { occurrences, pieceAt } from './locate.ts';
import type { Names } from './names.ts';
import { setBy } from './outer-assignment.ts';
import { eachTarget } from './taint-scope.ts';
import { definitionsIn, fieldsIn, inert, MEMBER_HEAD, memberName, memberNames, tellsMembers, type Unit } from './unit.ts';

/** A parsed text. */
export interface Text {
  source: string;
  program: Node;
  names: Names;
}

/** Largest part of a file's text for which it is worth the trouble. */
const MAX_PART = 0.8;

export class Spread {
  private readonly units: Set<number>;
  private readonly words = new Set<string>();

  constructor(
    private readonly text: Text,
    private readonly all: readonly Unit[],
    /** Numbers of the units that the edit touches. */
    private readonly touched: readonly number[],
  ) {
    this.units = new Set(touched);
  }

  /**
   * The units of whoever calls what an edit touches, and what those are made of; null when that is most. `was`: what stood
   * there; `set`: of an edit within a function the names of what that sets.
   */
  over(
    old: Text,
    was: string,
    set: ReadonlySet<string> | null,
  ): { changed: readonly number[]; reached: readonly number[] | null } | null {
    // To read the text is cheap; who calls what takes names of every unit that is in question.
    if (this.used(this.touched, was) === null) return null;
    if (set) {
      for (const at of this.touched) this.named(this.all[at]!);
      for (const word of set) this.words.add(word);
    } else {
      for (const at of this.touched) this.defined(this.all[at]!);
      for (const node of childrenOf(old.program)) {
        this.name(node, old);
        this.assigned(node, old);
      }
    }
    const changed = this.mentioned();
    return changed && { changed, reached: this.used(changed, was) };
  }

  /**
   * The units that mention a variable or a field that a function sets, and so on; null when that is most. Of `before`, the
   * function in the old text, only what is `named` counts. `beside`: something in the function's own unit mentions one, too.
   */
  set(
    after: Node,
    before: Node,
    old: Text,
    named: ReadonlySet<string>,
  ): { units: readonly number[]; beside: boolean; words: ReadonlySet<string> } | null {
    const { source, names } = this.text;
    const isOutside = (word: string): boolean =>
      occurrences(source, word).some((offset) => offset < after.start || offset >= after.end);
    for (const word of setBy(after, names, isOutside)) this.words.add(word);
    for (const word of fieldsIn(textOf(after, this.text), names.language)) if (isOutside(word)) this.words.add(word);
    for (const word of setBy(before, old.names, (word) => named.has(word) && isOutside(word))) this.words.add(word);
    for (const word of fieldsIn(textOf(before, old), names.language))
      if (named.has(word) && isOutside(word)) this.words.add(word);
    const words = new Set(this.words);
    const own = this.all[this.touched[0]!]!;
    const beside = [...this.words].some((word) =>
      occurrences(source, word).some(
        (offset) => own.start <= offset && offset < own.end && (offset < after.start || offset >= after.end),
      ),
    );
    const units = this.mentioned(true);
    return units && { units, beside, words };
  }

  /** Takes up the names that the unit gives to things, or just to values, and those of outer variables and fields that it sets. */
  private defined(unit: Unit, values = false): void {
    if (!values) this.named(unit);
    if (unit.kind !== 'statement')
      for (const word of fieldsIn(textOf(unit, this.text), this.text.names.language)) this.words.add(word);
    for (const node of unit.build()) {
      if (values && node.kind !== 'func' && node.kind !== 'class') this.name(node, this.text);
      this.assigned(node, this.text);
    }
  }

  /** Takes up the names that the unit gives to things. */
  private named(unit: Unit): void {
    const { language } = this.text.names;
    if (unit.kind === 'class head') this.words.add(unit.owner!);
    if (unit.kind === 'member') for (const word of memberNames(unit, textOf(unit, this.text), language)) this.words.add(word);
    for (const node of unit.build()) this.name(node, this.text);
  }

  private name(node: Node, text: Text): void {
    for (const word of definedBy(node, text, (word) => this.isElsewhere(word))) this.words.add(word);
  }

  /** Takes up the names of outer variables and fields that the node sets. */
  private assigned(node: Node, text: Text): void {
    for (const word of setBy(node, text.names, (word) => !this.words.has(word) && this.isElsewhere(word))) this.words.add(word);
  }

  /** Whether the word stands in a unit that is not taken up yet. */
  private isElsewhere(word: string): boolean {
    let places = this.places.get(word);
    if (!places) {
      places = new Set(occurrences(this.text.source, word).map((offset) => pieceAt(this.all, offset)));
      places.delete(-1);
      this.places.set(word, places);
    }
    for (const unit of places) if (!this.units.has(unit)) return true;
    return false;
  }

  private readonly places = new Map<string, Set<number>>();

  /**
   * Adds every unit that mentions one of the names, and goes on with what those define, or with `values` alone; null when that
   * is most.
   */
  private mentioned(values = false): readonly number[] | null {
    const { source } = this.text;
    let length = 0;
    // A set that grows while it is walked is walked to its end.
    for (const word of this.words)
      for (const offset of occurrences(source, word)) {
        const at = pieceAt(this.all, offset);
        if (at < 0 || this.units.has(at)) continue;
        this.units.add(at);
        const unit = this.all[at]!;
        length += unit.end - unit.start;
        if (length > source.length * MAX_PART) return null;
        this.defined(unit, values);
      }
    return [...this.units].sort(ascending);
  }

  /** The units and those that define what they name, or `was` named, and so on. */
  private used(units: readonly number[], was: string): readonly number[] | null {
    const { source, names } = this.text;
    this.defining ??= definitionsIn(this.all, source, names.language);
    const { defining } = this;
    const found = new Set(units);
    for (const word of wordsIn(was)) for (const unit of defining.get(word) ?? []) found.add(unit);
    let length = 0;
    for (const at of found) {
      const { start, end } = this.all[at]!;
      const text = source.slice(start, end);
      if (inert.test(text)) continue;
      length += text.length;
      if (length > source.length * MAX_PART) return null;
      for (const word of wordsIn(text)) for (const other of defining.get(word) ?? []) found.add(other);
    }
    return [...found].sort(ascending);
  }

  private defining: ReadonlyMap<string, readonly number[]> | null = null;
}

const textOf = ({ start, end }: { start: number; end: number }, { source }: Text): string => source.slice(start, end);

const ascending = (a: number, b: number): number => a - b;

/** The names that a statement gives to things; of the members of a class those that are `wanted`, others need not be built. */
function definedBy(node: Node, { source, names }: Text, wanted: (word: string) => boolean): string[] {
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
        const pieces = tellsMembers(names.language) ? piecesOf(at) : null;
        if (!pieces) at.body.forEach(visit);
        else
          pieces.spans.forEach(({ start }, piece) => {
            const name = memberName(source.slice(start, start + MEMBER_HEAD), names.language);
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
