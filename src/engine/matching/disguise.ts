/**
 * Code that is another way to write something that patterns ask for, such as `cp['exec'](x)`, `(0, eval)(x)`,
 * `getattr(os, 'system')(x)`, `call_user_func('system', $x)` and `Kernel.send(:system, x)`. Only for rules that are wide.
 */
import type { Node, Shape } from '../../model/tree.ts';
import { constantOf } from '../constants.ts';
import { setOnce } from '../folded.ts';
import type { Names } from '../names.ts';
import { requestOf } from '../request-handler.ts';
import { isRequest } from '../request-name.ts';
import { scripts } from './dialect.ts';
import { importedTexts } from './matching.ts';

const plain = /^[A-Za-z_$][\w$]*[?!]?$/;

/** The plain form of the node, with the places of what it is made of; null when it is written plainly. */
export function undisguised(t: Node, names: Names): Node | null {
  switch (t.kind) {
    case 'cast':
      return t.value;
    case 'pair':
      return scripts.has(names.language) ? takenPart(t, names) : null;
    case 'binary':
      return t.op === 'satisfies' ? t.left : null;
    case 'await':
      return scripts.has(names.language) ? moduleOf(t.value) : null;
    case 'sequence':
      return scripts.has(names.language) ? (t.exprs.at(-1) ?? null) : null;
    case 'member':
      return names.language === 'python' && isBuiltins(t.object)
        ? t.property
        : scripts.has(names.language) || names.language === 'python'
          ? ofRequest(t, names)
          : null;
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
    'call apply bind promisify getattr __import__ import_module call_user_func call_user_func_array array_map send public_send ' +
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
    if ((part !== 'req' && part !== 'request') || !isRequest(object.object, names, property)) return null;
    const request: Node = { ...object, object: requestAt(object.object, object, 'ctx') };
    importedTexts.set(request, `ctx.${part}`);
    return { ...t, object: request };
  }
  return !importedTexts.has(object) && isRequest(object, names, property) ? { ...t, object: requestAt(object, t) } : null;
}

/** Whether a pair takes a part of something instead of making one. */
export function takesApart({ parent }: Node): boolean {
  let at = parent;
  while (at?.kind === 'object' && at.parent?.kind === 'pair' && at.parent.value === at) at = at.parent.parent;
  const whole = at?.kind === 'object' ? at.parent : null;
  return (whole?.kind === 'vardef' || whole?.kind === 'assign' || whole?.kind === 'param') && whole.target === at;
}

/** `await import('m')`, as the name of the module. */
function moduleOf(value: Node): Node | null {
  if (value.kind !== 'call' || value.callee.kind !== 'name' || value.callee.name !== 'import') return null;
  const [module] = value.args;
  if (module?.kind !== 'string') return null;
  return { kind: 'name', name: module.value.replace(/^node:/, ''), start: module.start, end: module.end, parent: value };
}

function plainCall(t: Shape<'call'>, names: Names): Node | null {
  switch (names.language) {
    case 'javascript':
    case 'typescript':
      return scriptCall(t) ?? spreadOut(t, names);
    case 'python':
      return pythonCall(t, names) ?? spreadOut(t, names);
    case 'go':
      return spreadOut(t, names);
    case 'php':
      return phpCall(t, names);
    case 'ruby':
      return rubyCall(t);
    default:
      return null;
  }
}

/** `f.call(o, a)`, `f.apply(o, [a])`, `f.bind(o)`, `Reflect.apply(f, o, [a])`, `promisify(f)`, `[a].forEach(f)` and `a.then(f)`. */
function scriptCall(t: Shape<'call'>): Node | null {
  const { callee, args } = t;
  const [first, second, third] = args;
  if (lastName(callee) === 'promisify') return first && !second ? first : null;
  if (callee.kind !== 'member' || callee.property.kind !== 'name') return null;
  const { object } = callee;
  switch (callee.property.name) {
    case 'call':
      return first ? { ...t, callee: object, args: args.slice(1) } : null;
    case 'apply':
      if (object.kind === 'name' && object.name === 'Reflect')
        return first && third?.kind === 'array' ? { ...t, callee: first, args: third.elements } : null;
      return second?.kind === 'array' ? { ...t, callee: object, args: second.elements } : null;
    case 'bind':
      return args.length === 1 ? object : null;
    case 'forEach':
    case 'then':
      return first?.kind === 'name' || first?.kind === 'member'
        ? { ...t, callee: first, args: object.kind === 'array' ? object.elements : [object] }
        : null;
    default:
      return null;
  }
}

const isBuiltins = (node: Node): boolean => node.kind === 'name' && node.name === '__builtins__';

