/** The flow of control: branches, loops, jumps and exceptions. A statement's value is that of its last expression. */
import type { Node, Shape as NodeShape } from '../model/tree.ts';
import { piecesOf } from '../parse/lower.ts';
import { assignTo, elementOf } from './taint-assignment.ts';
import { visitCondition } from './taint-condition.ts';
import { executeTry, throwOut } from './taint-exception.ts';
import { branches } from './taint-expression.ts';
import { executeClass, executeFunction, settle } from './taint-function.ts';
import { type Handler, type Jump, type Machine, mayThrow, visit, visitTest } from './taint-machine.ts';
import { isSafeType } from './taint-option.ts';
import { CLEAN, type Env, join, joinEnv, type Shape } from './taint-shape.ts';
import { judgeExit } from './taint-sink.ts';
import { executeSwitch } from './taint-switch.ts';

/** Runs of a loop's body until its state must have settled. */
const MAX_ROUNDS = 10;

export function execute(m: Machine, node: Node): Shape {
  switch (node.kind) {
    case 'program':
    case 'namespace':
      executePieces(m, node);
      return CLEAN;
    case 'block':
      return executeAll(m, node.body);
    case 'exprstmt': {
      const { calls } = m;
      const value = visit(m, node.expr);
      if (m.calls > calls) mayThrow(m);
      return value;
    }
    case 'vardef': {
      if (node.value) {
        const { calls } = m;
        const value = visit(m, node.value);
        // The reference does not follow what Kotlin and Rust take apart.
        if (node.target.kind === 'array' && m.language === 'kotlin' && !m.switches.intrafile) return CLEAN;
        const apart = node.target.kind !== 'name' && m.language === 'rust' && !m.switches.intrafile;
        assignTo(m, givenTo(m, node), apart || isSafeType(node.type, m.switches, m.language) ? CLEAN : value, true);
        settle(m, node.target, node.value, node.modifiers, node.keyword);
        if (m.calls > calls) mayThrow(m);
      } else if (node.keyword !== 'var' || m.language === 'go') assignTo(m, node.target, CLEAN, true);
      return CLEAN;
    }
    case 'func':
      executeFunction(m, node);
      return CLEAN;
    case 'class':
      executeClass(m, node);
      return CLEAN;
    case 'if': {
      // The reference does not run what stands behind the `else` of a `let`.
      if (node.test.kind === 'other' && node.test.type === 'let_else' && !m.switches.intrafile) return CLEAN;
      if (node.init) visit(m, node.init);
      const { test, then, else: otherwise } = node;
      return branches(
        m,
        visitCondition(m, test),
        () => visit(m, then),
        () => (otherwise ? visit(m, otherwise) : CLEAN),
      );
    }
    case 'while':
      if (m.language === 'bash' && m.source.startsWith('until', node.start) && !m.switches.intrafile) return visitUntil(m, node);
      loop(
        m,
        node,
        isEndless(m, node.test),
        () => visit(m, node.test),
        () => visit(m, node.body),
        null,
        node.else,
      );
      return CLEAN;
    case 'dowhile':
      loop(
        m,
        node,
        isEndless(m, node.test),
        null,
        () => visit(m, node.body),
        () => visit(m, node.test),
        null,
      );
      return CLEAN;
    case 'for': {
      for (const part of node.init) visit(m, part);
      const { test, update } = node;
      loop(
        m,
        node,
        test === null || isEndless(m, test),
        test && (() => visit(m, test)),
        () => visit(m, node.body),
        () => {
          for (const part of update) visit(m, part);
        },
        null,
      );
      return CLEAN;
    }
    case 'foreach':
      executeForeach(m, node);
      return CLEAN;
    case 'return': {
      if (isPassedOver(m, node)) return CLEAN;
      const value = node.value ? visit(m, node.value) : CLEAN;
      if (m.env === null) return CLEAN;
      judgeExit(m, node);
      m.frame.result = join(m.frame.result, value);
      if (node.value) m.frame.returned = true;
      m.frame.exits = joinEnv(m.frame.exits, m.env);
      leave(m, m.frame.handlers);
      return CLEAN;
    }
    case 'throw': {
      const value = node.value ? visit(m, node.value) : CLEAN;
      if (node.from) visit(m, node.from);
      throwOut(m, value);
      const handler = m.frame.handlers.at(-1);
      if (handler) handler.thrown = joinEnv(handler.thrown, copy(m));
      stop(m);
      return CLEAN;
    }
    case 'break':
    case 'continue':
      jump(m, node);
      return CLEAN;
    case 'try':
      executeTry(m, node);
      return CLEAN;
    case 'switch':
      return executeSwitch(m, node);
    case 'label': {
      // The reference runs nothing of C#'s `checked`.
      if (m.language === 'csharp' && !m.switches.intrafile && /^(?:un)?checked$/.test(node.name)) return CLEAN;
      if (isLoop(node.body)) {
        pendingLabels.set(node.body, node.name);
        return visit(m, node.body);
      }
      const target: Jump = { label: node.name, loop: false, breaks: null, continues: null };
      m.frame.jumps.push(target);
      visit(m, node.body);
      m.frame.jumps.pop();
      m.env = joinEnv(m.env, target.breaks);
      return CLEAN;
    }
    case 'with':
      // Nor of `fixed`.
      if (isFixed(node.items[0]) && m.language === 'csharp' && !m.switches.intrafile) return CLEAN;
      for (const item of node.items) {
        if (item.kind === 'assign') assignTo(m, item.target, visit(m, item.value), true);
        else visit(m, item);
      }
      return visit(m, node.body);
    case 'assert':
      visit(m, node.test);
      if (node.message) visitTest(m, node.message);
      return CLEAN;
    case 'case':
      return executeAll(m, node.body);
    case 'catch':
      return visit(m, node.body);
    case 'error':
      return executeAll(m, node.kids);
    default:
      return CLEAN;
  }
}

