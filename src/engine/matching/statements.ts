/** How statements match: expressions in them, assignments in their forms, bodies of functions. */
import type { LanguageId } from '../../model/language.ts';
import { childrenOf, type Node, type Shape, slots } from '../../model/tree.ts';
import { constantOf, literalOf } from '../constants.ts';
import type { Names } from '../names.ts';
import { isExpression, isResult } from '../position.ts';
import { typedLanguages } from '../root-test.ts';
import { partsOfStatement } from '../statements.ts';
import { blockOnly, blockValued, braced, scripts } from './dialect.ts';
import { matchDeep } from './expressions.ts';
import { matchSlots, matchStatements } from './lists.ts';
import type { Matching, Next } from './matching.ts';

/** An expression statement also matches a statement that holds the expression. */
export function matchStatement(m: Matching, p: Shape<'exprstmt'>, t: Node, next: Next): boolean {
  if (p.expr.kind === 'metavar') return m.match(p.expr, t, next);
  if (t.kind === 'pair') return p.expr.kind === 'assign' && isInitialiser(t) && m.match(p.expr, t, next);
  switch (t.kind) {
    case 'exprstmt':
      // What Go defers is not done here.
      if (t.expr.kind === 'unary' && t.expr.op === 'defer') return m.match(p.expr, t.expr, next);
      return matchInStatement(m, p.expr, t.expr, next);
    case 'vardef':
      if (p.expr.kind === 'assign' && m.match(p.expr, t, next)) return true;
      if (t.value === null) return false;
      // `var (a, b) = …`
      if (t.target.kind === 'array' && m.names.language === 'csharp' && !m.names.wide) return false;
      if (matchInStatement(m, p.expr, t.value, next)) return true;
      // So is what a variable is given that is declared.
      return (!m.names.wide || typedLanguages.has(m.names.language)) && matchWhole(m, p.expr, t.value, next);
    case 'return':
      // What is returned is looked through whole, but in Kotlin, in which it is an expression like others.
      if (t.value === null) return false;
      if (matchInStatement(m, p.expr, t.value, next)) return true;
      return (m.names.wide || m.names.language !== 'kotlin') && matchWhole(m, p.expr, t.value, next);
    case 'if':
    case 'switch':
      if (m.names.language === 'kotlin' && !m.names.wide) return matchInStatement(m, p.expr, t, next);
      return m.match(p.expr, t, next);
    case 'throw':
      // An expression in some languages.
      if (t.value === null || (m.names.language !== 'php' && (m.names.language !== 'kotlin' || m.names.wide))) return false;
      return matchInStatement(m, p.expr, t.value, next);
    default:
      // `x => e`
      return isBody(t, m.names.language) && !m.names.wide ? matchInStatement(m, p.expr, t, next) : m.match(p.expr, t, next);
  }
}

/** What a method gives back that is one expression, or a lambda of Java. */
const isBody = (node: Node, language: LanguageId): boolean =>
  node.parent?.kind === 'func' &&
  node.parent.body === node &&
  node.kind !== 'block' &&
  (!node.parent.arrow || language === 'java');

function matchInStatement(m: Matching, p: Node, t: Node, next: Next): boolean {
  return m.option('implicit_deep_exprstmt', true) ? matchImplicitlyDeep(m, p, t, next) : m.match(p, t, next);
}

/** The expression or one in it that is evaluated with it; not what only some way leads to, is made or is indexed. */
function matchImplicitlyDeep(m: Matching, p: Node, t: Node, next: Next): boolean {
  if (m.match(p, t, next)) return true;
  return partsOfStatement(t, m.names).some((part) => matchImplicitlyDeep(m, p, part, next));
}

function matchWhole(m: Matching, p: Node, t: Node, next: Next): boolean {
  if (!m.option('implicit_deep_exprstmt', true)) return false;
  return matchDeep(m, p, t, next) || (p.kind === 'assign' && m.names.language === 'csharp' && matchInitialiser(m, p, t, next));
}

function matchInitialiser(m: Matching, p: Node, t: Node, next: Next): boolean {
  return childrenOf(t).some((part) => (isInitialiser(part) && m.match(p, part, next)) || matchInitialiser(m, p, part, next));
}

export function matchAsAssign(m: Matching, p: Shape<'assign'>, t: Shape<'vardef'>, next: Next): boolean {
  if (t.value === null) return false;
  const { value } = t;
  return m.match(p.target, t.target, () => m.match(p.value, value, next));
}

/** `a + b` of `a += b`. */
export const operationOf = (t: Shape<'assign'>): Shape<'binary'> => ({
  kind: 'binary',
  op: t.op.slice(0, -1),
  left: t.target,
  right: t.value,
  start: t.start,
  end: t.end,
  parent: t,
});

/** JavaScript's `a += b` is `a = a + b`, and the other way round. */
export function matchCompound(m: Matching, p: Shape<'assign'>, t: Shape<'assign'>, next: Next): boolean {
  const logical = (op: string): boolean => /^(?:\|\||&&|\?\?)/.test(op);
  // `a ||= b` counts as `a = b`, and not the other way round.
  if (logical(p.op)) return false;
  const value = (node: Shape<'assign'>): Node | null => (node.op === '=' || logical(node.op) ? node.value : operationOf(node));
  const [pattern, code] = [value(p), value(t)];
  return pattern !== null && code !== null && m.match(p.target, t.target, () => m.match(pattern, code, next));
}

