/** The constant value of an expression, as far as this file decides it. */
import type { Node, Shape } from '../model/tree.ts';
import type { Binding } from './binding.ts';
import { either, type Flow, isText, runsInPlace, TEXT, walkFlow } from './constant-flow.ts';
import { foldedValue } from './folded.ts';
import { scopeOf } from './locate.ts';
import type { Names } from './names.ts';

/** `text` is one of several constant texts, or one that is not worked out: a `"..."` matches it, nothing else does. */
export type Constant =
  | { kind: 'string'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'bool'; value: boolean }
  | { kind: 'text' };

/** What a variable may hold that is known before the program runs: a constant, or a literal that has no value of its own. */
export type Known = Constant | Literal;
export interface Literal {
  kind: 'literal';
  node: Node;
}

/** Languages in which a number that begins with 0 counts in eights. */
const octal: ReadonlySet<string> = new Set(['go', 'java', 'php', 'ruby', 'python', 'bash']);

const scripts: ReadonlySet<string> = new Set(['javascript', 'typescript']);

/** How many names may be followed, one through the other. */
const MAX_HOPS = 24;
/** What is put together from texts is no constant beyond that length, code units. */
const LONGEST = 1 << 16;

/** Null when the value is not known before the program runs. */
export function constantOf(node: Node, names: Names, hops = 0): Constant | null {
  const found = knownOf(node, names, hops);
  return found?.kind === 'literal' ? null : found;
}

/** The regular expression, the null or the `undefined` that a variable or field holds. */
export function literalOf(node: Node, names: Names): Node | null {
  if (node.kind !== 'name' && node.kind !== 'member') return null;
  const found = knownOf(node, names, 0);
  return found?.kind === 'literal' && found.node !== node ? found.node : null;
}

/** Languages in which the reference takes null for a literal like others. */
const nulls: ReadonlySet<string> = new Set(['javascript', 'typescript', 'python', 'ruby', 'java', 'csharp', 'kotlin']);

function knownOf(node: Node, names: Names, hops: number): Known | null {
  const found = plainValue(node, names, hops);
  if (found || !names.wide || hops >= MAX_HOPS) return found;
  return foldedValue(node, names, (part) => constantOf(part, names, hops + 1));
}

function plainValue(node: Node, names: Names, hops: number): Known | null {
  switch (node.kind) {
    case 'regex':
      return { kind: 'literal', node };
    case 'null':
      return nulls.has(names.language) ? { kind: 'literal', node } : null;
    case 'string':
      return { kind: 'string', value: node.value };
    case 'number': {
      // The reference reads JavaScript's numbers without a base, and no others but in sixteens.
      if (!names.wide && /^0[oOb]|n$/.test(node.value) && scripts.has(names.language)) return null;
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
      let unknown = false;
      for (const part of node.parts) {
        const constant = constantOf(part, names, hops);
        if (constant === null) return null;
        // But for C#, the reference does not look up in a template what a variable may be.
        if (constant.kind === 'text' && part.kind === 'name' && names.language !== 'csharp') return null;
        if (constant.kind === 'text') unknown = true;
        else value += String(constant.value);
      }
      return unknown ? TEXT : { kind: 'string', value };
    }
    case 'binary': {
      const left = constantOf(node.left, names, hops);
      if (node.op === '*' && names.language === 'python' && isText(left)) return TEXT;
      const right = left && constantOf(node.right, names, hops);
      return left && right ? combine(node.op, left, right, names) : null;
    }
    case 'call':
      return isFormat(node.callee, names) && node.args.length > 0 && node.args.every((arg) => constantOf(arg, names, hops))
        ? TEXT
        : null;
    case 'ternary': {
      const then = constantOf(node.then, names, hops);
      return isText(then) ? (either(then, constantOf(node.else, names, hops)) as Constant | null) : null;
    }
    case 'unary': {
      const operand = constantOf(node.operand, names, hops);
      if (operand?.kind === 'number' && node.op === '-')
        return scripts.has(names.language) && !names.wide ? null : { kind: 'number', value: -operand.value };
      if (operand?.kind === 'bool' && (node.op === '!' || node.op === 'not')) return { kind: 'bool', value: !operand.value };
      return null;
    }
    case 'name':
      if (node.name === 'undefined' && scripts.has(names.language) && names.bindings(node).length === 0)
        return { kind: 'literal', node };
      return hops >= MAX_HOPS ? null : valueOfName(node, names, hops);
    case 'cast':
      // `x!` of TypeScript is no constant to the reference.
      return node.type === null && !names.wide ? null : knownOf(node.value, names, hops);
    case 'member': {
      if (names.language === 'ruby' && !names.wide) return null;
      const value = hops < MAX_HOPS ? names.reference(node) : null;
      return value && knownOf(value, names, hops + 1);
    }
    default:
      return null;
  }
}

