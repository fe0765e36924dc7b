/** What the pure code may know of the machine; the host fills it in. */

/** Paths that are given and returned are absolute, with `/` between the parts on every platform (`C:/repo/a.ts`). */
export interface World {
  /** The folder that the agent works in: the repository's root, or the agent's working directory. */
  workspace: string;
  /** The user's home folder; `''` when there is none. */
  home: string;
  platform: NodeJS.Platform;
  /** Further folders for temporary files, besides those that every system of this platform has. */
  temp?: string[];
  /** The files of the running program: its executable and what it loads. */
  self?: string[];
  /** Never throws, whatever the path holds. */
  readFile(path: string): FileRead;
  /** What Git knows, read from its files; no process is started. */
  git?: GitState;
  /** The path with every symbolic link followed, as far as it exists; the rest stays as given. Never throws. */
  realPath?(path: string): string;
}

/** The work tree that a folder lies in. Never throws; null for what is not known, or would take too long to find out. */
export interface GitState {
  /** A tracked file differs from the last commit, or something is staged. Files that are not tracked do not count. */
  dirty(folder: string): boolean | null;
  tracked(path: string): boolean | null;
  /** The branch that is checked out; `''` for none. */
  branch(folder: string): string | null;
}

export type FileRead =
  /** The whole file, decoded as UTF-8 with U+FFFD for what is not; a byte order mark stays as U+FEFF. */
  | { kind: 'text'; text: string }
  | { kind: 'missing' }
  | { kind: 'directory' }
  | { kind: 'binary' }
  | { kind: 'too-large' }
  | { kind: 'unreadable'; message: string };
