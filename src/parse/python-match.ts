/** The patterns of Python's `match`, written as the expressions that they look like; `A() as x` is `x = A()`. */
import type { Node } from '../model/tree.ts';
import { type Build, type Lower, make, type Table } from './lower.ts';
import type { Syntax } from './syntax.ts';

/** The grammar leaves `_` and the `-` of a number as bare tokens beside the other parts. */
function simple(run: readonly Syntax[], lower: Lower): Node {
  const node = lower.list(run)[0] ?? null;
  if (node === null) {
    const token = run.find((kid) => kid.type === '_');
    return token ? lower.name(token) : lower.node(null, run.at(-1)?.end);
  }
  const minus = run.find((kid) => kid.type === '-' && kid.end <= node.start);
  if (!minus) return node;
  const span = { start: minus.start, end: node.end };
  return make('unary', span, { op: '-', operand: node, postfix: false });
}

/** The alternatives of `A | B`, as runs of the grammar's nodes. */
function alternatives(at: Syntax): Syntax[][] {
  const runs: Syntax[][] = [[]];
  for (const kid of at.kids) {
    if (kid.type === '|') runs.push([]);
    else runs.at(-1)?.push(kid);
  }
  return runs;
}

/** What one `case` tests; nothing for a lone `_`, which is the default. Alternatives at the top are a test each. */
export function caseTests(patterns: readonly Syntax[], lower: Lower, guarded: boolean): Node[] {
  const [only] = patterns;
  if (patterns.length !== 1 || !only) {
    const elements = lower.list(patterns);
    const span = { start: only?.start ?? 0, end: patterns.at(-1)?.end ?? 0 };
    return elements.length === 0 ? [] : [make('array', span, { bracket: '(', elements })];
  }
  const [inner] = lower.parts(only);
  if (!inner && lower.text(only) === '_' && !guarded) return [];
  if (inner?.type === 'union_pattern') return alternatives(inner).map((run) => simple(run, lower));
  return [lower.node(only)];
}

/** `(P)` is P in parentheses, `(P,)` a tuple. */
const tuple: Build = (at, lower) => {
  const elements = lower.kids(at);
  const [only] = elements;
  return only && elements.length === 1 && !at.has(',') ? only : make('array', at, { bracket: '(', elements });
};

/** A key and its value follow each other under fields of their own. */
const dict: Build = (at, lower) => {
  const props: Node[] = [];
  let key: Syntax[] = [];
  for (const kid of at.kids) {
    if (kid.field === 'key') key.push(kid);
    else if (kid.field === 'value' && key[0]) {
      const span = { start: key[0].start, end: kid.end };
      props.push(make('pair', span, { key: simple(key, lower), value: lower.node(kid) }));
      key = [];
    } else if (kid.named) props.push(...lower.list([kid]));
  }
  return make('object', at, { props });
};

const union: Build = (at, lower) => {
  const [first = [], ...rest] = alternatives(at);
  let node = simple(first, lower);
  for (const run of rest) {
    const right = simple(run, lower);
    node = make('binary', { start: at.start, end: right.end }, { op: '|', left: node, right });
  }
  return node;
};

/** `x=P` inside a class pattern. */
const keyword: Build = (at, lower) => {
  const [name, ...rest] = at.kids;
  return make('named', at, { name: name ? lower.text(name) : '', value: simple(rest, lower) });
};

const construct: Build = (at, lower) => {
  const [callee, ...args] = lower.parts(at);
  return make('call', at, { callee: lower.node(callee, at.end), typeArgs: [], args: lower.list(args), optional: false });
};

const splat: Build = (at, lower) => {
  const [op, ...rest] = at.kids;
  return make('spread', at, { op: op ? lower.text(op) : '*', value: simple(rest, lower) });
};

/** `1 + 2j`. */
const complex: Build = (at, lower) => {
  const sign = at.kids.findLast((kid) => kid.type === '+' || kid.type === '-');
  if (!sign) return lower.other(at);
  const left = at.kids.filter((kid) => kid.end <= sign.start);
  const right = at.kids.filter((kid) => kid.start >= sign.end);
  return make('binary', at, { op: lower.text(sign), left: simple(left, lower), right: simple(right, lower) });
};

export const matchPatterns: Table = {
  case_pattern: (at, lower) => simple(at.kids, lower),
  class_pattern: construct,
  complex_pattern: complex,
  dict_pattern: dict,
  keyword_pattern: keyword,
  list_pattern: (at, lower) => make('array', at, { bracket: '[', elements: lower.kids(at) }),
  splat_pattern: splat,
  tuple_pattern: tuple,
  union_pattern: union,
};
