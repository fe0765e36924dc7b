/** JavaScript, TypeScript and JSX: one table for the grammars `javascript`, `typescript` and `tsx`. */
import type { Node, Shape } from '../model/tree.ts';
import { declarations } from './javascript-declarations.ts';
import { jsx } from './javascript-jsx.ts';
import { modules } from './javascript-modules.ts';
import { types } from './javascript-types.ts';
import { type Build, enclosed, type Lower, type Lowering, make, type Table } from './lower.ts';
import type { Syntax } from './syntax.ts';

const name: Build = (at, lower) => lower.name(at);
const inner: Build = (at, lower) => lower.kids(at);
const nothing: Build = () => [];
/** The expression under `field`, whose parentheses are the statement's own. */
const condition = (at: Syntax, field: string, lower: Lower): Node => {
  const kid = at.at(field);
  return kid?.type === 'parenthesized_expression' ? lower.first(kid) : lower.get(at, field);
};

const atoms: Table = {
  identifier: name,
  this: name,
  super: name,
  undefined: name,
  import: name,
  property_identifier: name,
  private_property_identifier: name,
  statement_identifier: name,
  type_identifier: name,
  optional_chain: nothing,
  number: (at, lower) => make('number', at, { value: lower.text(at) }),
  true: (at) => make('bool', at, { value: true }),
  false: (at) => make('bool', at, { value: false }),
  null: (at) => make('null', at, {}),
  string: (at, lower) => make('string', at, { value: unquoted(lower.text(at)) }),
  template_string: template,
  template_literal_type: template,
  template_substitution: inner,
  template_type: inner,
  html_character_reference: (at, lower) => make('string', at, { value: lower.text(at) }),
  regex: (at, lower) => make('regex', at, { value: textAt(at, 'pattern', lower), flags: textAt(at, 'flags', lower) }),
  // `new.target`, `import.meta`
  meta_property(at, lower) {
    const [object, , property] = at.kids;
    return object && property
      ? make('member', at, { object: lower.name(object), property: lower.name(property), optional: false })
      : lower.name(at);
  },
};

