/**
 * Python (2 and 3) to the generic tree, over the grammar tree-sitter-python.
 *
 * A tuple with or without parentheses is an `array` with bracket `(`. A string keeps its prefix (`b`, `r`, …); an f-string
 * with interpolation is a `template`. `print x` and `exec x` of Python 2 are calls.
 */
import type { Node, Shape } from '../model/tree.ts';
import { type Build, enclosed, type Lower, type Lowering, make, type Table } from './lower.ts';
import { caseTests, matchPatterns } from './python-match.ts';
import { MAX_DEPTH, type Syntax } from './syntax.ts';

type Span = { start: number; end: number };

const spanning = (from: Span, to: Span): Span => ({ start: from.start, end: to.end });

/** A wrapper around one node. */
const transparent = (at: Syntax, lower: Lower): Node => lower.first(at);
const name: Build = (at, lower) => lower.name(at);
const leaf =
  (type: string): Build =>
  (at, lower) =>
    make('other', at, { type, text: lower.text(at), kids: [] });
const array =
  (bracket: string): Build =>
  (at, lower) =>
    make('array', at, { bracket, elements: lower.kids(at) });
const spread =
  (op: string): Build =>
  (at, lower) =>
    make('spread', at, { op, value: transparent(at, lower) });

/** The one value of `kids`, or a tuple of them; null for none. */
function joinedValue(at: Span, kids: readonly Syntax[], lower: Lower): Node | null {
  const nodes = lower.list(kids);
  if (nodes.length <= 1) return nodes[0] ?? null;
  return make('array', spanning(nodes[0] ?? at, nodes.at(-1) ?? at), { bracket: '(', elements: nodes });
}

/** `a.b.c` without looking at anything but its identifiers. */
const dotted: Build = (at, lower) => {
  const [first, ...rest] = lower.parts(at);
  if (!first) return lower.name(at);
  if (rest.length > MAX_DEPTH) return lower.other(at);
  let node: Node = lower.name(first);
  for (const part of rest)
    node = make('member', spanning(at, part), { object: node, property: lower.name(part), optional: false });
  return node;
};

const binary: Build = (at, lower) =>
  make('binary', at, { op: operator(at, lower), left: lower.get(at, 'left'), right: lower.get(at, 'right') });

const operator = (at: Syntax, lower: Lower): string => {
  const token = at.at('operator');
  return token ? lower.text(token) : '';
};

/**
 * `a < b < c` is `a < b and b < c`. A middle operand that itself compares would be written out twice at every level of
 * nesting; such a chain stays an `other`.
 */
const comparison: Build = (at, lower) => {
  const [first, ...rest] = lower.parts(at);
  const tokens = at.kids.filter((kid) => kid.field === 'operators');
  const odd = rest.length !== tokens.length || rest.length > MAX_DEPTH || rest.slice(0, -1).some(holdsComparison);
  if (!first || odd) return lower.other(at);
  let from = first;
  let all: Node | null = null;
  for (const [i, operand] of rest.entries()) {
    const fields = { op: tokens[i]?.type ?? '', left: lower.node(from), right: lower.node(operand) };
    const pair: Node = make('binary', spanning(from, operand), fields);
    all = all === null ? pair : make('binary', spanning(first, operand), { op: 'and', left: all, right: pair });
    from = operand;
  }
  return all ?? lower.other(at);
};

const holdsComparison = (at: Syntax): boolean => at.type === 'comparison_operator' || at.kids.some(holdsComparison);

// ---- strings

/** Parts of one string literal; a single plain part when nothing is interpolated. */
function stringParts(at: Syntax, lower: Lower): Node[] {
  const parts: Node[] = [];
  let from = at.child('string_start')?.end ?? at.start;
  const text = (end: number, force: boolean) => {
    const span = { start: from, end: Math.max(from, end) };
    if (force || span.end > from) parts.push(make('string', span, { value: lower.source.slice(span.start, span.end) }));
  };
  for (const kid of at.kids) {
    if (kid.type !== 'interpolation') continue;
    text(kid.start, false);
    parts.push(...interpolated(kid, lower));
    from = kid.end;
  }
  const close = at.child('string_end');
  text(close ? close.start : at.end, parts.length === 0);
  return parts;
}

