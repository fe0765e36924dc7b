/**
 * One of several functions, whichever it is: `(flag ? cp.exec : cp.execSync)(x)`, `(cp.exec || own)(x)`, and the same through
 * a variable. Only for rules that are wide.
 */
import type { Node } from '../../model/tree.ts';
import type { Names } from '../names.ts';
import { standingAt, valueOf } from './plain-form.ts';

/** What a callee may be, where that is a choice; else nothing. */
export function choicesOf(t: Node, names: Names): readonly Node[] {
  if (t.parent?.kind !== 'call' || t.parent.callee !== t) return nothing;
  if (t.kind !== 'name') return isChoice(t) ? branchesOf(t) : nothing;
  const value = names.isAlias(t.name) ? valueOf(t, names) : null;
  return value && isChoice(value) ? branchesOf(value).map((branch) => standingAt(branch, t, names)) : nothing;
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
