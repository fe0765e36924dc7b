/** What `init` wrote, so that `uninstall` can put every byte back. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { homeOf } from './world.ts';

export interface Written {
  agents: string[];
  scope: string;
  /** SHA-256 of the file before and after; `before` is null when there was none. */
  before: string | null;
  after: string;
  backup: string | null;
  /** Folders that were made for it, the innermost first. */
  folders: string[];
}

/** By the path of the file. */
export type InstallRecord = Record<string, Written>;

type Env = Readonly<Record<string, string | undefined>>;

/** The user's, or for managed files the machine's. */
export function recordPath(scope: 'own' | 'managed', env: Env, root = '', platform: NodeJS.Platform = process.platform): string {
  const file = 'installs.json';
  if (root !== '') return join(root, 'var', 'lib', 'forestall', file);
  if (platform === 'win32') {
    const folder =
      scope === 'managed'
        ? (env['ProgramData'] ?? 'C:\\ProgramData')
        : (env['LOCALAPPDATA'] ?? join(homeOf(env), 'AppData', 'Local'));
    return join(folder, 'Forestall', file);
  }
  if (scope === 'managed')
    return platform === 'darwin' ? `/Library/Application Support/Forestall/${file}` : `/var/lib/forestall/${file}`;
  const named = env['XDG_STATE_HOME'];
  return join(named && isAbsolute(named) ? named : join(homeOf(env), '.local', 'state'), 'forestall', file);
}

/** Nothing when there is no record, or none that can be read. */
export function readRecord(path: string): InstallRecord {
  try {
    const { files } = JSON.parse(readFileSync(path, 'utf8')) as { files?: unknown };
    return typeof files === 'object' && files !== null ? (files as InstallRecord) : {};
  } catch {
    return {};
  }
}

export function writeRecord(path: string, files: InstallRecord): void {
  if (Object.keys(files).length === 0) {
    rmSync(path, { force: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify({ version: 1, files }, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, path);
}

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
