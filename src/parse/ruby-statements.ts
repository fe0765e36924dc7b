/** Ruby: lists of statements, definitions and control flow. */
import type { Node, Shape } from '../model/tree.ts';
import { type Build, type Lower, make, makeLazy, type Table } from './lower.ts';
import { parametersIn } from './ruby-parameters.ts';
import { heredocsOf } from './ruby-strings.ts';
import type { Syntax } from './syntax.ts';

type Span = { start: number; end: number };

/** Node kinds that stand as a statement; every other node is the expression of one. */
const standing: ReadonlySet<Node['kind']> = new Set([
  'exprstmt',
  'if',
  'while',
  'dowhile',
  'foreach',
  'return',
  'throw',
  'try',
  'switch',
  'break',
  'continue',
  'block',
  'class',
  'error',
]);

const statementTypes: ReadonlySet<string> = new Set(['alias', 'undef', 'redo', 'retry', 'missing']);

const isStatement = (node: Node): boolean =>
  standing.has(node.kind) || (node.kind === 'func' && !node.arrow) || (node.kind === 'other' && statementTypes.has(node.type));

/** One statement. A name that stands alone is a call without arguments. */
function statement(at: Syntax, lower: Lower): Node[] {
  if (at.type === 'identifier')
    return [
      make('exprstmt', at, { expr: make('call', at, { callee: lower.name(at), typeArgs: [], args: [], optional: false }) }),
    ];
  return lower.list([at]).map((node) => (isStatement(node) ? node : make('exprstmt', at, { expr: node })));
}

interface Piece extends Span {
  at: Syntax;
}

/** The statements among `kids`, each with the bodies of the heredocs that begin in it. */
function piecesAmong(kids: readonly Syntax[], lower: Lower): Piece[] {
  const pieces: Piece[] = [];
  for (const at of kids) {
    const last = pieces.at(-1);
    if (at.type === 'heredoc_body') {
      if (last) last.end = at.end;
    } else if (at.named && !lower.skips(at)) pieces.push({ at, start: at.start, end: at.end });
  }
  return pieces;
}

/** A node whose body is the statements among `kids`, built when first looked at. */
export function listOf<K extends 'block' | 'program' | 'class'>(
  kind: K,
  span: Span,
  fields: Parameters<typeof makeLazy<K, Piece>>[2],
  kids: readonly Syntax[],
  lower: Lower,
): Shape<K> {
  return makeLazy(kind, span, fields, piecesAmong(kids, lower), (piece) => {
    const before = heredocsOf(lower).length;
    const nodes = statement(piece.at, lower);
    for (const heredoc of heredocsOf(lower).splice(before)) stretch(heredoc);
    return nodes;
  });
}

/** A heredoc ends behind the line that it begins on, and so does whatever holds it. */
function stretch(heredoc: Node): void {
  for (let up = heredoc.parent; up; up = up.parent) up.end = Math.max(up.end, heredoc.end);
}

/** The statements of `at` as a block; an empty block at `offset` where there is nothing. */
export function blockOf(at: Syntax | null, lower: Lower, offset = 0): Shape<'block'> {
  if (at === null) return make('block', { start: offset, end: offset }, { body: [] });
  const guarded = at.kids.some(isHandler);
  return guarded ? make('block', at, { body: [attempt(at, lower)] }) : listOf('block', at, {}, at.kids, lower);
}

/** One statement as a block: the body of a modifier. */
const blockAround = (at: Syntax | null, lower: Lower, offset: number): Node => {
  if (at === null) return blockOf(null, lower, offset);
  return make('block', at, { body: statement(at, lower) });
};

const holders: ReadonlySet<string> = new Set(['assignment', 'operator_assignment', 'method', 'singleton_method']);
const handlers: ReadonlySet<string> = new Set(['rescue', 'ensure', 'else']);

/** The keyword of the same name is not one. */
const isHandler = (at: Syntax): boolean => at.named && handlers.has(at.type);

const handler = (at: Syntax, type: string): Syntax | null => at.kids.find((kid) => kid.named && kid.type === type) ?? null;

/** `… rescue … else … ensure …` */
function attempt(at: Syntax, lower: Lower): Node {
  const first = at.kids.findIndex(isHandler);
  const before = at.kids.slice(0, first).filter((kid) => kid.named);
  const start = before[0]?.start ?? at.start;
  const span = { start, end: Math.max(start, before.at(-1)?.end ?? start) };
  const otherwise = handler(at, 'else');
  const final = handler(at, 'ensure');
  return make(
    'try',
    { start: Math.min(start, at.start), end: at.end },
    {
      resources: [],
      body: listOf('block', span, {}, before, lower),
      catches: lower.list(at.kids.filter((kid) => kid.named && kid.type === 'rescue')),
      else: otherwise && blockOf(otherwise, lower),
      finally: final && blockOf(final, lower),
    },
  );
}

const negated = (node: Node): Node => make('unary', node, { op: '!', operand: node, postfix: false });

/** `unless` is `if !` that always has an `else`, as it is to the reference. */
const conditional =
  (not: boolean): Build =>
  (at, lower) => {
    const test = lower.get(at, 'condition');
    return make('if', at, {
      init: null,
      test: not ? negated(test) : test,
      then: blockOf(at.at('consequence'), lower, test.end),
      else: otherwise(at.at('alternative'), lower) ?? (not ? blockOf(null, lower, at.end) : null),
      ...(not ? { unless: true as const } : {}),
    });
  };

/** `elsif` nests without a block of its own. */
const otherwise = (at: Syntax | null, lower: Lower): Node | null =>
  at && (at.type === 'elsif' ? lower.node(at) : blockOf(at, lower));

