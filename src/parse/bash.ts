/**
 * Bash to the generic tree, for rules over the code of scripts. (Command rules have their own reading of a command line.)
 *
 * - A command is a call. Its program is a `name`; a word or a quoted text without expansion is a `string`, so that quotes
 *   do not matter; one with expansions is a `template`. What `export`, `local` and `declare` set is assigned, with or without
 *   the keyword; without a value, and after `unset`, the names stand in an `other`.
 * - A variable is a `name` without `$`, where it is set and where it is used: `$x`, `${x}` and the `x` of `x=1`.
 * - `${x:-y}` and its like are a `binary` with that operator, other expansions an `other` with the operator as a leaf.
 * - Pipelines and `&&`, `||` are `binary`, nested to the left; statements that follow each other are statements.
 * - Redirects stand beside the command in an `other` of type `redirected_statement`; the text of a heredoc is a `string` or
 *   a `template` in there. What a heredoc is piped into is the right side of a `binary`, as in any pipeline.
 */
import type { Node } from '../model/tree.ts';
import { type Build, type Lower, type Lowering, make, type Table } from './lower.ts';
import { MAX_DEPTH, type Syntax } from './syntax.ts';

type Span = { start: number; end: number };

const spanning = (from: Span, to: Span): Span => ({ start: from.start, end: to.end });

const other = (at: Span, type: string, kids: Node[]): Node => make('other', at, { type, text: '', kids });
const leaf = (at: Syntax, type: string, lower: Lower): Node => make('other', at, { type, text: lower.text(at), kids: [] });
const string = (at: Span, value: string): Node => make('string', at, { value });

/** The bare tokens that only bracket what stands between them. */
const brackets: ReadonlySet<string> = new Set(['${', '}', '$((', '))', '$[', ']', '$', '{', '(', ')', '\n']);

/** An `other` that keeps operators and descriptors as leaves. */
const visible: Build = (at, lower) =>
  other(
    at,
    at.type,
    at.kids.flatMap((kid) => (kid.named ? lower.list([kid]) : brackets.has(kid.type) ? [] : [leaf(kid, 'operator', lower)])),
  );

const inner = (at: Syntax, lower: Lower): Node => {
  const nodes = lower.kids(at);
  const [only] = nodes;
  return only && nodes.length === 1 ? only : make('sequence', at, { exprs: nodes });
};

const operator = (at: Syntax, lower: Lower): string => {
  const token = at.at('operator');
  return token ? lower.text(token) : '';
};

// ---- statements

const expressions: ReadonlySet<string> = new Set<Node['kind']>([
  'array',
  'assign',
  'binary',
  'call',
  'index',
  'name',
  'other',
  'sequence',
  'string',
  'template',
  'ternary',
  'unary',
]);

/** Commands are expressions; in a list of statements they are statements. */
const statement = (node: Node): Node => (expressions.has(node.kind) ? make('exprstmt', node, { expr: node }) : node);

const statements = (nodes: readonly Syntax[], lower: Lower): Node[] => lower.list(nodes).map(statement);

const block = (at: Span, nodes: readonly Syntax[], lower: Lower): Node => make('block', at, { body: statements(nodes, lower) });

/** A command, pipeline or list: an expression, but a statement at the top of the file. */
const command =
  (build: Build): Build =>
  (at, lower) => {
    const built = build(at, lower);
    if (at.parent?.type !== 'program') return built;
    return Array.isArray(built) ? built.map(statement) : statement(built);
  };

/** What a condition tests: its last command decides, those before it run too. */
function condition(at: Syntax, nodes: readonly Syntax[], lower: Lower): Node {
  const exprs = lower.list(nodes);
  const [first] = exprs;
  const last = exprs.at(-1);
  return first && last && first !== last
    ? make('sequence', spanning(first, last), { exprs })
    : (first ?? lower.node(null, at.end));
}

/** Splits the children of an `if` or `elif` at `then`, and at the clauses after it. */
function arm(at: Syntax, lower: Lower): { test: Node; then: Node } {
  const kids = at.kids.filter((kid) => kid.type !== 'elif_clause' && kid.type !== 'else_clause');
  const split = kids.findIndex((kid) => kid.type === 'then');
  const then = split < 0 ? [] : kids.slice(split + 1);
  const named = then.filter((kid) => kid.named);
  const span = spanning(named[0] ?? kids[split] ?? at, named.at(-1) ?? kids[split] ?? at);
  return { test: condition(at, split < 0 ? kids : kids.slice(0, split), lower), then: block(span, then, lower) };
}

