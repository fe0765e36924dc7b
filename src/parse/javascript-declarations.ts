/** JavaScript and TypeScript: variables, functions, classes and their members. */
import type { Node, Shape } from '../model/tree.ts';
import { type Build, type Lower, make, makeLazy, type Table } from './lower.ts';
import type { Syntax } from './syntax.ts';

export const declarations: Table = {
  lexical_declaration: variables,
  variable_declaration: variables,
  using_declaration: variables,
  variable_declarator: (at, lower) => variable(at, at, '', lower),

  function_declaration: func,
  function_expression: func,
  generator_function_declaration: func,
  generator_function: func,
  arrow_function: func,
  function_signature: func,
  method_definition: func,
  method_signature: func,
  abstract_method_signature: func,
  call_signature: func,
  construct_signature: func,
  function_type: func,
  constructor_type: func,
  formal_parameters: (at, lower) => lower.parts(at).map((part) => parameter(part, lower)),
  required_parameter: parameter,
  optional_parameter: parameter,
  type_parameters: (at, lower) => lower.kids(at),
  type_parameter: (at, lower) =>
    make('param', at, {
      target: lower.get(at, 'name'),
      type: lower.opt(at, 'constraint'),
      default: lower.opt(at, 'value'),
      variadic: '',
      decorators: [],
      modifiers: modifiers(at, lower),
    }),
  decorator: (at, lower) => lower.kids(at),

  class_declaration: classOf('class'),
  abstract_class_declaration: classOf('class'),
  class: classOf('class'),
  interface_declaration: classOf('interface'),
  enum_declaration: classOf('enum'),
  class_heritage: (at, lower) => lower.kids(at),
  extends_clause: superclasses,
  extends_type_clause: (at, lower) => lower.kids(at),
  implements_clause: (at, lower) => lower.kids(at),
  field_definition: field('property'),
  public_field_definition: field('name'),
  property_signature: field('name'),
  enum_assignment: field('name'),
  class_static_block: (at, lower) => lower.bodyAt(at, 'body'),
};

/** Tokens before or behind a declaration's name → the modifiers they stand for. */
const modifierWords: Readonly<Record<string, readonly string[]>> = {
  abstract: ['abstract'],
  accessor: ['accessor'],
  async: ['async'],
  // Of an enum or a type parameter; a variable's `const` is its keyword.
  const: ['const'],
  declare: ['declare'],
  get: ['get'],
  new: ['new'],
  readonly: ['readonly'],
  set: ['set'],
  static: ['static'],
  'static get': ['static', 'get'],
  '*': ['generator'],
  '?': ['optional'],
};

function modifiers(at: Syntax, lower: Lower): string[] {
  const out: string[] = [];
  for (const kid of at.kids) {
    if (kid.type === 'accessibility_modifier' || kid.type === 'override_modifier') out.push(lower.text(kid));
    else if (!kid.named && Object.hasOwn(modifierWords, kid.type)) out.push(...modifierWords[kid.type]!);
  }
  return out;
}

/** `let a, b = 1` → one `vardef` each; a lone one has the span of the whole declaration. */
function variables(at: Syntax, lower: Lower): Node[] {
  const words = at.kids.filter((kid) => kid.type in variableWords);
  const keyword = words.map((word) => lower.text(word)).join(' ');
  const parts = lower.parts(at);
  return parts.map((part) =>
    part.type === 'variable_declarator' ? variable(part, parts.length === 1 ? at : part, keyword, lower) : lower.node(part),
  );
}

const variableWords: Readonly<Record<string, true>> = { let: true, const: true, var: true, await: true, using: true };

function variable(at: Syntax, span: Syntax, keyword: string, lower: Lower): Node {
  return make('vardef', span, {
    keyword,
    target: lower.get(at, 'name'),
    type: lower.opt(at, 'type'),
    value: lower.opt(at, 'value'),
    decorators: [],
    modifiers: [],
  });
}

/** Declarations, expressions, arrows, methods, signatures and function types alike. */
function func(at: Syntax, lower: Lower): Shape<'func'> {
  return make('func', at, {
    name: lower.opt(at, 'name'),
    params: parameters(at, lower),
    body: lower.opt(at, 'body'),
    returns: lower.opt(at, 'return_type') ?? lower.opt(at, 'type'),
    typeParams: lower.kids(at, 'type_parameters'),
    decorators: lower.kids(at, 'decorator'),
    modifiers: modifiers(at, lower),
    arrow: at.type === 'arrow_function' || at.type === 'function_type',
    receiver: null,
  });
}

