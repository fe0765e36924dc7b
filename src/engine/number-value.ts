/** Code that amounts to a number, for `metavariable-comparison`. */
import type { Node } from '../model/tree.ts';
import { constantOf } from './constants.ts';
import type { Names } from './names.ts';

/** The number that the code amounts to, with the operators of comparisons; null for any other code. */
export function numberOf(node: Node, names: Names): number | null {
  if (node.kind === 'unary') {
    const operand = numberOf(node.operand, names);
    if (operand === null) return null;
    return node.op === '-' ? -operand : node.op === '+' ? operand : node.op === '~' && bitwise(names) ? ~operand : null;
  }
  if (node.kind === 'binary') {
    const left = numberOf(node.left, names);
    const right = left === null ? null : numberOf(node.right, names);
    if (left === null || right === null || (/[<>&|^]/.test(node.op) && !bitwise(names))) return null;
    return arithmetic[node.op]?.(left, right) ?? null;
  }
  if (node.kind === 'call' && node.callee.kind === 'name' && node.callee.name === 'int' && node.args.length === 1) {
    const [arg] = node.args;
    if (arg!.kind === 'string') return /^\s*[-+]?\d+\s*$/.test(arg!.value) ? Number(arg!.value) : null;
    return numberOf(arg!, names);
  }
  const constant = constantOf(node, names);
  return constant?.kind === 'number' ? constant.value : null;
}

/** The reference does not count with the bits of JavaScript's numbers. */
export const bitwise = (names: Names): boolean => names.language !== 'javascript' && names.language !== 'typescript';

const arithmetic: { readonly [op in string]?: (a: number, b: number) => number } = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '**': (a, b) => a ** b,
  '<<': (a, b) => a << b,
  '>>': (a, b) => a >> b,
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
};
