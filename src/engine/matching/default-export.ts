/** What `export default` of JavaScript gives: to the reference a constant of that name. */
import type { Node, Shape } from '../../model/tree.ts';
import type { Matching, Next } from './matching.ts';

export const isDefaultExport = (node: Node): node is Shape<'other'> => node.kind === 'other' && node.type === 'export_default';

/** The expression, function or class that a module exports by default; null for anything else. */
export function defaultOf(node: Node): Node | null {
  if (isDefaultExport(node)) return node.kids[0] ?? null;
  return (node.kind === 'func' || node.kind === 'class') && isDefault(node.modifiers) ? node : null;
}

/** `export default e` is `const x = e`. */
export function matchDefault(m: Matching, target: Shape<'metavar'>, value: Node, exported: Node, next: Next): boolean {
  return m.bind(target.name, 'default', () => m.match(value, exported, next));
}

/** A function that is exported by default is none that is exported by its name, nor the other way round. */
export function isExportedAlike(p: { modifiers?: readonly string[] }, t: Shape<'func'>): boolean {
  if (!p.modifiers?.includes('export')) return true;
  return isDefault(p.modifiers) === (isDefault(t.modifiers) || (t.parent !== null && isDefaultExport(t.parent)));
}

const isDefault = (modifiers: readonly string[]): boolean => modifiers.includes('default') && modifiers.includes('export');
