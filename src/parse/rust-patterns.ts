/**
 * Rust: the patterns of `let`, `match` and parameters, as what they take apart looks like. `Some(x)` is an `array` whose
 * bracket holds the constructor: `Some(`; `S { a, .. }` is an `object`.
 */
import type { Node } from '../model/tree.ts';
import { type Build, type Lower, make, type Table } from './lower.ts';
import { MAX_DEPTH, type Syntax } from './syntax.ts';

const inner: Build = (at, lower) => lower.list(at.kids.filter((kid) => kid.type !== 'mutable_specifier'));

export const patterns: Table = {
  mut_pattern: inner,
  ref_pattern: inner,
  reference_pattern: inner,
  generic_pattern: (at, lower) => lower.first(at),
  tuple_pattern: elements('('),
  slice_pattern: elements('['),
  tuple_struct_pattern(at, lower) {
    const type = at.at('type');
    const kids = at.kids.filter((kid) => kid !== type);
    const written = type ? lower.text(type).replace(/\s+/g, '') : '';
    return make('array', at, { bracket: `${written}(`, elements: partsOf(kids, lower) });
  },
  struct_pattern: (at, lower) => make('object', at, { props: lower.list(at.kids.filter((kid) => kid.field !== 'type')) }),
  field_pattern(at, lower) {
    const key = at.at('name');
    const value = at.at('pattern');
    return make('pair', at, {
      key: lower.node(key, at.end),
      value: value ? patternOf(value, lower, at.end) : lower.node(key, at.end),
    });
  },
  remaining_field_pattern: (at) => make('spread', at, { op: '..', value: make('name', at, { name: '_' }) }),
  captured_pattern(at, lower) {
    const [word, pattern] = lower.parts(at);
    const whole = lower.node(word, at.end);
    return pattern ? make('array', at, { bracket: '@', elements: [whole, patternOf(pattern, lower, at.end)] }) : whole;
  },
  or_pattern(at, lower) {
    const [first, ...rest] = lower.parts(at).map((kid) => patternOf(kid, lower, at.end));
    const either = (left: Node, right: Node): Node =>
      make('binary', { start: left.start, end: right.end }, { op: '|', left, right });
    return first && rest.length <= MAX_DEPTH ? rest.reduce(either, first) : lower.other(at);
  },
  range_pattern: (at, lower) => make('slice', at, { lower: lower.opt(at, 'left'), upper: lower.opt(at, 'right'), step: null }),
  match_pattern: inner,
};

/** A pattern, or the target of an assignment; `_` is a name. */
export function patternOf(at: Syntax | null, lower: Lower, offset: number): Node {
  if (!at) return lower.node(null, offset);
  return at.type === '_' ? make('name', at, { name: '_' }) : lower.node(at);
}

function elements(bracket: string): Build {
  return (at, lower) => make('array', at, { bracket, elements: partsOf(at.kids, lower) });
}

/** The patterns among `kids`: bare `_` tokens count, other punctuation does not. */
const partsOf = (kids: readonly Syntax[], lower: Lower): Node[] =>
  kids.flatMap((kid) => (kid.type === '_' ? [make('name', kid, { name: '_' })] : lower.list([kid])));

/** A parameter of a function or a closure; one without a name has its type as target. */
export function parameter(at: Syntax, lower: Lower): Node {
  const own = at.type === 'parameter' || at.type === 'variadic_parameter';
  const word = at.type === 'self_parameter' ? at.child('self') : null;
  return make('param', at, {
    target: word ? lower.name(word) : own ? patternOf(at.at('pattern'), lower, at.end) : patternOf(at, lower, at.end),
    type: own ? lower.opt(at, 'type') : null,
    default: null,
    variadic: at.type === 'variadic_parameter' ? '...' : '',
    decorators: [],
    modifiers: [],
  });
}
