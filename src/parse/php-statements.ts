/** PHP: statements, with braces or with colons. */
import type { Node } from '../model/tree.ts';
import { type Build, type Lower, make, type Table } from './lower.ts';
import { MAX_DEPTH, type Syntax } from './syntax.ts';

/** `echo`, `print`, `include` and the like are calls of the word. */
export function wordCall(
  at: { start: number; end: number },
  word: { start: number; end: number },
  name: string,
  args: Node[],
): Node {
  return make('call', at, { callee: make('name', word, { name }), typeArgs: [], args, optional: false });
}

/** The operands of a comma. */
export const flat = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => (node.kind === 'sequence' ? flat(node.exprs) : [node]));

/** A statement that is a call of its first word. */
export const wordStatement: Build = (at, lower) => {
  const [word] = at.kids;
  const text = word ? lower.text(word).toLowerCase() : '';
  const name = text === 'die' ? 'exit' : text;
  return make('exprstmt', at, { expr: wordCall(at, word ?? at, name, flat(lower.kids(at))) });
};

/** `<?= x ?>` is `<?php echo x ?>`. */
const echoed = (at: Syntax, lower: Lower): boolean => /<\?=\s*$/.test(lower.source.slice(Math.max(0, at.start - 40), at.start));

const expression: Build = (at, lower) => {
  const nodes = lower.kids(at);
  const [expr, ...rest] = nodes;
  if (!expr) return [];
  if (echoed(at, lower))
    return make('exprstmt', at, { expr: wordCall(at, { start: at.start, end: at.start }, 'echo', flat(nodes)) });
  // The grammar does not know `die` without parentheses.
  if (expr.kind === 'name' && expr.name.toLowerCase() === 'die')
    return make('exprstmt', at, { expr: wordCall(expr, expr, 'exit', []) });
  return [expr.kind === 'throw' ? expr : make('exprstmt', at, { expr }), ...rest];
};

/** A statement as a block; `;` is an empty one. */
function bodyAt(at: Syntax, lower: Lower): Node {
  const body = at.at('body');
  return body === null || body.type === 'empty_statement'
    ? make('block', body ?? { start: at.end, end: at.end }, { body: [] })
    : lower.body(body);
}

/** `elseif` nests: each later clause is the `else` of the one before. */
const conditional: Build = (at, lower) => {
  const [last, ...before] = [at, ...at.all('alternative')].reverse();
  if (!last || before.length > MAX_DEPTH) return lower.other(at);
  const arm = (clause: Syntax, otherwise: Node | null): Node =>
    make(
      'if',
      { start: clause.start, end: Math.max(clause.end, otherwise?.end ?? 0, clause === at ? at.end : 0) },
      { init: null, test: lower.get(clause, 'condition'), then: bodyAt(clause, lower), else: otherwise },
    );
  let node = last.type === 'else_clause' ? otherwiseOf(last, lower) : arm(last, null);
  for (const clause of before) node = arm(clause, node);
  return node;
};

/** `else if` nests without a block of its own. */
const otherwiseOf = (at: Syntax, lower: Lower): Node => {
  const body = at.at('body');
  return body?.type === 'if_statement' ? lower.node(body) : bodyAt(at, lower);
};

const part = (at: Syntax, field: string, lower: Lower): Node[] => flat(lower.kids(at, field));

const loop: Build = (at, lower) => {
  const bodies = at.all('body').filter((kid) => kid.type !== 'empty_statement');
  const [only] = bodies;
  const span = only ? { start: only.start, end: bodies.at(-1)!.end } : { start: at.end, end: at.end };
  const body = only && bodies.length === 1 ? lower.body(only) : make('block', span, { body: lower.list(bodies) });
  const test = part(at, 'condition', lower);
  const [condition, ...rest] = test;
  return make('for', at, {
    init: part(at, 'initialize', lower),
    test:
      rest.length > 0 ? make('sequence', { start: test[0]!.start, end: test.at(-1)!.end }, { exprs: test }) : (condition ?? null),
    update: part(at, 'update', lower),
    body,
  });
};

/** The variable of `&$v`. */
const bound = (node: Node): Node => (node.kind === 'unary' && node.op === '&' ? node.operand : node);

