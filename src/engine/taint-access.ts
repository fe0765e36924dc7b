/** Variables and their parts as paths: `req.query.id` is the variable `req` and two steps. */
import type { Node, Shape as NodeShape } from '../model/tree.ts';
import { classAround } from './taint-callee.ts';
import type { Machine } from './taint-machine.ts';
import { ANY, CHECKED, CLEAN, type Env, isClean, MAX_PATH, moved, type Shape, write } from './taint-shape.ts';

export interface Path {
  /** The variable. */
  key: string;
  steps: string[];
}

/** Null for what is not a variable or a part of one. */
export function pathOf(m: Machine, node: Node): Path | null {
  switch (node.kind) {
    case 'name':
      return namePath(m, node.name, node);
    case 'member': {
      const variable = variableOfField(m, node);
      if (variable) return variable;
      const base = pathOf(m, node.object);
      return base && node.property.kind === 'name' ? below(base, memberKey(node.property)) : null;
    }
    case 'index': {
      const base = pathOf(m, node.object);
      return base && node.indices.reduce((path, index) => below(path, indexKey(m, index)), base);
    }
    case 'cast':
      return pathOf(m, node.value);
    case 'unary':
      return node.op === '*' || node.op === '&' ? pathOf(m, node.operand) : null;
    case 'spread':
      return pathOf(m, node.value);
    default:
      return null;
  }
}

function namePath(m: Machine, name: string, at: Node): Path {
  const { language } = m;
  if (name === 'this' || name === '$this' || (name === 'self' && language === 'ruby'))
    return { key: m.scopes.thisKey(at), steps: [] };
  if (language === 'ruby' && name.startsWith('@')) return { key: m.scopes.thisKey(at), steps: [name] };
  const key = m.scopes.keyOf(name, at);
  if (!key.startsWith('0 ') || (language !== 'java' && language !== 'csharp' && language !== 'kotlin')) return { key, steps: [] };
  const inner = classAround(at);
  if (!inner) return { key, steps: [] };
  const owner = classWith(name, inner);
  if (owner && owner !== inner && !m.switches.intrafile) return { key: m.scopes.thisKey(owner), steps: [name] };
  // Where a class is around, what nothing declares is one of its fields, perhaps inherited.
  return !owner && m.settled.has(key) ? { key, steps: [] } : { key: m.scopes.thisKey(at), steps: [name] };
}

const ownField: ReadonlySet<string> = new Set(['javascript', 'typescript', 'java', 'csharp', 'kotlin']);

/** To the reference `this.x` is the variable `x` that is seen there, where the class declares no such field. */
export function variableOfField(m: Machine, { object, property }: NodeShape<'member'>): Path | null {
  if (m.switches.intrafile || object.kind !== 'name' || property.kind !== 'name') return null;
  if (m.language === 'python' ? object.name !== 'self' : object.name !== 'this' || !ownField.has(m.language)) return null;
  const key = m.scopes.keyOf(property.name, property);
  if (key.startsWith('0 ') && !m.settled.has(key)) return null;
  const inner = m.language === 'python' ? null : classAround(property);
  return inner && classWith(property.name, inner) ? null : { key, steps: [] };
}

/** The innermost class that declares a field. */
function classWith(name: string, inner: NodeShape<'class'>): NodeShape<'class'> | null {
  for (let at: NodeShape<'class'> | null = inner; at; at = classAround(at))
    if (at.body.some((item) => item.kind === 'vardef' && item.target.kind === 'name' && item.target.name === name)) return at;
  return null;
}

const below = (path: Path, step: string): Path =>
  path.steps.length >= MAX_PATH ? path : { key: path.key, steps: [...path.steps, step] };

export const memberKey = (property: Node): string => (property.kind === 'name' ? property.name : ANY);

/** In JavaScript `o['a']` is `o.a`; elsewhere an element and a field of one name are two things. */
export function indexKey(m: Machine, index: Node): string {
  if (!m.switches.elements) return ANY;
  if (index.kind === 'number') return index.value;
  if (index.kind === 'string' || index.kind === 'symbol') return stringKey(m, index.value);
  return ANY;
}

/** The key of a property in an object literal or a destructuring pattern. Python's names are values there. */
export function propertyKey(m: Machine, key: Node): string {
  if (key.kind === 'name') return m.language === 'python' ? ANY : key.name;
  const script = m.language === 'javascript' || m.language === 'typescript';
  return key.kind === 'string' && script ? key.value : indexKey(m, key);
}

const stringKey = (m: Machine, text: string): string =>
  m.language === 'javascript' || m.language === 'typescript' ? text : `'${text}`;

export function readFrom(m: Machine, path: Path): Shape {
  return m.env?.get(path.key) ?? CLEAN;
}

/** Puts a value into a variable or a part of it. `strong` replaces what was there. */
export function writeTo(m: Machine, path: Path, value: Shape, strong: boolean, at: { start: number; end: number } | null): void {
  if (m.env === null) return;
  if (m.env.has(CHECKED)) uncheck(m.env, path.key);
  const before = m.env.get(path.key) ?? CLEAN;
  // Where elements are not told apart, setting one to something clean sets all of them, and what holds them.
  const one = strong && !m.switches.elements && isClean(value);
  const steps = one && path.steps.at(-1) === ANY ? path.steps.slice(0, -1) : path.steps;
  const after = write(before, steps, at ? moved(value, at) : value, strong && !m.frame.flat, one);
  if (after === before) return;
  if (after.own.size === 0 && !after.fields) m.env.delete(path.key);
  else m.env.set(path.key, after);
}

// ---- what was checked

/**
 * Notes that an expression such as `req.query.id` or `$_GET['id']` was checked, or holds a constant: it is a source wherever it
 * stands, and clean from here on until its variable changes. For variables themselves `writeTo` is enough.
 */
export function check(m: Machine, node: Node): void {
  const key = m.switches.intrafile && !m.frame.flat ? checkedKey(m, node) : null;
  if (key === null || m.env === null) return;
  m.env.set(CHECKED, CLEAN);
  m.env.set(key, CLEAN);
}

export function isChecked(m: Machine, node: Node): boolean {
  if (!m.env?.has(CHECKED)) return false;
  const key = checkedKey(m, node);
  return key !== null && m.env.has(key);
}

/** The same for the same expression about the same variable; null for what is no part of a variable. */
function checkedKey(m: Machine, node: Node): string | null {
  if (node.kind !== 'member' && node.kind !== 'index' && node.kind !== 'call') return null;
  let root: Node = node;
  while (root.kind === 'member' || root.kind === 'index' || root.kind === 'call')
    root = root.kind === 'call' ? root.callee : root.object;
  if (root.kind !== 'name') return null;
  return `${CHECKED}${m.scopes.keyOf(root.name, root)}\n${m.source.slice(node.start, node.end).replace(/\s+/g, '')}`;
}

function uncheck(env: Env, variable: string): void {
  for (const key of env.keys()) if (key.startsWith(`${CHECKED}${variable}\n`)) env.delete(key);
}
