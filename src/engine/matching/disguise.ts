/**
 * Code that is another way to write something that patterns ask for, such as `cp['exec'](x)`, `(0, eval)(x)`,
 * `getattr(os, 'system')(x)`, `call_user_func('system', $x)` and `Kernel.send(:system, x)`. Only for rules that are wide.
 */
import type { LanguageId } from '../../model/language.ts';
import type { Node, Shape } from '../../model/tree.ts';
import { dottedPath, joinedText } from '../alias.ts';
import { setOnce } from '../folded.ts';
import { requirePath } from '../import-table.ts';
import type { Names } from '../names.ts';
import { requestOf } from '../request-handler.ts';
import { isRequest } from '../request-name.ts';
import { isChoice } from './choice.ts';
import { scripts } from './dialect.ts';
import { isBuiltins, keywordsOf, pythonCall, pythonIndex } from './disguise-python.ts';
import { importedTexts } from './matching.ts';
import { lastName, member, plain, standingAt, textOf, valueOf } from './plain-form.ts';

/** The plain form of the node, with the places of what it is made of; null when it is written plainly. */
export function undisguised(t: Node, names: Names): Node | null {
  switch (t.kind) {
    case 'cast':
      return t.value;
    case 'name':
      return t.name === 'new' && names.language === 'csharp' ? typeOfNew(t.parent) : null;
    case 'pair':
      return scripts.has(names.language) ? takenPart(t, names) : null;
    case 'binary':
      return t.op === 'satisfies' ? t.left : null;
    case 'await':
      return scripts.has(names.language) ? moduleOf(t.value) : null;
    case 'sequence':
      return scripts.has(names.language) ? (t.exprs.at(-1) ?? null) : null;
    case 'member':
      if (packages[names.language]) return unqualified(t, names);
      if (names.language === 'python') return isBuiltins(t.object) ? t.property : ofRequest(t, names);
      return scripts.has(names.language) ? (ofGlobal(t, names) ?? heldFunction(t, names) ?? ofRequest(t, names)) : null;
    case 'index':
      return scripts.has(names.language) ? memberBy(t, names) : names.language === 'python' ? pythonIndex(t, names) : null;
    case 'call':
      return plainCall(t, names);
    default:
      return null;
  }
}

/** Whether a node may be passed by between a word and the root of the pattern that names it. */
export function isVeil(node: Node, names: Names): boolean {
  if (node.kind === 'cast') return true;
  if (!names.wide) return false;
  switch (node.kind) {
    case 'index':
    case 'sequence':
    case 'array':
    case 'spread':
      return true;
    case 'ternary':
    case 'binary':
      return isChoice(node);
    case 'object':
    case 'pair':
      return names.language === 'python';
    case 'named':
      return names.language === 'python' && (node.name === 'target' || node.name === 'function');
    case 'member':
      return node.property.kind === 'name' && veils.has(node.property.name);
    case 'call':
      return veils.has(lastName(node.callee) ?? '');
    default:
      return false;
  }
}

/** Functions that only hand on what is called. */
const veils: ReadonlySet<string> = new Set(
  (
    'call apply bind promisify get require _load getBuiltinModule getattr attrgetter methodcaller __import__ import_module call_user_func call_user_func_array array_map array_filter array_walk register_shutdown_function send public_send ' +
    '__send__ method __dict__ __getattribute__ __call__ __builtins__ modules vars globals locals'
  ).split(' '),
);

/** `query` of `const { query } = req` and of the handler `({ query }, res) => …`, as `req.query`. */
function takenPart(t: Shape<'pair'>, names: Names): Node | null {
  const key = t.key.kind === 'name' ? t.key.name : t.key.kind === 'string' ? t.key.value : null;
  const object = t.parent?.kind === 'object' ? takenApart(t.parent, names) : null;
  return object && member(t, object, key, t.key);
}

/** What a pattern in braces takes apart. */
function takenApart(pattern: Shape<'object'>, names: Names): Node | null {
  const whole = pattern.parent;
  switch (whole?.kind) {
    case 'vardef':
    case 'assign':
      return whole.target === pattern ? whole.value : null;
    case 'pair':
      return whole.value === pattern ? takenPart(whole, names) : null;
    case 'param': {
      if (whole.target !== pattern || whole.parent?.kind !== 'func') return null;
      const [first, second] = whole.parent.params;
      const answer = second?.kind === 'param' && second.target.kind === 'name' ? second.target.name : '';
      const isAnswered = first === whole && /^_?(?:res|response|reply|rep)$/.test(answer);
      return isAnswered || requestOf(whole.parent, names) === whole ? requestAt(pattern, whole) : null;
    }
    default:
      return null;
  }
}