const conditional: Build = (at, lower) => {
  const clauses = at.kids.filter((kid) => kid.type === 'elif_clause' || kid.type === 'else_clause').reverse();
  if (clauses.length > MAX_DEPTH) return lower.other(at);
  let otherwise: Node | null = null;
  for (const clause of clauses)
    otherwise =
      clause.type === 'else_clause'
        ? block(clause, clause.kids, lower)
        : make('if', spanning(clause, at), { init: null, ...arm(clause, lower), else: otherwise });
  return make('if', at, { init: null, ...arm(at, lower), else: otherwise });
};

const loop: Build = (at, lower) => {
  const tested = condition(at, at.all('condition'), lower);
  const test = at.has('until') ? make('unary', tested, { op: '!', operand: tested, postfix: false }) : tested;
  return make('while', at, { test, body: lower.bodyAt(at, 'body'), else: null });
};

const each: Build = (at, lower) => {
  const values = lower.kids(at, 'value');
  const [first] = values;
  const last = values.at(-1);
  const name = at.at('variable');
  const end = { start: name?.end ?? at.start, end: name?.end ?? at.start };
  // Without `in` the loop goes over the arguments.
  const iter =
    first && last ? make('array', spanning(first, last), { bracket: '(', elements: values }) : make('name', end, { name: '@' });
  const keyword = at.has('select') ? 'select' : 'for';
  return make('foreach', at, {
    target: lower.node(name, at.start),
    iter,
    body: lower.bodyAt(at, 'body'),
    else: null,
    keyword,
    await: false,
  });
};

const counted: Build = (at, lower) => {
  const tests = lower.kids(at, 'condition');
  const test = tests.length > 1 ? make('sequence', at, { exprs: tests }) : (tests[0] ?? null);
  return make('for', at, {
    init: lower.kids(at, 'initializer'),
    test,
    update: lower.kids(at, 'update'),
    body: lower.bodyAt(at, 'body'),
  });
};

const caseItem: Build = (at, lower) => {
  const values = at.all('value');
  const body = at.kids.filter((kid) => kid.named && kid.field !== 'value');
  const [only] = values;
  const any = only && values.length === 1 && lower.text(only) === '*';
  return make('case', at, { tests: any ? [] : lower.list(values), guard: null, body: statements(body, lower) });
};

/** `{ …; }` is a block; `(( … ))` computes. */
const compound = (at: Syntax, lower: Lower): Node =>
  at.has('((') ? other(at, 'arithmetic_statement', lower.kids(at)) : block(at, at.kids, lower);

const define: Build = (at, lower) => {
  const body = lower.bodyAt(at, 'body');
  const redirect = lower.opt(at, 'redirect');
  return make('func', at, {
    name: named(at, at.at('name'), lower),
    params: [],
    body: redirect ? make('block', spanning(body, redirect), { body: [body, statement(redirect)] }) : body,
    returns: null,
    typeParams: [],
    decorators: [],
    modifiers: [],
    arrow: false,
    receiver: null,
  });
};

// ---- commands

/** The child as a name, whatever the grammar takes it for. */
const named = (at: Syntax, child: Syntax | null | undefined, lower: Lower): Node =>
  child ? lower.name(child) : lower.node(null, at.start);

/** The program that a command runs, or what computes its name. */
const program: Build = (at, lower) => {
  const node = inner(at, lower);
  return node.kind === 'string' ? make('name', at, { name: node.value }) : node;
};

const call = (at: Span, callee: Node, args: Node[]): Node => make('call', at, { callee, typeArgs: [], args, optional: false });

/** Assignments before the command and redirects stand beside the call. */
function simple(at: Syntax, lower: Lower): Node {
  const callee = at.at('name');
  const beside = (kid: Syntax): boolean => kid.field === 'redirect' || kid.type === 'variable_assignment';
  const args = at.kids.filter((kid) => kid !== callee && kid.named && !beside(kid));
  const last = args.at(-1) ?? callee ?? at;
  const node = call(spanning(callee ?? at, last), lower.node(callee, at.start), lower.list(args));
  const before = lower.list(at.kids.filter((kid) => kid.type === 'variable_assignment'));
  const redirects = lower.list(at.kids.filter((kid) => kid.field === 'redirect'));
  const command = before.length === 0 ? node : other(at, 'command', [...before, node]);
  return redirects.length === 0 ? command : other(at, 'redirected_statement', [command, ...redirects]);
}

