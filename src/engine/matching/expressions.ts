/** How expressions match: deep ones, chains, constants, operators, keys and types. */
import type { LanguageId } from '../../model/language.ts';
import { childrenOf, type Node, type Shape } from '../../model/tree.ts';
import { constantOf, isHeredoc, literalOf } from '../constants.ts';
import type { Names } from '../names.ts';
import { isExpression, isType } from '../position.ts';
import { ownExpressions } from '../statements.ts';
import { builtin, isNumber } from '../typing.ts';
import { keyed, qualifiedTypes, scripts } from './dialect.ts';
import { matchRest } from './lists.ts';
import {
  bareCommand,
  contentNode,
  isDots,
  isMetavariable,
  isSameValue,
  isUsed,
  type Matching,
  type Next,
  variableIn,
  writtenElsewhere,
} from './matching.ts';

/** The expression or one in it; not what a function in it does, and no names that are not evaluated. */
export function matchDeep(m: Matching, p: Node, t: Node, next: Next): boolean {
  if (isExpression(t, m.names.language) && m.match(p, t, next)) return true;
  // The name within `$x`.
  if (p.kind === 'metavar' && m.names.language === 'bash' && isUsed(t, m.names.source))
    return m.bind(p.name, variableIn(t), next);
  switch (t.kind) {
    case 'member':
      return matchDeep(m, p, t.object, next) || (t.property.kind !== 'name' && matchDeep(m, p, t.property, next));
    case 'pair':
      if (t.key.kind !== 'name' ? matchDeep(m, p, t.key, next) : keyed.has(m.names.language) && m.match(p, t.key, next))
        return true;
      return matchDeep(m, p, t.value, next);
    case 'named':
      return matchDeep(m, p, t.value, next);
    case 'func':
      return !scripts.has(m.names.language) && t.body !== null && matchDeep(m, p, t.body, next);
    case 'block':
    case 'class':
      return false;
    case 'object':
      // `new { A = 1 }`
      if (m.names.language === 'csharp' && !m.names.wide) return false;
      return childrenOf(t).some((child) => matchDeep(m, p, child, next));
    default:
      return (ownOf(t, m.names) ?? childrenOf(t)).some((child) => matchDeep(m, p, child, next));
  }
}

const ownOf = (t: Node, { wide }: Names): readonly Node[] | null => (wide ? null : ownExpressions(t));

/** `$O. ... ` : the object itself or anything further in along the chain. */
export function matchChain(m: Matching, p: Node, t: Node, next: Next): boolean {
  if (m.match(p, t, next)) return true;
  const inner = m.names.wide ? innerOf(t) : linkBefore(t, m.names.language);
  return inner !== null && matchChain(m, p, inner, next);
}

const innerOf = (t: Node): Node | null =>
  t.kind === 'call'
    ? t.callee
    : t.kind === 'member' || t.kind === 'index'
      ? t.object
      : t.kind === 'await' || t.kind === 'cast'
        ? t.value
        : null;

/** To the reference a chain goes through members and methods that are called, not through elements and functions. */
function linkBefore(t: Node, language: LanguageId): Node | null {
  switch (t.kind) {
    case 'call':
      return t.callee.kind === 'member' ? linkBefore(t.callee, language) : null;
    case 'member':
      return t.optional && scripts.has(language) ? null : t.object;
    case 'index':
      // Which in Ruby is a method.
      return language === 'ruby' ? t.object : null;
    case 'cast':
      return t.value;
    default:
      return null;
  }
}

const shells: ReadonlySet<string> = new Set(['bash', 'dockerfile']);

