/** Kotlin: statements, most of which are expressions as well, and functions without a name. */
import type { Kind, Node } from '../model/tree.ts';
import { bodyOf, classBody, parametersOf, supersOf, typeOf, variableOf } from './kotlin-declarations.ts';
import { type Lower, make, makeLazy, type Table } from './lower.ts';
import type { Syntax } from './syntax.ts';

export const statements: Table = {
  block: (at, lower) => blockOver(at, lower.parts(at), lower),
  if_expression(at, lower) {
    const bar = at.child('else');
    const branches = lower.parts(at).filter((kid) => kid.field !== 'condition');
    const then = branches.find((kid) => !bar || kid.end <= bar.start);
    const otherwise = branches.find((kid) => bar && kid.start >= bar.end);
    return make('if', at, {
      init: null,
      test: lower.get(at, 'condition'),
      then: then ? bodyOfStatement(then, lower) : make('block', { start: at.end, end: at.end }, { body: [] }),
      else: otherwise ? (otherwise.type === 'if_expression' ? lower.node(otherwise) : bodyOfStatement(otherwise, lower)) : null,
    });
  },
  when_expression(at, lower) {
    const subject = at.child('when_subject');
    const variable = subject?.child('variable_declaration') ?? null;
    const value = subject ? lower.parts(subject).find((kid) => kid !== variable && kid.type !== 'annotation') : undefined;
    const init = variable && subject && variableOf(subject, variable, 'val', value ? lower.node(value) : null, lower);
    return make('switch', at, {
      init,
      subject: variable ? lower.node(variable.child('identifier'), variable.end) : value ? lower.node(value) : null,
      cases: lower.list(at.kids.filter((kid) => kid.type === 'when_entry')),
    });
  },
  when_entry(at, lower) {
    const arrow = at.child('->');
    return make('case', at, {
      tests: lower.kids(at, 'condition'),
      guard: null,
      body: lower.parts(at).flatMap((kid) => (arrow && kid.start >= arrow.end ? standing(kid, lower) : [])),
    });
  },
  type_test: (at, lower) => make('unary', at, { op: at.kids[0]?.type ?? 'is', operand: lower.first(at), postfix: false }),
  range_test: (at, lower) => make('unary', at, { op: at.kids[0]?.type ?? 'in', operand: lower.first(at), postfix: false }),
  for_statement(at, lower) {
    const label = at.child('label');
    const [target, iter, body] = lower.parts(at).filter((kid) => kid !== label && kid.type !== 'annotation');
    const loop = make('foreach', at, {
      target: target ? declared(target, lower) : lower.node(null, at.end),
      iter: lower.node(iter, at.end),
      body: body ? bodyOfStatement(body, lower) : make('block', { start: at.end, end: at.end }, { body: [] }),
      else: null,
      keyword: 'for',
      await: false,
    });
    return labelled(loop, label, lower);
  },
  while_statement(at, lower) {
    const label = at.child('label');
    const body = lower.parts(at).find((kid) => kid !== label && kid.field !== 'condition');
    const loop = make('while', at, {
      test: lower.get(at, 'condition'),
      body: body ? bodyOfStatement(body, lower) : make('block', { start: at.end, end: at.end }, { body: [] }),
      else: null,
    });
    return labelled(loop, label, lower);
  },
  do_while_statement(at, lower) {
    const label = at.child('label');
    const body = lower.parts(at).find((kid) => kid !== label && kid.field !== 'condition');
    const loop = make('dowhile', at, {
      body: body ? bodyOfStatement(body, lower) : make('block', { start: at.start, end: at.start }, { body: [] }),
      test: lower.get(at, 'condition'),
    });
    return labelled(loop, label, lower);
  },
  try_expression(at, lower) {
    const final = at.child('finally_block');
    return make('try', at, {
      resources: [],
      body: lower.body(at.child('block')),
      catches: lower.list(at.kids.filter((kid) => kid.type === 'catch_block')),
      else: null,
      finally: final && lower.body(final.child('block')),
    });
  },
  catch_block(at, lower) {
    const word = at.child('identifier');
    const type = typeOf(at, lower);
    return make('catch', at, {
      types: type ? [type] : [],
      target: word && lower.node(word),
      body: lower.body(at.child('block')),
    });
  },
  return_expression(at, lower) {
    const value = lower.parts(at).find((kid) => kid.field !== 'label');
    return make('return', at, { value: value ? lower.node(value) : null });
  },
  throw_expression: (at, lower) => make('throw', at, { value: lower.kids(at)[0] ?? null, from: null }),
  // `break@l` is a label for the grammar, too.
  labeled_expression(at, lower) {
    const [mark, value] = lower.parts(at);
    const label = mark ? lower.text(mark).replace(/@$/, '') : '';
    if (label === 'break' || label === 'continue') return make(label, at, { label: value ? lower.text(value) : null });
    return value && (value.type === 'lambda_literal' || value.type === 'call_expression')
      ? lower.node(value)
      : make('label', at, { name: label, body: lower.node(value, at.end) });
  },

  lambda_literal(at, lower) {
    const params = at.child('lambda_parameters');
    const parts = lower.parts(at).filter((kid) => kid !== params);
    return make('func', at, {
      name: null,
      params: params ? lower.parts(params).map((kid) => parameter(kid, lower)) : [],
      body: blockOver({ start: Math.min(params?.end ?? at.start, at.end), end: at.end }, parts, lower),
      returns: null,
      typeParams: [],
      decorators: [],
      modifiers: [],
      arrow: true,
      receiver: null,
    });
  },
  anonymous_function: (at, lower) =>
    make('func', at, {
      name: null,
      params: parametersOf(at.child('function_value_parameters'), lower),
      body: bodyOf(at, lower),
      returns: typeOf(at, lower),
      typeParams: [],
      decorators: [],
      modifiers: [],
      arrow: false,
      receiver: null,
    }),
  // `object : A(x) { … }`
  object_literal(at, lower) {
    const [first, ...rest] = supersOf(at, lower);
    const body = at.child('class_body');
    const nameless = { keyword: 'class', name: null, typeParams: [], supers: rest, decorators: [], modifiers: [] };
    const callee =
      first?.kind === 'call' ? first.callee : (first ?? make('name', { start: at.start, end: at.start }, { name: 'Any' }));
    return make('new', at, {
      callee,
      typeArgs: [],
      args: first?.kind === 'call' ? first.args : [],
      body: makeLazy(
        'class',
        { start: rest[0]?.start ?? body?.start ?? at.end, end: at.end },
        nameless,
        classBody(body, lower),
        (part) => lower.list([part]),
      ),
    });
  },
};

