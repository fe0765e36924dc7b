/**
 * A rule's pattern text → a pattern tree. The text is rewritten with placeholder identifiers, tried in the forms that
 * its language offers (as it stands, as a member, as an object's field, with a body added …) until the grammar accepts
 * one without error, and lowered by the language's own lowering.
 */
import type { LanguageId } from '../model/language.ts';
import { eachChild, type Kind, type Node } from '../model/tree.ts';
import type { Lowering } from '../parse/lower.ts';
import { parseText } from '../parse/parse.ts';
import type { Parser } from '../parse/syntax.ts';
import { type Form, formsOf } from './pattern-forms.ts';
import { rewrite } from './pattern-text.ts';
import { IMPORTS, restore } from './placeholder.ts';

export interface PatternTree {
  tree: Node;
  /** Two or more statements that must follow each other: `tree` is a block. */
  sequence: boolean;
}

/** `(List<String> $X)`, which also reads as two comparisons, and `($X : T<U>).m()` and `($X : T).m()!`, which are Flow's casts. */
const GENERIC_TYPED =
  /\(\s*[A-Z][\w.]*<[^()]*>(?:\[\])*\s+\$[A-Z_]|\(\s*\$[A-Z_][A-Z0-9_]*\s*:\s*[\w.$]+(?:(?:<[^()]*>|\[\])+\s*\)\s*(?:[.,)[]|$)|\s*\)\s*[.[])/;
/** Longest time for one pattern, ms. */
const LIMIT = 2000;

/** Null when no form of the pattern parses in the language. */
export function parsePattern(text: string, language: LanguageId, parser: Parser, lowering: Lowering): PatternTree | null {
  const trimmed = text.replace(/\r\n/g, '\n').trim();
  if (trimmed === '') return null;
  if (trimmed === '...') return { tree: { kind: 'ellipsis', start: 0, end: 0, parent: null }, sequence: false };
  // A typed metavariable looks like a parameter: it is only tried when nothing else fits.
  const first = GENERIC_TYPED.test(trimmed);
  for (const typed of [first, !first])
    for (const form of formsOf(language)) {
      if (typed && form.style.typed === null) continue;
      const found = tryForm(trimmed, language, form, typed, parser, lowering);
      if (found) return found;
    }
  return null;
}

function tryForm(
  text: string,
  language: LanguageId,
  form: Form,
  typed: boolean,
  parser: Parser,
  lowering: Lowering,
): PatternTree | null {
  if (form.when && !form.when.test(text)) return null;
  const rewritten = rewrite(text, form.style, typed);
  const code = form.before + rewritten + form.after;
  const parsed = parseText(parser, lowering, code, LIMIT);
  const program = parsed.hasError ? null : restore(parsed.program);
  // Only now is everything read.
  const broken = parsed.hasError;
  parsed.free();
  if (program === null || broken) return null;
  const picked = grouped(form.pick(program, text) ?? []);
  if (language === 'typescript') picked.forEach(forgetTypes);
  if (isScript(language)) picked.forEach(namelessInside);
  if (braced.has(language)) for (const tree of picked) openBodies(tree, code);
  if (picked.length === 0 || picked.some(hasError)) return null;
  if (picked.length === 1) return { tree: picked[0]!, sequence: false };
  return { tree: { kind: 'block', body: picked, start: 0, end: 0, parent: null }, sequence: true };
}

/** What one import statement names stands together; `...` among the names says nothing. */
function grouped(nodes: Node[]): Node[] {
  const out: Node[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    const first = last?.kind === 'other' && last.type === IMPORTS ? last.kids[0] : last;
    const { parent } = node;
    if (node.kind !== 'import' || first?.kind !== 'import' || node.start !== first.start || node.end !== first.end)
      out.push(node);
    else if (last?.kind === 'other') last.kids.push(node);
    else
      out[out.length - 1] = {
        kind: 'other',
        type: IMPORTS,
        text: '',
        kids: [first, node],
        start: node.start,
        end: node.end,
        parent,
      };
  }
  return out.map((node) => {
    if (node.kind !== 'other' || node.type !== IMPORTS) return node;
    const kids = node.kids.filter((kid) => kid.kind !== 'import' || kid.name?.kind !== 'ellipsis');
    const [only] = kids;
    return kids.length === 1 && only ? only : { ...node, kids };
  });
}

/**
 * Takes out the blocks that stand for a body without braces. Where the body of a loop says a statement, it is that alone;
 * the branches of an `if` are alike with braces and without, but for a metavariable: `if (e) $S` has any body.
 */
function openBodies(tree: Node, code: string): void {
  eachChild(tree, (node) => openBodies(node, code));
  switch (tree.kind) {
    case 'if':
      tree.then = opened(tree.then, code, true);
      if (tree.else) tree.else = opened(tree.else, code, true);
      break;
    case 'while':
    case 'dowhile':
    case 'for':
    case 'foreach':
    case 'with':
      tree.body = opened(tree.body, code, false);
      break;
  }
}

function opened(body: Node, code: string, branch: boolean): Node {
  if (body.kind !== 'block' || code[body.start] === '{') return body;
  const [only, more] = body.body;
  if (!only || more) return body;
  if (only.kind === 'exprstmt' && only.expr.kind === 'metavar') return only.expr;
  return branch ? body : only;
}

/**
 * In JavaScript a function that is a value has no name for the reference, and may be `async` or not, so
 * `f(function $F() { ... })` is any function.
 */
function namelessInside(tree: Node): void {
  eachChild(tree, (node) => {
    if (node.kind === 'func' && !node.arrow && node.name !== null && valued.has(tree.kind)) {
      node.name = null;
      node.modifiers = node.modifiers.filter((word) => word !== 'async');
    }
    namelessInside(node);
  });
}

/** In TypeScript the types behind `o.f` and `new C` do not count; those behind `f` do. */
function forgetTypes(tree: Node): void {
  if (tree.kind === 'new' || (tree.kind === 'call' && tree.callee.kind === 'member')) tree.typeArgs = [];
  eachChild(tree, forgetTypes);
}

/** What holds values; a property's function keeps its name. */
const valued: ReadonlySet<Kind> = new Set(['call', 'new', 'vardef', 'assign', 'array', 'return', 'binary', 'ternary', 'await']);

/** Languages in which a body is a statement, which may be a block. */
const braced: ReadonlySet<LanguageId> = new Set(['javascript', 'typescript', 'java', 'csharp', 'php', 'kotlin']);

const isScript = (language: LanguageId): boolean => language === 'javascript' || language === 'typescript';
const hasError = (node: Node): boolean => node.kind === 'error';
