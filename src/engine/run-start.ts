/** Where a run of statements can begin at the file's top level, told without reading the whole file. */
import type { LanguageId } from '../model/language.ts';
import type { Anchor } from '../model/rule.ts';
import type { Kind, Node } from '../model/tree.ts';
import { type Pieces, piecesOf } from '../parse/lower.ts';
import { anchorsOf } from '../rules/anchors.ts';
import type { Candidates, Places } from './candidates.ts';
import { isNode } from './equal.ts';
import type { Bindings } from './matching/matching.ts';
import type { Tree } from './tree.ts';

/** The identifiers of the first statements of patterns. */
const heads = new WeakMap<Node, readonly Anchor[]>();

/**
 * The statements of the file's top level that may be the first of a run whose pattern begins with `head`, built one by one;
 * null when the text does not tell.
 */
export function possibleStarts(head: Node, given: Bindings | null, tree: Tree, candidates: Candidates): Iterable<Node> | null {
  const pieces = piecesOf(tree.program);
  if (!pieces) return null;
  let anchors = heads.get(head);
  if (!anchors) heads.set(head, (anchors = anchorsOf(head)));
  const rarest = candidates.rarest(anchors, tree.index);
  const begins = beginning(head, tree.language);
  return rarest || begins ? builtStarts(pieces, rarest, begins, givenTarget(head, given), tree) : null;
}

function* builtStarts(
  pieces: Pieces,
  rarest: Places | null,
  begins: ((text: string) => boolean) | null,
  named: string | null,
  { index, source }: Tree,
): Iterable<Node> {
  const { spans } = pieces;
  const statements = rarest ? new Set(rarest.offsets.map((offset) => index.statementAt(offset))) : spans.keys();
  for (const statement of statements) {
    const span = spans[statement];
    if (!span || (begins && !begins(source.slice(span.start, span.start + 24)))) continue;
    if (named !== null && !source.slice(span.start, span.end).includes(named)) continue;
    yield* pieces.build(statement);
  }
}

/** Languages in which these statements begin with their keyword. */
const keywordLed: ReadonlySet<LanguageId> = new Set(['javascript', 'typescript', 'python', 'go']);
const beginnings: { readonly [kind in Kind]?: RegExp } = {
  if: /^if\b/,
  try: /^try\b/,
  while: /^while\b/,
  for: /^for\b/,
  foreach: /^(?:async\s+)?for\b/,
  switch: /^(?:switch|match|select)\b/,
  with: /^(?:async\s+)?with\b/,
  return: /^return\b/,
  throw: /^(?:throw|raise)\b/,
};

const valued: ReadonlySet<Kind> = new Set(['assign', 'exprstmt', 'vardef']);
const scriptDefinition = /^(?:function|class|if|for|while|do|try|switch|async\s+function)\b/;
/** With what a statement of the file's top level begins that is neither an assignment nor an expression. */
const definitions: { readonly [language in LanguageId]?: RegExp } = {
  javascript: scriptDefinition,
  typescript: scriptDefinition,
  python: /^(?:@|(?:def|class|import|from|if|for|while|with|try|async)\b)/,
  go: /^(?:func|type|import|package)\b/,
};

/** The name of the variable that the statement must set, where that is known already. */
function givenTarget(head: Node, given: Bindings | null): string | null {
  const set = head.kind === 'exprstmt' ? head.expr : head;
  if ((set.kind !== 'assign' && set.kind !== 'vardef') || set.target.kind !== 'metavar') return null;
  const bound = given?.get(set.target.name);
  return bound !== undefined && isNode(bound) && bound.kind === 'name' ? bound.name : null;
}

/** Whether a statement that begins so can be of the kind that a pattern's first one is; null when every one can. */
function beginning(head: Node, language: LanguageId): ((text: string) => boolean) | null {
  const wanted = keywordLed.has(language) ? beginnings[head.kind] : undefined;
  if (wanted) return (text) => wanted.test(text);
  const other = valued.has(head.kind) ? definitions[language] : undefined;
  return other ? (text) => !other.test(text) : null;
}
