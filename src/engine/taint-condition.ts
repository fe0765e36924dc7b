/** Conditions: what is known where they hold, and where they do not. */
import type { Node } from '../model/tree.ts';
import { constantOf } from './constants.ts';
import { check, pathOf, writeTo } from './taint-access.ts';
import { evaluateUnary } from './taint-expression.ts';
import { MAX_DEPTH, type Machine, visit } from './taint-machine.ts';
import { CLEAN, type Env, join, joinEnv, type Shape } from './taint-shape.ts';

/** The value of a condition and the two ways on from it; null is a way that is never taken. */
export interface Condition {
  value: Shape;
  yes: Env | null;
  no: Env | null;
}

/** By operator: the outcome of the left side on which the right side is not run; null where either may be. */
const ends = new Map<string, 'yes' | 'no' | null>([
  ['&&', 'no'],
  ['and', 'no'],
  ['||', 'yes'],
  ['or', 'yes'],
  ['??', null],
  ['//', null],
]);

export const isLogical = (op: string): boolean => ends.has(op);
export const endsOn = (op: string): 'yes' | 'no' | null => ends.get(op) ?? null;

/**
 * Walks a condition. Where calls are followed, `a || b` that does not hold has run both of its sides, as has `a && b` that
 * holds; otherwise the ways are joined, as in the reference engine.
 */
export function visitCondition(m: Machine, node: Node): Condition {
  const told = m.switches.intrafile && !m.frame.flat && m.env !== null && m.depth < MAX_DEPTH && !m.marks.at(node);
  if (told && node.kind === 'unary' && (node.op === '!' || node.op === 'not')) {
    m.fuel--;
    m.depth++;
    const { value, yes, no } = visitCondition(m, node.operand);
    m.depth--;
    return { value: evaluateUnary(m, node, value), yes: no, no: yes };
  }
  if (told && node.kind === 'binary' && endsOn(node.op)) {
    m.fuel--;
    m.depth++;
    const left = visitCondition(m, node.left);
    const isAnd = endsOn(node.op) === 'no';
    m.env = isAnd ? left.yes : left.no;
    const right = visitCondition(m, node.right);
    m.depth--;
    const value = join(left.value, right.value);
    return isAnd
      ? { value, yes: right.yes, no: joinEnv(left.no, right.no) }
      : { value, yes: joinEnv(left.yes, right.yes), no: right.no };
  }
  const value = visit(m, node);
  const fixed = told && m.env !== null ? outcome(m, node) : null;
  if (fixed !== null) return { value, yes: fixed ? m.env : null, no: fixed ? null : m.env };
  const condition: Condition = { value, yes: m.env, no: m.env && (m.frame.flat ? m.env : new Map(m.env)) };
  if (told && node.kind === 'binary' && equality.has(node.op)) {
    const known = isConstant(node.right) ? node.left : isConstant(node.left) ? node.right : null;
    if (known) condition[equality.get(node.op)!] = withConstant(m, known, condition[equality.get(node.op)!]);
  }
  return condition;
}

/** By operator: the outcome on which both sides are equal. */
const equality = new Map<string, 'yes' | 'no'>([
  ['==', 'yes'],
  ['===', 'yes'],
  ['!=', 'no'],
  ['!==', 'no'],
]);

/** What a comparison of reckoned numbers comes to, as `7 * 6 - size > 20` where `size` is fixed; null for any other condition. */
function outcome(m: Machine, node: Node): boolean | null {
  if (node.kind !== 'binary' || !comparisons.has(node.op)) return null;
  if (node.left.kind !== 'binary' && node.right.kind !== 'binary') return null;
  const [left, right] = [constantOf(node.left, m.names), constantOf(node.right, m.names)];
  return left?.kind === 'number' && right?.kind === 'number' ? comparisons.get(node.op)!(left.value, right.value) : null;
}

const comparisons = new Map<string, (a: number, b: number) => boolean>([
  ['<', (a, b) => a < b],
  ['>', (a, b) => a > b],
  ['<=', (a, b) => a <= b],
  ['>=', (a, b) => a >= b],
  ['==', (a, b) => a === b],
  ['!=', (a, b) => a !== b],
]);

/** A value that stands in the program. */
export const isConstant = ({ kind }: Node): boolean =>
  kind === 'string' || kind === 'number' || kind === 'bool' || kind === 'null' || kind === 'symbol';

/** What is known where the variable, or the part of one, holds a constant. */
export function withConstant(m: Machine, variable: Node, env: Env | null): Env | null {
  const path = pathOf(m, variable);
  if (env === null) return env;
  const before = m.env;
  m.env = env;
  if (path) writeTo(m, path, CLEAN, true, null);
  check(m, variable);
  m.env = before;
  return env;
}
