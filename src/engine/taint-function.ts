/** Functions as units: where they are entered, what is known then, and what they leave behind. */
import type { Node, Shape as NodeShape } from '../model/tree.ts';
import { isObject } from './matching/matching.ts';
import { pathOf, writeTo } from './taint-access.ts';
import { assignTo } from './taint-assignment.ts';
import { constructorOf } from './taint-callee.ts';
import { visitCondition } from './taint-condition.ts';
import { asLeft } from './taint-field.ts';
import { declaredTaint, type Frame, holdsContent, type Machine, newFrame, type Summary, visit } from './taint-machine.ts';
import { isSafeType } from './taint-option.ts';
import { eachTarget, hasImplicitParameter } from './taint-scope.ts';
import { NONE, type Taints, taintOf, union } from './taint-set.ts';
import { ANY, CLEAN, type Env, isClean, join, joinEnv, type Shape, shapeOf, signature, tainted } from './taint-shape.ts';
import { judgeExit } from './taint-sink.ts';

/** Larger functions are walked without joining states. */
const MAX_SIZE = 5000;
/** Functions that call each other are followed this deep. */
export const MAX_CALLS = 8;

/** What a call hands over; null where the caller is not known. */
export interface Handed {
  positional: readonly Shape[];
  named: ReadonlyMap<string, Shape>;
  /** What `*args` and the like may put anywhere. */
  anywhere: Shape | null;
}

/** Binds the parameters, runs the body, and returns the state at the end; `m.env` is the state in which the body starts. */
function run(m: Machine, func: NodeShape<'func'>, handed: Handed | null, self: Shape | null): Frame {
  const outer = m.frame;
  const { floor } = m;
  const big = m.scopes.sizeOf(func) > MAX_SIZE;
  if (big) m.notes.add('taint analysis of a very large function was done without joins');
  if (outer.func === null) m.root = settledEnv(m);
  const frame = newFrame(func, big);
  m.frame = frame;
  m.floor = m.gathering.length;
  m.running.push(func);
  bindParams(m, func, handed, self);
  if (func.body) {
    const value = visit(m, func.body);
    if (func.body.kind !== 'block' || lastIsResult(m, func)) {
      frame.result = join(frame.result, value);
      frame.returned = true;
    }
    if (m.env !== null) judgeExit(m, lastStatement(func.body));
  }
  frame.exits = joinEnv(frame.exits, m.env);
  runDeferred(m, frame);
  m.env = frame.exits;
  m.running.pop();
  m.floor = floor;
  m.frame = outer;
  return frame;
}

const lastIsResult = ({ language }: Machine, func: NodeShape<'func'>): boolean =>
  language === 'ruby' || language === 'rust' || (language === 'kotlin' && func.arrow);

function lastStatement(body: Node): Node {
  const last = body.kind === 'block' ? body.body.at(-1) : undefined;
  return last ?? body;
}

/** Declared functions see the variables around them as they are where the declaration stands, or at the end. */
export function runDeferred(m: Machine, frame: Frame): void {
  for (const { func, env, self } of frame.deferred) {
    const { cleaning, within } = m;
    m.env = m.switches.intrafile ? joinEnv(new Map(env), frame.exits) : new Map(env);
    Object.assign(m, surroundings(m, func));
    run(m, func, null, self);
    Object.assign(m, { cleaning, within });
  }
  frame.deferred = [];
}

function bindParams(m: Machine, func: NodeShape<'func'>, handed: Handed | null, self: Shape | null): void {
  let index = 0;
  let rest = func.params;
  const method = takesObject(m, func);
  if (self && m.env) {
    if (method) {
      const [first] = rest;
      if (first?.kind === 'param' && first.target.kind === 'name') assignTo(m, first.target, self, true);
    } else m.env.set(m.scopes.thisKey(func.body ?? func), self);
  }
  if (func.receiver) eachTarget(func.receiver, (_, name) => bindName(m, name, self ?? CLEAN));
  if (method && !func.decorators.some((d) => d.kind === 'name' && d.name === 'staticmethod')) {
    const [first] = rest;
    if (first && !self) bindParam(m, first, null);
    rest = rest.slice(1);
  }
  for (const param of rest) {
    if (param.kind !== 'param') {
      bindParam(m, param, handed ? (handed.positional[index++] ?? handed.anywhere) : null);
      continue;
    }
    const name = param.target.kind === 'name' ? param.target.name : '';
    let value: Shape | null = null;
    if (handed) {
      if (param.variadic === '**') value = [...handed.named.values()].reduce(join, handed.anywhere ?? CLEAN);
      else if (param.variadic !== '' && param.variadic !== '&') {
        value = handed.positional.slice(index).reduce(join, handed.anywhere ?? CLEAN);
        value = value === CLEAN ? CLEAN : { own: NONE, fields: new Map([[ANY, value]]) };
        index = handed.positional.length;
      } else value = handed.named.get(name) ?? handed.positional[index] ?? handed.anywhere;
    }
    index++;
    bindParam(m, param, value);
  }
  const only = handed?.positional[0];
  if (only && func.body && m.language === 'kotlin' && hasImplicitParameter(func)) {
    const { start } = func.body;
    bindName(m, { kind: 'name', name: 'it', start, end: start, parent: func.body }, only);
  }
}

