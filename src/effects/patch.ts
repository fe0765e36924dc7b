/**
 * The `apply_patch` format of Codex, as its binary reads and applies it: each hunk is sought forward from the one before,
 * first exactly, then with less and less regard to blanks and punctuation.
 */
import type { Effect, WriteEffect } from '../model/effect.ts';
import type { World } from '../model/world.ts';
import { resolvePath } from './paths.ts';

export interface Patch {
  files: FilePatch[];
  /** What the tool would refuse the text for; null for a sound patch. `files` then holds what could still be read. */
  fault: string | null;
}

export type FilePatch =
  | { kind: 'add'; path: string; text: string }
  | { kind: 'delete'; path: string }
  | { kind: 'update'; path: string; moveTo: string | null; hunks: Hunk[] };

export interface Hunk {
  /** The line to go to first; null when the hunk names none. */
  header: string | null;
  lines: { kind: 'keep' | 'remove' | 'add'; text: string }[];
  atEnd: boolean;
}

const endOfFile = '*** End of File';

/** Reads a patch, with or without the heredoc around it. Never throws. */
export function parsePatch(text: string): Patch {
  const lines = withoutHeredoc(text.trim().split(/\r?\n/));
  const files: FilePatch[] = [];
  let fault: string | null = null;
  const blame = (message: string): void => {
    fault ??= message;
  };
  let at = lines.findIndex((line) => line.trim() === '*** Begin Patch');
  if (at < 0) return { files, fault: 'no `*** Begin Patch`' };
  if (at > 0) blame('text before `*** Begin Patch`');
  at++;
  // Only the last line ends the patch: the same words further up may stand in a file.
  if (lines.at(-1)?.trim() === '*** End Patch') lines.pop();
  else blame('no `*** End Patch`');
  while (at < lines.length) {
    const line = (lines[at] ?? '').trim();
    at++;
    const [, verb, path] = /^\*\*\* (Add File|Delete File|Update File): (.*)$/.exec(line) ?? [];
    if (verb === undefined || path === undefined) {
      if (line !== '' && !line.startsWith('*** Environment ID:')) blame(`not a file header: ${line}`);
      continue;
    }
    if (verb === 'Delete File') {
      files.push({ kind: 'delete', path });
    } else if (verb === 'Add File') {
      let added = '';
      for (; lines[at]?.startsWith('+'); at++) added += `${(lines[at] ?? '').slice(1)}\n`;
      files.push({ kind: 'add', path, text: added });
    } else {
      const [, moveTo] = /^\*\*\* Move to: (.*)$/.exec((lines[at] ?? '').trim()) ?? [];
      if (moveTo !== undefined) at++;
      const hunks: Hunk[] = [];
      while (at < lines.length && !isFileMark(lines[at] ?? '')) {
        if ((lines[at] ?? '').trim() === '') {
          at++;
          continue;
        }
        const { hunk, next } = parseHunk(lines, at);
        if (hunk.lines.length === 0) blame('a hunk without lines');
        else if (hunk.header === undefined && hunks.length > 0) blame('a hunk without `@@`');
        hunks.push({ ...hunk, header: hunk.header ?? null });
        at = next;
      }
      if (hunks.length === 0) blame(`no hunk for ${path}`);
      files.push({ kind: 'update', path, moveTo: moveTo ?? null, hunks });
    }
  }
  return { files, fault };
}

/** Takes `<<EOF … EOF` off, with or without `apply_patch` before it. */
function withoutHeredoc(lines: string[]): string[] {
  const [, , tag] = /^\s*(?:apply_?patch\s*)?<<-?\s*(['"]?)(\w+)\1\s*$/.exec(lines[0] ?? '') ?? [];
  return tag !== undefined && lines.at(-1)?.trim() === tag ? lines.slice(1, -1) : lines;
}

/** A line that ends the hunks of a file. With a blank before it, it would be a line of context. */
function isFileMark(line: string): boolean {
  return line.startsWith('***') && line.trimEnd() !== endOfFile;
}

/** The hunk that begins on line `at`; `header` is undefined without `@@`. */
function parseHunk(
  lines: readonly string[],
  at: number,
): { hunk: Omit<Hunk, 'header'> & { header: string | null | undefined }; next: number } {
  let header: string | null | undefined;
  let next = at;
  const first = lines[at] ?? '';
  if (first.trimEnd() === '@@') header = null;
  else if (first.startsWith('@@ ')) header = first.slice(3);
  if (header !== undefined) next++;
  const hunk: Hunk['lines'] = [];
  for (; next < lines.length; next++) {
    const line = lines[next] ?? '';
    if (isFileMark(line)) break;
    if (line.trimEnd() === endOfFile) return { hunk: { header, lines: hunk, atEnd: true }, next: next + 1 };
    const mark = line[0];
    if (mark === undefined) hunk.push({ kind: 'keep', text: '' });
    else if (mark === ' ') hunk.push({ kind: 'keep', text: line.slice(1) });
    else if (mark === '-') hunk.push({ kind: 'remove', text: line.slice(1) });
    else if (mark === '+') hunk.push({ kind: 'add', text: line.slice(1) });
    else break;
  }
  // A line that belongs to nothing: step over it, so that reading goes on.
  return { hunk: { header, lines: hunk, atEnd: false }, next: next === at ? at + 1 : next };
}

/** The file's text after `hunks`; null when one of them has no place in it. */
export function applyHunks(text: string, hunks: readonly Hunk[]): string | null {
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const ends = lines.map((line, k) => (line.endsWith('\r') ? '\r\n' : k === lines.length - 1 ? lineEnd : '\n'));
  const bare = lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const seek = seeker(bare);
  const changes: { start: number; length: number; lines: string[] }[] = [];
  let from = 0;
  for (const hunk of hunks) {
    if (hunk.header !== null) {
      const at = seek([hunk.header], from, false);
      if (at < 0) return null;
      from = at + 1;
    }
    let body = hunk.lines;
    let wanted = body.filter((line) => line.kind !== 'add').map((line) => line.text);
    if (wanted.length === 0) {
      changes.push({ start: bare.length, length: 0, lines: body.map((line) => line.text + lineEnd) });
      continue;
    }
    let start = seek(wanted, from, hunk.atEnd);
    if (start < 0 && wanted.at(-1) === '') {
      // The empty line after the last newline, which is no line of the file.
      body = withoutLastBlank(body);
      wanted = wanted.slice(0, -1);
      start = seek(wanted, from, hunk.atEnd);
    }
    if (start < 0) return null;
    let at = start;
    const result: string[] = [];
    for (const line of body) {
      if (line.kind === 'add') result.push(line.text + lineEnd);
      else if (line.kind === 'keep') result.push((bare[at] ?? '') + (ends[at] ?? lineEnd));
      if (line.kind !== 'add') at++;
    }
    changes.push({ start, length: wanted.length, lines: result });
    from = start + wanted.length;
  }
  const result = bare.map((line, k) => line + (ends[k] ?? lineEnd));
  changes.sort((a, b) => a.start - b.start);
  for (const change of changes.reverse()) result.splice(change.start, change.length, ...change.lines);
  return result.join('');
}

/** `body` without its last old line, and without its last new line when that is blank too. */
function withoutLastBlank(body: Hunk['lines']): Hunk['lines'] {
  const result = [...body];
  const old = result.findLastIndex((line) => line.kind !== 'add');
  const [gone] = result.splice(old, 1);
  const last = result.at(-1);
  if (gone?.kind === 'remove' && last?.kind === 'add' && last.text === '') result.pop();
  return result;
}

// Not `\s` and `trim`, which take U+FEFF for a blank: a byte order mark defeats a match.
const trimEnd = (line: string): string => line.replace(/[^\S\uFEFF]+$/, '');
const trim = (line: string): string => trimEnd(line).replace(/^[^\S\uFEFF]+/, '');
const plain = (line: string): string =>
  trim(line)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018-\u201B]/g, "'")
    .replace(/[\u201C-\u201F]/g, '"')
    .replace(/[\u00A0\u2002-\u200A\u202F\u205F\u3000]/g, ' ');
