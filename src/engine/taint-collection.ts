/** What calls put into lists, maps and builders of text, and take out of them again, for rules that look into the whole file. */
import type { LanguageId } from '../model/language.ts';
import type { Node, Shape as NodeShape } from '../model/tree.ts';
import { indexKey, pathOf, writeTo } from './taint-access.ts';
import { assignTo } from './taint-assignment.ts';
import type { Machine } from './taint-machine.ts';
import { ANY, CLEAN, everything, isClean, join, partOf, type Shape, shapeOf } from './taint-shape.ts';

type Call = NodeShape<'call'> | NodeShape<'new'>;
type Methods = Partial<Record<LanguageId, ReadonlySet<string>>>;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Methods that put what they are given into their object. */
const adds: Methods = {
  javascript: words('push unshift'),
  typescript: words('push unshift'),
  python: words('append extend insert add'),
  ruby: words('push append unshift'),
  java: words('add addAll addFirst addLast offer offerFirst offerLast push'),
  kotlin: words('add addAll addFirst addLast offer push'),
  csharp: words('Add AddRange Enqueue Push Insert AddFirst AddLast'),
};

/** Those that put the last thing they are given under the first. */
const puts: Methods = {
  java: words('put putIfAbsent setAttribute'),
  kotlin: words('put putIfAbsent set'),
  csharp: words('Add TryAdd SetString'),
};

/** Those that take out what was put under a key, or the other thing that they are given. */
const gets: Methods = {
  java: words('get getOrDefault remove getAttribute'),
  kotlin: words('get getOrDefault getValue getOrElse remove'),
  csharp: words('GetString'),
};

/** Those that write text at the end of their object, which most of them return. */
const writes: Methods = {
  java: words('append insert write'),
  kotlin: words('append appendLine insert'),
  csharp: words('Append AppendLine AppendFormat AppendJoin'),
  go: words('WriteString WriteByte WriteRune Write ReadFrom'),
};

/** Functions and methods of Go that fill what their last argument points to. */
const decodes = words('Unmarshal UnmarshalStrict UnmarshalFromString Decode');
/** Those, and the ones that fill whatever is handed to them as `&x`. */
const fills: ReadonlySet<string> = new Set([
  ...decodes,
  ...words('Sscan Sscanf Sscanln Fscan Fscanf Fscanln Fprintf Fprint Fprintln Copy ReadFull'),
]);

/** Methods of C# that hand out, through their last argument, what their object holds. */
const handsOut = words('TryGetValue TryPop TryDequeue TryPeek TryTake');

/** JavaScript's `map.set(k, x)` and `set.add(x)`; other objects have methods of these names, too. */
const keeps: ReadonlySet<string> = new Set(['set', 'add']);
const isCollection = ({ names, language }: Machine, object: Node): boolean => {
  if ((language !== 'javascript' && language !== 'typescript') || object.kind !== 'name') return false;
  const [only, more] = names.bindings(object);
  const made = only && !more && only.value?.kind === 'new' ? only.value.callee : null;
  return made?.kind === 'name' && /^(?:Weak)?(?:Map|Set)$/.test(made.name);
};

/** Writes into variables what the call puts there. */
export function collectFrom(m: Machine, node: Call, name: string, receiver: Shape, args: readonly Shape[]): void {
  const { callee, args: given } = node;
  const method = callee.kind === 'member' ? callee.object : null;
  if (m.language === 'go' && fills.has(name)) fill(m, node, name, receiver, args);
  else if (m.language === 'php' && name === 'parse_str' && given[1]) put(m, given[1], args[0]!, node, []);
  else if (m.language === 'csharp' && handsOut.has(name)) handOut(m, node, receiver);
  else if (!method || args.every(isClean)) return;
  else if (given.length === 2 && puts[m.language]?.has(name)) put(m, method, args[1]!, node, [indexKey(m, given[0]!)]);
  else if (adds[m.language]?.has(name) || (keeps.has(name) && isCollection(m, method)))
    put(m, method, args.reduce(join, CLEAN), node, [ANY]);
  else if (writes[m.language]?.has(name)) put(m, written(method, writes[m.language]!), args.reduce(join, CLEAN), node, []);
}

/** What the call takes out of a map whose parts are known; null for any other call. */
export function takenOut(
  m: Machine,
  { callee, args: [key] }: Call,
  name: string,
  receiver: Shape,
  args: readonly Shape[],
): Shape | null {
  if (callee.kind !== 'member' || !receiver.fields || !key || !gets[m.language]?.has(name)) return null;
  return join(partOf(receiver, indexKey(m, key)), args[1] ?? CLEAN);
}

/** The object at the beginning of `b.append("a").append(x)`. */
function written(object: Node, methods: ReadonlySet<string>): Node {
  let at = object;
  while (
    at.kind === 'call' &&
    at.callee.kind === 'member' &&
    at.callee.property.kind === 'name' &&
    methods.has(at.callee.property.name)
  )
    at = at.callee.object;
  return at;
}

/** Adds the value to a part of a variable. */
export function put(m: Machine, object: Node, value: Shape, at: Node, part: readonly string[]): void {
  const path = value === CLEAN ? null : pathOf(m, object);
  if (path) writeTo(m, { key: path.key, steps: [...path.steps, ...part] }, shapeOf(everything(value)), false, at);
}

/** `json.Unmarshal(b, &p)`, `json.NewDecoder(b).Decode(p)`, `fmt.Sscanf(text, "%s", &s)`, `fmt.Fprintf(&b, "%s", x)`. */
function fill(m: Machine, node: Call, name: string, receiver: Shape, args: readonly Shape[]): void {
  node.args.forEach((target, index) => {
    const isPointer = target.kind === 'name' && index === node.args.length - 1 && decodes.has(name);
    if (!isPointer && !(target.kind === 'unary' && target.op === '&')) return;
    const others = args.filter((_, other) => other !== index).reduce(join, receiver);
    if (!isClean(others)) put(m, target, others, node, []);
  });
}

/** `map.TryGetValue(key, out var value)`. */
function handOut(m: Machine, node: Call, receiver: Shape): void {
  const last = node.args.at(-1);
  const target = last?.kind === 'vardef' ? last.target : last;
  if (target?.kind === 'name') assignTo(m, target, shapeOf(everything(receiver)), true);
}
