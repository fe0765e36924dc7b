/**
 * The state of one run of the taint analysis, and what happens at nodes that a rule's part matches. The machine walks the
 * tree in the order of execution; `env` is what is known of the variables at the moment.
 */
import type { LanguageId } from '../model/language.ts';
import type { TaintPart } from '../model/rule.ts';
import type { Node, Shape as NodeShape } from '../model/tree.ts';
import type { Names } from './names.ts';
import { check, isChecked, pathOf, writeTo } from './taint-access.ts';
import { isToldOf } from './taint-await.ts';
import { evaluate, isExpression, isSafeName } from './taint-expression.ts';
import type { Channel, Marks, MarkTable } from './taint-mark.ts';
import type { Switches } from './taint-option.ts';
import type { Scopes } from './taint-scope.ts';
import { NONE, relabel, satisfies, type Taints, taintOf, union } from './taint-set.ts';
import { CLEAN, type Env, everything, joinEnv, type Shape, shapeOf, tainted } from './taint-shape.ts';
import { eachOf, type Gathering, type Hit, judge } from './taint-sink.ts';
import { execute } from './taint-statement.ts';

/** A place that `break` and `continue` jump to. */
export interface Jump {
  label: string | null;
  loop: boolean;
  breaks: Env | null;
  continues: Env | null;
}

/** A `try` around the place. */
export interface Handler {
  /** What reaches the `catch` parts. */
  thrown: Env | null;
  /** What reaches `finally` on the way out of the function or loop. */
  leaving: Env | null;
  /** What is thrown to it. */
  value: Shape;
}

/** One function on its way. */
export interface Frame {
  func: NodeShape<'func'> | null;
  result: Shape;
  /** True once a `return` with a value was met. */
  returned: boolean;
  /** What is thrown out of it. */
  thrown: Shape;
  exits: Env | null;
  jumps: Jump[];
  handlers: Handler[];
  /** Declared functions, to be analysed when the whole frame is known. */
  deferred: { func: NodeShape<'func'>; env: Env; self: Shape | null }[];
  /** Too large for joins: every way is walked one after the other and nothing is ever cleaned. */
  flat: boolean;
}

export interface Machine {
  readonly source: string;
  readonly language: LanguageId;
  readonly names: Names;
  readonly scopes: Scopes;
  readonly marks: MarkTable;
  readonly switches: Switches;
  /** Null where the program never comes. */
  env: Env | null;
  frame: Frame;
  /** Functions that are being run, outermost first. */
  readonly running: Node[];
  /** Results of functions by function and input. */
  readonly summaries: Map<string, Summary>;
  /** Variables of the file that are set once: without following calls, only these are seen in functions. */
  readonly settled: Set<string>;
  /** What is known of them where the outermost function that is being run stands. */
  root: Env | null;
  gathering: Gathering[];
  /** Those below are in an outer function and gather nothing from here. */
  floor: number;
  /** Taints of the sources around the place. */
  within: Taints;
  /** More than zero inside of a sanitizer. */
  cleaning: number;
  /** What went into the call, or the assignment, that was evaluated last; `lost`: none of it can be in the result; `safe`: as that is a number or a truth value. */
  inputs: { node: Node; taints: Taints; lost?: boolean; safe?: boolean } | null;
  /** Functions that parameters of those being run stand for, by variable. */
  readonly handed: Map<string, NodeShape<'func'>>;
  /** What promises under way were fulfilled with, by the variable of the function that does it. */
  readonly fulfilled: Map<string, Shape>;
  /** What propagators have taken up, by channel. */
  readonly carried: Map<number, Taints>;
  readonly hits: Map<string, Hit>;
  readonly notes: Set<string>;
  /** Steps that an expression is made of count as done: what they give is not looked at. */
  inert: boolean;
  /** Calls met so far. */
  calls: number;
  fuel: number;
  depth: number;
  /** False when nothing in the file can be the definition of a function or class of this name. */
  mayDefine(name: string): boolean;
  /** True when the code in the span can matter: it holds a sink, or names a function of this file that does. */
  reaches(start: number, end: number): boolean;
}

/** What a function does with one input. */
export interface Summary {
  result: Shape;
  returned: boolean;
  thrown: Shape;
  /** Variables of the surroundings that it changed, `this` and parameters among them. */
  changes: [string, Shape][];
}

export const newFrame = (func: NodeShape<'func'> | null, flat: boolean): Frame => ({
  func,
  result: CLEAN,
  returned: false,
  thrown: CLEAN,
  exits: null,
  jumps: [],
  handlers: [],
  deferred: [],
  flat,
});

/** The variable that holds taint which concerns all that runs afterwards. */
const CONTROL = '# control';
/** Deepest nesting of nodes, those of called functions included. */
export const MAX_DEPTH = 1500;

/** A call may throw: what is known here may reach the `catch` around it. */
export function mayThrow(m: Machine): void {
  const handler = m.frame.handlers.at(-1);
  if (handler && m.env) handler.thrown = joinEnv(handler.thrown, new Map(m.env));
}