function requestAt({ start, end }: Node, parent: Node, name = 'req'): Node {
  const request: Node = { kind: 'name', name, start, end, parent };
  importedTexts.set(request, name);
  return request;
}

/** `r.query` where `r` is the request, as `req.query`; `r.request.query`, as `ctx.request.query`. */
function ofRequest(t: Shape<'member'>, names: Names): Node | null {
  const { object } = t;
  const property = lastName(t);
  if (object.kind === 'member') {
    const part = lastName(object);
    // `import flask as f`, and `f.request.args`
    if (part === 'request' && object.object.kind === 'name' && !importedTexts.has(object)) {
      const path = names.language === 'python' ? names.imported(object.object) : null;
      if (path?.join('.') === 'flask') return { ...t, object: requestAt(object, t) };
    }
    if ((part !== 'req' && part !== 'request') || !isRequest(object.object, names, property)) return null;
    const request: Node = { ...object, object: requestAt(object.object, object, 'ctx') };
    importedTexts.set(request, `ctx.${part}`);
    return { ...t, object: request };
  }
  return !importedTexts.has(object) && isRequest(object, names, property) ? { ...t, object: requestAt(object, t) } : null;
}

/** `T` of C#'s `T x = new(a)`. */
const typeOfNew = (node: Node | null): Node | null =>
  node?.kind === 'new' && node.parent?.kind === 'vardef' && node.parent.value === node ? node.parent.type : null;

/** `java.io.File` and `System.IO.File`, as `File`. */
function unqualified({ object, property }: Shape<'member'>, names: Names): Node | null {
  if (property.kind !== 'name' || !/^[A-Z]/.test(property.name)) return null;
  const path = dottedPath(object);
  if (!path || !packages[names.language]!.test(path.root.name)) return null;
  // `using System;` is no other `System`.
  if (names.bindings(path.root).some(({ kind }) => kind !== 'import')) return null;
  return names.language === 'csharp' || [path.root.name, ...path.rest].every((part) => part === part.toLowerCase())
    ? property
    : null;
}

/** What the full names of types begin with. */
const packagesOfJava = /^(?:javax?|jakarta|kotlinx?|androidx?|org|com|net|io|groovy|ognl|freemarker|sun)$/;
const packages: Partial<Record<LanguageId, RegExp>> = {
  java: packagesOfJava,
  kotlin: packagesOfJava,
  csharp:
    /^(?:global|System|Microsoft|Newtonsoft|Windows|Mono|MySql|MySqlConnector|Npgsql|Oracle|Dapper|Jint|RazorEngine|YamlDotNet|RestSharp)$/,
};

/** `globalThis.f`, as `f`. */
const ofGlobal = ({ object, property }: Shape<'member'>, names: Names): Node | null =>
  object.kind === 'name' && globals.has(object.name) && property.kind === 'name' && names.bindings(object).length === 0
    ? property
    : null;
const globals: ReadonlySet<string> = new Set(['globalThis', 'global', 'window', 'self']);

/** `tools.run` after `const tools = { run: cp.exec }`, as `cp.exec`. */
function heldFunction(t: Shape<'member'>, names: Names): Node | null {
  const { object, property } = t;
  if (t.parent?.kind !== 'call' || t.parent.callee !== t) return null;
  if (object.kind !== 'name' || property.kind !== 'name' || !names.isAlias(object.name)) return null;
  const value = setOnce(object, names);
  if (value?.kind !== 'object') return null;
  const held = value.props.find((prop) => prop.kind === 'pair' && prop.key.kind === 'name' && prop.key.name === property.name);
  return held?.kind === 'pair' && (held.value.kind === 'member' || held.value.kind === 'name')
    ? standingAt(held.value, t, names)
    : null;
}

/** Whether a call may be another way to write a member: `getattr(o, 'm')`, `Reflect.get(o, 'm')`. */
export const isReach = ({ callee }: Shape<'call'>): boolean =>
  reaches.has(lastName(callee.kind === 'call' ? callee.callee : callee) ?? '');
