/** Which variable a name stands for, block by block, and where the functions and classes of the file are. */
import type { LanguageId } from '../model/language.ts';
import { eachChild, type Node, type Shape } from '../model/tree.ts';
import { nodeAt, occurrences, rootOf } from './locate.ts';
import type { Names } from './names.ts';

export interface Scopes {
  /** The variable that `name` refers to: equal for equal variables. */
  keyOf(name: string, at: Node): string;
  /** What `this` is at a place; equal for the methods of one call. */
  thisKey(at: Node): string;
  /** True for a variable that the function itself declares, in any of its blocks. */
  owns(func: Shape<'func'>, key: string): boolean;
  /** Nodes of the function without those of nested functions. */
  sizeOf(func: Shape<'func'>): number;
}

/** Languages in which an assignment declares its target in the function that holds it. */
const assignDeclares: ReadonlySet<LanguageId> = new Set(['python', 'ruby', 'php']);

interface Declared {
  /** Every block of the function that declares something, the function itself among them. */
  blocks: Set<number>;
  size: number;
}

export function scopesOf(language: LanguageId, source: string): Scopes {
  const names = new Map<Node, Set<string>>();
  const functions = new Map<Node, Declared>();
  const ids = new Map<Node, number>();
  const implicit = assignDeclares.has(language);

  function idOf(node: Node): number {
    let id = ids.get(node);
    if (id === undefined) ids.set(node, (id = ids.size + 1));
    return id;
  }

  function declaredBy(func: Shape<'func'>): Declared {
    let found = functions.get(func);
    if (found) return found;
    found = { blocks: new Set([idOf(func)]), size: 0 };
    functions.set(func, found);
    const { blocks } = found;
    const outer = new Set<string>();
    const declare = (scope: Node, name: string): void => {
      if (outer.has(name)) return;
      let here = names.get(scope);
      if (!here) {
        names.set(scope, (here = new Set()));
        blocks.add(idOf(scope));
      }
      here.add(name);
    };
    const targets = (scope: Node, target: Node | null): void => {
      if (target) eachTarget(target, (name) => declare(scope, name));
    };
    let size = 0;
    const visit = (node: Node, block: Node): void => {
      size++;
      switch (node.kind) {
        case 'func':
          if (node.name?.kind === 'name' && !node.receiver) declare(implicit ? func : block, node.name.name);
          return;
        case 'class':
          if (node.name?.kind === 'name') declare(implicit ? func : block, node.name.name);
          return;
        case 'vardef':
          targets(
            implicit || (node.keyword === 'var' && language !== 'go' && language !== 'java' && language !== 'csharp')
              ? func
              : block,
            node.target,
          );
          break;
        case 'assign':
          if (node.op === ':=' && !implicit) targets(block, node.target);
          else if (implicit && !(func.arrow && language === 'ruby' && knownOutside(node.target))) targets(func, node.target);
          break;
        case 'block':
        case 'if':
        case 'for':
        case 'switch':
        case 'case':
          if (!implicit) block = node;
          break;
        case 'foreach':
          if (!implicit) block = node;
          if (language === 'javascript' || language === 'typescript') {
            // Without a keyword the loop assigns to a variable that is there already.
            const keyword = /\b(?:const|let|using|var)\b/.exec(source.slice(node.start, node.target.start));
            if (keyword) targets(keyword[0] === 'var' ? func : block, node.target);
          } else targets(block, node.target);
          break;
        case 'catch':
          if (!implicit) block = node;
          targets(block, node.target);
          break;
        case 'comprehension':
          block = node;
          for (const clause of node.clauses) if (clause.kind === 'clause') targets(block, clause.target);
          break;
        case 'other':
          if (/global|nonlocal/.test(node.type)) eachTarget(node, (name) => outer.add(name));
          break;
        default:
      }
      eachChild(node, (child) => visit(child, block));
    };
    const knownOutside = (target: Node): boolean => {
      if (target.kind !== 'name') return false;
      for (let at = func.parent; at; at = at.parent) if (names.get(at)?.has(target.name)) return true;
      return false;
    };
    for (const param of func.params) targets(func, param);
    if (func.receiver) targets(func, func.receiver);
    if (func.body) visit(func.body, func);
    found.size = size;
    return found;
  }

  /** The functions around a place declare before the place is asked about, outermost first. */
  function prepare(at: Node): void {
    if (at.parent) prepare(at.parent);
    if (at.kind === 'func') declaredBy(at);
  }

  const keys = new WeakMap<Node, string>();
  return {
    keyOf(name, at) {
      const known = keys.get(at);
      if (known !== undefined) return known;
      prepare(at);
      let key = `0 ${name}`;
      for (let scope: Node | null = at; scope; scope = scope.parent)
        if (names.get(scope)?.has(name)) {
          key = `${idOf(scope)} ${name}`;
          break;
        }
      keys.set(at, key);
      return key;
    },
    thisKey(at) {
      for (let scope: Node | null = at; scope; scope = scope.parent)
        if ((scope.kind === 'func' && !scope.arrow) || scope.kind === 'class') return `${idOf(scope)} this`;
      return '0 this';
    },
    owns(func, key) {
      return declaredBy(func).blocks.has(Number.parseInt(key, 10));
    },
    sizeOf: (func) => declaredBy(func).size,
  };
}

