/** PHP: namespaces, imports, functions, classes, attributes and types. */
import type { Node } from '../model/tree.ts';
import { type Build, type Lower, make, type Table } from './lower.ts';
import { MAX_DEPTH, type Syntax } from './syntax.ts';

type Span = { start: number; end: number };

const modifierTypes: ReadonlySet<string> = new Set([
  'abstract_modifier',
  'final_modifier',
  'readonly_modifier',
  'reference_modifier',
  'static_modifier',
  'var_modifier',
  'visibility_modifier',
]);

/** `public`, `static`, …; `&` of a function or parameter. */
const modifiers = (at: Syntax, lower: Lower): string[] =>
  at.kids.filter((kid) => modifierTypes.has(kid.type)).map((kid) => lower.text(kid).toLowerCase());

const attributes = (at: Syntax, lower: Lower): Node[] => {
  const list = at.at('attributes');
  return list ? lower.kids(list) : [];
};

/** `A\B\C` is a member of a member. */
export const qualified: Build = (at, lower) => pathOf(at, at.kids.flatMap(words), lower, lower.source[at.start] === '\\');

const words = (at: Syntax): Syntax[] => (at.type === 'name' || at.type === 'namespace' ? [at] : at.kids.flatMap(words));

function pathOf(at: Span, parts: readonly Syntax[], lower: Lower, absolute = false): Node {
  const [first, ...rest] = parts;
  if (!first || rest.length > MAX_DEPTH) return make('name', at, { name: lower.source.slice(at.start, at.end) });
  let node: Node = absolute
    ? make('name', { start: at.start, end: first.end }, { name: lower.text(first), absolute: true })
    : lower.name(first);
  for (const word of rest)
    node = make('member', { start: node.start, end: word.end }, { object: node, property: lower.name(word), optional: false });
  return node;
}

// ---- imports: every node has the span of the whole statement

const imports: Build = (at, lower) => {
  const group = at.at('body');
  const prefix = group ? (at.child('namespace_name')?.kids.flatMap(words) ?? []) : [];
  const kind = at.at('type');
  const clauses = (group ?? at).kids.filter((kid) => kid.type === 'namespace_use_clause');
  return clauses.map((clause) => {
    const alias = clause.at('alias');
    const path = [...prefix, ...clause.kids.filter((kid) => kid !== alias && kid.field !== 'type').flatMap(words)];
    const own = clause.at('type') ?? kind;
    const last = path.at(-1);
    const shared = { alias: alias && lower.name(alias), modifiers: own ? [lower.text(own)] : [] };
    if (path.length < 2 || !last)
      return make('import', at, { form: 'module', module: pathOf(clause, path, lower), name: null, ...shared });
    return make('import', at, {
      form: 'name',
      module: pathOf(clause, path.slice(0, -1), lower),
      name: lower.name(last),
      ...shared,
    });
  });
};

const namespace: Build = (at, lower) => {
  const label = at.at('name');
  const name = label
    ? pathOf(label, label.kids.flatMap(words), lower)
    : make('name', { start: at.start, end: at.start }, { name: '' });
  return lower.lazy('namespace', at, { name }, at.at('body'));
};

// ---- functions

const function_ =
  (arrow: boolean): Build =>
  (at, lower) => {
    const params = at.at('parameters');
    const body = at.at('body');
    return make('func', at, {
      name: lower.opt(at, 'name'),
      params: params ? lower.kids(params) : [],
      body: body && lower.node(body),
      returns: lower.opt(at, 'return_type'),
      typeParams: [],
      decorators: attributes(at, lower),
      modifiers: modifiers(at, lower),
      arrow,
      receiver: null,
    });
  };

const parameter =
  (variadic: string): Build =>
  (at, lower) =>
    make('param', at, {
      target: lower.get(at, 'name'),
      type: lower.opt(at, 'type'),
      default: lower.opt(at, 'default_value'),
      variadic,
      decorators: attributes(at, lower),
      modifiers: modifiers(at, lower),
    });

/** `get => …` and `set { … }` of a property are functions of that name. */
const hook: Build = (at, lower) => {
  const params = at.at('parameters');
  const [word] = at.kids.filter((kid) => kid.type === 'name');
  const body = at.at('body');
  return make('func', at, {
    name: word ? lower.name(word) : null,
    params: params ? lower.kids(params) : [],
    body: body && lower.node(body),
    returns: null,
    typeParams: [],
    decorators: attributes(at, lower),
    modifiers: modifiers(at, lower),
    arrow: false,
    receiver: null,
  });
};

