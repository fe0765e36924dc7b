/**
 * Go to the generic tree, over the grammar tree-sitter-go.
 *
 * - Assignments are expressions in a statement of their own, `:=` like `=`; several targets or values are an `array` `(`.
 * - What a `case <-c:` or a switch over types sets is assigned by `=`, however it is written.
 * - `T{a: b}` is `new` with `pair`s and values as arguments, and so is `make(T, b)`; a literal without type inside of one is an `array` `{`.
 * - `go f()` and `defer f()` are `unary`, a send is `binary` `<-`, a receive `unary` `<-`.
 * - A conversion that needs no parentheses to be told from a call (`[]byte(x)`) and a type assertion are a `cast`.
 * - Structs and interfaces are classes: embedded types are `supers`, fields `vardef` with their tag as decorator.
 */
import type { Node, Shape } from '../model/tree.ts';
import { type Build, type Lower, type Lowering, make, type Table } from './lower.ts';
import { MAX_DEPTH, type Syntax } from './syntax.ts';

type Span = { start: number; end: number };

const spanning = (from: Span, to: Span): Span => ({ start: from.start, end: to.end });

const name: Build = (at, lower) => lower.name(at);
const number: Build = (at, lower) => make('number', at, { value: lower.text(at) });
const transparent = (at: Syntax, lower: Lower): Node => lower.first(at);

const operator = (at: Syntax, lower: Lower): string => {
  const token = at.at('operator');
  return token ? lower.text(token) : '';
};

/** The one expression of a list, or an `array` of them; null for none. */
function joinedValue(at: Syntax | null, lower: Lower): Node | null {
  if (at === null) return null;
  const nodes = at.type === 'expression_list' ? lower.kids(at) : [lower.node(at)];
  return nodes.length <= 1 ? (nodes[0] ?? null) : make('array', at, { bracket: '(', elements: nodes });
}

const statement = (at: Span, expr: Node): Node => make('exprstmt', at, { expr });

/** An assignment or other simple statement where no statement stands: before the `;` of `if`, `for` and `switch`. */
function bare(at: Syntax | null, lower: Lower): Node | null {
  if (at === null) return null;
  const node = lower.node(at);
  return node.kind === 'exprstmt' ? node.expr : node;
}

// ---- declarations

/** Longest type, in code units, that is written out for each of the names that share it. */
const MAX_SHARED = 200;

/**
 * The type that several names share, once for each. A long type, or one with names of its own, is written out for the
 * first name only: it would multiply, and nested it would double with every level.
 */
function sharedType(at: Syntax | null, index: number, lower: Lower): Node | null {
  if (at === null) return null;
  if (index === 0 || (at.end - at.start <= MAX_SHARED && !holdsNames(at))) return lower.node(at);
  return make('other', at, { type: at.type, text: lower.text(at), kids: [] });
}

const naming: ReadonlySet<string> = new Set(['parameter_declaration', 'field_declaration', 'func_literal']);
const holdsNames = (at: Syntax): boolean => naming.has(at.type) || at.kids.some(holdsNames);

const vardef = (at: Span, keyword: string, target: Node, type: Node | null, value: Node | null, decorators: Node[] = []): Node =>
  make('vardef', at, { keyword, target, type, value, decorators, modifiers: [] });

/** `var a, b T = x, y` is two variables; `var a, b = f()` one with two targets. */
function variables(spec: Syntax, whole: Span, keyword: string, lower: Lower): Node[] {
  const names = spec.all('name');
  const type = spec.at('type');
  const value = spec.at('value');
  const values = value ? (value.type === 'expression_list' ? lower.kids(value) : [lower.node(value)]) : [];
  const [first] = names;
  const last = names.at(-1);
  if (first && last && names.length > 1 && values.length === 1) {
    const target = make('array', spanning(first, last), { bracket: '(', elements: names.map((each) => lower.name(each)) });
    return [vardef(whole, keyword, target, sharedType(type, 0, lower), values[0] ?? null)];
  }
  return names.map((each, i) => {
    const span = names.length === 1 ? whole : spanning(first ?? spec, spec);
    return vardef(span, keyword, lower.name(each), sharedType(type, i, lower), values[i] ?? null);
  });
}