const reaches: ReadonlySet<string> = new Set(['getattr', '__getattribute__', 'attrgetter', 'get']);

/** Whether a pair takes a part of something instead of making one. */
export function takesApart({ parent }: Node): boolean {
  let at = parent;
  while (at?.kind === 'object' && at.parent?.kind === 'pair' && at.parent.value === at) at = at.parent.parent;
  const whole = at?.kind === 'object' ? at.parent : null;
  return (whole?.kind === 'vardef' || whole?.kind === 'assign' || whole?.kind === 'param') && whole.target === at;
}

/** `await import('m')` and `require('m')`, as the name of the module. */
function moduleOf(value: Node): Node | null {
  if (value.kind !== 'call') return null;
  const [module, ...more] = requirePath(value, true) ?? [];
  if (module === undefined || more.length > 0) return null;
  return { kind: 'name', name: module, start: value.args[0]!.start, end: value.args[0]!.end, parent: value };
}

function plainCall(t: Shape<'call'>, names: Names): Node | null {
  switch (names.language) {
    case 'javascript':
    case 'typescript':
      return scriptCall(t, names) ?? moduleOf(t) ?? spreadOut(t, names);
    case 'python':
      return pythonCall(t, names) ?? spreadOut(t, names);
    case 'go':
      return spreadOut(t, names);
    case 'php':
      return phpCall(t, names);
    case 'ruby':
      return rubyCall(t, names);
    default:
      return null;
  }
}

/**
 * `f.call(o, a)`, `f.apply(o, [a])`, `f.bind(o)`, `Reflect.apply(f, o, [a])`, `Reflect.get(o, 'f')`, `promisify(f)`,
 * `[a].forEach(f)`, `a.then(f)` and `setTimeout(f, 0, a)`.
 */
function scriptCall(t: Shape<'call'>, names: Names): Node | null {
  const { callee, args } = t;
  const [first, second, third] = args;
  if (lastName(callee) === 'promisify') return first && !second ? first : null;
  if (callee.kind === 'name')
    return timers.has(callee.name) ? handedTo(t, first, args.slice(callee.name === 'setImmediate' ? 1 : 2)) : null;
  if (callee.kind !== 'member' || callee.property.kind !== 'name') return null;
  const { object } = callee;
  switch (callee.property.name) {
    case 'get':
      return object.kind === 'name' && object.name === 'Reflect' && first && second
        ? member(t, first, textOf(second, names), second)
        : null;
    case 'call':
      return first ? { ...t, callee: object, args: args.slice(1) } : null;
    case 'apply':
      if (object.kind === 'name' && object.name === 'Reflect')
        return first && third?.kind === 'array' ? { ...t, callee: first, args: third.elements } : null;
      return second?.kind === 'array' ? { ...t, callee: object, args: second.elements } : null;
    case 'bind':
      return args.length === 1 ? object : { ...t, callee: object, args: args.slice(1) };
    case 'nextTick':
      return handedTo(t, first, args.slice(1));
    case 'forEach':
    case 'then':
      return handedTo(t, first, object.kind === 'array' ? object.elements : [object]);
    default:
      return null;
  }
}

/** The call that is made of a function which is handed on with what it is to be given. */
const handedTo = (t: Shape<'call'>, callee: Node | undefined, args: Node[]): Node | null =>
  (callee?.kind === 'name' || callee?.kind === 'member') && args.length > 0 ? { ...t, callee, args } : null;
const timers: ReadonlySet<string> = new Set(['setTimeout', 'setInterval', 'setImmediate']);

/** `call_user_func('f', $x)`, `call_user_func_array('f', [$x])`, `array_map('f', [$x])`, `array_filter([$x], 'f')` and `'f'($x)`. */
function phpCall(t: Shape<'call'>, names: Names): Node | null {
  const [first, second] = t.args;
  if (t.callee.kind === 'string' || t.callee.kind === 'binary') return named(t, t.callee, joinedText(t.callee), t.args);
  const name = t.callee.kind === 'name' ? t.callee.name.replace(/^\\/, '').toLowerCase() : '';
  if (!first || !second) return null;
  if (name === 'call_user_func') return named(t, first, textOf(first, names), t.args.slice(1));
  if (name === 'register_shutdown_function') return named(t, first, textOf(first, names), t.args.slice(1));
  if (name === 'array_filter' || name === 'array_walk')
    return named(t, second, textOf(second, names), first.kind === 'array' ? first.elements : [first]);
  if (name === 'call_user_func_array' || name === 'array_map')
    return named(t, first, textOf(first, names), second.kind === 'array' ? second.elements : [second]);
  return null;
}

