/** The taint of expressions: which parts of an expression its value is made of. */
import { eachChild, type Kind, type Node, type Shape as NodeShape } from '../model/tree.ts';
import { indexKey, memberKey, pathOf, propertyKey, readFrom, variableOfField, writeTo } from './taint-access.ts';
import { assignTo, elementOf, judgeName } from './taint-assignment.ts';
import { bareCall, evaluateCall } from './taint-call.ts';
import { type Condition, endsOn, isLogical, visitCondition } from './taint-condition.ts';
import { evaluateLambda, settle } from './taint-function.ts';
import { type Machine, visit, visitBase, visitTest, worth } from './taint-machine.ts';
import { isSafeType } from './taint-option.ts';
import { NONE, type Taints, union } from './taint-set.ts';
import { ANY, CLEAN, join, joinEnv, partOf, type Shape, shapeOf, tainted } from './taint-shape.ts';
import { isPassedOver } from './taint-statement.ts';

const statements: ReadonlySet<Kind> = new Set<Kind>(
  (
    'program block exprstmt vardef if while dowhile for foreach return throw try catch switch case break continue label with assert ' +
    'import class namespace error'
  ).split(' ') as Kind[],
);

export const isExpression = (node: Node): boolean => !statements.has(node.kind) && !(node.kind === 'func' && isDeclared(node));

/** A function that stands as a statement: a declaration or a method. */
export function isDeclared(func: NodeShape<'func'>): boolean {
  const { parent } = func;
  if (!parent || func.arrow) return false;
  return (
    parent.kind === 'program' ||
    parent.kind === 'block' ||
    parent.kind === 'class' ||
    parent.kind === 'namespace' ||
    parent.kind === 'case'
  );
}

/** Taint of the operands of an operation whose result is made of all of them. */
export function made(m: Machine, nodes: readonly Node[]): Shape {
  let taints = NONE;
  for (const node of nodes) taints = union(taints, worth(node, visit(m, node)));
  return m.switches.onlyAssignments ? CLEAN : shapeOf(taints);
}

const comparisons = new Set([
  '==',
  '!=',
  '===',
  '!==',
  '<',
  '>',
  '<=',
  '>=',
  '<=>',
  'in',
  'not in',
  'is',
  'is not',
  'instanceof',
  '=~',
  '!~',
  '-eq',
  '-ne',
]);

/** What the reference evaluates step by step; the others are expressions of their parts. */
const steps: ReadonlySet<Kind> = new Set<Kind>([
  'call',
  'new',
  'template',
  'ternary',
  'await',
  'comprehension',
  'assign',
  'yield',
]);

function holdsStep(node: Node): boolean {
  if (steps.has(node.kind)) return true;
  let found = false;
  eachChild(node, (kid) => {
    found ||= holdsStep(kid);
  });
  return found;
}