const declaration =
  (keyword: string): Build =>
  (at, lower) => {
    const specs = at.kids
      .flatMap((kid) => (kid.type === 'var_spec_list' ? kid.kids : [kid]))
      .filter((kid) => kid.type.endsWith('_spec'));
    return specs.flatMap((spec) => variables(spec, specs.length === 1 ? at : spec, keyword, lower));
  };

const imports: Build = (at, lower) => {
  const specs = at.kids
    .flatMap((kid) => (kid.type === 'import_spec_list' ? kid.kids : [kid]))
    .filter((kid) => kid.type === 'import_spec');
  return specs.map((spec) => {
    const alias = spec.at('name');
    const all = alias?.type === 'dot';
    return make('import', at, {
      form: all ? 'all' : 'module',
      module: lower.get(spec, 'path'),
      name: null,
      alias: alias && !all ? lower.node(alias) : null,
      modifiers: [],
    });
  });
};

const define: Build = (at, lower) => {
  const receiver = at.at('receiver');
  const body = at.at('body');
  return make('func', at, {
    name: lower.opt(at, 'name'),
    params: params(at.at('parameters'), lower),
    body: body ? lower.body(body) : null,
    returns: results(at.at('result'), lower),
    typeParams: params(at.at('type_parameters'), lower),
    decorators: [],
    modifiers: [],
    arrow: false,
    receiver: (receiver && params(receiver, lower)[0]) ?? null,
  });
};

/** `a, b T` is two parameters; one without a name has its type as target. */
function params(at: Syntax | null, lower: Lower): Node[] {
  if (at === null) return [];
  return lower.parts(at).flatMap((kid) => {
    const type = kid.at('type');
    if (!type) return [lower.node(kid)];
    const names = kid.all('name');
    const variadic = kid.type === 'variadic_parameter_declaration' ? '...' : '';
    if (names.length === 0) return [param(kid, lower.node(type), null, variadic)];
    return names.map((each, i) =>
      param(names.length === 1 ? kid : spanning(each, kid), lower.name(each), sharedType(type, i, lower), variadic),
    );
  });
}

const param = (at: Span, target: Node, type: Node | null, variadic: string): Shape<'param'> =>
  make('param', at, { target, type, default: null, variadic, decorators: [], modifiers: [] });

/** `(int, error)` is an `array` of types; results with names are parameters in there. */
function results(at: Syntax | null, lower: Lower): Node | null {
  if (at?.type !== 'parameter_list') return at && lower.node(at);
  const elements = params(at, lower).map((each) => (each.kind === 'param' && each.type === null ? each.target : each));
  return make('array', at, { bracket: '(', elements });
}

const typeDeclaration: Build = (at, lower) => {
  const specs = lower.parts(at);
  return specs.map((spec) => {
    const type = spec.at('type');
    const span = specs.length === 1 ? at : spec;
    const named = { name: lower.opt(spec, 'name'), typeParams: params(spec.at('type_parameters'), lower) };
    if (spec.type === 'type_spec' && type?.type === 'struct_type') return struct(span, type, named, lower);
    if (spec.type === 'type_spec' && type?.type === 'interface_type') return contract(span, type, named, lower);
    return make('other', span, { type: spec.type, text: '', kids: lower.kids(spec) });
  });
};

interface Named {
  name: Node | null;
  typeParams: Node[];
}

const nameless: Named = { name: null, typeParams: [] };

function struct(span: Span, at: Syntax, named: Named, lower: Lower): Node {
  const fields = at.child('field_declaration_list')?.kids.filter((kid) => kid.type === 'field_declaration') ?? [];
  const supers: Node[] = [];
  const body: Node[] = [];
  for (const field of fields) {
    const names = field.all('name');
    const type = field.at('type');
    if (names.length === 0) supers.push(lower.node(type, field.end));
    const tag = (i: number): Node[] => (i === 0 ? lower.kids(field, 'tag') : []);
    names.forEach((each, i) => {
      const place = names.length === 1 ? field : spanning(each, field);
      body.push(vardef(place, '', lower.name(each), sharedType(type, i, lower), null, tag(i)));
    });
  }
  return make('class', span, { keyword: 'struct', ...named, supers, body, decorators: [], modifiers: [] });
}