/** Whether the first parameter of a method is the object that it is called on: in Python, and where Rust says `self`. */
export function takesObject(m: Machine, { parent, params: [first] }: NodeShape<'func'>): boolean {
  if (parent?.kind !== 'class') return false;
  if (m.language !== 'rust') return m.language === 'python';
  return first?.kind === 'param' && first.target.kind === 'name' && first.target.name === 'self';
}

function bindParam(m: Machine, param: Node, value: Shape | null): void {
  const target = param.kind === 'param' ? param.target : param;
  // In the reference nothing comes in through `self`.
  if (m.language === 'python' && !m.switches.intrafile && isObject(target)) return;
  let start = value ?? CLEAN;
  // Nor through what a lambda of Python gives a parameter.
  const given = m.language === 'python' && !m.switches.intrafile && param.parent?.kind === 'func' && param.parent.name === null;
  if (value === null && param.kind === 'param' && param.default && !given) start = visit(m, param.default);
  const safe = param.kind === 'param' && isSafeType(param.type, m.switches, m.language);
  assignTo(m, target, safe ? CLEAN : start, true);
  if (safe) return;
  const whole = target === param ? declaredTaint(m, param) : union(declaredTaint(m, param), declaredTaint(m, target));
  const parts = !m.switches.intrafile && scripts.has(m.language) && target.kind !== 'name' ? partsOfParam(param, target) : null;
  eachTarget(target, (_, name) => {
    const inherited = parts === null || parts.has(name) ? whole : NONE;
    const taints = name === target ? whole : union(inherited, declaredTaint(m, name));
    const path = taints.size > 0 ? pathOf(m, name) : null;
    if (path) writeTo(m, path, shapeOf(taints), false, name);
  });
  // A parameter property of a constructor is a field, too.
  if (
    param.kind === 'param' &&
    target.kind === 'name' &&
    param.modifiers.some((word) => /^(?:public|private|protected|readonly)$/.test(word))
  ) {
    const path = pathOf(m, target);
    if (path && m.env)
      writeTo(m, { key: m.scopes.thisKey(target), steps: [target.name] }, m.env.get(path.key) ?? CLEAN, true, null);
  }
}

/** The names that the reference takes to be parts of a parameter `{ a, b: c }`: not those with defaults, within others, or the rest. */
function partsOfParam(param: Node, target: Node): ReadonlySet<Node> {
  if (target.kind !== 'object' || (param.kind === 'param' && param.default)) return new Set();
  return new Set(target.props.flatMap((prop) => (prop.kind === 'pair' && prop.value.kind === 'name' ? [prop.value] : [])));
}

const scripts: ReadonlySet<string> = new Set(['javascript', 'typescript']);

function bindName(m: Machine, name: NodeShape<'name'>, value: Shape): void {
  assignTo(m, name, tainted(value, declaredTaint(m, name)), true);
}

// ---- functions as values and as statements

/** A function in an expression: it may run here or later, any number of times, seeing the variables around it. */
export function evaluateLambda(m: Machine, node: NodeShape<'func'>): Shape {
  runLambda(m, node, null);
  return CLEAN;
}

/** Runs a function where it stands and gives what it returns. What it changes may have happened. */
export function runLambda(m: Machine, node: NodeShape<'func'>, handed: Handed | null): Shape {
  if (m.env === null) return CLEAN;
  if (!m.reaches(node.start, node.end)) {
    // It matters only for what it changes outside, which at the top of the file is nothing that a function would see.
    const idle = m.running.length === 0 || (m.env.size === 0 && m.within.size === 0 && !m.marks.hasSource(node.start, node.end));
    if (idle && handed === null) return CLEAN;
  }
  if (m.running.includes(node)) return CLEAN;
  const before = new Map(m.env);
  const frame = run(m, node, handed, null);
  m.env = joinEnv(withoutOwn(m, node, m.env), before);
  return frame.result;
}