export function evaluate(m: Machine, node: Node): Shape {
  if (m.inert && steps.has(node.kind)) return CLEAN;
  switch (node.kind) {
    case 'name':
      return join(readName(m, node), bareCall(m, node, CLEAN));
    case 'member': {
      if (m.inert && steps.has(node.object.kind)) return CLEAN;
      const variable = variableOfField(m, node);
      if (variable) return readFrom(m, variable);
      const object = visitBase(m, node.object);
      if (m.language === 'ruby') return join(field(m, object, memberKey(node.property)), bareCall(m, node, object));
      if (node.property.kind !== 'name') return tainted(partOf(object, ANY), worth(node.property, visit(m, node.property)));
      return join(field(m, object, memberKey(node.property)), bareCall(m, node, object));
    }
    case 'index':
      // The reference does not follow what a list of Bash holds.
      return m.language === 'bash' && !m.switches.intrafile ? CLEAN : readIndex(m, node);
    case 'call':
    case 'new':
      return evaluateCall(m, node);
    case 'assign':
      return evaluateAssign(m, node);
    case 'func':
      return evaluateLambda(m, node);
    case 'template': {
      const value = made(m, node.parts);
      // The reference sees nothing in a heredoc of Ruby.
      return m.language === 'ruby' && !m.switches.intrafile && m.source.startsWith('<<', node.start) ? CLEAN : value;
    }
    case 'unary':
      // The reference runs nothing that is deferred.
      if (node.op === 'defer' && !m.switches.intrafile) return CLEAN;
      // Nor an `async` block, and what a block of Rust is worth it does not follow.
      if (node.operand.kind === 'block' && m.language === 'rust' && !m.switches.intrafile) {
        if (node.op !== 'async') visit(m, node.operand);
        return CLEAN;
      }
      return evaluateUnary(m, node, visit(m, node.operand));
    case 'binary':
      return evaluateBinary(m, node);
    case 'ternary': {
      const { floor } = m;
      m.floor = m.gathering.length;
      const condition = visitCondition(m, node.test);
      m.floor = floor;
      // PHP's `a ?? throw …` and `a ?: throw …`, which for the reference always throw.
      if (node.else.kind === 'throw' && node.then.start === node.test.start && !m.switches.intrafile) {
        visit(m, node.else);
        return condition.value;
      }
      return branches(
        m,
        condition,
        () => visit(m, node.then),
        () => visit(m, node.else),
      );
    }
    case 'array':
      return evaluateArray(m, node.elements);
    case 'object': {
      const value = evaluateObject(m, node.props);
      // The reference does not follow objects of C# without a type.
      const untyped = m.language === 'csharp' && !m.switches.intrafile && node.parent?.kind !== 'new';
      return untyped ? CLEAN : value;
    }
    case 'comprehension':
      return evaluateComprehension(m, node);
    case 'sequence': {
      let last = CLEAN;
      for (const expr of node.exprs) last = visit(m, expr);
      return last;
    }
    case 'await':
    case 'named':
      return visit(m, node.value);
    case 'spread': {
      const value = visit(m, node.value);
      return node.op === '*' || node.op === '...' ? elementOf(value) : value;
    }
    case 'cast': {
      const value = visit(m, node.value);
      return isSafeType(node.type, m.switches, m.language) ? CLEAN : value;
    }
    case 'yield': {
      const value = node.value ? visit(m, node.value) : CLEAN;
      m.frame.result = join(m.frame.result, value);
      if (node.value) m.frame.returned = true;
      // To the reference Java's `yield` leaves the method.
      if (m.language === 'java' && !m.switches.intrafile) m.env = null;
      return CLEAN;
    }
    case 'element':
      return made(m, [...(node.tag && node.tag.kind !== 'name' ? [node.tag] : []), ...node.attrs, ...node.children]);
    case 'attr':
      return node.value ? visit(m, node.value) : CLEAN;
    case 'pair':
      // The keys of Go's maps are not followed by the reference.
      if (m.language === 'go' && !m.switches.intrafile) return visit(m, node.value);
      return join(visit(m, node.key), visit(m, node.value));
    case 'slice':
      return made(
        m,
        [node.lower, node.upper, node.step].filter((part) => part !== null),
      );
    case 'generic':
      return visit(m, node.base);
    case 'other':
      return made(m, node.kids);
    default:
      return CLEAN;
  }
}

/** Runs both ways on from a condition; either may have been the one. */
export function branches(m: Machine, { yes, no }: Condition, then: () => Shape, otherwise: () => Shape): Shape {
  m.env = yes;
  const left = then();
  const after = m.env;
  m.env = no;
  const value = join(left, otherwise());
  m.env = joinEnv(after, m.env);
  return value;
}

function readName(m: Machine, node: NodeShape<'name'>): Shape {
  const path = pathOf(m, node);
  if (!path) return CLEAN;
  let shape = readFrom(m, path);
  for (const step of path.steps) shape = partOf(shape, step);
  return shape !== CLEAN && isSafeName(m, node) ? CLEAN : shape;
}

/** What the reference takes for a number: in Python what is added to, taken from or multiplied by one, in PHP any sum. */
function givesNumber({ op, left, right }: NodeShape<'binary'>, language: string): boolean {
  const counts = op === '+' || op === '-' || op === '*';
  return counts && (language === 'php' || (language === 'python' && (left.kind === 'number' || right.kind === 'number')));
}

/** A variable of a type that the options call safe. */
export function isSafeName(m: Machine, node: Node): boolean {
  if (node.kind !== 'name' || (!m.switches.safeNumbers && !m.switches.safeBooleans)) return false;
  return m.names.bindings(node).some((binding) => {
    const at = binding.node.kind === 'param' ? binding.node : binding.node.parent;
    return (at?.kind === 'param' || at?.kind === 'vardef') && isSafeType(at.type, m.switches, m.language);
  });
}

