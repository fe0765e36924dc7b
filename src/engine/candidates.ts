/** Where a pattern is tried: at the nodes over its rarest word or mark, else wherever the scope allows. */
import type { Anchor, RuleOptions } from '../model/rule.ts';
import { childrenOf, type Node, type Shape } from '../model/tree.ts';
import { TRY_PART } from '../rules/placeholder.ts';
import { marksOf } from '../rules/root-mark.ts';
import { holdsOffset, liesIn, walk } from './locate.ts';
import type { Range } from './matches.ts';
import { scripts, typedDeclarations } from './matching/dialect.ts';
import { isVeil } from './matching/disguise.ts';
import type { Tree } from './tree.ts';
import type { TreeIndex } from './tree-index.ts';

/** Where matches are wanted: those that hold one of the ranges or lie in one; `around`: only those that hold one. */
export interface Scope {
  ranges: readonly Range[];
  around: boolean;
  /** The ranges are nodes that stay the same from rule to rule. */
  lasting?: boolean;
}

/** Places at which a match must be looked for; the root is at most so many levels up, -1 for any number, or just `below`. */
export interface Places {
  offsets: readonly number[];
  levels: number;
  below?: boolean;
}
/** So few places that none are looked for that are fewer. */
const FEW = 3;

/** About how many nodes lie over a place and no nearer one. */
const DEPTH = 3;

export class Candidates {
  constructor(
    private readonly tree: Tree,
    options: RuleOptions,
  ) {
    this.symbolic = options['symbolic_propagation'] === true;
  }

  /** Whether what a variable stands for counts as written in its place. */
  readonly symbolic: boolean;

  /** Nodes worth trying: those over the rarest anchor, else those that the scope allows, else all. */
  of(
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
      const above = scope?.lasting ? nodesOver(scope.ranges, index) : null;
      for (const offset of rarest.offsets) {
        // What holds both this place and one that is wanted is the file.
        if (near && !near.has(index.statementAt(offset))) {
          nodes.add(program);
          continue;
        }
        // What holds a place outside of the ranges and is wanted holds one of them.
        if (above && !rarest.below && !liesIn(offset, scope!.ranges)) {
          for (const node of above) if (node.start <= offset && offset < node.end) add(node);
          continue;
        }
        let node: Node | null = index.nodeAt(offset);
        if (rarest.below) childrenOf(node).forEach(add);
        for (let level = 0; node && level !== rarest.levels; level += isVeil(node, this.tree.names) ? 0 : 1, node = node.parent) {
          if (nodes.has(node) && rarest.levels < 0) break;
          add(node);
          if (node.kind === 'vardef' && typedDeclarations.has(this.tree.language))
            declaredAlong(node, this.tree.source).forEach(add);
          // C#'s `T x = new(a)`
          if (node.kind === 'vardef' && this.tree.names.wide && isTargetTyped(node.value)) add(node.value);
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
      for (let up: Node | null = node; up && !nodes.has(up); up = up.parent) {
        nodes.add(up);
        // The block of a `try` begins with what it opens.
        if (up.kind === 'try' && root?.kind === 'other' && root.type === TRY_PART) nodes.add(up.body);
      }
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
  isMissing(anchors: readonly Anchor[], index: TreeIndex): boolean {
    return anchors.some((anchor) => index.offsets(anchor).length === 0 && !index.inWildcard(anchor.word));
  }

  /** Of the pattern's marks the one with the fewest places, where it has fewer than `other`. */
  rarestMark(root: Node, other: Places | null, index: TreeIndex): Places | null {
    // What a variable stands for is written elsewhere.
    if (this.symbolic) return other;
    // What a function ends with counts as what it returns.
    if (root.kind === 'return' && scripts.has(this.tree.language) && !this.tree.names.wide) return other;
    let best = other;
    for (const mark of marksOf(root, this.tree.language)) {
      const offsets = index.offsetsOfMarks(mark);
      if (best === null || offsets.length < best.offsets.length * (best.levels < 0 ? DEPTH : 1))
        best = { offsets, levels: mark.levels, below: mark.below };
    }
    return best;
  }

  /** The word with the fewest places; null where none can tell. */
  rarest(anchors: readonly Anchor[], index: TreeIndex): Places | null {
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

/** C#'s `new(a)`, whose type stands at what is declared. */
const isTargetTyped = (value: Node | null): value is Shape<'new'> =>
  value?.kind === 'new' && value.callee.kind === 'name' && value.callee.name === 'new';

/** What `int a, b` declares behind `a`: nodes that begin where the first one does, with the type. */
function declaredAlong({ start, end, parent }: Node, source: string): readonly Node[] {
  if (!parent || !/^\s*,/.test(source.slice(end, end + 40))) return [];
  return childrenOf(parent).filter((other) => other.kind === 'vardef' && other.start === start && other.end > end);
}

const known = new WeakMap<readonly Range[], readonly Node[]>();

/** Every node that holds one of the ranges. */
function nodesOver(ranges: readonly Range[], index: TreeIndex): readonly Node[] {
  let found = known.get(ranges);
  if (!found) {
    const over = new Set<Node>();
    for (const { start, end } of ranges)
      for (let at: Node | null = index.nodeAt(start); at; at = at.parent) if (at.start <= start && end <= at.end) over.add(at);
    known.set(ranges, (found = [...over]));
  }
  return found;
}

export function inScope(range: Range, { ranges, around }: Scope): boolean {
  if (ranges.length > MANY) return isAmong(range, sortedOf(ranges), around);
  return ranges.some(
    (wanted) =>
      (range.start <= wanted.start && wanted.end <= range.end) ||
      (!around && wanted.start <= range.start && range.end <= wanted.end),
  );
}

/** More ranges than this are not looked through one by one. */
const MANY = 16;

interface Sorted {
  starts: readonly number[];
  /** The least end of the ranges from each one on. */
  least: readonly number[];
  /** The greatest end of those up to each one. */
  greatest: readonly number[];
}

const sorted = new WeakMap<readonly Range[], Sorted>();

function sortedOf(ranges: readonly Range[]): Sorted {
  let found = sorted.get(ranges);
  if (!found) {
    const inOrder = [...ranges].sort((a, b) => a.start - b.start);
    const least = inOrder.map(({ end }) => end);
    const greatest = [...least];
    for (let at = least.length - 2; at >= 0; at--) least[at] = Math.min(least[at]!, least[at + 1]!);
    for (let at = 1; at < greatest.length; at++) greatest[at] = Math.max(greatest[at]!, greatest[at - 1]!);
    sorted.set(ranges, (found = { starts: inOrder.map(({ start }) => start), least, greatest }));
  }
  return found;
}

/** Whether one of the ranges lies in this one or, unless only those around are wanted, this one in it. */
function isAmong({ start, end }: Range, { starts, least, greatest }: Sorted, around: boolean): boolean {
  const from = firstFrom(starts, start);
  if (from < starts.length && least[from]! <= end) return true;
  if (around) return false;
  // Of those that begin at the same place, too.
  const behind = firstFrom(starts, start + 1) - 1;
  return behind >= 0 && greatest[behind]! >= end;
}

/** The first of ascending numbers that is not below `wanted`. */
function firstFrom(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
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
