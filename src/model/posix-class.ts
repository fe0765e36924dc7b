/** The named classes of POSIX brackets, `[:alpha:]`, as the inside of a class of JavaScript. Source: POSIX.1-2017, 9.3.5; `word` is PCRE's. */
export const posixClasses: ReadonlyMap<string, string> = new Map(
  Object.entries({
    alpha: 'a-zA-Z',
    digit: '0-9',
    alnum: 'a-zA-Z0-9',
    upper: 'A-Z',
    lower: 'a-z',
    space: '\\s',
    blank: ' \\t',
    punct: '!-\\/:-@\\[-`{-~',
    xdigit: '0-9a-fA-F',
    word: '\\w',
  }),
);