/** `export x=1` assigns as `x=1` does. */
const keyworded: Build = (at, lower) => {
  const set = at.kids.filter((kid) => kid.type === 'variable_assignment');
  return set.length === 0 ? visible(at, lower) : lower.list(set);
};

function redirected(at: Syntax, lower: Lower): Node {
  const body = at.at('body');
  const redirects = lower.parts(at).filter((kid) => kid !== body);
  const parts = [...(body ? [lower.node(body)] : []), ...lower.list(redirects)];
  // A loop with a redirect stays a statement.
  const simple = parts.every((part) => expressions.has(part.kind));
  let node: Node = simple ? other(at, 'redirected_statement', parts) : make('block', at, { body: parts.map(statement) });
  for (const redirect of redirects) {
    if (redirect.type !== 'heredoc_redirect') continue;
    const pipe = redirect.child('pipeline');
    const rest = pipe?.kids.flatMap((kid) => (kid.type === 'pipeline' ? kid.kids : [kid])) ?? [];
    node = chain(node, rest, lower, () => at);
    const right = redirect.at('right');
    if (right) node = make('binary', at, { op: operator(redirect, lower), left: node, right: lower.node(right) });
  }
  return node;
}

/** `<<EOF`: the text, and redirects or arguments on the line that opens it. */
const heredoc: Build = (at, lower) =>
  other(
    at,
    at.type,
    lower.list(
      at.kids.filter((kid) => kid.type !== 'pipeline' && kid.field !== 'right' && !/^heredoc_(start|end)$/.test(kid.type)),
    ),
  );

/** `left | b | c` from the tokens and commands after `left`. */
function chain(left: Node, kids: readonly Syntax[], lower: Lower, span: (last: Syntax) => Span): Node {
  const last = kids.at(-1);
  if (last && kids.length > 2 * MAX_DEPTH) return other(span(last), 'pipeline', [left, ...lower.list(kids)]);
  let node = left;
  let op = '|';
  for (const kid of kids) {
    if (!kid.named) op = kid.type;
    else for (const right of lower.list([kid])) node = make('binary', span(kid), { op, left: node, right });
  }
  return node;
}

const piped = (at: Syntax, lower: Lower): Node => {
  const first = at.kids.findIndex((kid) => kid.named);
  return chain(lower.node(at.kids[first], at.end), at.kids.slice(first + 1), lower, (last) => spanning(at, last));
};

const joined = (at: Syntax, lower: Lower): Node => {
  const [left, right] = lower.parts(at);
  const op = at.has('||') ? '||' : '&&';
  return make('binary', at, { op, left: lower.node(left, at.end), right: lower.node(right, at.end) });
};

// ---- words

/** A plain text when all parts are, else a template without empty parts. */
function text(at: Span, parts: readonly Node[]): Node {
  const flat = parts.flatMap((part) => (part.kind === 'template' ? part.parts : [part]));
  const plain = flat.filter((part) => part.kind === 'string');
  if (plain.length === flat.length) return string(at, plain.map((part) => part.value).join(''));
  return make('template', at, { parts: flat.filter((part) => part.kind !== 'string' || part.value !== '') });
}

/** The text between `from` and `to` with the expansions that stand in it. */
function expanded(at: Syntax, from: number, to: number, lower: Lower): Node {
  const parts: Node[] = [];
  let done = from;
  for (const kid of at.kids) {
    if (!kid.named || kid.type === 'string_content' || kid.type === 'heredoc_content') continue;
    if (kid.start > done) parts.push(string({ start: done, end: kid.start }, lower.source.slice(done, kid.start)));
    parts.push(...lower.list([kid]));
    done = Math.max(done, kid.end);
  }
  if (to > done) parts.push(string({ start: done, end: to }, lower.source.slice(done, to)));
  return text(at, parts);
}

const doubleQuoted: Build = (at, lower) => {
  const close = at.kids.at(-1);
  const [from, to] = [at.start + 1, close?.type === '"' && close.start > at.start ? close.start : at.end];
  const node = expanded(at, from, to, lower);
  // A plain text stands between its quotes, as in the reference.
  return node.kind === 'string' && to > from ? string({ start: from, end: to }, node.value) : node;
};

/** A literal with `prefix` code units before the text and one quote after it. */
const quoted =
  (prefix: number): Build =>
  (at, lower) =>
    string(at, lower.text(at).slice(prefix, at.end - at.start > prefix ? -1 : undefined));

