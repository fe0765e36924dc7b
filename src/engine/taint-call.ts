/** Calls: of functions in this file by what they do, of any others by the rule that what goes in may come out. */
import type { Node, Shape as NodeShape } from '../model/tree.ts';
import { tokenArguments } from './rust-macro.ts';
import { indexKey, memberKey, pathOf, readFrom, variableOfField, writeTo } from './taint-access.ts';
import { elementOf } from './taint-assignment.ts';
import { blockCalled, calleeOf, callsClasses, classAround, classOf } from './taint-callee.ts';
import { collectFrom, put, takenOut } from './taint-collection.ts';
import { throwOut } from './taint-exception.ts';
import { type Handed, keptBy, MAX_CALLS, newObject, runLambda, selfKeyOf, summaryOf, takesObject } from './taint-function.ts';
import { isGetter } from './taint-getter.ts';
import { handedFunction, handing } from './taint-handed.ts';
import { type Machine, mayThrow, type Summary, visit, visitBase, worth } from './taint-machine.ts';
import { isSafeCall, isSafeFunction } from './taint-option.ts';
import { fulfil, promised } from './taint-promise.ts';
import { NONE, type Taints, union } from './taint-set.ts';
import { CLEAN, everything, isClean, join, partOf, type Shape, shapeOf, tainted } from './taint-shape.ts';

/** Methods and functions that hand their object, or their other argument, to a function: element by element, or whole. */
const eachElement = new Set(
  (
    'forEach map filter flatMap find findIndex findLast some every reduce reduceRight sort each select reject collect inject detect ' +
    'each_with_index each_pair each_value each_key each_with_object filter_map find_all partition group_by sort_by sum ' +
    'map_with_index flat_map array_map array_walk array_filter Select Where SelectMany ForEach Any All anyMatch allMatch ' +
    'mapToObj peek'
  ).split(' '),
);
/** Those that hand over two elements. */
const bothElements: ReadonlySet<string> = new Set(['reduce', 'inject', 'sort']);
/** Ruby hands over the key and the value of what a hash holds, but for these: an element, and something of the caller's. */
const withCount: ReadonlySet<string> = new Set(['each_with_index', 'map_with_index', 'each_with_object', 'then', 'tap']);
const wholeValue = new Set(
  'then ifPresent orElseGet tap let also run apply pipe subscribe thenApply thenAccept thenCompose'.split(' '),
);
/** Those whose result is made of what the function returns. */
const givesResult = new Set(
  'map flatMap reduce then collect flat_map array_map Select SelectMany inject thenApply thenCompose let run'.split(' '),
);

/** What a method of this file returns that is called without parentheses: any of Ruby's, and getters. */
export function bareCall(m: Machine, callee: NodeShape<'name'> | NodeShape<'member'>, object: Shape): Shape {
  const { parent } = callee;
  const runs = m.language === 'ruby' || (callee.kind === 'member' && isGetter(m, callee));
  if (!runs || (parent?.kind === 'call' && parent.callee === callee)) return CLEAN;
  const place = { start: callee.start, end: callee.end, parent };
  const own = ownCall(m, { kind: 'call', callee, typeArgs: [], args: [], optional: false, ...place }, [], object);
  if (own || !m.switches.intrafile || callee.kind !== 'member' || callee.property.kind !== 'name') return own ?? CLEAN;
  return givesContents.has(callee.property.name) ? shapeOf(everything(object)) : CLEAN;
}

/** Methods of Ruby's lists, often written without parentheses, whose result holds what the list holds. */
const givesContents = new Set(
  'join first last compact uniq reverse flatten to_a to_s values sort shift pop sum sample inspect min max dup'.split(' '),
);

