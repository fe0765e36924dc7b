/** `switch`, `match` and `case`: which ways lead into a case and out of it. */
import type { Node, Shape as NodeShape } from '../model/tree.ts';
import { assignTo, elementOf } from './taint-assignment.ts';
import { isConstant, withConstant } from './taint-condition.ts';
import { type Jump, type Machine, visit, visitTest } from './taint-machine.ts';
import { CLEAN, type Env, join, joinEnv, type Shape } from './taint-shape.ts';

const fallsThrough = new Set(['javascript', 'typescript', 'java', 'csharp', 'php']);

const unvalued = new Set(['kotlin', 'java', 'csharp', 'rust', 'ruby', 'php']);

export function executeSwitch(m: Machine, node: NodeShape<'switch'>): Shape {
  const whole = m.switches.intrafile || m.language !== 'kotlin';
  // The reference does not set what Kotlin's `when (val t = …)` declares.
  if (node.init) visit(m, !whole && node.init.kind === 'vardef' && node.init.value ? node.init.value : node.init);
  const subject = node.subject ? visit(m, node.subject) : CLEAN;
  const target: Jump = { label: null, loop: false, breaks: null, continues: null };
  m.frame.jumps.push(target);
  const start = m.env;
  let value = CLEAN;
  let after: Env | null = null;
  let fallen: Env | null = null;
  let complete = false;
  for (const part of node.cases) {
    m.env = joinEnv(start && new Map(start), fallen);
    if (part.kind === 'case') {
      if (part.tests.length === 0 && !part.guard) complete = true;
      // Patterns of Python and Rust bind names, which the reference leaves out; other languages' tests are values.
      for (const test of part.tests) {
        if (!binding.has(m.language)) visitTest(m, test);
        else if (m.switches.intrafile) bindPattern(m, test, subject);
      }
      if (part.guard) visitTest(m, part.guard);
      // Only constants lead here.
      else if (m.switches.intrafile && !m.frame.flat && node.subject && part.tests.length > 0 && part.tests.every(isConstant))
        m.env = withConstant(m, node.subject, m.env);
    }
    value = join(value, visit(m, part));
    const falls = fallsThrough.has(m.language) || !whole;
    fallen = falls ? m.env : null;
    if (!falls) after = joinEnv(after, m.env);
  }
  m.frame.jumps.pop();
  after = joinEnv(joinEnv(after, fallen), target.breaks);
  m.env = complete ? after : joinEnv(after, start);
  // Nor does it follow what a `switch` or `when` is worth.
  return m.switches.intrafile || !unvalued.has(m.language) ? value : CLEAN;
}

const binding: ReadonlySet<string> = new Set(['python', 'rust']);

function bindPattern(m: Machine, test: Node, subject: Shape): void {
  switch (test.kind) {
    case 'name':
      assignTo(m, test, subject, true);
      return;
    case 'array':
      for (const element of test.elements) bindPattern(m, element, elementOf(subject));
      return;
    case 'object':
      for (const prop of test.props) bindPattern(m, prop.kind === 'pair' ? prop.value : prop, elementOf(subject));
      return;
    case 'call':
      for (const arg of test.args) bindPattern(m, arg, elementOf(subject));
      return;
    case 'assign':
      bindPattern(m, test.target, subject);
      bindPattern(m, test.value, subject);
      return;
    case 'named':
    case 'spread':
      bindPattern(m, test.value, elementOf(subject));
      return;
    case 'binary':
      bindPattern(m, test.left, subject);
      bindPattern(m, test.right, subject);
      return;
    default:
  }
}
