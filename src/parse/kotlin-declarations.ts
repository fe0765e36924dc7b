/**
 * Kotlin: declarations. What the primary constructor takes stands in the body of its class as fields, and so does what the
 * companion object holds. That the constructor takes something is told by an `other` among the type parameters of the class,
 * and the type that a function extends stands among those of the function: patterns do not compare them.
 */
import type { Node } from '../model/tree.ts';
import { bodyOfStatement, declared, standing } from './kotlin-statements.ts';
import { type Build, headMembers, type Lower, make, makeLazy, ofCompanion, type Table } from './lower.ts';
import { MAX_DEPTH, type Syntax } from './syntax.ts';

const inner: Build = (at, lower) => lower.kids(at);

export const declarations: Table = {
  package_header(at, lower) {
    const path = at.child('qualified_identifier');
    return make('namespace', at, { name: path ? dotted(path, lower) : lower.node(null, at.end), body: [] });
  },
  import: imported,
  file_annotation: (at, lower) => make('exprstmt', at, { expr: annotation(at, lower) }),
  annotation,
  constructor_invocation: (at, lower) => made(at, lower),
  explicit_delegation: (at, lower) => lower.first(at),
  delegation_specifier: (at, lower) => lower.list(at.kids.filter((kid) => kid.type !== 'annotation')),
  delegation_specifiers: inner,

  class_declaration(at, lower) {
    const words = modifiersOf(at, lower);
    const keyword = words.includes('enum') ? 'enum' : at.has('interface') ? 'interface' : 'class';
    return classLike(at, keyword, words, lower);
  },
  object_declaration: (at, lower) => classLike(at, 'object', modifiersOf(at, lower), lower),
  // Its members are those of the class.
  companion_object(at, lower) {
    const members = classBody(at.child('class_body'), lower).flatMap((kid) => lower.list([kid]));
    for (const member of members) ofCompanion.add(member);
    return members;
  },
  class_body: inner,
  enum_class_body: inner,
  class_parameter(at, lower) {
    const equals = at.child('=');
    const value = lower.parts(at).find((kid) => equals && kid.start >= equals.end);
    const keyword = at.has('var') ? 'var' : at.has('val') ? 'val' : '';
    const named = variableOf(at, at, keyword, value ? lower.node(value) : null, lower);
    named.decorators = decoratorsOf(at, lower);
    for (const one of named.decorators) one.parent = named;
    headMembers.add(named);
    return named;
  },
  enum_entry(at, lower) {
    const word = at.child('identifier');
    const args = at.child('value_arguments');
    const body = at.child('class_body');
    const nameless = { keyword: 'class', name: null, typeParams: [], supers: [], decorators: [], modifiers: [] };
    const made =
      word && (args || body)
        ? make(
            'new',
            { start: word.start, end: at.end },
            {
              callee: lower.name(word),
              typeArgs: [],
              args: args ? lower.kids(args) : [],
              body: body && makeLazy('class', body, nameless, classBody(body, lower), (part) => lower.list([part])),
            },
          )
        : null;
    const entry = make('vardef', at, {
      keyword: '',
      target: lower.node(word, at.end),
      type: null,
      value: made,
      decorators: decoratorsOf(at, lower),
      modifiers: modifiersOf(at, lower),
    });
    headMembers.add(entry);
    return entry;
  },
  anonymous_initializer: (at, lower) => make('label', at, { name: 'init', body: lower.body(at.child('block')) }),
  secondary_constructor(at, lower) {
    const word = at.child('constructor');
    const block = at.child('block');
    const first = at.child('constructor_delegation_call');
    const parts = [...(first ? [first] : []), ...(block ? lower.parts(block) : [])];
    return make('func', at, {
      name: word && lower.name(word),
      params: parametersOf(at.child('function_value_parameters'), lower),
      body: makeLazy('block', { start: first?.start ?? block?.start ?? at.end, end: at.end }, {}, parts, (part) =>
        standing(part, lower),
      ),
      returns: null,
      typeParams: [],
      decorators: decoratorsOf(at, lower),
      modifiers: modifiersOf(at, lower),
      arrow: false,
      receiver: null,
    });
  },
  constructor_delegation_call(at, lower) {
    const [word] = at.kids;
    const args = at.child('value_arguments');
    const callee = word ? lower.name(word) : lower.node(null, at.start);
    return make('call', at, { callee, typeArgs: [], args: args ? lower.kids(args) : [], optional: false });
  },

  function_declaration(at, lower) {
    const word = at.at('name');
    const params = at.child('function_value_parameters');
    const extended = lower.parts(at).filter((kid) => types.has(kid.type) && word !== null && kid.end <= word.start);
    return make('func', at, {
      name: word && lower.node(word),
      params: parametersOf(params, lower),
      body: bodyOf(at, lower),
      returns: typeOf(at, lower, params?.end),
      typeParams: [...lower.list(at.kids.filter((kid) => kid.type === 'type_parameters')), ...lower.list(extended)],
      decorators: decoratorsOf(at, lower),
      modifiers: modifiersOf(at, lower),
      arrow: false,
      receiver: null,
    });
  },
  type_parameters: inner,
  type_parameter(at, lower) {
    const [word] = lower.parts(at).filter((kid) => kid.type === 'identifier');
    return make('param', at, {
      target: lower.node(word, at.end),
      type: typeOf(at, lower),
      default: null,
      variadic: '',
      decorators: [],
      modifiers: [],
    });
  },
  property_declaration: property,
  property_delegate: (at, lower) => lower.first(at),
  getter: accessor('get'),
  setter: accessor('set'),
};