/** `foreach (a as k => v)` assigns an array of two. */
const each: Build = (at, lower) => {
  const as = at.kids.findIndex((kid) => kid.type === 'as');
  const middle = as < 0 ? at.kids.length : as;
  const heads = at.kids.filter((kid) => kid.field !== 'body' && kid.type !== 'text_interpolation');
  const [iter] = lower.list(heads.filter((kid) => at.kids.indexOf(kid) < middle));
  const [target] = lower.list(heads.filter((kid) => at.kids.indexOf(kid) > middle));
  const pair =
    target?.kind === 'pair' ? make('array', target, { bracket: '(', elements: [target.key, bound(target.value)] }) : target;
  return make('foreach', at, {
    target: pair ? bound(pair) : lower.node(null, at.end),
    iter: iter ?? lower.node(null, at.start),
    body: bodyAt(at, lower),
    else: null,
    keyword: 'as',
    await: false,
  });
};

const cases: Build = (at, lower) => {
  const body = at.at('body');
  return make('switch', at, { init: null, subject: lower.opt(at, 'condition'), cases: body ? lower.kids(body) : [] });
};

const jump =
  (kind: 'break' | 'continue'): Build =>
  (at, lower) => {
    const [level] = lower.parts(at);
    return make(kind, at, { label: level ? lower.text(level) : null });
  };

const block: Build = (at, lower) => lower.block(at);

export const statements: Table = {
  expression_statement: expression,
  compound_statement: block,
  colon_block: block,
  empty_statement: () => [],
  echo_statement: wordStatement,
  exit_statement: wordStatement,
  unset_statement: wordStatement,
  if_statement: conditional,
  else_if_clause: conditional,
  else_clause: otherwiseOf,
  while_statement: (at, lower) => make('while', at, { test: lower.get(at, 'condition'), body: bodyAt(at, lower), else: null }),
  do_statement: (at, lower) => make('dowhile', at, { body: bodyAt(at, lower), test: lower.get(at, 'condition') }),
  for_statement: loop,
  foreach_statement: each,
  switch_statement: cases,
  match_expression: cases,
  switch_block: (at, lower) => lower.kids(at),
  match_block: (at, lower) => lower.kids(at),
  case_statement: (at, lower) => {
    const value = at.at('value');
    const body = lower.list(at.kids.filter((kid) => kid !== value));
    return make('case', at, { tests: [lower.get(at, 'value')], guard: null, body });
  },
  default_statement: (at, lower) => make('case', at, { tests: [], guard: null, body: lower.kids(at) }),
  match_conditional_expression: (at, lower) => {
    const tests = at.at('conditional_expressions');
    return make('case', at, { tests: tests ? lower.kids(tests) : [], guard: null, body: returned(at, lower) });
  },
  match_default_expression: (at, lower) => make('case', at, { tests: [], guard: null, body: returned(at, lower) }),
  try_statement: (at, lower) => {
    const final = at.child('finally_clause');
    return make('try', at, {
      resources: [],
      body: bodyAt(at, lower),
      catches: lower.list(at.kids.filter((kid) => kid.type === 'catch_clause')),
      else: null,
      finally: final && lower.node(final),
    });
  },
  catch_clause: (at, lower) => {
    return make('catch', at, { types: lower.kids(at, 'type'), target: lower.opt(at, 'name'), body: bodyAt(at, lower) });
  },
  finally_clause: (at, lower) => bodyAt(at, lower),
  return_statement: (at, lower) => make('return', at, { value: lower.kids(at)[0] ?? null }),
  throw_expression: (at, lower) => make('throw', at, { value: lower.kids(at)[0] ?? null, from: null }),
  break_statement: jump('break'),
  continue_statement: jump('continue'),
  named_label_statement: (at, lower) => {
    const [word] = lower.parts(at);
    return make('label', at, {
      name: word ? lower.text(word) : '',
      body: make('block', { start: at.end, end: at.end }, { body: [] }),
    });
  },
  // `declare(ticks=1) { … }`: what stands in there is not declared itself.
  declare_statement: (at, lower) => {
    const body = at.kids.filter((kid) => kid.named && kid.type !== 'declare_directive');
    return body.length > 0 ? lower.list(body) : lower.other(at);
  },
};

function returned(at: Syntax, lower: Lower): Node[] {
  const expr = lower.get(at, 'return_expression');
  return [expr.kind === 'throw' ? expr : make('exprstmt', expr, { expr })];
}