const expressions: Table = {
  // `(x: T)` is TypeScript's grammar, though not the language: a typed metavariable is written so.
  parenthesized_expression: (at, lower) =>
    at.at('type') === null
      ? enclosed(lower.first(at), at)
      : make('cast', at, { type: lower.get(at, 'type'), value: lower.first(at) }),
  member_expression: (at, lower) =>
    behindAwait(
      make('member', at, { object: lower.get(at, 'object'), property: lower.get(at, 'property'), optional: isOptional(at) }),
      at,
      lower,
    ),
  nested_identifier: (at, lower) =>
    make('member', at, { object: lower.get(at, 'object'), property: lower.get(at, 'property'), optional: false }),
  subscript_expression: (at, lower) =>
    behindAwait(make('index', at, { object: lower.get(at, 'object'), indices: [lower.get(at, 'index')] }), at, lower),
  call_expression(at, lower) {
    const callee = lower.get(at, 'function');
    const args = lower.kids(at, 'arguments');
    if (callee.kind === 'name' && callee.name === 'await' && args.length > 0)
      return make('await', at, { value: awaited(at, args) });
    const call = make('call', at, { callee, typeArgs: lower.kids(at, 'type_arguments'), args, optional: isOptional(at) });
    if (at.at('arguments')?.type === 'template_string') call.tagged = true;
    return behindAwait(call, at, lower);
  },
  new_expression: (at, lower) =>
    make('new', at, {
      callee: lower.get(at, 'constructor'),
      typeArgs: lower.kids(at, 'type_arguments'),
      args: lower.kids(at, 'arguments'),
      body: null,
    }),
  arguments: inner,
  spread_element: (at, lower) => make('spread', at, { op: '...', value: lower.first(at) }),
  // `f<string>` without a call
  instantiation_expression(at, lower) {
    const args = at.at('type_arguments');
    const [base] = lower.parts(at).filter((part) => part !== args);
    return make('generic', at, { base: base ? lower.node(base) : lower.first(at), args: args ? lower.kids(args) : [] });
  },

  unary_expression: (at, lower) =>
    make('unary', at, { op: textAt(at, 'operator', lower), operand: lower.get(at, 'argument'), postfix: false }),
  update_expression: (at, lower) =>
    make('unary', at, {
      op: textAt(at, 'operator', lower),
      operand: lower.get(at, 'argument'),
      postfix: at.kids[0]?.field === 'argument',
    }),
  binary_expression: (at, lower) =>
    make('binary', at, { op: textAt(at, 'operator', lower), left: lower.get(at, 'left'), right: lower.get(at, 'right') }),
  ternary_expression: (at, lower) =>
    make('ternary', at, {
      test: lower.get(at, 'condition'),
      then: lower.get(at, 'consequence'),
      else: lower.get(at, 'alternative'),
    }),
  sequence_expression: (at, lower) => make('sequence', at, { exprs: lower.kids(at) }),
  await_expression: (at, lower) => make('await', at, { value: lower.first(at) }),
  yield_expression: (at, lower) => make('yield', at, { value: optional(at, lower), delegate: at.has('*') }),
  assignment_expression: (at, lower) =>
    make('assign', at, { op: '=', target: lower.get(at, 'left'), value: lower.get(at, 'right') }),
  augmented_assignment_expression: (at, lower) =>
    make('assign', at, { op: textAt(at, 'operator', lower), target: lower.get(at, 'left'), value: lower.get(at, 'right') }),

  as_expression: cast,
  satisfies_expression(at, lower) {
    const { type, value } = cast(at, lower);
    return type ? make('binary', at, { op: 'satisfies', left: value, right: type }) : value;
  },
  non_null_expression: (at, lower) => make('cast', at, { type: null, value: lower.first(at) }),
  // `<T>x`
  type_assertion(at, lower) {
    const [type, value] = lower.parts(at);
    return make('cast', at, { type: type ? lower.node(type) : null, value: value ? lower.node(value) : lower.first(at) });
  },

  array: (at, lower) => make('array', at, { bracket: '[', elements: elements(at, lower) }),
  array_pattern: (at, lower) => make('array', at, { bracket: '[', elements: elements(at, lower) }),
  object: (at, lower) => lower.object(at),
  object_pattern: (at, lower) => make('object', at, { props: lower.kids(at) }),
  pair: (at, lower) => make('pair', at, { key: lower.get(at, 'key'), value: lower.get(at, 'value') }),
  pair_pattern: (at, lower) => make('pair', at, { key: lower.get(at, 'key'), value: lower.get(at, 'value') }),
  computed_property_name: inner,
  shorthand_property_identifier: (at, lower) => make('pair', at, { key: lower.name(at), value: lower.name(at) }),
  shorthand_property_identifier_pattern: (at, lower) => make('pair', at, { key: lower.name(at), value: lower.name(at) }),
  rest_pattern: (at, lower) => make('spread', at, { op: '...', value: lower.first(at) }),
  // `b = 1` in `[a, b = 1]` and in `{ a: b = 1 }`
  assignment_pattern: (at, lower) =>
    make('assign', at, { op: '=', target: lower.get(at, 'left'), value: lower.get(at, 'right') }),
  // `{ a = 1 }`
  object_assignment_pattern(at, lower) {
    const left = at.at('left');
    const shorthand = left?.type === 'shorthand_property_identifier_pattern';
    const target = shorthand ? lower.name(left) : lower.get(at, 'left');
    const value = make('assign', at, { op: '=', target, value: lower.get(at, 'right') });
    return shorthand ? make('pair', at, { key: lower.name(left), value }) : value;
  },
};

