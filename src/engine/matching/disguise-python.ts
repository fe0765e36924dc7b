/** Python's other ways to a function, a member and keyword arguments. */
import type { Node, Shape } from '../../model/tree.ts';
import type { Names } from '../names.ts';
import { lastName, member, plain, textOf, valueOf } from './plain-form.ts';

export const isBuiltins = (node: Node): boolean => node.kind === 'name' && node.name === '__builtins__';

/** `o.__dict__['m']`, `vars(o)['m']`, `globals()['f']`, `sys.modules['m']` and `__builtins__['f']`. */
export function pythonIndex(t: Shape<'index'>, names: Names): Node | null {
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

/** `getattr(o, 'm')`, `attrgetter('m')(o)`, `o.__getattribute__('m')`, `f.__call__(x)`, `__import__('m')` and `importlib.import_module('m')`. */
export function pythonCall(t: Shape<'call'>, names: Names): Node | null {
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
  // `attrgetter('m')(o)` and `methodcaller('m', x)(o)`
  if (t.callee.kind === 'call' && t.callee.args[0] && !second) {
    const [wanted, ...given] = t.callee.args;
    const got = member(t, first, textOf(wanted, names), wanted);
    if (lastName(t.callee.callee) === 'attrgetter') return given.length === 0 ? got : null;
    if (lastName(t.callee.callee) === 'methodcaller') return got && { ...t, callee: got, args: given };
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
    case 'register':
    case 'call_soon':
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

/** The keyword arguments that `**` makes of a dictionary whose keys are all texts. */
export function keywordsOf(value: Node, at: Node): readonly Node[] | null {
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