const literal: Build = (at, lower) => string(at, lower.text(at));

/** Inside `for (( … ))` the grammar takes a variable for a word. */
const word: Build = (at, lower) => (enclosing(at) === 'loop' ? lower.name(at) : literal(at, lower));

const arithmetic: ReadonlySet<string> = new Set([
  'arithmetic_expansion',
  'binary_expression',
  'brace_expression',
  'compound_statement',
  'expansion',
  'parenthesized_expression',
  'postfix_expression',
  'subscript',
  'ternary_expression',
  'unary_expression',
]);

/** A number where something is computed; elsewhere a word of digits. */
const number: Build = (at, lower) => {
  const parts = lower.kids(at);
  if (parts.length > 0) return other(at, at.type, parts);
  const computed = arithmetic.has(at.parent?.type ?? '') || enclosing(at) === 'loop';
  return computed ? make('number', at, { value: lower.text(at) }) : literal(at, lower);
};

/** Expansions with a value to fall back on. */
const fallbacks: ReadonlySet<string> = new Set([':-', '-', ':=', '=', ':+', '+', ':?', '?']);

/** `$x`: its name, with the `$` in its place. */
const variable: Build = (at, lower) => {
  const node = inner(at, lower);
  return node.kind === 'name' ? make('name', at, { name: node.name }) : node;
};

const expansion: Build = (at, lower) => {
  const operators = at.kids.filter((kid) => kid.field === 'operator');
  const parts = lower.parts(at);
  const [variable, value] = parts;
  const [op] = operators;
  if (!variable || parts.length > 2) return visible(at, lower);
  if (!op) return parts.length === 1 ? lower.node(variable) : visible(at, lower);
  if (operators.length > 1 || op.start < variable.end || !fallbacks.has(op.type)) return visible(at, lower);
  const right = value ? lower.node(value) : string({ start: op.end, end: op.end }, '');
  return make('binary', at, { op: op.type, left: lower.node(variable), right });
};

// ---- expressions

const assignment: Build = (at, lower) => {
  const value = at.at('value');
  return make('assign', at, {
    op: at.has('+=') ? '+=' : '=',
    target: lower.get(at, 'name'),
    value: value ? lower.node(value) : string({ start: at.end, end: at.end }, ''),
  });
};

const assigning = /^(?:[-+*/%&^|]|\*\*|<<|>>)=$/;

const binary: Build = (at, lower) => {
  const op = operator(at, lower);
  const [first, second] = lower.parts(at).filter((kid) => kid.field !== 'operator');
  const left = lower.node(at.at('left') ?? first, at.end);
  const rights = lower.kids(at, 'right');
  const right = rights.length === 1 && rights[0] ? rights[0] : rights.length > 1 ? text(at, rights) : lower.node(second, at.end);
  const assigns = assigning.test(op) || (op === '=' && enclosing(at) !== 'test');
  return assigns ? make('assign', at, { op, target: left, value: right }) : make('binary', at, { op, left, right });
};

/** Where an expression stands: in `[ ]` or `[[ ]]`, where `=` compares, in the head of `for (( ))`, or neither. */
function enclosing(at: Syntax): 'test' | 'loop' | null {
  let below = at;
  for (let up = at.parent; up; up = up.parent) {
    if (up.type === 'test_command') return 'test';
    if (up.type === 'c_style_for_statement') return below.field === 'body' ? null : 'loop';
    if (!computing.has(up.type)) return null;
    below = up;
  }
  return null;
}

/** What an expression may stand in without leaving the one it belongs to. */
const computing: ReadonlySet<string> = new Set([
  'binary_expression',
  'parenthesized_expression',
  'postfix_expression',
  'ternary_expression',
  'unary_expression',
  'variable_assignment',
]);

const unary =
  (postfix: boolean): Build =>
  (at, lower) => {
    const operand = lower.parts(at).find((kid) => kid.field !== 'operator');
    return make('unary', at, { op: operator(at, lower), operand: lower.node(operand, at.end), postfix });
  };