/** In the reference `var a, b = f()` of Go sets nothing but `a`. */
function givenTo(m: Machine, { target, value }: NodeShape<'vardef'>): Node {
  if (m.language !== 'go' || m.switches.intrafile || target.kind !== 'array' || value?.kind === 'array') return target;
  return target.elements[0] ?? target;
}

function executeAll(m: Machine, statements: readonly Node[]): Shape {
  let value = CLEAN;
  for (const statement of statements) {
    if (m.env === null && statement.kind !== 'func' && statement.kind !== 'class') continue;
    value = visit(m, statement);
  }
  return value;
}

/** Statements of the file's top level that can neither taint anything nor lead to a sink are not even built. */
function executePieces(m: Machine, node: NodeShape<'program'> | NodeShape<'namespace'>): void {
  const pieces = piecesOf(node);
  if (!pieces) {
    executeAll(m, node.body);
    return;
  }
  pieces.spans.forEach(({ start, end }, piece) => {
    const idle = m.env !== null && m.env.size === 0 && m.within.size === 0;
    if (idle && !m.reaches(start, end) && !m.marks.hasSource(start, end)) return;
    executeAll(m, pieces.build(piece));
  });
}

// ---- jumps

function copy(m: Machine): Env | null {
  return m.env && new Map(m.env);
}

/** The rest of the way is never taken; a body too large for joins goes on as if it were. */
function stop(m: Machine): void {
  if (!m.frame.flat) m.env = null;
}

function leave(m: Machine, handlers: readonly Handler[]): void {
  for (const handler of handlers) handler.leaving = joinEnv(handler.leaving, copy(m));
  stop(m);
}

function jump(m: Machine, node: NodeShape<'break'> | NodeShape<'continue'>): void {
  const { jumps } = m.frame;
  for (let i = jumps.length - 1; i >= 0; i--) {
    const target = jumps[i]!;
    if (node.label === null ? node.kind === 'continue' && !target.loop : target.label !== node.label) continue;
    if (node.label === null && target.label !== null && !target.loop) continue;
    if (node.kind === 'break') target.breaks = joinEnv(target.breaks, copy(m));
    else target.continues = joinEnv(target.continues, copy(m));
    leave(m, m.frame.handlers);
    return;
  }
}

