/** The work tree's state as Git itself sees it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { gitState } from '../src/host/git-state.ts';

const scratch = mkdtempSync(join(tmpdir(), 'forestall-git-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const git = (cwd: string, ...args: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=a', '-c', 'user.email=a@b.example', '-c', 'init.defaultBranch=main', '-c', 'commit.gpgsign=false', ...args],
    {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: scratch, GIT_CONFIG_NOSYSTEM: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );

let count = 0;
function repository(): string {
  const folder = join(scratch, `r${(count += 1)}`);
  mkdirSync(join(folder, 'src'), { recursive: true });
  git(folder, 'init', '-q');
  writeFileSync(join(folder, 'a.txt'), 'one\n');
  writeFileSync(join(folder, 'src/b.ts'), 'two\n');
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', 'x');
  return folder;
}

describe.each<[string, (folder: string) => void, boolean | null]>([
  ['nothing changed', () => {}, false],
  ['a changed file', (folder) => writeFileSync(join(folder, 'a.txt'), 'changed\n'), true],
  ['a change of the same length', (folder) => writeFileSync(join(folder, 'a.txt'), 'eno\n'), true],
  ['a file touched without a change', (folder) => utimesSync(join(folder, 'a.txt'), 1, 1), false],
  ['a deleted file', (folder) => rmSync(join(folder, 'src/b.ts')), true],
  ['a file that is not tracked', (folder) => writeFileSync(join(folder, 'new.txt'), 'x'), false],
  ['a moved file', (folder) => renameSync(join(folder, 'a.txt'), join(folder, 'c.txt')), true],
  ['packed objects and references', (folder) => void git(folder, 'gc', '-q'), false],
  ['an index of version 4', (folder) => void git(folder, 'update-index', '--index-version', '4'), false],
  [
    'no commit yet',
    (folder) => {
      rmSync(join(folder, '.git'), { recursive: true });
      git(folder, 'init', '-q');
    },
    null,
  ],
  ['a broken index', (folder) => writeFileSync(join(folder, '.git/index'), 'DIRC broken'), null],
])('%s', (_, change, dirty) => {
  test('is seen', () => {
    const folder = repository();
    change(folder);
    expect(gitState().dirty(folder)).toBe(dirty);
    expect(gitState().dirty(join(folder, 'src'))).toBe(dirty);
  });
});

test('what is staged is not clean', () => {
  const folder = repository();
  writeFileSync(join(folder, 'a.txt'), 'staged\n');
  git(folder, 'add', 'a.txt');
  expect(gitState().dirty(folder)).not.toBe(false);
});

test('a linked work tree has its own state', () => {
  const folder = repository();
  const linked = join(scratch, 'linked');
  git(folder, 'worktree', 'add', '-q', '-b', 'side', linked);
  expect(gitState().dirty(linked)).toBe(false);
  expect(gitState().branch(linked)).toBe('side');
  writeFileSync(join(linked, 'a.txt'), 'changed\n');
  expect(gitState().dirty(linked)).toBe(true);
  expect(gitState().dirty(folder)).toBe(false);
});

test('tracked files and the branch', () => {
  const folder = repository();
  writeFileSync(join(folder, 'new.txt'), 'x');
  const state = gitState();
  expect([state.tracked(join(folder, 'src/b.ts')), state.tracked(join(folder, 'new.txt'))]).toEqual([true, false]);
  expect(state.branch(folder)).toBe('main');
  git(folder, 'checkout', '-q', '--detach');
  expect(gitState().branch(folder)).toBe('');
});

test('a folder outside of any repository', () => {
  const state = gitState();
  expect([state.dirty('/nonexistent'), state.tracked('/nonexistent/x'), state.branch('/nonexistent')]).toEqual([
    null,
    null,
    null,
  ]);
});