/** `{expression!r:{width}}`: the expression, cast to how it is written, then those of the format. */
function interpolated(at: Syntax, lower: Lower): Node[] {
  const format = at.at('format_specifier');
  const nested = format?.kids.filter((kid) => kid.type === 'format_expression') ?? [];
  const written = [at.at('type_conversion'), format].map((kid) => (kid ? lower.text(kid) : '')).join('');
  const value = lower.get(at, 'expression');
  return [
    written === '' ? value : formatted(value, written),
    ...nested.flatMap((kid) => interpolated(kid, lower).map((part) => formatted(part, '{}'))),
  ];
}

/** A little longer than what it holds, so that a place within that is found there, and the brace within the text. */
function formatted(value: Node, text: string): Node {
  const span = { start: value.start, end: value.end + 1 };
  return make('cast', span, { type: make('other', span, { type: 'format', text, kids: [] }), value });
}

function literal(at: Syntax, strings: readonly Syntax[], lower: Lower): Node {
  const parts = strings.flatMap((string) => (string.type === 'string' ? stringParts(string, lower) : lower.node(string)));
  const plain = parts.filter((part) => part.kind === 'string');
  if (plain.length === parts.length) {
    const value = plain.map((part) => part.value).join('');
    const prefix = strings.length === 1 ? /^[bBrRuU]*(?!\w)/.exec(lower.source.slice(at.start, at.start + 3))?.[0] : '';
    return make('string', at, prefix ? { value, prefix } : { value });
  }
  return make('template', at, { parts: parts.filter((part) => part.kind !== 'string' || part.value !== '') });
}

// ---- definitions

interface Decorated {
  span: Span;
  decorators: Node[];
}

const plain = (at: Syntax): Decorated => ({ span: at, decorators: [] });

const define = (at: Syntax, lower: Lower, { span, decorators }: Decorated): Node =>
  make('func', span, {
    name: lower.opt(at, 'name'),
    params: params(at.at('parameters'), lower),
    body: lower.bodyAt(at, 'body'),
    returns: lower.opt(at, 'return_type'),
    typeParams: typeParams(at, lower),
    decorators,
    modifiers: at.has('async') ? ['async'] : [],
    arrow: false,
    receiver: null,
  });

function defineClass(at: Syntax, lower: Lower, { span, decorators }: Decorated): Node {
  const supers = at.at('superclasses');
  const fields = {
    keyword: 'class',
    name: lower.opt(at, 'name'),
    typeParams: typeParams(at, lower),
    supers: supers ? lower.kids(supers) : [],
    decorators,
    modifiers: [],
  };
  return lower.lazy('class', span, fields, at.at('body'));
}

const decorated: Build = (at, lower) => {
  const decorators = lower.list(at.kids.filter((kid) => kid.type === 'decorator'));
  const definition = at.at('definition');
  switch (definition?.type) {
    case 'function_definition':
      return define(definition, lower, { span: at, decorators });
    case 'class_definition':
      return defineClass(definition, lower, { span: at, decorators });
    default:
      return lower.other(at);
  }
};

/** The parameters; the separators `/` and `*` say nothing about the values and are dropped. */
const params = (at: Syntax | null, lower: Lower): Node[] => (at ? lower.parts(at).flatMap((kid) => param(kid, lower)) : []);

function param(at: Syntax, lower: Lower): Node[] {
  switch (at.type) {
    case 'positional_separator':
    case 'keyword_separator':
      return [];
    case 'typed_parameter':
      return [paramOf(at, lower.parts(at)[0] ?? null, lower, lower.opt(at, 'type'), null)];
    case 'default_parameter':
    case 'typed_default_parameter':
      return [paramOf(at, at.at('name'), lower, lower.opt(at, 'type'), lower.opt(at, 'value'))];
    case 'ERROR':
      return [lower.node(at)];
    default:
      return [paramOf(at, at, lower, null, null)];
  }
}

