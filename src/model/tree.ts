/**
 * The language-neutral tree. Every language lowers its tree-sitter tree to these nodes, rules' patterns are lowered by
 * the same code, and the matcher, the taint engine and the route model read nothing else.
 *
 * Offsets are UTF-16 code units into the source text; `end` is exclusive. Parentheses around an expression leave no node.
 * What a language has beyond these shapes becomes `other`, so nothing is invisible. Comments leave no node.
 */
export type Node = { [K in Kind]: Shape<K> }[Kind];
export type Kind = keyof Shapes;
export type Shape<K extends Kind> = Shapes[K] & Placed & { kind: K };

const below: unique symbol = Symbol('children');

interface Placed {
  start: number;
  end: number;
  /** Set by `adopt` once the parent is lowered; null at the root. */
  parent: Node | null;
  /** The children, once they were asked for. A symbol, so that no listing of the node shows it. */
  [below]?: { owner: Node; list: readonly Node[] };
}

/** One field per role. Lists are never undefined; a missing role is `null`. */
interface Shapes {
  // ---- atoms
  /** An identifier, `this`, `self`, `super`, a type name, a PHP `$var` (with `$`), a Ruby `@ivar` (with `@`). */
  name: {
    name: string;
    /** PHP's `\A` and Ruby's `::A`, which nothing around concerns; the span holds the mark. */
    absolute?: true;
  };
  /** A constant string. `value` is the text between the quotes, escapes not decoded. */
  /** `prefix` of Python's texts, if they are not formatted: `b`, `u`, `r`. */
  string: { value: string; prefix?: string };
  number: { value: string };
  bool: { value: boolean };
  /** `null`, `None`, `nil`. JavaScript's `undefined` is a `name`. */
  null: Empty;
  regex: { value: string; flags: string };
  /** Ruby `:name`. */
  symbol: { value: string };
  /** A string with interpolation: `parts` alternates freely between `string` nodes and expressions. */
  template: {
    parts: Node[];
    /** A shell's, without quotes around the whole. */
    bare?: true;
  };

  // ---- expressions
  /** `args` holds expressions, `named` and `spread`. `optional` is `?.(`. A tagged template is a call with one `template`. */
  call: {
    callee: Node;
    typeArgs: Node[];
    args: Node[];
    optional: boolean;
    /** By a tag of JavaScript. */
    tagged?: true;
    /** `f<T>(x)` behind TypeScript's `await`, which the grammar takes for a call of `await f`. */
    split?: true;
  };
  /** `new T(args) { body }`; `body` only for an anonymous class. */
  new: {
    callee: Node;
    typeArgs: Node[];
    args: Node[];
    body: Node | null;
    /** `new T<>(args)` of Java. */
    diamond?: true;
  };
  /** A keyword or named argument `name: value`. */
  named: { name: string; value: Node };
  /** `...x`, `*x`, `**x`, `&blk`. */
  spread: { op: string; value: Node };
  /** `object.property`, `->`, `::`. `property` is a `name` unless the language computes it. */
  member: { object: Node; property: Node; optional: boolean };
  /** `object[indices]`; a slice is one `slice` index. */
  index: { object: Node; indices: Node[] };
  slice: { lower: Node | null; upper: Node | null; step: Node | null };
  /** `op` as written: `!`, `not`, `-`, `typeof`, `delete`, `*` (Go deref), `&`, `++` with `postfix`. */
  unary: { op: string; operand: Node; postfix: boolean };
  /** `op` as written, without inner spaces changed: `+`, `&&`, `and`, `in`, `not in`, `instanceof`. */
  binary: { op: string; left: Node; right: Node };
  /** `op` is `=`, `+=`, `:=` (Go, walrus). Destructuring targets are `array` / `object`. */
  assign: { op: string; target: Node; value: Node };
  ternary: { test: Node; then: Node; else: Node };
  /** `bracket`: `[` list, `(` tuple, `{` set or initialiser, Ruby's `%w` and `%i`. */
  array: { bracket: string; elements: Node[] };
  /** Object, dict, map or mapping. `props`: `pair`, `spread`, `func` (methods), `field`. */
  object: { props: Node[] };
  pair: { key: Node; value: Node };
  /** Function, method or lambda. `arrow` for `=>`, `lambda`. `body` is a `block` or an expression; null when abstract. */
  func: {
    name: Node | null;
    params: Node[];
    body: Node | null;
    returns: Node | null;
    typeParams: Node[];
    decorators: Node[];
    modifiers: string[];
    arrow: boolean;
    /** Go's receiver, C# explicit interface. */
    receiver: Node | null;
  };
  /** `variadic`: `''`, `'*'`, `'**'`, `'...'`, `'&'`. `target` is a `name` or a destructuring pattern. */
  param: { target: Node; type: Node | null; default: Node | null; variadic: string; decorators: Node[]; modifiers: string[] };
  await: { value: Node };
  yield: { value: Node | null; delegate: boolean };
  /** `(T) x`, `x as T`, `x!`, `<T>x`, Go `x.(T)`; `type` null for `x!`. */
  cast: { type: Node | null; value: Node };
  comprehension: { bracket: string; element: Node; clauses: Node[] };
  /** `for target in iter if tests` of a comprehension. */
  clause: { target: Node; iter: Node; tests: Node[] };
  /** `a, b` of C-like languages. */
  sequence: { exprs: Node[] };
  /** JSX or markup element; `tag` null for a fragment. Text children are `string`, `{e}` is the expression itself. */
  element: { tag: Node | null; attrs: Node[]; children: Node[] };
  /** `name="value"`; `value` null for a bare attribute. */
  attr: { name: Node; value: Node | null };
  /** A type applied to arguments: `List<String>`, `dict[str, int]` in a type position. */
  generic: { base: Node; args: Node[] };

