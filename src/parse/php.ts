/**
 * PHP to the generic tree, over the grammar tree-sitter-php: names and expressions. Strings are in `php-strings.ts`,
 * statements in `php-statements.ts`, declarations in `php-declarations.ts`.
 *
 * A variable, `$this` too, is a `name` with its `$`, so that it is not taken for a constant or a function. A field is a
 * member without `$`, a static one with it; their declarations have it. `->` and `::` are members, `A\B` is one, too. `echo`, `print`,
 * `include`, `exit` and `unset` are calls of the word, `die` is `exit`; backticks are a call of the name `` ` ``. An array is an `array` whose
 * elements with a key are `pair`s. `a ?? b` and `a ?: b` are a `ternary`. `and` and `or` are `&&` and `||`, `<>` is `!=`. HTML around the code leaves no trace.
 */
import type { Node } from '../model/tree.ts';
import { type Build, type Lower, type Lowering, make, type Table } from './lower.ts';
import { declarations } from './php-declarations.ts';
import { flat, statements, wordCall } from './php-statements.ts';
import { strings } from './php-strings.ts';
import type { Syntax } from './syntax.ts';

const name: Build = (at, lower) => lower.name(at);
const inner: Build = (at, lower) => lower.kids(at);
const number: Build = (at, lower) => make('number', at, { value: lower.text(at) });
const unary =
  (op: string): Build =>
  (at, lower) =>
    make('unary', at, { op, operand: lower.first(at), postfix: false });

const operators: Readonly<Record<string, string>> = { and: '&&', or: '||', '<>': '!=' };
const operator = (at: Syntax, lower: Lower): string => {
  const token = at.at('operator');
  const op = token ? lower.text(token).toLowerCase() : '';
  return operators[op] ?? op;
};

// ---- members and calls

const member: Build = (at, lower) => memberOf(at, at.at('object') ?? at.at('scope'), at.at('name'), at.has('?->'), lower);

function memberOf(
  at: { start: number; end: number },
  object: Syntax | null,
  property: Syntax | null,
  optional: boolean,
  lower: Lower,
): Node {
  return make('member', at, { object: lower.node(object, at.start), property: lower.node(property, at.end), optional });
}

const constant: Build = (at, lower) => {
  const [object, property] = lower.parts(at);
  return memberOf(at, object ?? null, property ?? null, false, lower);
};

const call: Build = (at, lower) => {
  const args = at.at('arguments');
  const method = at.at('name');
  const object = at.at('object') ?? at.at('scope');
  const end = Math.max(method?.end ?? 0, object?.end ?? 0, Math.min(args?.start ?? at.end, at.end));
  const word = at.at('function');
  const callee =
    word === null
      ? memberOf({ start: at.start, end: method ? method.end : end }, object, method, at.has('?->'), lower)
      : word.type === 'name' && lower.text(word).toLowerCase() === 'die'
        ? make('name', word, { name: 'exit' })
        : lower.node(word);
  return make('call', at, { callee, typeArgs: [], args: args ? lower.kids(args) : [], optional: false });
};

const argument: Build = (at, lower) => {
  const label = at.at('name');
  const mark = at.at('reference_modifier');
  const [value = lower.node(null, at.end)] = lower.list(at.kids.filter((kid) => kid !== label && kid !== mark));
  const passed = mark ? make('unary', at, { op: '&', operand: value, postfix: false }) : value;
  return label ? make('named', at, { name: lower.text(label), value: passed }) : passed;
};

const creation: Build = (at, lower) => {
  const anonymous = at.child('anonymous_class');
  const args = (anonymous ?? at).child('arguments');
  const list = args ? lower.kids(args) : [];
  if (!anonymous) {
    const [callee] = lower.list(at.kids.filter((kid) => kid !== args));
    return make('new', at, { callee: callee ?? lower.node(null, at.end), typeArgs: [], args: list, body: null });
  }
  const body = lower.node(anonymous);
  const word = anonymous.child('class') ?? anonymous;
  return make('new', at, { callee: make('name', word, { name: 'class' }), typeArgs: [], args: list, body });
};

/** `include x`, `print x`: a call of the word. */
const word: Build = (at, lower) => {
  const [first] = at.kids;
  const text = first ? lower.text(first).toLowerCase() : '';
  return wordCall(at, first ?? at, text, flat(lower.kids(at)));
};

/** `a ?? b` and `a ?: b` are `a ? a : b`; where `a` is one of them itself, a `binary`: each would double the tree. */
function fallback(at: Syntax, value: Syntax | null, otherwise: Syntax | null, lower: Lower): Node {
  const test = lower.node(value, at.start);
  const other = lower.node(otherwise, at.end);
  if (test.kind === 'ternary' || test.kind === 'binary') return make('binary', at, { op: '??', left: test, right: other });
  return make('ternary', at, { test, then: lower.node(value, at.start), else: other });
}

// ---- arrays

