/** Decorators of Python, annotations of Java and attributes of C#: one shape in the tree. */
import type { Node, Shape } from '../model/tree.ts';
import type { Names } from './names.ts';
import { lastName } from './route-body.ts';

/** `login_required` of `@auth.login_required(role="x")`. */
export const decoratorName = (node: Node): string => (node.kind === 'call' ? lastName(node.callee) : lastName(node));

/** The same, under the name that it was imported by. */
export function decoratorMeant(node: Node, names: Names): string {
  const callee = node.kind === 'call' ? node.callee : node;
  return (callee.kind === 'name' ? names.imported(callee)?.at(-1) : null) ?? decoratorName(node);
}

/** The first of the decorators that goes by one of these names. */
export const decoratorOf = (all: readonly Node[], names: RegExp): Node | null =>
  all.find((node) => names.test(decoratorName(node))) ?? null;

export const argsOf = (node: Node): readonly Node[] => (node.kind === 'call' ? node.args : []);

/** The value of the argument `name=…`. */
export function namedArg(node: Node, name: string): Node | null {
  for (const arg of argsOf(node)) if (arg.kind === 'named' && arg.name === name) return arg.value;
  return null;
}

/** The first argument that has no name. */
export const firstArg = (node: Node): Node | null => argsOf(node).find((arg) => arg.kind !== 'named') ?? null;

/** The class around a method of its body. */
export function classOf(node: Node): Shape<'class'> | null {
  for (let at = node.parent; at; at = at.parent) {
    if (at.kind === 'class') return at;
    if (at.kind === 'func') return null;
  }
  return null;
}

/** The value that the class's body gives to the field. */
export function fieldOf(holder: Shape<'class'>, name: string): Node | null {
  for (const part of holder.body) {
    const set = part.kind === 'exprstmt' ? part.expr : part;
    if ((set.kind === 'assign' || set.kind === 'vardef') && lastName(set.target) === name) return set.value;
  }
  return null;
}
