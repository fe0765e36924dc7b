/** Java: variables, methods, classes and their members, annotations, imports. */
import type { Node, Shape } from '../model/tree.ts';
import { type Build, type Lower, make, makeLazy, type Table } from './lower.ts';
import type { Syntax } from './syntax.ts';

const inner: Build = (at, lower) => lower.kids(at);

export const declarations: Table = {
  local_variable_declaration: variables,
  field_declaration: variables,
  constant_declaration: variables,
  // Only where an error left it without its declaration.
  variable_declarator: (at, lower) => variable(at, at, at, lower),

  method_declaration: func,
  constructor_declaration: func,
  compact_constructor_declaration: func,
  annotation_type_element_declaration: func,
  constructor_body: (at, lower) => lower.block(at),
  formal_parameters: inner,
  formal_parameter: parameter,
  spread_parameter: parameter,
  // `this`, only there to be annotated
  receiver_parameter: () => [],
  type_parameters: inner,
  type_parameter(at, lower) {
    const [target, ...bounds] = lower.list(
      at.kids.filter((kid) => kid.type !== 'annotation' && kid.type !== 'marker_annotation'),
    );
    return make('param', at, {
      target: target ?? lower.first(at),
      type: bounds[0] ?? null,
      default: null,
      variadic: '',
      decorators: annotations(at, lower),
      modifiers: [],
    });
  },

  class_declaration: classOf('class'),
  interface_declaration: classOf('interface'),
  annotation_type_declaration: classOf('interface'),
  enum_declaration: classOf('enum'),
  record_declaration: classOf('record'),
  superclass: inner,
  super_interfaces: inner,
  extends_interfaces: inner,
  static_initializer: (at, lower) => make('label', at, { name: 'static', body: lower.body(at.child('block')) }),
  enum_body_declarations: inner,
  enum_constant: constant,

  marker_annotation: annotation,
  annotation,
  annotation_argument_list: inner,
  element_value_pair(at, lower) {
    const key = at.at('key');
    return make('named', at, { name: key ? lower.text(key) : '', value: lower.get(at, 'value') });
  },
  element_value_array_initializer: (at, lower) => make('array', at, { bracket: '{', elements: lower.kids(at) }),

  package_declaration(at, lower) {
    const word = lower.parts(at).find((part) => part.type === 'identifier' || part.type === 'scoped_identifier');
    return [...annotations(at, lower), make('namespace', at, { name: lower.node(word, at.end), body: [] })];
  },
  import_declaration: imported,
  module_declaration: (at, lower) => lower.lazy('namespace', at, { name: lower.get(at, 'name') }, at.at('body')),
};

const modifierWords: ReadonlySet<string> = new Set([
  'public',
  'protected',
  'private',
  'abstract',
  'static',
  'final',
  'strictfp',
  'default',
  'synchronized',
  'native',
  'transient',
  'volatile',
  'sealed',
  'non-sealed',
]);

export function modifiersOf(at: Syntax, lower: Lower): string[] {
  const list = at.child('modifiers');
  return list ? lower.words(list, modifierWords) : [];
}

export function decoratorsOf(at: Syntax, lower: Lower): Node[] {
  const list = at.child('modifiers');
  return list ? annotations(list, lower) : [];
}

const annotations = (at: Syntax, lower: Lower): Node[] =>
  lower.list(at.kids.filter((kid) => kid.type === 'annotation' || kid.type === 'marker_annotation'));

function annotation(at: Syntax, lower: Lower): Node {
  return make('call', at, { callee: lower.get(at, 'name'), typeArgs: [], args: lower.kids(at, 'arguments'), optional: false });
}

/** `throws A, B` and `permits A, B`, which no other language has: one `other` for each type, among the decorators. */
const clauses = (at: Syntax, lower: Lower): Node[] =>
  at.kids
    .filter((kid) => kid.type === 'throws' || kid.type === 'permits')
    .flatMap((kid) => lower.kids(kid).map((type) => make('other', type, { type: kid.type, text: '', kids: [type] })));

/** `T[]`, wherever the brackets stand: an `index` without indices. */
export function dimensioned(type: Node, dimensions: Syntax | null): Node {
  let node = type;
  for (const kid of dimensions?.kids ?? []) {
    if (kid.type !== ']') continue;
    node = make('index', { start: node.start, end: Math.max(node.end, kid.end) }, { object: node, indices: [] });
  }
  return node;
}

/** `int a, b = 1` → one `vardef` each, from the beginning of the declaration to its own end. */
function variables(at: Syntax, lower: Lower): Node[] {
  const parts = at.all('declarator');
  return parts.map((part, i) => variable(part, { start: at.start, end: i === parts.length - 1 ? at.end : part.end }, at, lower));
}

