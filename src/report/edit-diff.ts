/** What edits change in a file, as `git apply` reads it. */
import type { Replacement } from '../model/finding.ts';

/** Lines around a change. */
const CONTEXT = 3;

interface Change {
  /** Lines from 0; `to` is exclusive. */
  from: number;
  to: number;
  lines: string[];
}

/** `edits` are in the order of the text and do not overlap; `''` without any. */
export function editDiff(path: string, text: string, edits: readonly Replacement[]): string {
  const lines = linesOf(text);
  const changes = changesOf(text, lines, edits);
  if (changes.length === 0) return '';
  const out = [`--- a/${path}\n`, `+++ b/${path}\n`];
  let drift = 0;
  for (let at = 0; at < changes.length; ) {
    let end = at + 1;
    while (end < changes.length && changes[end]!.from - changes[end - 1]!.to <= 2 * CONTEXT) end++;
    const group = changes.slice(at, end);
    const from = Math.max(0, group[0]!.from - CONTEXT);
    const to = Math.min(lines.length, group.at(-1)!.to + CONTEXT);
    const body: string[] = [];
    let last = from;
    let more = 0;
    for (const change of group) {
      body.push(...signed(' ', lines.slice(last, change.from)));
      body.push(...signed('-', lines.slice(change.from, change.to)), ...signed('+', change.lines));
      more += change.lines.length - (change.to - change.from);
      last = change.to;
    }
    body.push(...signed(' ', lines.slice(last, to)));
    out.push(`@@ -${range(from, to - from)} +${range(from + drift, to - from + more)} @@\n`, ...body);
    drift += more;
    at = end;
  }
  return out.join('');
}

/** An empty range is named by the line before it. */
const range = (from: number, count: number): string => `${count === 0 ? from : from + 1},${count}`;

const signed = (sign: string, lines: readonly string[]): string[] =>
  lines.map((line) => `${sign}${line}${line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`);

/** With their ends. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** The lines that edits touch, those of neighbours as one; without what is the same at both ends. */
function changesOf(text: string, lines: readonly string[], edits: readonly Replacement[]): Change[] {
  const starts = [0];
  for (const line of lines) starts.push(starts.at(-1)! + line.length);
  const lineAt = (offset: number): number => {
    let [low, high] = [0, Math.max(0, lines.length - 1)];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const changes: Change[] = [];
  for (let at = 0; at < edits.length; ) {
    const from = lineAt(edits[at]!.start);
    let to = from;
    let fresh = '';
    let last = starts[from] ?? 0;
    // What is put at the end of a line may run on into the next.
    for (; at < edits.length && (to === from || lineAt(edits[at]!.start) < to); at++) {
      const edit = edits[at]!;
      fresh += text.slice(last, edit.start) + edit.text;
      last = edit.end;
      to = lineAt(last) + 1;
    }
    fresh += text.slice(last, Math.max(last, starts[to] ?? text.length));
    changes.push(trimmed({ from, to, lines: linesOf(fresh) }, lines));
  }
  return changes.filter(({ from, to, lines }) => to > from || lines.length > 0);
}

function trimmed(change: Change, old: readonly string[]): Change {
  let { from, to } = change;
  const lines = [...change.lines];
  while (from < to && lines.length > 0 && lines[0] === old[from]) {
    lines.shift();
    from++;
  }
  while (to > from && lines.length > 0 && lines.at(-1) === old[to - 1]) {
    lines.pop();
    to--;
  }
  return { from, to, lines };
}