const conditionalModifier =
  (not: boolean): Build =>
  (at, lower) => {
    const test = lower.get(at, 'condition');
    const then = blockAround(at.at('body'), lower, at.start);
    return make('if', at, {
      init: null,
      test: not ? negated(test) : test,
      then,
      else: not ? blockOf(null, lower, at.end) : null,
      ...(not ? { unless: true as const } : {}),
    });
  };

const loop =
  (not: boolean): Build =>
  (at, lower) => {
    const test = lower.get(at, 'condition');
    return make('while', at, { test: not ? negated(test) : test, body: blockOf(at.at('body'), lower, at.end), else: null });
  };

/** `begin … end while c` runs its body first. */
const loopModifier =
  (not: boolean): Build =>
  (at, lower) => {
    const condition = lower.get(at, 'condition');
    const test = not ? negated(condition) : condition;
    const body = at.at('body');
    if (body?.type === 'begin') return make('dowhile', at, { body: blockOf(body, lower), test });
    return make('while', at, { test, body: blockAround(body, lower, at.start), else: null });
  };

/** The one argument of `return`, `break`, …; several are an array. */
export function argument(at: Syntax, lower: Lower): Node | null {
  const list = at.child('argument_list');
  const args = list ? lower.kids(list) : [];
  return list && args.length > 1 ? make('array', list, { bracket: '(', elements: args }) : (args[0] ?? null);
}

const function_ =
  (receiver: boolean): Build =>
  (at, lower) => {
    const body = at.at('body');
    const lone = body && body.type !== 'body_statement';
    return make('func', at, {
      name: name(at.at('name'), lower),
      params: parametersIn(at.at('parameters'), lower),
      body: lone ? lower.node(body) : blockOf(body, lower, at.end),
      returns: null,
      typeParams: [],
      decorators: [],
      modifiers: [],
      arrow: false,
      receiver: receiver ? lower.opt(at, 'object') : null,
    });
  };

/** A method's name, whatever it is made of: `a`, `a=`, `==`, `[]`. */
const name = (at: Syntax | null, lower: Lower): Node | null => at && lower.name(at);

const defineClass =
  (keyword: string): Build =>
  (at, lower) => {
    const parent = at.at('superclass');
    const fields = {
      keyword,
      name: lower.opt(at, 'name'),
      typeParams: [],
      supers: parent ? lower.kids(parent) : [],
      decorators: [],
      modifiers: [],
    };
    return classOf(at, fields, lower);
  };

/** `class << self`: a class without a name, over the object. */
const singletonClass: Build = (at, lower) => {
  const supers = [lower.get(at, 'value')];
  return classOf(at, { keyword: 'class <<', name: null, typeParams: [], supers, decorators: [], modifiers: [] }, lower);
};

function classOf(at: Syntax, fields: Parameters<typeof listOf<'class'>>[2], lower: Lower): Node {
  const body = at.at('body');
  if (body?.kids.some(isHandler)) return make('class', at, { ...fields, body: [attempt(body, lower)] });
  return listOf('class', at, fields, body?.kids ?? [], lower);
}

const blockBuild: Build = (at, lower) => blockOf(at, lower);

export const statements: Table = {
  begin: (at, lower) => {
    const block = blockOf(at, lower);
    const [only] = block.body;
    return block.body.length === 1 && only?.kind === 'try' ? make('try', at, { ...only }) : block;
  },
  begin_block: blockBuild,
  end_block: blockBuild,
  body_statement: blockBuild,
  block_body: blockBuild,
  then: blockBuild,
  do: blockBuild,
  else: blockBuild,
  ensure: blockBuild,
  empty_statement: () => [],
  if: conditional(false),
  elsif: conditional(false),
  unless: conditional(true),
  if_modifier: conditionalModifier(false),
  unless_modifier: conditionalModifier(true),
  while: loop(false),
  until: loop(true),
  while_modifier: loopModifier(false),
  until_modifier: loopModifier(true),
  for: (at, lower) => {
    const iter = at.at('value');
    return make('foreach', at, {
      target: lower.get(at, 'pattern'),
      iter: iter ? lower.first(iter) : lower.get(at, 'value'),
      body: blockOf(at.at('body'), lower, at.end),
      else: null,
      keyword: 'in',
      await: false,
    });
  },
  rescue: (at, lower) => {
    const types = at.at('exceptions');
    const variable = at.at('variable');
    return make('catch', at, {
      types: types ? lower.kids(types) : [],
      target: variable ? lower.first(variable) : null,
      body: blockOf(at.at('body'), lower, at.end),
    });
  },
  rescue_modifier: (at, lower) => {
    const body = blockAround(at.at('handler'), lower, at.end);
    return make('try', at, {
      resources: [],
      body: blockAround(at.at('body'), lower, at.start),
      catches: [make('catch', body, { types: [], target: null, body })],
      else: null,
      finally: null,
      modifier: at.parent && holders.has(at.parent.type) ? 'value' : 'statement',
    });
  },
  return: (at, lower) => make('return', at, { value: argument(at, lower) }),
  // The value that a block gives for one round.
  next: (at, lower) => {
    const value = argument(at, lower);
    return value ? make('return', at, { value }) : make('continue', at, { label: null });
  },
  break: (at, lower) => {
    const value = argument(at, lower);
    return value ? make('return', at, { value }) : make('break', at, { label: null });
  },
  method: function_(false),
  singleton_method: function_(true),
  class: defineClass('class'),
  module: defineClass('module'),
  singleton_class: singletonClass,
};
