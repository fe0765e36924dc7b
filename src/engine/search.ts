/**
 * A formula over one file → the ranges where it holds, with bindings.
 *
 * Patterns are only tried where their identifiers stand; a part without identifiers is only tried around and inside the
 * ranges that the other parts of its `all` have left.
 */
import type { LanguageId } from '../model/language.ts';
import type { Anchor, Condition, Formula, PatternVariant, RuleOptions } from '../model/rule.ts';
import { childrenOf, type Kind, type Node } from '../model/tree.ts';
import { type GenericText, readGeneric } from '../parse/generic-text.ts';
import { headMembers, piecesOf } from '../parse/lower.ts';
import { anchorsOf } from '../rules/anchors.ts';
import { treeOf } from '../rules/bundle.ts';
import { TRY_PART } from '../rules/placeholder.ts';
import { marksOf } from '../rules/root-mark.ts';
import { codeOf, holds, quickTests } from './condition.ts';
import { isNode, meaningsIn } from './equal.ts';
import { lexisOf, searchGeneric } from './generic.ts';
import { holdsOffset, walk } from './locate.ts';
import {
  binds,
  excludes,
  focused,
  intersect,
  isWithin,
  MAX_MATCHES,
  type Match,
  merged,
  metavariablesIn,
  type Range,
  unique,
} from './matches.ts';
import { startOf } from './matching/attributes.ts';
import { scripts } from './matching/dialect.ts';
import { isVeil } from './matching/disguise.ts';
import { Matcher } from './matching/matcher.ts';
import { type Bindings, type Bound, isDots } from './matching/matching.ts';
import { rootTest, typedLanguages } from './root-test.ts';
import { isToken, readsTokens } from './rust-macro.ts';
import { statementsOf } from './statements.ts';
import type { Tree } from './tree.ts';
import type { TreeIndex } from './tree-index.ts';

/** Where matches are wanted: those that hold one of the ranges or lie in one; `around`: only those that hold one. */
interface Scope {
  ranges: readonly Range[];
  around: boolean;
}

/** Most ways in which one pattern may match one node. */
const MAX_WAYS = 64;
/** Most groups of equal bindings that are looked at one by one. */
const MAX_GROUPS = 24;
/** Longest text in code units on which a regular expression of a rule is run at once. */
const REGEX_LIMIT = 4_000_000;

/** Places at which a match must be looked for; the root is at most so many levels up, -1 for any number, or just `below`. */
interface Places {
  offsets: readonly number[];
  levels: number;
  below?: boolean;
}
/** So few places that none are looked for that are fewer. */
const FEW = 3;

/** Numbers of the groups that go by a name instead. */
function namedGroups(regex: string): ReadonlySet<number> {
  const named = new Set<number>();
  let group = 0;
  for (const [part] of regex.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?<(?![=!]))?(?!\?)/gs))
    if (part[0] === '(' && ++group && part.length > 1) named.add(group);
  return named;
}

/** A template behind a tag is no expression of its own. */
const isTagged = ({ parent, end }: Node, language: LanguageId): boolean =>
  parent?.kind === 'call' && parent.end === end && (scripts.has(language) || isShell(parent.callee));
const isShell = (callee: Node): boolean => callee.kind === 'name' && callee.name === '`';

export class Searcher {
  private readonly matcher: Matcher;
  /** The options that change what a pattern matches. */
  private readonly optionsKey: string;
  readonly notes = new Set<string>();
  /** Bounds of an analysis that were hit. */
  readonly bounds = new Set<string>();

  constructor(
    readonly tree: Tree,
    readonly options: RuleOptions,
    /** Parses a text in another language, for `metavariable-pattern` with `language`; null when it cannot. */
    readonly parseOther: (text: string, language: LanguageId) => Tree | null,
    /** Seconds since 1970, for `today()`. */
    readonly now?: number,
    /** Where matches are wanted; null for everywhere. Matches elsewhere may be left out. */
    readonly focus: readonly Range[] | null = null,
  ) {
    this.matcher = new Matcher(tree.names, options);
    this.optionsKey = JSON.stringify(Object.entries(options).filter(([name]) => !name.startsWith('taint_')));
  }

