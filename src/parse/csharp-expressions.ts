/** C#: literals, calls, object creation, operators, lambdas, queries. */
import type { Node, Shape } from '../model/tree.ts';
import { lambda } from './csharp-declarations.ts';
import { arrayOf, memberOf, operands } from './csharp-pattern.ts';
import { type Build, type Lower, make, type Table } from './lower.ts';
import type { Syntax } from './syntax.ts';

type Span = { start: number; end: number };

const inner: Build = (at, lower) => operands(at, lower);
const first = (at: Syntax, lower: Lower): Node => operands(at, lower)[0] ?? lower.first(at);
const number: Build = (at, lower) => make('number', at, { value: lower.text(at) });
const binary: Build = (at, lower) =>
  make('binary', at, { op: textAt(at, 'operator', lower), left: lower.get(at, 'left'), right: lower.get(at, 'right') });
const array =
  (bracket: string): Build =>
  (at, lower) =>
    make('array', at, { bracket, elements: operands(at, lower) });
/** A word with its operands in parentheses: `typeof(T)`. */
const wordCall: Build = (at, lower) => {
  const [word] = at.kids;
  return word ? call(at, lower.name(word), [], operands(at, lower)) : lower.other(at);
};

export const expressions: Table = {
  integer_literal: number,
  real_literal: number,
  boolean_literal: (at, lower) => make('bool', at, { value: lower.text(at) === 'true' }),
  null_literal: (at) => make('null', at, {}),
  character_literal: (at, lower) => make('other', at, { type: at.type, text: lower.text(at), kids: [] }),
  string_literal: (at, lower) => make('string', at, { value: between(lower.text(at), '"') }),
  verbatim_string_literal: (at, lower) => make('string', at, { value: between(lower.text(at), '@"') }),
  raw_string_literal(at, lower) {
    const content = at.child('raw_string_content');
    return make('string', at, { value: content ? lower.text(content) : '' });
  },
  interpolated_string_expression: interpolated,
  interpolation: inner,
  interpolation_alignment_clause: inner,

  parenthesized_expression: inner,
  member_access_expression: (at, lower) => memberOf(at, at.at('expression'), at.at('name'), lower),
  // `a?.b`, `a?[b]`
  conditional_access_expression(at, lower) {
    const object = lower.get(at, 'condition');
    const member = at.child('member_binding_expression');
    if (member) return make('member', at, { object, property: lower.get(member, 'name'), optional: true });
    const index = at.child('element_binding_expression');
    return make('index', at, { object, indices: index ? lower.kids(index) : [] });
  },
  // Only where an error left them alone.
  member_binding_expression: (at, lower) => lower.get(at, 'name'),
  element_binding_expression: inner,
  element_access_expression: (at, lower) =>
    make('index', at, { object: lower.get(at, 'expression'), indices: lower.kids(at, 'subscript') }),
  bracketed_argument_list: inner,
  invocation_expression(at, lower) {
    const { callee, typeArgs } = calleeOf(at.at('function'), at, lower);
    return call(at, callee, typeArgs, lower.kids(at, 'arguments'));
  },
  argument_list: inner,
  argument(at, lower) {
    const label = at.at('name');
    if (!label) return operands(at, lower);
    const [, value] = operands(at, lower);
    return make('named', at, { name: lower.text(label), value: value ?? lower.node(null, at.end) });
  },

  object_creation_expression: creation,
  array_creation_expression: creation,
  stackalloc_expression: creation,
  implicit_object_creation_expression: impliedCreation,
  implicit_array_creation_expression: impliedArray,
  implicit_stackalloc_expression: impliedArray,
  anonymous_object_creation_expression: anonymous,
  initializer_expression: (at, lower) => make('array', at, { bracket: '{', elements: operands(at, lower).map(initialiser) }),
  collection_expression: array('['),
  collection_element: inner,
  expression_element: inner,
  spread_element: (at, lower) => make('spread', at, { op: '..', value: first(at, lower) }),
  tuple_expression: array('('),

  assignment_expression: (at, lower) =>
    make('assign', at, { op: textAt(at, 'operator', lower), target: lower.get(at, 'left'), value: lower.get(at, 'right') }),
  binary_expression: binary,
  unary_expression: (at, lower) =>
    make('unary', at, { op: textAt(at, 'operator', lower), operand: lower.get(at, 'argument'), postfix: false }),
  prefix_unary_expression: (at, lower) =>
    make('unary', at, { op: at.kids[0]?.type ?? '', operand: first(at, lower), postfix: false }),
  postfix_unary_expression(at, lower) {
    const op = at.kids.at(-1)?.type ?? '';
    return op === '!'
      ? make('cast', at, { type: null, value: first(at, lower) })
      : make('unary', at, { op, operand: first(at, lower), postfix: true });
  },
  conditional_expression: (at, lower) =>
    make('ternary', at, {
      test: lower.get(at, 'condition'),
      then: lower.get(at, 'consequence'),
      else: lower.get(at, 'alternative'),
    }),
  cast_expression: (at, lower) => make('cast', at, { type: lower.opt(at, 'type'), value: lower.get(at, 'value') }),
  as_expression: (at, lower) => make('cast', at, { type: lower.opt(at, 'right'), value: lower.get(at, 'left') }),
  is_expression: (at, lower) => make('binary', at, { op: 'is', left: lower.get(at, 'left'), right: lower.get(at, 'right') }),
  is_pattern_expression: isPattern,
  range_expression(at, lower) {
    const dots = at.kids.findIndex((kid) => kid.type === '..');
    const side = (kids: readonly Syntax[]): Node | null => operands({ kids }, lower)[0] ?? null;
    return make('slice', at, {
      lower: side(at.kids.slice(0, Math.max(dots, 0))),
      upper: side(at.kids.slice(dots + 1)),
      step: null,
    });
  },
  await_expression: (at, lower) => make('await', at, { value: first(at, lower) }),
  ref_expression: inner,
  checked_expression: wordCall,
  typeof_expression: wordCall,
  sizeof_expression: wordCall,
  makeref_expression: wordCall,
  reftype_expression: wordCall,
  refvalue_expression: wordCall,
  default_expression: (at, lower) => (at.at('type') ? wordCall(at, lower) : lower.name(at)),
  with_initializer: (at, lower) => {
    const [key, value] = operands(at, lower);
    return key && value ? make('pair', at, { key, value }) : lower.other(at);
  },

  lambda_expression: lambda,
  anonymous_method_expression: lambda,
  switch_expression(at, lower) {
    const [subject, ...cases] = operands(at, lower);
    return make('switch', at, { init: null, subject: subject ?? null, cases });
  },
  switch_expression_arm(at, lower) {
    const guard = at.child('when_clause');
    const arrow = at.kids.findIndex((kid) => kid.type === '=>');
    const middle = arrow < 0 ? at.kids.length : arrow;
    return make('case', at, {
      tests: operands({ kids: at.kids.slice(0, middle).filter((kid) => kid !== guard) }, lower),
      guard: guard && lower.node(guard),
      body: operands({ kids: at.kids.slice(middle) }, lower).map((expr) => make('exprstmt', expr, { expr })),
    });
  },

  query_expression: query,
  from_clause: clause,
  join_clause: clause,
  let_clause(at, lower) {
    const [target, iter] = operands(at, lower);
    return target && iter ? make('clause', at, { target, iter, tests: [] }) : lower.other(at);
  },
};

