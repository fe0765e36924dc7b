/** Which function or class of the file a call leads to. */
import type { LanguageId } from '../model/language.ts';
import type { Node, Shape } from '../model/tree.ts';
import { nodeAt, occurrences, rootOf } from './locate.ts';
import type { Names } from './names.ts';

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
    if (found === undefined) {
      found = occurrences(source, name).some((at) => defines(source, at, name.length));
      known.set(name, found);
    }
    return found;
  };
}

const beforeUse = new Set(
  'return new await else throw in of case yield not and or typeof delete go defer import from raise print echo is if'.split(' '),
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
    if (method) return { func: method, receiver: object };
  }
  if (names.language === 'go' || names.language === 'rust') {
    const method = methodWithReceiver(property, source, names.language);
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

/** Methods that call the function that is their object. */
const calling: Partial<Record<LanguageId, ReadonlySet<string>>> = {
  ruby: new Set(['call']),
  java: new Set(['get', 'call', 'run', 'accept', 'apply', 'test']),
  csharp: new Set(['Invoke']),
  kotlin: new Set(['invoke']),
};

/**
 * The body of Ruby's `f.call(x)` where `f` is `->(v) { … }`, `lambda { |v| … }` or `proc { |v| … }`, itself or by its variable;
 * of Java's `f.apply(x)` and C#'s `f.Invoke(x)` where `f` is a lambda.
 */
export function blockCalled(callee: Node, names: Names): Shape<'func'> | null {
  if (callee.kind !== 'member' || callee.property.kind !== 'name') return null;
  if (!calling[names.language]?.has(callee.property.name)) return null;
  const { object } = callee;
  const [only, more] = object.kind === 'name' ? names.bindings(object) : [];
  const value = object.kind !== 'name' ? object : only && !more ? only.value : null;
  if (value?.kind === 'func') return value;
  if (names.language !== 'ruby') return null;
  const maker = value?.kind === 'call' && value.callee.kind === 'call' ? value.callee.callee : null;
  const [block] = value?.kind === 'call' ? value.args : [];
  return maker?.kind === 'name' && (maker.name === 'lambda' || maker.name === 'proc') && block?.kind === 'func' ? block : null;
}

/** Languages in which a method calls another without `this`. */
const implicitThis: ReadonlySet<LanguageId> = new Set(['java', 'csharp', 'kotlin', 'ruby']);

export function classAround(at: Node): Shape<'class'> | null {
  for (let up = at.parent; up; up = up.parent) if (up.kind === 'class') return up;
  return null;
}

const isThis = (node: Node): boolean =>
  node.kind === 'name' &&
  (node.name === 'this' || node.name === '$this' || node.name === 'self' || node.name === 'cls' || node.name === 'super');

/** Languages in which the name of a class is called for an object. */
export const callsClasses: ReadonlySet<LanguageId> = new Set(['python', 'kotlin']);

/** The class of this file that an expression is an object (or the name) of. */
export function classOf(node: Node, names: Names): Shape<'class'> | null {
  if (node.kind === 'new' && node.callee.kind === 'name') return namedClass(node.callee, names);
  if (node.kind === 'call' && node.callee.kind === 'name')
    return callsClasses.has(names.language) ? namedClass(node.callee, names) : null;
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

/** The method of this name in Go or in an `impl` of Rust, when the file has only one. */
function methodWithReceiver(name: Shape<'name'>, source: string, language: 'go' | 'rust'): Shape<'func'> | null {
  const root = rootOf(name);
  const before = language === 'go' ? /\)\s*$/ : /\bfn\s+$/;
  const found = new Set<Shape<'func'>>();
  for (const at of occurrences(source, name.name)) {
    if (!before.test(source.slice(Math.max(0, at - 8), at))) continue;
    const { parent } = nodeAt(root, at);
    if (parent?.kind === 'func' && (language === 'go' ? parent.receiver : parent.parent?.kind === 'class' && parent.body))
      found.add(parent);
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
