/** The `metavariable-…` operators. */
import type { LanguageId } from '../model/language.ts';
import type { Condition } from '../model/rule.ts';
import { childrenOf, type Node } from '../model/tree.ts';
import { compare, type Value } from '../rules/comparison.ts';
import { constantOf } from './constants.ts';
import { isDense } from './english.ts';
import { equalNodes, isNode } from './equal.ts';
import { heldBy, withValues } from './held-value.ts';
import type { Match } from './matches.ts';
import { isThin, qualifiedTypes, scripts } from './matching/dialect.ts';
import { classItself } from './matching/expressions.ts';
import { qualified } from './matching/imports.ts';
import { type Bindings, type Bound, importedTexts } from './matching/matching.ts';
import type { Names } from './names.ts';
import { bitwise, numberOf } from './number-value.ts';
import { nestedQuantifier } from './redos.ts';
import { Searcher } from './search.ts';
import type { Tree } from './tree.ts';
import { builtin, isNumber, typeOf } from './typing.ts';

/** The match, perhaps several times with further bindings, when the condition holds; nothing otherwise. */
export function holds(condition: Condition, match: Match, searcher: Searcher): Match[] {
  if (condition.kind === 'comparison') {
    if (compareMatch(condition, match, searcher)) return [match];
    const held = withValues(match, searcher);
    return held !== null && compareMatch(condition, held, searcher) ? [match] : [];
  }
  const bound = match.bindings.get(condition.metavariable);
  if (bound === undefined) return [];
  const found = holdsFor(condition, match, bound, searcher);
  const held = condition.kind === 'pattern' || found.length === 0 ? heldBy(bound, searcher) : null;
  return held === null ? found : [...found, ...holdsFor(condition, match, held, searcher)];
}

function holdsFor(
  condition: Exclude<Condition, { kind: 'comparison' }>,
  match: Match,
  bound: Bound,
  searcher: Searcher,
): Match[] {
  const { tree } = searcher;
  switch (condition.kind) {
    case 'regex': {
      const text = (condition.constantPropagation ? constantText(bound, tree) : null) ?? writtenCode(bound, tree);
      if (!mayHold(condition, text)) return [];
      const found = anchored(condition).exec(text);
      if (!found) return [];
      const groups = Object.entries(found.groups ?? {}).filter(([, text]) => text !== undefined);
      if (groups.length === 0) return [match];
      const bindings = new Map(match.bindings);
      const from = rangeOf(bound)?.start ?? 0;
      for (const [name, text] of groups) {
        const [start, end] = found.indices?.groups?.[name]?.map((offset) => from + offset) ?? [];
        const there = start !== undefined && end !== undefined && tree.source.slice(start, end) === text;
        bindings.set(`$${name}`, there ? { kind: 'string', value: text, start, end, parent: null } : text);
      }
      return [{ ...match, bindings }];
    }
    case 'pattern':
      return nested(condition, match, bound, searcher);
    case 'analysis': {
      // Of what stands there, not of what a variable holds.
      if (isNode(bound) && (bound.kind === 'name' || bound.kind === 'member')) return [];
      const text = contentOf(bound, tree);
      const fits = condition.analyzer === 'entropy' ? isDense(text) : nestedQuantifier(text);
      return fits ? [match] : [];
    }
    case 'type': {
      const { names } = tree;
      const fits = (wanted: Node, found: Node): boolean =>
        sameType(wanted, found, names) || isImportedType(strip(wanted), found, names);
      const isTyped = (node: Node): boolean => {
        const type = typeOf(node, names);
        if (
          condition.types.some(
            (wanted) => (type && fits(wanted, type)) || (!names.wide && classItself(names, strip(wanted), node)),
          )
        )
          return true;
        return node.kind === 'cast' && isThin(node, names) && !names.wide && isTyped(node.value);
      };
      return isNode(bound) && isTyped(bound) ? [match] : [];
    }
    default:
      return condition satisfies never;
  }
}

/**
 * By metavariable, a quick test of its code that all fail which one of the conditions drops: so the many ways in which a
 * list of properties fits `..., $KEY: $VALUE, ...` are not even followed.
 */
export function quickTests(conditions: readonly Condition[], tree: Tree): ReadonlyMap<string, (bound: Bound) => boolean> | null {
  let tests: Map<string, (bound: Bound) => boolean> | null = null;
  for (const condition of conditions) {
    if (condition.kind !== 'regex' || condition.constantPropagation || condition.texts.length === 0) continue;
    tests ??= new Map();
    const before = tests.get(condition.metavariable);
    tests.set(condition.metavariable, (bound) => before?.(bound) !== false && mayHold(condition, codeOf(bound, tree.source)));
  }
  return tests;
}

