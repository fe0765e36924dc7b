/**
 * A formula over one file → the ranges where it holds, with bindings.
 *
 * Patterns are only tried where their identifiers stand; a part without identifiers is only tried around and inside the
 * ranges that the other parts of its `all` have left.
 */
import type { LanguageId } from '../model/language.ts';
import type { Condition, Formula, PatternVariant, RuleOptions } from '../model/rule.ts';
import type { Node } from '../model/tree.ts';
import { type GenericText, readGeneric } from '../parse/generic-text.ts';
import { headMembers } from '../parse/lower.ts';
import { treeOf } from '../rules/bundle.ts';
import { TRY_PART } from '../rules/placeholder.ts';
import { Candidates, inScope, type Scope } from './candidates.ts';
import { codeOf, holds, quickTests } from './condition.ts';
import { meaningsIn } from './equal.ts';
import type { Area } from './focus.ts';
import { lexisOf, searchGeneric } from './generic.ts';
import {
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
import { braced, scripts } from './matching/dialect.ts';
import { Matcher } from './matching/matcher.ts';
import { type Bindings, isDots } from './matching/matching.ts';
import { regexMatches } from './regex-match.ts';
import { fitsName, rootTest, typedLanguages } from './root-test.ts';
import { possibleStarts } from './run-start.ts';
import { isToken, readsTokens } from './rust-macro.ts';
import { SearchPlan, variantFor } from './search-plan.ts';
import { statementsOf } from './statements.ts';
import type { Tree } from './tree.ts';

/** Most ways in which one pattern may match one node. */
const MAX_WAYS = 64;
/** Most groups of equal bindings that are looked at one by one. */
const MAX_GROUPS = 24;
/** Longest text in code units on which a regular expression of a rule is run at once. */
const REGEX_LIMIT = 4_000_000;

/** A template behind a tag is no expression of its own. */
const isTagged = ({ parent, end }: Node, language: LanguageId): boolean =>
  parent?.kind === 'call' && parent.end === end && (scripts.has(language) || isShell(parent.callee));
const isShell = (callee: Node): boolean => callee.kind === 'name' && callee.name === '`';

/** `class $C { ... }`, enumerations and `... return $X` on one line, as patterns of Kotlin. */
const oneLined =
  /^(?:@.*\s)*(?:(?:\w+[ \t]+)*(?:class|object|interface)[ \t]+[$\w][^\n]*\{[ \t]*\.\.\.[ \t]*\}|enum\s+class\b[^]*)\s*$|[{;\n][ \t]*\.\.\.[ \t]+(?:return|throw)\b/;

export class Searcher {
  private readonly matcher: Matcher;
  private readonly candidates: Candidates;
  /** What is looked for first; how much a search costs. */
  readonly plan: SearchPlan;
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
    readonly area: Area | null = null,
  ) {
    this.matcher = new Matcher(tree.names, options);
    this.candidates = new Candidates(tree, options);
    this.plan = new SearchPlan(tree, this.candidates, area);
    this.optionsKey = JSON.stringify(Object.entries(options).filter(([name]) => !name.startsWith('taint_')));
  }

  /** All ranges of the file in which the formula holds. */
  search(formula: Formula): readonly Match[] {
    const { area } = this;
    const scope: Scope | null = area && { ranges: area.ranges, around: false, lasting: true };
    if (formula.key === undefined) return unique(this.evaluate(formula, scope, null));
    const key = `${formula.key} ${this.optionsKey}`;
    const { results } = this.tree.index;
    const known = results.get(key) as { area: Area | null; matches: readonly Match[] } | undefined;
    if (known && known.area === area) return known.matches;
    const matches = unique(this.evaluate(formula, scope, null));
    results.set(key, { area, matches });
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
        const variant = variantFor(formula, this.tree.language);
        if (!variant) return [];
        // To the reference these are other code, or none.
        if (this.tree.language === 'kotlin' && !this.tree.names.wide && oneLined.test(formula.pattern.text ?? '')) return [];
        if (this.tree.language === 'generic') return this.generic(variant, scope, given);
        this.matcher.tests = this.candidates.symbolic ? null : quickTests(later, this.tree);
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

  private all(
    formula: Extract<Formula, { kind: 'all' }>,
    scope: Scope | null,
    given: Bindings | null,
    later: readonly Condition[],
  ): Match[] {
    // Around a run of statements, which may begin or end elsewhere, the other parts are looked for elsewhere, too.
    const index = this.plan.holdsRuns(formula) ? this.tree.index : this.plan.indexFor(scope);
    if (!this.plan.possible(formula, index)) return [];
    const conditions = later.length === 0 ? formula.where : [...formula.where, ...later];
    const parts = formula.of.length < 2 ? formula.of : this.plan.cheapestFirst(formula.of, conditions, index);
    const [first, ...rest] = parts;
    // Without a positive operator the place that was given is meant, or all of the text.
    let found: Match[] = first
      ? this.evaluate(first, scope, given, this.plan.hintOf(first, conditions, index), conditions)
      : (scope?.ranges ?? [{ start: 0, end: this.tree.source.length }]).map(({ start, end }) => ({
          start: this.beginOf(start),
          end,
          node: null,
          bindings: given ?? new Map(),
          inside: false,
        }));
    // Runs of statements are looked for around every single match.
    if (rest.some((part) => this.plan.holdsRuns(part))) found = this.pruned(found, later);
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

  // ---- leaves

  private nodes(variant: PatternVariant, scope: Scope | null, given: Bindings | null, hint: readonly number[] | null): Match[] {
    // What a variable stands for is written elsewhere.
    const anchors = this.candidates.symbolic ? [] : variant.anchors;
    const near = this.plan.indexFor(scope);
    if (this.candidates.isMissing(anchors, near)) return [];
    const pattern = treeOf(variant);
    // The block of a program is the file.
    const index = pattern.kind === 'block' ? this.tree.index : near;
    const found: Match[] = [];
    // The reference finds no `catch` alone.
    if (pattern.kind === 'catch' && typedLanguages.has(this.tree.language) && !this.tree.names.wide) return [];
    const fits = rootTest(pattern, this.tree.names);
    const tokens = readsTokens(this.tree.names);
    for (const node of this.candidates.of(anchors, scope, hint, index, pattern)) {
      if (!fits(node) && (node !== this.bare || !fitsName(node, pattern, this.tree.names))) continue;
      if (tokens && isToken(node, this.tree.source)) continue;
      if (node.kind === 'vardef' && headMembers.has(node) && !this.tree.names.wide) continue;
      // What the head of a loop declares is part of the loop.
      if (node.kind === 'vardef' && node.parent?.kind === 'for' && !openHeads.has(this.tree.language)) continue;
      if (pattern.kind === 'template' && !shells.has(this.tree.language) && isTagged(node, this.tree.language)) continue;
      let ways = 0;
      this.matcher.find(pattern, node, given, (bindings) => {
        const first = pattern.kind === 'other' && pattern.type === TRY_PART && pattern.text === 'body' ? node.parent! : node;
        found.push({ start: startOf(first, this.tree.names, pattern), end: node.end, node, bindings, inside: false });
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
    if (this.candidates.isMissing(variant.anchors, index)) return [];
    const pattern = (treeOf(variant) as Extract<Node, { kind: 'block' }>).body;
    const found: Match[] = [];
    const fits = isDots(pattern[0]!) ? () => true : rootTest(pattern[0]!, this.tree.names);
    for (const node of this.candidates.of(variant.anchors, scope, hint, index)) {
      if (node === this.tree.program && !this.mayBegin(pattern[0]!, fits, given)) continue;
      const statements = statementsOf(node, this.tree.language);
      if (!statements || (statements.length === 1 && isLone(node, this.tree))) continue;
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
    if (isDots(head) || this.candidates.symbolic) return true;
    const starts = possibleStarts(head, given, this.tree, this.candidates);
    if (starts === null) return true;
    for (const node of starts) if (fits(node) && this.matcher.find(head, node, given, () => true)) return true;
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
    return regexMatches(formula, source, from, (range) => scope === null || inScope(range, scope));
  }
}

/** A statement that is the body of another one without braces, or all of a `case`, is no list to the reference. */
const isLone = ({ kind, start }: Node, { language, source, names }: Tree): boolean =>
  !names.wide && braced.has(language) && (kind === 'case' || (kind === 'block' && source[start] !== '{'));

/** Languages in which the head of a loop is searched for declarations like any other place. */
const openHeads: ReadonlySet<LanguageId> = new Set(['go', 'php', 'bash']);
/** Languages in which a command between backticks is also the text that it is. */
const shells: ReadonlySet<LanguageId> = new Set(['bash', 'ruby']);