const variadics: Readonly<Record<string, string>> = { list_splat_pattern: '*', dictionary_splat_pattern: '**' };

function paramOf(at: Syntax, target: Syntax | null, lower: Lower, type: Node | null, value: Node | null): Shape<'param'> {
  const variadic = (target && variadics[target.type]) ?? '';
  const inner = target && variadic !== '' ? (lower.parts(target)[0] ?? null) : target;
  return make('param', at, { target: lower.node(inner, at.end), type, default: value, variadic, decorators: [], modifiers: [] });
}

// ---- types

const typeParams = (at: Syntax, lower: Lower): Node[] => {
  const list = at.at('type_parameters');
  return list ? lower.kids(list) : [];
};

/** An expression that stands for a type: a subscript is a type applied to arguments, also on one side of `|`. */
function typeOf(at: Syntax | null, lower: Lower): Node {
  switch (at?.type) {
    case 'subscript':
      return make('generic', at, { base: lower.get(at, 'value'), args: at.all('subscript').map((kid) => typeOf(kid, lower)) });
    case 'binary_operator':
      return make('binary', at, {
        op: operator(at, lower),
        left: typeOf(at.at('left'), lower),
        right: typeOf(at.at('right'), lower),
      });
    default:
      return lower.node(at);
  }
}

const genericType: Build = (at, lower) => {
  const [base, list] = lower.parts(at);
  return make('generic', at, { base: lower.node(base, at.end), args: list ? lower.kids(list) : [] });
};

// ---- imports: every node has the span of the whole statement

const imports: Build = (at, lower) =>
  at.all('name').map((item) => {
    const aliased = item.type === 'aliased_import';
    const module = aliased ? lower.get(item, 'name') : lower.node(item);
    return make('import', at, {
      form: 'module',
      module,
      name: null,
      alias: aliased ? lower.opt(item, 'alias') : null,
      modifiers: [],
    });
  });

const importsFrom: Build = (at, lower) => {
  const from = at.at('module_name') ?? at.child('__future__');
  const module = () => (from === null ? lower.node(null, at.end) : from.named ? lower.node(from) : lower.name(from));
  if (at.has('wildcard_import'))
    return make('import', at, { form: 'all', module: module(), name: null, alias: null, modifiers: [] });
  return at.all('name').map((item) => {
    const aliased = item.type === 'aliased_import';
    const name = aliased ? lower.opt(item, 'name') : lower.node(item);
    return make('import', at, {
      form: 'name',
      module: module(),
      name,
      alias: aliased ? lower.opt(item, 'alias') : null,
      modifiers: [],
    });
  });
};

// ---- statements

const expressionStatement: Build = (at, lower) => {
  const expr = at.has(',') ? make('array', at, { bracket: '(', elements: lower.kids(at) }) : transparent(at, lower);
  return expr.kind === 'vardef' ? expr : make('exprstmt', at, { expr });
};

const assignment: Build = (at, lower) =>
  at.at('type')
    ? make('vardef', at, {
        keyword: '',
        target: lower.get(at, 'left'),
        type: lower.opt(at, 'type'),
        value: lower.opt(at, 'right'),
        decorators: [],
        modifiers: [],
      })
    : make('assign', at, { op: '=', target: lower.get(at, 'left'), value: lower.get(at, 'right') });

/** `a as b` is `b = a`. */
const asPattern: Build = (at, lower) => {
  const [value, target] = lower.parts(at);
  return make('assign', at, { op: '=', target: lower.node(at.at('alias') ?? target, at.end), value: lower.node(value, at.end) });
};

/** `elif` nests: each later clause is the `else` of the one before. */
const conditional: Build = (at, lower) => {
  const [last, ...before] = [at, ...at.all('alternative')].reverse();
  if (!last || before.length > MAX_DEPTH) return lower.other(at);
  const arm = (clause: Syntax, otherwise: Node | null): Node =>
    make('if', spanning(clause, at), {
      init: null,
      test: lower.get(clause, 'condition'),
      then: lower.bodyAt(clause, 'consequence'),
      else: otherwise,
    });
  let node = last.type === 'else_clause' ? lower.node(last) : arm(last, null);
  for (const clause of before) node = arm(clause, node);
  return node;
};