/** Elements in order; a hole (`list(, $b)`) stays as an `other` of type `elision`, so that positions count. */
const elements: Build = (at, lower) => {
  const out: Node[] = [];
  let kids: Syntax[] = [];
  const close = (end: number, forced: boolean) => {
    const arrow = kids.findIndex((kid) => kid.type === '=>');
    const nodes = lower.list(kids);
    const [first, second] = nodes;
    if (first && second && arrow >= 0)
      out.push(make('pair', { start: first.start, end: second.end }, { key: first, value: second }));
    else if (nodes.length > 0) out.push(...nodes);
    else if (forced) out.push(make('other', { start: end, end }, { type: 'elision', text: '', kids: [] }));
    kids = [];
  };
  for (const kid of at.kids) {
    if (kid.type === ',') close(kid.start, true);
    else if (kid.named || kid.type === '=>') kids.push(kid);
  }
  close(at.end, false);
  // `list(…)` is not `[…]`.
  return make('array', at, { bracket: at.has('list') ? '(' : '[', elements: out });
};

/** `k => v` */
const pair: Build = (at, lower) => {
  const nodes = lower.kids(at);
  const [key, value] = nodes;
  return key && value && at.has('=>') ? make('pair', at, { key, value }) : nodes;
};

const quotes: ReadonlySet<string> = new Set(['encapsed_string', 'heredoc_body', 'shell_command_expression']);

/** In a string, `$a[b]` means the key 'b'. */
const subscript: Build = (at, lower) => {
  const [object, index] = lower.parts(at);
  const bare = index?.type === 'name' && at.parent !== null && quotes.has(at.parent.type);
  const key = index && (bare ? make('string', index, { value: lower.text(index) }) : lower.node(index));
  return make('index', at, { object: lower.node(object, at.start), indices: key ? [key] : [] });
};

const table: Table = {
  // ---- atoms
  name,
  variable_name: name,
  // `${a}` in a string is `$a`; `$$a` is the variable of that name.
  dynamic_variable_name: (at, lower) => {
    const [only] = lower.parts(at);
    if (only?.type === 'name') return make('name', at, { name: `$${lower.text(only)}` });
    return make('unary', at, { op: '$', operand: lower.node(only, at.end), postfix: false });
  },
  relative_scope: name,
  boolean: (at, lower) => make('bool', at, { value: lower.text(at).toLowerCase() === 'true' }),
  null: (at) => make('null', at, {}),
  integer: number,
  float: number,

  // ---- expressions
  parenthesized_expression: inner,
  sequence_expression: (at, lower) => make('sequence', at, { exprs: flat(lower.kids(at)) }),
  member_access_expression: member,
  nullsafe_member_access_expression: member,
  scoped_property_access_expression: member,
  class_constant_access_expression: constant,
  function_call_expression: call,
  member_call_expression: call,
  nullsafe_member_call_expression: call,
  scoped_call_expression: call,
  arguments: inner,
  argument,
  variadic_unpacking: (at, lower) => make('spread', at, { op: '...', value: lower.first(at) }),
  variadic_placeholder: (at) =>
    make('spread', at, { op: '...', value: make('other', at, { type: 'variadic_placeholder', text: '', kids: [] }) }),
  object_creation_expression: creation,
  print_intrinsic: word,
  include_expression: word,
  include_once_expression: word,
  require_expression: word,
  require_once_expression: word,
  clone_expression: unary('clone'),
  error_suppression_expression: unary('@'),
  by_ref: unary('&'),
  unary_op_expression: (at, lower) => {
    const token = at.at('operator') ?? at.kids[0];
    return make('unary', at, {
      op: token ? lower.text(token) : '',
      operand: lower.kids(at)[0] ?? lower.first(at),
      postfix: false,
    });
  },
  update_expression: (at, lower) =>
    make('unary', at, { op: operator(at, lower), operand: lower.get(at, 'argument'), postfix: at.kids[0]?.field === 'argument' }),
  binary_expression: (at, lower) => {
    const op = operator(at, lower);
    if (op === '??') return fallback(at, at.at('left'), at.at('right'), lower);
    return make('binary', at, { op, left: lower.get(at, 'left'), right: lower.get(at, 'right') });
  },
  conditional_expression: (at, lower) => {
    const test = at.at('condition');
    const otherwise = at.at('alternative');
    const then = lower.opt(at, 'body');
    if (!then) return fallback(at, test, otherwise, lower);
    return make('ternary', at, { test: lower.node(test, at.start), then, else: lower.node(otherwise, at.end) });
  },
  cast_expression: (at, lower) => make('cast', at, { type: lower.opt(at, 'type'), value: lower.get(at, 'value') }),
  cast_type: (at, lower) => make('name', at, { name: lower.text(at).toLowerCase() }),
  assignment_expression: (at, lower) =>
    make('assign', at, { op: '=', target: lower.get(at, 'left'), value: lower.get(at, 'right') }),
  reference_assignment_expression: (at, lower) => {
    const value = lower.get(at, 'right');
    const reference = make('unary', value, { op: '&', operand: value, postfix: false });
    return make('assign', at, { op: '=', target: lower.get(at, 'left'), value: reference });
  },
  augmented_assignment_expression: (at, lower) =>
    make('assign', at, { op: operator(at, lower), target: lower.get(at, 'left'), value: lower.get(at, 'right') }),
  yield_expression: (at, lower) => make('yield', at, { value: lower.kids(at)[0] ?? null, delegate: at.has('yield from') }),
  array_creation_expression: (at, lower) => make('array', at, { bracket: '[', elements: lower.kids(at) }),
  array_element_initializer: pair,
  pair,
  list_literal: elements,
  subscript_expression: subscript,

  ...strings,
  ...statements,
  ...declarations,
};

export const php: Lowering = {
  table,
  skip: new Set(['comment', 'text', 'text_interpolation', 'php_tag', 'php_end_tag']),
};
