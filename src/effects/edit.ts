/** String edits, each with the rules of the tool that will carry it out. */
import type { EditMatching, StringEdit } from '../model/toolcall.ts';

const BOM = '\uFEFF';

/** The text of one edit's result; null when the tool would refuse it. */
type ApplyOne = (text: string, edit: StringEdit) => string | null;

const matchings: Readonly<Record<EditMatching, ApplyOne>> = {
  'claude-code': applyClaudeEdit,
  'mcp-filesystem': applyFilesystemEdit,
};

/**
 * The file's text after all of `edits`, one after the other; null when the tool would refuse one of them and so leave the
 * file as it is. `text` is null for a file that does not exist. Line ends and a byte order mark stay as the file has them.
 */
export function applyEdits(text: string | null, edits: readonly StringEdit[], matching: EditMatching): string | null {
  if (text === null && !(matching === 'claude-code' && edits[0]?.oldText === '')) return null;
  const bom = text?.startsWith(BOM) ? BOM : '';
  const original = text ?? '';
  const ending = dominantLineEnd(original);
  let result = toLf(bom === '' ? original : original.slice(1));
  for (const edit of edits) {
    const next = matchings[matching](result, edit);
    if (next === null) return null;
    result = next;
  }
  return bom + (ending === '\n' ? result : result.replaceAll('\n', ending));
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

function straightQuotes(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
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

const indentOf = (line: string): string => /^\s*/.exec(line)?.[0] ?? '';