/** Ruby's heredoc with holes, which patterns take for a constant text. */
export const isHeredoc = (node: Node, names: Names): boolean =>
  node.kind === 'template' && names.language === 'ruby' && names.source.startsWith('<<', node.start);

/** The constant that a variable gets with a value. Of operations on texts the reference says that they give a text. */
function givenValue(node: Node, names: Names, hops: number, flows: boolean): Known | null {
  // Bytes are no texts. To the reference texts with a prefix are where the variable is set once in the file, and only there.
  if (names.language === 'python' && (names.wide ? isBytes(node) : flows && isPrefixed(node))) return null;
  // Nor is what Go makes of texts.
  if (node.kind === 'cast' && (names.language === 'go' || (!names.wide && converting.has(names.language)))) return null;
  if (node.kind === 'template' && names.language === 'csharp' && !names.wide && node.parts.some(({ kind }) => kind !== 'string'))
    return null;
  // Of `a = b = "x"` the reference follows none but in JavaScript and PHP.
  if (node.kind === 'assign' && node.op === '=' && (scripts.has(names.language) || (names.language === 'php' && !names.wide)))
    return givenValue(node.value, names, hops, flows);
  if (node.kind === 'call' && names.language === 'java' && !names.wide) return joinedTexts(node, names, hops);
  const constant = knownOf(node, names, hops);
  if (constant || node.kind !== 'binary') return constant;
  return isText(constantOf(node.left, names, hops)) && isText(constantOf(node.right, names, hops)) ? TEXT : null;
}

const isBytes = (node: Node): boolean => node.kind === 'string' && /b/i.test(node.prefix ?? '');

/** `b"a"`, `b"a" + b"b"`. */
const isPrefixed = (node: Node): boolean =>
  node.kind === 'string'
    ? node.prefix !== undefined
    : node.kind === 'binary' && (isPrefixed(node.left) || isPrefixed(node.right));

/** Languages in which what is converted to a type is no constant that a variable gets. */
const converting: ReadonlySet<string> = new Set(['java', 'csharp', 'php']);

/** `"a".concat("b")` of Java. */
function joinedTexts({ callee, args }: Shape<'call'>, names: Names, hops: number): Known | null {
  const [only, more] = args;
  if (callee.kind !== 'member' || callee.property.kind !== 'name' || callee.property.name !== 'concat' || !only || more)
    return null;
  const [left, right] = [constantOf(callee.object, names, hops), constantOf(only, names, hops)];
  return isText(left) && isText(right) ? combine('+', left!, right!, names) : null;
}

/** `String.format` of Java. */
const isFormat = (callee: Node, names: Names): boolean =>
  names.language === 'java' &&
  callee.kind === 'member' &&
  callee.object.kind === 'name' &&
  callee.object.name === 'String' &&
  callee.property.kind === 'name' &&
  callee.property.name === 'format';

