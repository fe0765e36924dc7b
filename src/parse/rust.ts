/**
 * Rust to the generic tree, over the grammar tree-sitter-rust: expressions and types. Items are in `rust-items.ts`, patterns
 * of `let` and `match` in `rust-patterns.ts`, what stands in the brackets of a macro in `rust-macro.ts`.
 *
 * - `a::b` is a `member` like `a.b`; `&x`, `&mut x` and `&'a x` are one `unary`, `x?` is a `unary` behind its operand.
 * - A block that does more than hold statements is a `unary` over it: `unsafe {}`, `async {}`, `const {}`, `try {}`.
 * - A macro is called by its name with the `!`: `println!("a")`.
 * - The test of `if let P = v` is the assignment of v to P, as an argument named `let`: no metavariable is meant to match it.
 * - `loop` is a `for` without a head; `T { a: b }` is `new` with `pair`s as arguments; `t.0` is an `index`.
 */
import type { Kind, Node } from '../model/tree.ts';
import { type Build, type Lower, type Lowering, make, makeLazy, type Table } from './lower.ts';
import { declared, items } from './rust-items.ts';
import { macroCall } from './rust-macro.ts';
import { parameter, patternOf, patterns } from './rust-patterns.ts';
import { MAX_DEPTH, type Syntax } from './syntax.ts';

const name: Build = (at, lower) => lower.name(at);
const inner: Build = (at, lower) => lower.kids(at);
const number: Build = (at, lower) => make('number', at, { value: lower.text(at) });

const atoms: Table = {
  identifier: name,
  field_identifier: name,
  shorthand_field_identifier: name,
  type_identifier: name,
  primitive_type: name,
  self: name,
  super: name,
  crate: name,
  metavariable: name,
  integer_literal: number,
  float_literal: number,
  negative_literal: (at, lower) => make('unary', at, { op: '-', operand: lower.first(at), postfix: false }),
  boolean_literal: (at, lower) => make('bool', at, { value: lower.text(at) === 'true' }),
  string_literal: quoted,
  raw_string_literal: quoted,
};

const expressions: Table = {
  parenthesized_expression: inner,
  scoped_identifier: path,
  field_expression(at, lower) {
    const field = at.at('field');
    const object = lower.get(at, 'value');
    return field?.type === 'integer_literal'
      ? make('index', at, { object, indices: [lower.node(field)] })
      : make('member', at, { object, property: lower.node(field, at.end), optional: false });
  },
  index_expression(at, lower) {
    const [object, index] = lower.parts(at);
    return make('index', at, { object: lower.node(object, at.end), indices: index ? [lower.node(index)] : [] });
  },
  call_expression(at, lower) {
    const called = at.at('function');
    const generic = called?.type === 'generic_function' ? called : null;
    const callee = generic ? lower.get(generic, 'function') : lower.node(called, at.start);
    return make('call', at, {
      callee,
      typeArgs: generic ? lower.kids(generic, 'type_arguments') : [],
      args: lower.kids(at, 'arguments'),
      optional: false,
    });
  },
  arguments: (at, lower) => lower.list(at.kids.filter((kid) => kid.type !== 'attribute_item')),
  generic_function: (at, lower) =>
    make('generic', at, { base: lower.get(at, 'function'), args: lower.kids(at, 'type_arguments') }),
  macro_invocation: macroCall,
  assignment_expression: (at, lower) =>
    make('assign', at, { op: '=', target: patternOf(at.at('left'), lower, at.start), value: lower.get(at, 'right') }),
  compound_assignment_expr: (at, lower) =>
    make('assign', at, { op: textAt(at, 'operator', lower), target: lower.get(at, 'left'), value: lower.get(at, 'right') }),
  binary_expression: (at, lower) =>
    make('binary', at, { op: textAt(at, 'operator', lower), left: lower.get(at, 'left'), right: lower.get(at, 'right') }),
  unary_expression: (at, lower) => make('unary', at, { op: at.kids[0]?.type ?? '', operand: lower.first(at), postfix: false }),
  reference_expression: (at, lower) => make('unary', at, { op: '&', operand: lower.get(at, 'value'), postfix: false }),
  try_expression: (at, lower) => make('unary', at, { op: '?', operand: lower.first(at), postfix: true }),
  await_expression: (at, lower) => make('await', at, { value: lower.first(at) }),
  yield_expression: (at, lower) => make('yield', at, { value: lower.kids(at)[0] ?? null, delegate: false }),
  type_cast_expression: (at, lower) => make('cast', at, { type: lower.opt(at, 'type'), value: lower.get(at, 'value') }),
  range_expression: range,
  tuple_expression: list('('),
  array_expression: (at, lower) => (at.at('length') ? lower.other(at) : list('[')(at, lower)),
  unit_expression: list('('),
  struct_expression(at, lower) {
    const type = at.at('name');
    const generic = type?.type === 'generic_type_with_turbofish' ? type : null;
    const callee = generic ? lower.get(generic, 'type') : lower.node(type, at.start);
    const typeArgs = generic ? lower.kids(generic, 'type_arguments') : [];
    return make('new', at, { callee, typeArgs, args: lower.kids(at, 'body'), body: null });
  },
  field_initializer_list: inner,
  field_initializer: (at, lower) => make('pair', at, { key: lower.get(at, 'field'), value: lower.get(at, 'value') }),
  shorthand_field_initializer(at, lower) {
    const word = at.child('identifier') ?? at;
    return make('pair', at, { key: lower.name(word), value: lower.name(word) });
  },
  base_field_initializer: (at, lower) => make('spread', at, { op: '..', value: lower.first(at) }),
  closure_expression(at, lower) {
    const params = at.at('parameters');
    const body = at.at('body');
    return make('func', at, {
      name: null,
      params: params
        ? params.kids
            .filter((kid) => kid.type === '_' || (kid.named && !rust.skip.has(kid.type)))
            .map((kid) => parameter(kid, lower))
        : [],
      body: body && lower.node(body),
      returns: lower.opt(at, 'return_type'),
      typeParams: [],
      decorators: [],
      modifiers: [],
      arrow: true,
      receiver: null,
    });
  },
};