const otherwise = (at: Syntax, lower: Lower): Node | null => {
  const clause = at.at('alternative') ?? at.child('else_clause');
  return clause && lower.node(clause);
};

/** The suite of a clause that gives it no field. */
const suite = (at: Syntax, lower: Lower): Node => lower.body(at.at('body') ?? at.child('block'));

const attempt: Build = (at, lower) => {
  const final = at.child('finally_clause');
  return make('try', at, {
    resources: [],
    body: lower.bodyAt(at, 'body'),
    catches: lower.list(at.kids.filter((kid) => kid.type === 'except_clause')),
    else: otherwise(at, lower),
    finally: final && lower.node(final),
  });
};

/** `except (A, B) as e` has two types. */
const except: Build = (at, lower) => {
  const [first, ...rest] = at.all('value');
  const caught = first?.type === 'as_pattern' ? lower.parts(first)[0] : first;
  const target = at.at('alias') ?? (first?.type === 'as_pattern' ? first.at('alias') : null);
  const types = caught?.type === 'tuple' ? lower.kids(caught) : caught ? [lower.node(caught)] : [];
  return make('catch', at, {
    types: [...types, ...lower.list(rest)],
    target: target && lower.node(target),
    body: suite(at, lower),
  });
};

const withItems: Build = (at, lower) => {
  const value = at.at('value');
  // `with (open(a) as f, open(b) as g):` reads as a tuple.
  if (value?.type === 'tuple' && value.has('as_pattern')) return lower.kids(value);
  return lower.node(value);
};

const returned =
  (kind: 'return' | 'yield'): Build =>
  (at, lower) => {
    const value = joinedValue(at, at.kids, lower);
    return kind === 'return' ? make('return', at, { value }) : make('yield', at, { value, delegate: at.has('from') });
  };

const raise: Build = (at, lower) =>
  make('throw', at, {
    value: joinedValue(
      at,
      at.kids.filter((kid) => kid.field !== 'cause'),
      lower,
    ),
    from: lower.opt(at, 'cause'),
  });

const remove: Build = (at, lower) => {
  const [only] = lower.parts(at);
  const targets = only?.type === 'expression_list' ? lower.kids(only) : lower.kids(at);
  return targets.map((operand) => {
    const span = targets.length === 1 ? at : operand;
    return make('exprstmt', span, { expr: make('unary', span, { op: 'del', operand, postfix: false }) });
  });
};

const assertion: Build = (at, lower) => {
  const [test, message] = lower.parts(at);
  return make('assert', at, { test: lower.node(test, at.end), message: message ? lower.node(message) : null });
};

/** `print x` and `exec x`: a call of the keyword. */
const keywordCall: Build = (at, lower) => {
  const [keyword] = at.kids;
  const callee = keyword ? lower.name(keyword) : lower.node(null, at.end);
  return make('exprstmt', at, { expr: make('call', at, { callee, typeArgs: [], args: lower.kids(at), optional: false }) });
};

const match: Build = (at, lower) => {
  const body = at.at('body');
  return make('switch', at, {
    init: null,
    subject: joinedValue(at, at.all('subject'), lower),
    cases: body ? lower.kids(body) : [],
  });
};

const matchCase: Build = (at, lower) => {
  const guard = lower.opt(at, 'guard');
  const body = lower.bodyAt(at, 'consequence');
  const patterns = lower.parts(at).filter((kid) => kid.type === 'case_pattern');
  const tests = caseTests(patterns, lower, guard !== null);
  return make('case', at, { tests, guard, body: body.kind === 'block' ? body.body : [body] });
};

// ---- expressions

