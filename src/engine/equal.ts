/** Whether two pieces of code are the same, places aside. */
import { type Node, slots } from '../model/tree.ts';
import { meaningKey, meansSame } from './declaration.ts';
import { walk } from './locate.ts';
import type { Bound } from './matching/matching.ts';
import type { Names } from './names.ts';

/** With `names`, an identifier is equal only to one that means the same. */
export function equalNodes(a: Node, b: Node, names: Names | null = null): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  if (names && a.kind === 'name' && b.kind === 'name') return a.name === b.name && meansSame(a, b, names, true);
  if (names && a.kind === 'member' && b.kind === 'member' && a.optional !== b.optional) return false;
  for (const [role] of slots[a.kind]) {
    if (role === 'typeArgs' && names && isTypeless(a, names)) continue;
    const left = (a as unknown as Record<string, unknown>)[role];
    const right = (b as unknown as Record<string, unknown>)[role];
    if (Array.isArray(left)) {
      if (!Array.isArray(right) || left.length !== right.length) return false;
      for (let i = 0; i < left.length; i++) {
        const same = typeof left[i] === 'object' ? equalNodes(left[i] as Node, right[i] as Node, names) : left[i] === right[i];
        if (!same) return false;
      }
    } else if (left !== null && typeof left === 'object') {
      if (right === null || typeof right !== 'object' || !equalNodes(left as Node, right as Node, names)) return false;
    } else if (left !== right) return false;
  }
  return true;
}

/** In TypeScript the reference knows the types behind `f` only, not those behind `o.f` and `new C`. */
const isTypeless = (node: Node, { language, wide }: Names): boolean =>
  language === 'typescript' && !wide && (node.kind === 'new' || (node.kind === 'call' && node.callee.kind !== 'name'));

/** A text equals a name, a string or a node of that text; an identifier one that may mean the same, with `names`. */
export function equalBound(a: Bound, b: Bound, names: Names | null): boolean {
  if (typeof a === 'string' || typeof b === 'string') return plainText(a) === plainText(b);
  if (isNode(a) && isNode(b) && a.kind === 'name' && b.kind === 'name')
    return a.name === b.name && (!names || meansSame(a, b, names, false));
  if (isNode(a) && isNode(b)) return equalNodes(a, b, names) || (plainText(a) !== null && plainText(a) === plainText(b));
  const left = isNode(a) ? [a] : a;
  const right = isNode(b) ? [b] : b;
  return left.length === right.length && left.every((node, i) => equalNodes(node, right[i]!, names));
}

export const isNode = (bound: Bound): bound is Node => typeof bound === 'object' && 'kind' in bound;

function plainText(bound: Bound): string | null {
  if (typeof bound === 'string') return bound;
  if (!isNode(bound)) return null;
  if (bound.kind === 'name') return bound.name;
  return bound.kind === 'string' ? bound.value : null;
}

/** A text that differs for pieces of one code whose identifiers mean different things. */
export function meaningsIn(bound: Bound, names: Names): string {
  if (typeof bound === 'string') return '';
  let key = '';
  for (const node of isNode(bound) ? [bound] : bound)
    walk(node, (at) => {
      if (at.kind === 'name') key += ` ${meaningKey(at, names)}`;
    });
  return key;
}
