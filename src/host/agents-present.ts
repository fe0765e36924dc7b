/** Which agents are on this machine and in this repository. */
import { accessSync, constants, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import type { Machine } from '../install/places.ts';
import { selfCommand } from './self.ts';
import { homeOf } from './world.ts';

type Env = Readonly<Record<string, string | undefined>>;

export function thisMachine(repo: string, env: Env): Machine {
  const { platform } = process;
  return {
    platform: platform === 'win32' || platform === 'darwin' ? platform : 'linux',
    home: homeOf(env),
    repo,
    env,
    list(folder) {
      try {
        return readdirSync(folder).sort();
      } catch {
        return [];
      }
    },
  };
}

/** Folders of the PATH; relative ones, which stand for another folder each time, are left out. */
const pathFolders = (env: Env): string[] => (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(isAbsolute);

/** The first program of that name on the PATH. */
export function programOnPath(name: string, env: Env): string | null {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat', '.ps1'] : [''];
  for (const folder of pathFolders(env)) {
    for (const ending of endings) {
      const path = join(folder, name + ending);
      try {
        if (!statSync(path).isFile()) continue;
        accessSync(path, constants.X_OK);
        return path;
      } catch {}
    }
  }
  return null;
}

export const isThere = (path: string): boolean => existsSync(path);

/**
 * The words that start this program again, by absolute paths. A name on the PATH that leads to it is preferred: it stays
 * when the program is updated.
 */
export function ownProgram(env: Env): [string, ...string[]] {
  const [program, ...script] = selfCommand();
  const own = script[0] ?? program;
  const named = programOnPath('forestall', env);
  if (named && sameFile(named, own) && script.length === 0) return [named];
  return [program, ...script.map((path) => resolve(path))];
}

function sameFile(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
