/**
 * Java to the generic tree, over the grammar tree-sitter-java: expressions and types. Statements are in
 * `java-statements.ts`, declarations in `java-declarations.ts`.
 *
 * An annotation is a `call`, `@A` the same as `@A()`. A character is not a string: it stays an `other`. A name that
 * `instanceof` binds is assigned on the left: `o instanceof T t` is `(T t := o) instanceof T`. `static { }` is a `label`.
 */
import type { Node } from '../model/tree.ts';
import { declarations, dimensioned } from './java-declarations.ts';
import { statements } from './java-statements.ts';
import { type Build, type Lower, type Lowering, make, type Table } from './lower.ts';
import type { Syntax } from './syntax.ts';

const name: Build = (at, lower) => lower.name(at);
const inner: Build = (at, lower) => lower.kids(at);
const number: Build = (at, lower) => make('number', at, { value: lower.text(at) });
const bool =
  (value: boolean): Build =>
  (at) =>
    make('bool', at, { value });
const array: Build = (at, lower) => make('array', at, { bracket: '{', elements: lower.kids(at) });

const atoms: Table = {
  identifier: name,
  type_identifier: name,
  this: name,
  super: name,
  underscore_pattern: name,
  asterisk: name,
  integral_type: name,
  floating_point_type: name,
  boolean_type: name,
  void_type: name,
  decimal_integer_literal: number,
  hex_integer_literal: number,
  octal_integer_literal: number,
  binary_integer_literal: number,
  decimal_floating_point_literal: number,
  hex_floating_point_literal: number,
  true: bool(true),
  false: bool(false),
  null_literal: (at) => make('null', at, {}),
  string_literal: string,
  string_interpolation: inner,
};

