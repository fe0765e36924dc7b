/** Finding nodes by place, without building more of the tree than the place needs. */
import { childrenOf, eachChild, type Node } from '../model/tree.ts';
import { piecesOf } from '../parse/lower.ts';

/** The smallest node whose span holds `offset`; `root` when none is smaller. */
export function nodeAt(root: Node, offset: number): Node {
  let at = root;
  for (;;) {
    const next = childAt(at, offset);
    if (next === null) return at;
    at = next;
  }
}

function childAt(node: Node, offset: number): Node | null {
  const pieces = piecesOf(node);
  if (!pieces) return smallest(childrenOf(node), offset, null);
  const found = smallest(pieces.heads(), offset, null);
  const piece = pieceAt(pieces.spans, offset);
  return piece < 0 ? found : smallest(pieces.build(piece), offset, found);
}

/** Index of the piece that holds `offset`; -1 between two pieces. */
export function pieceAt(spans: readonly { start: number; end: number }[], offset: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle]!;
    if (offset < span.start) high = middle - 1;
    else if (offset >= span.end) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** Of `best` and the nodes the smallest that holds the offset. */
function smallest(nodes: readonly Node[], offset: number, best: Node | null): Node | null {
  let found = best;
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    if (offset < node.start || offset >= node.end) continue;
    if (found === null || node.end - node.start < found.end - found.start) found = node;
    // `import {a, b}` and `let a, b` give nodes of one span: take the one that holds the place.
    else if (node.start === found.start && node.end === found.end && holdsInRole(node, offset)) found = node;
    // Of `{a}` the value is what is looked for, not the key.
    else if (node.start === found.start && node.end === found.end && node.parent?.kind === 'pair') found = node;
  }
  return found;
}

function holdsInRole(node: Node, offset: number): boolean {
  let holds = false;
  eachChild(node, (child) => {
    if (child.start <= offset && offset < child.end && child.end - child.start < node.end - node.start) holds = true;
  });
  return holds && (node.kind === 'import' || node.kind === 'vardef');
}

/** Whether one of the ranges holds `offset`; without ranges, every one does. */
export const liesIn = (offset: number, ranges: readonly { start: number; end: number }[] | null): boolean =>
  ranges === null || ranges.some(({ start, end }) => start <= offset && offset < end);

/** Index of the first of the offsets, which ascend, that is not before `at`; their number when none is. */
export function firstFrom(offsets: readonly number[], at: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether one of the offsets, which ascend, lies in the range. */
export function holdsOffset({ start, end }: { start: number; end: number }, offsets: readonly number[]): boolean {
  const first = offsets[firstFrom(offsets, start)];
  return first !== undefined && first < end;
}

/** Visits `node` and everything below it, building what is not yet built. Return false from `visit` to stay out of a node. */
export function walk(node: Node, visit: (node: Node) => boolean | void): void {
  const stack: Node[] = [node];
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (visit(at) === false) continue;
    const from = stack.length;
    eachChild(at, (child) => stack.push(child));
    // Source order: the stack holds the last child on top.
    for (let low = from, high = stack.length - 1; low < high; low++, high--)
      [stack[low], stack[high]] = [stack[high]!, stack[low]!];
  }
}

/** The nearest `func`, `class` or `program` around `node`. */
export function scopeOf(node: Node): Node {
  let at = node;
  while (at.parent) {
    at = at.parent;
    if (at.kind === 'func' || at.kind === 'class' || at.kind === 'program' || at.kind === 'comprehension') return at;
  }
  return at;
}

export function rootOf(node: Node): Node {
  let at = node;
  while (at.parent) at = at.parent;
  return at;
}

/**
 * Offsets at which `word` stands as a whole identifier, or behind the `$` of a variable. One that begins with `$` may have
 * letters before it, in a string of PHP.
 */
export function occurrences(source: string, word: string, from = 0, to = source.length): number[] {
  const found: number[] = [];
  const sigil = word.startsWith('$');
  for (let at = source.indexOf(word, from); at >= 0 && at < to; at = source.indexOf(word, at + word.length))
    if ((sigil || isStart(source, at)) && !isWordCode(source.charCodeAt(at + word.length))) found.push(at);
  return found;
}

const isStart = (source: string, at: number): boolean => {
  const before = source.charCodeAt(at - 1);
  return !isWordCode(before) || (before === 36 && !isWordCode(source.charCodeAt(at - 2)));
};

/** A character of an identifier: ASCII letters, digits, `_`, `$`, and everything outside of ASCII but white space. */
export function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 36 ||
    (code > 127 && code !== 0xa0 && (code < 0x1680 || !wideSpaces.has(code)))
  );
}

/** White space of JavaScript outside of Latin-1, the byte order mark among it. */
const wideSpaces: ReadonlySet<number> = new Set([
  ...[0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a],
  ...[0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff],
]);