const types: ReadonlySet<string> = new Set([
  'user_type',
  'nullable_type',
  'non_nullable_type',
  'parenthesized_type',
  'function_type',
  'dynamic',
]);

/** The first type below `at`, from `from` on. */
export function typeOf(at: Syntax, lower: Lower, from = 0): Node | null {
  const type = at.kids.find((kid) => types.has(kid.type) && kid.start >= from);
  return type ? lower.node(type) : null;
}

const modifierKinds = /^(?:class|member|visibility|function|property|inheritance|parameter|platform)_modifier$/;

/** `vararg` and the like stand in a list of their own, beside the parameter. */
const listsOf = (at: Syntax): Syntax[] => at.kids.filter((kid) => kid.type === 'modifiers' || kid.type === 'parameter_modifiers');

function modifiersOf(at: Syntax, lower: Lower): string[] {
  return listsOf(at).flatMap((list) => list.kids.filter((kid) => modifierKinds.test(kid.type)).map((kid) => lower.text(kid)));
}

function decoratorsOf(at: Syntax, lower: Lower): Node[] {
  return lower.list(listsOf(at).flatMap((list) => list.kids.filter((kid) => kid.type === 'annotation')));
}

/** `@A(b)`, `@A`, `@get:A`. */
function annotation(at: Syntax, lower: Lower): Node {
  const type = lower.parts(at).find((kid) => kid.type !== 'use_site_target');
  if (type?.type === 'constructor_invocation') return made(type, lower, at);
  return make('call', at, { callee: lower.node(type, at.end), typeArgs: [], args: [], optional: false });
}

/** `A(b)` where a type stands: a super class or an annotation, which spans more. */
function made(at: Syntax, lower: Lower, span: { start: number; end: number } = at): Node {
  const [type, args] = lower.parts(at);
  return make('call', span, {
    callee: lower.node(type, at.end),
    typeArgs: [],
    args: args ? lower.kids(args) : [],
    optional: false,
  });
}

/** `import a.b.C` has the module `a.b` and the name `C`; a name alone is a module. */
function imported(at: Syntax, lower: Lower): Node {
  const [path, alias] = lower.parts(at);
  const names = path ? lower.parts(path) : [];
  const whole = path ? dotted(path, lower) : lower.node(null, at.end);
  const fields = { alias: alias ? lower.node(alias) : null, modifiers: [] };
  if (at.has('*')) return make('import', at, { form: 'all', module: whole, name: null, ...fields });
  if (names.length < 2 || whole.kind !== 'member')
    return make('import', at, { form: 'module', module: whole, name: null, ...fields });
  return make('import', at, { form: 'name', module: whole.object, name: whole.property, ...fields });
}

/** `a.b.c`. */
export function dotted(at: Syntax, lower: Lower): Node {
  const [first, ...rest] = lower.parts(at);
  if (rest.length > MAX_DEPTH) return lower.other(at);
  return rest.reduce(
    (object: Node, kid): Node =>
      make('member', { start: object.start, end: kid.end }, { object, property: lower.node(kid), optional: false }),
    lower.node(first, at.start),
  );
}

export function supersOf(at: Syntax, lower: Lower): Node[] {
  return lower.list(at.kids.filter((kid) => kid.type === 'delegation_specifiers'));
}

/** The members of a class body. */
export const classBody = (body: Syntax | null, lower: Lower): Syntax[] => (body ? lower.parts(body) : []);

