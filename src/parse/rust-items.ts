/**
 * Rust: items. An attribute is a `call` among the decorators of what follows it; who may see an item (`pub`) is not kept, as
 * patterns do not ask for it. A struct, an enum, a trait and an `impl` are classes; the last is named by a `unary` `impl`
 * over its type, because the type itself is defined elsewhere.
 */
import type { Node, Shape } from '../model/tree.ts';
import { type Build, type Lower, make, makeLazy, type Table } from './lower.ts';
import { attributeArguments } from './rust-macro.ts';
import { parameter } from './rust-patterns.ts';
import type { Syntax } from './syntax.ts';

/** One thing of a list, with the attributes before it. */
export interface Declared {
  type: string;
  start: number;
  end: number;
  build(): Node[];
}

export function declared(at: Syntax, lower: Lower): Declared[] {
  const out: Declared[] = [];
  let attributes: Syntax[] = [];
  for (const kid of lower.parts(at)) {
    if (kid.type === 'attribute_item') {
      attributes.push(kid);
      continue;
    }
    out.push(withAttributes(attributes, kid, lower));
    attributes = [];
  }
  // Before nothing, which only broken code has.
  return [...out, ...attributes.map((kid) => withAttributes([], kid, lower))];
}

function withAttributes(attributes: readonly Syntax[], kid: Syntax, lower: Lower): Declared {
  const start = attributes[0]?.start ?? kid.start;
  return {
    type: kid.type,
    start,
    end: kid.end,
    build() {
      const nodes = lower.list([kid]);
      if (attributes.length === 0) return nodes;
      const [first] = nodes;
      const decorators = lower.list(attributes);
      if (!first || !('decorators' in first)) return [...decorators, ...nodes];
      first.decorators.push(...decorators);
      for (const one of decorators) one.parent = first;
      first.start = start;
      return nodes;
    },
  };
}

const inner: Build = (at, lower) => lower.kids(at);

export const items: Table = {
  attribute_item: inner,
  inner_attribute_item: inner,
  attribute(at, lower) {
    const [callee] = lower.parts(at);
    const value = at.at('value');
    return make('call', at, {
      callee: lower.node(callee, at.end),
      typeArgs: [],
      args: value ? [lower.node(value)] : attributeArguments(at.at('arguments'), lower),
      optional: false,
    });
  },

  function_item: func,
  function_signature_item: func,
  parameters: (at, lower) =>
    lower
      .parts(at)
      .filter((kid) => kid.type !== 'attribute_item')
      .map((kid) => parameter(kid, lower)),
  type_parameters: inner,
  type_parameter: typeParameter,
  const_parameter: typeParameter,
  lifetime_parameter: () => [],

  struct_item: classOf('struct'),
  union_item: classOf('union'),
  enum_item: classOf('enum'),
  trait_item: classOf('trait'),
  impl_item(at, lower) {
    const type = at.at('type');
    const operand = lower.node(type, at.end);
    return classLike(at, lower, {
      keyword: 'impl',
      name: make('unary', operand, { op: 'impl', operand, postfix: false }),
      supers: lower.kids(at, 'trait'),
    });
  },
  field_declaration: (at, lower) => field(at, lower, at.at('name'), at.at('type')),
  enum_variant(at, lower) {
    const body = at.at('body');
    const parts = body ? fieldsOf(body, lower).flatMap(({ build }) => build()) : [];
    return make('vardef', at, {
      keyword: '',
      target: lower.get(at, 'name'),
      type: body && make('array', body, { bracket: body.type === 'field_declaration_list' ? '{' : '(', elements: parts }),
      value: lower.opt(at, 'value'),
      decorators: [],
      modifiers: [],
    });
  },

  const_item: variable('const'),
  static_item: variable('static'),
  mod_item(at, lower) {
    const body = at.at('body');
    return makeLazy('namespace', at, { name: lower.get(at, 'name') }, body ? declared(body, lower) : [], ({ build }) => build());
  },
  foreign_mod_item(at, lower) {
    const body = at.at('body');
    const block = make('block', body ?? at, { body: body ? lower.kids(at, 'body') : [] });
    return make('label', at, { name: 'extern', body: block });
  },
  declaration_list: (at, lower) => declared(at, lower).flatMap(({ build }) => build()),
  extern_crate_declaration: (at, lower) =>
    make('import', at, {
      form: 'module',
      module: lower.get(at, 'name'),
      name: null,
      alias: lower.opt(at, 'alias'),
      modifiers: [],
    }),
  use_declaration(at, lower) {
    const argument = at.at('argument');
    return argument ? imports(argument, null, at, lower) : lower.other(at);
  },
};

const modifierWords: ReadonlySet<string> = new Set(['async', 'unsafe', 'const', 'default']);