/** Walks one node and gives its value. */
export function visit(m: Machine, node: Node): Shape {
  if (m.env === null) return CLEAN;
  if (m.fuel-- <= 0 || m.depth > MAX_DEPTH) {
    m.notes.add(
      m.fuel <= 0 ? 'taint analysis stopped after its limit of steps' : 'taint analysis left out code that is nested too deep',
    );
    return CLEAN;
  }
  if (isChecked(m, node)) return CLEAN;
  m.depth++;
  const marks = m.marks.at(node);
  const shape = marks ? visitMarked(m, node, marks) : settled(m, node, walkPlain(m, node));
  m.depth--;
  return shape;
}

const walkPlain = (m: Machine, node: Node): Shape => (isExpression(node) ? evaluate(m, node) : execute(m, node));

/** The value of a node after what surrounds it had its say. */
function settled(m: Machine, node: Node, shape: Shape): Shape {
  if (m.cleaning > 0) return CLEAN;
  if (!isExpression(node)) return shape;
  if (m.within.size > 0) shape = tainted(shape, m.within);
  gather(m, node, shape);
  return shape;
}

function gather(m: Machine, node: Node, shape: Shape): void {
  if (m.gathering.length <= m.floor) return;
  const taints = worth(node, shape);
  if (taints.size === 0) return;
  for (let i = m.floor; i < m.gathering.length; i++) {
    const one = m.gathering[i]!;
    one.taints = union(one.taints, taints);
    for (const part of one.each) if (part.start <= node.start && node.end <= part.end) part.taints = union(part.taints, taints);
  }
}

/** What a value means where it is used whole. The object that a method belongs to is not judged by its fields. */
export function worth(node: Node, shape: Shape): Taints {
  return node.kind === 'name' && (node.name === 'this' || node.name === '$this' || node.name === 'self')
    ? shape.own
    : everything(shape);
}

/** Like `visit`, for the object of `object.field`: being looked into is not being used. */
export function visitBase(m: Machine, node: Node): Shape {
  if (node.kind !== 'name' && node.kind !== 'member' && node.kind !== 'index') return visit(m, node);
  const { floor } = m;
  m.floor = m.gathering.length;
  const shape = visit(m, node);
  m.floor = floor;
  return shape;
}

/** Like `visit`, for what decides without becoming part of the value. */
export function visitTest(m: Machine, node: Node): Shape {
  const { floor } = m;
  m.floor = m.gathering.length;
  const shape = visit(m, node);
  m.floor = floor;
  return shape;
}

function visitMarked(m: Machine, node: Node, marks: Marks): Shape {
  const { within } = m;
  const controlBefore = m.env?.get(CONTROL)?.own ?? NONE;
  const cleaning = marks.sanitizers.some((part) => !part.exact && part.bySideEffect !== 'only');
  if (cleaning) m.cleaning++;
  for (const origin of marks.sources) {
    if (holdsContent(origin.part)) m.within = union(m.within, taintOf(origin));
  }
  const whole = isExpression(node);
  const base = m.gathering.length;
  const open = marks.sinks.filter(({ part }) => !part.exact && !part.atExit && (!whole || part.requires?.kind === 'each'));
  for (const sink of open) m.gathering.push({ taints: NONE, each: eachOf(sink) });

  m.inputs = null;
  let shape = walkPlain(m, node);
  const inputs = (m.switches.intrafile && isLost(m)) || isSafe(m) ? NONE : inputsOf(m, node);
  let taints = NONE;
  const reaching = union(everything(shape), isLost(m) ? NONE : inputs);
  for (const origin of marks.sources) {
    const { part } = origin;
    if (part.requires !== null && !satisfies(reaching, part.requires)) continue;
    if (part.control) setControl(m, taintOf(origin));
    else if (part.bySideEffect !== 'only') taints = union(taints, taintOf(origin));
  }
  // What an assignment adds as a source lies in its variable from then on.
  const path = node.kind === 'assign' && taints.size > 0 && m.cleaning === 0 ? pathOf(m, node.target) : null;
  if (path) writeTo(m, path, shapeOf(taints), false, node);
  taints = union(taints, carriedTo(m, marks));
  if (whole && m.within.size > 0) taints = union(taints, m.within);
  shape = tainted(shape, taints);
  const clean =
    m.cleaning > 0 ||
    (marks.sanitizers.some((part) => part.bySideEffect !== 'only') &&
      (m.names.wide ? !isToldOf(m, node) : !isCallThatSets(m, node)));
  if (clean || isSafeName(m, node)) shape = CLEAN;
  if (cleaning) m.cleaning--;
  m.within = within;
  if (whole) gather(m, node, shape);
  for (const channel of marks.from) carry(m, channel, everything(shape), node);
  changeVariable(m, node, marks);

  const control = union(controlBefore, m.env?.get(CONTROL)?.own ?? NONE);
  for (const sink of marks.sinks) {
    if (sink.part.atExit) continue;
    const index = open.indexOf(sink);
    const gathered = index >= 0 ? m.gathering[base + index]! : null;
    const own = clean || (isFocused(sink.part) && !m.switches.intrafile);
    const value = whole ? union(worth(node, shape), own ? NONE : inputs) : NONE;
    judge(m, sink, union(union(gathered?.taints ?? NONE, value), control), gathered?.each ?? []);
  }
  m.gathering.length = base;
  return shape;
}

