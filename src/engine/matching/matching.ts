/** What the parts of the matcher have in common: bindings, the recursion, and the nodes that stand in for others. */
import type { Node, Shape } from '../../model/tree.ts';
import { type Constant, constantOf, literalOf } from '../constants.ts';
import { equalBound, isNode } from '../equal.ts';
import type { Names } from '../names.ts';

/** What a metavariable stands for: a node, a run of arguments or statements, or a text (from a regex). */
export type Bound = Node | readonly Node[] | string;
export type Bindings = ReadonlyMap<string, Bound>;
/** Goes on with what is left of the pattern; false asks for another way to match. */
export type Next = () => boolean;

/** One match in the making. */
export interface Matching {
  readonly names: Names;
  /** The whole pattern, unless it is a run of statements. */
  readonly sought: Node | null;
  option(name: string, otherwise: boolean): boolean;
  bind(name: string, bound: Bound, next: Next): boolean;
  isBound(name: string): boolean;
  match(pattern: Node, code: Node, next: Next): boolean;
  /** Like `match` for two nodes of one kind, by their slots alone. */
  same(pattern: Node, code: Node, next: Next): boolean;
}

export const isDots = (node: Node): node is Shape<'ellipsis'> | Shape<'metaellipsis'> =>
  node.kind === 'ellipsis' || node.kind === 'metaellipsis';

export const isMetavariable = (text: string): boolean => /^\$[A-Z_][A-Z0-9_]*$/.test(text);

/** What a node that stands for an imported name reads like, which is not what the file says in its place. */
export const importedTexts = new WeakMap<Node, string>();

/** Contents of constants that stand somewhere else than where they were found. */
export const writtenElsewhere = new WeakSet<Node>();

/** What `${$X}` binds: names of variables as they stand where one is set, although they stand where it is used. */
const variables = new WeakSet<Node>();

export function variableIn(t: Node): Node {
  if (t.kind !== 'name') return t;
  const node = { ...t, start: t.end - t.name.length };
  variables.add(node);
  return node;
}

/** What `${x:-y}`, `${x%.*}` or `${#x}` expands: to the reference each of them is the variable. A pattern has no source. */
export function expanded(t: Node, source: string | null): Node {
  if (t.kind === 'binary') return (source === null ? fallbacks.has(t.op) : source.startsWith('${', t.start)) ? t.left : t;
  if (t.kind !== 'other' || t.type !== 'expansion') return t;
  const name = t.kids.find((kid) => kid.kind !== 'other');
  return name?.kind === 'name' || name?.kind === 'metavar' ? name : t;
}

const fallbacks: ReadonlySet<string> = new Set([':-', ':=', ':+', ':?']);

/** Whether a shell's variable is used here, `$x` or `${x}`, not set. */
export const isUsed = (t: Node, source: string): boolean =>
  t.kind === 'name' && !variables.has(t) && (source[t.start] === '$' || source.startsWith('${', t.start - 2));

/** In a shell `$x` is not the same code as the `x` that is set or read. */
export function sameUse(a: Bound, b: Bound, names: Names): boolean {
  const { language, source } = names;
  if (!isNode(a) || !isNode(b)) return true;
  if (language === 'bash') return (a.kind !== 'name' && b.kind !== 'name') || isUsed(a, source) === isUsed(b, source);
  if (unquoted.has(language) || (language === 'hcl' && names.wide)) return true;
  // To the reference `self` is another thing where it is used than the parameter of that name.
  if (language === 'python' && !names.wide && isObject(a) && isObject(b)) return isParameter(a) === isParameter(b);
  if (a.kind === 'string' && b.kind === 'string') return contents.has(a) === contents.has(b);
  const text = a.kind === 'name' ? b : b.kind === 'name' ? a : null;
  // What a text holds may be a name; the text itself is none, but perhaps its value.
  return text?.kind !== 'string' || contents.has(text) || isConstantOf(a, b, names);
}

/** The object of a method of Python, or its class. */
export const isObject = (node: Node): boolean => node.kind === 'name' && (node.name === 'self' || node.name === 'cls');

const isParameter = ({ parent }: Node): boolean => parent?.kind === 'param';

/** Languages in which a text may go without quotes. */
const unquoted: ReadonlySet<string> = new Set(['yaml', 'json', 'dockerfile', 'html', 'generic', 'regex']);
/** What stands between quotes, as against the literal. */
const contents = new WeakSet<Node>();

/** The text between the quotes, as a node of its own. */
export function contentNode(t: Node, text: string, source: string): Node {
  const margin = t.kind === 'string' ? Math.max(0, t.end - t.start - text.length) : 0;
  const closing = margin >> 1;
  // Ruby's `:a`, without its colon.
  if (t.kind === 'symbol' && source.startsWith(text, t.start + 1))
    t = { ...t, start: t.start + 1, end: t.start + 1 + text.length };
  const node: Node = { kind: 'string', value: text, start: t.start + margin - closing, end: t.end - closing, parent: t.parent };
  contents.add(node);
  if (importedTexts.has(t)) {
    importedTexts.set(node, text);
    return node;
  }
  if ((t.kind !== 'string' && t.kind !== 'regex') || source.startsWith(text, node.start)) return node;
  // Block scalars and heredocs have longer openings than closings.
  const at = source.indexOf(text, t.start);
  if (at >= 0 && at + text.length <= t.end) {
    node.start = at;
    node.end = at + text.length;
    return node;
  }
  const lines = text.split('\n');
  // A heredoc's lines without what they are indented by.
  if (lines.length > 1 && /^<<-?\w/.test(source.slice(t.start, t.start + 4))) {
    const from = source.indexOf(lines[0]!, source.indexOf('\n', t.start));
    const to = source.lastIndexOf(lines.at(-1)!, t.end);
    if (from >= 0 && to > from) {
      node.start = from;
      node.end = to + lines.at(-1)!.length;
      importedTexts.set(node, text);
      return node;
    }
  }
  // Literals side by side are one text, which nowhere stands as such.
  if (/["']\s*(?:\\\n\s*)?["']/.test(source.slice(t.start + 1, t.end - 1))) importedTexts.set(node, text);
  return node;
}

export const isSameValue = (a: Constant, b: Constant): boolean =>
  a.kind !== 'text' && b.kind !== 'text' && a.kind === b.kind && a.value === b.value;

/** Whether one is a literal and the other a variable that holds it. */
export function isConstantOf(a: Bound, b: Bound, names: Names): boolean {
  if (!isNode(a) || !isNode(b) || (a.kind === 'name') === (b.kind === 'name')) return false;
  const [variable, literal] = a.kind === 'name' ? [a, b] : [b, a];
  if (!names.wide && (literal.kind === 'regex' || literal.kind === 'null')) {
    const held = literalOf(variable, names);
    return held !== null && equalBound(held, literal, names);
  }
  if (literal.kind !== 'string' && literal.kind !== 'number' && literal.kind !== 'bool') return false;
  const value = constantOf(variable, names);
  const wanted = value && constantOf(literal, names);
  return value != null && wanted != null && isSameValue(wanted, value);
}

/** `function f() {}` as the value of a property or a field of JavaScript, which is no method to the reference. */
export const isNamedValue = (node: Shape<'func'>): boolean => node.name !== null && !node.arrow;

/** A shell's command without its redirects and the variables set for it. */
export const bareCommand = (node: Node): Node =>
  node.kind !== 'other'
    ? node
    : node.type === 'redirected_statement'
      ? bareCommand(node.kids[0] ?? node)
      : node.type === 'command'
        ? (node.kids.at(-1) ?? node)
        : node;
