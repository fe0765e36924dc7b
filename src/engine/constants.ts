/** The constant value of an expression, as far as this file decides it. */
import type { Node, Shape } from '../model/tree.ts';
import type { Names } from './names.ts';

export type Constant =
  | { kind: 'string'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'bool'; value: boolean };

/** How many names may be followed, one through the other. */
const MAX_HOPS = 6;

/** Null when the value is not known before the program runs. */
export function constantOf(node: Node, names: Names, hops = 0): Constant | null {
  switch (node.kind) {
    case 'string':
      return { kind: 'string', value: node.value };
    case 'number': {
      const value = Number(node.value.replace(/_/g, '').replace(/[lLnNfFdDuU]+$/, (suffix) => (/^0x/i.test(node.value) ? suffix : '')));
      return Number.isNaN(value) ? null : { kind: 'number', value };
    }
    case 'bool':
      return { kind: 'bool', value: node.value };
    case 'template': {
      let value = '';
      for (const part of node.parts) {
        const constant = constantOf(part, names, hops);
        if (constant === null) return null;
        value += String(constant.value);
      }
      return { kind: 'string', value };
    }
    case 'binary': {
      const left = constantOf(node.left, names, hops);
      const right = left && constantOf(node.right, names, hops);
      return left && right ? combine(node.op, left, right) : null;
    }
    case 'unary': {
      const operand = constantOf(node.operand, names, hops);
      if (operand?.kind === 'number' && node.op === '-') return { kind: 'number', value: -operand.value };
      if (operand?.kind === 'bool' && (node.op === '!' || node.op === 'not')) return { kind: 'bool', value: !operand.value };
      return null;
    }
    case 'name':
      return hops >= MAX_HOPS ? null : constantName(node, names, hops);
    case 'cast':
      return constantOf(node.value, names, hops);
    case 'member': {
      const value = hops < MAX_HOPS ? names.reference(node) : null;
      return value && constantOf(value, names, hops + 1);
    }
    default:
      return null;
  }
}

function combine(op: string, left: Constant, right: Constant): Constant | null {
  if (left.kind === 'number' && right.kind === 'number') {
    switch (op) {
      case '+':
        return { kind: 'number', value: left.value + right.value };
      case '-':
        return { kind: 'number', value: left.value - right.value };
      case '*':
        return { kind: 'number', value: left.value * right.value };
      default:
        return null;
    }
  }
  const joins = op === '+' || op === '.' || op === '..';
  return joins && (left.kind === 'string' || right.kind === 'string') ? { kind: 'string', value: String(left.value) + String(right.value) } : null;
}

/** The value of a name that is defined once, or whose last definition before this use is in the same run of statements. */
function constantName(name: Shape<'name'>, names: Names, hops: number): Constant | null {
  const bindings = names.bindings(name);
  if (bindings.length === 0 || bindings.some((binding) => binding.kind !== 'variable')) return null;
  const [only] = bindings;
  if (bindings.length === 1 && only) {
    if (!only.value || only.node === name) return null;
    return constantOf(only.value, names, hops + 1);
  }
  // Several definitions: straight-line code only.
  let last: { value: Node; at: number } | null = null;
  for (const binding of bindings) {
    const block = blockOf(binding.node);
    if (!binding.value || block === null || !holds(block, name)) return null;
    if (binding.node.end <= name.start && (last === null || binding.node.start > last.at)) last = { value: binding.value, at: binding.node.start };
  }
  if (last === null || inLoop(name, bindings[0]!.scope)) return null;
  return constantOf(last.value, names, hops + 1);
}

/** The statement list in which the statement of `node` stands directly. */
function blockOf(node: Node): Node | null {
  for (let at = node.parent; at; at = at.parent) {
    if (at.kind === 'block' || at.kind === 'program') return at;
    if (at.kind !== 'assign' && at.kind !== 'exprstmt' && at.kind !== 'vardef') return null;
  }
  return null;
}

function holds(block: Node, node: Node): boolean {
  for (let at: Node | null = node; at; at = at.parent) {
    if (at === block) return true;
    if (at.kind === 'func') return false;
  }
  return false;
}

function inLoop(node: Node, scope: Node): boolean {
  for (let at: Node | null = node.parent; at && at !== scope; at = at.parent)
    if (at.kind === 'for' || at.kind === 'foreach' || at.kind === 'while' || at.kind === 'dowhile') return true;
  return false;
}
