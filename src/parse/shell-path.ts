/** Where the paths in a command's words lead, decided from text alone. */
import type { Piece } from '../model/shell.ts';

/** Directories are absolute and normalised, without a slash at the end (but for `/`). */
export type Location =
  | { kind: 'exact'; path: string }
  /** Everything in the directory: `dir/*`. */
  | { kind: 'all'; path: string }
  /** Something inside the directory: `dir/*.log`, `dir/$name`. */
  | { kind: 'some'; path: string }
  | { kind: 'unknown' };

const GLOB = /[*?[]/;
/** A last path segment that leaves (almost) nothing out. */
const EVERYTHING = /^(?:\.?\*+|\.\?\*|\.\[[!^]\.\]\*?|\?\*|\*\.\*|\.\.\?\*)$/;

/** Joins and normalises: `.` and `..` resolved, `\` kept. `cwd` null leaves a relative path unresolved (null). */
export function absolute(path: string, cwd: string | null): string | null {
  const drive = /^[A-Za-z]:[\\/]/.test(path);
  const full = path.startsWith('/') || drive ? path : cwd === null ? null : `${cwd}/${path}`;
  if (full === null) return null;
  const out: string[] = [];
  for (const part of (drive ? full.replace(/\\/g, '/') : full).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (out.length > (/^[A-Za-z]:$/.test(out[0] ?? '') ? 1 : 0)) out.pop();
    } else out.push(part);
  }
  const joined = out.join('/');
  return /^[A-Za-z]:/.test(joined) && !full.startsWith('/') ? joined : `/${joined}`;
}

/** `path` is `directory` or lies below it. */
export function inside(path: string, directory: string): boolean {
  return path === directory || path.startsWith(directory === '/' ? '/' : `${directory}/`);
}

/** Reads a word as a path; `cwd` null means that it is not known. */
export function locate(pieces: readonly Piece[], cwd: string | null): Location {
  const first = pieces[0];
  if (first === undefined) return { kind: 'unknown' };
  if (first.kind === 'unknown') {
    const rest = pieces.slice(1);
    if (first.within === null || rest.some((piece) => piece.kind === 'unknown' || /(^|\/)\.\.(\/|$)/.test(piece.text))) {
      return { kind: 'unknown' };
    }
    return { kind: 'some', path: first.within };
  }
  let known = '';
  let stop = false;
  let open = -1;
  let tail = '';
  for (const piece of pieces) {
    if (stop) {
      tail += piece.kind === 'text' ? piece.text : '\0';
      continue;
    }
    if (piece.kind === 'unknown') {
      stop = true;
      tail = '\0';
      continue;
    }
    if (!piece.quoted && open < 0) {
      const at = piece.text.search(GLOB);
      if (at >= 0) open = known.length + at;
    }
    known += piece.text;
  }
  if (known === '' && !stop) return { kind: 'unknown' };
  const cut = open >= 0 ? open : known.length;
  if (open < 0 && !stop) {
    const path = absolute(known, cwd);
    return path === null ? { kind: 'unknown' } : { kind: 'exact', path };
  }
  const slash = known.lastIndexOf('/', cut - 1);
  const directory = absolute(slash < 0 ? '.' : known.slice(0, slash + 1), cwd);
  const rest = known.slice(slash + 1) + tail;
  if (directory === null || /(^|\/)\.\.(\/|$)/.test(rest)) return { kind: 'unknown' };
  const all = open >= 0 && rest.split('/').every((segment, index) => EVERYTHING.test(segment) || (segment === '' && index > 0));
  return { kind: all ? 'all' : 'some', path: directory };
}
