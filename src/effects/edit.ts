/** String edits, each with the rules of the tool that will carry it out. */
import type { EditMatching, StringEdit } from '../model/toolcall.ts';
import {
  betweenAnchors,
  exactly,
  type FindPlaces,
  indentOf,
  type Place,
  reindented,
  straightQuotes,
  withAnyQuotes,
  withoutAnyBlanks,
  withoutBlanks,
  withoutTrailingBlanks,
} from './edit-place.ts';

const BOM = '\uFEFF';

/** The text of one edit's result; null when the tool would refuse it. */
type ApplyOne = (text: string, edit: StringEdit) => string | null;

interface Matching {
  apply: ApplyOne;
  /** Edits a file that is not there: by the first edit's new text alone, whatever its old text is, or only when that is empty. */
  creates: 'always' | 'without-old-text' | 'never';
  /** Looks for the old text as it is, whatever line ends the file has. */
  verbatim?: true;
}

/** How the searches of a tool follow one another, and what it does with their places. */
interface Search {
  /** The first that finds anything counts. */
  find: readonly FindPlaces[];
  /** Where several places were found and not all are to be replaced. */
  ambiguous: 'refuse' | 'first';
  /** A removal that leaves an empty line removes the line. */
  removesLine?: true;
  /** What an empty old text does to a file that holds something. */
  empty?: 'append' | 'replace';
  /** `$&` and the like in the new text are expanded when all places are replaced. */
  expands?: true;
}

const once: Search = { find: [exactly], ambiguous: 'refuse' };

/**
 * One row for each tool. Claude Code, Copilot, Gemini, Qwen, OpenCode and Cline were seen on disk, Goose and Droid read in
 * their code; of the others no more is known than what their documentation says.
 */
const matchings: Readonly<Record<EditMatching, Matching>> = {
  'claude-code': { apply: applyClaudeEdit, creates: 'without-old-text' },
  'copilot-cli': row({ find: [exactly, withAnyQuotes, reindented, withoutAnyBlanks], ambiguous: 'refuse', removesLine: true }),
  'vscode-copilot': row({ find: [exactly, withoutBlanks, withoutAnyBlanks], ambiguous: 'refuse' }, 'without-old-text'),
  'gemini-cli': row({ find: [exactly, reindented, withoutAnyBlanks], ambiguous: 'refuse' }, 'without-old-text'),
  'qwen-code': row(
    { find: [exactly, withAnyQuotes, withoutTrailingBlanks], ambiguous: 'refuse', removesLine: true },
    'without-old-text',
  ),
  windsurf: row({ find: [exactly], ambiguous: 'first', empty: 'append' }, 'without-old-text'),
  antigravity: row(once),
  'factory-droid': row({ find: [exactly, withAnyQuotes], ambiguous: 'refuse' }),
  goose: { ...row(once), verbatim: true },
  cline: row(once, 'always'),
  opencode: row({ find: [exactly, withoutBlanks, withoutAnyBlanks], ambiguous: 'refuse', expands: true }, 'without-old-text'),
  'search-replace-blocks': row(
    { find: [exactly, withoutBlanks, betweenAnchors], ambiguous: 'first', empty: 'replace' },
    'without-old-text',
  ),
  exact: row(once, 'without-old-text'),
  'mcp-filesystem': { apply: applyFilesystemEdit, creates: 'never' },
};

function row(search: Search, creates: Matching['creates'] = 'never'): Matching {
  return { apply: (text, edit) => applySearch(text, edit, search), creates };
}

/**
 * The file's text after all of `edits`, one after the other; null when the tool would refuse one of them and so leave the
 * file as it is. `text` is null for a file that does not exist. Line ends and a byte order mark stay as the file has them.
 */
