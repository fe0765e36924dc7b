/**
 * Where the root of a pattern without identifiers can stand: at its operator, its bracket or its keyword. The character
 * there belongs to no child, so that the smallest node around it is the root itself.
 */
import type { LanguageId } from '../model/language.ts';
import type { Node } from '../model/tree.ts';

export interface RootMark {
  /** Whole words, or with `false` plain texts. */
  words: boolean;
  texts: readonly string[];
  /** The root is at most so many levels above the smallest node at the mark; 1 is that node itself. */
  levels: number;
}

/** Languages in which brackets and operators are written as assumed here. */
const marked: ReadonlySet<LanguageId> = new Set(['javascript', 'typescript', 'python', 'go', 'java', 'csharp', 'php']);

/** Operators that PHP also writes as `and`, `or` and `<>`. */
const respelt: ReadonlySet<string> = new Set(['&&', '||', '!=']);

const anything: ReadonlySet<string> = new Set(['ellipsis', 'metaellipsis', 'metavar']);
const isScript = (language: LanguageId): boolean => language === 'javascript' || language === 'typescript';

/** Null when the root says nothing about the text. */
export function rootMark(root: Node, language: LanguageId): RootMark | null {
  if (!marked.has(language)) return null;
  const texts = (...list: string[]): RootMark => ({ words: false, texts: list, levels: 1 });
  const words = (...list: string[]): RootMark => ({ words: true, texts: list, levels: 1 });
  switch (root.kind) {
    case 'call':
      // PHP's `echo` and the like are calls without parentheses.
      if (language === 'php' || root.args?.some((arg) => arg.kind === 'template')) return null;
      // A template behind a tag is an argument, too.
      return isScript(language) && root.args?.length === 1 && anything.has(root.args[0]!.kind)
        ? { words: false, texts: ['(', '`'], levels: 2 }
        : texts('(');
    case 'index':
      return texts('[');
    case 'binary':
    case 'unary':
      // `a < b < c` of Python is an `and` that is not written.
      if (language === 'python' && root.op === 'and') return null;
      // Go's `new(T)` is `&T{}`.
      if (language === 'go' && root.kind === 'unary' && root.op === '&') return { ...texts('&', '('), levels: 2 };
      if (/\s/.test(root.op) || (language === 'php' && respelt.has(root.op))) return null;
      return /^\w+$/.test(root.op) ? words(root.op) : texts(root.op);
    case 'assign':
      // JavaScript's `a += b` is also `a = a + b`.
      return texts(language === 'javascript' || language === 'typescript' ? '=' : root.op);
    case 'await':
      return words('await');
    case 'throw':
      return words('throw', 'raise');
    case 'new':
      return language === 'go' ? texts('{', '(') : language === 'python' ? null : words('new');
    case 'ternary':
      return language === 'python' ? words('if') : texts('?');
    case 'if':
      return { ...words('if', 'elif', 'elseif'), levels: 2 };
    case 'func':
      return functionMark(root, language);
    case 'element':
      return texts('<');
    case 'template':
      return language === 'javascript' || language === 'typescript' ? texts('`') : null;
    default:
      return null;
  }
}

/** Of a function the mark that opens its body, or its keyword where every function has one. */
function functionMark(root: Extract<Node, { kind: 'func' }>, language: LanguageId): RootMark | null {
  if (root.body == null) return null;
  switch (language) {
    case 'python':
      return { words: true, texts: ['def', 'lambda'], levels: 2 };
    case 'go':
      return { words: true, texts: ['func'], levels: 2 };
    case 'javascript':
    case 'typescript':
      return { words: false, texts: ['{', '=>'], levels: 2 };
    default:
      return null;
  }
}
