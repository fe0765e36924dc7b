/**
 * HCL (Terraform, OpenTofu, Packer, Nomad) to the generic tree, over the grammar tree-sitter-hcl.
 *
 * - A block is a `call` of its type as a statement: the labels are arguments, the last argument is its body.
 * - A body is an `object` like any object value: attributes are `pair`s, blocks inside are statements among them. An
 *   attribute at the top is a `pair`, too.
 * - A key is a `name`, or a `string` where it has quotes; a key in parentheses is the expression. `a : b` is no `pair`, but
 *   an element named `colon`: the reference tells the two apart.
 * - `x.*.a` and `x[*].a` are a member and an element named `splat` of x. `%{ if }` in a text is a `ternary`, `%{ for }` a
 *   `comprehension`.
 * - A text keeps its escapes. A heredoc's is without blanks around it and without the indentation of its first line.
 */
import type { Node, Shape } from '../model/tree.ts';
import { type Build, type Lower, type Lowering, make, type Table } from './lower.ts';
import { MAX_DEPTH, type Syntax } from './syntax.ts';

type Span = { start: number; end: number };

const spanning = (from: Span, to: Span): Span => ({ start: from.start, end: to.end });

const transparent: Build = (at, lower) => lower.first(at);

// ---- blocks

const block: Build = (at, lower) => {
  const [type, ...rest] = lower.parts(at);
  const open = rest.find((kid) => kid.type === 'block_start');
  const labels = lower.list(rest.filter((kid) => kid.type === 'identifier' || kid.type === 'string_lit')).map(unquoted);
  const content = at.child('body');
  const place = open ? spanning(open, at) : { start: at.end, end: at.end };
  const body = make('object', place, { props: content ? lower.kids(content) : [] });
  const callee = type?.type === 'identifier' ? lower.name(type) : lower.node(null, at.start);
  return make('exprstmt', at, { expr: make('call', at, { callee, typeArgs: [], args: [...labels, body], optional: false }) });
};

/** The quotes of a label do not belong to its text. */
const unquoted = (label: Node): Node =>
  label.kind === 'string' && label.end - label.start === label.value.length + 2
    ? { ...label, start: label.start + 1, end: label.end - 1 }
    : label;

const attribute: Build = (at, lower) => {
  const [key, value] = lower.parts(at);
  return make('pair', at, { key: lower.node(key, at.start), value: lower.node(value, at.end) });
};

// ---- expressions

/** A term with what follows it (`.a`, `[0]`, `.*`), an expression in parentheses, or a lone expression. */
const expression: Build = (at, lower) => {
  const [first, ...rest] = lower.parts(at);
  if (!first || rest.length > MAX_DEPTH) return lower.other(at);
  return steps(lower.node(first), rest, lower);
};

function steps(from: Node, parts: readonly Syntax[], lower: Lower): Node {
  return parts.reduce((object, part) => step(object, part, lower), from);
}

function step(object: Node, part: Syntax, lower: Lower): Node {
  const span = spanning(object, part);
  const splat = (end: number): Node => make('other', { start: part.start, end }, { type: 'splat', text: '*', kids: [] });
  const [head, ...rest] = part.kids;
  switch (part.type) {
    case 'get_attr':
      return make('member', span, { object, property: lower.first(part), optional: false });
    case 'index': {
      const legacy = part.child('legacy_index');
      const key = legacy ? make('number', legacy, { value: lower.text(legacy).slice(1) }) : lower.first(part);
      return make('index', span, { object, indices: [key] });
    }
    case 'splat': {
      const [kind] = lower.parts(part);
      return kind ? step(object, kind, lower) : object;
    }
    case 'attr_splat':
      return steps(
        make('member', spanning(object, head ?? part), { object, property: splat((head ?? part).end), optional: false }),
        rest,
        lower,
      );
    case 'full_splat':
      return steps(make('index', spanning(object, head ?? part), { object, indices: [splat((head ?? part).end)] }), rest, lower);
    default:
      return make('other', span, { type: part.type, text: '', kids: [object, lower.node(part)] });
  }
}

/** Operands and operator of an operation; an operand with `.a` or `[0]` behind it is several children. */
const binary: Build = (at, lower) => {
  const middle = at.kids.findIndex((kid) => !kid.named && operators.has(kid.type));
  const op = at.kids[middle];
  const [left, right] = [operand(at.kids.slice(0, middle), lower), operand(at.kids.slice(middle + 1), lower)];
  if (!op || !left || !right) return lower.other(at);
  return make('binary', at, { op: op.type, left, right });
};