/** What an element is worth where the function holds of it, whose test may have checked it; tainted where that is not told. */
export function keptBy(m: Machine, func: NodeShape<'func'>, element: Shape): Shape {
  const [param] = func.params;
  const target = param?.kind === 'param' ? param.target : param;
  const test = onlyValue(func.body);
  if (m.env === null || !test || target?.kind !== 'name' || m.running.includes(func)) return element;
  const { env, frame, floor } = m;
  m.running.push(func);
  m.frame = newFrame(func, false);
  m.floor = m.gathering.length;
  m.env = new Map(env);
  bindParams(m, func, { positional: [element], named: new Map(), anywhere: null }, null);
  const { yes } = visitCondition(m, test);
  const kept = yes?.get(m.scopes.keyOf(target.name, target)) ?? CLEAN;
  m.running.pop();
  Object.assign(m, { env, frame, floor });
  return kept;
}

/** The expression that a function consists of. */
function onlyValue(body: Node | null): Node | null {
  if (body?.kind !== 'block') return body;
  const [only, more] = body.body;
  if (!only || more) return null;
  return only.kind === 'return' ? only.value : only.kind === 'exprstmt' ? only.expr : null;
}

function withoutOwn(m: Machine, func: NodeShape<'func'>, env: Env | null): Env | null {
  if (env) for (const key of env.keys()) if (m.scopes.owns(func, key)) env.delete(key);
  return env;
}

export function executeFunction(m: Machine, node: NodeShape<'func'>): void {
  decorate(m, node.decorators);
  if (!m.reaches(node.start, node.end)) return;
  // JavaScript's functions in functions are values like any other.
  const inner = m.frame.func !== null && (m.language === 'javascript' || m.language === 'typescript');
  if (inner && !m.switches.intrafile) runLambda(m, node, null);
  else m.frame.deferred.push({ func: node, env: entryEnv(m), self: null });
}

/** What a declared function knows where it begins. */
function entryEnv(m: Machine): Env {
  if (m.switches.intrafile) return new Map(m.env);
  return m.frame.func === null ? settledEnv(m) : new Map(m.root);
}

const settledEnv = (m: Machine): Env => new Map([...(m.env ?? [])].filter(([key]) => m.settled.has(key)));

/** Notes a variable of the file that is set here and nowhere else, to what is not a collection. */
export function settle(m: Machine, target: Node, value: Node, modifiers: readonly string[], keyword: string): void {
  if (m.switches.intrafile || m.frame.func !== null || target.kind !== 'name') return;
  if (collections.has(value.kind) && !m.marks.at(value)?.sources.length) return;
  if (finals.has(m.language) && !isFinal(modifiers, keyword)) return;
  // What is required is a module, and no value.
  if (
    value.kind === 'call' &&
    value.callee.kind === 'name' &&
    value.callee.name === 'require' &&
    value.args[0]?.kind === 'string'
  )
    return;
  const values = m.names.bindings(target).filter((binding) => binding.value !== null || binding.reassigns);
  if (values.length === 1) m.settled.add(m.scopes.keyOf(target.name, target));
}

const collections: ReadonlySet<string> = new Set(['object', 'array', 'comprehension']);
/** Languages in which only what cannot be set again is seen everywhere. */
const finals: ReadonlySet<string> = new Set(['java', 'csharp', 'go', 'kotlin']);
const isFinal = (modifiers: readonly string[], keyword: string): boolean =>
  keyword === 'const' ||
  keyword === 'val' ||
  modifiers.some((word) => word === 'final' || word === 'readonly' || word === 'const');

/** A field that keeps its first value. */
function isSettledField(m: Machine, field: Node, value: Node): boolean {
  if (m.switches.intrafile) return true;
  if (field.kind !== 'vardef' || field.target.kind !== 'name') return false;
  // Unless all of it is a source.
  if (collections.has(value.kind) && !m.marks.at(field)?.sources.length) return false;
  const own = m.language === 'java' && field.modifiers.includes('private');
  if (finals.has(m.language) ? !own && !isFinal(field.modifiers, field.keyword) : !scripts.has(m.language)) return false;
  const shared = field.modifiers.includes('static') && !finals.has(m.language) && field.value !== null;
  return !shared && m.names.fixedField(field.target) === value;
}

/** What only the constructor sets the field to, where the constructor is not run. */
const givenLater = (m: Machine, { target }: NodeShape<'vardef'>): Node | null =>
  !m.switches.intrafile && target.kind === 'name' ? m.names.fixedField(target) : null;

