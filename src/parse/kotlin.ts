/**
 * Kotlin to the generic tree, over the grammar tree-sitter-kotlin of tree-sitter-grammars: expressions and types. Statements
 * are in `kotlin-statements.ts`, declarations in `kotlin-declarations.ts`.
 *
 * - A lambda behind the parentheses of a call is its last argument. An annotation is a `call`, `@A` the same as `@A()`.
 * - `a to b` is a `binary` by the name of the function, `a ?: b` one of `?:`, `a is T` one of `is`; `a!!` is a `unary`.
 * - `A::class` is a `member`. `T?` is a `unary`.
 * - The grammar wants a line break or `;` before the `}` of a class, which code of one line has not (`brokenLines`); it takes
 *   `f<T>(a)` for a comparison, and `$x` in a string of one line for text: both are mended here.
 */
import type { Node, Shape } from '../model/tree.ts';
import { annotated, decorate } from './kotlin-annotations.ts';
import { declarations, dotted } from './kotlin-declarations.ts';
import { brokenLines } from './kotlin-lines.ts';
import { standing, statements } from './kotlin-statements.ts';
import { type Build, type Lower, type Lowering, make, makeLazy, type Table } from './lower.ts';
import { MAX_DEPTH, type Syntax } from './syntax.ts';

const inner: Build = (at, lower) => lower.kids(at);
const number: Build = (at, lower) => make('number', at, { value: lower.text(at) });

const atoms: Table = {
  identifier: word,
  this_expression: (at) => make('name', at, { name: 'this' }),
  super_expression: (at) => make('name', at, { name: 'super' }),
  number_literal: number,
  float_literal: number,
  string_literal: string,
  multiline_string_literal: string,
  interpolation: inner,
};

const expressions: Table = {
  parenthesized_expression: inner,
  annotated_expression: (at, lower) => lower.list(at.kids.filter((kid) => kid.type !== 'annotation')),
  qualified_identifier: dotted,
  navigation_expression(at, lower) {
    const [object, property] = lower.parts(at);
    const node = make('member', at, {
      object: lower.node(object, at.start),
      property: property ? lower.name(property) : lower.node(null, at.end),
      optional: at.has('?.'),
    });
    return operatorFirst(node, at);
  },
  index_expression(at, lower) {
    const [object, ...indices] = lower.parts(at);
    const node = make('index', at, { object: lower.node(object, at.start), indices: lower.list(indices) });
    return operatorFirst(node, at);
  },
  call_expression: (at, lower) => operatorFirst(call(at, lower), at),
  value_arguments: inner,
  value_argument(at, lower) {
    const [key, value] = lower.parts(at);
    if (!key) return [];
    return value && at.has('=') ? make('named', at, { name: lower.text(key), value: lower.node(value) }) : lower.node(key);
  },
  spread_expression: (at, lower) => make('spread', at, { op: '*', value: lower.first(at) }),
  assignment: (at, lower) =>
    make('exprstmt', at, {
      expr: make('assign', at, {
        op: textAt(at, 'operator', lower),
        target: lower.get(at, 'left'),
        value: lower.get(at, 'right'),
      }),
    }),
  binary_expression: (at, lower) => genericCall(at, lower) ?? binary(textAt(at, 'operator', lower), at, lower),
  as_expression: (at, lower) => make('cast', at, { type: lower.opt(at, 'right'), value: lower.get(at, 'left') }),
  is_expression: (at, lower) => binary(at.has('!is') ? '!is' : 'is', at, lower),
  in_expression: (at, lower) => binary(at.has('!in') ? '!in' : 'in', at, lower),
  range_expression(at, lower) {
    const [left, right] = lower.parts(at);
    const op = at.kids.find((kid) => !kid.named)?.type ?? '..';
    return make('binary', at, { op, left: lower.node(left, at.start), right: lower.node(right, at.end) });
  },
  infix_expression(at, lower) {
    const [left, op, right] = lower.parts(at);
    return make('binary', at, {
      op: op ? lower.text(op) : '',
      left: lower.node(left, at.start),
      right: lower.node(right, at.end),
    });
  },
  unary_expression(at, lower) {
    const op = at.at('operator');
    const operand = lower.get(at, 'argument');
    const postfix = op !== null && op !== at.kids[0];
    const node = make('unary', at, { op: op?.type ?? '', operand, postfix });
    return postfix ? operatorFirst(node, at) : node;
  },
  collection_literal: (at, lower) => make('array', at, { bracket: '[', elements: lower.kids(at) }),
  annotated_lambda: (at, lower) => lower.node(at.child('lambda_literal'), at.end),
};

const types: Table = {
  user_type: userType,
  nullable_type: (at, lower) => make('unary', at, { op: '?', operand: lower.first(at), postfix: true }),
  non_nullable_type: typeIn,
  parenthesized_type: typeIn,
  type_arguments: inner,
  type_projection: (at, lower) => lower.list(at.kids.filter((kid) => kid.type !== 'variance_modifier')),
};

export const kotlin: Lowering = {
  table: { ...atoms, ...expressions, ...types, ...statements, ...declarations },
  skip: new Set(['line_comment', 'block_comment', 'shebang', 'type_modifiers']),
  readable: brokenLines,
  program: (root, lower) =>
    makeLazy('program', { start: 0, end: lower.source.length }, {}, annotated(lower.parts(root)), (one) =>
      decorate(standing(one.part, lower), one, lower),
    ),
};

