/**
 * A tree as one line of text, for comparing: `(call callee:(name f) args:[(string "x")])`. Roles that say nothing (null,
 * an empty list, false, an empty text) are left out, and so are the roles' names of atoms. `whole` shows
 * the roles that are never compared, too.
 */
import { type Node, slots } from '../src/model/tree.ts';

export function treeText(node: Node, whole = false): string {
  const fields = node as unknown as Record<string, unknown>;
  const compared: string[] = slots[node.kind].map(([role]) => role);
  const rest = whole ? Object.keys(fields).filter((key) => !compared.includes(key) && !places.has(key)) : [];
  const roles = [...compared, ...rest].map((role) => [role, fields[role]] as const);
  const atom = roles.every(([, value]) => typeof value !== 'object');
  const words = roles
    .filter(([, value]) => says(value) || node.kind === 'bool')
    .map(([role, value]) => (atom ? '' : `${role}:`) + valueText(value, whole));
  if (node.kind === 'string' && words.length === 0) words.push('""');
  return `(${[node.kind, ...words].join(' ')})`;
}

const places = new Set(['kind', 'start', 'end', 'parent']);

const says = (value: unknown): boolean =>
  value !== null && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0);

function valueText(value: unknown, whole: boolean): string {
  if (Array.isArray(value)) return `[${value.map((item) => valueText(item, whole)).join(' ')}]`;
  if (value !== null && typeof value === 'object') return treeText(value as Node, whole);
  return typeof value === 'string' && !/^[^\s"()[\]]+$/.test(value) ? JSON.stringify(value) : String(value);
}