/** Every name that a target, parameter or destructuring pattern binds. */
export function eachTarget(target: Node, visit: (name: string, node: Shape<'name'>) => void): void {
  switch (target.kind) {
    case 'name':
      visit(target.name, target);
      return;
    case 'member':
    case 'index':
      return;
    case 'pair':
      eachTarget(target.value, visit);
      return;
    case 'assign':
    case 'param':
    case 'vardef':
      eachTarget(target.target, visit);
      return;
    case 'named':
      eachTarget(target.value, visit);
      return;
    default:
      eachChild(target, (child) => eachTarget(child, visit));
  }
}

// ---- functions and classes

/** The function of this file that a call runs, and the class whose method it is. */
export interface Callee {
  func: Shape<'func'>;
  /** `this` is that of the caller (`this.f()`), a new object, or that of a variable; null when there is none. */
  receiver: Node | null;
}

/** A quick look at the text before names are resolved: false when nothing in it can be the definition of `name`. */
export function definitionsIn(source: string): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    let found = known.get(name);
    if (found === undefined) known.set(name, (found = occurrences(source, name).some((at) => defines(source, at, name.length))));
    return found;
  };
}

const beforeUse = new Set(
  'return new await else throw in of case yield not and or typeof delete void go defer import from raise print echo is if'.split(
    ' ',
  ),
);

/** The word has `=` or `:` behind it, or before it a word such as `function`, `def` or a type, or the beginning of a line. */
function defines(source: string, at: number, length: number): boolean {
  if (/^\s*(?:=(?!=)|:)/.test(source.slice(at + length, at + length + 20))) return true;
  const before = source.slice(Math.max(0, at - 40), at);
  const word = /([\w$]+)\s*[*&]?\s*$/.exec(before);
  if (word) return !beforeUse.has(word[1]!);
  return (
    /[>\])}]\s+$/.test(before) ||
    (/(?:^|[\n{;])[ \t]*$/.test(before) && /^\s*\([^;]{0,400}\)[^;\n]{0,80}\{/.test(source.slice(at + length, at + length + 500)))
  );
}

/** Null when the file does not tell, or more than one function could be meant. */
export function calleeOf(callee: Node, names: Names, source: string): Callee | null {
  if (callee.kind === 'name') {
    const found = names.definition(callee);
    if (found?.kind === 'func') return { func: found, receiver: null };
    if (found) return null;
    const [only, more] = names.bindings(callee);
    if (only?.value?.kind === 'func' && !more) return { func: only.value, receiver: null };
    const owner = classAround(callee);
    const method = owner && implicitThis.has(names.language) ? methodOf(owner, callee.name, names) : null;
    return method && { func: method, receiver: null };
  }
  if (callee.kind !== 'member' || callee.property.kind !== 'name') return null;
  const { object, property } = callee;
  const owner = classOf(object, names);
  if (owner) {
    const method = methodOf(owner, property.name, names);
    return method && { func: method, receiver: object };
  }
  if (names.language === 'go') {
    const method = methodWithReceiver(property, source);
    return method && { func: method, receiver: object };
  }
  if (object.kind === 'name') {
    const [only, more] = names.bindings(object);
    if (only && !more && only.value?.kind === 'object') {
      for (const prop of only.value.props) {
        if (prop.kind === 'func' && prop.name?.kind === 'name' && prop.name.name === property.name)
          return { func: prop, receiver: object };
        if (prop.kind === 'pair' && prop.value.kind === 'func' && prop.key.kind === 'name' && prop.key.name === property.name)
          return { func: prop.value, receiver: object };
      }
    }
  }
  return null;
}