const call = (at: Span, callee: Node, typeArgs: Node[], args: Node[]): Node =>
  make('call', at, { callee, typeArgs, args, optional: false });

/** The text of the child under `field`, a token or a node; `''` when there is none. */
function textAt(at: Syntax, field: string, lower: Lower): string {
  const kid = at.at(field);
  return kid ? lower.text(kid) : '';
}

/** The text after `open` up to the last quote. */
function between(text: string, open: string): string {
  const end = text.lastIndexOf('"');
  return text.slice(open.length, end < open.length ? undefined : end);
}

/** The text is taken as written, `{{` and escapes included. Without holes it is a plain string. */
function interpolated(at: Syntax, lower: Lower): Node {
  const open = at.kids.find((kid) => kid.type === '"' || kid.type === 'interpolation_quote');
  const close = at.kids.findLast((kid) => kid.type === '"' || kid.type === 'interpolation_quote');
  const end = close && close !== open ? close.start : at.end;
  let from = Math.min(open?.end ?? at.start, end);
  const holes = at.kids.filter((kid) => kid.type === 'interpolation');
  const text = lower.source.slice(from, end);
  // In a pattern, `$"..."` is a string with holes, whichever.
  if (holes.length === 0 && text !== '...') return make('string', at, { value: text });
  const parts: Node[] = [];
  const literal = (to: number): void => {
    if (to > from) parts.push(make('string', { start: from, end: to }, { value: lower.source.slice(from, to) }));
  };
  for (const hole of holes) {
    literal(hole.start);
    parts.push(...operands({ kids: hole.kids.filter((kid) => !marks.has(kid.type)) }, lower));
    from = hole.end;
  }
  literal(end);
  return make('template', at, { parts });
}