function contract(span: Span, at: Syntax, named: Named, lower: Lower): Node {
  const supers = lower.list(at.kids.filter((kid) => kid.type === 'type_elem'));
  const body = lower.list(at.kids.filter((kid) => kid.type === 'method_elem'));
  return make('class', span, { keyword: 'interface', ...named, supers, body, decorators: [], modifiers: [] });
}

/** A function's type says nothing about names: its parameters' and results' types. */
const functionType: Build = (at, lower) => {
  const types = (list: Syntax | null): Syntax[] =>
    list === null ? [] : list.type === 'parameter_list' ? lower.parts(list).flatMap((kid) => kid.at('type') ?? []) : [list];
  return make('other', at, {
    type: at.type,
    text: '',
    kids: lower.list([...types(at.at('parameters')), ...types(at.at('result'))]),
  });
};

/** `A | B` of a constraint. */
const union: Build = (at, lower) => {
  const [first, ...rest] = lower.kids(at);
  if (!first || rest.length > MAX_DEPTH) return lower.other(at);
  return rest.reduce((left: Node, right) => make('binary', spanning(left, right), { op: '|', left, right }), first);
};

// ---- statements

const assignment: Build = (at, lower) => {
  const op = at.type === 'short_var_declaration' ? ':=' : operator(at, lower);
  const target = joinedValue(at.at('left'), lower) ?? lower.node(null, at.start);
  return statement(at, make('assign', at, { op, target, value: joinedValue(at.at('right'), lower) ?? lower.node(null, at.end) }));
};

const received: Build = (at, lower) => {
  const target = joinedValue(at.at('left'), lower);
  const value = lower.get(at, 'right');
  return target ? make('assign', at, { op: '=', target, value }) : value;
};

const step =
  (op: string): Build =>
  (at, lower) =>
    statement(at, make('unary', at, { op, operand: transparent(at, lower), postfix: true }));

const started =
  (op: string): Build =>
  (at, lower) =>
    statement(at, make('unary', at, { op, operand: transparent(at, lower), postfix: false }));

/** `for` with clauses, over a range, with a condition only, or without end. */
const loop: Build = (at, lower) => {
  const body = lower.bodyAt(at, 'body');
  const [head] = lower.parts(at).filter((kid) => kid.field !== 'body');
  if (!head) return make('for', at, { init: [], test: null, update: [], body });
  if (head.type === 'for_clause') {
    const init = bare(head.at('initializer'), lower);
    const update = bare(head.at('update'), lower);
    return make('for', at, {
      init: init ? [init] : [],
      test: lower.opt(head, 'condition'),
      update: update ? [update] : [],
      body,
    });
  }
  if (head.type !== 'range_clause') return make('while', at, { test: lower.node(head), body, else: null });
  const unnamed = make('name', { start: head.start, end: head.start }, { name: '_' });
  const target = joinedValue(head.at('left'), lower) ?? unnamed;
  return make('foreach', at, { target, iter: lower.get(head, 'right'), body, else: null, keyword: 'range', await: false });
};

const cases = (at: Syntax, lower: Lower): Node[] => lower.list(at.kids.filter((kid) => kid.type.endsWith('_case')));

const valueSwitch: Build = (at, lower) =>
  make('switch', at, { init: bare(at.at('initializer'), lower), subject: lower.opt(at, 'value'), cases: cases(at, lower) });

/** `switch x := v.(type)`: the subject assigns `v.(type)`, which unlike `v.(T)` is no cast. */
const typeSwitch: Build = (at, lower) => {
  const value = at.at('value');
  const tested = make('other', value ?? at, { type: at.type, text: '', kids: [lower.node(value, at.end)] });
  tested.end = at.child('type')?.end ?? tested.end;
  const target = joinedValue(at.at('alias'), lower);
  const subject = target ? make('assign', spanning(target, tested), { op: '=', target, value: tested }) : tested;
  return make('switch', at, { init: bare(at.at('initializer'), lower), subject, cases: cases(at, lower) });
};