/** Ruby's `begin … rescue … end` is not a method's own `rescue`, and `a rescue b` only where it is all of a block. */
export function isOtherRescue(p: Shape<'try'>, t: Shape<'try'>, source: string): boolean {
  if (!t.modifier) {
    if (p.modifier === 'value') return true;
    return t.parent?.parent?.kind === 'func' && !t.parent.parent.arrow && !source.startsWith('begin', t.start);
  }
  if (!p.modifier) {
    const alone = t.parent?.kind === 'block' && t.parent.body.length === 1;
    return !alone && !/\(\s*$/.test(source.slice(Math.max(0, t.start - 9), t.start));
  }
  return (
    p.modifier !== t.modifier && (p.modifier === 'value' || ![p.body, ...(p.catches ?? []).map(handlerOf)].every(isMetavariable))
  );
}

const handlerOf = (clause: Node): Node => (clause.kind === 'catch' ? clause.body : clause);

const isMetavariable = (body: Node): boolean =>
  body.kind === 'block' &&
  body.body?.length === 1 &&
  body.body[0]!.kind === 'exprstmt' &&
  (body.body[0]!.expr as { kind: string }).kind === 'metavar';

/** What a block holds, when it is one `try`. */
function onlyTry(body: Node | null): Shape<'try'> | null {
  const [only, more] = body?.kind === 'block' ? (body.body ?? []) : [];
  return only?.kind === 'try' && !more ? only : null;
}

/** Languages in which a function without a body is none that has one. */
const bodied: ReadonlySet<string> = new Set([...scripts, 'csharp']);

export function matchFuncBody(m: Matching, p: Shape<'func'>, t: Shape<'func'>, next: Next): boolean {
  const body = p.body ?? null;
  // In C# only a lambda that does something has a body in braces for the reference.
  const lambda = m.names.language === 'csharp' && t.arrow && t.name === null && t.body !== null;
  const idle = lambda && t.body?.kind === 'block' && t.body.body.length === 0;
  if (lambda && body?.kind === 'block' && (body.body?.length ?? 0) > 0 && (idle || t.body?.kind !== 'block')) return false;
  if (idle && body?.kind === 'metavar') return m.bind(body.name, t.body!, next);
  // Go's functions always have a body: without one, a pattern is their head.
  if (body === null && m.names.language === 'go') return next();
  if (body === null) return (t.body === null || (t.body.kind === 'block' && t.body.body.length === 0)) && next();
  if (t.body === null)
    return (
      !blockOnly.has(m.names.language) &&
      m.names.language !== 'go' &&
      (m.names.wide || !bodied.has(m.names.language)) &&
      !(
        m.names.language === 'java' &&
        !m.names.wide &&
        body.kind === 'block' &&
        t.parent?.kind === 'class' &&
        t.parent.keyword === 'interface'
      ) &&
      (body.kind === 'ellipsis' || (body.kind === 'block' && body.body?.length === 1 && body.body[0]!.kind === 'ellipsis')) &&
      next()
    );
  if (body.kind !== 'block' && t.body.kind === 'block') {
    if (m.names.language === 'kotlin') return body.kind === 'ellipsis' && next();
    if (lambda && !idle) return false;
    // `x => e` is also `x => { return e }`.
    if (body.kind === 'metavar' && blockValued.has(m.names.language)) return m.match(body, t.body, next);
    const [only] = t.body.body;
    const isAny = body.kind === 'ellipsis' && (m.names.wide || !scripts.has(m.names.language));
    const result = only?.kind === 'return' ? only.value : only?.kind === 'exprstmt' && isGiven(m, only) ? only.expr : null;
    if (!isAny && (t.body.body.length !== 1 || result === null)) return false;
    return m.match(body, result ?? t.body, next);
  }
  if (m.names.language === 'ruby') {
    const [wanted, own] = [onlyTry(body), onlyTry(t.body)];
    if (wanted && own) return matchSlots(m, wanted, own, slots.try, 0, next);
  }
  if (body.kind === 'block' && t.body.kind !== 'block') {
    if (blockOnly.has(m.names.language)) return false;
    // In Java an expression is any one statement, and no statement in particular.
    if (m.names.language === 'java' && !isAnything(body.body ?? [])) return false;
    if (m.names.language === 'csharp') return body.body?.length === 1 && body.body[0]!.kind === 'ellipsis' && next();
    const place = { start: t.body.start, end: t.body.end, parent: t };
    return matchStatements(m, body.body ?? [], [{ kind: 'return', value: t.body, ...place }], false, next);
  }
  return m.match(body, t.body, next);
}

/** What a function of JavaScript without a `return` gives, to the reference. */
const isGiven = (m: Matching, statement: Node): boolean => scripts.has(m.names.language) && isResult(statement, m.names);

/** `...` or `$X;` alone. */
function isAnything([only, more]: readonly Node[]): boolean {
  return !more && (only?.kind === 'ellipsis' || (only?.kind === 'exprstmt' && only.expr.kind === 'metavar'));
}

/** Of a pattern's body and that of code, what is held against each other; null where one has braces and the other none. */
export function bodyFor(m: Matching, p: Node, body: Node): Node | null {
  if (p.kind === 'metavar' || p.kind === 'ellipsis' || !braced.has(m.names.language)) return body;
  const fits = m.names.wide || (p.kind === 'block') === isBraced(body, m.names);
  if (!fits) return null;
  return p.kind === 'block' || body.kind !== 'block' ? body : body.body.length === 1 ? body.body[0]! : null;
}

/**
 * A block in braces; `;` is one of nothing. What PHP writes between a colon and `end…` is as good, but for a
 * statement that is alone there.
 */
function isBraced(body: Node, { source }: Names): boolean {
  if (source[body.start] === ';') return true;
  if (body.kind !== 'block' || source[body.start] !== ':') return source[body.start] === '{';
  return body.body.length !== 1 || source.slice(body.start, body.parent?.end ?? body.end).includes('?>');
}

/** `{ $...S }` as a branch, which stands for what is in braces only. */
export const isUnbraced = (p: Node | null | undefined, t: Node | null, names: Names): boolean =>
  p?.kind === 'block' &&
  p.body?.length === 1 &&
  p.body[0]!.kind === 'metaellipsis' &&
  t !== null &&
  !names.wide &&
  braced.has(names.language) &&
  !isBraced(t, names);

export function matchSymbolic(m: Matching, p: Node, t: Shape<'name'>, next: Next): boolean {
  const value = p.kind === 'name' ? null : symbolicValue(t, m.names);
  return value !== null && m.match(p, value, next);
}

/** Whether a metavariable stands for what this variable holds too: where it is used, and holds no constant. */
export const isSymbol = (t: Shape<'name'>, names: Names): boolean =>
  isExpression(t, names.language) &&
  !((t.parent?.kind === 'assign' || t.parent?.kind === 'vardef') && t.parent.target === t) &&
  constantOf(t, names) === null &&
  literalOf(t, names) === null;

/** The value that a variable is given, when it is given only one. */
export function symbolicValue(t: Shape<'name'>, names: Names): Node | null {
  const [only, more] = names.bindings(t);
  const inClass = names.language === 'java' && only?.scope.kind === 'class';
  const single = only && !more && only.node !== t && only.kind === 'variable' && !inClass ? only.value : null;
  const value = single ?? (more && !inClass ? setBefore(names, t) : null);
  return value !== null && (names.wide || isSymbolic(names, value)) ? value : null;
}

/** What the reference takes for the value of a variable: what is made of names, literals, calls and plain objects of JavaScript. */
function isSymbolic(names: Names, node: Node): boolean {
  const all = (nodes: readonly Node[]): boolean => nodes.every((one) => isSymbolic(names, one));
  switch (node.kind) {
    case 'name':
    case 'string':
    case 'number':
    case 'bool':
    case 'null':
    case 'regex':
      return true;
    case 'template':
      return all(node.parts);
    case 'member':
      return isSymbolic(names, node.object);
    case 'index':
      return isSymbolic(names, node.object) && all(node.indices);
    case 'call':
      return isSymbolic(names, node.callee) && all(node.args);
    case 'new':
      return node.body === null && all(node.args);
    case 'named':
    case 'spread':
    case 'cast':
      return isSymbolic(names, node.value);
    case 'binary':
      return isSymbolic(names, node.left) && isSymbolic(names, node.right);
    case 'unary':
      return isSymbolic(names, node.operand);
    case 'object':
      return (
        scripts.has(names.language) &&
        node.props.every(
          (prop) =>
            prop.kind === 'name' ||
            (prop.kind === 'pair' && (prop.key.kind === 'name' || prop.key.kind === 'string') && isSymbolic(names, prop.value)),
        )
      );
    default:
      return !commonValues.has(node.kind);
  }
}

/** Kinds that are no values to hold; what only some languages have is left open. */
const commonValues: ReadonlySet<string> = new Set([
  'array',
  'func',
  'await',
  'ternary',
  'assign',
  'comprehension',
  'class',
  'element',
]);

/** What the last assignment before a use gives a variable, where it runs on every way there. */
function setBefore(names: Names, t: Shape<'name'>): Node | null {
  const before = names.bindings(t).filter(({ node }) => node.start < t.start);
  const last = before.reduce((a, b) => (b.node.start > a.node.start ? b : a), before[0]!);
  if (!last?.value || last.kind !== 'variable') return null;
  let block: Node | null = last.node;
  while (block && block.kind !== 'block' && block.kind !== 'program') block = block.parent;
  return block && block.start <= t.start && t.end <= block.end && last.value.end <= t.start ? last.value : null;
}

/** What holds statements, where an expression stands. */

/** `A = 1` in the braces behind C#'s `new T`. */
export const isInitialiser = (node: Node): node is Shape<'pair'> =>
  node.kind === 'pair' && node.parent?.kind === 'array' && node.parent.bracket === '{';
