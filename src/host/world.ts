/** The machine as the pure code may see it. */
import { closeSync, existsSync, fstatSync, lstatSync, openSync, readlinkSync, readSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import type { FileRead, World } from '../model/world.ts';
import { gitState } from './git-state.ts';
import { decodeText } from './io.ts';

/** Larger files are not read. In bytes. */
export const MAX_FILE = 50 << 20;
/** A NUL byte within the first so many bytes makes a file binary. */
const BINARY_PROBE = 8192;
/** As in the kernels: more links in a row are a loop. */
const MAX_LINKS = 40;

type Env = Readonly<Record<string, string | undefined>>;

/** The world of a call made in `workspace`, which is absolute. */
export function machine(workspace: string, env: Env): World {
  const temp = tempFolder(env);
  return {
    workspace: slashed(workspace),
    home: slashed(homeOf(env)),
    platform: process.platform,
    temp: isAbsolute(temp) ? [slashed(temp)] : [],
    self: [process.execPath, ...process.argv.slice(1, 2)].filter(isAbsolute).map(slashed),
    readFile,
    git: gitState(),
    realPath: (path) => slashed(realPath(path)),
  };
}

export const slashed = (path: string): string => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path);

/** A path as people read it: relative to `folder` when inside it, with `/` between its parts. */
export function shownPath(path: string, folder: string): string {
  const inner = relative(folder, path);
  return inner === '' || inner.startsWith('..') || isAbsolute(inner) ? slashed(path) : inner.replaceAll('\\', '/');
}

/** Folders in which nobody keeps a repository. */
const SYSTEM = /^\/(?:bin|boot|dev|etc|lib\w*|proc|run|sbin|sys|System|Library)\/|^[A-Za-z]:[/\\]Windows\b/i;

/**
 * The workspace of a hook call. The agent chooses the folder of a call, so that it may name another repository, but
 * neither a folder around the one that the hook was started in nor one that belongs to the system or is somebody's home.
 */
export function workspaceOfCall(callFolder: string, processFolder: string, env: Env): string {
  const own = workspaceOf(processFolder, env);
  if (callFolder === '') return own;
  const named = workspaceOf(callFolder, env);
  const around = named !== own && (dirname(named) === named || own.startsWith(`${named}/`));
  const nobodys = named === homeOf(env) || dirname(dirname(named)) === dirname(named) || SYSTEM.test(named);
  return around || (nobodys && named !== own) ? own : named;
}

/** As `os.tmpdir()` has it. */
function tempFolder(env: Env): string {
  if (process.platform !== 'win32') return env['TMPDIR'] || env['TMP'] || env['TEMP'] || '/tmp';
  return env['TEMP'] || env['TMP'] || `${env['SystemRoot'] ?? env['windir'] ?? 'C:\\Windows'}\\temp`;
}

/** `''` when the machine names none. */
export function homeOf(env: Env): string {
  const named = (process.platform === 'win32' ? env['USERPROFILE'] : env['HOME']) ?? '';
  if (isAbsolute(named)) return named;
  try {
    // From the list of users; fetched late, because a call pays for every module that it loads.
    const home = process.getBuiltinModule?.('node:os').homedir() ?? '';
    return isAbsolute(home) ? home : '';
  } catch {
    return '';
  }
}

/**
 * The folder of the repository around `cwd`, else the nearest folder with a policy file, else `cwd` itself. The project
 * folder that the agent names stands for `cwd` when `cwd` lies inside it: an agent changes its folder as it works. Home
 * and root are nobody's workspace unless the work is done right there.
 */
export function workspaceOf(cwd: string, env: Env): string {
  const project = env['CLAUDE_PROJECT_DIR'];
  const start =
    project && isAbsolute(project) && `${cwd}/`.startsWith(`${project.replace(/[/\\]+$/, '')}/`)
      ? resolve(project)
      : resolve(cwd);
  const home = homeOf(env);
  const folders: string[] = [];
  for (let folder = start; ; folder = dirname(folder)) {
    if (folder !== home && folder !== dirname(folder)) folders.push(folder);
    if (folder === dirname(folder)) break;
  }
  const marked = (mark: string) => folders.find((folder) => existsSync(`${folder}/${mark}`));
  return marked('.git') ?? marked('forestall.json') ?? marked('.forestall') ?? start;
}

/** Never throws. Only regular files are opened: a pipe or a device could keep the call waiting. */
export function readFile(path: string): FileRead {
  let fd: number | null = null;
  try {
    // Most files that are asked for are not there, and an exception costs more than the look.
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return { kind: 'missing' };
    if (found.isDirectory()) return { kind: 'directory' };
    if (!found.isFile()) return { kind: 'unreadable', message: 'not a regular file' };
    if (found.size > MAX_FILE) return { kind: 'too-large' };
    fd = openSync(path, 'r');
    const bytes = new Uint8Array(fstatSync(fd).size);
    let size = 0;
    while (size < bytes.length) {
      const count = readSync(fd, bytes, size, bytes.length - size, null);
      if (count === 0) break;
      size += count;
    }
    const read = bytes.subarray(0, size);
    return read.subarray(0, BINARY_PROBE).includes(0) ? { kind: 'binary' } : { kind: 'text', text: decodeText(read) };
  } catch (error) {
    return faultOf(error);
  } finally {
    if (fd !== null) closeSync(fd);
  }
}

function faultOf(error: unknown): FileRead {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'missing' };
    case 'EISDIR':
      return { kind: 'directory' };
    case 'EACCES':
    case 'EPERM':
      return { kind: 'unreadable', message: 'no permission to read it' };
    case 'ELOOP':
      return { kind: 'unreadable', message: 'its symbolic links form a loop' };
    case 'ENAMETOOLONG':
      return { kind: 'unreadable', message: 'its name is too long' };
    default:
      return { kind: 'unreadable', message: String(message ?? error).split('\n', 1)[0] ?? '' };
  }
}

/** Follows links part by part, also where the last parts do not exist yet. A loop ends where it is met. */
function realPath(path: string): string {
  let links = 0;
  const follow = (at: string): string => {
    const parent = dirname(at);
    if (parent === at) return at;
    const real = resolve(follow(parent), at.slice(parent.length).replace(/^[/\\]+/, ''));
    try {
      if (!lstatSync(real, { throwIfNoEntry: false })?.isSymbolicLink() || ++links > MAX_LINKS) return real;
      return follow(resolve(dirname(real), readlinkSync(real)));
    } catch {
      return real;
    }
  };
  return follow(resolve(path));
}