/** `o.__dict__['m']`, `vars(o)['m']`, `globals()['f']`, `sys.modules['m']` and `__builtins__['f']`. */
function pythonIndex(t: Shape<'index'>, names: Names): Node | null {
  const [key, more] = t.indices;
  const { object } = t;
  if (!key || more) return null;
  const itself = (): Node | null => {
    const name = textOf(key, names);
    return name !== null && plain.test(name) ? { kind: 'name', name, start: t.start, end: t.end, parent: t.parent } : null;
  };
  switch (lastName(object.kind === 'call' ? object.callee : object)) {
    case '__dict__':
      return object.kind === 'member' ? member(t, object.object, textOf(key, names), key) : null;
    case 'vars':
      return object.kind === 'call' && object.args[0] ? member(t, object.args[0], textOf(key, names), key) : null;
    case 'globals':
    case 'locals':
      return object.kind === 'call' ? itself() : null;
    case 'modules':
      return object.kind === 'member' && object.object.kind === 'name' && object.object.name === 'sys' ? itself() : null;
    case '__builtins__':
      return itself();
    default:
      return null;
  }
}

/** `getattr(o, 'm')`, `o.__getattribute__('m')`, `f.__call__(x)`, `__import__('m')` and `importlib.import_module('m')`. */
function pythonCall(t: Shape<'call'>, names: Names): Node | null {
  const [first, second] = t.args;
  const name = lastName(t.callee);
  const begun = partlyCalled(t, names);
  if (begun) return begun;
  if (!first) return null;
  const handed = name === null ? null : handedOn(t, name);
  if (handed) return handed;
  if (t.callee.kind === 'member') {
    if (name === '__call__') return { ...t, callee: t.callee.object };
    if (name === '__getattribute__')
      return second ? member(t, first, textOf(second, names), second) : member(t, t.callee.object, textOf(first, names), first);
  }
  if (name === 'getattr' && second && t.callee.kind === 'name') return member(t, first, textOf(second, names), second);
  if (name !== '__import__' && name !== 'import_module') return null;
  const module = textOf(first, names);
  if (module === null || !/^\w+(?:\.\w+)*$/.test(module)) return null;
  const [root, ...rest] = module.split('.');
  const place = { start: first.start, end: first.end, parent: t.parent };
  return rest.reduce<Node>(
    (object, property) => ({
      kind: 'member',
      object,
      property: { kind: 'name', name: property, ...place },
      optional: false,
      ...place,
    }),
    { kind: 'name', name: root!, ...place },
  );
}

/** `partial(f, x)(y)`, also through a variable. */
function partlyCalled(t: Shape<'call'>, names: Names): Node | null {
  const { callee } = t;
  const made = callee.kind === 'name' && names.isAlias(callee.name) ? valueOf(callee, names) : callee;
  if (made?.kind !== 'call' || lastName(made.callee) !== 'partial') return null;
  const [first, ...begun] = made.args;
  if (!first) return null;
  const args = [...begun, ...t.args];
  const isNamed = ({ kind }: Node): boolean => kind === 'named';
  return { ...t, callee: first, args: [...args.filter((arg) => !isNamed(arg)), ...args.filter(isNamed)] };
}

/** `partial(f, x)`, `executor.submit(f, x)`, `loop.run_in_executor(None, f, x)`, `map(f, [x])` and `Thread(target=f, args=(x,))`. */
function handedOn(t: Shape<'call'>, name: string): Node | null {
  const [first, second] = t.args;
  const call = (callee: Node | undefined, args: readonly Node[]): Node | null =>
    callee?.kind === 'name' || callee?.kind === 'member' ? { ...t, callee, args: [...args] } : null;
  switch (name) {
    case 'partial':
      // What is only begun is told of where it is called.
      return second && second.kind !== 'named' && !(t.parent?.kind === 'call' && t.parent.callee === t)
        ? call(first, t.args.slice(1))
        : null;
    case 'submit':
    case 'to_thread':
    case 'run_in_threadpool':
    case 'run_sync':
      return call(first, t.args.slice(1));
    case 'run_in_executor':
      return call(second, t.args.slice(2));
    case 'map':
      return second ? call(first, second.kind === 'array' ? second.elements : [second]) : null;
    case 'Thread':
    case 'Process':
    case 'Timer': {
      const named = (wanted: string): Node | undefined =>
        t.args.flatMap((arg) => (arg.kind === 'named' && arg.name === wanted ? [arg.value] : []))[0];
      const [args, keywords] = [named('args'), named('kwargs')];
      return call(named('target') ?? named('function'), [
        ...(args?.kind === 'array' ? args.elements : []),
        ...((keywords && keywordsOf(keywords, t)) ?? []),
      ]);
    }
    default:
      return null;
  }
}

