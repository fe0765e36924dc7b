/** In what order the parts of a formula are looked for, and which need not be looked for at all. */
import type { LanguageId } from '../model/language.ts';
import type { Condition, Formula, PatternVariant } from '../model/rule.ts';
import { treeOf } from '../rules/bundle.ts';
import type { Candidates, Scope } from './candidates.ts';
import type { Area } from './focus.ts';
import { binds } from './matches.ts';
import type { Tree } from './tree.ts';
import type { TreeIndex } from './tree-index.ts';

/** A pattern without marks is tried at every node. */
const EVERYWHERE = 3000;

/** What formulas were found to hold. */
const runs = new WeakMap<Formula, { language: LanguageId; holds: boolean }>();

/** The pattern in that language. */
export function variantFor(
  { pattern: { trees } }: Extract<Formula, { kind: 'pattern' }>,
  language: LanguageId,
): PatternVariant | undefined {
  return trees.find(({ languages }) => languages?.includes(language) ?? true);
}

export class SearchPlan {
  constructor(
    private readonly tree: Tree,
    private readonly candidates: Candidates,
    /** Where matches are wanted; null for everywhere. */
    private readonly area: Area | null,
  ) {}

  /**
   * Where places of a pattern of one node are looked up: of the file only the statements that are searched, where all of
   * the scope lies in them. A run of statements may begin or end elsewhere.
   */
  indexFor(scope: Scope | null): TreeIndex {
    const { area, tree } = this;
    if (area === null || scope === null) return tree.index;
    const { statements } = area;
    const within =
      scope.ranges === area.ranges ||
      scope.ranges.every(({ start, end }) => statements.some((range) => range.start <= start && end <= range.end));
    return within ? tree.index.within(statements) : tree.index;
  }

  /** False when an identifier that every match needs is nowhere in the text. */
  possible(formula: Formula, index: TreeIndex): boolean {
    switch (formula.kind) {
      case 'pattern': {
        const variant = variantFor(formula, this.tree.language);
        return variant !== undefined && !this.candidates.isMissing(variant.anchors, variant.sequence ? this.tree.index : index);
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

  /** Where the texts stand that a condition asks of a metavariable which every match of the part binds. */
  hintOf(part: Formula, where: readonly Condition[], index: TreeIndex): readonly number[] | null {
    if (this.candidates.symbolic) return null;
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
  holdsRuns(formula: Formula): boolean {
    const known = runs.get(formula);
    if (known?.language === this.tree.language) return known.holds;
    const holds = this.findsRuns(formula);
    runs.set(formula, { language: this.tree.language, holds });
    return holds;
  }

  private findsRuns(formula: Formula): boolean {
    switch (formula.kind) {
      case 'pattern':
        return variantFor(formula, this.tree.language)?.sequence === true;
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

  cheapestFirst(parts: readonly Formula[], where: readonly Condition[], index: TreeIndex): Formula[] {
    const costs = parts.map((part) => ({ part, cost: this.costWith(part, where, index) }));
    return costs.sort((a, b) => a.cost - b.cost).map(({ part }) => part);
  }

  /** A rough order: what is anchored in rare words first, what may match anywhere last. */
  cost(formula: Formula, index: TreeIndex = this.tree.index): number {
    switch (formula.kind) {
      case 'pattern': {
        const variant = variantFor(formula, this.tree.language);
        if (!variant) return 0;
        if (variant.anchors.length > 0) return 10;
        if (variant.sequence) return 900;
        const places = this.candidates.rarestMark(treeOf(variant), null, index);
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
  places(formula: Formula, index: TreeIndex = this.indexFor(this.area && { ranges: this.area.ranges, around: false })): number {
    switch (formula.kind) {
      case 'pattern': {
        const variant = variantFor(formula, this.tree.language);
        if (!variant || this.candidates.isMissing(variant.anchors, index)) return 0;
        if (variant.anchors.length > 0) return this.candidates.rarest(variant.anchors, index)?.offsets.length ?? EVERYWHERE;
        return variant.sequence
          ? EVERYWHERE
          : (this.candidates.rarestMark(treeOf(variant), null, index)?.offsets.length ?? EVERYWHERE);
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
}
