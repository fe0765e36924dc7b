/** Whether two texts are the same code, laid out in two ways. */
import type { Parsers } from './backends.ts';
import { grammarFor, languageOf } from './languages.ts';
import { loadLowering } from './lowerings.ts';
import type { Syntax, SyntaxTree } from './syntax.ts';

/** Longest time for parsing one text, ms. */
const PARSE_LIMIT = 2000;

/**
 * White space does not count, nor do parentheses around an expression. Where there is no grammar, or the text is no valid
 * code, lines must be equal but for white space at their ends.
 */
export async function isSameCode(path: string, one: string, other: string, parsers: Parsers): Promise<boolean> {
  if (trimmed(one) === trimmed(other)) return true;
  const language = languageOf(path, one);
  const grammar = language === null ? null : grammarFor(language, path);
  const lowering = language === null || grammar === null ? null : await loadLowering(language);
  if (grammar === null || lowering === null || lowering.pieced) return false;
  const parser = await parsers.parser(grammar, one + other);
  const read = (text: string): SyntaxTree | null => {
    try {
      return parser.parse(lowering.readable?.(text) ?? text, PARSE_LIMIT);
    } catch {
      return null;
    }
  };
  const [a, b] = [read(one), read(other)];
  const same = a !== null && b !== null && !a.hasError && !b.hasError && areSame(a.root, one, b.root, other);
  a?.free();
  b?.free();
  return same;
}

const trimmed = (text: string): string => text.replace(/\s+$/gm, '');

function areSame(a: Syntax, one: string, b: Syntax, other: string): boolean {
  const [first, second] = [bare(a), bare(b)];
  if (first.type !== second.type) return false;
  const [kids, others] = [first.kids, second.kids];
  if (kids.length !== others.length || between(first, one) !== between(second, other)) return false;
  return kids.every((kid, at) => areSame(kid, one, others[at]!, other));
}

/** What of a node's text is in none of its children, white space aside. */
function between(node: Syntax, text: string): string {
  let out = '';
  let last = node.start;
  for (const { start, end } of node.kids) {
    out += text.slice(last, start);
    last = end;
  }
  return node.kids.length === 0 ? text.slice(last, node.end).trim() : (out + text.slice(last, node.end)).replace(/\s+/g, '');
}

/** The expression in parentheses. */
function bare(node: Syntax): Syntax {
  if (!/^parenthesi[sz]ed_(?:expression|statements)$/.test(node.type)) return node;
  const [inner, more] = node.kids.filter(({ type }) => type !== '(' && type !== ')');
  return inner && !more ? bare(inner) : node;
}