const operators: ReadonlySet<string> = new Set(['*', '/', '%', '+', '-', '>', '>=', '<', '<=', '==', '!=', '&&', '||']);

const unary: Build = (at, lower) => {
  const [op, ...rest] = at.kids;
  const value = operand(rest, lower);
  return op && value ? make('unary', at, { op: op.type, operand: value, postfix: false }) : lower.other(at);
};

function operand(kids: readonly Syntax[], lower: Lower): Node | null {
  const [first, ...rest] = kids.filter((kid) => kid.named && kid.type !== 'comment');
  if (!first || rest.length > MAX_DEPTH) return null;
  return steps(lower.node(first), rest, lower);
}

const conditional: Build = (at, lower) => {
  const [test, then, other] = lower.parts(at);
  return make('ternary', at, {
    test: lower.node(test, at.start),
    then: lower.node(then, at.end),
    else: lower.node(other, at.end),
  });
};

/** `f(list...)` spreads its last argument. */
const call: Build = (at, lower) => {
  const list = at.child('function_arguments');
  const values = list ? lower.parts(list) : [];
  const dots = values.at(-1)?.type === 'ellipsis' ? values.pop() : undefined;
  const args = lower.list(values);
  const last = dots && args.pop();
  if (dots && last) args.push(make('spread', spanning(last, dots), { op: '...', value: last }));
  const callee = at.child('identifier');
  return make('call', at, {
    callee: callee ? lower.name(callee) : lower.node(null, at.start),
    typeArgs: [],
    args,
    optional: false,
  });
};

/** `[for x in xs : f(x) if x]`, `{for k, v in m : k => v...}`. */
const comprehension =
  (bracket: '[' | '{'): Build =>
  (at, lower) => {
    const intro = at.child('for_intro');
    const values = at.kids.filter((kid) => kid.type === 'expression');
    const [first, second] = values;
    let element = lower.node(first, at.end);
    if (bracket === '{') {
      const value = lower.node(second, at.end);
      const dots = at.child('ellipsis');
      const grouped = dots && second ? make('spread', spanning(value, dots), { op: '...', value }) : value;
      element = make('pair', spanning(element, grouped), { key: element, value: grouped });
    }
    const condition = at.child('for_cond');
    const clauses = intro ? [clause(intro, condition ? [lower.first(condition)] : [], lower)] : [];
    return make('comprehension', at, { bracket, element, clauses });
  };

/** The tests stand behind the element: the clause spans all of it. */
function clause(at: Syntax, tests: Node[], lower: Lower): Shape<'clause'> {
  const names = at.kids.filter((kid) => kid.type === 'identifier');
  const [first] = names;
  const last = names.at(-1);
  const target =
    first && last && names.length > 1
      ? make('array', spanning(first, last), { bracket: '(', elements: names.map((name) => lower.name(name)) })
      : first
        ? lower.name(first)
        : lower.node(null, at.start);
  const iter = lower.node(
    at.kids.find((kid) => kid.type === 'expression'),
    at.end,
  );
  const end = tests.reduce((furthest, test) => Math.max(furthest, test.end), at.end);
  return make('clause', { start: at.start, end }, { target, iter, tests });
}

// ---- text

/** The text between the quotes. The grammar drops the space around a piece of text, so it is read from the source. */
const quoted: Build = (at, lower) => {
  const open = at.child('quoted_template_start');
  const close = at.child('quoted_template_end');
  return make('string', at, {
    value: lower.source.slice(open?.end ?? at.start, Math.max(open?.end ?? at.start, close?.start ?? at.end)),
  });
};

const quotedTemplate: Build = (at, lower) => {
  const open = at.child('quoted_template_start');
  const close = at.child('quoted_template_end');
  return text(at, pieces(at.kids, open?.end ?? at.start, close?.start ?? at.end, lower), '');
};

const heredoc: Build = (at, lower) => {
  const marks = at.kids.filter((kid) => kid.type === 'heredoc_identifier');
  const [first] = marks;
  const last = marks.length > 1 ? marks.at(-1) : undefined;
  const newline = lower.source.indexOf('\n', first?.end ?? at.start);
  const start = newline < 0 || newline >= at.end ? at.end : newline + 1;
  const end = last ? Math.max(start, lower.source.lastIndexOf('\n', last.start - 1)) : at.end;
  return text(at, pieces(at.kids, start, end, lower), '<<');
};