const marks: ReadonlySet<string> = new Set(['interpolation_brace', 'interpolation_format_clause']);

/** `f<T>` and `a.f<T>`: the type arguments belong to the call. */
function calleeOf(at: Syntax | null, outer: Span, lower: Lower): { callee: Node; typeArgs: Node[] } {
  if (!at) return { callee: lower.node(null, outer.start), typeArgs: [] };
  const holder = at.child('member_binding_expression') ?? at;
  const generic = at.type === 'generic_name' ? at : holder.at('name');
  if (generic?.type !== 'generic_name') return { callee: lower.node(at), typeArgs: [] };
  const [word, args] = lower.parts(generic);
  const property = lower.node(word, generic.start);
  const typeArgs = args ? lower.kids(args) : [];
  const object = at.at('expression') ?? at.at('condition') ?? at.at('qualifier');
  if (!object) return { callee: property, typeArgs };
  const optional = at.type === 'conditional_access_expression';
  const span = { start: at.start, end: property.end };
  return { callee: make('member', span, { object: lower.node(object), property, optional }), typeArgs };
}

/** `new T(…) { … }`; the initialiser is the body, an `array`. For an array its sizes and its elements are the arguments. */
function creation(at: Syntax, lower: Lower): Node {
  const type = at.at('type');
  const initialiser = at.child('initializer_expression');
  const made = initialiser && lower.node(initialiser);
  if (type?.type === 'array_type') {
    const sizes: Node[] = [];
    for (let part: Syntax | null = type; part?.type === 'array_type'; part = part.at('type')) {
      const rank = part.at('rank');
      if (rank) sizes.unshift(...operands(rank, lower));
    }
    return make('new', at, { callee: arrayOf(type, lower), typeArgs: [], args: [...sizes, ...(made ? [made] : [])], body: null });
  }
  const { callee, typeArgs } = calleeOf(type, at, lower);
  return make('new', at, { callee, typeArgs, args: lower.kids(at, 'arguments'), body: made });
}

/** `new(…)`: the type is that of the place where it stands. */
function impliedCreation(at: Syntax, lower: Lower): Node {
  const args = at.child('argument_list');
  const body = at.child('initializer_expression');
  const [word] = at.kids;
  return make('new', at, {
    callee: lower.name(word ?? at),
    typeArgs: [],
    args: args ? lower.kids(args) : [],
    body: body && lower.node(body),
  });
}

/** `new[] { … }` */
function impliedArray(at: Syntax, lower: Lower): Node {
  const [word] = at.kids;
  const callee = make('index', word ?? at, { object: lower.name(word ?? at), indices: [] });
  return make('new', at, { callee, typeArgs: [], args: lower.kids(at), body: null });
}

/** `A = 1` in an initialiser sets a member: a `pair`. `["k"] = 1` has the key `"k"`. */
function initialiser(node: Node): Node {
  if (node.kind !== 'assign' || node.op !== '=') return node;
  const { target, value } = node;
  return make('pair', node, { key: target, value });
}