function parameters(at: Syntax, lower: Lower): Node[] {
  // `x => …` has one parameter and no list.
  const lone = at.at('parameter');
  return lone ? [parameter(lone, lower)] : lower.kids(at, 'parameters');
}

/** JavaScript's grammar puts a bare pattern where TypeScript's has a parameter node. */
function parameter(at: Syntax, lower: Lower): Node {
  const typed = at.type === 'required_parameter' || at.type === 'optional_parameter';
  if (at.type === 'ERROR' || at.missing) return lower.node(at);
  const whole = typed ? (at.at('pattern') ?? at.at('name')) : at;
  const withDefault = whole?.type === 'assignment_pattern' ? whole : null;
  const pattern = withDefault ? withDefault.at('left') : whole;
  const rest = pattern?.type === 'rest_pattern';
  return make('param', at, {
    target: pattern === null ? lower.first(at) : rest ? lower.first(pattern) : lower.node(pattern),
    type: typed ? lower.opt(at, 'type') : null,
    default: withDefault ? lower.get(withDefault, 'right') : typed ? lower.opt(at, 'value') : null,
    variadic: rest ? '...' : '',
    decorators: typed ? lower.kids(at, 'decorator') : [],
    modifiers: typed ? modifiers(at, lower) : [],
  });
}

/** A member of a class, with the decorators that TypeScript's grammar puts beside it. */
interface Member {
  start: number;
  end: number;
  at: Syntax;
  decorators: Syntax[];
}

function classOf(keyword: string): Build {
  return (at, lower) => {
    const fields = {
      keyword,
      name: lower.opt(at, 'name'),
      typeParams: lower.kids(at, 'type_parameters'),
      supers: lower.list(at.kids.filter((kid) => kid.type === 'class_heritage' || kid.type === 'extends_type_clause')),
      decorators: lower.kids(at, 'decorator'),
      modifiers: modifiers(at, lower),
    };
    return makeLazy('class', at, fields, members(at.at('body'), lower), (member) => {
      const nodes = keyword === 'enum' && member.at.field === 'name' ? [constant(member.at, lower)] : lower.list([member.at]);
      return decorate(nodes, member.decorators, lower);
    });
  };
}

function members(body: Syntax | null, lower: Lower): Member[] {
  const out: Member[] = [];
  let decorators: Syntax[] = [];
  for (const at of body === null ? [] : lower.parts(body)) {
    if (at.type === 'decorator') {
      decorators.push(at);
      continue;
    }
    out.push({ start: decorators[0]?.start ?? at.start, end: at.end, at, decorators });
    decorators = [];
  }
  // Decorators of nothing: what they decorate is not written yet.
  for (const at of decorators) out.push({ start: at.start, end: at.end, at, decorators: [] });
  return out;
}

/** Puts decorators that stand before a declaration on it; its span then begins at the first. */
export function decorate(nodes: Node[], before: readonly Syntax[], lower: Lower): Node[] {
  const [first] = before;
  if (!first) return nodes;
  const decorators = lower.list(before);
  const target = nodes.find((node) => node.kind === 'class' || node.kind === 'func' || node.kind === 'vardef');
  if (!target) return [...decorators, ...nodes];
  target.decorators.unshift(...decorators);
  for (const decorator of decorators) decorator.parent = target;
  target.start = Math.min(target.start, first.start);
  return nodes;
}

/** `A` in `enum { A }`. */
function constant(at: Syntax, lower: Lower): Node {
  return make('vardef', at, { keyword: '', target: lower.node(at), type: null, value: null, decorators: [], modifiers: [] });
}

/** A class's field, a property of an interface, an enum's constant with a value. `role` is the field of its name. */
function field(role: 'name' | 'property'): Build {
  return (at, lower) =>
    make('vardef', at, {
      keyword: '',
      target: lower.get(at, role),
      type: lower.opt(at, 'type'),
      value: lower.opt(at, 'value'),
      decorators: lower.kids(at, 'decorator'),
      modifiers: modifiers(at, lower),
    });
}

/** `extends A<T>, B`: type arguments follow their class as a sibling. */
function superclasses(at: Syntax, lower: Lower): Node[] {
  const out: Node[] = [];
  for (const part of lower.parts(at)) {
    const base = out[out.length - 1];
    if (part.type === 'type_arguments' && base) {
      out[out.length - 1] = make('generic', { start: base.start, end: part.end }, { base, args: lower.kids(part) });
    } else out.push(...lower.list([part]));
  }
  return out;
}
