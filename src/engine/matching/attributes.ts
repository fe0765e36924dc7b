/**
 * Attributes of Rust. The reference knows of those at the top of a file and in functions, and of none in a module, an `impl` or
 * a trait. Bundled rules see them everywhere.
 */
import type { Node } from '../../model/tree.ts';
import type { Names } from '../names.ts';
import { scripts } from './dialect.ts';

/** Whether `node` lies where the reference sees no attributes. */
export const isUnattributed = (node: Node, names: Names): boolean =>
  names.language === 'rust' && !names.wide && (node.parent?.kind === 'class' || node.parent?.kind === 'namespace');

/**
/**
 * Where the range of a match begins: an item whose attributes are not seen begins behind them, and so does what Kotlin declares
 * and a field of TypeScript for a pattern that sets it.
 */
export function startOf(node: Node, names: Names, pattern: Node): number {
  // What `x => e` returns begins with its arrow.
  const func = pattern.kind === 'return' && !names.wide && scripts.has(names.language) ? node.parent : null;
  if (func?.kind === 'func' && func.arrow && func.body === node)
    return Math.max(func.start, names.source.lastIndexOf('=>', node.start));
  if (!('decorators' in node) || node.decorators.length === 0) return node.start;
  const isSet = pattern.kind === 'assign' && !names.wide && (names.language === 'kotlin' || scripts.has(names.language));
  // `function ...() {}` has no decorators.
  const nameless = pattern.kind === 'func' && pattern.name?.kind === 'ellipsis' && !names.wide && scripts.has(names.language);
  const unseen = isUnattributed(node, names) || isSet || nameless;
  if (!unseen) return node.start;
  const behind = /(?:[\s\]]|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
  behind.lastIndex = node.decorators.at(-1)!.end;
  behind.test(names.source);
  return behind.lastIndex;
}
