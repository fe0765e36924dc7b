/**
 * Constant values that the reference does not work out: conversions, joined lists, and what an object holds under a key.
 * Only for rules that are wide, so that `createHash(['md5'][0])` hides nothing.
 */
import type { Node, Shape } from '../model/tree.ts';
import type { Constant } from './constants.ts';
import type { Names } from './names.ts';

type Fold = (node: Node) => Constant | null;

/** The constant of an expression of a language in which these are written alike; null when it is none. */
export function foldedValue(node: Node, names: Names, fold: Fold): Constant | null {
  if (!folding.has(names.language)) return null;
  switch (node.kind) {
    case 'call':
      return ofCall(node, fold);
    case 'index': {
      const [key, more] = node.indices;
      const held = key && !more ? fold(key) : null;
      return held && held.kind !== 'text' ? ofPart(node.object, String(held.value), names, fold) : null;
    }
    case 'member':
      return node.property.kind === 'name' && names.language !== 'python'
        ? ofPart(node.object, node.property.name, names, fold)
        : null;
    case 'binary':
      return node.op === 'satisfies' ? fold(node.left) : null;
    default:
      return null;
  }
}

const folding: ReadonlySet<string> = new Set(['javascript', 'typescript', 'python']);

const text = (value: string): Constant => ({ kind: 'string', value });

function ofCall({ callee, args }: Shape<'call'>, fold: Fold): Constant | null {
  const [first, more] = args;
  if (callee.kind === 'name') {
    if ((callee.name !== 'String' && callee.name !== 'str') || !first || more) return null;
    const value = fold(first);
    return value?.kind === 'string' ? value : null;
  }
  if (callee.kind !== 'member' || callee.property.kind !== 'name') return null;
  const { object, property } = callee;
  if (property.name === 'join') {
    // `['a', 'b'].join('-')` and `'-'.join(['a', 'b'])`
    const [list, glue] = object.kind === 'array' ? [object, first] : [first, object];
    if (list?.kind !== 'array') return null;
    const between = glue ? fold(glue) : text(',');
    const parts = list.elements.map(fold);
    return between?.kind === 'string' && parts.every((part) => part?.kind === 'string')
      ? text(parts.map((part) => (part as { value: string }).value).join(between.value))
      : null;
  }
  const convert = conversions.get(property.name);
  const own = convert ? fold(object) : null;
  if (!convert || own?.kind !== 'string') return null;
  const given = args.map(fold);
  return given.every((arg) => arg?.kind === 'string')
    ? text(convert(own.value, ...given.map((arg) => (arg as { value: string }).value)))
    : null;
}

const conversions: ReadonlyMap<string, (own: string, ...args: string[]) => string> = new Map([
  ['toString', (own: string) => own],
  ['valueOf', (own: string) => own],
  ['toLowerCase', (own: string) => own.toLowerCase()],
  ['toUpperCase', (own: string) => own.toUpperCase()],
  ['lower', (own: string) => own.toLowerCase()],
  ['upper', (own: string) => own.toUpperCase()],
  ['trim', (own: string) => own.trim()],
  ['strip', (own: string) => own.trim()],
  ['concat', (own: string, ...args: string[]) => own + args.join('')],
]);

/** What an object or list that is written out, or set once, holds under a key. */
function ofPart(object: Node, key: string, names: Names, fold: Fold): Constant | null {
  const value = object.kind === 'name' ? setOnce(object, names) : object;
  if (value?.kind === 'array') {
    const element = /^\d+$/.test(key) ? value.elements[Number(key)] : undefined;
    return element ? fold(element) : null;
  }
  if (value?.kind !== 'object') return null;
  let found: Node | null = null;
  for (const prop of value.props) {
    if (prop.kind !== 'pair') return null;
    if ((prop.key.kind === 'name' && prop.key.name === key) || (prop.key.kind === 'string' && prop.key.value === key))
      found = prop.value;
  }
  return found && fold(found);
}

/** The object or list that a variable is set to once, and of which no part is set; null for any other variable. */
export function setOnce(name: Shape<'name'>, names: Names): Shape<'object'> | Shape<'array'> | null {
  const [only, more] = names.bindings(name);
  const value = only?.kind === 'variable' && !more ? only.value : null;
  if (!only || (value?.kind !== 'object' && value?.kind !== 'array')) return null;
  const changed = names
    .declared(name)
    .bindings()
    .some(({ reassigns, node, scope, value }) => reassigns && node !== only.node && (value === null || scope === only.scope));
  return changed ? null : value;
}
