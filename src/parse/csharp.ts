/**
 * C# to the generic tree, over the grammar tree-sitter-c-sharp: names, types, statements and patterns. Expressions are in
 * `csharp-expressions.ts`, declarations in `csharp-declarations.ts`.
 *
 * The type `var` is no type. An attribute is a `call`, `[A]` the same as `[A()]`. A character is not a string: it stays an
 * `other`. `ref`, `out` and `in` leave no trace at an argument. Whatever is compiled on condition
 * (`#if`, `#else`) is there. `lock` and `fixed` are a `with` whose first item is their own name, `unsafe` and `checked`
 * a `label`.
 */
import type { Node, Shape } from '../model/tree.ts';
import { declarations, variables } from './csharp-declarations.ts';
import { expressions } from './csharp-expressions.ts';
import { arrayOf, memberOf, operands, patternTable, typeOf } from './csharp-pattern.ts';
import { type Build, type Lower, type Lowering, make, type Table } from './lower.ts';
import type { Syntax } from './syntax.ts';

const name: Build = (at, lower) => lower.name(at);
const inner: Build = (at, lower) => operands(at, lower);
const unary =
  (op: string, postfix = false): Build =>
  (at, lower) =>
    make('unary', at, { op, operand: lower.first(at), postfix });

const types: Table = {
  identifier: name,
  predefined_type: name,
  implicit_type: name,
  this: name,
  base: name,
  generic_name(at, lower) {
    const [base, args] = lower.parts(at);
    return make('generic', at, { base: lower.node(base, at.end), args: args ? lower.kids(args) : [] });
  },
  type_argument_list: inner,
  qualified_name: (at, lower) => memberOf(at, at.at('qualifier'), at.at('name'), lower),
  alias_qualified_name: (at, lower) => memberOf(at, at.at('alias'), at.at('name'), lower),
  array_type: (at, lower) => arrayOf(at, lower),
  nullable_type: unary('?', true),
  pointer_type: unary('*', true),
  ref_type: inner,
  scoped_type: inner,
  tuple_type: (at, lower) => make('array', at, { bracket: '(', elements: lower.kids(at) }),
  tuple_element(at, lower) {
    const label = at.at('name');
    const type = lower.get(at, 'type');
    return label ? make('named', at, { name: lower.text(label), value: type }) : type;
  },
};

const statements: Table = {
  global_statement: inner,
  expression_statement(at, lower) {
    const [expr, ...rest] = operands(at, lower);
    return expr ? [make('exprstmt', at, { expr }), ...rest] : [];
  },
  // To the reference `;` alone is a block of nothing.
  empty_statement: (at) => make('block', at, { body: [] }),
  block: (at, lower) => lower.block(at),
  local_declaration_statement: variables,
  variable_declaration: variables,
  if_statement: (at, lower) =>
    make('if', at, {
      init: null,
      test: lower.get(at, 'condition'),
      then: bodyOf(at.at('consequence'), at, lower),
      else: otherwise(at.at('alternative'), at, lower),
    }),
  while_statement: (at, lower) =>
    make('while', at, { test: lower.get(at, 'condition'), body: bodyOf(at.at('body'), at, lower), else: null }),
  do_statement: (at, lower) => make('dowhile', at, { body: bodyOf(at.at('body'), at, lower), test: lower.get(at, 'condition') }),
  for_statement: (at, lower) =>
    make('for', at, {
      init: lower.kids(at, 'initializer'),
      test: lower.opt(at, 'condition'),
      update: lower.kids(at, 'update'),
      body: bodyOf(at.at('body'), at, lower),
    }),
  foreach_statement(at, lower) {
    const left = lower.get(at, 'left');
    const type = at.at('type');
    const target: Node = type
      ? make(
          'vardef',
          { start: type.start, end: Math.max(left.end, type.end) },
          { keyword: '', target: left, type: typeOf(type, lower), value: null, decorators: [], modifiers: [] },
        )
      : left;
    const body = bodyOf(at.at('body'), at, lower);
    const iter = lower.get(at, 'right');
    return make('foreach', at, { target, iter, body, else: null, keyword: 'foreach', await: at.has('await') });
  },
  switch_statement(at, lower) {
    const body = at.at('body');
    return make('switch', at, { init: null, subject: lower.get(at, 'value'), cases: body ? sections(body, lower) : [] });
  },
  switch_body: inner,
  switch_section(at, lower) {
    const colon = at.kids.findIndex((kid) => kid.type === ':');
    const middle = colon < 0 ? at.kids.length : colon;
    const guard = at.child('when_clause');
    return make('case', at, {
      tests: operands({ kids: at.kids.slice(0, middle).filter((kid) => kid !== guard) }, lower),
      guard: guard && lower.node(guard),
      body: lower.list(at.kids.slice(middle)),
    });
  },
  when_clause: inner,
  try_statement(at, lower) {
    const final = at.child('finally_clause');
    return make('try', at, {
      resources: [],
      body: lower.bodyAt(at, 'body'),
      catches: lower.list(at.kids.filter((kid) => kid.type === 'catch_clause')),
      else: null,
      finally: final && lower.node(final),
    });
  },
  // `catch (E e) when (f) { … }` is `catch (E e) { if (f) { … } }`
  catch_clause(at, lower) {
    const declared = at.child('catch_declaration');
    const filter = at.child('catch_filter_clause');
    const body = lower.bodyAt(at, 'body');
    const span = filter && { start: filter.start, end: body.end };
    return make('catch', at, {
      types: declared ? lower.kids(declared, 'type') : [],
      target: declared && lower.opt(declared, 'name'),
      body: span
        ? make('block', span, { body: [make('if', span, { init: null, test: lower.first(filter), then: body, else: null })] })
        : body,
    });
  },
  catch_filter_clause: inner,
  finally_clause: (at, lower) => lower.body(at.child('block')),
  using_statement: (at, lower) =>
    make('with', at, {
      items: operands({ kids: at.kids.filter((kid) => kid.field !== 'body') }, lower),
      body: bodyOf(at.at('body'), at, lower),
      await: at.has('await'),
    }),
  lock_statement: guarded,
  fixed_statement: guarded,
  unsafe_statement: marked,
  checked_statement: marked,
  return_statement: (at, lower) => make('return', at, { value: operands(at, lower)[0] ?? null }),
  // `yield break` ends the iterator.
  yield_statement: (at, lower) =>
    at.has('break')
      ? make('return', at, { value: null })
      : make('exprstmt', at, { expr: make('yield', at, { value: operands(at, lower)[0] ?? null, delegate: false }) }),
  throw_statement: (at, lower) => make('throw', at, { value: operands(at, lower)[0] ?? null, from: null }),
  break_statement: (at) => make('break', at, { label: null }),
  continue_statement: (at) => make('continue', at, { label: null }),
  labeled_statement(at, lower) {
    const [word, body] = lower.parts(at);
    return make('label', at, { name: word ? lower.text(word) : '', body: lower.node(body, at.end) });
  },
};