// ---- loops

const pendingLabels = new WeakMap<Node, string>();

const isLoop = (node: Node): boolean =>
  node.kind === 'while' || node.kind === 'dowhile' || node.kind === 'for' || node.kind === 'foreach';

/** The reference takes `while (true)` for a loop that may end at once. */
const isEndless = (m: Machine, test: Node): boolean =>
  m.switches.intrafile &&
  ((test.kind === 'bool' && test.value) ||
    (test.kind === 'number' && test.value !== '0') ||
    (test.kind === 'name' && test.name === 'True'));

/** `before` runs ahead of each round, and the loop may end behind it (null when the first round is certain); `after` behind the body. */
function loop(
  m: Machine,
  node: Node,
  endless: boolean,
  before: (() => void) | null,
  body: () => void,
  after: (() => void) | null,
  otherwise: Node | null,
): void {
  const target: Jump = { label: pendingLabels.get(node) ?? null, loop: true, breaks: null, continues: null };
  m.frame.jumps.push(target);
  let head = copy(m);
  let done: Env | null = null;
  for (let round = 0; head && round < MAX_ROUNDS; round++) {
    m.env = new Map(head);
    before?.();
    if (!endless && before) done = joinEnv(done, copy(m));
    body();
    m.env = joinEnv(m.env, target.continues);
    target.continues = null;
    if (after && m.env) after();
    if (!endless && !before) done = joinEnv(done, copy(m));
    const next = joinEnv(head, m.env);
    if (next === head || m.frame.flat) break;
    head = next;
    if (round === MAX_ROUNDS - 1) m.notes.add('taint analysis left a loop before its state settled');
  }
  m.frame.jumps.pop();
  m.env = done;
  if (otherwise && m.env) visit(m, otherwise);
  m.env = joinEnv(m.env, target.breaks);
}

function executeForeach(m: Machine, node: NodeShape<'foreach'>): void {
  const iterated = visit(m, node.iter);
  const element =
    node.keyword === 'in' && (m.language === 'javascript' || m.language === 'typescript')
      ? { own: iterated.own, fields: null }
      : elementOf(iterated);
  const target = node.target.kind === 'assign' ? node.target.target : node.target;
  // The reference does not follow the elements of JavaScript into a pattern.
  const opaque = !m.switches.intrafile && node.keyword === 'of' && (target.kind === 'object' || target.kind === 'array');
  const bind = (): void => {
    // Go's key and value both come from what is looped over.
    if (target.kind === 'array' && node.keyword === 'range') for (const part of target.elements) assignTo(m, part, element, true);
    else assignTo(m, target, opaque ? CLEAN : element, true);
  };
  const body = (): void => {
    bind();
    visit(m, node.body);
  };
  loop(m, node, false, () => {}, body, null, node.else);
}

/** The reference reads `until a`, `do b` and `done` of Bash as commands, one after another. */
function visitUntil(m: Machine, { test, body }: NodeShape<'while'>): Shape {
  const statements = body.kind === 'block' ? body.body : [body];
  statements.forEach((statement, index) => {
    if (index > 0 || /\n\s*$/.test(m.source.slice(test.end, statement.start))) visit(m, statement);
  });
  return CLEAN;
}

/** Kotlin's `return@label`, of which the reference knows nothing. */
export const isPassedOver = ({ language, source, switches }: Machine, node: Node): boolean =>
  node.kind === 'return' &&
  !switches.intrafile &&
  ((language === 'kotlin' && source.startsWith('return@', node.start)) ||
    (language === 'csharp' && source.startsWith('yield', node.start)));

const isFixed = (item: Node | undefined): boolean => item?.kind === 'name' && item.name === 'fixed';
