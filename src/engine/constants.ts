/** The constant value of an expression, as far as this file decides it. */
import type { Node, Shape } from '../model/tree.ts';
import { type Flow, walkFlow } from './constant-flow.ts';
import { scopeOf } from './locate.ts';
import type { Binding, Names } from './names.ts';

export type Constant = { kind: 'string'; value: string } | { kind: 'number'; value: number } | { kind: 'bool'; value: boolean };

/** How many names may be followed, one through the other. */
/** Languages in which a number that begins with 0 counts in eights. */
const octal: ReadonlySet<string> = new Set(['go', 'java', 'php', 'ruby', 'python', 'javascript', 'typescript', 'bash']);

const MAX_HOPS = 24;

/** Null when the value is not known before the program runs. */
export function constantOf(node: Node, names: Names, hops = 0): Constant | null {
  switch (node.kind) {
    case 'string':
      return { kind: 'string', value: node.value };
    case 'number': {
      if (/^0\d[\d_]*$/.test(node.value) && octal.has(names.language))
        return { kind: 'number', value: Number.parseInt(node.value.replace(/_/g, ''), 8) };
      const value = Number(
        node.value.replace(/_/g, '').replace(/[lLfFdDuU]+$/, (suffix) => (/^0x/i.test(node.value) ? suffix : '')),
      );
      return Number.isNaN(value) ? null : { kind: 'number', value };
    }
    case 'bool':
      return { kind: 'bool', value: node.value };
    case 'template': {
      if (isHeredoc(node, names))
        return { kind: 'string', value: names.source.slice(node.parts[0]?.start, node.parts.at(-1)?.end) };
      let value = '';
      for (const part of node.parts) {
        const constant = constantOf(part, names, hops);
        if (constant === null) return null;
        value += String(constant.value);
      }
      return { kind: 'string', value };
    }
    case 'binary': {
      const left = constantOf(node.left, names, hops);
      const right = left && constantOf(node.right, names, hops);
      return left && right ? combine(node.op, left, right) : null;
    }
    case 'unary': {
      const operand = constantOf(node.operand, names, hops);
      if (operand?.kind === 'number' && node.op === '-') return { kind: 'number', value: -operand.value };
      if (operand?.kind === 'bool' && (node.op === '!' || node.op === 'not')) return { kind: 'bool', value: !operand.value };
      return null;
    }
    case 'name':
      return hops >= MAX_HOPS ? null : constantName(node, names, hops);
    case 'cast':
      return constantOf(node.value, names, hops);
    case 'member': {
      const value = hops < MAX_HOPS ? names.reference(node) : null;
      return value && constantOf(value, names, hops + 1);
    }
    default:
      return null;
  }
}

/** Ruby's heredoc with holes, which patterns take for a constant text. */
export const isHeredoc = (node: Node, names: Names): boolean =>
  node.kind === 'template' && names.language === 'ruby' && names.source.startsWith('<<', node.start);

function combine(op: string, left: Constant, right: Constant): Constant | null {
  if (left.kind === 'number' && right.kind === 'number') {
    switch (op) {
      case '+':
        return { kind: 'number', value: left.value + right.value };
      case '-':
        return { kind: 'number', value: left.value - right.value };
      case '*':
        return { kind: 'number', value: left.value * right.value };
      case '//':
        return { kind: 'number', value: Math.floor(left.value / right.value) };
      default:
        return null;
    }
  }
  const joins = op === '+' || op === '.' || op === '..';
  return joins && (left.kind === 'string' || right.kind === 'string')
    ? { kind: 'string', value: String(left.value) + String(right.value) }
    : null;
}

/**
 * The value of a name where it stands: what the walk through the function that owns it finds, and inside of nested
 * functions the value of what is set only once.
 */
function constantName(name: Shape<'name'>, names: Names, hops: number): Constant | null {
  const bindings = names.bindings(name);
  const [only] = bindings;
  if (!only || bindings.every(({ value }) => value === null)) return null;
  const owner = only.scope;
  if (within(name) === owner && owner.kind !== 'class') {
    // Closures may set the variable at any time.
    if (bindings.some(({ node }) => within(node) !== owner)) return null;
    return flowOf(owner, bindings, names, hops).get(name) ?? null;
  }
  if (owner.kind === 'class' && (names.language === 'java' || names.language === 'csharp' || names.language === 'kotlin')) {
    const value = names.fixedField(name);
    return value && constantOf(value, names, hops + 1);
  }
  if (bindings.length > 1 || only.kind !== 'variable' || !only.value) return null;
  // A package's variable may be set from other files.
  if (
    names.language === 'go' &&
    owner.kind === 'program' &&
    !(only.node.parent?.kind === 'vardef' && only.node.parent.keyword === 'const')
  )
    return null;
  return constantOf(only.value, names, hops + 1);
}

const flows = new WeakMap<Node, Map<string, Flow>>();

function flowOf(owner: Node, bindings: readonly Binding[], names: Names, hops: number): Flow {
  let known = flows.get(owner);
  if (!known) flows.set(owner, (known = new Map()));
  const key = bindings.map(({ node }) => node.start).join();
  const found = known.get(key);
  if (found) return found;
  const flow = new Map<Node, Constant | null>();
  known.set(key, flow);
  walkFlow(owner, bindings, names, { value: (node) => constantOf(node, names, hops + 1), combine }, flow);
  return flow;
}

/** The function, class or program in which a node is evaluated. */
function within(node: Node): Node {
  let scope = scopeOf(node);
  while (scope.kind === 'comprehension') scope = scopeOf(scope);
  return scope;
}