export const csharp: Lowering = {
  table: { ...types, ...patternTable, ...expressions, ...statements, ...declarations },
  skip: new Set([
    'comment',
    'shebang_directive',
    'preproc_define',
    'preproc_endregion',
    'preproc_error',
    'preproc_line',
    'preproc_nullable',
    'preproc_pragma',
    'preproc_region',
    'preproc_undef',
    'preproc_warning',
  ]),
};

/** A statement as a block; `;` is an empty one. */
function bodyOf(kid: Syntax | null, at: Syntax, lower: Lower): Node {
  if (!kid || kid.type === 'empty_statement') return make('block', kid ?? { start: at.end, end: at.end }, { body: [] });
  return lower.body(kid);
}

/** `else if` nests without a block of its own. */
function otherwise(kid: Syntax | null, at: Syntax, lower: Lower): Node | null {
  return kid && (kid.type === 'if_statement' ? lower.node(kid) : bodyOf(kid, at, lower));
}

/** `case 1: case 2: …` is one section that names both. */
function sections(at: Syntax, lower: Lower): Node[] {
  const out: Node[] = [];
  let before: Shape<'case'> | null = null;
  for (const node of operands(at, lower)) {
    if (node.kind !== 'case') {
      out.push(node);
      continue;
    }
    const both: Shape<'case'> =
      before && node.guard === null && node.tests.length > 0
        ? (make(
            'case',
            { start: before.start, end: node.end },
            {
              tests: [...before.tests, ...node.tests],
              guard: null,
              body: node.body,
            },
          ) as Shape<'case'>)
        : node;
    if (before && both === node) out.push(before);
    // What stands for `...` in a pattern is no value.
    const isDots = both.tests.some((test) => test.kind === 'name' && test.name === 'Fs_el');
    before = both.body.length === 0 && both.guard === null && !isDots ? both : null;
    if (!before) out.push(both);
  }
  if (before) out.push(before);
  return out;
}

/** `lock (x) …`, `fixed (T* p = x) …` */
function guarded(at: Syntax, lower: Lower): Node {
  const [word] = at.kids;
  const close = at.kids.findIndex((kid) => kid.type === ')');
  const middle = close < 0 ? at.kids.length : close;
  const held = operands({ kids: at.kids.slice(0, middle) }, lower);
  const body = at.kids.slice(middle).find((kid) => kid.named && !csharp.skip.has(kid.type)) ?? null;
  return make('with', at, { items: [...(word ? [lower.name(word)] : []), ...held], body: bodyOf(body, at, lower), await: false });
}

/** `unsafe { }`, `checked { }`, `unchecked { }` */
function marked(at: Syntax, lower: Lower): Node {
  const [word] = at.kids;
  return make('label', at, { name: word ? lower.text(word) : '', body: bodyOf(at.child('block'), at, lower) });
}