/** The grammar takes words that stand for a value or a jump for names. */
function word(at: Syntax, lower: Lower): Node {
  const text = lower.text(at);
  switch (text) {
    case 'true':
    case 'false':
      return make('bool', at, { value: text === 'true' });
    case 'null':
      return make('null', at, {});
    case 'break':
    case 'continue':
      return make(text, at, { label: null });
    default:
      return make('name', at, { name: text.startsWith('`') ? text.slice(1, -1) : text });
  }
}

/** `!a.b(c)` denies the call; the grammar has `!a` for what is called. */
function operatorFirst(node: Shape<'member'> | Shape<'index'> | Shape<'call'> | Shape<'unary'>, at: Syntax): Node {
  const inner = node.kind === 'call' ? node.callee : node.kind === 'unary' ? node.operand : node.object;
  if (inner.kind !== 'unary' || inner.postfix || at.kids[0]?.type === 'parenthesized_expression') return node;
  const { op, operand } = inner;
  if (node.kind === 'call') node.callee = operand;
  else if (node.kind === 'unary') node.operand = operand;
  else node.object = operand;
  operand.parent = node;
  node.start = operand.start;
  return make('unary', { start: inner.start, end: node.end }, { op, operand: operatorFirst(node, at), postfix: false });
}

/** The text of the child under `field`, a token or a node; `''` when there is none. */
function textAt(at: Syntax, field: string, lower: Lower): string {
  const kid = at.at(field);
  return kid ? lower.text(kid) : '';
}

function binary(op: string, at: Syntax, lower: Lower): Node {
  return make('binary', at, { op, left: lower.get(at, 'left'), right: lower.get(at, 'right') });
}

/** `f<T>(a)`, which the grammar reads as `(f < T) > (a)`; Kotlin has no comparison of comparisons. */
function genericCall(at: Syntax, lower: Lower): Node | null {
  const left = at.at('left');
  const right = at.at('right');
  if (textAt(at, 'operator', lower) !== '>' || left?.type !== 'binary_expression' || textAt(left, 'operator', lower) !== '<')
    return null;
  const type = left.at('right');
  if (!type || (right?.type !== 'parenthesized_expression' && right?.type !== 'lambda_literal')) return null;
  const called = make('call', at, {
    callee: lower.get(left, 'left'),
    typeArgs: [lower.node(type)],
    args: lower.list([right]),
    optional: false,
  });
  return operatorFirst(called, left);
}

/** `f(a) { b }` is one call with the lambda as last argument. */
function call(at: Syntax, lower: Lower): Shape<'call'> {
  const [first, ...rest] = lower.parts(at);
  const lambdas = rest.filter((kid) => kid.type === 'annotated_lambda');
  const within = first?.type === 'call_expression' && rest.length === lambdas.length ? lower.parts(first) : [];
  const merged = within.length > 0 && !within.some((kid) => kid.type === 'annotated_lambda');
  const callee = merged ? within[0] : first;
  const others = merged ? [...within.slice(1), ...lambdas] : rest;
  return make('call', at, {
    callee: lower.node(callee, at.start),
    typeArgs: lower.list(others.filter((kid) => kid.type === 'type_arguments')),
    args: lower.list(others.filter((kid) => kid.type !== 'type_arguments')),
    optional: false,
  });
}

/** `a.B<C>`. */
function userType(at: Syntax, lower: Lower): Node {
  let node: Node | null = null;
  const parts = lower.parts(at);
  if (parts.length > MAX_DEPTH) return lower.other(at);
  for (const kid of parts) {
    if (kid.type === 'type_arguments') {
      const base: Node = node ?? lower.node(null, at.start);
      node = make('generic', { start: base.start, end: kid.end }, { base, args: lower.kids(kid) });
    } else if (node === null) node = lower.node(kid);
    else node = make('member', { start: node.start, end: kid.end }, { object: node, property: lower.node(kid), optional: false });
  }
  return node ?? lower.other(at);
}

function typeIn(at: Syntax, lower: Lower): Node {
  return lower.first(at);
}

/** What stands between the quotes; with `$x` or `${…}` a template. */
function string(at: Syntax, lower: Lower): Node {
  const text = lower.text(at);
  const width = text.startsWith('"""') ? 3 : 1;
  const closed = text.length >= 2 * width && text.endsWith('"'.repeat(width));
  const end = closed ? at.end - width : at.end;
  let from = Math.min(at.start + width, end);
  const parts: Node[] = [];
  const literal = (to: number): void => {
    if (to > from) parts.push(make('string', { start: from, end: to }, { value: lower.source.slice(from, to) }));
    from = Math.max(from, to);
  };
  const plain = (to: number): void => {
    const start = from;
    for (const found of lower.source.slice(start, to).matchAll(/(?<!\\)\$([A-Za-z_]\w*)/g)) {
      const at = start + found.index;
      literal(at);
      parts.push(make('name', { start: at + 1, end: at + found[0].length }, { name: found[1]! }));
      from = at + found[0].length;
    }
    literal(to);
  };
  for (const hole of at.kids.filter((kid) => kid.type === 'interpolation')) {
    plain(hole.start);
    parts.push(...lower.kids(hole));
    from = hole.end;
  }
  plain(end);
  const [only] = parts;
  if (parts.length === 0 || (parts.length === 1 && only?.kind === 'string' && only.end - only.start === end - at.start - width))
    return make('string', at, { value: lower.source.slice(Math.min(at.start + width, end), end) });
  return make('template', at, { parts });
}