function combine(op: string, left: Known, right: Known, { language, wide }: Names): Constant | null {
  if (left.kind === 'literal' || right.kind === 'literal') return null;
  if (left.kind === 'number' && right.kind === 'number') {
    // The reference does not reckon with fractions, which all numbers of JavaScript are to it.
    if (!wide && scripts.has(language)) return null;
    switch (op) {
      case '+':
        return { kind: 'number', value: left.value + right.value };
      case '-':
        return { kind: 'number', value: left.value - right.value };
      case '*':
        return { kind: 'number', value: left.value * right.value };
      case '/':
        return Number.isInteger(left.value / right.value) ? { kind: 'number', value: left.value / right.value } : null;
      case '//':
        return { kind: 'number', value: Math.floor(left.value / right.value) };
      default:
        return null;
    }
  }
  const joins = op === '+' || op === '.' || op === '..';
  if (!joins || (!isText(left) && !isText(right))) return null;
  if (op === '+' && !mixes(left, right, language)) return null;
  if (left.kind === 'text' || right.kind === 'text') return TEXT;
  const value = String(left.value) + String(right.value);
  return value.length > LONGEST ? TEXT : { kind: 'string', value };
}

/** Whether the language, as the reference knows it, adds what is no text to a text. */
function mixes(left: Constant, right: Constant, language: string): boolean {
  if (isText(left) && isText(right)) return true;
  if (language === 'python' || language === 'go') return false;
  return (language !== 'javascript' && language !== 'typescript') || (isText(left) && right.kind === 'number');
}

/**
 * The value of a name where it stands: what the walk through the function that owns it finds, and inside of nested
 * functions the value of what is set only once.
 */
function valueOfName(name: Shape<'name'>, names: Names, hops: number): Known | null {
  const bindings = names.bindings(name);
  const [only] = bindings;
  if (!only) return null;
  const owner = only.scope;
  // What `this.x = …` sets is no binding.
  if ((owner.kind !== 'class' || names.wide) && bindings.every(({ value }) => value === null)) return null;
  // The reference knows what a module of Ruby holds, and nothing of what a class does.
  if (owner.kind === 'class' && owner.keyword !== 'module' && names.language === 'ruby' && !names.wide) return null;
  const here = within(name);
  if (owner.kind !== 'class' && (here === owner || isInPlace(here, owner, names))) {
    // Closures may set the variable at any time; of what functions do with a variable of the file the reference knows nothing.
    const own = bindings.filter(({ node }) => within(node) === owner);
    const others = owner.kind === 'program' && !names.wide ? isInPlace : () => true;
    if (bindings.some(({ node }) => within(node) !== owner && others(within(node), owner, names))) return null;
    // Set once, to what is no constant: the walk, which may lead through the whole file, finds nothing.
    const { parent } = only.node;
    const plainly = (parent?.kind === 'vardef' || parent?.kind === 'assign') && parent.target === only.node;
    if (bindings.length === 1 && plainly && only.value && valueOnce(only.value, names, hops + 1) === null) return null;
    return flowOf(owner, own, names, hops).get(name) ?? fixedValue(name, bindings, names, hops);
  }
  if (owner.kind === 'class' && (names.language === 'java' || names.language === 'csharp' || names.language === 'kotlin')) {
    const value = names.fixedField(name);
    if (value) return isSeen(value, name, names) ? knownOf(value, names, hops + 1) : null;
    // To the reference what a class consists of is not run one after the other.
    const isField = ({ node }: Binding): boolean => node.parent?.parent === owner;
    if (here.kind === 'class' && !names.wide && (names.language === 'java' || bindings.some(isField))) return null;
    // Set in the method that uses it.
    const own = bindings.filter(({ node }) => within(node) === here);
    return own.length > 0 ? (flowOf(here, own, names, hops).get(name) ?? null) : null;
  }
  // What a class of Python holds has no name of its own in its methods.
  if (owner.kind === 'class' && names.language === 'python') return null;
  if (owner.kind === 'func' && !names.wide) return fixedValue(name, bindings, names, hops);
  const set = names.wide ? bindings : bindings.filter(({ node }) => !isEmptyDeclaration(node));
  if (set.length !== 1) return null;
  const [{ kind, value, node }] = set as [Binding];
  if (kind !== 'variable' || !value || !isSeen(value, name, names)) return null;
  // A variable of Kotlin may be set anywhere, a package's from other files.
  if (names.language === 'kotlin' && !names.wide && node.parent?.kind === 'vardef' && node.parent.keyword !== 'val') return null;
  if (names.language === 'go' && owner.kind === 'program' && !(node.parent?.kind === 'vardef' && node.parent.keyword === 'const'))
    return null;
  return valueOnce(value, names, hops + 1);
}

