/**
 * One of several functions, whichever it is: `(flag ? cp.exec : cp.execSync)(x)`, `(cp.exec || own)(x)`, and the same through
 * a variable. Only for rules that are wide.
 */
import type { Node } from '../../model/tree.ts';
import type { Names } from '../names.ts';
import { standingAt } from './plain-form.ts';

/** Most functions that a variable may hold; one that is set more often is no other name of any. */
const MOST = 4;

/** What a callee may be, where that is a choice; else nothing. */
export function choicesOf(t: Node, names: Names): readonly Node[] {
  if (t.parent?.kind !== 'call' || t.parent.callee !== t) return nothing;
  if (t.kind !== 'name') return isChoice(t) ? branchesOf(t) : nothing;
  if (!names.isAlias(t.name)) return nothing;
  const values = names.bindings(t).flatMap(({ kind, value }) => (kind === 'variable' && value ? [value] : []));
  const [only, more] = values;
  if (!only || values.length > MOST || (!more && !isChoice(only))) return nothing;
  return values.flatMap(branchesOf).map((branch) => standingAt(branch, t, names));
}

/** Whether the node is one of its parts, of which it decides. */
export const isChoice = (node: Node): boolean =>
  node.kind === 'ternary' || (node.kind === 'binary' && /^(?:\|\||&&|\?\?|or|and)$/.test(node.op));

function branchesOf(node: Node): readonly Node[] {
  if (node.kind === 'ternary') return [...branchesOf(node.then), ...branchesOf(node.else)];
  if (node.kind === 'binary' && isChoice(node)) return [...branchesOf(node.left), ...branchesOf(node.right)];
  return node.kind === 'name' || node.kind === 'member' || node.kind === 'index' ? [node] : nothing;
}

const nothing: readonly Node[] = [];
