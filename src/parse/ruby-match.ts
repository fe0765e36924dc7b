/** Ruby: what stands behind `in` and `when`, and the one-line matches `v => p` and `v in p`. */
import type { Node } from '../model/tree.ts';
import { type Build, type Lower, make, type Table } from './lower.ts';
import { unwrapped } from './ruby-parameters.ts';
import { blockOf } from './ruby-statements.ts';
import { MAX_DEPTH, type Syntax } from './syntax.ts';

const inner: Build = (at, lower) => lower.first(at);

/** `T(a, b)` and `T[a, b]` are calls of T; without a type the parts stand for themselves. */
function shaped(at: Syntax, lower: Lower, whole: (kids: Node[]) => Node): Node {
  const type = at.at('class');
  const kids = lower.list(at.kids.filter((kid) => kid !== type)).map(unwrapped);
  return type ? make('call', at, { callee: lower.node(type), typeArgs: [], args: kids, optional: false }) : whole(kids);
}

const list: Build = (at, lower) => shaped(at, lower, (elements) => make('array', at, { bracket: '[', elements }));

const alternatives: Build = (at, lower) => {
  const [first, ...rest] = lower.kids(at, 'alternatives');
  if (!first || rest.length > MAX_DEPTH) return lower.other(at);
  return rest.reduce(
    (left: Node, right) => make('binary', { start: left.start, end: right.end }, { op: '|', left, right }),
    first,
  );
};

const guard =
  (not: boolean): Build =>
  (at, lower) => {
    const test = lower.get(at, 'condition');
    return not ? make('unary', test, { op: '!', operand: test, postfix: false }) : test;
  };

const bodyOf = (at: Syntax, lower: Lower): Node[] => blockOf(at.at('body'), lower, at.end).body;

const otherwise = (at: Syntax, lower: Lower): Node => make('case', at, { tests: [], guard: null, body: blockOf(at, lower).body });

export const matching: Table = {
  case: (at, lower) =>
    make('switch', at, { init: null, subject: lower.opt(at, 'value'), cases: at.kids.flatMap((kid) => arm(kid, lower)) }),
  case_match: (at, lower) =>
    make('switch', at, { init: null, subject: lower.opt(at, 'value'), cases: at.kids.flatMap((kid) => arm(kid, lower)) }),
  when: (at, lower) => make('case', at, { tests: lower.kids(at, 'pattern'), guard: null, body: bodyOf(at, lower) }),
  in_clause: (at, lower) =>
    make('case', at, { tests: lower.kids(at, 'pattern'), guard: lower.opt(at, 'guard'), body: bodyOf(at, lower) }),
  if_guard: guard(false),
  unless_guard: guard(true),
  pattern: inner,
  parenthesized_pattern: inner,
  expression_reference_pattern: inner,
  variable_reference_pattern: inner,
  array_pattern: list,
  find_pattern: list,
  hash_pattern: (at, lower) => shaped(at, lower, (props) => make('object', at, { props })),
  // `{name:}` binds what it is called.
  keyword_pattern: (at, lower) => {
    const key = at.at('key');
    const value = lower.opt(at, 'value') ?? (key ? lower.name(key) : lower.get(at, 'key'));
    return make('pair', at, { key: lower.get(at, 'key'), value });
  },
  alternative_pattern: alternatives,
  as_pattern: (at, lower) => make('assign', at, { op: '=', target: lower.get(at, 'name'), value: lower.get(at, 'value') }),
  match_pattern: (at, lower) => make('assign', at, { op: '=', target: lower.get(at, 'pattern'), value: lower.get(at, 'value') }),
  test_pattern: (at, lower) => make('binary', at, { op: 'in', left: lower.get(at, 'value'), right: lower.get(at, 'pattern') }),
};

function arm(kid: Syntax, lower: Lower): Node[] {
  if (kid.type === 'else' && kid.named) return [otherwise(kid, lower)];
  return kid.type === 'when' || kid.type === 'in_clause' ? lower.list([kid]) : [];
}
