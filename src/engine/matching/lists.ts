/** How lists match: slots of a node, arguments, members in any order, decorators and runs of statements. */
import type { Kind, Node, Shape, slots } from '../../model/tree.ts';
import { flattened } from '../statements.ts';
import { isUnattributed } from './attributes.ts';
import { bareCommand, isDots, type Matching, type Next } from './matching.ts';

export function matchSlots(m: Matching, p: Node, t: Node, roles: (typeof slots)[Kind], at: number, next: Next): boolean {
  if (at === roles.length) return next();
  const [role, mode] = roles[at]!;
  const pattern = (p as unknown as Record<string, unknown>)[role];
  const code = (t as unknown as Record<string, unknown>)[role];
  const rest = (): boolean => matchSlots(m, p, t, roles, at + 1, next);
  switch (mode) {
    case 'free':
      return rest();
    case 'text':
      return (pattern ?? null) === (code ?? null) && rest();
    case 'words':
      return ((pattern as string[] | undefined) ?? []).every((word) => hasModifier(m, word, code as string[])) && rest();
    case 'node':
      return matchRole(m, (pattern as Node | undefined) ?? null, code as Node | null, false, rest);
    case 'opt':
      return matchRole(m, (pattern as Node | undefined) ?? null, code as Node | null, true, rest);
    case 'args':
      return matchArgs(m, (pattern as Node[] | undefined) ?? [], code as Node[], rest);
    case 'some':
      return pattern === undefined || (pattern as Node[]).length === 0
        ? rest()
        : matchList(m, pattern as Node[], 0, code as Node[], 0, rest);
    case 'list':
      return matchList(m, (pattern as Node[] | undefined) ?? [], 0, code as Node[], 0, rest);
    case 'bag':
      // A class of Ruby is a list of statements.
      if (role === 'body' && m.names.language === 'ruby')
        return matchStatements(m, (pattern as Node[] | undefined) ?? [], code as Node[], false, rest);
      if (role === 'decorators') return matchDecorators(m, (pattern as Node[] | undefined) ?? [], code as Node[], rest);
      return matchBag(m, (pattern as Node[] | undefined) ?? [], code as Node[], rest);
    case 'stmts':
      return matchStatements(m, (pattern as Node[] | undefined) ?? [], code as Node[], false, rest);
    default:
      return mode satisfies never;
  }
}

export function matchRole(m: Matching, p: Node | null, t: Node | null, optional: boolean, next: Next): boolean {
  if (p === null) return (t === null || optional) && next();
  if (t === null) return p.kind === 'ellipsis' && next();
  return m.match(p, t.kind === 'other' && p.kind !== 'metavar' && p.kind !== 'other' ? bareCommand(t) : t, next);
}

export function matchList(m: Matching, ps: readonly Node[], i: number, ts: readonly Node[], j: number, next: Next): boolean {
  if (i === ps.length) return j === ts.length && next();
  const p = ps[i]!;
  if (p.kind === 'ellipsis' || p.kind === 'metaellipsis') {
    if (i === ps.length - 1) return matchRest(m, p, ts.slice(j), next);
    for (let end = j; end <= ts.length; end++)
      if (matchRest(m, p, ts.slice(j, end), () => matchList(m, ps, i + 1, ts, end, next))) return true;
    return false;
  }
  return j < ts.length && m.match(p, untagged(m, p, ts[j]!), () => matchList(m, ps, i + 1, ts, j + 1, next));
}

/** The parts of a text with holes: text is for text, and an expression for one that is interpolated. */
export function matchParts(m: Matching, ps: readonly Node[], i: number, ts: readonly Node[], j: number, next: Next): boolean {
  const p = ps[i];
  if (!p) return j === ts.length && next();
  if (isDots(p)) {
    for (let end = i === ps.length - 1 ? ts.length : j; end <= ts.length; end++)
      if (matchRest(m, p, ts.slice(j, end), () => matchParts(m, ps, i + 1, ts, end, next))) return true;
    return false;
  }
  const t = ts[j];
  if (!t || (p.kind !== 'string' && isText(t, m.names.source))) return false;
  if (isFormatted(t) && !isFormatted(p)) return false;
  return m.match(p, t, () => matchParts(m, ps, i + 1, ts, j + 1, next));
}

/** Python's `{x!r}` and `{x:>3}`, which are no `{$X}`. */
const isFormatted = (node: Node): boolean => node.kind === 'cast' && node.type?.kind === 'other' && node.type.type === 'format';

/** Parts without how they are formatted; those of a quoted part of a shell's word stand beside the others. */
export function plainParts(parts: readonly Node[], bare: true | undefined): readonly Node[] {
  if (!parts.some((part) => (bare && part.kind === 'template') || isFormatted(part))) return parts;
  return parts.flatMap((part) =>
    bare && part.kind === 'template' ? part.parts : part.kind === 'cast' && isFormatted(part) ? part.value : part,
  );
}

