/** C#: what stands after `is` and `case`, and the readers that all parts of the lowering share. */
import type { Node } from '../model/tree.ts';
import { type Build, type Lower, make, type Table } from './lower.ts';
import type { Syntax } from './syntax.ts';

const inner: Build = (at, lower) => operands(at, lower);
const declared: Build = (at, lower) =>
  make('vardef', at, {
    keyword: '',
    target: designation(at, lower) ?? lower.first(at),
    type: typeOf(at.at('type'), lower),
    value: null,
    decorators: [],
    modifiers: [],
  });
const logical: Build = (at, lower) =>
  make('binary', at, { op: at.at('operator')?.type ?? '', left: lower.get(at, 'left'), right: lower.get(at, 'right') });

export const patternTable: Table = {
  constant_pattern: inner,
  parenthesized_pattern: inner,
  type_pattern: inner,
  discard: (at, lower) => lower.name(at),
  declaration_pattern: declared,
  var_pattern: declared,
  declaration_expression: declared,
  negated_pattern: (at, lower) => make('unary', at, { op: 'not', operand: lower.first(at), postfix: false }),
  relational_pattern: (at, lower) =>
    make('unary', at, { op: at.kids[0]?.type ?? '', operand: operands(at, lower)[0] ?? lower.first(at), postfix: false }),
  and_pattern: logical,
  or_pattern: logical,
  list_pattern: (at, lower) => make('array', at, { bracket: '[', elements: lower.kids(at) }),
  // `T(x, y) { A: 1 } name`: the type, the positions, the properties, the name
  recursive_pattern(at, lower) {
    const target = designation(at, lower);
    const kids = lower.list(at.kids.filter((kid) => kid.field !== 'name' && !designations.has(kid.type)));
    const bound =
      target && make('vardef', target, { keyword: '', target, type: null, value: null, decorators: [], modifiers: [] });
    return make('other', at, { type: at.type, text: '', kids: [...kids, ...(bound ? [bound] : [])] });
  },
  positional_pattern_clause: (at, lower) => make('array', at, { bracket: '(', elements: lower.kids(at) }),
  property_pattern_clause: (at, lower) => make('object', at, { props: lower.kids(at) }),
  subpattern(at, lower) {
    const [key, value] = operands(at, lower);
    if (!key || !value) return key ?? lower.other(at);
    return make('pair', at, { key, value });
  },
  parenthesized_variable_designation: tuple,
  tuple_pattern: tuple,
};

const designations: ReadonlySet<string> = new Set(['discard', 'parenthesized_variable_designation']);

function tuple(at: Syntax, lower: Lower): Node {
  return make('array', at, { bracket: '(', elements: lower.kids(at) });
}

/** What a pattern binds: a name, `_`, or names in parentheses. */
function designation(at: Syntax, lower: Lower): Node | null {
  const kid = at.at('name') ?? at.kids.find((part) => designations.has(part.type));
  return kid ? lower.node(kid) : null;
}

/** Lowered named children, and `this` and `base`, which the grammar does not name. */
export function operands(at: { kids: readonly Syntax[] }, lower: Lower): Node[] {
  const out: Node[] = [];
  for (const kid of at.kids) {
    if (kid.type === 'this' || kid.type === 'base') out.push(lower.name(kid));
    else if (kid.named) out.push(...lower.list([kid]));
  }
  return out;
}

/** The first operand behind the token `mark`; null when there is none. */
export function valueAfter(at: Syntax, mark: string, lower: Lower): Node | null {
  const from = at.kids.findIndex((kid) => kid.type === mark);
  return from < 0 ? null : (operands({ kids: at.kids.slice(from + 1) }, lower)[0] ?? null);
}

/** `var` is no type. */
export function typeOf(at: Syntax | null, lower: Lower): Node | null {
  return at === null || at.type === 'implicit_type' ? null : lower.node(at);
}

/** `T[]`, whatever its rank: an `index` without indices; the sizes in `new T[n]` are not part of it. */
export function arrayOf(at: Syntax, lower: Lower): Node {
  return make('index', at, { object: lower.get(at, 'type'), indices: [] });
}

/** `a.b`; of `a.b<T>` the whole name is applied to the types. */
export function memberOf(at: { start: number; end: number }, left: Syntax | null, right: Syntax | null, lower: Lower): Node {
  const [word, args] = right?.type === 'generic_name' ? lower.parts(right) : [right];
  const object = lower.node(left, at.start);
  const property = lower.node(word, at.end);
  if (!args) return make('member', at, { object, property, optional: false });
  const base = make('member', { start: at.start, end: property.end }, { object, property, optional: false });
  return make('generic', at, { base, args: lower.kids(args) });
}
