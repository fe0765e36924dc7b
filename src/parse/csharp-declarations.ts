/** C#: variables, methods, properties, classes, attributes, namespaces, imports. */
import { adopt, type Node, type Shape } from '../model/tree.ts';
import { operands, typeOf, valueAfter } from './csharp-pattern.ts';
import { type Build, headMembers, type Lower, make, makeLazy, type Table } from './lower.ts';
import type { Syntax } from './syntax.ts';

type Span = { start: number; end: number };

const inner: Build = (at, lower) => operands(at, lower);

export const declarations: Table = {
  field_declaration: variables,
  event_field_declaration: variables,
  // Only where an error left it without its declaration.
  variable_declarator: (at, lower) => variable(at, at, null, at, lower),

  method_declaration: func,
  local_function_statement: func,
  constructor_declaration: func,
  destructor_declaration: func,
  operator_declaration: func,
  conversion_operator_declaration: func,
  delegate_declaration: func,
  parameter_list: parameters,
  bracketed_parameter_list: parameters,
  parameter,
  implicit_parameter: parameter,
  arrow_expression_clause: inner,
  // `: base(x)`, the first statement of the constructor
  constructor_initializer(at, lower) {
    const word = at.child('base') ?? at.child('this');
    const list = at.child('argument_list');
    const fields = { callee: lower.name(word ?? at), typeArgs: [], args: list ? lower.kids(list) : [], optional: false };
    return make('exprstmt', at, { expr: make('call', { start: word?.start ?? at.start, end: at.end }, fields) });
  },
  type_parameter_list: inner,
  type_parameter: (at, lower) =>
    make('param', at, {
      target: lower.get(at, 'name'),
      type: null,
      default: null,
      variadic: '',
      decorators: decoratorsOf(at, lower),
      modifiers: [],
    }),

  property_declaration: property,
  event_declaration: property,
  indexer_declaration: property,
  accessor_list: inner,
  accessor_declaration: func,

  class_declaration: classOf('class'),
  struct_declaration: classOf('struct'),
  interface_declaration: classOf('interface'),
  record_declaration: classOf('record'),
  enum_declaration: classOf('enum'),
  declaration_list: inner,
  enum_member_declaration_list: inner,
  enum_member_declaration: (at, lower) =>
    make('vardef', at, {
      keyword: '',
      target: lower.get(at, 'name'),
      type: null,
      value: lower.opt(at, 'value'),
      decorators: decoratorsOf(at, lower),
      modifiers: [],
    }),
  primary_constructor_base_type(at, lower) {
    const list = at.child('argument_list');
    const args = list ? lower.kids(list) : [];
    return make('call', at, { callee: lower.get(at, 'type'), typeArgs: [], args, optional: false });
  },

  attribute_list: inner,
  attribute_target_specifier: () => [],
  attribute(at, lower) {
    const list = at.child('attribute_argument_list');
    const args = list ? lower.kids(list) : [];
    return make('call', at, { callee: lower.get(at, 'name'), typeArgs: [], args, optional: false });
  },
  attribute_argument_list: inner,
  attribute_argument(at, lower) {
    const label = at.at('name');
    if (!label) return operands(at, lower);
    return make('named', at, { name: lower.text(label), value: operands(at, lower)[1] ?? lower.node(null, at.end) });
  },

  namespace_declaration: (at, lower) => lower.lazy('namespace', at, { name: lower.get(at, 'name') }, at.at('body')),
  file_scoped_namespace_declaration: (at, lower) => make('namespace', at, { name: lower.get(at, 'name'), body: [] }),
  using_directive: imported,

  preproc_if: branches,
  preproc_elif: branches,
  preproc_else: inner,
  preproc_if_in_attribute_list: branches,
};

/** All branches of `#if`, without their conditions. */
function branches(at: Syntax, lower: Lower): Node[] {
  return operands({ kids: at.kids.filter((kid) => kid.field !== 'condition') }, lower);
}

const modifiersOf = (at: Syntax, lower: Lower): string[] =>
  at.kids.filter((kid) => kid.type === 'modifier' || markers.has(kid.type)).map((kid) => lower.text(kid));

/** Tokens that stand beside the modifiers. */
const markers: ReadonlySet<string> = new Set([
  'using',
  'await',
  'event',
  'delegate',
  'operator',
  'implicit',
  'explicit',
  '~',
  'extern',
  'ref',
]);