function func(at: Syntax, lower: Lower): Shape<'func'> {
  const modifiers = at.child('function_modifiers');
  const body = at.at('body');
  return make('func', at, {
    name: lower.opt(at, 'name'),
    params: lower.kids(at, 'parameters'),
    body: body && lower.body(body),
    returns: lower.opt(at, 'return_type'),
    typeParams: lower.kids(at, 'type_parameters'),
    decorators: [],
    modifiers: modifiers ? lower.words(modifiers, modifierWords) : [],
    arrow: false,
    receiver: null,
  });
}

function typeParameter(at: Syntax, lower: Lower): Node {
  const type = at.type === 'const_parameter' ? lower.opt(at, 'type') : (lower.kids(at, 'bounds')[0] ?? null);
  return make('param', at, {
    target: lower.get(at, 'name'),
    type,
    default: lower.opt(at, 'default_type') ?? lower.opt(at, 'value'),
    variadic: '',
    decorators: [],
    modifiers: [],
  });
}

function classOf(keyword: string): Build {
  return (at, lower) => classLike(at, lower, { keyword, name: lower.opt(at, 'name'), supers: lower.kids(at, 'bounds') });
}

function classLike(at: Syntax, lower: Lower, head: { keyword: string; name: Node | null; supers: Node[] }): Node {
  const body = at.at('body');
  const fields = { ...head, typeParams: lower.kids(at, 'type_parameters'), decorators: [], modifiers: [] };
  return makeLazy('class', at, fields, body ? fieldsOf(body, lower) : [], ({ build }) => build());
}

/** The members of a body; the fields of `struct S(A, B)` have no names but their types. */
function fieldsOf(body: Syntax, lower: Lower): Declared[] {
  if (body.type !== 'ordered_field_declaration_list') return declared(body, lower);
  return body.all('type').map((type) => ({
    type: type.type,
    start: type.start,
    end: type.end,
    build: () => [field(type, lower, null, type)],
  }));
}

function field(at: Syntax, lower: Lower, word: Syntax | null, type: Syntax | null): Node {
  const nameless = make('name', { start: at.start, end: at.start }, { name: '_' });
  return make('vardef', at, {
    keyword: '',
    target: word ? lower.node(word) : nameless,
    type: type && lower.node(type),
    value: null,
    decorators: [],
    modifiers: [],
  });
}

function variable(keyword: string): Build {
  return (at, lower) =>
    make('vardef', at, {
      keyword,
      target: lower.get(at, 'name'),
      type: lower.opt(at, 'type'),
      value: lower.opt(at, 'value'),
      decorators: [],
      modifiers: at.has('mutable_specifier') ? ['mut'] : [],
    });
}

/** What one `use` brings in, each thing with the span of the whole statement. `prefix` is the path around a list. */
function imports(at: Syntax, prefix: Node[] | null, whole: Syntax, lower: Lower): Node[] {
  const before = prefix ?? [];
  switch (at.type) {
    case 'use_list':
      return lower.parts(at).flatMap((kid) => imports(kid, before, whole, lower));
    case 'scoped_use_list': {
      const path = at.at('path');
      const list = at.at('list');
      return list ? imports(list, [...before, ...(path ? segments(path, lower) : [])], whole, lower) : [];
    }
    case 'use_wildcard': {
      const [path] = lower.parts(at);
      const module = joined([...before, ...(path ? segments(path, lower) : [])], at);
      return [make('import', whole, { form: 'all', module, name: null, alias: null, modifiers: [] })];
    }
    case 'use_as_clause': {
      const path = at.at('path');
      return [imported([...before, ...(path ? segments(path, lower) : [])], lower.opt(at, 'alias'), at, whole)];
    }
    default:
      return [imported([...before, ...segments(at, lower)], null, at, whole)];
  }
}

/** The names of a path, in order; `self` at the end of a list means the path itself. */
function segments(at: Syntax, lower: Lower): Node[] {
  if (at.type !== 'scoped_identifier') return lower.list([at]);
  const path = at.at('path');
  const last = at.at('name');
  return [...(path ? segments(path, lower) : []), ...(last ? lower.list([last]) : [])];
}

function imported(path: Node[], alias: Node | null, at: Syntax, whole: Syntax): Node {
  const last = path.at(-1);
  const names = path.length > 1 && last?.kind === 'name' && last.name === 'self' ? path.slice(0, -1) : path;
  const name = names.at(-1) ?? null;
  if (names.length < 2)
    return make('import', whole, { form: 'module', module: joined(names, at), name: null, alias, modifiers: [] });
  return make('import', whole, { form: 'name', module: joined(names.slice(0, -1), at), name, alias, modifiers: [] });
}

/** A path as nested members. Names that several imports share are made anew, so that each has its own parent. */
function joined(path: readonly Node[], at: Syntax): Node {
  const [first, ...rest] = path.map((node): Node => ({ ...node, parent: null }));
  if (!first) return make('name', at, { name: '' });
  return rest.reduce(
    (object: Node, property): Node =>
      make('member', { start: object.start, end: property.end }, { object, property, optional: false }),
    first,
  );
}