export function applyEdits(text: string | null, edits: readonly StringEdit[], matching: EditMatching): string | null {
  const { apply, creates, verbatim } = matchings[matching];
  const [first] = edits;
  if (text === null) {
    if (first === undefined || creates === 'never' || (creates === 'without-old-text' && first.oldText !== '')) return null;
    if (creates === 'always') return edits.slice(1).reduce<string | null>((all, edit) => all && apply(all, edit), first.newText);
  }
  const bom = text?.startsWith(BOM) ? BOM : '';
  const original = text ?? '';
  const ending = verbatim ? '\n' : dominantLineEnd(original);
  const body = bom === '' ? original : original.slice(1);
  let result = verbatim ? body : toLf(body);
  for (const edit of inOrder(edits)) {
    const next = apply(result, verbatim ? edit : { ...edit, oldText: toLf(edit.oldText), newText: toLf(edit.newText) });
    if (next === null) return null;
    result = next;
  }
  return bom + (ending === '\n' ? result : result.replaceAll('\n', ending));
}

/** Edits that name lines go from the bottom up, so that each finds its lines where they were. */
function inOrder(edits: readonly StringEdit[]): readonly StringEdit[] {
  if (!edits.every(({ lines }) => lines)) return edits;
  return [...edits].sort((a, b) => (b.lines?.first ?? 0) - (a.lines?.first ?? 0));
}

function applySearch(text: string, edit: StringEdit, search: Search): string | null {
  if (edit.oldText === '') {
    if (text.trim() === '' || search.empty === 'replace') return edit.newText;
    return search.empty === 'append' ? text + edit.newText : null;
  }
  if (edit.lines) {
    const [from, to] = offsetsOf(text, edit.lines);
    const { lines: _, ...plain } = edit;
    const part = applySearch(text.slice(from, to), plain, search);
    // The lines that a model counts are not always right.
    return part === null ? applySearch(text, plain, search) : text.slice(0, from) + part + text.slice(to);
  }
  for (const find of search.find) {
    const places = find(text, edit);
    const [first] = places;
    if (first === undefined) continue;
    if (places.length > 1 && !edit.replaceAll && search.ambiguous === 'refuse') return null;
    if (edit.replaceAll && search.expands && find === exactly) return text.replaceAll(edit.oldText, edit.newText);
    return replaced(text, edit.replaceAll ? places : [first], search.removesLine === true);
  }
  return null;
}

function replaced(text: string, places: readonly Place[], removesLine: boolean): string {
  let result = '';
  let from = 0;
  for (const place of places) {
    result += text.slice(from, place.from) + place.text;
    from = place.to;
    const before = place.from === 0 || text[place.from - 1] === '\n';
    if (removesLine && place.text === '' && before && text[from - 1] !== '\n' && text[from] === '\n') from++;
  }
  return result + text.slice(from);
}

/** Offsets of the beginning of the first line and of the end of the last, as far as they exist. */
function offsetsOf(text: string, { first, last }: { first: number; last: number }): [from: number, to: number] {
  const lines = text.split('\n');
  const size = (count: number): number => lines.slice(0, Math.max(0, count)).reduce((sum, line) => sum + line.length + 1, 0);
  return [size(first - 1), Math.min(text.length, Math.max(size(last), size(first - 1)))];
}

/** The file's text with `content` before line `line`, or after the last line; always as lines of their own. */
export function insertLines(text: string | null, line: number | null, content: string): string {
  const bom = text?.startsWith(BOM) ? BOM : '';
  const original = text ?? '';
  const ending = dominantLineEnd(original);
  const lines = toLf(bom === '' ? original : original.slice(1)).split('\n');
  const inserted = toLf(content);
  const count = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  const at = line === null ? count : Math.min(Math.max(line - 1, 0), count);
  const [head, tail] = [lines.slice(0, at), lines.slice(at)];
  const atEnd = tail.length === 0 || (tail.length === 1 && tail[0] === '');
  const whole = atEnd
    ? [...head, inserted].join('\n')
    : [...head, inserted.endsWith('\n') ? inserted.slice(0, -1) : inserted, ...tail].join('\n');
  return bom + (ending === '\n' ? whole : whole.replaceAll('\n', ending));
}