const expressions: Table = {
  parenthesized_expression: inner,
  scoped_identifier: (at, lower) =>
    make('member', at, { object: lower.get(at, 'scope'), property: lower.get(at, 'name'), optional: false }),
  field_access: (at, lower) =>
    make('member', at, { object: objectOf(at, lower), property: lower.get(at, 'field'), optional: false }),
  class_literal(at, lower) {
    const word = at.child('class');
    return word ? make('member', at, { object: lower.first(at), property: lower.name(word), optional: false }) : lower.other(at);
  },
  array_access: (at, lower) => make('index', at, { object: lower.get(at, 'array'), indices: [lower.get(at, 'index')] }),
  method_invocation(at, lower) {
    const property = lower.get(at, 'name');
    const callee: Node = at.at('object')
      ? make('member', { start: at.start, end: property.end }, { object: objectOf(at, lower), property, optional: false })
      : property;
    const typeArgs = lower.kids(at, 'type_arguments');
    return make('call', at, { callee, typeArgs, args: lower.kids(at, 'arguments'), optional: false });
  },
  // `this(…)`, `outer.super(…)`
  explicit_constructor_invocation(at, lower) {
    const word = lower.get(at, 'constructor');
    const object = lower.opt(at, 'object');
    const callee = object
      ? make('member', { start: object.start, end: word.end }, { object, property: word, optional: false })
      : word;
    const args = at.at('arguments');
    const span = { start: at.start, end: args?.end ?? at.end };
    const typeArgs = lower.kids(at, 'type_arguments');
    return make('exprstmt', at, {
      expr: make('call', span, { callee, typeArgs, args: args ? lower.kids(args) : [], optional: false }),
    });
  },
  argument_list: inner,
  // `STR."…"` is called with the string, as a tagged template is.
  template_expression: (at, lower) =>
    make('call', at, {
      callee: lower.get(at, 'template_processor'),
      typeArgs: [],
      args: [lower.get(at, 'template_argument')],
      optional: false,
    }),
  method_reference(at, lower) {
    const word = at.child('new');
    return make('other', at, { type: at.type, text: '', kids: [...lower.kids(at), ...(word ? [lower.name(word)] : [])] });
  },
  object_creation_expression: creation,
  // The sizes, or the elements as one `array`, are the arguments: `new T[n]`, `new T[] { a, b }`.
  array_creation_expression(at, lower) {
    const dimensions = at.all('dimensions');
    const callee = dimensions.reduce(dimensioned, lower.get(at, 'type'));
    const sizes = lower.list(dimensions.filter((part) => part.type === 'dimensions_expr'));
    return make('new', at, { callee, typeArgs: [], args: [...sizes, ...lower.kids(at, 'value')], body: null });
  },
  dimensions_expr: (at, lower) => lower.list(at.kids.filter((kid) => !isAnnotation(kid))),
  array_initializer: array,

  assignment_expression: (at, lower) =>
    make('assign', at, { op: textAt(at, 'operator', lower), target: lower.get(at, 'left'), value: lower.get(at, 'right') }),
  binary_expression: (at, lower) =>
    make('binary', at, { op: textAt(at, 'operator', lower), left: lower.get(at, 'left'), right: lower.get(at, 'right') }),
  instanceof_expression(at, lower) {
    const target = at.at('name');
    const type = at.at('right');
    const left = lower.get(at, 'left');
    if (!target || !type)
      return make('binary', at, { op: 'instanceof', left, right: lower.node(type ?? at.at('pattern'), at.end) });
    const variable = {
      keyword: '',
      target: lower.node(target),
      type: lower.node(type),
      value: null,
      decorators: [],
      modifiers: [],
    };
    const span = { start: type.start, end: target.end };
    const bound = make(
      'assign',
      { start: left.start, end: target.end },
      { op: ':=', target: make('vardef', span, variable), value: left },
    );
    return make('binary', at, { op: 'instanceof', left: bound, right: lower.node(type) });
  },
  unary_expression: (at, lower) =>
    make('unary', at, { op: textAt(at, 'operator', lower), operand: lower.get(at, 'operand'), postfix: false }),
  update_expression(at, lower) {
    const op = at.child('++') ?? at.child('--');
    return make('unary', at, { op: op?.type ?? '', operand: lower.first(at), postfix: op !== null && op !== at.kids[0] });
  },
  ternary_expression: (at, lower) =>
    make('ternary', at, {
      test: lower.get(at, 'condition'),
      then: lower.get(at, 'consequence'),
      else: lower.get(at, 'alternative'),
    }),
  cast_expression(at, lower) {
    const [first, ...rest] = lower.kids(at, 'type');
    const all = (left: Node, right: Node): Node =>
      make('binary', { start: left.start, end: right.end }, { op: '&', left, right });
    return make('cast', at, { type: first ? rest.reduce(all, first) : null, value: lower.get(at, 'value') });
  },
  lambda_expression: (at, lower) =>
    make('func', at, {
      name: null,
      params: lambdaParameters(at.at('parameters'), lower),
      body: lower.get(at, 'body'),
      returns: null,
      typeParams: [],
      decorators: [],
      modifiers: [],
      arrow: true,
      receiver: null,
    }),

  // A pattern that takes a record apart: its type, then its components.
  pattern: inner,
  record_pattern_body: inner,
  type_pattern: component,
  record_pattern_component: component,
};

const types: Table = {
  scoped_type_identifier(at, lower) {
    const [object, property] = typesIn(at, lower);
    return object && property ? make('member', at, { object, property, optional: false }) : (object ?? lower.other(at));
  },
  generic_type(at, lower) {
    const [base, args] = lower.parts(at);
    return make('generic', at, { base: lower.node(base, at.end), args: args ? lower.kids(args) : [] });
  },
  // `T[]` is `Array<T>`
  array_type: (at, lower) => dimensioned(lower.get(at, 'element'), at.at('dimensions')),
  annotated_type: typesIn,
  type_arguments: inner,
  type_list: inner,
  type_bound: inner,
  catch_type: inner,
};

