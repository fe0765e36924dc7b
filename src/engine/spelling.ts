/**
 * Identifiers as their language reads them: JavaScript's `\u0065val` and Python's `ｅｖａｌ` are both `eval`. Everything else
 * asks the text where a word stands, so the text itself is spelled plainly.
 */
import type { LanguageId } from '../model/language.ts';

/**
 * The text with such identifiers written plainly and filled up with spaces, so that all that follows keeps its place (but
 * for a letter of Python that stands for several).
 */
export function plainlySpelt(text: string, language: LanguageId | null): string {
  switch (language) {
    case 'javascript':
    case 'typescript':
      return text.includes('\\u')
        ? text.replace(escaped, (name, at: number) => (isCode(text, at) ? filled(decoded(name), name) : name))
        : text;
    case 'python':
      return compatible.test(text)
        ? text.replace(wide, (name, at: number) =>
            compatible.test(name) && isCode(text, at) ? filled(name.normalize('NFKC'), name) : name,
          )
        : text;
    default:
      return text;
  }
}

/** A name with an escape in it, and no part of a class of characters. */
const escaped = /(?<![\w$\\/[-])[\w$]*(?:\\u(?:[0-9a-fA-F]{4}|\{[0-9a-fA-F]{1,6}\})[\w$]*)+(?![\\\]-])/g;
/** Letters that stand for plain ones, and names that hold one. */
const compatible = /[\u00aa\u00ba\u017f\u02b0-\u02b8\u1d2c-\u1d6a\u2070-\u209c\u2100-\u2149\ufb00-\ufb06\uff10-\uff5a]|\ud835/;
const wide =
  /(?:\w|[\u00aa\u00ba\u017f\u02b0-\u02b8\u1d2c-\u1d6a\u2070-\u209c\u2100-\u2149\ufb00-\ufb06\uff10-\uff5a]|\ud835[\udc00-\udfff])+/g;

/** The text without the escapes that give a character by its number. */
export const decoded = (text: string): string =>
  text.includes('\\')
    ? text.replace(
        /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/g,
        (whole, braced?: string, four?: string, two?: string) => {
          const code = Number.parseInt(braced ?? four ?? two!, 16);
          return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
        },
      )
    : text;

/** Names of other letters stay as they are: no rule asks for them. */
const filled = (plain: string, name: string): string => (/^[A-Za-z_$][\w$]*$/.test(plain) ? plain.padEnd(name.length) : name);

/** Whether a place is in code, as far as the line before it tells: not in a comment, nor between quotes. */
function isCode(text: string, at: number): boolean {
  const near = text.slice(Math.max(0, at - FAR), at);
  const before = near.slice(near.lastIndexOf('\n') + 1).replace(/\\./g, '');
  const open = before.replace(/(["'`]).*?\1/g, '');
  return !/["'`#]|\/\//.test(open);
}

/** How much of a line is looked at, code units. */
const FAR = 1000;