/** Whether what runs in `from` runs where it stands in `owner`, as far as the reference is concerned. */
function isInPlace(from: Node, owner: Node, names: Names): boolean {
  if (names.wide) return false;
  for (let at = from; at !== owner; at = within(at))
    if (at.kind !== 'func' || !runsInPlace(at, owner, names.language)) return false;
  return true;
}

/** `let x;` of JavaScript. */
const isEmptyDeclaration = ({ parent }: Node): boolean =>
  parent?.kind === 'vardef' && parent.value === null && (parent.keyword === 'let' || parent.keyword === 'var');

/** Languages in which the reference takes a variable of the file that is set once for a constant. */
const onceFixed: ReadonlySet<string> = new Set(['javascript', 'typescript', 'python', 'php']);

/** The constant of what cannot be set again, or is not, whichever way leads to its use. */
function fixedValue(name: Node, bindings: readonly Binding[], names: Names, hops: number): Known | null {
  if (names.wide) return null;
  const set = bindings.filter(({ node }) => !isEmptyDeclaration(node));
  const [only] = set;
  if (set.length !== 1 || only?.kind !== 'variable' || !only.value || !isSeen(only.value, name, names)) return null;
  const { parent } = only.node;
  const declared = parent?.kind === 'vardef' ? parent : null;
  const fixed =
    (only.scope.kind === 'program' && onceFixed.has(names.language)) ||
    (declared !== null &&
      (scripts.has(names.language) ||
        declared.keyword === 'val' ||
        declared.keyword === 'const' ||
        declared.modifiers.includes('final') ||
        declared.modifiers.includes('const')));
  return fixed ? valueOnce(only.value, names, hops + 1) : null;
}

const valuesOf = new WeakMap<Names, Map<Node, Known | null>>();

/**
 * The constant of what a variable is set to, worked out once: sums of sums would take for ever. One that depends on itself
 * is none.
 */
function valueOnce(value: Node, names: Names, hops: number): Known | null {
  let known = valuesOf.get(names);
  if (!known) valuesOf.set(names, (known = new Map()));
  let found = known.get(value);
  if (found === undefined) {
    known.set(value, null);
    found = givenValue(value, names, hops, false);
    known.set(value, found);
  }
  return found;
}

/** The reference reads a file from top to bottom: what a function uses before it is declared has no value. */
const isSeen = (value: Node, name: Node, { wide }: Names): boolean => wide || value.start < name.start;

const flows = new WeakMap<Names, Map<Node, Map<string, Flow>>>();

function flowOf(owner: Node, bindings: readonly Binding[], names: Names, hops: number): Flow {
  let owners = flows.get(names);
  if (!owners) flows.set(names, (owners = new Map()));
  let known = owners.get(owner);
  if (!known) owners.set(owner, (known = new Map()));
  const key = bindings.map(({ node }) => node.start).join();
  const found = known.get(key);
  if (found) return found;
  const flow = new Map<Node, Known | null>();
  known.set(key, flow);
  walkFlow(
    owner,
    bindings,
    names,
    {
      value: (node) => givenValue(node, names, hops + 1, true),
      combine: (op, left, right) => combine(op, left, right, names),
    },
    flow,
  );
  return flow;
}

/** The function, class or program in which a node is evaluated. */
function within(node: Node): Node {
  let scope = scopeOf(node);
  while (scope.kind === 'comprehension') scope = scopeOf(scope);
  return scope;
}
