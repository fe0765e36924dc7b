/**
 * Any text as a nested sequence of words, punctuation marks and other characters, for rules without a language.
 *
 * A word is a run of ASCII letters, digits and `_`; every other character but white space stands alone. Lines that are
 * indented deeper than the lines around them form a list; so does what stands between matching brackets of one line.
 */

export interface GenericText {
  /** Per token: offset of its first character, offset behind its last, line from 0. */
  starts: Int32Array;
  ends: Int32Array;
  lines: Int32Array;
  /** By index of a list's first token: the indexes behind the lists' last tokens, outermost list first. */
  lists: ReadonlyMap<number, readonly number[]>;
  /** Per token: the first token of the innermost list around it, -1 at the top, and the index behind that list's last. */
  listStarts: Int32Array;
  listEnds: Int32Array;
}

/** Deepest nesting of lists; what is indented deeper is not nested further. */
const MAX_NESTING = 60;
/** Columns from one tab stop to the next. */
const TAB = 8;

export interface GenericLexis {
  /** Which comments are left out: `/* *\/` (c), those and `//` (cpp), `#` (shell). */
  comments: 'none' | 'c' | 'cpp' | 'shell';
  /** Characters that belong to words besides the usual ones. */
  wordCharacters: string;
}

export function readGeneric(source: string, lexis: GenericLexis): GenericText {
  const text = withoutComments(source, lexis.comments);
  const starts: number[] = [];
  const ends: number[] = [];
  const lines: number[] = [];
  const rows: Row[] = [];
  const extra = lexis.wordCharacters.replace(/[\\\]^-]/g, '\\$&');
  const token = new RegExp(`\\n|[A-Za-z0-9_${extra}]+|[^\\s]`, 'g');
  let line = 0;
  let lineStart = 0;
  let row: Row | null = null;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const { index } = found;
    if (found[0] === '\n') {
      line++;
      lineStart = index + 1;
      row = null;
      continue;
    }
    if (row === null) rows.push((row = { from: starts.length, to: starts.length, indent: columnOf(text, lineStart, index) }));
    starts.push(index);
    ends.push(index + found[0].length);
    lines.push(line);
    row.to = starts.length;
  }
  const found: List[] = [];
  nest(rows, 0, rows.length, leastIndent(rows, 0, rows.length), 0, found);
  for (const { from, to } of rows) brackets(text, starts, from, to, found);
  return {
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    lines: Int32Array.from(lines),
    ...indexed(found, starts.length),
  };
}

interface Row {
  from: number;
  to: number;
  indent: number;
}

interface List {
  from: number;
  to: number;
}

function columnOf(text: string, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at++) column = text[at] === '\t' ? column - (column % TAB) + TAB : column + 1;
  return column;
}

const leastIndent = (rows: readonly Row[], from: number, to: number): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let at = from; at < to; at++) least = Math.min(least, rows[at]!.indent);
  return least;
};

/** Lists of the rows that are indented deeper than `base`. */
function nest(rows: readonly Row[], from: number, to: number, base: number, depth: number, found: List[]): void {
  if (depth >= MAX_NESTING) return;
  for (let at = from; at < to; at++) {
    if (rows[at]!.indent <= base) continue;
    let end = at;
    while (end < to && rows[end]!.indent > base) end++;
    found.push({ from: rows[at]!.from, to: rows[end - 1]!.to });
    nest(rows, at, end, leastIndent(rows, at, end), depth + 1, found);
    at = end;
  }
}

const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Lists between the matching brackets of one row; brackets without a partner count for nothing. */
function brackets(text: string, starts: readonly number[], from: number, to: number, found: List[]): void {
  const open: { mark: string; at: number }[] = [];
  for (let at = from; at < to; at++) {
    const mark = text[starts[at]!]!;
    if (mark === '(' || mark === '[' || mark === '{') open.push({ mark, at });
    const wanted = closing[mark];
    if (wanted === undefined || open.at(-1)?.mark !== wanted) continue;
    const begin = open.pop()!.at + 1;
    if (begin < at && open.length < MAX_NESTING) found.push({ from: begin, to: at });
  }
}

function indexed(found: List[], count: number): Pick<GenericText, 'lists' | 'listStarts' | 'listEnds'> {
  // Outer lists before those inside of them.
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const lists = new Map<number, number[]>();
  const listStarts = new Int32Array(count).fill(-1);
  const listEnds = new Int32Array(count).fill(count);
  for (const { from, to } of found) {
    const same = lists.get(from);
    if (same) same.push(to);
    else lists.set(from, [to]);
    listStarts.fill(from, from, to);
    listEnds.fill(to, from, to);
  }
  return { lists, listStarts, listEnds };
}

/** The text with its comments as blanks. */
function withoutComments(text: string, comments: GenericLexis['comments']): string {
  if (comments === 'none') return text;
  const pattern = comments === 'shell' ? /#.*/g : comments === 'c' ? /\/\*[^]*?\*\//g : /\/\*[^]*?\*\/|\/\/.*/g;
  return text.replace(pattern, (comment) => comment.replace(/[^\n]/g, ' '));
}