  /** All ranges of the file in which the formula holds. */
  search(formula: Formula): readonly Match[] {
    const { focus } = this;
    const scope: Scope | null = focus && { ranges: focus, around: false };
    if (formula.key === undefined) return unique(this.evaluate(formula, scope, null));
    const key = `${formula.key} ${this.optionsKey}`;
    const { results } = this.tree.index;
    const known = results.get(key) as { focus: readonly Range[] | null; matches: readonly Match[] } | undefined;
    if (known && known.focus === focus) return known.matches;
    const matches = unique(this.evaluate(formula, scope, null));
    results.set(key, { focus, matches });
    return matches;
  }

  /** A name that is no expression where it stands, but is looked at by itself. */
  private bare: Node | null = null;
  /** The code of the metavariable that is looked at by itself: all that regular expressions see. */
  private excerpt: Range | null = null;

  /** The ranges inside `range`, with the metavariables of `given` bound; `node` may be one without being an expression. */
  searchWithin(formula: Formula, range: Range, given: Bindings, node: Node | null = null): Match[] {
    const { bare, excerpt } = this;
    this.bare = node;
    this.excerpt = range;
    const found = this.evaluate(formula, { ranges: [range], around: false }, given);
    this.bare = bare;
    this.excerpt = excerpt;
    return found.filter((match) => match.start >= range.start && match.end <= range.end);
  }

  /** `hint`: offsets one of which lies in every match that is wanted; null when nothing is known. */
  private evaluate(
    formula: Formula,
    scope: Scope | null,
    given: Bindings | null,
    hint: readonly number[] | null = null,
    /** Conditions that the matches must meet in the end. */
    later: readonly Condition[] = [],
  ): Match[] {
    switch (formula.kind) {
      case 'pattern': {
        const variant = this.variantOf(formula);
        if (!variant) return [];
        if (this.tree.language === 'generic') return this.generic(variant, scope, given);
        this.matcher.tests = quickTests(later, this.tree);
        return variant.sequence ? this.runs(variant, scope, given, hint) : this.nodes(variant, scope, given, hint);
      }
      case 'regex':
        return this.regex(formula, scope);
      case 'inside':
        return this.evaluateWide(formula.of, scope, given).map((match) => ({ ...match, inside: true }));
      case 'any':
        return unique(formula.of.flatMap((part) => this.evaluate(part, scope, given, hint, later)));
      case 'all':
        return this.all(formula, scope, given, later);
      default:
        return formula satisfies never;
    }
  }

  /** Like `evaluate`, where the widest range is all that counts. */
  private evaluateWide(formula: Formula, scope: Scope | null, given: Bindings | null): Match[] {
    const wide = formula.kind === 'pattern' || (formula.kind === 'any' && formula.of.every(({ kind }) => kind === 'pattern'));
    if (wide) this.wide++;
    const found = this.evaluate(formula, scope, given);
    if (wide) this.wide--;
    return found;
  }

  /** Above 0: of the ranges that begin at one place the widest will do. */
  private wide = 0;

  /** The pattern in the language of the file. */
  private variantOf({ pattern: { trees } }: Extract<Formula, { kind: 'pattern' }>): PatternVariant | undefined {
    return trees.find(({ languages }) => languages.includes(this.tree.language));
  }

  /**
   * Where places of a pattern of one node are looked up: of the file only the statements that are searched, where all of
   * the scope lies in them. A run of statements may begin or end elsewhere.
   */
  private indexFor(scope: Scope | null): TreeIndex {
    const { focus, tree } = this;
    if (focus === null || scope === null) return tree.index;
    const within =
      scope.ranges === focus ||
      scope.ranges.every(({ start, end }) => focus.some((range) => range.start <= start && end <= range.end));
    return within ? tree.index.within(focus) : tree.index;
  }

  /** False when an identifier that every match needs is nowhere in the text. */
  private possible(formula: Formula, index: TreeIndex): boolean {
    switch (formula.kind) {
      case 'pattern': {
        const variant = this.variantOf(formula);
        return variant !== undefined && !this.isMissing(variant.anchors, variant.sequence ? this.tree.index : index);
      }
      case 'regex':
        return true;
      case 'inside':
        return this.possible(formula.of, index);
      case 'any':
        return formula.of.some((part) => this.possible(part, index));
      case 'all':
        return (
          formula.of.every((part) => this.possible(part, index)) &&
          (formula.where.length === 0 || formula.of.every((part) => this.hintOf(part, formula.where, index)?.length !== 0))
        );
      default:
        return formula satisfies never;
    }
  }