/** A piece of a template between what is interpolated; a constant in a hole has quotes of its own. */
const isText = (t: Node, source: string): boolean =>
  t.kind === 'string' && (source.slice(t.start, t.end) === t.value || !/["'`]/.test(source[t.start] ?? ''));

/** What a tag of YAML stands before, where the pattern has none; a metavariable stands for both. */
export const untagged = (m: Matching, p: Node, t: Node): Node =>
  t.kind === 'cast' && m.names.language === 'yaml' && p.kind !== 'cast' && p.kind !== 'metavar' ? t.value : t;

/** Children of an element: text, `{…}` and elements are three things; what follows the pattern's last does not matter. */
export function matchChildren(m: Matching, ps: readonly Node[], i: number, ts: readonly Node[], j: number, next: Next): boolean {
  const p = ps[i];
  if (!p) return next();
  if (isDots(p)) {
    if (i === ps.length - 1) return matchRest(m, p, ts.slice(j), next);
    for (let end = j; end <= ts.length; end++)
      if (matchRest(m, p, ts.slice(j, end), () => matchChildren(m, ps, i + 1, ts, end, next))) return true;
    return false;
  }
  const t = ts[j];
  if (!t || (p.kind === 'element') !== (t.kind === 'element')) return false;
  const isText = t.kind === 'string' && m.names.source.slice(t.start, t.end) === t.value;
  return (p.kind === 'string' || !isText) && m.match(p, t, () => matchChildren(m, ps, i + 1, ts, j + 1, next));
}

export function matchRest(
  m: Matching,
  p: Shape<'ellipsis'> | Shape<'metaellipsis'>,
  nodes: readonly Node[],
  next: Next,
): boolean {
  return p.kind === 'ellipsis' ? next() : m.bind(p.name, nodes, next);
}

/** Like `matchRest` for statements, of which no two runs are the same in the reference. */
export const matchRestOfRun: typeof matchRest = (m, p, nodes, next) =>
  (p.kind === 'ellipsis' || m.names.wide || !m.isBound(p.name)) && matchRest(m, p, nodes, next);

/** In C# what is `const` cannot be set, as what is `readonly`. */
const hasModifier = (m: Matching, word: string, of: readonly string[]): boolean =>
  of.includes(word) || (m.names.language === 'csharp' && final.has(word) && of.some((one) => final.has(one)));
const final: ReadonlySet<string> = new Set(['const', 'readonly']);

/** Positional arguments in order, named ones in any order; without `...` none may be left over. */
export function matchArgs(m: Matching, ps: readonly Node[], ts: readonly Node[], next: Next): boolean {
  const named = ps.filter((p) => isNamed(m, p));
  // Flags, and the parts of an image that may be left out.
  const optional = m.names.language === 'dockerfile';
  if (named.length === 0) return matchList(m, ps, 0, optional ? ts.filter((t) => t.kind !== 'named') : ts, 0, next);
  return matchMixed(m, ps, 0, ts, optional, next);
}

/** A keyword argument, a field of one of Go's literals, or what a class implements. */
export function isNamed(m: Matching, node: Node): boolean {
  if (node.kind === 'unary') return node.op === 'implements';
  return node.kind === 'named' || (node.kind === 'pair' && m.names.language === 'go' && node.key.kind === 'name');
}

/** Like `list`, but a named argument may stand anywhere in what is left. */
function matchMixed(m: Matching, ps: readonly Node[], i: number, ts: readonly Node[], optional: boolean, next: Next): boolean {
  const p = ps[i];
  if (!p) return (optional ? ts.every((t) => t.kind === 'named') : ts.length === 0) && next();
  if (isDots(p)) {
    if (i === ps.length - 1) return matchRest(m, p, ts, next);
    const upTo = (end: number): boolean =>
      matchRest(m, p, ts.slice(0, end), () => matchMixed(m, ps, i + 1, ts.slice(end), optional, next));
    // A list that is given a name best holds what stands before the argument that comes next, which a fix may repeat.
    const after = p.kind === 'metaellipsis' ? ps[i + 1] : undefined;
    const likely = after?.kind === 'named' ? ts.findIndex((t) => t.kind === 'named' && t.name === after.name) : -1;
    if (likely >= 0 && upTo(likely)) return true;
    for (let end = 0; end <= ts.length; end++) if (upTo(end)) return true;
    return false;
  }
  if (isNamed(m, p))
    return ts.some(
      (t, index) =>
        isNamed(m, t) &&
        m.match(p, t, () =>
          matchMixed(
            m,
            ps,
            i + 1,
            ts.filter((_, other) => other !== index),
            optional,
            next,
          ),
        ),
    );
  const rest = optional ? ts.slice(ts.findIndex((t) => t.kind !== 'named')) : ts;
  return (
    rest.length > 0 &&
    m.match(p, rest[0]!, () =>
      matchMixed(
        m,
        ps,
        i + 1,
        ts.filter((t) => t !== rest[0]),
        optional,
        next,
      ),
    )
  );
}

/** Each of the pattern's items is found among the code's, each time another one. */
export function matchBag(m: Matching, ps: readonly Node[], ts: readonly Node[], next: Next): boolean {
  const wanted = ps.filter((p) => p.kind !== 'ellipsis');
  const pick = (at: number, left: readonly Node[]): boolean => {
    if (at === wanted.length) return next();
    const p = wanted[at]!;
    if (p.kind === 'metaellipsis') return m.bind(p.name, left, () => pick(at + 1, []));
    return left.some((t, index) =>
      m.match(p, t, () =>
        pick(
          at + 1,
          left.filter((_, other) => other !== index),
        ),
      ),
    );
  };
  return pick(0, ts);
}

/** `@a` also matches `@a(…)`. */
export function matchDecorators(m: Matching, ps: readonly Node[], ts: readonly Node[], next: Next): boolean {
  if (ps.length === 0) return next();
  if (ts[0]?.parent && isUnattributed(ts[0].parent, m.names)) return false;
  if (m.names.language === 'python') {
    // `@a` and `@a()` are the same; arguments must be asked for.
    const called = (node: Node): Node =>
      node.kind === 'name' || node.kind === 'member' || node.kind === 'metavar'
        ? { ...node, kind: 'call', callee: node, typeArgs: [], args: [], optional: false }
        : node;
    const dots: Node = { kind: 'ellipsis', start: 0, end: 0, parent: null };
    // These are keywords to the reference.
    const any = ps.every((p) => p.kind === 'metavar' || (p.kind === 'call' && p.callee.kind === 'metavar'));
    const code = any ? ts.map(called).filter((t) => !isKeyword(t)) : ts.map(called);
    return m.option('decorators_order_matters', false)
      ? matchList(m, [dots, ...ps.flatMap((p) => [called(p), dots])], 0, code, 0, next)
      : matchBag(m, ps.map(called), code, next);
  }
  if (m.option('decorators_order_matters', false)) {
    const dots: Node = { kind: 'ellipsis', start: 0, end: 0, parent: null };
    return matchList(
      m,
      [dots, ...ps.flatMap((p) => [p, dots])],
      0,
      ts.map((t) => (t.kind === 'call' && ps.every(({ kind }) => kind !== 'call') ? t.callee : t)),
      0,
      next,
    );
  }
  const bare = ts.flatMap((t) => (t.kind === 'call' ? [t, t.callee] : [t]));
  return matchBag(m, ps, bare, next);
}

const isKeyword = (t: Node): boolean =>
  t.kind === 'call' && t.callee.kind === 'name' && (t.callee.name === 'staticmethod' || t.callee.name === 'abstractmethod');

export function matchStatements(m: Matching, ps: readonly Node[], ts: readonly Node[], open: boolean, next: Next): boolean {
  if (ps.length === 1 && ps[0]!.kind === 'ellipsis') return next();
  const list = ps.length > 1 && ps.some(isDots) && m.option('go_deeper_stmt', true) ? flattened(ts, m.names) : ts;
  // After `...` what follows the last statement does not matter.
  const loose = open || ps.some(isDots);
  if (matchRun(m, ps, 0, ts, 0, loose, () => next())) return true;
  return list !== ts && list.length !== ts.length && matchRun(m, ps, 0, list, 0, loose, () => next());
}

/** `open`: statements may be left over at the end. `next` gets the number of statements used. */
export function matchRun(
  m: Matching,
  ps: readonly Node[],
  i: number,
  ts: readonly Node[],
  j: number,
  open: boolean,
  next: (end: number) => boolean,
): boolean {
  if (m.names.wide) {
    while (i < ps.length && isBlank(ps[i]!)) i++;
    while (j < ts.length && isNothing(ts[j]!)) j++;
  }
  if (i === ps.length) return (open || j === ts.length) && next(j);
  const p = ps[i]!;
  if (p.kind === 'ellipsis' || p.kind === 'metaellipsis') {
    // No list is made of what nobody asks for.
    const skipped = (end: number): readonly Node[] => (p.kind === 'ellipsis' ? none : ts.slice(j, end));
    if (i === ps.length - 1) return matchRestOfRun(m, p, skipped(ts.length), () => next(ts.length));
    for (let end = j; end <= ts.length; end++)
      if (matchRestOfRun(m, p, skipped(end), () => matchRun(m, ps, i + 1, ts, end, open, next))) return true;
    return false;
  }
  return j < ts.length && m.match(p, ts[j]!, () => matchRun(m, ps, i + 1, ts, j + 1, open, next));
}

const none: readonly Node[] = [];

/** `;` alone, in JavaScript. */
const isNothing = ({ kind, start, end }: Node): boolean => kind === 'block' && end - start === 1;

/** The same in a pattern, which may have lost its places. */
const isBlank = (node: Node): boolean => node.kind === 'block' && !node.body?.length;