const decoratorsOf = (at: Syntax, lower: Lower): Node[] =>
  lower.list(at.kids.filter((kid) => kid.type === 'attribute_list' || kid.type === 'preproc_if_in_attribute_list'));

/** `int a, b = 1` → one `vardef` each, from the beginning of the declaration to its own end. */
export function variables(at: Syntax, lower: Lower): Node[] {
  const declaration = at.child('variable_declaration') ?? at;
  const parts = declaration.kids.filter((kid) => kid.type === 'variable_declarator');
  const end = (i: number): number => (i === parts.length - 1 ? at.end : parts[i]!.end);
  const found = parts.map((part, i) => variable(part, { start: at.start, end: end(i) }, declaration.at('type'), at, lower));
  return [...found, ...lower.list(at.kids.filter((kid) => kid.type === 'ERROR'))];
}

function variable(at: Syntax, span: Span, type: Syntax | null, declaration: Syntax, lower: Lower): Node {
  const pattern = at.child('tuple_pattern');
  return make('vardef', span, {
    keyword: '',
    target: pattern ? lower.node(pattern) : lower.get(at, 'name'),
    type: typeOf(type, lower),
    value: valueAfter(at, '=', lower),
    decorators: decoratorsOf(declaration, lower),
    modifiers: modifiersOf(declaration, lower),
  });
}

/** Methods, constructors, operators, accessors, local functions and delegates alike. */
function func(at: Syntax, lower: Lower): Shape<'func'> {
  const named = at.at('name') ?? at.at('operator');
  const type = at.at('returns') ?? at.at('type');
  return make('func', at, {
    name: named && lower.name(named),
    params: lower.kids(at, 'parameters'),
    body: bodyOf(at, lower),
    returns: type && lower.node(type),
    typeParams: typeParams(at, lower),
    decorators: decoratorsOf(at, lower),
    modifiers: modifiersOf(at, lower),
    arrow: false,
    receiver: receiverOf(at, lower),
  });
}

/** A block, or the expression behind `=>`. A constructor's `: base(x)` is the first statement. */
function bodyOf(at: Syntax, lower: Lower): Node | null {
  const body = at.at('body');
  const before = at.child('constructor_initializer');
  if (!body || !before) return body && lower.node(body);
  const own = body.type === 'block' ? lower.parts(body) : [body];
  return makeLazy('block', { start: before.start, end: body.end }, {}, [before, ...own], (part) => {
    const nodes = lower.list([part]);
    return part.type === 'arrow_expression_clause' ? nodes.map((expr) => make('exprstmt', expr, { expr })) : nodes;
  });
}

/** Type parameters, and what `where` says of them. */
const typeParams = (at: Syntax, lower: Lower): Node[] => lower.list(at.kids.filter((kid) => typeClauses.has(kid.type)));

const typeClauses: ReadonlySet<string> = new Set(['type_parameter_list', 'type_parameter_constraints_clause']);

/** The interface in `void I.F()`. */
function receiverOf(at: Syntax, lower: Lower): Node | null {
  const specifier = at.child('explicit_interface_specifier');
  return specifier && lower.first(specifier);
}

/** `params T[] x` is no node of its own: its parts stand in the list. */
function parameters(at: Syntax, lower: Lower): Node[] {
  const out: Node[] = [];
  const word = at.child('params');
  const rest: Syntax[] = [];
  for (const kid of at.kids) {
    if (word && (kid.start >= word.start || kid.type === 'attribute_list')) rest.push(kid);
    else if (kid.named) out.push(...lower.list([kid]));
  }
  const target = rest.find((kid) => kid.field === 'name');
  if (!word || !target) return [...out, ...lower.list(rest)];
  const type = rest.find((kid) => kid.field === 'type');
  const decorators = lower.list(rest.filter((kid) => kid.type === 'attribute_list'));
  const start = decorators[0]?.start ?? word.start;
  const fields = { default: null, variadic: '...', decorators, modifiers: ['params'] };
  out.push(
    make('param', { start, end: target.end }, { target: lower.node(target), type: type ? lower.node(type) : null, ...fields }),
  );
  return out;
}

