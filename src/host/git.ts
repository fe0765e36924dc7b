/** What Git knows of a work tree. Nothing of the repository's configuration that names a program is let run. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export interface Change {
  /** Absolute. */
  path: string;
  /** Gives the text before; null for a file that was not there. */
  before(): string | null;
}

/** Files under `targets` that differ from `revision`, untracked ones included. Throws with Git's own words. */
export function changesSince(revision: string, targets: readonly string[], cwd: string): Change[] {
  if (revision.startsWith('-')) throw new Error(`not a revision: ${revision}`);
  const root = git(['rev-parse', '--show-toplevel'], cwd).trimEnd();
  const commit = git(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    cwd,
    `no such revision: ${revision}`,
  ).trim();
  const changes: Change[] = [];
  const words = git(['diff', '--name-status', '-z', '-M', '--no-ext-diff', '--no-textconv', commit, '--', ...targets], cwd).split(
    '\0',
  );
  for (let at = 0; at + 1 < words.length; ) {
    const status = words[at++] ?? '';
    const from = words[at++] ?? '';
    const to = /^[RC]/.test(status) ? (words[at++] ?? '') : from;
    if (status === 'D' || to === '') continue;
    const old = status === 'A' ? null : from;
    changes.push({
      path: join(root, to),
      before: () => (old === null ? null : git(['cat-file', 'blob', `${commit}:${old}`], root)),
    });
  }
  for (const path of git(['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ...targets], cwd).split(
    '\0',
  )) {
    if (path !== '') changes.push({ path: join(root, path), before: () => null });
  }
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function git(args: readonly string[], cwd: string, otherwise?: string): string {
  const safe = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '--no-optional-locks'];
  const { status, stdout, stderr, error } = spawnSync('git', [...safe, ...args], { cwd, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (error) throw new Error(`git cannot be run: ${error.message}`);
  if (status !== 0) throw new Error(otherwise ?? (stderr.trim().split('\n')[0] || `git ${args[0]} failed`));
  return stdout;
}
