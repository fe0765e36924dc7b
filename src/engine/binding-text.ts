/** What the text around a word tells of whether it binds something, without building the tree there. */
import type { LanguageId } from '../model/language.ts';
import { isWordCode } from './locate.ts';

/**
 * False where the text around a word shows that it binds nothing: behind a dot, before a dot, and as the callee of a call
 * in an expression.
 */
export function mayBind(source: string, start: number, end: number, language: LanguageId): boolean {
  if (!plainlyDotted.has(language)) return true;
  let before = start - 1;
  while (source.charCodeAt(before) === 32) before--;
  const left = source.charCodeAt(before);
  if (left === DOT) return source.charCodeAt(before - 1) === DOT;
  const right = source.charCodeAt(end);
  // `import a.b` binds `a`.
  if (right === DOT) return isWordCode(left);
  if (right !== PARENTHESIS) return true;
  if (!isWordCode(left)) return !beforeCall.has(left);
  let word = before;
  while (isWordCode(source.charCodeAt(word - 1))) word--;
  return !beforeUse.has(source.slice(word, before + 1));
}

/**
 * False for a word in a function, class or call at the file's top level that is neither what the statement defines nor
 * assigned to: it can only be a variable of some function in there.
 */
export function mayConcernFile(
  source: string,
  span: { start: number; end: number },
  start: number,
  end: number,
  language: LanguageId,
): boolean {
  if (!plainlyDotted.has(language)) return true;
  const from = span.start + (source[span.start] === '@' ? decorators.exec(source.slice(span.start, span.end))![0].length : 0);
  const own = ownScope.exec(source.slice(from, Math.min(span.end, from + 200)));
  // In front of what is decorated names are only used, unless set on the way.
  if (own && start < from) return /^\s*:?=/.test(source.slice(end, end + 20));
  if (!own || start < from + own[0].length) return true;
  if (language === 'python') return /\bglobal\b/.test(source.slice(span.start, span.end));
  return reassigned.test(source.slice(end, end + 200)) || /(?:\+\+|--)\s*$/.test(source.slice(start - 4, start));
}

/** What stands in front of a function or class: lines that begin with `@`, and what their brackets hold. */
export const decorators = /^(?:@[^\n(]*(?:\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?[^\n]*\n\s*)*/;

/** The beginning of a statement that has a scope of its own, up to its parameters, its body or its arguments. */
const ownScope =
  /^(?:(?:export|default|async|abstract|declare|public|final)\s+)*(?:(?:function|class|interface|def|func)\b[^({:]*(?:\([^()]*\)\s*\w+\s*)?[({:]|[\w$]+(?:\.[\w$]+)*\()/;
/** What follows a variable that is set, alone or in a pattern. */
const reassigned = /^\s*(?:[-+*/%&|^?<>:]*=(?![=>])|\+\+|--|(?:of|in)\b|[^()\n;=]*[\]}]\s*\)?\s*=(?![=>]))/;

/** What follows a variable of which a part is set. */
export const setPart = /^(?:(?:\.|->|::)[\w$]+|\[[^\]\n]*\])+\s*(?:[-+*/%&|^?<>]{1,3})?=(?![=>~])/;

const DOT = 46;
const PARENTHESIS = 40;
/** `(`, `=`, `!`, `[`, `?`, `+`, `&`, `|`. */
const beforeCall: ReadonlySet<number> = new Set([40, 61, 33, 91, 63, 43, 38, 124]);
/** Words before an expression. */
const beforeUse: ReadonlySet<string> = new Set(
  'new await return throw typeof yield not and or else raise print go defer case'.split(' '),
);
const plainlyDotted: ReadonlySet<LanguageId> = new Set(['javascript', 'typescript', 'python', 'go', 'java', 'csharp']);
