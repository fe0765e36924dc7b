/** What JSX and HTML make of the text between tags. */
import type { Node } from '../model/tree.ts';
import { type Lower, make } from './lower.ts';
import type { Syntax } from './syntax.ts';

/** Makes the string over the text between two offsets, or nothing. */
type Text = (from: number, to: number, lower: Lower) => Node[];

/** Text and character references that follow each other are one string. */
export function childrenOf(parts: readonly Syntax[], isText: (part: Syntax) => boolean, lower: Lower, text: Text): Node[] {
  const out: Node[] = [];
  let from = -1;
  let to = -1;
  const flush = (): void => {
    if (from >= 0) out.push(...text(from, to, lower));
    from = -1;
  };
  for (const part of parts) {
    if (isText(part)) {
      if (from < 0) from = part.start;
      to = part.end;
      continue;
    }
    flush();
    out.push(...lower.list([part]));
  }
  flush();
  return out;
}

/** HTML's: without the blanks around it; blank text is nothing. */
export function trimmed(from: number, to: number, lower: Lower): Node[] {
  const raw = lower.source.slice(from, to);
  const value = raw.trim();
  if (value === '') return [];
  const start = from + raw.length - raw.trimStart().length;
  return [make('string', { start, end: start + value.length }, { value })];
}

/** JSX's: as it stands; blank text with a line break is nothing. */
export function untrimmed(from: number, to: number, lower: Lower): Node[] {
  const value = lower.source.slice(from, to);
  return value.trim() === '' && value.includes('\n') ? [] : [make('string', { start: from, end: to }, { value })];
}