/** Those whose result holds nothing but what the function made of each element. */
const givesElements = new Set('map flatMap collect flat_map array_map Select SelectMany'.split(' '));
/** Those whose result holds the elements of which the function holds. */
const keepsElements = new Set('filter array_filter select Where'.split(' '));
export function evaluateCall(m: Machine, node: NodeShape<'call'> | NodeShape<'new'>): Shape {
  const { callee } = node;
  const value = promised(m, node);
  if (value) return value;
  // A block of Ruby is handed to the call in front of it.
  const before = m.language === 'ruby' && callee.kind === 'call' ? callee.callee : callee;
  const name =
    before.kind === 'name'
      ? before.name
      : before.kind === 'member' && before.property.kind === 'name'
        ? before.property.name
        : '';
  const method = callee.kind === 'member' ? callee : null;
  const blockOf = before !== callee && before.kind === 'member' ? before : null;
  // The object of a method, and what is called.
  let receiver: Shape = CLEAN;
  let called: Shape = CLEAN;
  if (method && !m.marks.at(method) && !variableOfField(m, method)) {
    receiver = visitBase(m, method.object);
    if (method.property.kind !== 'name') visit(m, method.property);
    called = partOf(receiver, memberKey(method.property));
  } else if (callee.kind === 'func') {
    if (!m.switches.intrafile) runLambda(m, callee, null);
  } else {
    called = visitBase(m, callee);
    if (method) receiver = quiet(m, method.object, called);
    if (blockOf) receiver = quiet(m, blockOf.object, called);
  }
  const args: Shape[] = [];
  const tokens = m.language === 'rust' && !m.switches.intrafile && node.kind === 'call' ? tokenArguments(node, m.source) : [];
  const later: { func: NodeShape<'func'>; index: number }[] = [];
  const hands = m.switches.intrafile && (eachElement.has(name) || wholeValue.has(name)) && !isOwn(m, callee);
  node.args.forEach((arg, index) => {
    const value = arg.kind === 'named' ? arg.value : arg;
    if (value.kind === 'func' && hands && !m.marks.at(value)) {
      later.push({ func: value, index });
      args.push(CLEAN);
    } else if (tokens.includes(arg) || (arg.kind === 'template' && m.language === 'rust' && !m.switches.intrafile))
      args.push(CLEAN);
    else args.push(visit(m, arg));
  });
  m.calls++;
  mayThrow(m);
  // What a class is taken from is no part of the object.
  let into = node.kind === 'new' && !m.switches.intrafile ? NONE : union(called.own, everything(receiver));
  args.forEach((shape, index) => {
    into = union(into, worth(node.args[index]!, shape));
  });
  fulfil(m, node, args);
  let result = CLEAN;
  const given = method || blockOf ? receiver : args.reduce(join, CLEAN);
  if (later.length > 0) result = runArguments(m, name, later, given);
  if (m.switches.elements) collectFrom(m, node, name, receiver, args);
  // The one method of which the reference knows that it changes its object.
  if (method?.object.kind === 'name' && name === 'concat' && m.language === 'ruby')
    put(m, method.object, args.reduce(join, CLEAN), node, []);
  if (node.kind === 'new' && node.body) {
    const body = visit(m, node.body);
    // What an initialiser puts into the object.
    if (node.body.kind === 'array' || node.body.kind === 'object') into = union(into, everything(body));
  }

  const own = ownCall(m, node, args, receiver);
  if (own) result = join(result, own);
  else if (callee.kind === 'func' && m.switches.intrafile) result = join(result, runLambda(m, callee, handedOver(node, args)));
  else if (!isMade(m, name, node, later, given))
    result = join(
      result,
      takenOut(m, node, name, receiver, args) ?? accessor(m, method, name, args) ?? unknownCall(m, node, into, args, called),
    );
  // The object of a method and the class of an object are no part of a sink that is a call, to the reference.
  let visible = (method || node.kind === 'new') && !m.switches.intrafile ? NONE : called.own;
  args.forEach((shape, index) => {
    visible = union(visible, worth(node.args[index]!, shape));
  });
  const safe = isSafeCall(node, m.language, m.switches);
  const told = own !== null || (callee.kind === 'func' && m.switches.intrafile);
  m.inputs = { node, taints: visible, lost: told || safe, safe };
  return result;
}

/** A function of this file that is only named like one of those, where no two can have one name. */
const isOwn = (m: Machine, callee: Node): boolean =>
  callee.kind === 'name' &&
  (m.language === 'javascript' || m.language === 'typescript') &&
  m.mayDefine(callee.name) &&
  calleeOf(callee, m.names, m.source) !== null;

/** True when nothing of the object of a method such as `map` or `filter` gets into the result but by its function. */
function isMade(
  m: Machine,
  name: string,
  node: NodeShape<'call'> | NodeShape<'new'>,
  later: readonly { func: NodeShape<'func'> }[],
  given: Shape,
): boolean {
  const [only, more] = later;
  if (only && !more && keepsElements.has(name)) return keptBy(m, only.func, elementOf(given)) === CLEAN;
  if (only) return !more && givesElements.has(name);
  return m.switches.intrafile && convertsEach(m, name, node);
}

