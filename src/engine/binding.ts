/** Which names bind something where they stand. */
import type { Node, Shape } from '../model/tree.ts';
import { scopeOf } from './locate.ts';

export interface Binding {
  kind: 'param' | 'variable' | 'function' | 'class' | 'import' | 'loop' | 'catch';
  /** The defining name, param, func, class or import node. */
  node: Node;
  /** The `func`, `class`, `comprehension` or `program` that it belongs to. */
  scope: Node;
  /** The whole value that is assigned, when it is a plain `name = value`. */
  value: Node | null;
  /** A compound assignment or one without a declaration. */
  reassigns: boolean;
}

/** The binding that a name node makes where it stands; null when it only uses the name. */
export function bindingAt(name: Shape<'name'>): Binding | null {
  const { parent } = name;
  if (!parent) return null;
  const make = (kind: Binding['kind'], node: Node, value: Node | null = null, reassigns = false): Binding => ({
    kind,
    node,
    scope: scopeOf(node),
    value,
    reassigns,
  });
  switch (parent.kind) {
    case 'param':
      return parent.target === name ? make('param', parent) : null;
    case 'func':
      // A bare parameter (`x => …`) or the function's own name, which is bound around it.
      return parent.name === name ? { ...make('function', parent), scope: scopeOf(parent) } : null;
    case 'class':
      return parent.name === name ? make('class', parent) : null;
    case 'import':
      return parent.alias === name || (parent.alias === null && parent.name === name) || isLeftmost(parent, name)
        ? make('import', parent)
        : null;
    case 'vardef':
      return parent.target === name ? make('variable', name, parent.value) : null;
    case 'assign':
      return parent.target === name
        ? make('variable', name, parent.op === '=' || parent.op === ':=' ? parent.value : null, parent.op !== ':=')
        : null;
    case 'catch':
      return parent.target === name ? make('catch', name) : null;
    case 'foreach':
    case 'clause':
      return parent.target === name ? make('loop', name) : null;
    case 'unary':
      return parent.op === '++' || parent.op === '--' ? make('variable', name, null, true) : null;
    default: {
      const holder = holderOf(name);
      return holder && make('variable', name, null, holder.kind === 'assign' && holder.op !== ':=');
    }
  }
}

function isLeftmost(parent: Shape<'import'>, name: Node): boolean {
  return parent.form === 'module' && parent.alias === null && parent.module === name;
}

/** What a destructuring pattern with the name stands on the left of: a declaration, an assignment, a loop or a parameter. */
function holderOf(name: Node): Node | null {
  let at: Node = name;
  for (let up = at.parent; up; at = up, up = up.parent) {
    switch (up.kind) {
      case 'array':
      case 'object':
      case 'spread':
        continue;
      case 'pair':
        if (up.value !== at) return null;
        continue;
      case 'vardef':
      case 'param':
      case 'foreach':
      case 'clause':
        return up.target === at ? up : null;
      case 'assign':
        if (up.target !== at) return null;
        // A default value inside a pattern is an assignment too.
        if (up.parent?.kind === 'pair' || up.parent?.kind === 'array') continue;
        return up;
      default:
        return null;
    }
  }
  return null;
}
