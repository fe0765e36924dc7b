/** Paths as agents and shells write them, and what kind of place they name. Nothing here touches the disk. */
import type { World } from '../model/world.ts';

/** The part of the world that paths depend on. */
export type Places = Pick<World, 'workspace' | 'home' | 'platform' | 'temp' | 'self' | 'realPath'>;

/**
 * `path` made absolute and normalised, with `/` between its parts: against `cwd` (else the workspace), `~`, `.` and `..`,
 * `file://` addresses, Windows' drive letters (`C:\x`, `/c:/x`), network shares. Symbolic links are not followed.
 */
export function resolvePath(path: string, cwd: string, places: Pick<Places, 'workspace' | 'home' | 'platform'>): string {
  const written = toSlashes(path, places.platform);
  if (written === '~' || written.startsWith('~/')) {
    if (places.home !== '') return join(toSlashes(places.home, places.platform), written.slice(1));
  }
  if (isAbsolute(written)) return join(written, '');
  const base = toSlashes(cwd, places.platform);
  const workspace = toSlashes(places.workspace, places.platform) || '/';
  return join(isAbsolute(base) ? base : join(workspace, base), written);
}

/** The path as people read it: relative to the workspace when inside it. */
export function displayPath(path: string, places: Pick<Places, 'workspace' | 'platform'>): string {
  const root = join(toSlashes(places.workspace, places.platform), '');
  if (!isWithin(path, root, places.platform)) return path;
  return path.length === root.length ? '.' : path.slice(root === '/' ? 1 : root.length + 1);
}

/** True for `folder` itself and whatever lies in it. Both absolute and normalised. */
export function isWithin(path: string, folder: string, platform: NodeJS.Platform): boolean {
  if (folder === '') return false;
  const [a, b] = foldsCase(platform) ? [path.toLowerCase(), folder.toLowerCase()] : [path, folder];
  return a === b || a.startsWith(b.endsWith('/') ? b : `${b}/`);
}

export const foldsCase = (platform: NodeJS.Platform): boolean => platform === 'darwin' || platform === 'win32';

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function toSlashes(path: string, platform: NodeJS.Platform): string {
  let text = path;
  if (/^file:\/\//i.test(text)) {
    text = text.slice('file://'.length);
    try {
      text = decodeURIComponent(text);
    } catch {
      // Not percent-encoded: as it stands.
    }
  }
  const windows = platform === 'win32' || /^[A-Za-z]:\\/.test(text) || text.startsWith('\\\\');
  if (windows) {
    text = text.replaceAll('\\', '/').replace(/^\/\/[?.]\/(?:UNC\/)?(?=.)/i, (prefix) => (/unc/i.test(prefix) ? '//' : ''));
    // Git Bash's and Cygwin's way to write a drive.
    text = text.replace(/^\/(?:cygdrive\/)?([A-Za-z])(?=\/|$)/, '$1:');
  }
  text = text.replace(/^\/([A-Za-z]:)(?=\/|$)/, '$1');
  return text.replace(/^([a-z]):(?=\/|$)/, (drive) => drive.toUpperCase());
}

const isAbsolute = (path: string): boolean => path.startsWith('/') || /^[A-Za-z]:(\/|$)/.test(path);

/** Joins and normalises; `..` stops at the root. */
function join(base: string, rest: string): string {
  const whole = rest === '' ? base : `${base}/${rest}`;
  const root = /^[A-Za-z]:/.exec(whole)?.[0] ?? (/^\/\/[^/]/.test(whole) ? '/' : '');
  const parts: string[] = [];
  for (const part of whole.slice(root === '/' ? 0 : root.length).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `${root}/${parts.join('/')}`;
}