/** False where none of the texts is there that every match holds: to compile the expression costs far more than to look. */
function mayHold({ texts, flags }: Extract<Condition, { kind: 'regex' }>, text: string): boolean {
  if (texts.length === 0) return true;
  if (!flags.includes('i')) return texts.some((part) => text.includes(part));
  const lower = text.toLowerCase();
  return texts.some((part) => lower.includes(part.toLowerCase()));
}

/** Semgrep anchors at the beginning of the text. Only the places of named groups are asked for. */
function anchored(condition: Extract<Condition, { kind: 'regex' }>): RegExp {
  let regex = compiled.get(condition);
  if (!regex) {
    const places = condition.regex.includes('(?<') ? 'd' : '';
    regex = new RegExp(condition.regex, `${condition.flags.replace(/[gyd]/g, '')}y${places}`);
    compiled.set(condition, regex);
  }
  regex.lastIndex = 0;
  return regex;
}

const compiled = new WeakMap<Condition, RegExp>();

function nested(condition: Extract<Condition, { kind: 'pattern' }>, match: Match, bound: Bound, searcher: Searcher): Match[] {
  const range = rangeOf(bound);
  if (!range) return [];
  let found: readonly Match[];
  const own = searcher.tree.language;
  const language = condition.language ?? own;
  // What was imported under another name has no code of its own here.
  const imported = isNode(bound) && !searcher.tree.names.wide ? importedTexts.get(bound) : undefined;
  const renamed = imported !== undefined && imported !== searcher.tree.source.slice(range.start, range.end);
  if (condition.language === null && own !== 'generic' && own !== 'regex' && !renamed) {
    found = searcher.searchWithin(condition.formula, range, match.bindings, isNode(bound) ? itself(bound, language) : null);
  } else {
    const anything = language === 'generic' || own === 'generic' || own === 'regex';
    const text = renamed ? imported : anything ? writtenContent(bound, searcher.tree) : literalText(bound, searcher.tree);
    const other = text === null ? null : searcher.parseOther(text, language);
    if (!other) return [];
    const from = searcher.tree.source.indexOf(text!.split('\n', 1)[0]!, range.start);
    found = new Searcher(other, searcher.options, searcher.parseOther).search(condition.formula).map((inner) => ({
      ...inner,
      bindings: new Map(
        [...inner.bindings].map(([name, value]) => [name, replaced(value, other.source, from, searcher.tree.source)]),
      ),
    }));
  }
  const seen: Match[] = [];
  for (const inner of found) {
    const bindings = new Map(match.bindings);
    for (const [name, value] of inner.bindings) if (!bindings.has(name)) bindings.set(name, value);
    seen.push({ ...match, bindings });
  }
  return seen.slice(0, 16);
}

/** What is bound in a text that stands in `source` from a place on, line by line; without a place when it is not found there. */
function replaced(bound: Bound, text: string, from: number, source: string): Bound {
  const code = codeOf(bound, text);
  const range = rangeOf(bound);
  if (range === null || from < 0 || code === '') return code;
  let line = from;
  let within = range.start;
  for (let at = text.indexOf('\n'); at >= 0 && at < range.start; at = text.indexOf('\n', at + 1)) {
    line = source.indexOf('\n', line) + 1;
    if (line === 0) return code;
    within = range.start - at - 1;
  }
  const start = source.indexOf(code, line + within);
  const end = source.indexOf('\n', line);
  return start < 0 || (end >= 0 && start > end)
    ? code
    : { kind: 'string', value: code, start, end: start + code.length, parent: null };
}

/** What of the code of a metavariable is looked at even if it is a type. */
function itself(bound: Node, language: LanguageId): Node | null {
  if (bound.kind === 'generic' && language === 'csharp') return bound.base;
  return bound.kind === 'name' || bound.kind === 'member' ? bound : null;
}

