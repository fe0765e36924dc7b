/**
 * What the reference reads of the arguments of Rust's macros: a name, a literal, a field, a reference. Whatever else is
 * written there are tokens, in which it looks for nothing, which no metavariable and no ellipsis stands for, and through
 * which it follows nothing. Rules that are wide see them as they see any code.
 */
import type { Node, Shape } from '../model/tree.ts';
import type { Names } from './names.ts';

export const readsTokens = ({ language, wide }: Names): boolean => language === 'rust' && !wide;

const literals: ReadonlySet<string> = new Set(['string', 'number', 'bool']);

const isMacro = ({ callee }: Shape<'call'>): boolean =>
  callee.kind === 'name'
    ? callee.name.endsWith('!')
    : callee.kind === 'member' && callee.property.kind === 'name' && callee.property.name.endsWith('!');

function isPlain(arg: Node, source: string): boolean {
  switch (arg.kind) {
    case 'name':
    case 'string':
    case 'number':
    case 'bool':
    case 'null':
    // A text that names variables.
    case 'template':
    case 'metavar':
    case 'ellipsis':
      return true;
    case 'member':
      return source.slice(arg.object.end, arg.end).trimStart().startsWith('.') && isPlain(arg.object, source);
    case 'unary':
      return /^[&*]/.test(arg.op) && isPlain(arg.operand, source);
    case 'cast':
      return isPlain(arg.value, source);
    default:
      return false;
  }
}

/** The arguments of a macro that are tokens; of any other call none. */
export function tokenArguments(call: Shape<'call'>, source: string): readonly Node[] {
  if (!isMacro(call)) return [];
  const [first, second] = call.args;
  // `vec![a; n]`
  if (first && second && source.slice(first.end, second.start).includes(';')) return call.args;
  return call.args.filter((arg) => !isPlain(arg, source));
}

/** Whether code is among the tokens that a macro is given. */
export function isToken(node: Node, source: string): boolean {
  if (literals.has(node.kind)) return false;
  for (let at = node; at.parent; at = at.parent)
    if (at.parent.kind === 'call' && at.parent.callee !== at && tokenArguments(at.parent, source).includes(at)) return true;
  return false;
}