/** `o.send(:m, x)`, `send(:m, x)`, `method(:m).call(x)`, `m = method(:m); m.call(x)` and `xs.each(&method(:m))`. */
function rubyCall(t: Shape<'call'>, names: Names): Node | null {
  const { callee, args } = t;
  const name = lastName(callee);
  const [first] = args;
  const object = callee.kind === 'member' ? callee.object : null;
  if ((name === 'send' || name === 'public_send' || name === '__send__') && first) {
    const word = wordOf(first, names);
    if (word === null) return null;
    const property: Node = { kind: 'name', name: word, start: first.start, end: first.end, parent: t };
    const plainCallee: Node = object ? { ...(callee as Shape<'member'>), property } : property;
    return { ...t, callee: plainCallee, args: args.slice(1) };
  }
  if (name === 'each' && object && first?.kind === 'spread' && first.op === '&')
    return methodGiven(t, first.value, [object], names);
  if (name !== 'call' || !object) return null;
  return methodGiven(t, object.kind === 'name' ? valueOf(object, names) : object, args, names);
}

/** The call of the method that `method(:m)` is. */
function methodGiven(t: Shape<'call'>, method: Node | null, args: Node[], names: Names): Node | null {
  if (method?.kind !== 'call' || lastName(method.callee) !== 'method' || !method.args[0]) return null;
  const word = wordOf(method.args[0], names);
  return word === null ? null : named(t, method.args[0], word, args);
}

/** `f(...[a])` of JavaScript, `f(**{'k': a})` and `f(*[a])` of Python, `f(x...)` of Go; also where a variable holds what is spread. */
function spreadOut(t: Shape<'call'>, names: Names): Node | null {
  if (!t.args.some(({ kind }) => kind === 'spread')) return null;
  let changed = false;
  const args = t.args.flatMap((arg): readonly Node[] => {
    if (arg.kind !== 'spread') return [arg];
    const value = arg.value.kind === 'name' ? valueOf(arg.value, names) : arg.value;
    const parts = value && (arg.op === '**' ? keywordsOf(value, arg) : elementsOf(value));
    changed ||= parts !== null;
    return parts === null ? [arg] : value === arg.value ? parts : parts.map((part) => standingAt(part, arg, names));
  });
  return changed ? { ...t, args } : null;
}

/** Of a list, also of Go's `[]string{a}`. */
const elementsOf = (value: Node): Node[] | null =>
  value.kind === 'array'
    ? value.elements
    : value.kind === 'new' && value.callee.kind === 'other' && value.callee.type === 'slice_type'
      ? value.args
      : null;

/** The list or object that a variable is set to and never changed, as if it stood where the variable is used; else null. */
export function literalBehind(t: Shape<'name'>, kind: 'array' | 'object', names: Names): Node | null {
  if (!scripts.has(names.language) && names.language !== 'python') return null;
  const value = setOnce(t, names);
  if (value?.kind !== kind) return null;
  const place = { start: t.start, end: t.end, parent: t.parent };
  if (value.kind === 'array')
    return { ...value, ...place, elements: value.elements.map((element) => standingAt(element, t, names)) };
  return { ...value, ...place, props: value.props.map((prop) => standingAt(prop, t, names)) };
}

function memberBy(t: Shape<'index'>, names: Names): Node | null {
  const [key, more] = t.indices;
  return key && !more ? member(t, t.object, textOf(key, names), key) : null;
}

function named(t: Shape<'call'>, at: Node, name: string | null, args: Node[]): Node | null {
  const word = name?.replace(/^\\/, '') ?? '';
  return plain.test(word)
    ? { ...t, callee: { kind: 'name', name: word, start: at.start, end: at.end, parent: at.parent }, args }
    : null;
}

const wordOf = (node: Node, names: Names): string | null => {
  const word = node.kind === 'symbol' ? node.value : textOf(node, names);
  return word !== null && plain.test(word) ? word : null;
};
