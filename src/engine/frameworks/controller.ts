/** Controllers of Spring and ASP.NET: classes whose methods are routes by annotation. */
import type { Node, Shape } from '../../model/tree.ts';
import { constantOf } from '../constants.ts';
import { classOf, decoratorName, firstArg, namedArg } from '../decorator.ts';
import { lastName } from '../route-body.ts';
import type { Tree } from '../tree.ts';

export interface Action {
  func: Shape<'func'>;
  holder: Shape<'class'>;
  /** The annotation that makes it a route. */
  mapping: Node;
  /** The annotation's name. */
  word: string;
}

/** Methods that carry one of the annotations. */
export function actionsOf(tree: Tree, words: readonly string[]): Action[] {
  const found: Action[] = [];
  const seen = new Set<Node>();
  for (const word of words)
    for (const offset of tree.index.offsets({ word, levels: 1, role: 'any' })) {
      let mapping: Node = tree.index.nodeAt(offset);
      while (mapping.parent && mapping.parent.kind !== 'func' && mapping.parent.kind !== 'class') mapping = mapping.parent;
      const func = mapping.parent;
      if (func?.kind !== 'func' || !func.decorators.includes(mapping) || decoratorName(mapping) !== word || seen.has(func))
        continue;
      const holder = classOf(func);
      if (!holder) continue;
      seen.add(func);
      found.push({ func, holder, mapping, word });
    }
  return found.sort((a, b) => a.func.start - b.func.start);
}

/** The path that an annotation gives: its first argument, or the one of one of these names. */
export function pathOf(tree: Tree, annotation: Node | null, names: readonly string[]): string | null {
  if (!annotation) return '';
  let arg = firstArg(annotation);
  for (const name of names) arg ??= namedArg(annotation, name);
  if (!arg) return '';
  if (arg.kind === 'array') arg = arg.elements[0] ?? arg;
  const constant = constantOf(arg, tree.names);
  return constant?.kind === 'string' ? constant.value : null;
}

export const joined = (outer: string | null, inner: string | null): string | null =>
  outer === null || inner === null ? null : `/${outer}/${inner}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');

export const nameOf = (node: { name: Node | null }): string => (node.name ? lastName(node.name) : '');