/** Whether everything inside of a source's match is tainted by it. */
export const holdsContent = (part: TaintPart): boolean =>
  !part.exact && !part.control && part.bySideEffect !== 'only' && part.requires === null;

/** A sink that is focused on is judged by its own value, not by what went into it. */
const isFocused = ({ formula }: TaintPart): boolean => formula.kind === 'all' && formula.focus.length > 0;

/** To the reference a call that sets a variable is one with the assignment, which a sanitizer that is exact does not match. */
function isCallThatSets({ names }: Machine, node: Node): boolean {
  const { kind, parent } = node;
  if ((kind !== 'call' && kind !== 'new') || (parent?.kind !== 'vardef' && parent?.kind !== 'assign')) return false;
  const { target, value } = parent;
  return (
    value === node &&
    parent.parent?.kind !== 'with' &&
    (target.kind === 'name' || names.language === 'go') &&
    target.kind !== 'member'
  );
}

/** What went into a call or an assignment that is a sink or a source, itself or behind `await`. */
function inputsOf(m: Machine, node: Node): Taints {
  if (m.inputs === null) return NONE;
  for (let at = node; ; ) {
    if (m.inputs.node === at) return m.inputs.taints;
    if (at.kind === 'await' || at.kind === 'cast') at = at.value;
    else return NONE;
  }
}

const isSafe = (m: Machine): boolean => m.inputs?.safe === true;
const isLost = (m: Machine): boolean => m.inputs?.lost === true;

function setControl(m: Machine, taints: Taints): void {
  if (m.env) m.env.set(CONTROL, shapeOf(union(m.env.get(CONTROL)?.own ?? NONE, taints)));
}

/** A propagator takes up taint; a variable at its other end has it from now on. */
function carry(m: Machine, channel: Channel, taints: Taints, node: Node): void {
  const { part } = channel;
  if (taints.size === 0 || (part.requires !== null && !satisfies(taints, part.requires))) return;
  const next =
    part.label === null
      ? taints
      : part.replaceLabels
        ? replaced(taints, part.replaceLabels, part.label)
        : relabel(taints, part.label);
  const before = m.carried.get(channel.id) ?? NONE;
  const after = union(before, next);
  m.carried.set(channel.id, after);
  if (part.bySideEffect === false) return;
  for (const target of m.marks.receivers(channel.id)) {
    // The address of a variable is not the variable.
    const path = target.kind === 'unary' && !m.switches.intrafile ? null : pathOf(m, target);
    if (path && m.env) writeTo(m, path, shapeOf(after), false, node);
  }
}

/** What propagators that end at the node have taken up so far. */
export function carriedTo(m: Machine, marks: Marks): Taints {
  let taints = NONE;
  for (const channel of marks.to) taints = union(taints, m.carried.get(channel.id) ?? NONE);
  return taints;
}

function replaced(taints: Taints, labels: readonly string[], label: string): Taints {
  const kept = new Map([...taints].filter(([, taint]) => !labels.includes(taint.label)));
  return union(kept, relabel(new Map([...taints].filter(([, taint]) => labels.includes(taint.label))), label));
}

/** Sources and sanitizers by side effect: the variable itself is tainted or clean from now on. */
export function changeVariable(m: Machine, node: Node, marks: Marks): void {
  const dirty = marks.sources.filter(({ part }) => part.bySideEffect !== false && !part.control);
  const clean = marks.sanitizers.some((part) => part.bySideEffect !== false);
  if ((dirty.length === 0 && !clean) || m.env === null) return;
  // The address of a variable is not the variable.
  const path = node.kind === 'unary' && !m.switches.intrafile ? null : pathOf(m, node);
  if (path) {
    for (const origin of dirty) if (origin.part.requires === null) writeTo(m, path, shapeOf(taintOf(origin)), false, node);
    if (clean) writeTo(m, path, CLEAN, true, node);
  }
  if (clean) check(m, node);
}

/** What a variable is tainted by from its declaration on: it lies in a source, or at the far end of a propagator. */
export function declaredTaint(m: Machine, node: Node): Taints {
  let taints = m.within;
  const marks = m.marks.at(node);
  if (!marks) return m.cleaning > 0 ? NONE : taints;
  for (const origin of marks.sources)
    if (!origin.part.control && origin.part.requires === null) taints = union(taints, taintOf(origin));
  taints = union(taints, carriedTo(m, marks));
  return m.cleaning > 0 || marks.sanitizers.length > 0 ? NONE : taints;
}
