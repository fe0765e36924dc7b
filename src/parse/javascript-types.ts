/** TypeScript's types. Those with the shape of an expression have its node: `A | B` is a `binary`, `a.B` a `member`. */
import type { Node } from '../model/tree.ts';
import { type Build, type Lower, make, type Table } from './lower.ts';
import type { Syntax } from './syntax.ts';

const name: Build = (at, lower) => lower.name(at);
const inner: Build = (at, lower) => lower.kids(at);
const unary =
  (op: string, postfix = false): Build =>
  (at, lower) =>
    make('unary', at, { op, operand: lower.first(at), postfix });

export const types: Table = {
  type_annotation: inner,
  type_predicate_annotation: inner,
  asserts_annotation: inner,
  adding_type_annotation: inner,
  omitting_type_annotation: inner,
  opting_type_annotation: inner,
  type_arguments: inner,
  constraint: inner,
  default_type: inner,
  parenthesized_type: inner,
  literal_type: inner,

  predefined_type: name,
  this_type: name,
  existential_type: name,
  nested_type_identifier: (at, lower) =>
    make('member', at, { object: lower.get(at, 'module'), property: lower.get(at, 'name'), optional: false }),
  generic_type: (at, lower) => make('generic', at, { base: lower.get(at, 'name'), args: lower.kids(at, 'type_arguments') }),
  array_type: (at, lower) => make('index', at, { object: lower.first(at), indices: [] }),
  tuple_type: (at, lower) => make('array', at, { bracket: '[', elements: lower.kids(at) }),
  rest_type: (at, lower) => make('spread', at, { op: '...', value: lower.first(at) }),
  union_type: operation('|'),
  intersection_type: operation('&'),
  lookup_type(at, lower) {
    const [object, index] = lower.parts(at);
    return object && index ? make('index', at, { object: lower.node(object), indices: [lower.node(index)] }) : lower.other(at);
  },
  index_type_query: unary('keyof'),
  type_query: unary('typeof'),
  // `readonly T[]` is no other type.
  readonly_type: (at, lower) => lower.first(at),
  optional_type: unary('?', true),
  flow_maybe_type: unary('?'),
  asserts: unary('asserts'),
  type_predicate: (at, lower) => make('binary', at, { op: 'is', left: lower.get(at, 'name'), right: lower.get(at, 'type') }),
  infer_type(at, lower) {
    const [variable, bound] = lower.kids(at);
    if (!variable) return lower.other(at);
    const operand = bound ? extending(at, variable, bound) : variable;
    return make('unary', at, { op: 'infer', operand, postfix: false });
  },
  conditional_type: (at, lower) =>
    make('ternary', at, {
      test: extending(at, lower.get(at, 'left'), lower.get(at, 'right')),
      then: lower.get(at, 'consequence'),
      else: lower.get(at, 'alternative'),
    }),
};

const extending = (at: Syntax, left: Node, right: Node): Node =>
  make('binary', { start: Math.min(left.start, at.end), end: Math.max(left.end, right.end) }, { op: 'extends', left, right });

/** `A | B`; a leading `|` before a lone type leaves no node. */
function operation(op: string): Build {
  return (at: Syntax, lower: Lower) => {
    const operands = lower.kids(at);
    const [left, right] = operands;
    return left && right && operands.length === 2 ? make('binary', at, { op, left, right }) : operands;
  };
}
