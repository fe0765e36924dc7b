/** Binding: what a target, a destructuring pattern or a loop variable receives. */
import type { Node } from '../model/tree.ts';
import { constantOf } from './constants.ts';
import { pathOf, propertyKey, writeTo } from './taint-access.ts';
import { carriedTo, changeVariable, declaredTaint, type Machine, visit } from './taint-machine.ts';
import type { Marks } from './taint-mark.ts';
import { isSafeType } from './taint-option.ts';
import { ANY, CLEAN, everything, join, partOf, type Shape, tainted } from './taint-shape.ts';
import { judge } from './taint-sink.ts';

/** What a loop over the value meets. */
export function elementOf(shape: Shape): Shape {
  return partOf(shape, ANY);
}

/** Gives `value` to a target; `strong` where it surely replaces what was there. */
export function assignTo(m: Machine, target: Node, given: Shape, strong: boolean): void {
  if (m.env === null) return;
  const value = isTakenClean(m, target) ? CLEAN : given;
  switch (target.kind) {
    case 'name':
    case 'member':
    case 'index': {
      if (target.kind !== 'name') visitParts(m, target);
      if (!m.switches.intrafile && target.kind === 'index' && target.indices.some(({ kind }) => kind === 'slice')) return;
      // The reference engine sees neither `$a[] = x` of PHP nor Ruby's `h[:k] = x`.
      if (target.kind === 'index' && !m.switches.elements && (target.indices.length === 0 || m.language === 'ruby')) return;
      const path = pathOf(m, target);
      const marks = m.marks.at(target);
      if (marks && target.kind !== 'name') judgeTarget(m, target, marks, value);
      if (!path) return;
      writeTo(m, path, marks ? tainted(value, carriedTo(m, marks)) : value, strong, target);
      if (marks) changeVariable(m, target, marks);
      return;
    }
    case 'array':
      target.elements.forEach((element, index) => {
        // Without calls followed, as in the reference, what is left over for a rest is not.
        if (element.kind === 'spread' && !m.switches.intrafile) assignTo(m, element.value, CLEAN, strong);
        else if (element.kind === 'spread') assignTo(m, element.value, elementOf(value), strong);
        else {
          // `(string a, string b) = c` of C# is not followed by the reference.
          if (element.kind === 'vardef' && element.type && m.language === 'csharp' && !m.switches.intrafile) return;
          const part = partOf(value, m.switches.elements ? String(index) : ANY);
          // One of several variables that is a source has its value from there.
          const given = element.kind === 'name' ? tainted(part, declaredTaint(m, element)) : part;
          judgeName(m, element, () => given);
          assignTo(m, element, given, strong);
        }
      });
      return;
    case 'object':
      for (const prop of target.props) {
        if (!m.switches.intrafile && !isPlainPart(prop)) assignTo(m, partOfTarget(prop), CLEAN, strong);
        else if (prop.kind === 'spread') assignTo(m, prop.value, value, strong);
        else if (prop.kind === 'pair') {
          const part = partOf(value, propertyKey(m, prop.key));
          judgeName(m, prop.value, () => part);
          assignTo(m, prop.value, m.names.wide ? tainted(part, declaredTaint(m, markedIn(m, prop))) : part, strong);
        } else assignTo(m, prop, value, strong);
      }
      return;
    case 'assign':
      // A default value.
      assignTo(m, target.target, m.switches.intrafile ? join(value, visit(m, target.value)) : value, strong);
      return;
    case 'vardef':
      assignTo(m, target.target, isSafeType(target.type, m.switches, m.language) ? CLEAN : value, strong);
      return;
    case 'pair':
      assignTo(m, target.key, value, strong);
      assignTo(m, target.value, value, strong);
      return;
    case 'cast':
    case 'spread':
    case 'named':
      assignTo(m, target.value, value, strong);
      return;
    case 'unary':
      assignTo(m, target.operand, value, strong);
      return;
    case 'other':
      for (const kid of target.kids) assignTo(m, kid, value, strong);
      return;
    default:
      visit(m, target);
  }
}

/** A field or element that is a sink is one also where it is set. Of what lies in an element that is not known, the reference knows nothing. */
function judgeTarget(m: Machine, target: Node, marks: Marks, value: Shape): void {
  if (m.cleaning > 0 || ('object' in target && isAnyElement(m, target.object))) return;
  if (target.kind === 'index' && !target.indices.every((index) => index.kind === 'name' || constantOf(index, m.names))) return;
  const taints = everything(value);
  if (taints.size > 0) for (const sink of marks.sinks) if (!sink.part.atExit) judge(m, sink, taints);
}

/** A variable that is taken out of a value is a sink there; one that is given the whole is a sink for what it held. */
export function judgeName(m: Machine, target: Node, value: () => Shape): void {
  const marks = target.kind === 'name' ? m.marks.at(target) : undefined;
  if (marks?.sinks.length) judgeTarget(m, target, marks, value());
}

function isAnyElement(m: Machine, target: Node): boolean {
  if (target.kind === 'member') return isAnyElement(m, target.object);
  return (
    target.kind === 'index' && (target.indices.some((index) => !constantOf(index, m.names)) || isAnyElement(m, target.object))
  );
}

/** In the reference what takes a value apart may be a sanitizer of it. */
const isTakenClean = (m: Machine, target: Node): boolean =>
  (target.kind === 'object' || target.kind === 'array') &&
  !m.switches.intrafile &&
  m.marks.at(target)?.sanitizers.some((part) => part.bySideEffect !== 'only') === true;

/** What the reference follows into an object's pattern: `{a}`, `{a: b}` and `{a: {…}}`, the latter two also with a default value. */
function isPlainPart(prop: Node): boolean {
  if (prop.kind !== 'pair') return prop.kind === 'name';
  const target = prop.value.kind === 'assign' ? prop.value.target : prop.value;
  if (prop.key.start !== prop.start || (target !== prop.value && target.start === prop.start)) return false;
  return target.kind === 'name' || target.kind === 'object';
}

/** `{ a }` is marked as its value, `{ a: b }` as a whole. */
const markedIn = (m: Machine, prop: Node & { kind: 'pair' }): Node => (m.marks.at(prop) ? prop : prop.value);

const partOfTarget = (prop: Node): Node =>
  prop.kind === 'spread' || prop.kind === 'pair' ? prop.value : prop.kind === 'assign' ? prop.target : prop;

/** The parts of `a.b[i]` run before the assignment; `within` for what is not assigned to itself. */
function visitParts(m: Machine, target: Node, within = false): void {
  // To the reference `a[i]` in `a[i].b = c` is no sink.
  const marked = m.marks.at(target) !== undefined && (m.switches.intrafile || !within || target.kind !== 'index');
  if (marked || m.gathering.length > m.floor) {
    visit(m, target);
    return;
  }
  if (target.kind === 'member') {
    const { object } = target;
    if (object.kind !== 'name') visitParts(m, object, true);
    else if (m.marks.at(object)?.sinks.length && m.env?.get(pathOf(m, object)?.key ?? '')?.own.size) visit(m, object);
  } else if (target.kind === 'index') {
    visitParts(m, target.object, true);
    for (const index of target.indices) visit(m, index);
  } else if (target.kind !== 'name') visit(m, target);
}