  private all(
    formula: Extract<Formula, { kind: 'all' }>,
    scope: Scope | null,
    given: Bindings | null,
    later: readonly Condition[],
  ): Match[] {
    // Around a run of statements, which may begin or end elsewhere, the other parts are looked for elsewhere, too.
    const index = this.holdsRuns(formula) ? this.tree.index : this.indexFor(scope);
    if (!this.possible(formula, index)) return [];
    const conditions = later.length === 0 ? formula.where : [...formula.where, ...later];
    const parts = formula.of.length < 2 ? formula.of : this.cheapestFirst(formula.of, conditions, index);
    const [first, ...rest] = parts;
    // Without a positive operator the place that was given is meant, or all of the text.
    let found: Match[] = first
      ? this.evaluate(first, scope, given, this.hintOf(first, conditions, index), conditions)
      : (scope?.ranges ?? [{ start: 0, end: this.tree.source.length }]).map(({ start, end }) => ({
          start: this.beginOf(start),
          end,
          node: null,
          bindings: given ?? new Map(),
          inside: false,
        }));
    // Runs of statements are looked for around every single match.
    if (rest.some((part) => this.holdsRuns(part))) found = this.pruned(found, later);
    let where: readonly Condition[] = formula.where;
    for (const part of rest) {
      ({ found, where } = this.early(found, where));
      if (found.length === 0) return found;
      const around = part.kind === 'inside' && found.every((match) => !match.inside);
      found = intersect(found, this.around(part, found, around, given), this.tree.names);
    }
    ({ found, where } = this.early(unique(found), where));
    for (const negation of formula.not) {
      if (found.length === 0) return found;
      if (negation.kind === 'not-inside') this.wide++;
      const refuted = this.around(negation.of, found, negation.kind === 'not-inside', given);
      if (negation.kind === 'not-inside') this.wide--;
      if (refuted.length > 0)
        found = found.filter((match) => !refuted.some((other) => excludes(negation, other, match, this.tree.names)));
    }
    return this.refine(found, where, formula.focus);
  }