const call: Build = (at, lower) => {
  const list = at.at('arguments');
  const args = list === null ? [] : list.type === 'argument_list' ? lower.kids(list) : [lower.node(list)];
  const callee = lower.get(at, 'function');
  // The grammar reads `[*f()]` as `[(*f)()]`.
  if (callee.kind === 'spread' && at.at('function')?.type.startsWith('list_splat')) {
    const value = make('call', spanning(callee.value, at), { callee: callee.value, typeArgs: [], args, optional: false });
    return make('spread', at, { op: callee.op, value });
  }
  return make('call', at, { callee, typeArgs: [], args, optional: false });
};

const slice: Build = (at, lower) => {
  const places: (Node | null)[] = [null, null, null];
  let place = 0;
  for (const kid of at.kids) {
    if (kid.type === ':') place++;
    else if (kid.named && place < places.length) places[place] = lower.list([kid])[0] ?? places[place] ?? null;
  }
  return make('slice', at, { lower: places[0] ?? null, upper: places[1] ?? null, step: places[2] ?? null });
};

const comprehension =
  (bracket: string): Build =>
  (at, lower) => {
    const clauses: Node[] = [];
    let tests: Syntax[] = [];
    let loop: Syntax | null = null;
    const close = () => {
      if (!loop) return;
      const iter = joinedValue(loop, loop.all('right'), lower) ?? lower.node(null, at.end);
      clauses.push(
        make('clause', spanning(loop, tests.at(-1) ?? loop), { target: lower.get(loop, 'left'), iter, tests: lower.list(tests) }),
      );
    };
    for (const kid of at.kids) {
      if (kid.type === 'if_clause') tests.push(kid);
      if (kid.type !== 'for_in_clause') continue;
      close();
      loop = kid;
      tests = [];
    }
    close();
    // `f(x for x in y)` hands over a list, as the reference has it.
    const bare = bracket === '(' && at.parent?.type === 'call';
    return make('comprehension', at, { bracket: bare ? '[' : bracket, element: lower.get(at, 'body'), clauses });
  };

const ternary: Build = (at, lower) => {
  const [then, test, otherwise] = lower.parts(at);
  return make('ternary', at, {
    test: lower.node(test, at.end),
    then: lower.node(then, at.end),
    else: lower.node(otherwise, at.end),
  });
};