/** The reference does not run decorators. */
function decorate(m: Machine, decorators: readonly Node[]): void {
  if (m.switches.intrafile) for (const decorator of decorators) visit(m, decorator);
}

/** Fields are set, then the constructor runs; every method starts from the object that results. */
export function executeClass(m: Machine, node: NodeShape<'class'>): void {
  decorate(m, node.decorators);
  if (!m.reaches(node.start, node.end) && !m.marks.hasSource(node.start, node.end)) return;
  const env = m.env ?? new Map();
  const entry = entryEnv(m);
  // The first values of fields are those of the place where the class stands.
  m.env = new Map(m.switches.intrafile ? entry : env);
  const self = asLeft(m, node, entry, newObject(m, node, null));
  if (self !== CLEAN && !m.switches.intrafile) {
    // Classes within see the fields of those around them.
    const key = m.scopes.thisKey(node);
    m.settled.add(key);
    entry.set(key, self);
  }
  m.env = new Map(entry);
  for (const item of node.body) {
    const func = item.kind === 'func' ? item : item.kind === 'vardef' && item.value?.kind === 'func' ? item.value : null;
    // The reference does not look into functions that fields hold.
    if (func && func !== item && !m.switches.intrafile) continue;
    if (func) {
      decorate(m, func.decorators);
      if (m.reaches(func.start, func.end))
        m.frame.deferred.push({ func, env: new Map(entry), self: seenBy(m, func, self, node) });
    } else if (item.kind !== 'vardef' && (m.switches.intrafile || !isStatic(item))) visit(m, item);
  }
  m.env = env;
}

/** In Kotlin the reference knows of the fields that stand before a method. */
function seenBy(m: Machine, method: Node, self: Shape, owner: NodeShape<'class'>): Shape {
  if (m.language !== 'kotlin' || m.switches.intrafile || !self.fields) return self;
  const later = (name: string): boolean =>
    owner.body.some(
      (item) => item.kind === 'vardef' && item.start > method.end && item.target.kind === 'name' && item.target.name === name,
    );
  return { own: self.own, fields: new Map([...self.fields].filter(([name]) => !later(name))) };
}

/** A property that Kotlin's constructor takes. */
const isTaken = (item: Node, owner: NodeShape<'class'>): boolean =>
  owner.typeParams.some(
    (part) => part.kind === 'other' && part.type === 'class_parameters' && part.start <= item.start && item.end <= part.end,
  );

/** Java's `static { … }`, which the reference does not run. */
const isStatic = (item: Node): boolean => item.kind === 'label' && item.name === 'static';

/** What makes a field a source where it is declared. */
function declared(m: Machine, item: Node, target: Node): Taints {
  let taints = NONE;
  for (const place of [item, target])
    for (const origin of m.marks.at(place)?.sources ?? [])
      if (!origin.part.control && origin.part.requires === null) taints = union(taints, taintOf(origin));
  return taints;
}

/** The state of a new object: its fields' first values, and what the constructor puts there. */
export function newObject(m: Machine, owner: NodeShape<'class'>, handed: Handed | null): Shape {
  let self: Shape = CLEAN;
  const { floor, frame } = m;
  m.floor = m.gathering.length;
  m.frame = newFrame(null, false);
  for (const item of owner.body) {
    const target =
      item.kind === 'vardef' ? item.target : item.kind === 'exprstmt' && item.expr.kind === 'assign' ? item.expr.target : null;
    const value =
      item.kind === 'vardef'
        ? (item.value ?? givenLater(m, item))
        : item.kind === 'exprstmt' && item.expr.kind === 'assign'
          ? item.expr.value
          : null;
    if (!target || !value || value.kind === 'func') continue;
    // The reference looks at no default value of what is taken.
    if (!m.switches.intrafile && isTaken(item, owner)) continue;
    const shape = tainted(visit(m, value), declared(m, item, target));
    if (target.kind === 'name' && (shape.own.size > 0 || shape.fields) && isSettledField(m, item, value)) {
      const fields = new Map(self.fields);
      fields.set(target.name, shape);
      self = { own: self.own, fields };
    }
  }
  m.floor = floor;
  m.frame = frame;
  if (m.env && self !== CLEAN) m.env.set(m.scopes.thisKey(owner), self);
  const maker = m.switches.intrafile && !owner.body.some((item) => isTaken(item, owner)) ? constructorOf(owner, m.names) : null;
  if (!maker) return handed ? withTaken(self, owner, handed) : self;
  const summary = summaryOf(m, maker, handed, self);
  const selfKey = selfKeyOf(m, maker);
  return summary?.changes.find(([changed]) => changed === selfKey)?.[1] ?? self;
}

