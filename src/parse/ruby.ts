/**
 * Ruby to the generic tree, over the grammar tree-sitter-ruby: names, calls and operators. Strings are in
 * `ruby-strings.ts`, statements and definitions in `ruby-statements.ts`, pattern matching in `ruby-match.ts`.
 *
 * A call with a block is a call of the call without it: `f(a) { b }` is `f(a)` called with a function, which has the
 * modifier `->` where it is written so. A method without
 * arguments or parentheses is a `member` where it has a receiver, and a `name` where it has none; only a name that is a
 * whole statement is a call. `a: 1` and `:a => 1` are `named` among arguments and a `pair` with a `symbol` in a hash.
 * `and`, `or` and `not` are `&&`, `||` and `!`; `unless` and `until` have a `!` around the test; `...` is `..`.
 * Backticks are a call of the name `` ` ``. `A::B` is a member, `::A` the name A.
 */
import type { Node, Shape } from '../model/tree.ts';
import { type Build, type Lower, type Lowering, make, type Table } from './lower.ts';
import { matching } from './ruby-match.ts';
import { parameters, parametersIn } from './ruby-parameters.ts';
import { argument, blockOf, listOf, statements } from './ruby-statements.ts';
import { strings } from './ruby-strings.ts';
import type { Syntax } from './syntax.ts';

const name: Build = (at, lower) => lower.name(at);
const number: Build = (at, lower) => make('number', at, { value: lower.text(at) });
const spread =
  (op: string): Build =>
  (at, lower) =>
    make('spread', at, { op, value: lower.kids(at)[0] ?? make('other', at, { type: at.type, text: '', kids: [] }) });
const array =
  (bracket: string): Build =>
  (at, lower) =>
    make('array', at, { bracket, elements: lower.kids(at) });

const operators: Readonly<Record<string, string>> = { and: '&&', or: '||', not: '!' };
const operator = (at: Syntax, lower: Lower): string => {
  const token = at.at('operator');
  const op = token ? lower.text(token) : '';
  return operators[op] ?? op;
};

// ---- calls

function call(at: Syntax, lower: Lower): Node {
  const block = at.at('block');
  if (!block) return called(at, at.end, lower);
  const end = Math.max(at.at('arguments')?.end ?? 0, at.at('method')?.end ?? 0, at.at('operator')?.end ?? 0, at.start);
  const inner = called(at, end, lower);
  const callee = inner.kind === 'call' ? inner : make('call', inner, { callee: inner, typeArgs: [], args: [], optional: false });
  return make('call', at, { callee, typeArgs: [], args: lower.list([block]), optional: false });
}

/** The call without its block, which ends at `end`. */
function called(at: Syntax, end: number, lower: Lower): Node {
  const list = at.at('arguments');
  const callee = calleeOf(at, lower);
  if (!list) return callee;
  return make('call', { start: at.start, end }, { callee, typeArgs: [], args: args(list, lower), optional: false });
}

function calleeOf(at: Syntax, lower: Lower): Node {
  const method = at.at('method');
  const receiver = at.at('receiver');
  if (!receiver) return method ? lower.node(method) : lower.get(at, 'method');
  // `f.(x)` calls f.
  if (!method) return lower.node(receiver);
  const optional = at.at('operator')?.type === '&.';
  return make(
    'member',
    { start: at.start, end: method.end },
    { object: lower.node(receiver), property: lower.name(method), optional },
  );
}

/** A symbol key makes a named argument; anything else stays a pair. */
function args(at: Syntax, lower: Lower): Node[] {
  return lower.parts(at).flatMap((kid) => {
    const key = kid.type === 'pair' ? kid.at('key') : null;
    const symbol =
      key?.type === 'hash_key_symbol' ? lower.text(key) : key?.type === 'simple_symbol' ? lower.text(key).slice(1) : null;
    if (key === null || symbol === null) return lower.list([kid]);
    const value = kid.at('value');
    return [make('named', kid, { name: symbol, value: value ? lower.node(value) : lower.name(key) })];
  });
}

const element: Build = (at, lower) => {
  const object = at.at('object');
  const indices = lower.list(at.kids.filter((kid) => kid !== object && kid.field !== 'block'));
  const index = make('index', at, { object: lower.node(object, at.start), indices });
  const block = at.at('block');
  return block ? make('call', at, { callee: index, typeArgs: [], args: lower.list([block]), optional: false }) : index;
};