/** What stands between two places: text as `string`, `${e}` as e, `%{ … }` as what it gives. */
function pieces(kids: readonly Syntax[], start: number, end: number, lower: Lower): Node[] {
  const parts: Node[] = [];
  let from = start;
  const upTo = (to: number): void => {
    if (to > from) parts.push(make('string', { start: from, end: to }, { value: lower.source.slice(from, to) }));
  };
  for (const kid of kids) {
    if (kid.type !== 'template_interpolation' && kid.type !== 'template_directive' && kid.type !== 'ERROR') continue;
    if (kid.start < from || kid.end > end) continue;
    upTo(kid.start);
    const inner = kid.type === 'ERROR' ? lower.node(kid) : lower.list(kid.kids)[0];
    if (inner) parts.push(inner);
    from = kid.end;
  }
  upTo(end);
  return parts;
}

function text(at: Span, parts: Node[], form: '' | '<<'): Node {
  const [only] = parts;
  if (parts.length === 0) return make('string', at, { value: '' });
  if (parts.length > 1 || only?.kind !== 'string') return make('template', at, { parts });
  return make('string', at, { value: form === '<<' ? dedented(only.value) : only.value });
}

function dedented(value: string): string {
  const lines = value
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd()
    .split('\n');
  const margin = (line: string): number => line.length - line.trimStart().length;
  const first = margin(lines[0]!);
  return lines.map((line) => line.slice(Math.min(first, margin(line)))).join('\n');
}

/** `%{ if c }a%{ else }b%{ endif }`. */
const templateIf: Build = (at, lower) => {
  const intro = at.child('template_if_intro');
  const middle = at.child('template_else_intro');
  const close = at.child('template_if_end');
  const end = close?.start ?? at.end;
  const part = (from: number, to: number): Node =>
    text({ start: from, end: Math.max(from, to) }, pieces(at.kids, from, Math.max(from, to), lower), '');
  const then = part(intro?.end ?? at.start, middle?.start ?? end);
  return make('ternary', at, {
    test: intro ? lower.first(intro) : lower.node(null, at.start),
    then,
    else: middle ? part(middle.end, end) : make('string', { start: end, end }, { value: '' }),
  });
};

const templateFor: Build = (at, lower) => {
  const intro = at.child('template_for_start');
  const from = intro?.end ?? at.start;
  const end = Math.max(from, at.child('template_for_end')?.start ?? at.end);
  const element = text({ start: from, end }, pieces(at.kids, from, end, lower), '');
  return make('comprehension', at, { bracket: '', element, clauses: intro ? [clause(intro, [], lower)] : [] });
};

const table: Table = {
  // ---- structure
  body: (at, lower) => lower.kids(at),
  block,
  attribute,
  object_elem(at, lower) {
    const [key, value] = [lower.get(at, 'key'), lower.get(at, 'val')];
    return at.child(':') ? make('other', at, { type: 'colon', text: '', kids: [key, value] }) : make('pair', at, { key, value });
  },

  // ---- atoms
  identifier: (at, lower) => lower.name(at),
  variable_expr: transparent,
  new_index: transparent,
  literal_value: transparent,
  numeric_lit: (at, lower) => make('number', at, { value: lower.text(at) }),
  bool_lit: (at, lower) => make('bool', at, { value: lower.text(at) === 'true' }),
  null_lit: (at) => make('null', at, {}),
  string_lit: quoted,
  template_expr: transparent,
  quoted_template: quotedTemplate,
  heredoc_template: heredoc,
  template_if: templateIf,
  template_for: templateFor,
  template_directive: transparent,

  // ---- expressions
  expression,
  collection_value: transparent,
  tuple: (at, lower) => make('array', at, { bracket: '[', elements: lower.kids(at) }),
  object: (at, lower) => make('object', at, { props: lower.kids(at) }),
  function_call: call,
  conditional,
  operation: transparent,
  binary_operation: binary,
  unary_operation: unary,
  for_expr: transparent,
  for_tuple_expr: comprehension('['),
  for_object_expr: comprehension('{'),

  // ---- tokens
  tuple_start: () => [],
  tuple_end: () => [],
  object_start: () => [],
  object_end: () => [],
  template_interpolation_start: () => [],
  template_interpolation_end: () => [],
  template_directive_start: () => [],
  template_directive_end: () => [],
  strip_marker: () => [],
};

/** A file is one `body` unless it holds an error, or the one object of a values file in JSON. */
const program: Lowering['program'] = (root, lower) => {
  const [only, ...rest] = lower.parts(root);
  const over = rest.length === 0 && only?.type === 'body' ? only : root;
  return lower.lazy('program', { start: 0, end: lower.source.length }, {}, over);
};

export const hcl: Lowering = { table, skip: new Set(['comment']), program };
