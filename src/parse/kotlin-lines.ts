/** Kotlin: a text of the same length in which a line break stands before each `}` that the grammar wants one before. */

/** Where strings and comments end is told from the text alone; `${` opens code within a string. */
const MARK = /"""|["'`]|\/\/|\/\*|[{}]/g;

/** The blank before a `}` of code becomes a line break: nothing else changes, and no offset moves. */
export function brokenLines(text: string): string {
  let out = '';
  let copied = 0;
  /** For each open brace the string that it stands in, or null in code. */
  const open: (string | null)[] = [];
  const mark = new RegExp(MARK);
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const [token] = found;
    if (token === '//') mark.lastIndex = endOf(text, '\n', mark.lastIndex);
    else if (token === '/*') mark.lastIndex = endOf(text, '*/', mark.lastIndex);
    else if (token === '`' || token === "'") mark.lastIndex = quoteEnd(text, token, mark.lastIndex);
    else if (token === '{') open.push(null);
    else if (token === '}') {
      const within = open.pop() ?? null;
      if (within !== null) mark.lastIndex = skipString(text, within, mark.lastIndex, open);
      else if (/[ \t]/.test(text[found.index - 1] ?? '')) {
        out += `${text.slice(copied, found.index - 1)}\n`;
        copied = found.index;
      }
    } else mark.lastIndex = skipString(text, token, mark.lastIndex, open);
  }
  return out + text.slice(copied);
}

function endOf(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end < 0 ? text.length : end + mark.length;
}

/** `'a'`, `'\''`, `` `a b` ``; what is not closed on its line is no quote. */
function quoteEnd(text: string, quote: string, from: number): number {
  for (let at = from; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at + 1;
  }
  return from;
}

/** Behind the end of the string, or behind the `${` that opens code in it. */
function skipString(text: string, quote: string, from: number, open: (string | null)[]): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === '$' && text[at + 1] === '{') {
      open.push(quote);
      return at + 2;
    } else if (text.startsWith(quote, at)) return at + quote.length;
    else if (quote === '"' && text[at] === '\n') return at;
  }
  return text.length;
}