const pair: Build = (at, lower) => {
  const key = at.at('key');
  const value = at.at('value');
  // `{x:}` is `{x: x}`.
  return make('pair', at, { key: lower.get(at, 'key'), value: value || !key ? lower.get(at, 'value') : lower.name(key) });
};

// ---- functions

function lambda(at: Syntax, params: Syntax | null, body: Syntax | null, modifiers: string[], lower: Lower): Shape<'func'> {
  return make('func', at, {
    name: null,
    params: parametersIn(params, lower),
    body: blockOf(body, lower, at.end),
    returns: null,
    typeParams: [],
    decorators: [],
    modifiers,
    arrow: true,
    receiver: null,
  });
}

const blockFunction: Build = (at, lower) => lambda(at, at.at('parameters'), at.at('body'), [], lower);

/** Parentheses leave no trace; several statements in there are a sequence. */
const parenthesized: Build = (at, lower) => {
  const nodes = lower.kids(at);
  const [only] = nodes;
  return only && nodes.length === 1 ? only : make('sequence', at, { exprs: nodes });
};

const table: Table = {
  // ---- atoms
  identifier: name,
  constant: name,
  instance_variable: name,
  class_variable: name,
  global_variable: name,
  self: name,
  super: name,
  file: name,
  line: name,
  encoding: name,
  operator: name,
  setter: name,
  nil: (at) => make('null', at, {}),
  true: (at) => make('bool', at, { value: true }),
  false: (at) => make('bool', at, { value: false }),
  integer: number,
  float: number,
  rational: number,
  complex: number,

  // ---- expressions
  call,
  argument_list: args,
  splat_argument: spread('*'),
  hash_splat_argument: spread('**'),
  block_argument: spread('&'),
  forward_argument: spread('...'),
  element_reference: element,
  scope_resolution: (at, lower) => {
    const scope = at.at('scope');
    const property = lower.get(at, 'name');
    if (scope) return make('member', at, { object: lower.node(scope), property, optional: false });
    return property.kind === 'name' ? make('name', at, { name: property.name, absolute: true }) : property;
  },
  unary: (at, lower) => make('unary', at, { op: operator(at, lower), operand: lower.get(at, 'operand'), postfix: false }),
  binary: (at, lower) =>
    make('binary', at, { op: operator(at, lower), left: lower.get(at, 'left'), right: lower.get(at, 'right') }),
  range: (at, lower) =>
    make('binary', at, {
      op: '..',
      left: lower.opt(at, 'begin') ?? make('null', { start: at.start, end: at.start }, {}),
      right: lower.opt(at, 'end') ?? make('null', { start: at.end, end: at.end }, {}),
    }),
  conditional: (at, lower) =>
    make('ternary', at, {
      test: lower.get(at, 'condition'),
      then: lower.get(at, 'consequence'),
      else: lower.get(at, 'alternative'),
    }),
  parenthesized_statements: parenthesized,
  array: array('['),
  hash: (at, lower) => make('object', at, { props: lower.kids(at) }),
  pair,
  yield: (at, lower) => make('yield', at, { value: argument(at, lower), delegate: false }),

  // ---- assignments
  assignment: (at, lower) => make('assign', at, { op: '=', target: lower.get(at, 'left'), value: lower.get(at, 'right') }),
  operator_assignment: (at, lower) =>
    make('assign', at, { op: operator(at, lower), target: lower.get(at, 'left'), value: lower.get(at, 'right') }),
  left_assignment_list: array('('),
  destructured_left_assignment: array('('),
  rest_assignment: spread('*'),
  right_assignment_list: array('('),

  // ---- functions
  lambda: (at, lower) => lambda(at, at.at('parameters'), at.at('body')?.at('body') ?? null, ['->'], lower),
  block: blockFunction,
  do_block: blockFunction,

  ...parameters,
  ...strings,
  ...statements,
  ...matching,
};

export const ruby: Lowering = {
  table,
  skip: new Set(['comment', 'heredoc_body', 'uninterpreted']),
  program: (root, lower) => listOf('program', { start: 0, end: lower.source.length }, {}, root.kids, lower),
};