function variable(at: Syntax, span: { start: number; end: number }, declaration: Syntax, lower: Lower): Shape<'vardef'> {
  return make('vardef', span, {
    keyword: '',
    target: lower.get(at, 'name'),
    type: declaration === at ? null : dimensioned(lower.get(declaration, 'type'), at.at('dimensions')),
    value: lower.opt(at, 'value'),
    decorators: decoratorsOf(declaration, lower),
    modifiers: modifiersOf(declaration, lower),
  });
}

function func(at: Syntax, lower: Lower): Shape<'func'> {
  const type = at.at('type');
  return make('func', at, {
    name: lower.opt(at, 'name'),
    params: lower.kids(at, 'parameters'),
    // `int v() default 1;` of an annotation gives 1.
    body: lower.opt(at, 'body') ?? lower.opt(at, 'value'),
    returns: type && dimensioned(lower.node(type), at.at('dimensions')),
    typeParams: lower.kids(at, 'type_parameters'),
    decorators: [...decoratorsOf(at, lower), ...clauses(at, lower)],
    modifiers: modifiersOf(at, lower),
    arrow: false,
    receiver: null,
  });
}

/** `T... x` has its name in a declarator, and no field for its type. */
function parameter(at: Syntax, lower: Lower): Shape<'param'> {
  const declarator = at.child('variable_declarator');
  const type = at.at('type') ?? lower.parts(at).find((part) => part !== declarator && !loose.has(part.type)) ?? null;
  const named = declarator ?? at;
  return make('param', at, {
    target: lower.get(named, 'name'),
    type: type && dimensioned(lower.node(type), named.at('dimensions')),
    default: null,
    variadic: at.type === 'spread_parameter' ? '...' : '',
    decorators: decoratorsOf(at, lower),
    modifiers: modifiersOf(at, lower),
  });
}

const loose: ReadonlySet<string> = new Set(['modifiers', 'annotation', 'marker_annotation', 'ERROR']);

/** Components of a record stand in its body as fields. */
function classOf(keyword: string): Build {
  return (at, lower) => {
    const supers = at.kids.filter((kid) => superClauses.has(kid.type));
    const modifiers = modifiersOf(at, lower);
    const fields = {
      keyword,
      name: lower.opt(at, 'name'),
      typeParams: lower.kids(at, 'type_parameters'),
      supers: supers.flatMap((kid) => (kid.type === 'super_interfaces' ? implemented(kid, lower) : lower.list([kid]))),
      decorators: [...decoratorsOf(at, lower), ...clauses(at, lower)],
      modifiers: at.has('@interface') ? ['annotation', ...modifiers] : modifiers,
    };
    const components = at.at('parameters');
    const body = at.at('body');
    const parts = [...(components ? lower.parts(components) : []), ...(body ? lower.parts(body) : [])];
    return makeLazy('class', at, fields, parts, (part) =>
      lower.list([part]).map((node) => (node.kind === 'param' ? component(node) : node)),
    );
  };
}

/** What a class implements does not stand for what it extends. */
const implemented = (at: Syntax, lower: Lower): Node[] =>
  lower.list([at]).map((node) => make('unary', node, { op: 'implements', operand: node, postfix: false }));

const superClauses: ReadonlySet<string> = new Set(['superclass', 'super_interfaces', 'extends_interfaces']);

const component = ({ start, end, target, type, decorators, modifiers }: Shape<'param'>): Node =>
  make('vardef', { start, end }, { keyword: '', target, type, value: null, decorators, modifiers });

/** `A`, `A(1)`, `A(1) { … }`: with arguments or a body, its value is made by a `new` of its own name. */
function constant(at: Syntax, lower: Lower): Node {
  const word = at.at('name');
  const body = at.at('body');
  const nameless = { keyword: 'class', name: null, typeParams: [], supers: [], decorators: [], modifiers: [] };
  const made =
    word && (at.at('arguments') || body)
      ? make(
          'new',
          { start: word.start, end: at.end },
          {
            callee: lower.name(word),
            typeArgs: [],
            args: lower.kids(at, 'arguments'),
            body: body && lower.lazy('class', body, nameless, body),
          },
        )
      : null;
  return make('vardef', at, {
    keyword: '',
    target: lower.get(at, 'name'),
    type: null,
    value: made,
    decorators: decoratorsOf(at, lower),
    modifiers: modifiersOf(at, lower),
  });
}

/** `import a.b.C` has the module `a.b` and the name `C`; a name alone is a module. */
function imported(at: Syntax, lower: Lower): Node {
  const path = lower.parts(at).find((part) => part.type !== 'asterisk') ?? null;
  const modifiers = at.has('static') ? ['static'] : [];
  const scope = path?.at('scope');
  const fields = { alias: null, modifiers };
  if (at.has('asterisk')) return make('import', at, { form: 'all', module: lower.node(path, at.end), name: null, ...fields });
  if (!path || !scope) return make('import', at, { form: 'module', module: lower.node(path, at.end), name: null, ...fields });
  return make('import', at, { form: 'name', module: lower.node(scope), name: lower.get(path, 'name'), ...fields });
}