/** `call_user_func('f', $x)`, `call_user_func_array('f', [$x])`, `array_map('f', [$x])` and `'f'($x)`. */
function phpCall(t: Shape<'call'>, names: Names): Node | null {
  const [first, second] = t.args;
  if (t.callee.kind === 'string') return named(t, t.callee, t.callee.value, t.args);
  const name = t.callee.kind === 'name' ? t.callee.name.replace(/^\\/, '').toLowerCase() : '';
  if (!first || !second) return null;
  if (name === 'call_user_func') return named(t, first, textOf(first, names), t.args.slice(1));
  if (name === 'call_user_func_array' || name === 'array_map')
    return named(t, first, textOf(first, names), second.kind === 'array' ? second.elements : [second]);
  return null;
}

/** `o.send(:m, x)`, `send(:m, x)` and `method(:m).call(x)`. */
function rubyCall(t: Shape<'call'>): Node | null {
  const { callee, args } = t;
  const name = lastName(callee);
  const [first] = args;
  const object = callee.kind === 'member' ? callee.object : null;
  if ((name === 'send' || name === 'public_send' || name === '__send__') && first) {
    const word = wordOf(first);
    if (word === null) return null;
    const property: Node = { kind: 'name', name: word, start: first.start, end: first.end, parent: t };
    const plainCallee: Node = object ? { ...(callee as Shape<'member'>), property } : property;
    return { ...t, callee: plainCallee, args: args.slice(1) };
  }
  if (name !== 'call' || object?.kind !== 'call' || lastName(object.callee) !== 'method') return null;
  const word = object.args[0] ? wordOf(object.args[0]) : null;
  return word === null ? null : named(t, object.args[0]!, word, args);
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

function valueOf(name: Shape<'name'>, names: Names): Node | null {
  const [only, more] = names.bindings(name);
  return only?.kind === 'variable' && !more ? only.value : null;
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

/** The same code in the place of another node; what is found in it is found there. */
function standingAt(node: Node, at: Node, names: Names): Node {
  const place = { start: at.start, end: at.end, parent: at.parent };
  const moved: Node =
    node.kind === 'pair' || node.kind === 'named'
      ? { ...node, ...place, value: standingAt(node.value, at, names) }
      : { ...node, ...place };
  importedTexts.set(moved, names.source.slice(node.start, node.end));
  return moved;
}

/** The keyword arguments that `**` makes of a dictionary whose keys are all texts. */
function keywordsOf(value: Node, at: Node): readonly Node[] | null {
  if (value.kind === 'call') {
    const isDict =
      value.callee.kind === 'name' && value.callee.name === 'dict' && value.args.every(({ kind }) => kind === 'named');
    return isDict ? value.args : null;
  }
  if (value.kind !== 'object') return null;
  const found: Node[] = [];
  for (const prop of value.props) {
    if (prop.kind !== 'pair' || prop.key.kind !== 'string') return null;
    found.push({ kind: 'named', name: prop.key.value, value: prop.value, start: prop.start, end: prop.end, parent: at.parent });
  }
  return found;
}

function memberBy(t: Shape<'index'>, names: Names): Node | null {
  const [key, more] = t.indices;
  return key && !more ? member(t, t.object, textOf(key, names), key) : null;
}

function member(t: Node, object: Node, property: string | null, at: Node): Node | null {
  if (property === null || !plain.test(property)) return null;
  const name: Node = { kind: 'name', name: property, start: at.start, end: at.end, parent: at.parent };
  return { kind: 'member', object, property: name, optional: false, start: t.start, end: t.end, parent: t.parent };
}

function named(t: Shape<'call'>, at: Node, name: string | null, args: Node[]): Node | null {
  const word = name?.replace(/^\\/, '') ?? '';
  return plain.test(word)
    ? { ...t, callee: { kind: 'name', name: word, start: at.start, end: at.end, parent: at.parent }, args }
    : null;
}

function textOf(node: Node, names: Names): string | null {
  // What a variable holds takes a walk through the file; the few that hold a function's name are known.
  if (node.kind === 'name' && !names.isAlias(node.name)) return null;
  const constant = constantOf(node, names);
  return constant?.kind === 'string' ? constant.value : null;
}

const wordOf = (node: Node): string | null =>
  (node.kind === 'symbol' || node.kind === 'string') && plain.test(node.value) ? node.value : null;

const lastName = (callee: Node): string | null =>
  callee.kind === 'name'
    ? callee.name
    : callee.kind === 'member' && callee.property.kind === 'name'
      ? callee.property.name
      : null;