/** `ids.map(Number)`, `map(int, ids)`. */
function convertsEach(m: Machine, name: string, node: NodeShape<'call'> | NodeShape<'new'>): boolean {
  const [by] = node.args;
  return name === 'map' && by?.kind === 'name' && isSafeFunction(by.name, m.language, m.switches);
}

/** The object of a method call once more, without a second run of what it does. */
function quiet(m: Machine, object: Node, called: Shape): Shape {
  const path = pathOf(m, object);
  if (!path) return { own: called.own, fields: null };
  let shape = readFrom(m, path);
  for (const step of path.steps) shape = partOf(shape, step);
  return tainted(shape, called.own);
}

/** By default every function may return what it was given. */
function unknownCall(
  m: Machine,
  node: NodeShape<'call'> | NodeShape<'new'>,
  into: Taints,
  args: readonly Shape[],
  called: Shape,
): Shape {
  if (m.switches.onlyAssignments) return CLEAN;
  if (node.kind === 'new') {
    if (m.switches.elements && isLiteralObject(node)) return literalObject(m, node.args, args);
    return shapeOf(into);
  }
  if (isSafeCall(node, m.language, m.switches)) return CLEAN;
  const concatenates =
    node.callee.kind === 'member' &&
    node.callee.object.kind === 'string' &&
    node.callee.property.kind === 'name' &&
    node.callee.property.name === 'concat';
  if (!m.switches.safeFunctions || concatenates) return shapeOf(into);
  // What a function or method gives that is written as a source, or as part of one, is tainted even so.
  return node.callee.kind === 'name' || isSourced(m, node.callee) ? shapeOf(called.own) : CLEAN;
}

/** A variable or a part of one that a source names where it stands. */
const isSourced = (m: Machine, node: Node): boolean =>
  (node.kind === 'name' && (m.marks.at(node)?.sources.length ?? 0) > 0) ||
  ((node.kind === 'member' || node.kind === 'index') && isSourced(m, node.object));

/** A composite literal such as Go's `T{a: x}`, which keeps its fields apart. */
const isLiteralObject = ({ kind, args }: NodeShape<'call'> | NodeShape<'new'>): boolean =>
  kind === 'new' && args.length > 0 && args.every((arg) => arg.kind === 'pair');

function literalObject(m: Machine, args: readonly Node[], values: readonly Shape[]): Shape {
  const fields = new Map<string, Shape>();
  args.forEach((arg, index) => {
    if (arg.kind !== 'pair') return;
    const key = arg.key.kind === 'name' ? arg.key.name : indexKey(m, arg.key);
    fields.set(key, join(fields.get(key) ?? CLEAN, values[index]!));
  });
  for (const shape of fields.values()) if (shape.own.size > 0 || shape.fields) return { own: NONE, fields };
  return CLEAN;
}

/** Java's `setName(x)` and `getName()`, where the file does not say what they do. */
function accessor(m: Machine, method: NodeShape<'member'> | null, name: string, args: readonly Shape[]): Shape | null {
  if (m.language !== 'java' || !method) return null;
  const found = /^([gs])et([A-Z]\w*)$/.exec(name);
  const path = found && pathOf(m, method.object);
  if (!found || !path) return null;
  const steps = [...path.steps, found[2]!.charAt(0).toLowerCase() + found[2]!.slice(1)];
  if (found[1] === 's' && args.length === 1) {
    writeTo(m, { key: path.key, steps }, args[0]!, true, method);
    return CLEAN;
  }
  if (found[1] !== 'g' || args.length > 0) return null;
  let shape = readFrom(m, path);
  if (!shape.fields) return null;
  for (const step of steps) shape = partOf(shape, step);
  return m.switches.safeFunctions ? CLEAN : shape;
}

/** Functions that were handed to a method run with what the method gives them. */
function runArguments(m: Machine, name: string, later: readonly { func: NodeShape<'func'> }[], given: Shape): Shape {
  const value = eachElement.has(name) ? elementOf(given) : given;
  const handed: Handed | null =
    value.own.size > 0 || value.fields
      ? {
          positional: bothElements.has(name) || (m.language === 'ruby' && !withCount.has(name)) ? [value, value] : [value],
          named: new Map(),
          anywhere: null,
        }
      : null;
  let result = CLEAN;
  for (const { func } of later) result = join(result, runLambda(m, func, handed));
  if (!givesResult.has(name)) return CLEAN;
  return shapeOf(everything(result));
}