export function matchString(m: Matching, p: Shape<'string'>, t: Node, next: Next): boolean {
  if (t.parent && isHeredoc(t.parent, m.names)) return false;
  if (p.prefix && !m.names.wide && (t.kind !== 'string' || t.prefix !== p.prefix)) return false;
  // To the reference `"{x}"` of Rust's macros is a text like others.
  if (t.kind === 'template' && m.names.language === 'rust' && !m.names.wide) t = asWritten(t, m.names.source);
  // What goes without quotes in a shell is no text in quotes.
  if (t.kind === 'template' && t.bare && !m.names.wide) return false;
  // The word that a shell runs.
  if (t.kind === 'name' && shells.has(m.names.language))
    return t.parent?.kind === 'call' && t.parent.callee === t && t.name === p.value && next();
  // `"..." "..."` of Python is any text that is written as several side by side.
  if (/^(?:\.\.\.){2,}$/.test(p.value) && m.names.language === 'python') return isSideBySide(m.names.source, t) && next();
  // The words of `%w[a b]` are a text to the reference.
  if (t.kind === 'array' && t.bracket.startsWith('%') && !m.names.wide)
    return p.value === '...' ? next() : isMetavariable(p.value) && m.bind(p.value, t, next);
  const constant =
    m.option('constant_propagation', true) || t.kind === 'string' || t.kind === 'template' ? constantOf(t, m.names) : null;
  if (constant?.kind === 'text') return p.value === '...' && m.names.language !== 'yaml' && next();
  const text = constant?.kind === 'string' ? constant.value : null;
  // HCL converts between texts, numbers and truth values as needed.
  if (text === null) return constant !== null && m.names.language === 'hcl' && String(constant.value) === p.value && next();
  // In YAML `...` is any value without quotes, and a text with them.
  if (p.value === '...' && m.names.language !== 'yaml') return next();
  if (isMetavariable(p.value)) {
    if (isHeredoc(t, m.names)) return false;
    const content = contentNode(t, text, m.names.source);
    if (beginsElsewhere(t)) writtenElsewhere.add(content);
    return m.bind(p.value, content, next);
  }
  const regex = /^=~\/(.*)\/([a-z]*)$/s.exec(p.value);
  if (regex) return new RegExp(regex[1]!, regex[2]).test(text) && next();
  // Blanks around the text of an element are seldom meant.
  if (m.names.wide && t.parent?.kind === 'element') return text.trim() === p.value.trim() && next();
  return text === p.value && next();
}

