/** Whether two pieces of code are the same, places aside. */
import { type Node, slots } from '../model/tree.ts';
import type { Bound } from './matching/matching.ts';

export function equalNodes(a: Node, b: Node): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  for (const [role] of slots[a.kind]) {
    const left = (a as unknown as Record<string, unknown>)[role];
    const right = (b as unknown as Record<string, unknown>)[role];
    if (Array.isArray(left)) {
      if (!Array.isArray(right) || left.length !== right.length) return false;
      for (let i = 0; i < left.length; i++) {
        const same = typeof left[i] === 'object' ? equalNodes(left[i] as Node, right[i] as Node) : left[i] === right[i];
        if (!same) return false;
      }
    } else if (left !== null && typeof left === 'object') {
      if (right === null || typeof right !== 'object' || !equalNodes(left as Node, right as Node)) return false;
    } else if (left !== right) return false;
  }
  return true;
}

/** A text equals a name, a string or a node of that text. */
export function equalBound(a: Bound, b: Bound): boolean {
  if (typeof a === 'string' || typeof b === 'string') return plainText(a) === plainText(b);
  if (isNode(a) && isNode(b)) return equalNodes(a, b) || (plainText(a) !== null && plainText(a) === plainText(b));
  const left = isNode(a) ? [a] : a;
  const right = isNode(b) ? [b] : b;
  return left.length === right.length && left.every((node, i) => equalNodes(node, right[i]!));
}

export const isNode = (bound: Bound): bound is Node => typeof bound === 'object' && 'kind' in bound;

function plainText(bound: Bound): string | null {
  if (typeof bound === 'string') return bound;
  if (!isNode(bound)) return null;
  if (bound.kind === 'name') return bound.name;
  return bound.kind === 'string' ? bound.value : null;
}
