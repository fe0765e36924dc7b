/** What the plain forms of code that is written in another way are made of. */
import type { Node, Shape } from '../../model/tree.ts';
import { constantOf } from '../constants.ts';
import type { Names } from '../names.ts';
import { decoded } from '../spelling.ts';
import { importedTexts } from './matching.ts';

export const plain = /^[A-Za-z_$][\w$]*[?!]?$/;

export function member(t: Node, object: Node, property: string | null, at: Node): Node | null {
  if (property === null || !plain.test(property)) return null;
  const name: Node = { kind: 'name', name: property, start: at.start, end: at.end, parent: at.parent };
  return { kind: 'member', object, property: name, optional: false, start: t.start, end: t.end, parent: t.parent };
}

export function textOf(node: Node, names: Names): string | null {
  // What a variable holds takes a walk through the file; the few that hold a function's name are known.
  if (node.kind === 'name' && !names.isAlias(node.name)) return null;
  const constant = constantOf(node, names);
  return constant?.kind === 'string' ? decoded(constant.value) : null;
}

export function valueOf(name: Shape<'name'>, names: Names): Node | null {
  const [only, more] = names.bindings(name);
  return only?.kind === 'variable' && !more ? only.value : null;
}

export const lastName = (callee: Node): string | null =>
  callee.kind === 'name'
    ? callee.name
    : callee.kind === 'member' && callee.property.kind === 'name'
      ? callee.property.name
      : null;

/** The same code in the place of another node; what is found in it is found there. */
export function standingAt(node: Node, at: Node, names: Names): Node {
  const place = { start: at.start, end: at.end, parent: at.parent };
  const moved: Node =
    node.kind === 'pair' || node.kind === 'named'
      ? { ...node, ...place, value: standingAt(node.value, at, names) }
      : { ...node, ...place };
  importedTexts.set(moved, names.source.slice(node.start, node.end));
  return moved;
}