const statements: Table = {
  block: (at, lower) => {
    const block = blockOf(at, lower);
    const label = at.child('label');
    return label ? make('label', at, { name: lower.text(label), body: block }) : block;
  },
  unsafe_block: over('unsafe'),
  async_block: over('async'),
  const_block: over('const'),
  try_block: over('try'),
  gen_block: over('gen'),
  expression_statement(at, lower) {
    return statement(lower.kids(at), at);
  },
  empty_statement: () => [],
  let_declaration(at, lower) {
    const variable = make('vardef', at, {
      keyword: 'let',
      target: patternOf(at.at('pattern'), lower, at.start),
      type: lower.opt(at, 'type'),
      value: lower.opt(at, 'value'),
      decorators: [],
      modifiers: at.has('mutable_specifier') ? ['mut'] : [],
    });
    const otherwise = at.at('alternative');
    if (!otherwise) return variable;
    // `let P = v else { return }`: the block runs where P does not fit.
    const test = make('other', { start: otherwise.start, end: otherwise.start }, { type: 'let_else', text: '', kids: [] });
    return [variable, make('if', otherwise, { init: null, test, then: lower.body(otherwise), else: null })];
  },
  if_expression: (at, lower) =>
    make('if', at, {
      init: null,
      test: lower.get(at, 'condition'),
      then: lower.bodyAt(at, 'consequence'),
      else: lower.opt(at, 'alternative'),
    }),
  else_clause: inner,
  let_condition(at, lower) {
    const bound = make('assign', at, {
      op: ':=',
      target: patternOf(at.at('pattern'), lower, at.start),
      value: lower.get(at, 'value'),
    });
    return make('named', at, { name: 'let', value: bound });
  },
  let_chain(at, lower) {
    const [first, ...rest] = lower.kids(at);
    if (!first || rest.length > MAX_DEPTH) return lower.other(at);
    const both = (left: Node, right: Node): Node =>
      make('binary', { start: left.start, end: right.end }, { op: '&&', left, right });
    return rest.reduce(both, first);
  },
  while_expression: labelled((at, lower) =>
    make('while', at, { test: lower.get(at, 'condition'), body: lower.bodyAt(at, 'body'), else: null }),
  ),
  loop_expression: labelled((at, lower) => make('for', at, { init: [], test: null, update: [], body: lower.bodyAt(at, 'body') })),
  for_expression: labelled((at, lower) =>
    make('foreach', at, {
      target: patternOf(at.at('pattern'), lower, at.start),
      iter: lower.get(at, 'value'),
      body: lower.bodyAt(at, 'body'),
      else: null,
      keyword: 'for',
      await: false,
    }),
  ),
  match_expression(at, lower) {
    const body = at.at('body');
    return make('switch', at, { init: null, subject: lower.get(at, 'value'), cases: body ? lower.kids(body) : [] });
  },
  match_arm(at, lower) {
    const pattern = at.at('pattern');
    const value = at.at('value');
    const guard = pattern?.at('condition') ?? null;
    const tests = pattern ? lower.parts(pattern).filter((kid) => kid !== guard) : [];
    // `_` is a bare token.
    const wild = tests.length === 0 && guard === null;
    const all = tests.flatMap((kid) => (kid.type === 'or_pattern' ? lower.parts(kid) : [kid]));
    return make('case', at, {
      tests: wild ? [] : all.map((kid) => patternOf(kid, lower, at.start)),
      guard: guard && lower.node(guard),
      body: value ? armOf(value, lower) : [],
    });
  },
  return_expression: (at, lower) => make('return', at, { value: lower.kids(at)[0] ?? null }),
  break_expression(at, lower) {
    const label = at.child('label');
    const jump = make('break', at, { label: label && lower.text(label) });
    const [value] = lower.parts(at).filter((kid) => kid !== label);
    return value ? [...statement([lower.node(value)], value), jump] : jump;
  },
  continue_expression(at, lower) {
    const label = at.child('label');
    return make('continue', at, { label: label && lower.text(label) });
  },
};