// ---- functions of this file

function handedOver(node: NodeShape<'call'> | NodeShape<'new'>, args: readonly Shape[]): Handed {
  const positional: Shape[] = [];
  const named = new Map<string, Shape>();
  let anywhere: Shape | null = null;
  node.args.forEach((arg, index) => {
    const shape = args[index]!;
    if (arg.kind === 'named') named.set(arg.name, shape);
    else if (arg.kind === 'spread') anywhere = join(anywhere ?? CLEAN, shape);
    else positional.push(shape);
  });
  return { positional, named, anywhere };
}

/** Null when the call does not lead to a known function, or the function does not tell what it returns. */
function ownCall(m: Machine, node: NodeShape<'call'> | NodeShape<'new'>, args: readonly Shape[], object: Shape): Shape | null {
  if (!m.switches.intrafile || m.env === null) return null;
  const { callee } = node;
  const called = callee.kind === 'member' ? callee.property : callee;
  const block = blockCalled(callee, m.names) ?? handedFunction(m, callee);
  if (!block && (called.kind !== 'name' || !m.mayDefine(called.name))) return null;
  if (isLiteralObject(node)) return null;
  if (node.kind === 'new' || (callee.kind === 'name' && callsClasses.has(m.language))) {
    const owner = callee.kind === 'name' ? classOf(node, m.names) : null;
    if (owner && !m.running.includes(owner) && m.running.length < MAX_CALLS) {
      m.running.push(owner);
      const object = newObject(m, owner, handedOver(node, args));
      m.running.pop();
      return object;
    }
    if (node.kind === 'new') return null;
  }
  const found = block ? { func: block, receiver: null } : calleeOf(callee, m.names, m.source);
  if (!found) return null;
  const { func, receiver } = found;
  const clean = m.env.size === 0 && isClean(object) && args.every(isClean);
  if (clean && !m.reaches(func.start, func.end) && !m.marks.hasSource(func.start, func.end)) return null;
  const self = selfOf(m, node, receiver, object);
  const handed = handedOver(node, args);
  const summary = handing(m, func, node.args, takesObject(m, func) ? 1 : 0, () => summaryOf(m, func, handed, self));
  if (!summary) return null;
  applyChanges(m, node, func, summary, receiver);
  throwOut(m, summary.thrown);
  return summary.returned ? summary.result : null;
}

/** The object that the method works on. */
function selfOf(m: Machine, node: Node, receiver: Node | null, object: Shape): Shape | null {
  const path = receiver ? pathOf(m, receiver) : null;
  if (path && receiver) {
    const key = receiver.kind === 'name' && receiver.name === 'super' ? m.scopes.thisKey(node) : path.key;
    let shape = m.env?.get(key) ?? CLEAN;
    for (const step of path.steps) shape = partOf(shape, step);
    return shape;
  }
  if (receiver) return object;
  return classAround(node) ? (m.env?.get(m.scopes.thisKey(node)) ?? CLEAN) : null;
}

/** What the function did to variables around it, to its object, and to the fields of what it was given. */
function applyChanges(
  m: Machine,
  node: NodeShape<'call'> | NodeShape<'new'>,
  func: NodeShape<'func'>,
  summary: Summary,
  receiver: Node | null,
): void {
  const self = selfKeyOf(m, func);
  const skip = takesObject(m, func) ? 1 : 0;
  const params = new Map<string, number>();
  func.params.slice(skip).forEach((param, index) => {
    if (param.kind === 'param' && param.target.kind === 'name')
      params.set(m.scopes.keyOf(param.target.name, param.target), index);
  });
  for (const [key, shape] of summary.changes) {
    if (key === self && (func.parent?.kind === 'class' || func.receiver)) {
      const path = receiver ? pathOf(m, receiver) : { key: m.scopes.thisKey(node), steps: [] };
      if (path) writeTo(m, path, shape, true, null);
      continue;
    }
    if (!m.scopes.owns(func, key)) {
      m.env?.set(key, shape);
      continue;
    }
    const index = params.get(key);
    const arg = index === undefined ? undefined : node.args[index];
    const path = arg && shape.fields ? pathOf(m, arg) : null;
    if (path && shape.fields) writeTo(m, path, { own: NONE, fields: shape.fields }, false, null);
  }
}
