/** Where an edit's old text stands in a file: from the strict search that every tool begins with to the loose ones. */
import type { StringEdit } from '../model/toolcall.ts';

/** `text` takes the place of what stands between two offsets. */
export interface Place {
  from: number;
  to: number;
  text: string;
}

/** All places, in order and without overlap; both texts with LF line ends, `oldText` not empty. */
export type FindPlaces = (text: string, edit: StringEdit) => Place[];

export const exactly: FindPlaces = (text, { oldText, newText }) => {
  const places: Place[] = [];
  for (let at = text.indexOf(oldText); at >= 0; at = text.indexOf(oldText, at + oldText.length)) {
    places.push({ from: at, to: at + oldText.length, text: newText });
  }
  return places;
};

/** Curly quotes and straight ones are the same; the new text stays as it is. */
export const withAnyQuotes: FindPlaces = (text, edit) =>
  exactly(straightQuotes(text), { ...edit, oldText: straightQuotes(edit.oldText) });

export function straightQuotes(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}

/** Whole lines that are equal but for blanks at their ends. */
export const withoutTrailingBlanks: FindPlaces = (text, edit) => wholeLines(text, edit, (line) => line.trimEnd(), false);

/** Whole lines that are equal but for blanks around them; the new lines as they are. */
export const withoutBlanks: FindPlaces = (text, edit) => wholeLines(text, edit, (line) => line.trim(), false);

/** As `withoutBlanks`, and the new lines are moved to the indentation of the first line replaced. */
export const reindented: FindPlaces = (text, edit) => wholeLines(text, edit, (line) => line.trim(), true);

/** The same characters in the same order, whatever blanks and line breaks stand between them. */
export const withoutAnyBlanks: FindPlaces = (text, { oldText, newText }) => {
  const wanted = oldText.replace(/\s+/g, '');
  if (wanted === '') return [];
  const offsets: number[] = [];
  let dense = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (/\s/.test(char)) continue;
    offsets.push(at);
    dense += char;
  }
  return exactly(dense, { oldText: wanted, newText, replaceAll: false }).map(({ from, to }) => ({
    from: offsets[from] ?? 0,
    to: (offsets[to - 1] ?? 0) + 1,
    text: newText,
  }));
};

/** A run of lines whose first and last line are those of the old text, blanks aside, and which is as long. */
export const betweenAnchors: FindPlaces = (text, edit) => {
  const wanted = linesOf(edit.oldText).map((line) => line.trim());
  if (wanted.length < 3) return [];
  const lines = text.split('\n');
  return runs(lines, wanted.length, (start) => {
    const end = start + wanted.length - 1;
    return lines[start]?.trim() === wanted[0] && lines[end]?.trim() === wanted.at(-1);
  }).map((start) => place(lines, start, wanted.length, edit));
};

function wholeLines(text: string, edit: StringEdit, normal: (line: string) => string, indent: boolean): Place[] {
  const wanted = linesOf(edit.oldText).map(normal);
  if (wanted.every((line) => line === '')) return [];
  const lines = text.split('\n');
  const plain = lines.map(normal);
  const starts = runs(lines, wanted.length, (start) => wanted.every((line, k) => plain[start + k] === line));
  return starts.map((start) => {
    const newText = indent ? moved(edit.newText, indentOf(lines[start] ?? '')) : edit.newText;
    return place(lines, start, wanted.length, { ...edit, newText });
  });
}

/** First lines of the runs of `length` lines that fit, none of which overlap. */
function runs(lines: readonly string[], length: number, fits: (start: number) => boolean): number[] {
  const starts: number[] = [];
  for (let start = 0; start + length <= lines.length; start++) {
    if (!fits(start)) continue;
    starts.push(start);
    start += length - 1;
  }
  return starts;
}

/** The place of whole lines; with the last line's break when the old text ends in one. */
function place(lines: readonly string[], start: number, length: number, { oldText, newText }: StringEdit): Place {
  const from = lines.slice(0, start).reduce((sum, line) => sum + line.length + 1, 0);
  const size = lines.slice(start, start + length).reduce((sum, line) => sum + line.length + 1, -1);
  const withBreak = oldText.endsWith('\n') && start + length < lines.length ? 1 : 0;
  return { from, to: from + size + withBreak, text: newText };
}

/** Lines without the empty one that a last line break would give. */
function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}

/** `text` with the indentation of its first line changed to `indent`, and that of the others by as much. */
function moved(text: string, indent: string): string {
  const lines = text.split('\n');
  const had = indentOf(lines[0] ?? '');
  return lines
    .map((line) => {
      if (line.trim() === '') return line.trim();
      return indent + (line.startsWith(had) ? line.slice(had.length) : line.trimStart());
    })
    .join('\n');
}

export const indentOf = (line: string): string => /^\s*/.exec(line)?.[0] ?? '';
