/**
 * Where a pattern without identifiers can stand: at its operators, its brackets or its keywords. The character there
 * belongs to no child, so that the smallest node around it is the one that is written with it.
 */
import type { LanguageId } from '../model/language.ts';
import { eachChild, type Node } from '../model/tree.ts';
import { anyDistance, isOneExpression } from './anchors.ts';

export interface RootMark {
  /** One of these stands in every match: whole words, and plain texts. */
  words: readonly string[];
  texts: readonly string[];
  /** The root is at most so many levels above the smallest node at the mark; 1 is that node itself. */
  levels: number;
  /** The root may also be a child of that node. */
  below?: boolean;
}

/** Languages in which brackets and operators are written as assumed here. */
const marked: ReadonlySet<LanguageId> = new Set(['javascript', 'typescript', 'python', 'go', 'java', 'csharp', 'php']);

/** Operators that PHP also writes as `and`, `or` and `<>`. */
const respelt: ReadonlySet<string> = new Set(['&&', '||', '!=', '??']);

const anything: ReadonlySet<string> = new Set(['ellipsis', 'metaellipsis', 'metavar']);
/** Languages whose statements are all written with these keywords. */
const keywordLed: ReadonlySet<LanguageId> = new Set(['javascript', 'typescript', 'python']);
const isScript = (language: LanguageId): boolean => language === 'javascript' || language === 'typescript';

/** Null when the root says nothing about the text. */
export function rootMark(root: Node, language: LanguageId): RootMark | null {
  if (!marked.has(language)) return null;
  const texts = (...list: string[]): RootMark => ({ words: [], texts: list, levels: 1 });
  const words = (...list: string[]): RootMark => ({ words: list, texts: [], levels: 1 });
  switch (root.kind) {
    case 'call':
      // PHP's `echo` and the like are calls without parentheses.
      if (language === 'php' || root.args?.some((arg) => arg.kind === 'template')) return null;
      // An annotation of Java without arguments is a call, too.
      if (language === 'java' && root.callee.kind !== 'member' && (root.args ?? []).every(({ kind }) => anything.has(kind)))
        return texts('(', '@');
      // A template behind a tag is an argument, too.
      return isScript(language) && (root.args ?? []).filter(({ kind }) => kind !== 'ellipsis').length < 2
        ? { words: [], texts: ['(', '`'], levels: 2 }
        : language === 'python' && root.callee.kind !== 'member'
          ? // `print x` and `exec x` of Python 2 are calls.
            { words: ['print', 'exec'], texts: ['('], levels: 2 }
          : texts('(');
    case 'index':
      return texts('[');
    case 'binary':
    case 'unary':
      // `a < b < c` of Python is an `and` that is not written.
      if (language === 'python' && root.op === 'and')
        return { words: ['and', 'in', 'is'], texts: ['<', '>', '==', '!='], levels: 2 };
      if (language === 'python' && /^(?:not in|is not)$/.test(root.op)) return words(root.op === 'not in' ? 'in' : 'is');
      // Go's `new(T)` is `&T{}`.
      if (language === 'go' && root.kind === 'unary' && root.op === '&') return { ...texts('&', '('), levels: 2 };
      // What Java's `instanceof` binds stands around the operator.
      if (root.op === 'instanceof') return { ...words(root.op), levels: 2 };
      if (/\s/.test(root.op) || (language === 'php' && respelt.has(root.op))) return null;
      return /^\w+$/.test(root.op) ? words(root.op) : texts(root.op);
    case 'assign':
      // JavaScript's `a += b` is also `a = a + b`, and `export default b` sets something to it.
      if (isScript(language)) return { words: root.target.kind === 'metavar' ? ['default'] : [], texts: ['='], levels: 1 };
      return texts(root.op);
    case 'await':
      return words('await');
    case 'throw':
      return words('throw', 'raise');
    case 'return':
      // The body of an arrow function or a lambda is what it returns.
      if (isScript(language)) return { words: ['return'], texts: ['=>'], levels: 1, below: true };
      if (language === 'python') return { words: ['return', 'lambda'], texts: [], levels: 1, below: true };
      // A function without a name of Go also gives what it ends with.
      return null;
    case 'object':
      return isScript(language) || language === 'python' ? texts('{') : null;
    case 'new':
      return language === 'go' ? texts('{', '(') : language === 'python' ? null : words('new');
    case 'ternary':
      return language === 'python' ? words('if') : texts('?');
    case 'try':
    case 'while':
      return keywordLed.has(language) ? words(root.kind) : null;
    case 'for':
    case 'foreach':
      // What goes over a list also stands for other loops.
      return keywordLed.has(language) ? words('for', 'while') : null;
    case 'if':
      return { ...words('if', 'elif', 'elseif'), levels: 2 };
    case 'func':
      return functionMark(root, language);
    case 'element':
      return texts('<');
    case 'template':
      if (isScript(language)) return texts('`');
      // A template of nothing but `...` is any string.
      return language === 'python' && root.parts?.some(({ kind }) => kind !== 'ellipsis') ? texts('{') : null;
    default:
      return null;
  }
}

/** Kinds that are written with a mark of their own wherever they stand in a pattern. */
const nested: ReadonlySet<string> = new Set([
  'binary',
  'unary',
  'template',
  'await',
  'throw',
  'ternary',
  'new',
  'func',
  'index',
  'try',
  'for',
  'foreach',
  'while',
]);

const known = new WeakMap<Node, Map<LanguageId, readonly RootMark[]>>();

/** The marks of a pattern and of what must stand in it, with levels up to its root; -1 for any number. */
export function marksOf(pattern: Node, language: LanguageId): readonly RootMark[] {
  let byLanguage = known.get(pattern);
  if (!byLanguage) known.set(pattern, (byLanguage = new Map()));
  let marks = byLanguage.get(language);
  if (!marks) byLanguage.set(language, (marks = marked.has(language) ? allMarks(pattern, language) : []));
  return marks;
}

function allMarks(pattern: Node, language: LanguageId): RootMark[] {
  const found: RootMark[] = [];
  const visit = (node: Node, depth: number): void => {
    if (node.kind === 'typed' || node.kind === 'import') return;
    const mark = depth === 0 || nested.has(node.kind) ? rootMark(node, language) : null;
    // One level more than the pattern has: a decorator or a cast may lie between.
    if (mark) found.push(depth === 0 ? mark : { ...mark, levels: depth < 0 ? -1 : depth + mark.levels + 2 });
    const below = depth < 0 || anyDistance(node) ? -1 : depth + (isOneExpression(node) ? 3 : 1);
    eachChild(node, (child) => visit(child, below));
  };
  visit(pattern, 0);
  return found;
}

/** Of a function the mark that opens its body, or its keyword where every function has one. */
function functionMark(root: Extract<Node, { kind: 'func' }>, language: LanguageId): RootMark | null {
  if (root.body == null) return null;
  switch (language) {
    case 'python':
      return { words: ['def', 'lambda'], texts: [], levels: 2 };
    case 'go':
      return { words: ['func'], texts: [], levels: 2 };
    case 'javascript':
    case 'typescript':
      // The property that holds it counts as a method.
      return { words: [], texts: ['{', '=>'], levels: 3 };
    default:
      return null;
  }
}