/** A part of an object; by the option `taint_only_propagate_through_assignments`, only what was put there. */
function field(m: Machine, object: Shape, key: string): Shape {
  const known = m.switches.onlyAssignments ? { own: NONE, fields: object.fields } : object;
  // Where elements are not told apart, they are no fields; an unknown one is any of the parts that are known.
  if (!m.switches.elements && key !== ANY) return known.fields?.get(key) ?? shapeOf(known.own);
  if (!m.switches.elements && known.fields?.size) return [...known.fields.values()].reduce(join);
  return partOf(known, key);
}

function readIndex(m: Machine, node: NodeShape<'index'>): Shape {
  let shape = visitBase(m, node.object);
  const sliced =
    !m.switches.intrafile &&
    m.language !== 'csharp' &&
    node.indices.some((index) => index.kind === 'slice' && (m.language !== 'rust' || (index.lower && index.upper)));
  for (const index of node.indices) {
    const taints: Taints = worth(index, visit(m, index));
    if (index.kind !== 'slice') shape = field(m, shape, indexKey(m, index));
    if (!m.switches.safeIndexes && !m.switches.onlyAssignments) shape = tainted(shape, taints);
  }
  // The reference does not follow what is cut out.
  return sliced ? CLEAN : shape;
}

function evaluateAssign(m: Machine, node: NodeShape<'assign'>): Shape {
  const { op, target } = node;
  if (op === '=' || op === ':=') {
    // An assignment that is a sink as a whole is one for the object that is assigned to, too.
    const into = target.kind !== 'name' && m.marks.at(node)?.sinks.length ? worth(target, visit(m, target)) : NONE;
    const value = visit(m, node.value);
    // The reference does not follow what Rust's `if let` binds, nor what Java's `instanceof` declares.
    if (op === ':=' && m.language === 'rust' && !m.switches.intrafile) return value;
    if (target.kind === 'vardef' && m.language === 'java' && !m.switches.intrafile) return value;
    if (target.kind === 'name' && !m.switches.intrafile) judgeName(m, target, () => readName(m, target));
    assignTo(m, target, value, true);
    settle(m, target, node.value, [], '');
    m.inputs = { node, taints: into };
    return value;
  }
  const before = visit(m, target);
  if (op === '||=' || op === '&&=' || op === '??=') {
    const old = m.env && new Map(m.env);
    const value = join(before, visit(m, node.value));
    assignTo(m, target, value, true);
    m.env = joinEnv(m.env, old);
    return value;
  }
  const taints = union(worth(target, before), worth(node.value, visit(m, node.value)));
  const value = shapeOf(taints);
  assignTo(m, target, value, true);
  return value;
}

/** `value` is what the operand was found to be. */
export function evaluateUnary(m: Machine, node: NodeShape<'unary'>, value: Shape): Shape {
  switch (node.op) {
    case '*':
    case '&':
      return value;
    case '<-':
      return elementOf(value);
    case '!':
    case 'not':
      return m.switches.safeBooleans || m.switches.onlyAssignments ? CLEAN : shapeOf(worth(node.operand, value));
    case 'go':
    case 'defer':
      return CLEAN;
    default:
      return m.switches.onlyAssignments ? CLEAN : shapeOf(worth(node.operand, value));
  }
}

const isThrow = (node: Node): boolean => node.kind === 'other' && node.type === 'throw_expression';

function evaluateBinary(m: Machine, node: NodeShape<'binary'>): Shape {
  if (node.op === '?:' && isPassedOver(m, node.right)) {
    const value = visit(m, node.left);
    return holdsStep(node.left) ? CLEAN : value;
  }
  // For the reference both sides of `a ?: b` are run.
  if (isLogical(node.op) || (node.op === '?:' && m.switches.intrafile)) {
    const left = visitCondition(m, node.left);
    const way = endsOn(node.op);
    const skipped = way === 'yes' ? left.yes : left.no;
    m.env = way === 'yes' ? left.no : left.yes;
    const value = join(left.value, visit(m, node.right));
    // For the reference `a ?? throw …` always leaves, and so does the statement `a and return`.
    const leaves = isThrow(node.right) || (m.env === null && node.parent?.kind === 'exprstmt');
    m.env = leaves && !m.switches.intrafile ? null : joinEnv(skipped, m.env);
    return value;
  }
  if (node.op === '<-' && m.language === 'go') {
    const value = visit(m, node.right);
    visitTest(m, node.left);
    const path = m.switches.intrafile ? pathOf(m, node.left) : null;
    if (path) writeTo(m, { ...path, steps: [...path.steps, ANY] }, value, false, node.left);
    return CLEAN;
  }
  // C#'s `o is T t` sets `t`.
  if (node.right.kind === 'vardef') {
    assignTo(m, node.right, visit(m, node.left), true);
    return CLEAN;
  }
  const value = made(m, [node.left, node.right]);
  if (m.switches.safeNumbers && !m.switches.intrafile && givesNumber(node, m.language)) return CLEAN;
  // For the reference Java's `instanceof` gives no truth value.
  const compares = comparisons.has(node.op) && !(node.op === 'instanceof' && m.language === 'java' && !m.switches.intrafile);
  return compares && (m.switches.safeComparisons || m.switches.safeBooleans) ? CLEAN : value;
}