  // ---- statements
  program: { body: Node[] };
  block: { body: Node[] };
  /** An expression as a statement. */
  exprstmt: { expr: Node };
  /** One declared variable or field; `let a, b` gives two. `keyword` as written (`let`, `const`, `var`, `''`). */
  vardef: {
    keyword: string;
    target: Node;
    type: Node | null;
    value: Node | null;
    decorators: Node[];
    modifiers: string[];
  };
  /** `init` for Go's `if x := f(); x != nil`. `unless` is lowered with a `!` around the test. `else if` nests. */
  /** `unless`: Ruby's, whose `test` is negated here. */
  if: { init: Node | null; test: Node; then: Node; else: Node | null; unless?: true };
  while: { test: Node; body: Node; else: Node | null };
  dowhile: { body: Node; test: Node };
  for: { init: Node[]; test: Node | null; update: Node[]; body: Node };
  foreach: { target: Node; iter: Node; body: Node; else: Node | null; keyword: string; await: boolean };
  return: { value: Node | null };
  throw: { value: Node | null; from: Node | null };
  /** `modifier`: Ruby's `a rescue b`, as what is assigned or as a statement. */
  try: {
    resources: Node[];
    body: Node;
    catches: Node[];
    else: Node | null;
    finally: Node | null;
    modifier?: 'value' | 'statement';
  };
  catch: { types: Node[]; target: Node | null; body: Node };
  switch: { init: Node | null; subject: Node | null; cases: Node[] };
  /** `tests` empty for `default`. `guard` is the `if` of a match arm. */
  case: { tests: Node[]; guard: Node | null; body: Node[] };
  break: { label: string | null };
  continue: { label: string | null };
  label: { name: string; body: Node };
  /** `with a as b, c as d:`, C# `using`; `items` are expressions, `assign` (`b` = `a`) or `vardef`. */
  with: { items: Node[]; body: Node; await: boolean };
  assert: { test: Node; message: Node | null };
  /**
   * One imported thing. `import {a, b as c} from "m"` gives two nodes with the span of the whole statement.
   * form `module`: `import "m"` for its effect, `import a.b` (module `a.b`, alias null), `import a.b as c`,
   *   `import * as c from "m"`, Go `import c "m"`, `using A.B`;
   * form `name`: `from m import name as alias`, `import {name as alias} from "m"`, default import has name `default`,
   *   Java `import a.b.C` (module `a.b`, name `C`), PHP `use A\B\C as D`;
   * form `all`: `from m import *`, Java `import a.b.*`.
   */
  import: { form: 'module' | 'name' | 'all'; module: Node; name: Node | null; alias: Node | null; modifiers: string[] };
  class: {
    /** `class`, `interface`, `enum`, `struct`, `trait`, `record`, `object`, `module`. */
    keyword: string;
    name: Node | null;
    typeParams: Node[];
    /** Superclass first, then interfaces, mix-ins and keyword arguments as written. */
    supers: Node[];
    body: Node[];
    decorators: Node[];
    modifiers: string[];
  };
  /** `namespace N { }`, Go `package p` and Java `package a.b;` have an empty body. */
  namespace: { name: Node; body: Node[] };

  // ---- the rest
  /** Anything else: `type` is the grammar's node kind, `text` is set for leaves only. */
  other: { type: string; text: string; kids: Node[] };
  /** What the grammar could not parse. */
  error: { kids: Node[] };

  // ---- patterns only
  /** `$X`; `$_` is anonymous. */
  metavar: { name: string };
  /** `...` wherever a list may stand, or a lone expression or statement. */
  ellipsis: Empty;
  /** `$...ARGS`. */
  metaellipsis: { name: string };
  /** `<... expr ...>`. */
  deep: { expr: Node };
  /** `($X : T)`, `(T $X)`. */
  typed: { name: string; type: Node };
}