function parameter(at: Syntax, lower: Lower): Node {
  return make('param', at, {
    target: at.type === 'implicit_parameter' ? lower.name(at) : lower.get(at, 'name'),
    type: typeOf(at.at('type'), lower),
    default: valueAfter(at, '=', lower),
    variadic: '',
    decorators: decoratorsOf(at, lower),
    modifiers: modifiersOf(at, lower),
  });
}

/** `x => …`, `async (x) => …`, `delegate (T x) { … }` */
export function lambda(at: Syntax, lower: Lower): Node {
  const params = at.at('parameters');
  const body = at.at('body') ?? at.child('block');
  return make('func', at, {
    name: null,
    params: params ? lower.list([params]) : [],
    // `this` and `base` are tokens.
    body: body && lower.node(body),
    returns: lower.opt(at, 'type'),
    typeParams: [],
    decorators: decoratorsOf(at, lower),
    modifiers: at.kids.filter((kid) => kid.type === 'modifier').map((kid) => lower.text(kid)),
    arrow: true,
    receiver: null,
  });
}

/**
 * A property is a field, and each accessor with a body a method beside it, named `get`, `set`, `init`, `add` or `remove`;
 * `T P => x` is a method of the property's name. The field's span then ends with its name.
 */
function property(at: Syntax, lower: Lower): Node[] {
  const value = at.at('value');
  const arrow = value?.type === 'arrow_expression_clause';
  const word = at.at('name') ?? at.child('this');
  const accessors = at.at('accessors');
  const methods = accessors
    ? lower.list(lower.parts(accessors).filter((part) => part.type !== 'accessor_declaration' || part.at('body')))
    : [];
  const plain = methods.length === 0 && !arrow;
  const field = make('vardef', plain || (value && !arrow) ? at : { start: at.start, end: word?.end ?? at.end }, {
    keyword: '',
    target: word ? lower.name(word) : lower.node(null, at.start),
    type: typeOf(at.at('type'), lower),
    value: value && !arrow ? lower.node(value) : null,
    decorators: decoratorsOf(at, lower),
    modifiers: modifiersOf(at, lower),
  });
  // An indexer's parameters are those of its accessors.
  const params = lower.kids(at, 'parameters');
  if (!arrow) return [field, ...params, ...methods];
  return [
    field,
    { ...func(at, lower), name: word ? lower.name(word) : null, body: lower.node(value), decorators: [], modifiers: [] },
  ].map(adopt);
}

/** Parameters of a primary constructor stand in the body as fields. */
function classOf(keyword: string): Build {
  return (at, lower) => {
    const bases = at.child('base_list');
    const fields = {
      keyword,
      name: lower.opt(at, 'name'),
      typeParams: typeParams(at, lower),
      supers: bases ? supers(bases, lower) : [],
      decorators: decoratorsOf(at, lower),
      modifiers: modifiersOf(at, lower),
    };
    const components = at.child('parameter_list');
    const body = at.at('body');
    const parts = [...(components ? [components] : []), ...(body ? lower.parts(body) : [])];
    return makeLazy('class', at, fields, parts, (part) =>
      lower.list([part]).map((node) => (node.kind === 'param' ? component(node) : node)),
    );
  };
}

function component({ start, end, target, type, default: value, decorators, modifiers }: Shape<'param'>): Node {
  const field = make('vardef', { start, end }, { keyword: '', target, type, value, decorators, modifiers });
  headMembers.add(field);
  return field;
}

/** `B(x), I`: a base that gets arguments is a call. */
function supers(at: Syntax, lower: Lower): Node[] {
  const out: Node[] = [];
  for (const part of lower.parts(at)) {
    const base = out.at(-1);
    if (part.type === 'argument_list' && base) {
      const span = { start: base.start, end: part.end };
      out[out.length - 1] = make('call', span, { callee: base, typeArgs: [], args: lower.kids(part), optional: false });
    } else out.push(...lower.list([part]));
  }
  return out;
}

/** `using A.B;`, `using static A.B;`, `using C = A.B;` */
function imported(at: Syntax, lower: Lower): Node {
  const alias = at.has('=') ? at.at('name') : null;
  const module = lower.parts(at).find((part) => part !== alias);
  return make('import', at, {
    form: 'module',
    module: lower.node(module, at.end),
    name: null,
    alias: alias && lower.node(alias),
    modifiers: at.kids.filter((kid) => importWords.has(kid.type)).map((kid) => kid.type),
  });
}

const importWords: ReadonlySet<string> = new Set(['global', 'static', 'unsafe']);