const statements: Table = {
  expression_statement(at, lower) {
    const [expr, ...rest] = lower.kids(at);
    if (!expr) return [];
    // The TypeScript grammar reads `namespace N {}` as an expression.
    const statement = expr.kind === 'namespace' ? expr : make('exprstmt', at, { expr });
    return [statement, ...rest];
  },
  statement_block: (at, lower) => lower.block(at),
  // To the reference `;` alone is a block of nothing.
  empty_statement: (at) => make('block', at, { body: [] }),
  if_statement: (at, lower) =>
    make('if', at, {
      init: null,
      test: condition(at, 'condition', lower),
      then: lower.bodyAt(at, 'consequence'),
      else: otherwise(at.at('alternative'), lower),
    }),
  else_clause: inner,
  while_statement: (at, lower) =>
    make('while', at, { test: condition(at, 'condition', lower), body: lower.bodyAt(at, 'body'), else: null }),
  do_statement: (at, lower) => make('dowhile', at, { body: lower.bodyAt(at, 'body'), test: condition(at, 'condition', lower) }),
  for_statement: (at, lower) =>
    make('for', at, {
      init: loopParts(at, 'initializer', lower),
      test: loopParts(at, 'condition', lower)[0] ?? null,
      update: loopParts(at, 'increment', lower),
      body: lower.bodyAt(at, 'body'),
    }),
  for_in_statement: (at, lower) =>
    make('foreach', at, {
      target: loopTarget(at, lower),
      iter: lower.get(at, 'right'),
      body: lower.bodyAt(at, 'body'),
      else: null,
      keyword: textAt(at, 'operator', lower),
      await: at.has('await'),
    }),
  switch_statement(at, lower) {
    const body = at.at('body');
    return lower.lazy('switch', at, { init: null, subject: condition(at, 'value', lower) }, body);
  },
  switch_body: inner,
  switch_case: (at, lower) => make('case', at, { tests: [lower.get(at, 'value')], guard: null, body: lower.kids(at, 'body') }),
  switch_default: (at, lower) => make('case', at, { tests: [], guard: null, body: lower.kids(at, 'body') }),
  try_statement: (at, lower) =>
    make('try', at, {
      resources: [],
      body: lower.bodyAt(at, 'body'),
      catches: lower.kids(at, 'handler'),
      else: null,
      finally: lower.opt(at, 'finalizer'),
    }),
  catch_clause: (at, lower) =>
    make('catch', at, {
      types: lower.kids(at, 'type'),
      target: lower.opt(at, 'parameter'),
      body: lower.bodyAt(at, 'body'),
    }),
  finally_clause: (at, lower) => lower.bodyAt(at, 'body'),
  return_statement: (at, lower) => make('return', at, { value: optional(at, lower) }),
  throw_statement: (at, lower) => make('throw', at, { value: optional(at, lower), from: null }),
  break_statement: (at, lower) => make('break', at, { label: textAt(at, 'label', lower) || null }),
  continue_statement: (at, lower) => make('continue', at, { label: textAt(at, 'label', lower) || null }),
  labeled_statement: (at, lower) => make('label', at, { name: textAt(at, 'label', lower), body: lower.get(at, 'body') }),
  with_statement: (at, lower) =>
    make('with', at, { items: [condition(at, 'object', lower)], body: lower.bodyAt(at, 'body'), await: false }),
};

export const javascript: Lowering = {
  table: { ...atoms, ...expressions, ...statements, ...declarations, ...modules, ...types, ...jsx },
  skip: new Set(['comment', 'html_comment', 'hash_bang_line']),
};

/** The text of the child under `field`, a token or a node; `''` when there is none. */
function textAt(at: Syntax, field: string, lower: Lower): string {
  const kid = at.at(field);
  return kid ? lower.text(kid) : '';
}

/** What stands between the parentheses behind `await`. */
function awaited(at: Syntax, args: Node[]): Node {
  const place = at.at('arguments') ?? at;
  return args.length === 1 ? enclosed(args[0]!, place) : make('sequence', place, { exprs: args });
}

/**
 * The grammars take `await (a).b` of JavaScript for `(await (a)).b`, and `await a<T>()` of TypeScript for `(await a)<T>()`: what is
 * built on an `await` goes into it.
 */