/** The line end that most lines of `text` have; LF when there is none or as many of either. */
export function dominantLineEnd(text: string): '\n' | '\r\n' {
  let crlf = 0;
  let lf = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (text[at - 1] === '\r') crlf++;
    else lf++;
  }
  return crlf > lf ? '\r\n' : '\n';
}

function toLf(text: string): string {
  return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text;
}

/**
 * Claude Code, seen on disk with 2.1.329: plain substring, once unless `replace_all`; curly quotes of the file match straight
 * ones of `old_string`, and the new text's quotes are then curled; a removal that leaves an empty line removes the line.
 */
function applyClaudeEdit(text: string, edit: StringEdit): string | null {
  const newText = toLf(edit.newText);
  if (edit.oldText === '') return text.trim() === '' ? newText : null;
  if (edit.oldText === edit.newText) return null;
  const found = findClaude(text, edit.oldText) ?? findClaude(text, toLf(edit.oldText));
  if (found === null) return null;
  const first = text.indexOf(found);
  if (!edit.replaceAll && text.indexOf(found, first + 1) >= 0) return null;
  const inserted = found === edit.oldText ? newText : curlAs(found, newText);
  let result = '';
  let from = 0;
  for (let at = first; at >= 0; at = text.indexOf(found, from)) {
    result += text.slice(from, at) + inserted;
    from = at + found.length;
    const lineIsEmpty = inserted === '' && !found.endsWith('\n') && (at === 0 || text[at - 1] === '\n') && text[from] === '\n';
    if (lineIsEmpty) from++;
    if (!edit.replaceAll) break;
  }
  return result + text.slice(from);
}

/** The text of the file that `oldText` means; null when it is not there. */
function findClaude(text: string, oldText: string): string | null {
  if (text.includes(oldText)) return oldText;
  const at = straightQuotes(text).indexOf(straightQuotes(oldText));
  return at < 0 ? null : text.slice(at, at + oldText.length);
}

/** `text` with its quotes curled, of the kinds that are curled in `like`. */
function curlAs(like: string, text: string): string {
  let result = text;
  if (/[“”]/.test(like)) result = result.replace(/"/g, (_, at: number, whole: string) => (opens(whole, at) ? '“' : '”'));
  if (/[‘’]/.test(like)) {
    result = result.replace(/'/g, (_, at: number, whole: string) => {
      const inWord = /\p{L}/u.test(whole[at - 1] ?? '') && /\p{L}/u.test(whole[at + 1] ?? '');
      return !inWord && opens(whole, at) ? '‘' : '’';
    });
  }
  return result;
}

const opens = (text: string, at: number): boolean => at === 0 || /[\s([{—–]/.test(text[at - 1] ?? '');

/**
 * `edit_file` of the MCP file-system server: the first exact occurrence, else the first run of lines that are equal but
 * for blanks around them; the new lines then take the indentation of the first line replaced.
 */
function applyFilesystemEdit(text: string, edit: StringEdit): string | null {
  const oldText = toLf(edit.oldText);
  const newText = toLf(edit.newText);
  const at = text.indexOf(oldText);
  if (at >= 0) return text.slice(0, at) + newText + text.slice(at + oldText.length);
  const lines = text.split('\n');
  const wanted = oldText.split('\n').map((line) => line.trim());
  for (let start = 0; start + wanted.length <= lines.length; start++) {
    if (!wanted.every((line, k) => lines[start + k]?.trim() === line)) continue;
    const indent = indentOf(lines[start] ?? '');
    const oldLines = oldText.split('\n');
    const inserted = newText.split('\n').map((line, k) => {
      if (k === 0) return indent + line.trimStart();
      const had = indentOf(oldLines[k] ?? '');
      const has = indentOf(line);
      if (had === '' || has === '') return line;
      return indent + ' '.repeat(Math.max(0, has.length - had.length)) + line.trimStart();
    });
    return [...lines.slice(0, start), ...inserted, ...lines.slice(start + wanted.length)].join('\n');
  }
  return null;
}