type Empty = Record<never, never>;

/**
 * How the matcher compares one role of a pattern with the same role of code.
 * - `node`: both present or both absent; `opt`: absent in the pattern matches anything ("less matches more");
 * - `some`: an ordered list that is only compared when the pattern has one;
 * - `args`: ordered list, named arguments in any order, `...` spans; `list`: ordered list with `...`;
 * - `stmts`: statement list, the pattern may skip with `...` only; `bag`: each of the pattern's must be found, order free;
 * - `text`: equal scalar; `words`: each of the pattern's strings must be present; `free`: never compared.
 */
export type Mode = 'node' | 'some' | 'opt' | 'args' | 'list' | 'stmts' | 'bag' | 'text' | 'words' | 'free';
export type Slot = readonly [role: string, mode: Mode];

/** Roles of every kind in source order of evaluation; the only place that lists them. */
export const slots: { readonly [K in Kind]: readonly Slot[] } = {
  name: [['name', 'text']],
  string: [['value', 'text']],
  number: [['value', 'text']],
  bool: [['value', 'text']],
  null: [],
  regex: [
    ['value', 'text'],
    ['flags', 'text'],
  ],
  symbol: [['value', 'text']],
  template: [['parts', 'list']],
  call: [
    ['callee', 'node'],
    ['typeArgs', 'some'],
    ['args', 'args'],
  ],
  new: [
    ['callee', 'node'],
    ['typeArgs', 'some'],
    ['args', 'args'],
    ['body', 'node'],
  ],
  named: [
    ['name', 'text'],
    ['value', 'node'],
  ],
  spread: [
    ['op', 'text'],
    ['value', 'node'],
  ],
  member: [
    ['object', 'node'],
    ['property', 'node'],
  ],
  index: [
    ['object', 'node'],
    ['indices', 'list'],
  ],
  slice: [
    ['lower', 'node'],
    ['upper', 'node'],
    ['step', 'node'],
  ],
  unary: [
    ['op', 'text'],
    ['postfix', 'text'],
    ['operand', 'node'],
  ],
  binary: [
    ['op', 'text'],
    ['left', 'node'],
    ['right', 'node'],
  ],
  assign: [
    ['op', 'text'],
    ['target', 'node'],
    ['value', 'node'],
  ],
  ternary: [
    ['test', 'node'],
    ['then', 'node'],
    ['else', 'node'],
  ],
  array: [
    ['bracket', 'text'],
    ['elements', 'list'],
  ],
  object: [['props', 'bag']],
  pair: [
    ['key', 'node'],
    ['value', 'node'],
  ],
  func: [
    ['decorators', 'bag'],
    ['modifiers', 'words'],
    ['name', 'opt'],
    ['receiver', 'node'],
    ['typeParams', 'free'],
    ['params', 'list'],
    ['returns', 'opt'],
    ['body', 'node'],
  ],
  param: [
    ['decorators', 'bag'],
    ['modifiers', 'words'],
    ['variadic', 'text'],
    ['target', 'node'],
    ['type', 'opt'],
    ['default', 'opt'],
  ],
  await: [['value', 'node']],
  yield: [['value', 'opt']],
  cast: [
    ['type', 'opt'],
    ['value', 'node'],
  ],
  comprehension: [
    ['bracket', 'text'],
    ['element', 'node'],
    ['clauses', 'list'],
  ],
  clause: [
    ['target', 'node'],
    ['iter', 'node'],
    ['tests', 'list'],
  ],
  sequence: [['exprs', 'list']],
  element: [
    ['tag', 'node'],
    ['attrs', 'bag'],
    ['children', 'list'],
  ],
  attr: [
    ['name', 'node'],
    ['value', 'opt'],
  ],
  generic: [
    ['base', 'node'],
    ['args', 'list'],
  ],
  program: [['body', 'stmts']],
  block: [['body', 'stmts']],
  exprstmt: [['expr', 'node']],
  vardef: [
    ['decorators', 'bag'],
    ['modifiers', 'words'],
    ['keyword', 'text'],
    ['target', 'node'],
    ['type', 'opt'],
    ['value', 'opt'],
  ],
  if: [
    ['init', 'opt'],
    ['test', 'node'],
    ['then', 'node'],
    ['else', 'opt'],
  ],
  while: [
    ['test', 'node'],
    ['body', 'node'],
    ['else', 'opt'],
  ],
  dowhile: [
    ['body', 'node'],
    ['test', 'node'],
  ],
  for: [
    ['init', 'list'],
    ['test', 'opt'],
    ['update', 'list'],
    ['body', 'node'],
  ],
  foreach: [
    ['keyword', 'text'],
    ['target', 'node'],
    ['iter', 'node'],
    ['body', 'node'],
    ['else', 'opt'],
  ],
  return: [['value', 'node']],
  throw: [
    ['value', 'node'],
    ['from', 'opt'],
  ],
  try: [
    ['resources', 'some'],
    ['body', 'node'],
    ['catches', 'bag'],
    ['else', 'node'],
    ['finally', 'node'],
  ],
  catch: [
    ['types', 'list'],
    ['target', 'node'],
    ['body', 'node'],
  ],
  switch: [
    ['init', 'opt'],
    ['subject', 'opt'],
    ['cases', 'bag'],
  ],
  case: [
    ['tests', 'list'],
    ['guard', 'opt'],
    ['body', 'stmts'],
  ],
  break: [['label', 'text']],
  continue: [['label', 'text']],
  label: [
    ['name', 'text'],
    ['body', 'node'],
  ],
  with: [
    ['items', 'bag'],
    ['body', 'node'],
  ],
  assert: [
    ['test', 'node'],
    ['message', 'node'],
  ],
  import: [
    ['form', 'text'],
    ['module', 'node'],
    ['name', 'opt'],
    ['alias', 'opt'],
  ],
  class: [
    ['decorators', 'bag'],
    ['modifiers', 'words'],
    ['keyword', 'text'],
    ['name', 'opt'],
    ['typeParams', 'free'],
    ['supers', 'bag'],
    ['body', 'bag'],
  ],
  namespace: [
    ['name', 'node'],
    ['body', 'stmts'],
  ],
  other: [
    ['type', 'text'],
    ['text', 'text'],
    ['kids', 'list'],
  ],
  error: [['kids', 'list']],
  metavar: [['name', 'text']],
  ellipsis: [],
  metaellipsis: [['name', 'text']],
  deep: [['expr', 'node']],
  typed: [
    ['name', 'text'],
    ['type', 'node'],
  ],
};