function compareMatch(condition: Extract<Condition, { kind: 'comparison' }>, match: Match, searcher: Searcher): boolean {
  const textOf = (name: string): string | undefined => {
    const bound = match.bindings.get(name);
    return bound === undefined ? undefined : contentOf(bound, searcher.tree);
  };
  const valueOf = (name: string): Value | undefined => {
    const bound = match.bindings.get(name);
    const text = textOf(name);
    if (bound === undefined || text === undefined) return undefined;
    const constant = isNode(bound) ? constantOf(bound, searcher.tree.names) : null;
    const number = isNode(bound) ? numberOf(bound, searcher.tree.names) : null;
    // JavaScript's numbers are fractions to the reference, which are not stripped.
    const stripped = condition.strip && name === condition.metavariable && !bitwise(searcher.tree.names);
    if (number !== null) return stripped ? undefined : number;
    if (constant?.kind === 'number') return undefined;
    const quoted = isNode(bound) && bound.kind === 'string' && !condition.strip;
    const named = isNode(bound) && bound.kind === 'name' && !searcher.tree.names.wide;
    const base = name === condition.metavariable && !quoted && !named ? condition.base : null;
    if (base !== null || (condition.strip && name === condition.metavariable)) {
      const digits = condition.strip ? text.replace(/^["'`]|["'`]$/g, '') : text;
      const parsed = Number.parseInt(digits.replace(/^0[xob]/i, ''), base ?? 10);
      if (!Number.isNaN(parsed)) return parsed;
    }
    // A word of a text may be a number; what a regular expression captures is a text.
    const bare = searcher.tree.language === 'generic' && isNode(bound) && bound.kind === 'string' && bound.parent === null;
    if (bare && /^[-+]?\d+(?:\.\d+)?$/.test(text.trim())) return Number(text);
    if (constant?.kind === 'text') return undefined;
    // The reference compares neither sums of texts nor the bytes of Python.
    if (constant?.kind === 'string' && isNode(bound) && !searcher.tree.names.wide)
      if ((bound.kind === 'binary' && bound.op === '+') || isBytes(bound, searcher.tree)) return undefined;
    return isNode(bound) ? constant?.value : text;
  };
  return compare(condition.comparison, {
    value: valueOf,
    text: textOf,
    fractions: !bitwise(searcher.tree.names),
    now: searcher.now,
  });
}

const isBytes = ({ kind, start }: Node, { language, source }: Tree): boolean =>
  kind === 'string' && language === 'python' && /^[rR]?[bB]/.test(source.slice(start, start + 2));

/** The code that a metavariable stands for, as written. */
export function codeOf(bound: Bound, source: string): string {
  if (typeof bound === 'string') return bound;
  const imported = isNode(bound) ? importedTexts.get(bound) : undefined;
  if (imported !== undefined) return imported;
  const range = rangeOf(bound);
  if (range === null) return '';
  const code = source.slice(range.start, range.end);
  if (!isNode(bound))
    return isUnbroken(bound, source) ? code : bound.map((node) => source.slice(node.start, node.end)).join(', ');
  // A node of another text (a constant that is used here) carries its own value; folded lines are still this text.
  const own = bound.kind === 'string' && !code.includes(bound.value);
  return own && ![code, joined(code)].some((text) => squeezed(text).includes(squeezed(bound.value))) ? bound.value : code;
}

/** Whether nothing else stands between the nodes; an argument by name may be taken out from between others. */
const isUnbroken = (nodes: readonly Node[], source: string): boolean =>
  !nodes.some(({ kind }) => kind === 'named') ||
  nodes.every((node, at) => at === 0 || !/\w/.test(source.slice(nodes[at - 1]!.end, node.start)));

/** Of a block of YAML what stands behind `|` or `>`, as the reference has it. */
function writtenCode(bound: Bound, tree: Tree): string {
  const code = codeOf(bound, tree.source);
  if (code.endsWith('`') && isNode(bound) && bound.end > bound.start + 2 && !tree.names.wide)
    return withoutBacktick(code, bound, tree);
  const header = tree.language === 'yaml' && isNode(bound) && bound.kind === 'string' ? /^[|>][-+\d]*(?=\s)/.exec(code) : null;
  return header ? code.slice(header[0].length) : unrooted(code, tree);
}

/** To the reference a template of JavaScript ends where its last part does. */
function withoutBacktick(code: string, bound: Node, { language, source }: Tree): string {
  if (!scripts.has(language)) return code;
  let last = bound;
  for (let next: Node | null = bound; next !== null; ) {
    last = next;
    next = null;
    for (const child of childrenOf(last)) if (child.end === last.end) next = child;
  }
  if (last.kind === 'string') return source[last.start] === '`' && last.end > last.start + 2 ? code.slice(0, -1) : code;
  const part = last.kind === 'template' ? last.parts.at(-1) : undefined;
  return part ? source.slice(bound.start, part.end) : code;
}

/** `\exec` of PHP as `exec`, for rules that are wide. */
const unrooted = (code: string, { language, names }: Tree): string =>
  names.wide && ((language === 'php' && code.startsWith('\\')) || (language === 'ruby' && code.startsWith('::')))
    ? code.replace(/^(?:\\|::)/, '')
    : code;

/** Literals side by side as one. */
const joined = (code: string): string => (/^\w{0,2}["']/.test(code) ? code.replace(/(["'])(?:\s|\\\n)*\w{0,2}\1/g, '') : code);

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The text of a string literal without its quotes; of anything else, the code. */
function contentOf(bound: Bound, tree: Tree): string {
  return constantText(bound, tree) ?? unrooted(codeOf(bound, tree.source), tree);
}

/** Like `contentOf`, but of literals only: a name stays a name, and a literal with a prefix the code that it is. */
function writtenContent(bound: Bound, tree: Tree): string {
  const literal = !isNode(bound) || bound.kind === 'string';
  const prefixed =
    isNode(bound) && tree.language === 'python' && /^[a-zA-Z]+["']/.test(tree.source.slice(bound.start, bound.end));
  return literal && !prefixed ? contentOf(bound, tree) : codeOf(bound, tree.source);
}

/** What a literal says; null for other code, which the reference reads as no other language than its own or as plain text. */
function literalText(bound: Bound, tree: Tree): string | null {
  if (!isNode(bound)) return typeof bound === 'string' || tree.language === 'html' ? codeOf(bound, tree.source) : null;
  if (bound.kind !== 'string') return null;
  // A piece of a literal has no parent.
  const written = bound.parent === null ? '' : tree.source.slice(bound.start, bound.end);
  return marked[tree.language]?.test(written) ? null : contentOf(bound, tree);
}

/** Literals that are more than plain text to the reference: they may hold code, have a prefix or are several. */
const marked: { readonly [language in LanguageId]?: RegExp } = {
  python: /^(?:[a-zA-Z]+["']|(["'])(?!\1)(?:\\[^]|(?!\1)[^\\])*\1\s*[\w"'\\])/,
  csharp: /^(?:[@$]|""")/,
  javascript: /^`/,
  typescript: /^`/,
  ruby: /^<</,
};

function constantText(bound: Bound, tree: Tree): string | null {
  if (!isNode(bound)) return typeof bound === 'string' ? bound : null;
  const constant = constantOf(bound, tree.names);
  return constant && constant.kind !== 'text' ? String(constant.value) : null;
}

function rangeOf(bound: Bound): { start: number; end: number } | null {
  if (typeof bound === 'string') return null;
  if (isNode(bound)) return bound;
  const [first] = bound;
  const last = bound.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

export const bindingCode = (bindings: Bindings, source: string): Record<string, string> =>
  Object.fromEntries([...bindings].map(([name, bound]) => [name, codeOf(bound, source)]));

function sameType(wanted: Node, found: Node, names: Names): boolean {
  const want = strip(wanted);
  const { language } = names;
  if (want.kind === 'metavar' || equalNodes(want, found) || isNumber(want, found, language)) return true;
  // What Python declares is of that name alone.
  const declared = language === 'python' && found.parent !== null;
  if (!declared && builtin(want) !== null && builtin(want) === builtin(found)) return true;
  if (found.kind === 'generic' && want.kind !== 'generic') return sameType(want, found.base, names);
  if (want.kind === 'generic' && found.kind === 'generic')
    return (
      want.args.length === found.args.length &&
      sameType(want.base, found.base, names) &&
      want.args.every((arg, at) => sameType(arg, found.args[at]!, names))
    );
  // `T[]`, whose index is empty; a pattern leaves empty lists out.
  if (want.kind === 'index' && found.kind === 'index' && !want.indices?.length && found.indices.length === 0)
    return sameType(want.object, found.object, names);
  if (language === 'python' && !names.wide) {
    const full = qualified(found, names);
    return full !== null && equalNodes(want, full);
  }
  return (
    want.kind === 'name' &&
    (!qualifiedTypes.has(language) || names.wide) &&
    found.kind === 'member' &&
    found.property.kind === 'name' &&
    found.property.name === want.name
  );
}

/** `T` where `a.b.T` or `a.b.*` is imported and `a.b.T` is wanted. */
function isImportedType(wanted: Node, found: Node, names: Names): boolean {
  if (found.kind === 'generic') return isImportedType(wanted, found.base, names);
  const path = wordsOf(wanted);
  if (path.length < 2 || found.kind !== 'name') return false;
  const imported = names.imported(found);
  if (imported) return imported.join('.') === path.join('.');
  const around = path.slice(0, -1).join('.');
  return path.at(-1) === found.name && names.wildcards().some((wildcard) => wildcard.join('.') === around);
}

/** `a.b.c` as words; empty for anything else. */
function wordsOf(node: Node): string[] {
  if (node.kind === 'name') return [node.name];
  const before = node.kind === 'member' && node.property.kind === 'name' ? wordsOf(node.object) : [];
  return before.length > 0 && node.kind === 'member' && node.property.kind === 'name' ? [...before, node.property.name] : [];
}

const strip = (node: Node): Node => (node.kind === 'exprstmt' ? node.expr : node);