const table: Table = {
  // ---- statements
  if_statement: conditional,
  while_statement: loop,
  for_statement: each,
  c_style_for_statement: counted,
  case_statement: (at, lower) =>
    make('switch', at, {
      init: null,
      subject: lower.opt(at, 'value'),
      cases: lower.list(at.kids.filter((kid) => kid.type === 'case_item')),
    }),
  case_item: caseItem,
  function_definition: define,
  compound_statement: command(compound),
  do_group: (at, lower) => block(at, at.kids, lower),
  subshell: (at, lower) => block(at, at.kids, lower),

  // ---- commands
  command: command(simple),
  command_name: program,
  declaration_command: command(keyworded),
  unset_command: command(keyworded),
  redirected_statement: command(redirected),
  pipeline: command(piped),
  list: command(joined),
  negated_command: command((at, lower) => make('unary', at, { op: '!', operand: inner(at, lower), postfix: false })),
  test_command: command((at, lower) => other(at, at.kids[0]?.type ?? '[', lower.kids(at))),
  file_redirect: visible,
  herestring_redirect: visible,
  heredoc_redirect: heredoc,
  heredoc_body: (at, lower) => expanded(at, at.start, at.end, lower),
  command_substitution: (at, lower) => other(at, at.type, lower.kids(at)),
  process_substitution: visible,

  // ---- words
  word,
  regex: literal,
  extglob_pattern: literal,
  number,
  string: doubleQuoted,
  raw_string: quoted(1),
  ansi_c_string: quoted(2),
  translated_string: inner,
  concatenation: (at, lower) => {
    const parts = lower.kids(at);
    if (parts.every(({ kind }) => kind === 'string')) return text(at, parts);
    const [only] = parts;
    return make('template', at, { parts: parts.length === 1 && only?.kind === 'template' ? only.parts : parts, bare: true });
  },
  variable_name: (at, lower) => lower.name(at),
  special_variable_name: (at, lower) => lower.name(at),
  simple_expansion: variable,
  expansion,
  arithmetic_expansion: (at, lower) => other(at, at.type, lower.kids(at)),
  array: (at, lower) => make('array', at, { bracket: '(', elements: lower.kids(at) }),
  subscript: (at, lower) => make('index', at, { object: lower.get(at, 'name'), indices: lower.kids(at, 'index') }),

  // ---- expressions
  variable_assignment: command(assignment),
  variable_assignments: command((at, lower) => lower.kids(at)),
  binary_expression: binary,
  unary_expression: unary(false),
  postfix_expression: unary(true),
  parenthesized_expression: inner,
  ternary_expression: (at, lower) =>
    make('ternary', at, {
      test: lower.get(at, 'condition'),
      then: lower.get(at, 'consequence'),
      else: lower.get(at, 'alternative'),
    }),
};

/** A pipe, which is neither `||`, `>|` nor `|&`'s second half. */
const PIPE = /(?<![|>\\])\|(?!\|)/g;
/** After these a line goes on, or a `;` would be wrong. */
const OPEN_END = /(?:[\\|&;({)]|\b(?:do|then|else|in))$/;

/**
 * A `;` for the line break after a pipeline of three commands or more, or for the blank before its comment. Without it the
 * grammar (tree-sitter-bash 0.25.1) takes the following lines up to the next `&&` or `||` for arguments of the last
 * command. The line before the end of a heredoc stays as it is.
 */
function separated(source: string): string {
  if ((source.match(PIPE)?.length ?? 0) < 2 || !/&&|\|\|/.test(source)) return source;
  let out = '';
  let done = 0;
  let pipes = 0;
  for (let at = 0, end = source.indexOf('\n'); end >= 0; at = end + 1, end = source.indexOf('\n', at)) {
    const line = source.slice(at, end);
    const comment = line.search(/(?<=^|\s)#/);
    const code = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
    pipes += code.match(PIPE)?.length ?? 0;
    if (code.endsWith('|') || (comment < 0 && code.endsWith('\\'))) continue;
    if (pipes >= 2 && code !== '' && !code.includes('<<') && !OPEN_END.test(code) && !closesText(source, end + 1)) {
      const mark = comment < 0 ? end : at + comment - 1;
      out += `${source.slice(done, mark)};`;
      done = mark + 1;
    }
    pipes = 0;
  }
  return out + source.slice(done);
}

/** Whether the line at `at` may end a heredoc, or goes on with what stands before. */
function closesText(source: string, at: number): boolean {
  const next = /^[ \t]*(\S*)/.exec(source.slice(at, at + 200))?.[1] ?? '';
  return /^[|&;]/.test(next) || (/^\w+$/.test(next) && new RegExp(`<<-?\\s*\\\\?["']?${next}\\b`).test(source));
}

export const bash: Lowering = { table, skip: new Set(['comment']), readable: separated };
