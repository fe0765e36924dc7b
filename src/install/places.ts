/** Where agents keep their settings on a machine. */
import { posix, win32 } from 'node:path';

export interface Machine {
  platform: 'linux' | 'darwin' | 'win32';
  /** The user's home folder, absolute. */
  home: string;
  /** The root of the repository, absolute. */
  repo: string;
  env: Readonly<Record<string, string | undefined>>;
  /** The names in a folder; empty when there is none. */
  list(folder: string): string[];
}

const pathsOf = (machine: Machine) => (machine.platform === 'win32' ? win32 : posix);

export const under = (machine: Machine, folder: string, ...parts: string[]): string => pathsOf(machine).join(folder, ...parts);

export const inHome = (machine: Machine, ...parts: string[]): string => under(machine, machine.home, ...parts);

export const inRepo = (machine: Machine, ...parts: string[]): string => under(machine, machine.repo, ...parts);

/** A folder that an environment variable names, else the one in the home folder. */
export function named(machine: Machine, variable: string, ...otherwise: string[]): string {
  const value = machine.env[variable];
  return value && pathsOf(machine).isAbsolute(value) ? value : inHome(machine, ...otherwise);
}

/** `$XDG_CONFIG_HOME`, on every platform: the agents that use it do so everywhere. */
export const xdgConfig = (machine: Machine, ...parts: string[]): string =>
  under(machine, named(machine, 'XDG_CONFIG_HOME', '.config'), ...parts);