const arm =
  (field: string | null): Build =>
  (at, lower) => {
    const tests =
      field === null
        ? []
        : at.all(field).flatMap((kid) => (kid.type === 'expression_list' ? lower.kids(kid) : (bare(kid, lower) ?? [])));
    const list = at.child('statement_list');
    return make('case', at, { tests, guard: null, body: list ? lower.kids(list) : [] });
  };

const jump =
  (kind: 'break' | 'continue'): Build =>
  (at, lower) => {
    const label = at.child('label_name');
    return make(kind, at, { label: label && lower.text(label) });
  };

const labeled: Build = (at, lower) => {
  const label = at.at('label');
  const [body] = lower.parts(at).filter((kid) => kid !== label);
  const inner = body ? lower.node(body) : make('block', { start: at.end, end: at.end }, { body: [] });
  return make('label', at, { name: label ? lower.text(label) : '', body: inner });
};

// ---- expressions

const quoted: Build = (at, lower) => {
  const text = lower.text(at);
  const closed = text.length > 1 && text.at(-1) === text[0];
  return make('string', at, { value: text.slice(1, closed ? -1 : undefined) });
};

/** `make(T, n)` is `T{n}` and `new(T)` is `&T{}`; null for other calls. */
function allocation(at: Syntax, args: Syntax, lower: Lower): Node | null {
  const callee = at.at('function');
  const built = callee?.type === 'identifier' ? lower.text(callee) : '';
  if (built !== 'make' && built !== 'new') return null;
  const [type, ...rest] = lower.kids(args);
  if (!type || (built === 'new' && rest.length > 0)) return null;
  const value = make('new', at, { callee: type, typeArgs: [], args: rest, body: null });
  return built === 'make' ? value : make('unary', at, { op: '&', operand: value, postfix: false });
}

const call: Build = (at, lower) => {
  const args = at.at('arguments');
  const allocated = args && allocation(at, args, lower);
  if (allocated) return allocated;
  const types = at.at('type_arguments');
  return make('call', at, {
    callee: lower.get(at, 'function'),
    typeArgs: types ? lower.kids(types) : [],
    args: args ? lower.kids(args) : [],
    optional: false,
  });
};

const slice: Build = (at, lower) => {
  const [lowest, upper, step] = [lower.opt(at, 'start'), lower.opt(at, 'end'), lower.opt(at, 'capacity')];
  const open = at.child('[') ?? at;
  const close = at.child(']') ?? at;
  const part = make('slice', { start: open.end, end: Math.max(open.end, close.start) }, { lower: lowest, upper, step });
  return make('index', at, { object: lower.get(at, 'operand'), indices: [part] });
};

const generic: Build = (at, lower) => {
  const args = at.at('type_arguments');
  const types = args ? lower.kids(args) : lower.list(at.kids.filter((kid) => kid.field !== 'type'));
  return make('generic', at, { base: lower.get(at, 'type'), args: types });
};

const member =
  (object: string, property: string): Build =>
  (at, lower) =>
    make('member', at, { object: lower.get(at, object), property: lower.get(at, property), optional: false });

const cast: Build = (at, lower) => make('cast', at, { type: lower.opt(at, 'type'), value: lower.get(at, 'operand') });

/** Types that look like the name of a function; the grammar takes `pkg.F(x)` for a conversion where it cannot tell. */
const nameable: ReadonlySet<string> = new Set(['type_identifier', 'qualified_type', 'generic_type']);

const conversion: Build = (at, lower) => {
  const type = at.at('type');
  if (!type || !nameable.has(type.type)) return cast(at, lower);
  const types = type.at('type_arguments');
  const callee = types ? lower.get(type, 'type') : lower.node(type);
  const args = lower.kids(at, 'operand');
  return make('call', at, { callee, typeArgs: types ? lower.kids(types) : [], args, optional: false });
};

