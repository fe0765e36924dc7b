/** Exceptions: what is known where they are caught, and what they carry. */
import type { Node, Shape as NodeShape } from '../model/tree.ts';
import { assignTo } from './taint-assignment.ts';
import { type Frame, type Handler, type Machine, visit } from './taint-machine.ts';
import { CLEAN, type Env, join, joinEnv, type Shape } from './taint-shape.ts';

/** What is thrown is caught by the next `try`, here or where the function was called. The reference follows no such value. */
export function throwOut(m: Machine, value: Shape): void {
  if (value === CLEAN || !m.switches.intrafile) return;
  const to = m.frame.handlers.at(-1) ?? m.frame;
  if ('value' in to) to.value = join(to.value, value);
  else to.thrown = join(to.thrown, value);
}

export function executeTry(m: Machine, node: NodeShape<'try'>): void {
  for (const resource of node.resources) visit(m, resource);
  const before = copy(m);
  const handler: Handler = { thrown: null, leaving: null, value: CLEAN };
  m.frame.handlers.push(handler);
  visit(m, node.body);
  m.frame.handlers.pop();
  const caught = handler.thrown ?? joinEnv(copy(m), handler.leaving) ?? before;
  const outer: Handler = { thrown: null, leaving: handler.leaving, value: CLEAN };
  if (node.finally) m.frame.handlers.push(outer);
  // The reference takes each call in handlers of Ruby for a result where there is an `else` and no `ensure`.
  const results = m.language === 'ruby' && node.else !== null && !node.finally && !m.switches.intrafile;
  const handle = results ? visitToCall : visit;
  if (node.else && m.env) handle(m, node.else);
  let after = m.env;
  for (const part of node.catches) {
    m.env = caught && new Map(caught);
    if (part.kind === 'catch' && part.target) assignTo(m, part.target, handler.value, true);
    handle(m, part.kind === 'catch' ? part.body : part);
    after = joinEnv(after, m.env);
  }
  m.env = after;
  if (node.catches.length === 0) throwOut(m, handler.value);
  if (!node.finally) {
    passOn(m.frame, outer);
    return;
  }
  m.frame.handlers.pop();
  throwOut(m, outer.value);
  const normal = m.env;
  m.env = joinEnv(
    joinEnv(joinEnv(normal && new Map(normal), outer.leaving), outer.thrown),
    node.catches.length === 0 ? caught : null,
  );
  visit(m, node.finally);
  if (normal === null) m.env = null;
}

/** Runs statements up to the first that is a call. */
function visitToCall(m: Machine, body: Node): void {
  for (const statement of body.kind === 'block' ? body.body : [body]) {
    visit(m, statement);
    const expr = statement.kind === 'exprstmt' ? statement.expr : statement;
    if ((expr.kind === 'assign' ? expr.value : expr).kind === 'call') m.env = null;
  }
}

function passOn(frame: Frame, handler: Handler): void {
  const around = frame.handlers.at(-1);
  if (around) around.thrown = joinEnv(around.thrown, handler.thrown);
}

const copy = (m: Machine): Env | null => m.env && new Map(m.env);