/** Languages in which a method calls another without `this`. */
const implicitThis: ReadonlySet<LanguageId> = new Set(['java', 'csharp', 'ruby']);

export function classAround(at: Node): Shape<'class'> | null {
  for (let up = at.parent; up; up = up.parent) if (up.kind === 'class') return up;
  return null;
}

const isThis = (node: Node): boolean =>
  node.kind === 'name' && (node.name === 'this' || node.name === 'self' || node.name === 'cls' || node.name === 'super');

/** The class of this file that an expression is an object (or the name) of. */
export function classOf(node: Node, names: Names): Shape<'class'> | null {
  if (node.kind === 'new' && node.callee.kind === 'name') return namedClass(node.callee, names);
  if (node.kind === 'call' && node.callee.kind === 'name')
    return names.language === 'python' ? namedClass(node.callee, names) : null;
  if (node.kind !== 'name') return null;
  if (isThis(node)) return classAround(node);
  const named = namedClass(node, names);
  if (named) return named;
  const [only, more] = names.bindings(node);
  if (!only || more) return null;
  if (only.value && only.value.kind !== 'name') return classOf(only.value, names);
  const type = only.node.kind === 'param' ? only.node.type : only.node.parent?.kind === 'vardef' ? only.node.parent.type : null;
  return type?.kind === 'name' ? namedClass(type, names) : null;
}

function namedClass(name: Shape<'name'>, names: Names): Shape<'class'> | null {
  const found = names.definition(name);
  if (found?.kind === 'class') return found;
  // Inside of a class its name may stand for the constructor.
  return found?.parent?.kind === 'class' && found.parent.name?.kind === 'name' && found.parent.name.name === name.name
    ? found.parent
    : null;
}

/** Go's method of this name, when the file has only one. */
function methodWithReceiver(name: Shape<'name'>, source: string): Shape<'func'> | null {
  const root = rootOf(name);
  const found = new Set<Shape<'func'>>();
  for (const at of occurrences(source, name.name)) {
    if (!/\)\s*$/.test(source.slice(Math.max(0, at - 8), at))) continue;
    const { parent } = nodeAt(root, at);
    if (parent?.kind === 'func' && parent.receiver) found.add(parent);
  }
  const [only, more] = found;
  return only && !more ? only : null;
}

/** The method of a class or of its ancestors in this file. */
export function methodOf(owner: Shape<'class'>, name: string, names: Names, depth = 0): Shape<'func'> | null {
  for (const item of owner.body) {
    if (item.kind === 'func' && item.name?.kind === 'name' && item.name.name === name) return item;
    if (item.kind === 'vardef' && item.target.kind === 'name' && item.target.name === name && item.value?.kind === 'func')
      return item.value;
  }
  const [parent] = owner.supers;
  if (depth > 4 || parent?.kind !== 'name') return null;
  const above = namedClass(parent, names);
  return above && above !== owner ? methodOf(above, name, names, depth + 1) : null;
}

export function constructorOf(owner: Shape<'class'>, names: Names): Shape<'func'> | null {
  const own = owner.name?.kind === 'name' ? methodOf(owner, owner.name.name, names) : null;
  return (
    own ??
    methodOf(owner, 'constructor', names) ??
    methodOf(owner, '__init__', names) ??
    methodOf(owner, '__construct', names) ??
    methodOf(owner, 'initialize', names)
  );
}