const table: Table = {
  // ---- atoms
  identifier: name,
  blank_identifier: name,
  field_identifier: name,
  package_identifier: name,
  // `case nil:` of a type switch.
  type_identifier: (at, lower) => (lower.text(at) === 'nil' ? make('null', at, {}) : lower.name(at)),
  label_name: name,
  iota: name,
  nil: (at) => make('null', at, {}),
  true: (at) => make('bool', at, { value: true }),
  false: (at) => make('bool', at, { value: false }),
  int_literal: number,
  float_literal: number,
  imaginary_literal: number,
  interpreted_string_literal: quoted,
  raw_string_literal: quoted,

  // ---- expressions
  parenthesized_expression: transparent,
  call_expression: call,
  argument_list: (at, lower) => lower.kids(at),
  variadic_argument: (at, lower) => make('spread', at, { op: '...', value: transparent(at, lower) }),
  selector_expression: member('operand', 'field'),
  index_expression: (at, lower) => make('index', at, { object: lower.get(at, 'operand'), indices: lower.kids(at, 'index') }),
  slice_expression: slice,
  type_assertion_expression: cast,
  type_conversion_expression: conversion,
  type_instantiation_expression: generic,
  composite_literal: (at, lower) => {
    const body = at.at('body');
    return make('new', at, { callee: lower.get(at, 'type'), typeArgs: [], args: body ? lower.kids(body) : [], body: null });
  },
  literal_value: (at, lower) => make('array', at, { bracket: '{', elements: lower.kids(at) }),
  literal_element: transparent,
  keyed_element: (at, lower) => make('pair', at, { key: lower.get(at, 'key'), value: lower.get(at, 'value') }),
  unary_expression: (at, lower) =>
    make('unary', at, { op: operator(at, lower), operand: lower.get(at, 'operand'), postfix: false }),
  binary_expression: (at, lower) =>
    make('binary', at, { op: operator(at, lower), left: lower.get(at, 'left'), right: lower.get(at, 'right') }),
  expression_list: (at, lower) => joinedValue(at, lower) ?? [],
  func_literal: define,

  // ---- types
  parenthesized_type: transparent,
  qualified_type: member('package', 'name'),
  generic_type: generic,
  pointer_type: (at, lower) => make('unary', at, { op: '*', operand: transparent(at, lower), postfix: false }),
  negated_type: (at, lower) => make('unary', at, { op: '~', operand: transparent(at, lower), postfix: false }),
  type_elem: union,
  type_constraint: union,
  function_type: functionType,
  struct_type: (at, lower) => struct(at, at, nameless, lower),
  interface_type: (at, lower) => contract(at, at, nameless, lower),
  method_elem: define,

  // ---- statements
  block: (at, lower) => lower.lazy('block', at, {}, at.child('statement_list')),
  statement_list: (at, lower) => lower.kids(at),
  empty_statement: () => [],
  expression_statement: (at, lower) => statement(at, transparent(at, lower)),
  assignment_statement: assignment,
  short_var_declaration: assignment,
  inc_statement: step('++'),
  dec_statement: step('--'),
  send_statement: (at, lower) =>
    statement(at, make('binary', at, { op: '<-', left: lower.get(at, 'channel'), right: lower.get(at, 'value') })),
  receive_statement: received,
  go_statement: started('go'),
  defer_statement: started('defer'),
  if_statement: (at, lower) =>
    make('if', at, {
      init: bare(at.at('initializer'), lower),
      test: lower.get(at, 'condition'),
      then: lower.bodyAt(at, 'consequence'),
      else: lower.opt(at, 'alternative'),
    }),
  for_statement: loop,
  expression_switch_statement: valueSwitch,
  type_switch_statement: typeSwitch,
  select_statement: valueSwitch,
  expression_case: arm('value'),
  type_case: arm('type'),
  communication_case: arm('communication'),
  default_case: arm(null),
  return_statement: (at, lower) => {
    const [value] = lower.parts(at);
    return make('return', at, { value: joinedValue(value ?? null, lower) });
  },
  break_statement: jump('break'),
  continue_statement: jump('continue'),
  labeled_statement: labeled,

  // ---- declarations
  package_clause: (at, lower) => make('namespace', at, { name: transparent(at, lower), body: [] }),
  import_declaration: imports,
  var_declaration: declaration('var'),
  const_declaration: declaration('const'),
  type_declaration: typeDeclaration,
  function_declaration: define,
  method_declaration: define,
};

export const go: Lowering = { table, skip: new Set(['comment']) };
