/** Unified diffs as `patch` and `git apply` read them. */

export interface FileDiff {
  /** As written, `a/` and `b/` included; null for `/dev/null`. */
  from: string | null;
  to: string | null;
  hunks: { start: number; lines: { kind: 'keep' | 'remove' | 'add'; text: string }[]; noNewline: boolean }[];
}

/** Never throws; empty for a text that is no diff. */
export function parseUnifiedDiff(text: string): FileDiff[] {
  const files: FileDiff[] = [];
  const lines = text.split('\n');
  let current: FileDiff | null = null;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!;
    const rename = /^rename (from|to) (.+)$/.exec(line);
    if (/^diff --git /.test(line)) {
      const names = /^diff --git "?(\S+?)"? "?(\S+?)"?$/.exec(line);
      current = { from: names?.[1] ?? null, to: names?.[2] ?? null, hunks: [] };
      files.push(current);
    } else if (line.startsWith('--- ') && lines[at + 1]?.startsWith('+++ ')) {
      const [from, to] = [nameOf(line), nameOf(lines[at + 1]!)];
      if (current === null || current.hunks.length > 0) {
        current = { from, to, hunks: [] };
        files.push(current);
      } else Object.assign(current, { from, to });
      at += 1;
    } else if (rename !== null && current !== null) {
      if (rename[1] === 'from') current.from = `a/${rename[2]}`;
      else current.to = `b/${rename[2]}`;
    } else if (/^deleted file mode/.test(line) && current !== null) current.to = null;
    else if (/^new file mode/.test(line) && current !== null) current.from = null;
    else {
      const header = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line);
      if (header === null || current === null) continue;
      let [old, fresh] = [Number(header[2] ?? 1), Number(header[3] ?? 1)];
      const hunk: FileDiff['hunks'][number] = { start: Number(header[1]), lines: [], noNewline: false };
      while (old + fresh > 0 && at + 1 < lines.length) {
        at += 1;
        const mark = lines[at]![0];
        const body = lines[at]!.slice(1);
        if (mark === '+') fresh -= 1;
        else if (mark === '-') old -= 1;
        else if (mark === ' ' || mark === undefined) [old, fresh] = [old - 1, fresh - 1];
        else if (mark === '\\') continue;
        else break;
        hunk.lines.push({ kind: mark === '+' ? 'add' : mark === '-' ? 'remove' : 'keep', text: body });
      }
      if (lines[at + 1]?.startsWith('\\')) {
        hunk.noNewline = hunk.lines.at(-1)?.kind !== 'remove';
        at += 1;
      }
      current.hunks.push(hunk);
    }
  }
  return files.filter(({ from, to, hunks }) => hunks.length > 0 || from !== to);
}

/** `--- a/x.ts<tab>date`. */
function nameOf(line: string): string | null {
  const name = line
    .slice(4)
    .split('\t')[0]!
    .trim()
    .replace(/^"(.*)"$/, '$1');
  return name === '/dev/null' ? null : name;
}

/** The text with the hunks applied, each sought from its line outwards; null where one does not fit. */
export function applyHunks(text: string | null, diff: FileDiff): string | null {
  const lines = text === null || text === '' ? [] : text.split('\n');
  const ended = lines.at(-1) === '';
  if (ended) lines.pop();
  let shift = 0;
  for (const hunk of diff.hunks) {
    const old = hunk.lines.filter(({ kind }) => kind !== 'add').map((line) => line.text);
    const fresh = hunk.lines.filter(({ kind }) => kind !== 'remove').map((line) => line.text);
    const at = placeOf(lines, old, Math.max(0, hunk.start - 1 + shift));
    if (at === null) return null;
    lines.splice(at, old.length, ...fresh);
    shift += fresh.length - old.length;
  }
  const last = diff.hunks.at(-1);
  return lines.length === 0 ? '' : lines.join('\n') + (last?.noNewline && !ended ? '' : '\n');
}

function placeOf(lines: readonly string[], old: readonly string[], wanted: number): number | null {
  const fits = (at: number, same: (a: string, b: string) => boolean): boolean =>
    at >= 0 && at + old.length <= lines.length && old.every((line, index) => same(line, lines[at + index]!));
  for (const same of [(a: string, b: string) => a === b, (a: string, b: string) => a.trim() === b.trim()]) {
    for (let away = 0; away <= lines.length + wanted; away += 1) {
      if (fits(wanted + away, same)) return wanted + away;
      if (away > 0 && fits(wanted - away, same)) return wanted - away;
    }
  }
  return null;
}

/** The path without its first `strip` folders. */
export function strippedPath(name: string, strip: number): string {
  const parts = name.split('/');
  return parts.slice(Math.min(strip, parts.length - 1)).join('/');
}
