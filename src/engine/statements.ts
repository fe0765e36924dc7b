/** Statement lists, and what lies nested in them. */
import type { LanguageId } from '../model/language.ts';
import { childrenOf, eachChild, type Node, type Shape } from '../model/tree.ts';
import type { Names } from './names.ts';

/** The statement list of a node that holds one; null for other nodes. */
export function statementsOf(node: Node, language: LanguageId): readonly Node[] | null {
  switch (node.kind) {
    case 'program':
    case 'block':
    case 'namespace':
    case 'case':
      return node.body;
    case 'class':
      return node.body;
    case 'object':
      // The attributes and blocks of a block; no other language has statements in an object.
      return language === 'hcl' ? node.props : null;
    case 'if':
    case 'switch':
      // What Go does ahead of a condition, and the statement that it belongs to.
      return node.init && language === 'go' ? [asStatement(node.init), node] : null;
    default:
      return null;
  }
}

type Dialect = Pick<Names, 'language' | 'source' | 'wide'>;

/** The statements and, after each, those nested in it, those of functions and classes inside of it included. */
export function flattened(statements: readonly Node[], names: Dialect): readonly Node[] {
  const { list } = flattenedFrom(statements, 0, names);
  const same = list.length === statements.length && !statements.some(({ kind }) => kind === 'block');
  return same ? statements : list;
}

interface Flat {
  /** The first of the statements that are in it. */
  from: number;
  list: Node[];
  /** Where in the list each statement stands, from that one on. */
  starts: number[];
}

const known = [new WeakMap<readonly Node[], Flat>(), new WeakMap<readonly Node[], Flat>()] as const;

/**
 * What `flattened` gives for the statements from `from` on is the part of `list` from `at` on. Asked for one statement after
 * the other, the list is made once.
 */
export function flattenedFrom(statements: readonly Node[], from: number, names: Dialect): { list: readonly Node[]; at: number } {
  const kept = known[names.wide ? 1 : 0];
  let flat = kept.get(statements);
  if (!flat || from < flat.from) {
    flat = { from, list: [], starts: [] };
    for (let index = from; index < statements.length; index++) {
      flat.starts.push(flat.list.length);
      flatten(statements[index]!, flat.list, names);
    }
    kept.set(statements, flat);
  }
  return { list: flat.list, at: flat.starts[from - flat.from] ?? flat.list.length };
}

function flatten(node: Node, out: Node[], names: Dialect): void {
  if (node.kind !== 'block') out.push(node);
  const into = (part: Node | null): void => {
    if (part) flatten(part, out, names);
  };
  switch (node.kind) {
    case 'block':
      for (const statement of node.body) flatten(statement, out, names);
      return;
    case 'if':
      initial(node.init, out);
      inExpressions(node.test, out, names);
      into(node.then);
      into(node.else);
      return;
    case 'while':
      into(node.body);
      into(node.else);
      return;
    case 'foreach':
      inExpressions(node.iter, out, names);
      into(node.body);
      into(node.else);
      return;
    case 'with':
      // C#'s `using (var x = …)` declares as a statement does.
      for (const item of node.items)
        if (item.kind === 'vardef') into(item);
        else if (isUsing(node, names)) out.push(asStatement(item));
      into(node.body);
      return;
    case 'dowhile':
    case 'for':
    case 'label':
      into(node.body);
      return;
    case 'try':
      for (const resource of node.resources) if (resource.kind === 'vardef') out.push(resource);
      into(node.body);
      for (const part of node.catches) if (part.kind === 'catch') into(part.body);
      into(node.else);
      into(node.finally);
      return;
    case 'switch':
      initial(node.init, out);
      for (const part of node.cases) if (part.kind === 'case') for (const statement of part.body) inCase(statement, out, names);
      return;
    case 'class':
    case 'namespace':
      if (!isClosed(node, names)) for (const statement of node.body) flatten(statement, out, names);
      return;
    case 'func':
      if (isClosed(node, names)) return;
      if (node.body?.kind === 'block') into(node.body);
      else if (node.body && !names.wide && bodied.has(names.language)) out.push(asStatement(node.body));
      return;
    default:
      inExpressions(node, out, names);
  }
}

/** `using (f()) { … }` of C#. */
const isUsing = ({ start }: Node, { language, source, wide }: Dialect): boolean =>
  language === 'csharp' && !wide && source.startsWith('using', start);

/** The reference does not look into an arm of Rust that is a block. */
function inCase(statement: Node, out: Node[], names: Dialect): void {
  if (statement.kind !== 'block' || names.language !== 'rust' || names.wide) flatten(statement, out, names);
}

/** Whether the reference does not look into it: Ruby's modules and methods of an object itself, Rust's modules and what it implements. */
function isClosed(node: Node, { language, wide }: Dialect): boolean {
  if (wide || (language !== 'ruby' && language !== 'rust')) return false;
  if (node.kind === 'class') return node.keyword === 'module' || node.keyword === 'class <<' || node.keyword === 'impl';
  return node.kind === 'namespace' || (node.kind === 'func' && language === 'ruby' && node.receiver !== null);
}

/** Languages in which a function that is declared may be one expression. */
const bodied: ReadonlySet<LanguageId> = new Set(['kotlin', 'csharp', 'ruby']);