/** Elements of a list this long are told apart. */
const MAX_ELEMENTS = 32;

function evaluateArray(m: Machine, elements: readonly Node[]): Shape {
  const fields = new Map<string, Shape>();
  let exact = m.switches.elements && elements.length <= MAX_ELEMENTS;
  elements.forEach((element, index) => {
    // `{ ["a"] = b }` of C#, which the reference does not follow.
    if (element.kind === 'pair' && m.language === 'csharp' && !m.switches.intrafile && m.source[element.start] === '[') {
      visit(m, element);
      return;
    }
    if (element.kind === 'spread') exact = false;
    const key = element.kind === 'pair' ? indexKey(m, element.key) : exact ? String(index) : ANY;
    fields.set(key, join(fields.get(key) ?? CLEAN, visit(m, element)));
  });
  return worthKeeping({ own: NONE, fields });
}

function evaluateObject(m: Machine, props: readonly Node[]): Shape {
  let spread: Shape = CLEAN;
  const fields = new Map<string, Shape>();
  for (const prop of props) {
    if (prop.kind === 'pair') {
      const key = propertyKey(m, prop.key);
      const named = key === ANY ? visit(m, prop.key) : CLEAN;
      let value = visit(m, prop.value);
      if (m.language === 'python') value = join(value, named);
      fields.set(key, key === ANY ? join(fields.get(key) ?? CLEAN, value) : value);
    } else if (prop.kind === 'spread') {
      const value = visit(m, prop.value);
      spread = join(spread, value);
      for (const [key, part] of fields) fields.set(key, join(part, partOf(value, key)));
    } else visit(m, prop);
  }
  if (spread.fields) for (const [key, part] of spread.fields) if (!fields.has(key)) fields.set(key, part);
  return worthKeeping({ own: spread.own, fields });
}

function worthKeeping(shape: Shape): Shape {
  if (shape.own.size > 0 || !shape.fields) return shape;
  for (const part of shape.fields.values()) if (part.own.size > 0 || part.fields) return shape;
  return CLEAN;
}

function evaluateComprehension(m: Machine, node: NodeShape<'comprehension'>): Shape {
  if (node.bracket === 'from' && !m.switches.intrafile) return evaluateQuery(m, node);
  for (const clause of node.clauses) {
    if (clause.kind !== 'clause') {
      visit(m, clause);
      continue;
    }
    assignTo(m, clause.target, elementOf(visit(m, clause.iter)), true);
    for (const test of clause.tests) visitTest(m, test);
  }
  let element = visit(m, node.element);
  if (!m.switches.intrafile) {
    // The reference follows what makes lists, not sets or maps, and only where no step is taken for an element.
    if (node.bracket === '{') return CLEAN;
    const { inert } = m;
    m.inert = true;
    element = visit(m, node.element);
    m.inert = inert;
  }
  return element === CLEAN ? CLEAN : { own: NONE, fields: new Map([[ANY, element]]) };
}

/** Of a query of C# the reference follows what it reads from, not what is said of an element. */
function evaluateQuery(m: Machine, node: NodeShape<'comprehension'>): Shape {
  let value = CLEAN;
  for (const clause of node.clauses) {
    const given = visit(m, clause.kind === 'clause' ? clause.iter : clause);
    if (clause.kind !== 'clause') continue;
    assignTo(m, clause.target, CLEAN, true);
    for (const test of clause.tests) visitTest(m, test);
    if (/^(?:from|join)\b/.test(m.source.slice(clause.start, clause.start + 5))) value = join(value, given);
  }
  visit(m, node.element);
  return value;
}