export const java: Lowering = {
  table: { ...atoms, ...expressions, ...types, ...statements, ...declarations },
  skip: new Set(['line_comment', 'block_comment']),
};

/** The text of the child under `field`, a token or a node; `''` when there is none. */
function textAt(at: Syntax, field: string, lower: Lower): string {
  const kid = at.at(field);
  return kid ? lower.text(kid) : '';
}

const isAnnotation = (at: Syntax): boolean => at.type === 'annotation' || at.type === 'marker_annotation';

/** The types below `at`; annotations between them say nothing about the value. */
function typesIn(at: Syntax, lower: Lower): Node[] {
  return lower.list(at.kids.filter((kid) => !isAnnotation(kid)));
}

/** What stands between the quotes of a string or a text block; with `\{…}` a template. */
function string(at: Syntax, lower: Lower): Node {
  const text = lower.text(at);
  const width = text.startsWith('"""') ? 3 : 1;
  const closed = text.length >= 2 * width && text.endsWith('"'.repeat(width));
  const end = closed ? at.end - width : at.end;
  let from = Math.min(at.start + width, end);
  const holes = at.kids.filter((kid) => kid.type === 'string_interpolation');
  if (holes.length === 0) return make('string', at, { value: lower.source.slice(from, end) });
  const parts: Node[] = [];
  const literal = (to: number) => {
    if (to > from) parts.push(make('string', { start: from, end: to }, { value: lower.source.slice(from, to) }));
  };
  for (const hole of holes) {
    literal(hole.start);
    parts.push(...lower.kids(hole));
    from = hole.end;
  }
  literal(end);
  return make('template', at, { parts });
}

/** The object of a call or of a field; `A.super.f()` names the super class of an outer object. */
function objectOf(at: Syntax, lower: Lower): Node {
  const object = lower.get(at, 'object');
  const word = at.kids.find((kid) => kid.type === 'super' && kid.field !== 'object');
  return word
    ? make('member', { start: object.start, end: word.end }, { object, property: lower.name(word), optional: false })
    : object;
}

/** `new T(…) { … }`, `outer.new Inner(…)`; the body is a nameless `class`. */
function creation(at: Syntax, lower: Lower): Node {
  const type = at.at('type');
  const [base, applied] = type?.type === 'generic_type' ? lower.parts(type) : [type];
  const outer = at.kids[0]?.named && at.kids[0].field === null && !isAnnotation(at.kids[0]) ? at.kids[0] : null;
  const made = lower.node(base, at.end);
  const callee: Node = outer
    ? make('member', { start: outer.start, end: made.end }, { object: lower.node(outer), property: made, optional: false })
    : made;
  const body = at.child('class_body');
  const typeArgs = applied ? lower.kids(applied) : lower.kids(at, 'type_arguments');
  const nameless = { keyword: 'class', name: null, typeParams: [], supers: [], decorators: [], modifiers: [] };
  return make('new', at, {
    callee,
    typeArgs,
    args: lower.kids(at, 'arguments'),
    body: body && lower.lazy('class', body, nameless, body),
    ...(applied && typeArgs.length === 0 ? { diamond: true } : null),
  });
}

function lambdaParameters(at: Syntax | null, lower: Lower): Node[] {
  if (!at) return [];
  if (at.type === 'formal_parameters') return lower.kids(at);
  return (at.type === 'inferred_parameters' ? lower.parts(at) : [at]).map((part) =>
    make('param', part, { target: lower.node(part), type: null, default: null, variadic: '', decorators: [], modifiers: [] }),
  );
}

/** `T x` in a pattern declares `x`. */
function component(at: Syntax, lower: Lower): Node | Node[] {
  const [type, target] = lower.kids(at);
  if (!type || !target) return type ?? lower.other(at);
  return make('vardef', at, { keyword: '', target, type, value: null, decorators: [], modifiers: [] });
}