/** Kinds that stand as a statement; everything else is an expression, `if`, `when` and `try` included. */
const ownStatements: ReadonlySet<Kind> = new Set<Kind>(
  'vardef while dowhile for foreach return throw break continue label import class namespace block exprstmt error'.split(
    ' ',
  ) as Kind[],
);

/** What stands as a statement. */
export function standing(at: Syntax, lower: Lower): Node[] {
  return lower.list([at]).map((node) => {
    const stands = ownStatements.has(node.kind) || (node.kind === 'func' && node.name !== null) || node.kind === 'other';
    return stands ? node : make('exprstmt', at, { expr: node });
  });
}

function blockOver(at: { start: number; end: number }, parts: readonly Syntax[], lower: Lower): Node {
  return makeLazy('block', at, {}, parts, (part) => standing(part, lower));
}

/** A block whatever `at` is. */
export function bodyOfStatement(at: Syntax, lower: Lower): Node {
  if (at.type === 'block') return lower.node(at);
  // `if (a) { b }` may read as if the branch were a lambda.
  const parts = at.type === 'lambda_literal' && !at.has('lambda_parameters') ? lower.parts(at) : [at];
  return blockOver(at, parts, lower);
}

function labelled(loop: Node, label: Syntax | null, lower: Lower): Node {
  return label ? make('label', loop, { name: lower.text(label).replace(/@$/, ''), body: loop }) : loop;
}

/** The variables of a loop or a lambda: a name, or an `array` of names. */
export function declared(at: Syntax, lower: Lower): Node {
  if (at.type !== 'multi_variable_declaration') return lower.node(at.child('identifier'), at.end);
  const elements = at.kids.filter((kid) => kid.type === 'variable_declaration').map((kid) => declared(kid, lower));
  return make('array', at, { bracket: '(', elements });
}

function parameter(at: Syntax, lower: Lower): Node {
  return make('param', at, {
    target: declared(at, lower),
    type: typeOf(at, lower),
    default: null,
    variadic: '',
    decorators: [],
    modifiers: [],
  });
}