const table: Table = {
  // ---- atoms
  identifier: name,
  dotted_name: dotted,
  relative_import: (at, lower) => make('name', at, { name: lower.text(at).replace(/\s+/g, '') }),
  integer: (at, lower) => make('number', at, { value: lower.text(at) }),
  float: (at, lower) => make('number', at, { value: lower.text(at) }),
  true: (at) => make('bool', at, { value: true }),
  false: (at) => make('bool', at, { value: false }),
  none: (at) => make('null', at, {}),
  string: (at, lower) => literal(at, [at], lower),
  concatenated_string: (at, lower) => literal(at, lower.parts(at), lower),
  // Not the `...` of patterns: there a placeholder stands in the text.
  ellipsis: leaf('ellipsis_literal'),

  // ---- expressions
  parenthesized_expression: (at, lower) => enclosed(lower.first(at), at),
  parenthesized_list_splat: transparent,
  call,
  argument_list: (at, lower) => lower.kids(at),
  keyword_argument: (at, lower) => {
    const word = at.at('name');
    return make('named', at, { name: word ? lower.text(word) : '', value: lower.get(at, 'value') });
  },
  attribute: (at, lower) =>
    make('member', at, { object: lower.get(at, 'object'), property: lower.get(at, 'attribute'), optional: false }),
  subscript: (at, lower) => make('index', at, { object: lower.get(at, 'value'), indices: lower.kids(at, 'subscript') }),
  slice,
  list: array('['),
  tuple: array('('),
  set: array('{'),
  expression_list: array('('),
  pattern_list: array('('),
  list_splat: spread('*'),
  dictionary_splat: spread('**'),
  list_splat_pattern: spread('*'),
  dictionary_splat_pattern: spread('**'),
  dictionary: (at, lower) => lower.object(at),
  pair: (at, lower) => make('pair', at, { key: lower.get(at, 'key'), value: lower.get(at, 'value') }),
  list_comprehension: comprehension('['),
  set_comprehension: comprehension('{'),
  dictionary_comprehension: comprehension('{'),
  generator_expression: comprehension('('),
  if_clause: transparent,
  comparison_operator: comparison,
  boolean_operator: binary,
  binary_operator: binary,
  not_operator: (at, lower) => make('unary', at, { op: 'not', operand: lower.get(at, 'argument'), postfix: false }),
  unary_operator: (at, lower) =>
    make('unary', at, { op: operator(at, lower), operand: lower.get(at, 'argument'), postfix: false }),
  conditional_expression: ternary,
  named_expression: (at, lower) => make('assign', at, { op: ':=', target: lower.get(at, 'name'), value: lower.get(at, 'value') }),
  as_pattern: asPattern,
  as_pattern_target: transparent,
  await: (at, lower) => make('await', at, { value: transparent(at, lower) }),
  yield: returned('yield'),
  lambda: (at, lower) =>
    make('func', at, {
      name: null,
      params: params(at.at('parameters'), lower),
      body: lower.get(at, 'body'),
      returns: null,
      typeParams: [],
      decorators: [],
      modifiers: [],
      arrow: true,
      receiver: null,
    }),

  // ---- types
  type: (at, lower) => typeOf(lower.parts(at)[0] ?? null, lower),
  generic_type: genericType,
  union_type: (at, lower) => {
    const [left, right] = lower.parts(at);
    return make('binary', at, { op: '|', left: lower.node(left, at.end), right: lower.node(right, at.end) });
  },
  member_type: (at, lower) => {
    const [object, property] = lower.parts(at);
    return make('member', at, { object: lower.node(object, at.end), property: lower.node(property, at.end), optional: false });
  },
  splat_type: (at, lower) => make('spread', at, { op: at.has('**') ? '**' : '*', value: transparent(at, lower) }),

  // ---- statements
  expression_statement: expressionStatement,
  assignment,
  augmented_assignment: (at, lower) =>
    make('assign', at, { op: operator(at, lower), target: lower.get(at, 'left'), value: lower.get(at, 'right') }),
  block: (at, lower) => lower.block(at),
  if_statement: conditional,
  else_clause: suite,
  finally_clause: suite,
  for_statement: (at, lower) =>
    make('foreach', at, {
      target: lower.get(at, 'left'),
      iter: lower.get(at, 'right'),
      body: lower.bodyAt(at, 'body'),
      else: otherwise(at, lower),
      keyword: 'in',
      await: at.has('async'),
    }),
  while_statement: (at, lower) =>
    make('while', at, { test: lower.get(at, 'condition'), body: lower.bodyAt(at, 'body'), else: otherwise(at, lower) }),
  try_statement: attempt,
  except_clause: except,
  with_statement: (at, lower) => {
    const clause = at.child('with_clause');
    return make('with', at, { items: clause ? lower.kids(clause) : [], body: lower.bodyAt(at, 'body'), await: at.has('async') });
  },
  with_item: withItems,
  match_statement: match,
  case_clause: matchCase,
  return_statement: returned('return'),
  raise_statement: raise,
  assert_statement: assertion,
  delete_statement: remove,
  break_statement: (at) => make('break', at, { label: null }),
  continue_statement: (at) => make('continue', at, { label: null }),
  pass_statement: leaf('pass_statement'),
  print_statement: keywordCall,
  exec_statement: keywordCall,
  // `print >>f, x` is `print(x, file=f)`.
  chevron: (at, lower) => make('named', at, { name: 'file', value: transparent(at, lower) }),
  import_statement: imports,
  import_from_statement: importsFrom,
  future_import_statement: importsFrom,

  // ---- definitions
  function_definition: (at, lower) => define(at, lower, plain(at)),
  class_definition: (at, lower) => defineClass(at, lower, plain(at)),
  decorated_definition: decorated,
  decorator: transparent,

  ...matchPatterns,
};

export const python: Lowering = { table, skip: new Set(['comment', 'line_continuation']) };