function classLike(at: Syntax, keyword: string, modifiers: string[], lower: Lower): Node {
  const constructor = at.child('primary_constructor');
  const taken = constructor?.child('class_parameters') ?? null;
  const body = at.child('class_body') ?? at.child('enum_class_body');
  const fields = {
    keyword,
    name: lower.opt(at, 'name'),
    typeParams: [
      ...lower.list(at.kids.filter((kid) => kid.type === 'type_parameters')),
      ...(taken?.kids.some((kid) => kid.type === 'class_parameter')
        ? [make('other', taken, { type: taken.type, text: '', kids: [] })]
        : []),
    ],
    supers: supersOf(at, lower),
    decorators: [...decoratorsOf(at, lower), ...(constructor ? decoratorsOf(constructor, lower) : [])],
    modifiers,
  };
  const members = body ? classBody(body, lower) : takenBody(at, lower);
  return makeLazy('class', at, fields, [...classBody(taken, lower), ...members], (part) => lower.list([part]));
}

/** `class A : B by c { … }`, whose body the grammar takes for an argument of `c`. */
function takenBody(at: Syntax, lower: Lower): Syntax[] {
  const call = at.child('delegation_specifiers')?.kids.at(-1)?.child('explicit_delegation')?.child('call_expression');
  const lambda = call?.kids.at(-1)?.child('lambda_literal');
  if (!lambda || lambda.end !== at.end) return [];
  return lower.parts(lambda).flatMap((kid) => {
    const companion = kid.type === 'infix_expression' && /^companion\s+object\b/.test(lower.text(kid));
    const members = companion ? kid.child('lambda_literal') : null;
    return members ? lower.parts(members) : [kid];
  });
}

/** The block, or the expression behind `=`; null for what is only declared. */
export function bodyOf(at: Syntax, lower: Lower): Node | null {
  const body = at.child('function_body');
  if (!body) return null;
  const [only] = lower.parts(body);
  if (!only) return null;
  return only.type === 'block' ? bodyOfStatement(only, lower) : lower.node(only);
}

/** Modifiers stand before a parameter, its default behind it. */
export function parametersOf(at: Syntax | null, lower: Lower): Node[] {
  const out: Node[] = [];
  let list: Syntax | null = null;
  const kids = at ? at.kids.filter((kid) => !lower.skips(kid)) : [];
  kids.forEach((kid, index) => {
    if (kid.type === 'parameter_modifiers') list = kid;
    if (kid.type !== 'parameter') return;
    const value = kids[index + 1]?.type === '=' ? kids[index + 2] : undefined;
    const words: string[] = list ? list.kids.filter((one) => modifierKinds.test(one.type)).map((one) => lower.text(one)) : [];
    const span = { start: list?.start ?? kid.start, end: value?.end ?? kid.end };
    out.push(
      make('param', span, {
        target: lower.node(kid.child('identifier'), kid.end),
        type: typeOf(kid, lower),
        default: value ? lower.node(value) : null,
        variadic: words.includes('vararg') ? '...' : '',
        decorators: list ? lower.list(list.kids.filter((one) => one.type === 'annotation')) : [],
        modifiers: words.filter((word) => word !== 'vararg'),
      }),
    );
    list = null;
  });
  return out;
}

/** A variable with the name and the type that stand below `named`. */
export function variableOf(
  at: Syntax,
  named: Syntax,
  keyword: string,
  value: Node | null,
  lower: Lower,
): Node & { kind: 'vardef' } {
  return make('vardef', at, {
    keyword,
    target: declared(named, lower),
    type: typeOf(named, lower),
    value,
    decorators: [],
    modifiers: modifiersOf(at, lower),
  });
}

/** A property, and the functions with which it is read and written. */
function property(at: Syntax, lower: Lower): Node[] {
  const target = at.child('variable_declaration') ?? at.child('multi_variable_declaration') ?? at;
  const equals = at.child('=');
  const delegate = at.child('property_delegate');
  const accessors = at.kids.filter((kid) => kid.type === 'getter' || kid.type === 'setter');
  const value = delegate ?? lower.parts(at).find((kid) => equals && kid.start >= equals.end && !accessors.includes(kid));
  const named = variableOf(at, target, at.has('var') ? 'var' : 'val', value ? lower.node(value) : null, lower);
  named.decorators = decoratorsOf(at, lower);
  for (const one of named.decorators) one.parent = named;
  const first = accessors[0];
  if (first) named.end = value?.end ?? target.end;
  return [named, ...lower.list(accessors)];
}

function accessor(word: string): Build {
  return (at, lower) => {
    const token = at.child(word);
    const param = at.child('identifier');
    return make('func', at, {
      name: token && lower.name(token),
      params: param
        ? [
            make('param', param, {
              target: lower.node(param),
              type: null,
              default: null,
              variadic: '',
              decorators: [],
              modifiers: [],
            }),
          ]
        : [],
      body: bodyOf(at, lower),
      returns: null,
      typeParams: [],
      decorators: decoratorsOf(at, lower),
      modifiers: modifiersOf(at, lower),
      arrow: false,
      receiver: null,
    });
  };
}