// ---- classes

const defineClass =
  (keyword: string): Build =>
  (at, lower) => {
    const named = (type: string): Node[] => {
      const clause = at.child(type);
      return clause ? lower.kids(clause) : [];
    };
    const fields = {
      keyword,
      name: lower.opt(at, 'name'),
      typeParams: [],
      supers: [
        ...named('base_clause'),
        ...named('class_interface_clause').map((node) =>
          make('unary', node, { op: 'implements', operand: node, postfix: false }),
        ),
      ],
      decorators: attributes(at, lower),
      modifiers: modifiers(at, lower),
    };
    return lower.lazy('class', at, fields, at.at('body'));
  };

interface Variable {
  keyword: string;
  target: Node;
  value: Node | null;
}

/** One variable of `at`, which may hold several; alone it has the span of the whole. */
function variable(at: Syntax, one: Syntax, count: number, { keyword, target, value }: Variable, lower: Lower): Node {
  return make('vardef', count === 1 ? at : one, {
    keyword,
    target,
    type: count === 1 ? lower.opt(at, 'type') : null,
    value,
    decorators: count === 1 ? attributes(at, lower) : [],
    modifiers: modifiers(at, lower),
  });
}

const constants: Build = (at, lower) => {
  const elements = at.kids.filter((kid) => kid.type === 'const_element');
  return elements.map((one) => {
    const [name, value] = lower.parts(one);
    const target = name ? lower.name(name) : lower.node(null, one.end);
    return variable(at, one, elements.length, { keyword: 'const', target, value: value ? lower.node(value) : null }, lower);
  });
};

const properties: Build = (at, lower) => {
  const elements = at.kids.filter((kid) => kid.type === 'property_element');
  const fields = elements.map((one) =>
    variable(
      at,
      one,
      elements.length,
      { keyword: '', target: lower.get(one, 'name'), value: lower.opt(one, 'default_value') },
      lower,
    ),
  );
  const hooks = at.child('property_hook_list');
  return hooks ? [...fields, ...lower.kids(hooks)] : fields;
};

const statics: Build = (at, lower) => {
  const elements = at.kids.filter((kid) => kid.type === 'static_variable_declaration');
  return elements.map((one) =>
    variable(
      at,
      one,
      elements.length,
      { keyword: 'static', target: lower.get(one, 'name'), value: lower.opt(one, 'value') },
      lower,
    ),
  );
};

const enumCase: Build = (at, lower) =>
  variable(at, at, 1, { keyword: 'case', target: lower.get(at, 'name'), value: lower.opt(at, 'value') }, lower);

// ---- types

const union =
  (op: string): Build =>
  (at, lower) => {
    const [first, ...rest] = lower.kids(at);
    if (!first || rest.length > MAX_DEPTH) return lower.other(at);
    return rest.reduce((left: Node, right) => make('binary', { start: left.start, end: right.end }, { op, left, right }), first);
  };

const inner: Build = (at, lower) => lower.kids(at);
const name: Build = (at, lower) => lower.name(at);

export const declarations: Table = {
  namespace_definition: namespace,
  namespace_use_declaration: imports,
  namespace_name: qualified,
  qualified_name: qualified,
  relative_name: qualified,
  function_definition: function_(false),
  method_declaration: function_(false),
  anonymous_function: function_(false),
  arrow_function: function_(true),
  simple_parameter: parameter(''),
  variadic_parameter: parameter('...'),
  property_promotion_parameter: parameter(''),
  property_hook: hook,
  class_declaration: defineClass('class'),
  interface_declaration: defineClass('interface'),
  trait_declaration: defineClass('trait'),
  enum_declaration: defineClass('enum'),
  anonymous_class: defineClass('class'),
  const_declaration: constants,
  property_declaration: properties,
  function_static_declaration: statics,
  enum_case: enumCase,
  attribute_list: inner,
  attribute_group: inner,
  attribute: (at, lower) => {
    const args = at.at('parameters');
    const callee = lower.node(lower.parts(at)[0], at.end);
    return args ? make('call', at, { callee, typeArgs: [], args: lower.kids(args), optional: false }) : callee;
  },
  named_type: inner,
  type_list: union('|'),
  primitive_type: name,
  bottom_type: name,
  optional_type: (at, lower) => make('unary', at, { op: '?', operand: lower.first(at), postfix: false }),
  union_type: union('|'),
  intersection_type: union('&'),
  disjunctive_normal_form_type: union('|'),
};
