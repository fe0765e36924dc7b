/** Files of other programs that are changed for them: what they hold, and writing them so that nothing is lost. */
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

export type Settings =
  | { kind: 'missing'; real: string }
  | { kind: 'text'; real: string; text: string }
  | { kind: 'refused'; message: string };

/**
 * The file that a path stands for. A link is followed, so that the file behind it is changed and the link stays; one that
 * leads out of `within` is refused, as is one that leads nowhere. `within` is null where links may lead anywhere.
 */
export function readSettings(path: string, within: string | null): Settings {
  let real: string;
  try {
    real = realPlace(path);
  } catch (error) {
    return { kind: 'refused', message: wordsOf(error) };
  }
  if (within !== null && isOutside(realPlace(within), real)) {
    return { kind: 'refused', message: `a symbolic link leads out of ${within}, to ${real}` };
  }
  try {
    const found = statSync(real, { throwIfNoEntry: false });
    if (!found) return { kind: 'missing', real };
    if (!found.isFile()) return { kind: 'refused', message: 'not a regular file' };
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(real));
    return { kind: 'text', real, text };
  } catch (error) {
    return { kind: 'refused', message: error instanceof TypeError ? 'not UTF-8 text' : wordsOf(error) };
  }
}

/** Why the file cannot be written; null when it can. For root, too, a file without write permission is left alone. */
export function writeFault(real: string): string | null {
  try {
    const found = statSync(real, { throwIfNoEntry: false });
    if (found && (found.mode & 0o222) === 0) return 'the file is read-only';
    let place = found ? real : dirname(real);
    while (!found && !existsSync(place)) place = dirname(place);
    accessSync(place, constants.W_OK);
    if (found) accessSync(dirname(real), constants.W_OK);
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EROFS' ? 'the file system is read-only' : 'no permission to write it';
  }
}

/** Writes the whole file at once: whoever reads it sees the old text or the new one. Returns the folders that it made. */
export function writeSettings(real: string, text: string, executable = false): string[] {
  const folders: string[] = [];
  for (let folder = dirname(real); !existsSync(folder); folder = dirname(folder)) folders.push(folder);
  mkdirSync(dirname(real), { recursive: true });
  const before = statSync(real, { throwIfNoEntry: false });
  const draft = join(dirname(real), `.${basename(real)}.${process.pid}.forestall-new`);
  try {
    writeFileSync(draft, text, { flag: 'wx', mode: before ? before.mode & 0o7777 : executable ? 0o755 : 0o644, flush: true });
    if (before) {
      chmodSync(draft, before.mode & 0o7777);
      if (process.getuid?.() === 0) chownSync(draft, before.uid, before.gid);
    }
    renameSync(draft, real);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  return folders;
}

/** A copy beside the file, under a name that is free. Returns its path. */
export function backUp(real: string, text: string): string {
  for (let k = 1; ; k++) {
    const path = `${real}.forestall-backup${k === 1 ? '' : `-${k}`}`;
    try {
      writeFileSync(path, text, { flag: 'wx', mode: statSync(real).mode & 0o7777, flush: true });
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Removes those of the folders that are empty. */
export function removeEmpty(folders: Iterable<string>): void {
  for (const folder of [...new Set(folders)].sort((one, other) => other.length - one.length)) {
    try {
      rmdirSync(folder);
    } catch {}
  }
}

/** Also where the last parts do not exist yet. Throws for a link that leads nowhere. */
function realPlace(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Error(`${path} is a symbolic link that leads nowhere`);
  }
  const parent = dirname(path);
  return parent === path ? path : join(realPlace(parent), basename(path));
}

const isOutside = (folder: string, path: string): boolean => relative(folder, path).split(/[/\\]/)[0] === '..';

function wordsOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'EACCES' || code === 'EPERM' ? 'no permission to read it' : message;
}
