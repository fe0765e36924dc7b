/** Java: statements, and the `switch` that is an expression, too. */
import type { Node } from '../model/tree.ts';
import { decoratorsOf, dimensioned, modifiersOf } from './java-declarations.ts';
import { type Build, type Lower, make, makeLazy, type Table } from './lower.ts';
import type { Syntax } from './syntax.ts';

const inner: Build = (at, lower) => lower.kids(at);

export const statements: Table = {
  expression_statement(at, lower) {
    const [expr, ...rest] = lower.kids(at);
    return expr ? [make('exprstmt', at, { expr }), ...rest] : [];
  },
  block,
  if_statement: (at, lower) =>
    make('if', at, {
      init: null,
      test: lower.get(at, 'condition'),
      then: bodyOf(at, 'consequence', lower),
      else: otherwise(at, lower),
    }),
  while_statement: (at, lower) =>
    make('while', at, { test: lower.get(at, 'condition'), body: bodyOf(at, 'body', lower), else: null }),
  do_statement: (at, lower) => make('dowhile', at, { body: bodyOf(at, 'body', lower), test: lower.get(at, 'condition') }),
  for_statement: (at, lower) =>
    make('for', at, {
      init: lower.kids(at, 'init'),
      test: lower.opt(at, 'condition'),
      update: lower.kids(at, 'update'),
      body: bodyOf(at, 'body', lower),
    }),
  enhanced_for_statement(at, lower) {
    const target = at.at('name');
    const start = at.child('modifiers')?.start ?? at.at('type')?.start ?? at.start;
    const variable = make(
      'vardef',
      { start, end: at.at('dimensions')?.end ?? target?.end ?? at.end },
      {
        keyword: '',
        target: lower.node(target, at.end),
        type: at.at('type') && dimensioned(lower.get(at, 'type'), at.at('dimensions')),
        value: null,
        decorators: decoratorsOf(at, lower),
        modifiers: modifiersOf(at, lower),
      },
    );
    const body = bodyOf(at, 'body', lower);
    return make('foreach', at, {
      target: variable,
      iter: lower.get(at, 'value'),
      body,
      else: null,
      keyword: 'for',
      await: false,
    });
  },
  switch_expression(at, lower) {
    const body = at.at('body');
    return make('switch', at, { init: null, subject: lower.get(at, 'condition'), cases: body ? lower.kids(body) : [] });
  },
  switch_block: inner,
  switch_block_statement_group: cases,
  switch_rule: cases,
  guard: inner,
  yield_statement: (at, lower) =>
    make('exprstmt', at, { expr: make('yield', at, { value: optional(at, lower), delegate: false }) }),
  try_statement: attempt,
  try_with_resources_statement: attempt,
  resource_specification: inner,
  resource: (at, lower) =>
    at.at('name')
      ? make('vardef', at, {
          keyword: '',
          target: lower.get(at, 'name'),
          type: at.at('type') && dimensioned(lower.get(at, 'type'), at.at('dimensions')),
          value: lower.opt(at, 'value'),
          decorators: decoratorsOf(at, lower),
          modifiers: modifiersOf(at, lower),
        })
      : lower.kids(at),
  catch_clause(at, lower) {
    const param = at.child('catch_formal_parameter');
    const type = param?.child('catch_type');
    return make('catch', at, {
      types: type ? lower.kids(type) : [],
      target: param && lower.opt(param, 'name'),
      body: lower.bodyAt(at, 'body'),
    });
  },
  finally_clause: (at, lower) => lower.body(at.child('block')),
  synchronized_statement(at, lower) {
    const lock = at.child('parenthesized_expression');
    return make('with', at, { items: lock ? lower.kids(lock) : [], body: lower.bodyAt(at, 'body'), await: false });
  },
  return_statement: (at, lower) => make('return', at, { value: optional(at, lower) }),
  throw_statement: (at, lower) => make('throw', at, { value: optional(at, lower), from: null }),
  break_statement: (at, lower) => make('break', at, { label: label(at, lower) }),
  continue_statement: (at, lower) => make('continue', at, { label: label(at, lower) }),
  labeled_statement(at, lower) {
    const [, body] = lower.parts(at);
    return make('label', at, {
      name: label(at, lower) ?? '',
      body: body ? lower.node(body) : make('block', endOf(at), { body: [] }),
    });
  },
  assert_statement(at, lower) {
    const [test, message] = lower.kids(at);
    return make('assert', at, { test: test ?? lower.first(at), message: message ?? null });
  },
};

const endOf = (at: Syntax): { start: number; end: number } => ({ start: at.end, end: at.end });

/** The one named child, where the grammar does not require it. */
const optional = (at: Syntax, lower: Lower): Node | null => lower.kids(at)[0] ?? null;

function label(at: Syntax, lower: Lower): string | null {
  const kid = at.child('identifier');
  return kid && lower.text(kid);
}

/** `else if` nests without a block of its own. */
function otherwise(at: Syntax, lower: Lower): Node | null {
  const branch = at.at('alternative');
  if (!branch) return null;
  return branch.type === 'if_statement' ? lower.node(branch) : bodyOf(at, 'alternative', lower);
}

/** A statement as a block; a lone `;` is an empty one. */
function bodyOf(at: Syntax, field: string, lower: Lower): Node {
  const kid = at.at(field);
  return kid && !kid.named ? make('block', kid, { body: [] }) : lower.bodyAt(at, field);
}

/** To the reference `;` alone is a block of nothing, here as in JavaScript. */
export function block(at: Syntax, lower: Lower): Node {
  if (!at.kids.some((kid) => kid.type === ';')) return lower.block(at);
  const parts = at.kids.filter((kid) => kid.type === ';' || (kid.named && !lower.skips(kid)));
  return makeLazy('block', at, {}, parts, (part) =>
    part.type === ';' ? [make('block', part, { body: [] })] : lower.list([part]),
  );
}

/** One `case` for each label; the statements belong to the last. */
function cases(at: Syntax, lower: Lower): Node[] {
  const labels = at.kids.filter((kid) => kid.type === 'switch_label');
  const last = labels.at(-1);
  const rest = at.kids.filter((kid) => kid.type !== 'switch_label');
  return labels.map((one) => {
    const guard = one.child('guard');
    return make('case', one === last ? { start: one.start, end: at.end } : one, {
      tests: lower.list(one.kids.filter((kid) => kid !== guard)),
      guard: guard && lower.node(guard),
      body: one === last ? lower.list(rest) : [],
    });
  });
}

function attempt(at: Syntax, lower: Lower): Node {
  const final = at.child('finally_clause');
  return make('try', at, {
    resources: lower.kids(at, 'resources'),
    body: lower.bodyAt(at, 'body'),
    catches: lower.list(at.kids.filter((kid) => kid.type === 'catch_clause')),
    else: null,
    finally: final && lower.node(final),
  });
}