function behindAwait(node: Shape<'member'> | Shape<'index'> | Shape<'call'>, at: Syntax, lower: Lower): Node {
  const base = node.kind === 'call' ? node.callee : node.object;
  if (base.kind !== 'await') return node;
  if (at.at(node.kind === 'call' ? 'function' : 'object')?.type === 'parenthesized_expression') return node;
  base.value.parent = node;
  if (node.kind === 'call') {
    node.callee = base.value;
    if (node.typeArgs.length > 0 && at.at('function')?.type === 'await_expression') node.split = true;
  } else node.object = base.value;
  const { start } = base.value;
  node.start = lower.source[start - 1] === '(' ? start - 1 : start;
  return make('await', at, { value: node });
}

const isOptional = (at: Syntax): boolean => at.has('optional_chain') || at.has('?.');

/** The one named child, where the grammar does not require it. */
const optional = (at: Syntax, lower: Lower): Node | null => lower.kids(at)[0] ?? null;

/** What stands between the quotes; an unclosed string ends where the grammar ended it. */
function unquoted(text: string): string {
  return text.length > 1 && text.endsWith(text[0] as string) ? text.slice(1, -1) : text.slice(1);
}

/** A template without substitutions is a plain string. Serves template literal types, too. */
function template(at: Syntax, lower: Lower): Node {
  const holes = at.kids.filter((kid) => kid.type === 'template_substitution' || kid.type === 'template_type');
  if (holes.length === 0) return make('string', at, { value: unquoted(lower.text(at)) });
  const parts: Node[] = [];
  let from = at.start + 1;
  const literal = (end: number) => {
    if (end > from) parts.push(make('string', { start: from, end }, { value: lower.source.slice(from, end) }));
  };
  for (const hole of holes) {
    literal(hole.start);
    parts.push(...lower.kids(hole));
    from = hole.end;
  }
  const last = at.kids[at.kids.length - 1];
  literal(last?.type === '`' ? last.start : at.end);
  return make('template', at, { parts });
}

/** `x as T`, `x as const`, and what looks like it. */
function cast(at: Syntax, lower: Lower): Shape<'cast'> {
  const [value, type] = lower.parts(at);
  const constant = at.child('const');
  return make('cast', at, {
    type: type ? lower.node(type) : constant && lower.name(constant),
    value: value ? lower.node(value) : lower.first(at),
  });
}

/** Elements in order; a hole (`[a, , b]`) stays as an `other` of type `elision`, so that positions count. */
function elements(at: Syntax, lower: Lower): Node[] {
  const out: Node[] = [];
  let filled = false;
  for (const kid of at.kids) {
    if (kid.type === ',') {
      if (!filled) out.push(make('other', { start: kid.start, end: kid.start }, { type: 'elision', text: '', kids: [] }));
      filled = false;
      continue;
    }
    const built = lower.list([kid]);
    if (built.length > 0) filled = true;
    out.push(...built);
  }
  return out;
}

/** `else if` nests without a block of its own. */
function otherwise(at: Syntax | null, lower: Lower): Node | null {
  if (at === null) return null;
  const [branch] = lower.parts(at);
  if (!branch) return null;
  return branch.type === 'if_statement' ? lower.node(branch) : lower.body(branch);
}

/** What is left out of a loop's head is no expression. */
const loopParts = (at: Syntax, field: string, lower: Lower): Node[] =>
  lower
    .kids(at, field)
    .filter(({ kind }) => kind !== 'block')
    .map((node) => (node.kind === 'exprstmt' ? node.expr : node));

/** The name or pattern that is bound; with an initial value (`for (var i = 0 in x)`) an `assign`. */
function loopTarget(at: Syntax, lower: Lower): Node {
  const left = at.at('left');
  const target = lower.get(at, 'left');
  const value = lower.opt(at, 'value');
  if (left === null || value === null) return target;
  return make('assign', { start: left.start, end: value.end }, { op: '=', target, value });
}