  /** To the reference the `async` of a function that is looked at by itself is no part of it. */
  private beginOf(start: number): number {
    const { source, names } = this.tree;
    if (names.wide || this.excerpt?.start !== start || !scripts.has(names.language)) return start;
    return start + (/^async\b\s*(?=[(\w$])/.exec(source.slice(start, start + 100))?.[0].length ?? 0);
  }

  /** Where the texts stand that a condition asks of a metavariable which every match of the part binds. */
  private hintOf(part: Formula, where: readonly Condition[], index: TreeIndex): readonly number[] | null {
    let best: readonly number[] | null = null;
    for (const condition of where) {
      if (
        condition.kind !== 'regex' ||
        condition.constantPropagation ||
        condition.texts.length === 0 ||
        !binds(part, condition.metavariable, this.tree.names.wide)
      )
        continue;
      const offsets = index.offsetsOfTexts(condition.texts, condition.flags.includes('i'));
      if (best === null || offsets.length < best.length) best = offsets;
    }
    return best;
  }

  /** Whether a pattern of several statements is among the parts. */
  private holdsRuns(formula: Formula): boolean {
    const known = runs.get(formula);
    if (known?.language === this.tree.language) return known.holds;
    const holds = this.findsRuns(formula);
    runs.set(formula, { language: this.tree.language, holds });
    return holds;
  }

  private findsRuns(formula: Formula): boolean {
    switch (formula.kind) {
      case 'pattern':
        return this.variantOf(formula)?.sequence ?? false;
      case 'regex':
        return false;
      case 'inside':
        return this.holdsRuns(formula.of);
      case 'any':
      case 'all':
        return formula.of.some((part) => this.holdsRuns(part));
      default:
        return formula satisfies never;
    }
  }

  /** Applies the conditions whose metavariables every match has already, so that less is left to look at. */
  private early(matches: Match[], where: readonly Condition[]): { found: Match[]; where: readonly Condition[] } {
    let found = matches;
    const later: Condition[] = [];
    for (const condition of where) {
      // What a group of the expression binds is for what stands around, not for the other conditions.
      const ready =
        condition.kind === 'regex' &&
        !/\(\?<\w/.test(condition.regex) &&
        found.every(({ bindings }) => bindings.has(condition.metavariable));
      if (ready) found = found.flatMap((match) => holds(condition, match, this));
      else later.push(condition);
    }
    return { found, where: later };
  }

  /** Without matches that a formula around this one drops in the end. */
  private pruned(matches: Match[], later: readonly Condition[]): Match[] {
    let found = matches;
    for (const condition of later)
      if (condition.kind === 'regex')
        found = found.filter((match) => !match.bindings.has(condition.metavariable) || holds(condition, match, this).length > 0);
    return found;
  }

  /**
   * A part around or inside matches that are there already. What they bind is given to the part, group by group, so that
   * it is only tried with the code that its metavariables must stand for.
   */
  private around(part: Formula, found: readonly Match[], around: boolean, given: Bindings | null): Match[] {
    const names = metavariablesIn(part);
    const groups = new Map<string, { bindings: Bindings; ranges: Match[] }>();
    for (const match of found) {
      const bound = [...match.bindings].filter(([name]) => names.has(name));
      const key = bound
        .map(([name, value]) => `${name}=${codeOf(value, this.tree.source)}${meaningsIn(value, this.tree.names)}`)
        .join('\n');
      const group = groups.get(key);
      if (group) group.ranges.push(match);
      else groups.set(key, { bindings: new Map([...(given ?? []), ...bound]), ranges: [match] });
      if (groups.size > MAX_GROUPS) return this.evaluate(part, { ranges: found, around }, given);
    }
    return [...groups.values()].flatMap(({ bindings, ranges }) => this.evaluate(part, { ranges, around }, bindings));
  }

  private refine(matches: Match[], where: readonly Condition[], focus: string[][]): Match[] {
    const left = where.length === 0 ? matches : matches.flatMap((match) => this.fitting(match, where));
    if (focus.length === 0) return left;
    // Several foci must lie within each other.
    return unique(
      left.flatMap((match) =>
        focus
          .map((metavariables) => focused(match, metavariables, this.options['focus_anywhere'] === true))
          .reduce((ones, others) =>
            ones.flatMap((one) =>
              others.flatMap((other) => (isWithin(one, other) ? [one] : isWithin(other, one) ? [other] : [])),
            ),
          ),
      ),
    );
  }

  /** The match for which all conditions hold, with what they bind besides; none sees what another one binds. */
  private fitting(match: Match, where: readonly Condition[]): Match[] {
    let found = [match];
    for (const condition of where) {
      const fits = holds(condition, match, this);
      if (fits.length === 0) return [];
      if (fits.length === 1 && fits[0] === match) continue;
      found = found.flatMap((one) => fits.map(({ bindings }) => ({ ...one, bindings: new Map([...bindings, ...one.bindings]) })));
    }
    return found.slice(0, MAX_WAYS);
  }

  private cheapestFirst(parts: readonly Formula[], where: readonly Condition[], index: TreeIndex): Formula[] {
    const costs = parts.map((part) => ({ part, cost: this.costWith(part, where, index) }));
    return costs.sort((a, b) => a.cost - b.cost).map(({ part }) => part);
  }

  /** A rough order: what is anchored in rare words first, what may match anywhere last. */
  cost(formula: Formula, index: TreeIndex = this.tree.index): number {
    switch (formula.kind) {
      case 'pattern': {
        const variant = this.variantOf(formula);
        if (!variant) return 0;
        if (variant.anchors.length > 0) return 10;
        if (variant.sequence) return 900;
        const places = this.rarestMark(treeOf(variant), null, index);
        return places === null ? 800 : Math.min(100 + places.offsets.length, 700);
      }
      case 'regex':
        return 20;
      case 'inside': {
        const of = this.cost(formula.of, index);
        return of < 800 ? of + 40 : of + 1000;
      }
      case 'all':
        return Math.min(...formula.of.map((part) => this.costWith(part, formula.where, index)));
      case 'any':
        return Math.max(...formula.of.map((part) => this.cost(part, index)));
      default:
        return formula satisfies never;
    }
  }

  /** About how many places a search for the formula tries. */
  places(formula: Formula, index: TreeIndex = this.indexFor(this.focus && { ranges: this.focus, around: false })): number {
    switch (formula.kind) {
      case 'pattern': {
        const variant = this.variantOf(formula);
        if (!variant || this.isMissing(variant.anchors, index)) return 0;
        if (variant.anchors.length > 0) return this.rarest(variant.anchors, index)?.offsets.length ?? EVERYWHERE;
        return variant.sequence ? EVERYWHERE : (this.rarestMark(treeOf(variant), null, index)?.offsets.length ?? EVERYWHERE);
      }
      case 'regex':
        return 10;
      case 'inside':
        return this.places(formula.of, index);
      case 'any':
        return formula.of.reduce((sum, part) => sum + this.places(part, index), 0);
      case 'all': {
        if (!this.possible(formula, index)) return 0;
        let least = EVERYWHERE;
        for (const part of formula.of) {
          const hint = this.hintOf(part, formula.where, index);
          least = Math.min(least, this.places(part, index), hint?.length ?? EVERYWHERE);
        }
        return least;
      }
      default:
        return formula satisfies never;
    }
  }

  /** The cost of a part where a condition demands texts of what it binds: the fewer places, the better. */
  private costWith(part: Formula, where: readonly Condition[], index: TreeIndex): number {
    const cost = this.cost(part, index);
    if (cost < 100 || cost > 900) return cost;
    const hint = this.hintOf(part, where, index);
    return hint === null ? cost : Math.min(cost, 100 + hint.length);
  }

  // ---- leaves

  private nodes(variant: PatternVariant, scope: Scope | null, given: Bindings | null, hint: readonly number[] | null): Match[] {
    // What a variable stands for is written elsewhere.
    const anchors = this.options['symbolic_propagation'] === true ? [] : variant.anchors;
    const near = this.indexFor(scope);
    if (this.isMissing(anchors, near)) return [];
    const pattern = treeOf(variant);
    // The block of a program is the file.
    const index = pattern.kind === 'block' ? this.tree.index : near;
    const found: Match[] = [];
    // The reference finds no `catch` alone.
    if (pattern.kind === 'catch' && typedLanguages.has(this.tree.language) && !this.tree.names.wide) return [];
    const fits = rootTest(pattern, this.tree.language, this.tree.names.wide);
    const tokens = readsTokens(this.tree.names);
    for (const node of this.candidates(anchors, scope, hint, index, pattern)) {
      if (!fits(node) && (node !== this.bare || node.kind !== pattern.kind)) continue;
      if (tokens && isToken(node, this.tree.source)) continue;
      if (node.kind === 'vardef' && headMembers.has(node) && !this.tree.names.wide) continue;
      // What the head of a loop declares is part of the loop.
      if (node.kind === 'vardef' && node.parent?.kind === 'for' && !openHeads.has(this.tree.language)) continue;
      if (pattern.kind === 'template' && !shells.has(this.tree.language) && isTagged(node, this.tree.language)) continue;
      let ways = 0;
      this.matcher.find(pattern, node, given, (bindings) => {
        const first = pattern.kind === 'other' && pattern.type === TRY_PART && pattern.text === 'body' ? node.parent! : node;
        found.push({ start: startOf(first, this.tree.names), end: node.end, node, bindings, inside: false });
        return ++ways >= MAX_WAYS;
      });
      if (found.length > MAX_MATCHES) {
        this.notes.add('too many matches of one pattern');
        break;
      }
    }
    if (this.matcher.exhausted) this.notes.add('a pattern was given up on a node: too many ways to match');
    return found;
  }

  private runs(variant: PatternVariant, scope: Scope | null, given: Bindings | null, hint: readonly number[] | null): Match[] {
    const { index } = this.tree;
    if (this.isMissing(variant.anchors, index)) return [];
    const pattern = (treeOf(variant) as Extract<Node, { kind: 'block' }>).body;
    const found: Match[] = [];
    const fits = isDots(pattern[0]!) ? () => true : rootTest(pattern[0]!, this.tree.language, this.tree.names.wide);
    for (const node of this.candidates(variant.anchors, scope, hint, index)) {
      if (node === this.tree.program && !this.mayBegin(pattern[0]!, fits, given)) continue;
      const statements = statementsOf(node, this.tree.language);
      if (!statements) continue;
      // The members of a class are matched from the first one on.
      const last = node.kind === 'class' && typedLanguages.has(this.tree.language) ? 1 : statements.length;
      for (let from = 0; from < Math.min(last, statements.length); from++) {
        const first = statements[from]!;
        if (scope?.around && !scope.ranges.some((range) => first.start <= range.start && range.end <= node.end)) break;
        if (!fits(first)) continue;
        let ways = 0;
        this.matcher.findRun(pattern, statements, from, given, this.wide === 0, (bindings, last) => {
          found.push({ start: first.start, end: last.end, node: null, bindings, inside: false });
          return ++ways >= MAX_WAYS;
        });
        if (found.length > MAX_MATCHES) return found;
      }
    }
    if (this.matcher.exhausted) this.notes.add('a pattern was given up on a statement list: too many ways to match');
    return found;
  }

  /** Whether a run of statements at the file's top level can begin with `head`; false without reading the whole file. */
  private mayBegin(head: Node, fits: (node: Node) => boolean, given: Bindings | null): boolean {
    const { program, index } = this.tree;
    const pieces = piecesOf(program);
    if (!pieces || isDots(head) || this.options['symbolic_propagation'] === true) return true;
    let anchors = heads.get(head);
    if (!anchors) heads.set(head, (anchors = anchorsOf(head)));
    const rarest = this.rarest(anchors, index);
    const begins = beginning(head, this.tree.language);
    if (!rarest && !begins) return true;
    const { spans } = pieces;
    const named = givenTarget(head, given);
    const statements = rarest ? new Set(rarest.offsets.map((offset) => index.statementAt(offset))) : spans.keys();
    for (const statement of statements) {
      const span = spans[statement];
      if (!span || (begins && !begins(this.tree.source.slice(span.start, span.start + 24)))) continue;
      if (named !== null && !this.tree.source.slice(span.start, span.end).includes(named)) continue;
      for (const node of pieces.build(statement)) if (fits(node) && this.matcher.find(head, node, given, () => true)) return true;
    }
    return false;
  }

  /** A pattern over words and marks; found once for the whole text. */
  private generic(variant: PatternVariant, scope: Scope | null, given: Bindings | null): Match[] {
    const { index, source } = this.tree;
    const lexis = lexisOf(this.options);
    const key = `text ${lexis.comments} ${lexis.wordCharacters}`;
    let text = index.results.get(key) as GenericText | undefined;
    if (!text) index.results.set(key, (text = readGeneric(source, lexis)));
    let found = this.genericMatches.get(variant);
    if (!found) {
      const tree = treeOf(variant);
      const { matches, exhausted } = searchGeneric(tree.kind === 'block' ? tree.body : [tree], source, text, this.options);
      if (exhausted) this.notes.add('a pattern was given up: too many ways to match');
      found = matches.map((match) => ({ ...match, node: null, inside: false }));
      this.genericMatches.set(variant, found);
    }
    return found.filter(
      (match) => (!scope || inScope(match, scope)) && (!given || merged(match.bindings, given, this.tree.names) !== null),
    );
  }

  private readonly genericMatches = new WeakMap<PatternVariant, Match[]>();

  private regex(formula: Extract<Formula, { kind: 'regex' }>, scope: Scope | null): Match[] {
    const from = this.excerpt?.start ?? 0;
    const source = this.excerpt ? this.tree.source.slice(from, this.excerpt.end) : this.tree.source;
    if (source.length > REGEX_LIMIT) {
      this.notes.add('the text is too long for regular expressions');
      return [];
    }
    const found: Match[] = [];
    const regex = new RegExp(formula.regex, `${formula.flags.replace(/[gyd]/g, '')}gd`);
    const named = namedGroups(formula.regex);
    for (const match of source.matchAll(regex)) {
      const { indices } = match;
      const [whole] = indices ?? [];
      // Behind the last line break is no line that could be empty.
      if (!whole || (whole[0] === whole[1] && whole[0] === source.length)) continue;
      const range = { start: from + whole[0], end: from + whole[1] };
      if (scope && !inScope(range, scope)) continue;
      const bindings = new Map<string, Bound>();
      const bind = (name: string, span: [number, number] | undefined): void => {
        if (span)
          bindings.set(name, {
            kind: 'string',
            value: source.slice(span[0], span[1]),
            start: from + span[0],
            end: from + span[1],
            parent: null,
          });
      };
      for (let group = 1; group < match.length; group++) if (!named.has(group)) bind(`$${group}`, indices?.[group]);
      for (const [name, span] of Object.entries(indices?.groups ?? {})) bind(`$${name}`, span);
      found.push({ ...range, node: null, bindings, inside: false });
      if (found.length > MAX_MATCHES) break;
    }
    return found;
  }

  // ---- candidates

  /** Nodes worth trying: those over the rarest anchor, else those that the scope allows, else all. */
  private candidates(
    anchors: readonly Anchor[],
    scope: Scope | null,
    hint: readonly number[] | null,
    index: TreeIndex,
    root: Node | null = null,
  ): Iterable<Node> {
    const { program } = this.tree;
    let rarest: Places | null = this.rarest(anchors, index) ?? (hint && { offsets: hint, levels: -1 });
    if (root && (rarest ? rarest.offsets.length > FEW : !scope?.around)) rarest = this.rarestMark(root, rarest, index);
    const nodes = new Set<Node>();
    /** Of nodes at words and marks only those are wanted that hold one of the texts. */
    const hinted =
      hint && rarest && rarest.offsets !== hint && root && !(this.tree.names.wide && mayBeDisguised(root)) ? hint : null;
    const add = (node: Node): void => {
      if ((!scope || inScope(node, scope)) && (hinted === null || holdsOffset(node, hinted))) nodes.add(node);
    };
    if (rarest) {
      const near = scope && index.statementsOver(scope.ranges);
      for (const offset of rarest.offsets) {
        // What holds both this place and one that is wanted is the file.
        if (near && !near.has(index.statementAt(offset))) {
          nodes.add(program);
          continue;
        }
        let node: Node | null = index.nodeAt(offset);
        if (rarest.below) childrenOf(node).forEach(add);
        for (let level = 0; node && level !== rarest.levels; level += isVeil(node, this.tree.names) ? 0 : 1, node = node.parent) {
          if (nodes.has(node) && rarest.levels < 0) break;
          add(node);
        }
      }
      return nodes;
    }
    if (!scope) {
      walk(program, (node) => {
        nodes.add(node);
      });
      return nodes;
    }
    for (const range of scope.ranges) {
      let node: Node = index.nodeAt(range.start);
      while (node.parent && !(node.start <= range.start && range.end <= node.end)) node = node.parent;
      for (let up: Node | null = node; up && !nodes.has(up); up = up.parent) nodes.add(up);
      if (scope.around) continue;
      // `let a, b` are two nodes of one span, and `export` belongs to none.
      for (const root of node === program || node.parent === program ? index.nodesIn(range) : [node])
        walk(root, (inner) => {
          if (inner.end <= range.start || inner.start >= range.end) return inner === root;
          nodes.add(inner);
          return true;
        });
    }
    return nodes;
  }

  /** Whether one of the words stands nowhere in the text: the pattern need not even be read. */
  private isMissing(anchors: readonly Anchor[], index: TreeIndex): boolean {
    return anchors.some((anchor) => index.offsets(anchor).length === 0 && !index.inWildcard(anchor.word));
  }

  /** Of the pattern's marks the one with the fewest places, where it has fewer than `other`. */
  private rarestMark(root: Node, other: Places | null, index: TreeIndex): Places | null {
    // What a variable stands for is written elsewhere.
    if (this.options['symbolic_propagation'] === true) return other;
    let best = other;
    for (const mark of marksOf(root, this.tree.language)) {
      const offsets = index.offsetsOfMarks(mark);
      if (best === null || offsets.length < best.offsets.length * (best.levels < 0 ? DEPTH : 1))
        best = { offsets, levels: mark.levels, below: mark.below };
    }
    return best;
  }

  private rarest(anchors: readonly Anchor[], index: TreeIndex): Places | null {
    let best: Places | null = null;
    for (const anchor of anchors) {
      if (index.inWildcard(anchor.word)) continue;
      const offsets = index.offsets(anchor);
      // One level more than the pattern has: a decorator or a cast may lie between; in Go, a name and a list of results.
      const between = this.tree.language === 'go' ? 3 : 2;
      if (best === null || offsets.length < best.offsets.length)
        best = { offsets, levels: anchor.levels < 0 ? -1 : anchor.levels + between };
      if (best.offsets.length === 0) break;
    }
    return best;
  }
}

function inScope(range: Range, scope: Scope): boolean {
  return scope.ranges.some(
    (wanted) =>
      (range.start <= wanted.start && wanted.end <= range.end) ||
      (!scope.around && wanted.start <= range.start && range.end <= wanted.end),
  );
}

/** Languages in which these statements begin with their keyword. */
const keywordLed: ReadonlySet<LanguageId> = new Set(['javascript', 'typescript', 'python', 'go']);
const beginnings: { readonly [kind in Kind]?: RegExp } = {
  if: /^if\b/,
  try: /^try\b/,
  while: /^while\b/,
  for: /^for\b/,
  foreach: /^(?:async\s+)?for\b/,
  switch: /^(?:switch|match|select)\b/,
  with: /^(?:async\s+)?with\b/,
  return: /^return\b/,
  throw: /^(?:throw|raise)\b/,
};

const valued: ReadonlySet<Kind> = new Set(['assign', 'exprstmt', 'vardef']);
const scriptDefinition = /^(?:function|class|if|for|while|do|try|switch|async\s+function)\b/;
/** With what a statement of the file's top level begins that is neither an assignment nor an expression. */
const definitions: { readonly [language in LanguageId]?: RegExp } = {
  javascript: scriptDefinition,
  typescript: scriptDefinition,
  python: /^(?:@|(?:def|class|import|from|if|for|while|with|try|async)\b)/,
  go: /^(?:func|type|import|package)\b/,
};

/** The name of the variable that the statement must set, where that is known already. */
function givenTarget(head: Node, given: Bindings | null): string | null {
  const set = head.kind === 'exprstmt' ? head.expr : head;
  if ((set.kind !== 'assign' && set.kind !== 'vardef') || set.target.kind !== 'metavar') return null;
  const bound = given?.get(set.target.name);
  return bound !== undefined && isNode(bound) && bound.kind === 'name' ? bound.name : null;
}

/** Whether a statement that begins so can be of the kind that a pattern's first one is; null when every one can. */
function beginning(head: Node, language: LanguageId): ((text: string) => boolean) | null {
  const wanted = keywordLed.has(language) ? beginnings[head.kind] : undefined;
  if (wanted) return (text) => wanted.test(text);
  const other = valued.has(head.kind) ? definitions[language] : undefined;
  return other ? (text) => !other.test(text) : null;
}

const disguisable = new WeakMap<Node, boolean>();

/** Whether a part of the pattern may be written in another place than the match: by another name, or taken apart. */
function mayBeDisguised(pattern: Node): boolean {
  let may = disguisable.get(pattern);
  if (may === undefined) {
    const { kind } = pattern;
    may = kind === 'member' || kind === 'call' || kind === 'index' || kind === 'new' || childrenOf(pattern).some(mayBeDisguised);
    disguisable.set(pattern, may);
  }
  return may;
}

/** About how many nodes lie over a place and no nearer one. */
const DEPTH = 3;

/** A pattern without marks is tried at every node. */
const EVERYWHERE = 3000;

/** What formulas were found to hold. */
const runs = new WeakMap<Formula, { language: LanguageId; holds: boolean }>();
/** The identifiers of the first statements of patterns. */
const heads = new WeakMap<Node, readonly Anchor[]>();

/** Languages in which the head of a loop is searched for declarations like any other place. */
const openHeads: ReadonlySet<LanguageId> = new Set(['go', 'php', 'bash']);
/** Languages in which a command between backticks is also the text that it is. */
const shells: ReadonlySet<LanguageId> = new Set(['bash', 'ruby']);