const types: Table = {
  scoped_type_identifier: path,
  generic_type: applied,
  generic_type_with_turbofish: applied,
  bracketed_type: inner,
  type_arguments: (at, lower) => lower.list(at.kids.filter((kid) => kid.type !== 'lifetime')),
  reference_type: (at, lower) => make('unary', at, { op: '&', operand: lower.get(at, 'type'), postfix: false }),
  pointer_type: (at, lower) => make('unary', at, { op: '*', operand: lower.get(at, 'type'), postfix: false }),
  tuple_type: list('('),
  unit_type: list('('),
  trait_bounds: inner,
};

export const rust: Lowering = {
  table: { ...atoms, ...expressions, ...statements, ...patterns, ...types, ...items },
  skip: new Set(['line_comment', 'block_comment', 'shebang', 'visibility_modifier', 'lifetime', 'where_clause']),
  program: (root, lower) =>
    makeLazy('program', { start: 0, end: lower.source.length }, {}, declared(root, lower), ({ build }) =>
      build().flatMap((node) => statement([node], node)),
    ),
};

/** Kinds that stand as a statement; everything else is an expression. */
const ownStatements: ReadonlySet<Kind> = new Set<Kind>(
  'vardef if while for foreach return break continue switch label import class namespace block exprstmt error'.split(
    ' ',
  ) as Kind[],
);

/** What stands as a statement over `span`. */
function statement(nodes: readonly Node[], span: { start: number; end: number }): Node[] {
  return nodes.map((node) => {
    const stands = ownStatements.has(node.kind) || (node.kind === 'func' && !node.arrow) || node.kind === 'other';
    return stands ? node : make('exprstmt', span, { expr: node });
  });
}

/** The last expression of a block needs no `;`: it is a statement like the others. */
function blockOf(at: Syntax, lower: Lower): Node {
  const parts = declared(at, lower).filter(({ type }) => type !== 'label');
  return makeLazy('block', at, {}, parts, ({ build, start, end }) => statement(build(), { start, end }));
}

function armOf(value: Syntax, lower: Lower): Node[] {
  const node = lower.node(value);
  return node.kind === 'block' ? [node] : statement([node], node);
}

function over(op: string): Build {
  return (at, lower) =>
    make('unary', at, { op, operand: lower.node(at.child('block') ?? at.at('body'), at.end), postfix: false });
}

function labelled(build: (at: Syntax, lower: Lower) => Node): Build {
  return (at, lower) => {
    const label = at.child('label');
    const node = build(at, lower);
    return label ? make('label', at, { name: lower.text(label), body: node }) : node;
  };
}

function list(bracket: string): Build {
  return (at, lower) =>
    make('array', at, { bracket, elements: lower.list(at.kids.filter((kid) => kid.type !== 'attribute_item')) });
}

/** The text of the child under `field`, a token or a node; `''` when there is none. */
function textAt(at: Syntax, field: string, lower: Lower): string {
  const kid = at.at(field);
  return kid ? lower.text(kid) : '';
}

/** `a::b`; `::b` is `b`. */
function path(at: Syntax, lower: Lower): Node {
  const property = lower.get(at, 'name');
  const object = at.at('path');
  return object ? make('member', at, { object: lower.node(object), property, optional: false }) : property;
}

function applied(at: Syntax, lower: Lower): Node {
  return make('generic', at, { base: lower.get(at, 'type'), args: lower.kids(at, 'type_arguments') });
}

/** What stands between the quotes of `"a"`, `b"a"`, `r#"a"#`. */
function quoted(at: Syntax, lower: Lower): Node {
  const text = lower.text(at);
  const from = text.indexOf('"') + 1;
  const end = text.lastIndexOf('"');
  return make('string', at, { value: text.slice(from, end < from ? undefined : end) });
}

/** `a..b` and `a..=b` are `binary`; without one of the ends a range is a `slice`. */
function range(at: Syntax, lower: Lower): Node {
  const dots = at.kids.find((kid) => !kid.named);
  const parts = lower.parts(at);
  const from = parts.find((kid) => dots && kid.end <= dots.start);
  const to = parts.find((kid) => dots && kid.start >= dots.end);
  if (from && to) return make('binary', at, { op: dots!.type, left: lower.node(from), right: lower.node(to) });
  return make('slice', at, { lower: from ? lower.node(from) : null, upper: to ? lower.node(to) : null, step: null });
}