const initials = new WeakMap<Node, Node>();

/** What Go does ahead of a condition is a statement like any other. */
function initial(init: Node | null, out: Node[]): void {
  if (init) out.push(asStatement(init));
}

function asStatement(init: Node): Node {
  let statement = initials.get(init);
  if (!statement) {
    statement = { kind: 'exprstmt', expr: init, start: init.start, end: init.end, parent: init.parent };
    initials.set(init, statement);
  }
  return statement;
}

/** The body of `x => e` is what the function returns. */
function asReturn(body: Node): Node {
  let statement = returns.get(body);
  if (!statement) {
    statement = { kind: 'return', value: body, start: body.start, end: body.end, parent: body.parent };
    returns.set(body, statement);
  }
  return statement;
}

const returns = new WeakMap<Node, Node>();

/** The statements of functions that are written inside an expression. */
function inExpressions(node: Node, out: Node[], names: Dialect): void {
  eachChild(node, (child) => {
    // The reference leaves out objects and classes, but for Kotlin's `object : A { … }`.
    if (child.kind === 'class' && names.language === 'kotlin' && !names.wide) flatten(child, out, names);
    if (child.kind === 'object' || child.kind === 'class') return;
    if (child.kind !== 'func') {
      if (child.kind === 'block' && isSetApart(child, names)) flatten(child, out, names);
      else inExpressions(child, out, names);
    } else if (!names.wide && (names.language === 'ruby' ? child.name !== null : names.language === 'rust')) return;
    else if (child.body?.kind === 'block') flatten(child.body, out, names);
    else if (child.body && scripts.has(names.language)) out.push(names.wide ? asStatement(child.body) : asReturn(child.body));
  });
}

/** The block of Rust's `unsafe { … }` as a statement. */
const isSetApart = ({ parent }: Node, { language, wide }: Dialect): boolean =>
  language === 'rust' && !wide && parent?.kind === 'unary' && parent.parent?.kind === 'exprstmt';

/** Operators whose operand the reference does not look into. */
const closed: ReadonlySet<string> = new Set(['&', '*', '<-', 'go', 'defer', 'del', 'unsafe']);

/**
 * The parts of an expression in which the reference also looks for an expression that a pattern has for a statement: no
 * elements and indexes, no choices, new objects, sequences, comprehensions, tags and functions.
 */
export function partsOfStatement(node: Node, { language, wide }: Dialect): readonly Node[] {
  const own = wide ? null : ownExpressions(node);
  if (own) return own;
  switch (node.kind) {
    case 'member':
      return node.optional && language === 'kotlin' && !wide ? [] : childrenOf(node);
    case 'index':
      // A call in Ruby.
      return language === 'ruby' ? childrenOf(node) : [];
    case 'comprehension':
      return language === 'csharp' ? childrenOf(node) : [];
    case 'new':
      // C#'s `new[] { … }` and `new(…)`
      if (language === 'csharp' && node.callee.kind === 'name' && node.callee.name === 'new' && !wide) return node.args;
      return language === 'csharp' && node.callee.kind === 'index' ? node.args : [];
    case 'object':
      return language === 'csharp' && !wide ? [] : childrenOf(node);
    case 'call':
      return isOpaque(node, language) && !wide ? [] : childrenOf(node);
    case 'spread':
      return language === 'ruby' && node.op === '&' && !wide ? [] : [node.value];
    case 'other':
      return !wide && (node.type === 'regex' || node.type === 'method_reference') ? [] : childrenOf(node);
    case 'array':
      return node.parent?.kind === 'new' && language !== 'csharp' ? [] : node.elements;
    case 'func':
      return node.arrow && node.body && node.body.kind !== 'block' && scripts.has(language) ? [node.body] : [];
    case 'ternary':
    case 'sequence':
    case 'element':
    case 'switch':
    case 'class':
      return [];
    case 'unary':
      return closed.has(node.op) || (node.op === 'defined?' && !wide) ? [] : [node.operand];
    case 'assign':
      return [node.value];
    case 'binary':
      return node.op === '<-' || (node.op === 'is' && language === 'csharp') ? [] : [node.left, node.right];
    case 'pair':
      if (node.value.kind === 'func') return [];
      return language === 'python' ? [node.key, node.value] : [node.value];
    default:
      return childrenOf(node);
  }
}

/** A macro of Rust, and what Ruby hands to the shell. */
const isOpaque = ({ callee }: Shape<'call'>, language: LanguageId): boolean =>
  callee.kind === 'name' && (language === 'rust' ? callee.name.endsWith('!') : language === 'ruby' && callee.name === '`');

/** Of a statement that stands as a value the expressions that are its own; null for what is no statement. */
export function ownExpressions(node: Node): readonly Node[] | null {
  switch (node.kind) {
    case 'if':
    case 'while':
    case 'dowhile':
      return [node.test];
    case 'switch':
      return node.subject ? [node.subject] : [];
    case 'throw':
    case 'return':
      return node.value ? [node.value] : [];
    case 'foreach':
      return [node.iter];
    case 'block':
    case 'try':
    case 'for':
      return [];
    default:
      return null;
  }
}

const scripts: ReadonlySet<LanguageId> = new Set(['javascript', 'typescript']);