/** Kinds whose `value` is the literal's text, and kinds whose `name` is text. */
const literals: ReadonlySet<string> = new Set(['string', 'number', 'bool', 'regex', 'symbol']);
const named: ReadonlySet<string> = new Set(['name', 'named', 'label', 'metavar', 'metaellipsis', 'typed']);

/** Roles that hold nodes or lists of nodes, per kind. */
const scalarRoles: ReadonlySet<string> = new Set([
  'op',
  'postfix',
  'modifiers',
  'keyword',
  'variadic',
  'bracket',
  'form',
  'flags',
  'label',
  'text',
]);
const childRoles = Object.fromEntries(
  (Object.keys(slots) as Kind[]).map((kind) => [
    kind,
    slots[kind]
      .map(([role]) => role)
      .filter(
        (role) =>
          !scalarRoles.has(role) &&
          !(role === 'type' && kind === 'other') &&
          !(role === 'value' && literals.has(kind)) &&
          !(role === 'name' && named.has(kind)),
      ),
  ]),
) as unknown as { readonly [K in Kind]: readonly string[] };

/** Calls `visit` for each direct child, in source order of evaluation. */
export function eachChild(node: Node, visit: (child: Node) => void): void {
  const kids = childrenOf(node);
  for (let i = 0; i < kids.length; i++) visit(kids[i]!);
}

/** The direct children, in source order of evaluation; builds a lazy body. The list is kept: change no node after asking. */
export function childrenOf(node: Node): readonly Node[] {
  const known = node[below];
  // A copy of a node carries the list of the original.
  if (known && known.owner === node) return known.list;
  const list: Node[] = [];
  collect(node, list);
  node[below] = { owner: node, list };
  return list;
}

function collect(node: Node, into: Node[], except?: string): void {
  const roles = childRoles[node.kind];
  for (let i = 0; i < roles.length; i++) {
    if (roles[i] === except) continue;
    const value = (node as unknown as Record<string, unknown>)[roles[i]!];
    if (value === null || value === undefined) continue;
    if (Array.isArray(value)) {
      for (let j = 0; j < value.length; j++) into.push(value[j] as Node);
    } else into.push(value as Node);
  }
}

/** The direct children but those under `role`; the list is not kept. */
export function childrenBut(node: Node, role: string): Node[] {
  const kids: Node[] = [];
  collect(node, kids, role);
  return kids;
}

/** Sets `parent` of every direct child of `node`, and returns `node`. */
export function adopt<N extends Node>(node: N): N {
  const kids: Node[] = [];
  collect(node, kids);
  for (let i = 0; i < kids.length; i++) kids[i]!.parent = node;
  return node;
}
