/** The files that a scan looks at. */
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import type { Failure } from '../model/finding.ts';

/** Never entered: a version store and installed packages are not the project's own code. */
const closedFolders: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules']);
/** A longer line is made by a program. In UTF-16 code units. */
const LONGEST_LINE = 5000;

export interface Walk {
  /** Absolute paths, sorted. */
  files: string[];
  /** Files that were named themselves rather than found in a folder. */
  named: ReadonlySet<string>;
  /** Files and folders left out. */
  skipped: number;
  failures: Failure[];
}

/** Files that were named are always taken; folders are walked, with `.gitignore` files honoured unless `all`. */
export function walk(targets: readonly string[], cwd: string, all: boolean): Walk {
  const files = new Set<string>();
  const named = new Set<string>();
  const failures: Failure[] = [];
  let skipped = 0;
  const fail = (path: string, error: unknown) =>
    failures.push({ kind: 'unreadable', path, line: null, ruleId: null, message: wordsOf(error) });

  const enter = (folder: string, above: readonly IgnoreFile[]): void => {
    const rules = all ? above : [...above, ...ignoreFileIn(folder, '.gitignore')];
    let names: string[];
    try {
      names = readdirSync(folder).sort();
    } catch (error) {
      fail(folder, error);
      return;
    }
    for (const name of names) {
      const path = join(folder, name);
      const kind = kindOf(path);
      if (kind === 'other') continue;
      if (kind === 'folder' && closedFolders.has(name)) {
        if (name === 'node_modules') skipped++;
      } else if (isIgnored(path, kind === 'folder', rules)) skipped++;
      else if (kind === 'folder') enter(path, rules);
      else files.add(path);
    }
  };

  for (const target of targets) {
    const path = resolve(cwd, target);
    try {
      if (statSync(path).isDirectory()) enter(path, all ? [] : ignoreFilesAbove(path));
      else files.add(path) && named.add(path);
    } catch (error) {
      fail(target, error);
    }
  }
  return { files: [...files].sort(), named, skipped, failures };
}

/** Code that a program wrote for programs. */
export function isMinified(path: string, text: string): boolean {
  if (/\.min\.[^./\\]+$/i.test(path)) return true;
  for (let at = 0; text.length - at > LONGEST_LINE; ) {
    const end = text.indexOf('\n', at);
    if ((end < 0 ? text.length : end) - at > LONGEST_LINE) return true;
    if (end < 0) return false;
    at = end + 1;
  }
  return false;
}

interface IgnoreFile {
  folder: string;
  rules: Ignore;
}

function ignoreFileIn(folder: string, name: string): IgnoreFile[] {
  try {
    return [{ folder, rules: ignore().add(readFileSync(join(folder, name), 'utf8')) }];
  } catch {
    return [];
  }
}

/** The ignore files between the repository's root and `folder`, outermost first; none outside a repository. */
function ignoreFilesAbove(folder: string): IgnoreFile[] {
  const between: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    if (kindOf(join(at, '.git')) !== 'other') {
      const exclude = ignoreFileIn(at, join('.git', 'info', 'exclude'));
      return [...exclude, ...[...(at === folder ? [] : [at]), ...between].flatMap((inner) => ignoreFileIn(inner, '.gitignore'))];
    }
    if (at !== folder) between.unshift(at);
    if (dirname(at) === at) return [];
  }
}

/** The innermost file that says anything about a path decides, as in Git. */
function isIgnored(path: string, isFolder: boolean, files: readonly IgnoreFile[]): boolean {
  for (let index = files.length - 1; index >= 0; index--) {
    const { folder, rules } = files[index] as IgnoreFile;
    const inner = relative(folder, path).split(sep).join('/');
    const { ignored, unignored } = rules.test(isFolder ? `${inner}/` : inner);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** Links are not followed: they lead out of the tree or to what is scanned anyway. */
function kindOf(path: string): 'file' | 'folder' | 'other' {
  try {
    const found = lstatSync(path);
    return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'other';
  } catch {
    return 'other';
  }
}

function wordsOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to read it';
  if (code === 'ELOOP') return 'its symbolic links form a loop';
  return message.split('\n', 1)[0] ?? '';
}