const asWritten = ({ start, end, parent }: Node, source: string): Node => ({
  kind: 'string',
  value: source.slice(start, end).replace(/^r?#*"|"#*$/g, ''),
  start,
  end,
  parent,
});

/** `"a" 'b'` */
function isSideBySide(source: string, t: Node): boolean {
  const first = firstLiteral(source, t);
  // Of a text that is formatted the reference knows the parts.
  return first !== null && (first.length < t.end - t.start || /^[rR]?[fF]/.test(first));
}

/** Literals of Python with space between them, which are one text. */
export function isSeveral(source: string, t: Node): boolean {
  const first = firstLiteral(source, t);
  return first !== null && first.length < t.end - t.start && /[\s\\]/.test(source[t.start + first.length]!);
}

const literal = /[a-zA-Z]{0,2}(?:(?:"""[^]*?"""|'''[^]*?''')|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*')/y;

function firstLiteral(source: string, t: Node): string | null {
  if (t.kind !== 'string' && t.kind !== 'template') return null;
  literal.lastIndex = t.start;
  return literal.exec(source)?.[0] ?? null;
}

/** A text that is put together stands where its first part does. */
function beginsElsewhere(t: Node): boolean {
  if (t.kind === 'binary') return beginsElsewhere(t.left);
  if (t.kind === 'template') return t.parts[0] !== undefined && beginsElsewhere(t.parts[0]);
  return t.kind === 'name' || t.kind === 'member';
}

/** Whether a constant string is written in the form that may interpolate, where there are two. */
export function isTemplate(m: Matching, t: Node): boolean {
  const head = m.names.source.slice(t.start, t.start + 3);
  switch (m.names.language) {
    case 'javascript':
    case 'typescript':
      return head.startsWith('`');
    case 'python':
      return /^[bBrRuU]?[fF]/.test(head);
    case 'csharp':
      return /^@?\$/.test(head);
    case 'bash':
      return false;
    default:
      return true;
  }
}

/** What a variable holds that is a literal but no text, number or truth value. */
export const literalHeld = (m: Matching, t: Node): Node | null =>
  (t.kind === 'name' || t.kind === 'member') && m.option('constant_propagation', true) ? literalOf(t, m.names) : null;

/** `/.../` is any regular expression; one with something interpolated is an `other` of that type. */
export function matchRegex(m: Matching, p: Shape<'regex'>, t: Node, next: Next): boolean {
  const held = literalHeld(m, t);
  if (held?.kind === 'regex') {
    if (p.value === '...') return next();
    if (p.flags !== '' && p.flags !== held.flags) return false;
    return isMetavariable(p.value)
      ? m.bind(p.value, contentNode(t, held.value, m.names.source), next)
      : p.value === held.value && next();
  }
  if (t.kind !== 'regex') return p.value === '...' && t.kind === 'other' && t.type === 'regex' && next();
  if (p.value === '...') return next();
  if (p.flags !== '' && p.flags !== t.flags) return false;
  return isMetavariable(p.value) ? m.bind(p.value, contentNode(t, t.value, m.names.source), next) : p.value === t.value && next();
}

export function isSameConstant(m: Matching, p: Shape<'number'> | Shape<'bool'>, t: Node): boolean {
  if (p.kind === t.kind && p.value === t.value) return true;
  // `shell=1` for `shell=True`.
  if (p.kind === 'bool' && t.kind === 'number' && m.names.wide && bits.has(m.names.language))
    return t.value === (p.value ? '1' : '0');
  if (t.kind !== p.kind && !m.option('constant_propagation', true)) return false;
  // JavaScript has one kind of numbers, and its reference engine does no arithmetic on them.
  if (!m.names.wide && p.kind === 'number' && m.names.language !== 'yaml' && m.names.language !== 'json') {
    if (
      scripts.has(m.names.language)
        ? t.kind !== 'number' && t.kind !== 'name'
        : t.kind === 'number' && isFraction(p.value) !== isFraction(t.value)
    )
      return false;
  }
  const wanted = constantOf(p, m.names);
  const found = wanted && constantOf(t, m.names);
  if (!wanted || !found || wanted.kind === 'text' || found.kind === 'text') return false;
  return m.names.language === 'hcl' ? String(wanted.value) === String(found.value) : isSameValue(wanted, found);
}

/** Languages in which 1 and 0 do for the truth values. */
const bits: ReadonlySet<string> = new Set([...scripts, 'python', 'php']);

export function matchBinary(m: Matching, p: Shape<'binary'>, t: Shape<'binary'>, next: Next): boolean {
  if (p.op !== t.op) return false;
  if (m.names.language === 'python' && !m.names.wide) {
    if (isLink(t)) return false;
    const links = chain(t, atOnePlace);
    const wanted = chain(p, ofOneName);
    if (links) return wanted?.length === links.length && matchLinks(m, wanted, links, 0, next);
  }
  const commutative =
    (bitwise.has(p.op) && m.names.language !== 'bash') || (associative.has(p.op) && m.option('commutative_boolop', false));
  if (associative.has(p.op) && m.option('ac_matching', true)) {
    const ps = operands(p, p.op);
    const ts = operands(t, t.op).map(bareCommand);
    if (commutative && !isInType(t, m.names.language)) return matchInAnyOrder(m, p.op, ps, ts, next);
    if ((ps.length > 2 || ts.length > 2 || ps.some(isDots)) && matchOperands(m, p.op, ps, 0, ts, 0, next)) return true;
  }
  if (p.op === '+' && !m.names.wide) {
    const ps = operands(p, '+');
    if (ps.some(isDots)) return matchSum(m, ps, 0, operands(t, '+'), 0, next);
  }
  const left = p.left.kind === 'assign' ? t.left : bareCommand(tested(t));
  const right = bareCommand(t.right);
  if (m.match(p.left, left, () => m.match(p.right, right, next))) return true;
  const commutes = symmetric.has(p.op) && m.option('symmetric_eq', false);
  return commutes && m.match(p.left, right, () => m.match(p.right, left, next));
}

/** `o` of Java's `o instanceof T t`, which stands as `(T t := o) instanceof T`. */
const tested = ({ op, left }: Shape<'binary'>): Node =>
  op === 'instanceof' && left.kind === 'assign' && left.op === ':=' ? left.value : left;

function matchLinks(
  m: Matching,
  ps: readonly Shape<'binary'>[],
  ts: readonly Shape<'binary'>[],
  at: number,
  next: Next,
): boolean {
  const [p, t] = [ps[at], ts[at]];
  if (!p || !t) return next();
  const rest = (): boolean => m.match(p.right, t.right, () => matchLinks(m, ps, ts, at + 1, next));
  return p.op === t.op && (at > 0 ? rest() : m.match(p.left, t.left, rest));
}

/** `a < b < c` of Python stands as `a < b and b < c`: the comparisons; null for other conditions. */
function chain(node: Shape<'binary'>, shared: (one: Node, other: Node) => boolean): Shape<'binary'>[] | null {
  if (node.op !== 'and' || node.right.kind !== 'binary' || node.left.kind !== 'binary') return null;
  const before = node.left.op === 'and' ? chain(node.left, shared) : [node.left];
  return before && shared(before.at(-1)!.right, node.right.left) ? [...before, node.right] : null;
}

const atOnePlace = (one: Node, other: Node): boolean => one.start === other.start;
/** A pattern does not say where its parts stand. */
const ofOneName = (one: Node, other: Node): boolean =>
  (one.kind === 'name' && other.kind === 'name' && one.name === other.name) ||
  (one.kind === 'metavar' && other.kind === 'metavar' && one.name === other.name);

/** Part of a chain, which is one expression to the reference. */
const isLink = (t: Shape<'binary'>): boolean =>
  t.parent?.kind === 'binary' && (chain(t.parent, atOnePlace)?.includes(t) ?? false);

/**
 * Operands whose order does not matter. Those of the pattern that are no metavariables each need one of their own, a
 * metavariable stands for one or several of the others, and what is left over does not count.
 */
function matchInAnyOrder(m: Matching, op: string, ps: readonly Node[], ts: readonly Node[], next: Next): boolean {
  const open = (p: Node): boolean => p.kind === 'metavar' || p.kind === 'typed';
  const fixed = ps.filter((p) => !open(p) && !isDots(p));
  const variables = ps.filter(open);
  const without = (nodes: readonly Node[], taken: readonly Node[]): Node[] => nodes.filter((node) => !taken.includes(node));
  const assign = (at: number, rest: readonly Node[]): boolean => {
    const p = variables[at];
    if (!p) return next();
    return choices(rest).some((some) => m.match(p, joined(op, some), () => assign(at + 1, without(rest, some))));
  };
  const place = (at: number, rest: readonly Node[]): boolean => {
    const p = fixed[at];
    if (!p) return assign(0, rest);
    return rest.some((t) => m.match(p, t, () => place(at + 1, without(rest, [t]))));
  };
  return place(0, ts);
}

/** Most operands of which every choice is tried. */
const MAX_CHOSEN = 5;

/** The ways to take one or several of the nodes, all of them first; of many only all and each alone. */
function choices(nodes: readonly Node[]): Node[][] {
  if (nodes.length > MAX_CHOSEN) return [[...nodes], ...nodes.map((node) => [node])];
  const all = [];
  for (let set = 2 ** nodes.length - 1; set > 0; set--) all.push(nodes.filter((_, at) => (set >> at) & 1));
  return all;
}

/** Like `list`, but a metavariable may stand for several operands, which are one expression then. */
function matchOperands(
  m: Matching,
  op: string,
  ps: readonly Node[],
  i: number,
  ts: readonly Node[],
  j: number,
  next: Next,
): boolean {
  const p = ps[i];
  if (!p) return j === ts.length && next();
  const after = ps.slice(i + 1).filter((other) => !isDots(other)).length;
  const most = isDots(p) ? ts.length : p.kind === 'metavar' ? ts.length - after : j + 1;
  for (let end = isDots(p) ? j : j + 1; end <= Math.min(most, ts.length); end++) {
    const rest = (): boolean => matchOperands(m, op, ps, i + 1, ts, end, next);
    if (isDots(p) ? matchRest(m, p, ts.slice(j, end), rest) : m.match(p, joined(op, ts.slice(j, end)), rest)) return true;
  }
  return false;
}

/** Of a sum with `...` each operand is one, and `...` is one or more. */
function matchSum(m: Matching, ps: readonly Node[], i: number, ts: readonly Node[], j: number, next: Next): boolean {
  const p = ps[i];
  if (!p) return j === ts.length && next();
  const most = isDots(p) ? ts.length : j + 1;
  for (let end = j + 1; end <= Math.min(most, ts.length); end++) {
    const rest = (): boolean => matchSum(m, ps, i + 1, ts, end, next);
    if (isDots(p) ? matchRest(m, p, ts.slice(j, end), rest) : m.match(p, ts[j]!, rest)) return true;
  }
  return false;
}

/** `"a": 1` and `a: 1` are one key. */
export function matchKey(m: Matching, p: Node, t: Node, next: Next): boolean {
  // In JSON the quotes belong to what stands for a key.
  if (m.names.language === 'json' && p.kind === 'string' && isMetavariable(p.value)) return m.bind(p.value, t, next);
  // With quotes or without makes a difference in HCL, as between `=` and `:`.
  if (m.names.language === 'hcl') return m.match(p, t, next);
  if (p.kind === 'name' && t.kind === 'string') return p.name === t.value && next();
  // A property has the same name with quotes and without.
  if (p.kind === 'metavar' && t.kind === 'string' && scripts.has(m.names.language))
    return m.bind(p.name, { kind: 'name', name: t.value, start: t.start + 1, end: t.end - 1, parent: t.parent }, next);
  if (p.kind === 'string' && t.kind === 'name') {
    // A name is no text where keys are expressions.
    if (keyed.has(m.names.language)) return m.match(p, t, next);
    if (p.value === '...') return next();
    return isMetavariable(p.value) ? m.bind(p.value, t, next) : p.value === t.name && next();
  }
  return m.match(p, t, next);
}

/** A type pattern names the outermost type; its arguments only count when the pattern has some. */
export function matchType(m: Matching, p: Node, t: Node, next: Next): boolean {
  if (p.kind !== 'generic' && t.kind === 'generic') return matchType(m, p, t.base, next);
  // Without arguments a type is as good as with any where the reference tells types by their names.
  if (p.kind === 'generic' && t.kind !== 'generic')
    return (m.names.wide || !applying.has(m.names.language)) && matchType(m, p.base, t, next);
  if ((builtin(p) !== null && builtin(p) === builtin(t)) || isNumber(p, t, m.names.language)) return next();
  // TypeScript's qualified types are not those without.
  if (m.names.language === 'typescript') return m.match(p, t, next);
  if (p.kind === 'name' && t.kind === 'member' && t.property.kind === 'name' && t.property.name === p.name)
    return (m.names.wide || !qualifiedTypes.has(m.names.language)) && next();
  return m.match(p, t, next);
}

/** Languages in which a type with arguments is asked for with them. */
const applying: ReadonlySet<LanguageId> = new Set(['java', 'csharp', 'kotlin']);

/** A shell's variable where it is used, perhaps with a value to fall back on. */
export function isExpansion(m: Matching, t: Node): boolean {
  const { source } = m.names;
  if (t.kind === 'name') return isUsed(t, source);
  return t.kind === 'binary' && source.startsWith('${', t.start);
}

/** `T.m()` is asked of something of the type `T`; for wide rules in Java and C# only. */
export function classItself({ language, wide }: Names, type: Node, t: Node): Node | null {
  if (type.kind !== 'name' || !(wide ? qualifiedTypes : classesAsValues).has(language)) return null;
  if (t.kind === 'name') return t.name === type.name ? type : null;
  return t.kind === 'member' && t.property.kind === 'name' && t.property.name === type.name ? type : null;
}
const classesAsValues: ReadonlySet<LanguageId> = new Set([...qualifiedTypes, ...scripts, 'kotlin', 'go', 'rust']);

/** Functions and classes of PHP may be written in any case. */
export function sameCaseless(m: Matching, p: string, t: string): boolean {
  return m.names.language === 'php' && p.length === t.length && !p.startsWith('$') && p.toLowerCase() === t.toLowerCase();
}

const isFraction = (number: string): boolean => /[.]|^[^x]*e/i.test(number);

const associative: ReadonlySet<string> = new Set(['&&', '||', 'and', 'or', '&', '|', '^', '.']);
/** `A | B` of TypeScript and PHP, which is no operation where a type stands. */
const isInType = (t: Node, language: LanguageId): boolean =>
  (language === 'typescript' || language === 'php') && isType(t, language);

const bitwise: ReadonlySet<string> = new Set(['&', '|', '^']);
const symmetric: ReadonlySet<string> = new Set(['==', '!=', '===', '!==']);

function operands(node: Node, op: string): Node[] {
  return node.kind === 'binary' && node.op === op ? [...operands(node.left, op), ...operands(node.right, op)] : [node];
}

/** Operands as one expression, from the left. */
function joined(op: string, nodes: readonly Node[]): Node {
  const place = (left: Node, right: Node) => ({ start: left.start, end: right.end, parent: left.parent });
  return nodes.reduce((left, right): Node => ({ kind: 'binary', op, left, right, ...place(left, right) }));
}