const tiers: readonly ((line: string) => string)[] = [(line) => line, trimEnd, trim, plain];

/**
 * Finds where `wanted` stands in `lines`, at or after `from`, or at the very end; -1 when nowhere. Of several places the
 * first one counts, and an exact one before a loose one.
 */
function seeker(lines: readonly string[]): (wanted: readonly string[], from: number, atEnd: boolean) => number {
  const loosened: (readonly string[])[] = [];
  return (wanted, from, atEnd) => {
    const last = lines.length - wanted.length;
    const first = atEnd && last >= 0 ? last : from;
    for (const [k, tier] of tiers.entries()) {
      loosened[k] ??= lines.map(tier);
      const have = loosened[k];
      const want = wanted.map(tier);
      for (let start = first; start <= last; start++) {
        if (want.every((line, n) => have[start + n] === line)) return start;
      }
    }
    return -1;
  };
}

/**
 * What a patch would do. Files are taken in the order of the patch, each as the ones before left it. A hunk without a
 * place gives its added lines as fragments: the agents' own search differs from version to version.
 */
export function patchEffects(text: string, world: World, cwd: string): Effect[] {
  const { files } = parsePatch(text);
  const writes = new Map<string, WriteEffect>();
  const gone = new Set<string>();
  const write = (path: string): WriteEffect => {
    let effect = writes.get(path);
    if (effect === undefined) {
      const read = world.readFile(path);
      effect = {
        kind: 'write',
        path,
        before: read.kind === 'text' ? read.text : null,
        after: null,
        fragments: [],
        renamedFrom: null,
      };
      writes.set(path, effect);
    }
    return effect;
  };
  const textNow = (path: string): string | null => {
    if (gone.has(path)) return null;
    const pending = writes.get(path);
    if (pending !== undefined && pending.after !== null) return pending.after;
    const read = world.readFile(path);
    return read.kind === 'text' ? read.text : null;
  };
  for (const file of files) {
    const path = resolvePath(file.path, cwd, world);
    switch (file.kind) {
      case 'add':
        write(path).after = file.text;
        gone.delete(path);
        break;
      case 'delete':
        if (textNow(path) === null && world.readFile(path).kind === 'missing') break;
        writes.delete(path);
        gone.add(path);
        break;
      case 'update': {
        const before = textNow(path);
        const target = file.moveTo === null ? path : resolvePath(file.moveTo, cwd, world);
        const after = before === null ? null : applyHunks(before, file.hunks);
        if (after === null) {
          if (before === null && world.readFile(path).kind === 'missing') break;
          const added = file.hunks.map(addedText).filter((fragment) => fragment !== '');
          if (added.length > 0) write(target).fragments.push(...added);
          break;
        }
        if (target === path) {
          write(path).after = after;
          break;
        }
        const original = writes.get(path)?.before ?? before;
        writes.delete(path);
        gone.add(path);
        gone.delete(target);
        writes.set(target, { kind: 'write', path: target, before: original, after, fragments: [], renamedFrom: path });
        break;
      }
      default:
        file satisfies never;
    }
  }
  const deletes: Effect[] = [...gone].map((path) => ({ kind: 'delete', path }));
  return [...writes.values(), ...deletes];
}

function addedText(hunk: Hunk): string {
  return hunk.lines
    .filter((line) => line.kind === 'add')
    .map((line) => `${line.text}\n`)
    .join('');
}