/** The object of a class that takes its fields in order: records, Kotlin's `class A(val a: T)`, Go's `T{x, y}`. */
function withTaken(self: Shape, owner: NodeShape<'class'>, { positional, named, anywhere }: Handed): Shape {
  const fields = new Map(self.fields);
  const taken = owner.body.filter((item) => item.kind === 'vardef' && (isTaken(item, owner) || isComponent(item, owner)));
  taken.forEach((item, index) => {
    if (item.kind !== 'vardef' || item.target.kind !== 'name') return;
    const { name } = item.target;
    const value = named.get(name) ?? positional[index] ?? anywhere ?? CLEAN;
    if (!isClean(value)) fields.set(name, value);
  });
  return fields.size > 0 ? { own: self.own, fields } : self;
}

/** The components of a record stand before all else in it. */
const isComponent = (item: Node, { keyword, body }: NodeShape<'class'>): boolean =>
  keyword === 'struct' || (keyword === 'record' && body.every((other) => other.start >= item.start || other.kind === 'vardef'));

/** The variable that holds the object in a method. */
export function selfKeyOf(m: Machine, method: NodeShape<'func'>): string {
  const [first] = method.params;
  let receiver: string | null = null;
  if (method.receiver)
    eachTarget(method.receiver, (name, at) => {
      receiver ??= m.scopes.keyOf(name, at);
    });
  if (receiver !== null) return receiver;
  if (takesObject(m, method) && first?.kind === 'param' && first.target.kind === 'name')
    return m.scopes.keyOf(first.target.name, first.target);
  return m.scopes.thisKey(method.body ?? method);
}

// ---- summaries

/** What the function does with this input; null when it is running already, or calls are followed too deep. */
export function summaryOf(m: Machine, func: NodeShape<'func'>, handed: Handed | null, self: Shape | null): Summary | null {
  if (m.env === null || !func.body || m.running.includes(func)) return null;
  if (m.running.length >= MAX_CALLS) {
    m.notes.add('taint analysis did not follow calls any deeper');
    return null;
  }
  const id = `${func.start} ${inputOf(m, func, handed, self)}`;
  const known = m.summaries.get(id);
  if (known) return known;
  const before = m.env;
  const { cleaning, within, gathering } = m;
  m.env = new Map(before);
  Object.assign(m, surroundings(m, func));
  m.gathering = [];
  const frame = run(m, func, handed, self);
  const after: Env = m.env ?? new Map();
  const summary: Summary = { result: frame.result, returned: frame.returned, thrown: frame.thrown, changes: [] };
  for (const [key, shape] of after) if (before.get(key) !== shape) summary.changes.push([key, shape]);
  m.env = before;
  m.cleaning = cleaning;
  m.within = within;
  m.gathering = gathering;
  m.summaries.set(id, summary);
  return summary;
}

function inputOf(m: Machine, func: NodeShape<'func'>, handed: Handed | null, self: Shape | null): string {
  const parts = handed
    ? [...handed.positional.map(signature), ...[...handed.named].map(([name, shape]) => `${name}:${signature(shape)}`)]
    : ['?'];
  for (const [key, { start }] of m.handed) parts.push(`${key}@${start}`);
  parts.push(handed?.anywhere ? signature(handed.anywhere) : '', self ? signature(self) : '');
  for (const [key, shape] of m.env ?? [])
    if (!m.frame.func || !m.scopes.owns(m.frame.func, key) || isAround(m.frame.func, func))
      parts.push(`${key}=${signature(shape)}`);
  return parts.join('|');
}

function isAround(outer: Node, inner: Node): boolean {
  for (let at: Node | null = inner; at; at = at.parent) if (at === outer) return true;
  return false;
}

/** What rules say of everything in a function, by sources and sanitizers that hold it whole. */
function surroundings(m: Machine, func: Node): { within: Taints; cleaning: number } {
  let within = NONE;
  let cleaning = 0;
  for (let at: Node | null = func; at; at = at.parent) {
    const marks = m.marks.at(at);
    if (!marks) continue;
    for (const origin of marks.sources) if (holdsContent(origin.part)) within = union(within, taintOf(origin));
    if (marks.sanitizers.some((part) => !part.exact && part.bySideEffect !== 'only')) cleaning++;
  }
  return { within, cleaning };
}