/** `new { a = 1, b, c.d }`: what has no name is named by its last part. */
function anonymous(at: Syntax, lower: Lower): Node {
  const props: Node[] = [];
  const [, ...kids] = at.kids;
  for (let i = 0; i < kids.length; i++) {
    const [node] = operands({ kids: kids.slice(i, i + 1) }, lower);
    if (!node) continue;
    const value = kids[i + 1]?.type === '=' ? operands({ kids: kids.slice(i + 2, i + 3) }, lower)[0] : undefined;
    if (value) {
      props.push(make('pair', { start: node.start, end: value.end }, { key: node, value }));
      i += 2;
      continue;
    }
    const last = node.kind === 'member' ? node.property : node;
    props.push(last.kind === 'name' ? make('pair', node, { key: make('name', last, { name: last.name }), value: node }) : node);
  }
  return make('object', at, { props });
}

/** `o is T t`: on the right stands the variable that is declared. */
function isPattern(at: Syntax, lower: Lower): Node {
  const pattern = at.at('pattern');
  return tested(lower.get(at, 'expression'), lower.node(pattern, at.end));
}

/**
 * The grammar reads `a is not null && b` as `a is not (null && b)`, though a constant that is compared with holds no operator
 * that binds less than `is`.
 */
function tested(left: Node, right: Node): Node {
  const negations: Shape<'unary'>[] = [];
  let pattern = right;
  for (; pattern.kind === 'unary' && !pattern.postfix; pattern = pattern.operand) negations.push(pattern);
  const behind: Shape<'binary'>[] = [];
  for (; pattern.kind === 'binary' && looser.has(pattern.op); pattern = pattern.left) behind.push(pattern);
  const { start } = left;
  const { end } = pattern;
  if (behind.length === 0) return make('binary', { start, end: right.end }, { op: 'is', left, right });
  const whole = negations.reduceRight<Node>(
    (operand, { start, op }) => make('unary', { start, end }, { op, operand, postfix: false }),
    pattern,
  );
  const test = make('binary', { start, end }, { op: 'is', left, right: whole });
  return behind.reduceRight<Node>(
    (before, { end, op, right }) => make('binary', { start, end }, { op, left: before, right }),
    test,
  );
}

const looser: ReadonlySet<string> = new Set(['&&', '||', '??', '==', '!=', '&', '|', '^']);

/**
 * The last `select` or `group` gives the element. A `where` tests the clause before it; `select … into x` is a clause, too;
 * `orderby` stays an `other`.
 */
function query(at: Syntax, lower: Lower): Node {
  const parts = lower.parts(at);
  const last = parts.findLast(isResult);
  const clauses: Node[] = [];
  let result: Syntax | null = null;
  for (const part of parts) {
    if (part === last) continue;
    const before = clauses.findLast((node) => node.kind === 'clause');
    if (part.type === 'where_clause' && before?.kind === 'clause') {
      const tests = operands(part, lower);
      for (const test of tests) test.parent = before;
      before.tests.push(...tests);
      before.end = part.end;
    } else if (result !== null) {
      const span = { start: result.start, end: part.end };
      clauses.push(make('clause', span, { target: lower.node(part), iter: first(result, lower), tests: [] }));
      result = null;
    } else if (isResult(part)) result = part;
    else clauses.push(...lower.list([part]));
  }
  if (result) clauses.push(lower.node(result));
  return make('comprehension', at, { bracket: 'from', element: last ? first(last, lower) : lower.node(null, at.end), clauses });
}

const isResult = (at: Syntax): boolean => at.type === 'select_clause' || at.type === 'group_clause';

/** `from x in xs`, `join y in ys on a equals b` */
function clause(at: Syntax, lower: Lower): Node {
  const [target, iter, ...tests] = operands({ kids: at.kids.filter((kid) => kid.field !== 'type') }, lower);
  return target && iter ? make('clause', at, { target, iter, tests }) : lower.other(at);
}
