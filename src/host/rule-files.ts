/** Finding rule files and their fixtures on disk. */
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Failure } from '../model/finding.ts';
import { compileGlobs } from '../policy/glob.ts';

/** Hidden ones are left out, as Semgrep does. */
const isRuleFile = (name: string): boolean => /^[^.].*\.ya?ml$/i.test(name) && !/\.(?:test|fixed)\.ya?ml$/i.test(name);

/** Rule files that `target` names: a file, a folder with everything below, or a glob; absolute and sorted. */
export async function ruleFilesAt(target: string, cwd: string): Promise<{ files: string[]; failures: Failure[] }> {
  const path = resolve(cwd, target);
  const fail = (message: string) => ({
    files: [],
    failures: [{ kind: 'bad-rule' as const, path: target, line: null, ruleId: null, message }],
  });
  let kind: 'file' | 'folder' | null = null;
  try {
    kind = statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    if (!/[*?[{]/.test(target)) return fail('no such rule file or folder');
  }
  if (kind === 'file') return { files: [path], failures: [] };
  const files = kind === 'folder' ? filesBelow(path).filter((file) => isRuleFile(basename(file))) : await filesByGlob(path);
  return files.length > 0 ? { files, failures: [] } : fail('no rule files there');
}

async function filesByGlob(pattern: string): Promise<string[]> {
  const slashed = pattern.replaceAll('\\', '/');
  const fixed = dirname(slashed.slice(0, slashed.search(/[*?[{]/)) + 'x');
  const test = (await compileGlobs([slashed]))(slashed);
  return filesBelow(fixed).filter((file) => isRuleFile(basename(file)) && test(file.replaceAll('\\', '/')));
}

const stemOf = (name: string): string => name.split('.', 1)[0]!;

const isFixture = (name: string): boolean =>
  !/\.fixed(?:\.|$)/i.test(name) && (!/\.ya?ml$/i.test(name) || /\.test\.ya?ml$/i.test(name));

/**
 * The code that a rule file's rules are tried on, absolute and sorted: files whose names begin like the rule file's up to the
 * first dot, and all that lies in folders of such a name. They are beside it, or in `folder`, which may also be one file.
 */
export function fixturesOf(ruleFile: string, folder: string = dirname(ruleFile)): string[] {
  const stem = stemOf(basename(ruleFile));
  const entries = entriesOf(folder);
  if (entries === null) return isFile(folder) ? [folder] : [];
  return entries
    .filter(({ name }) => stemOf(name) === stem)
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
    })
    .filter((path) => path !== ruleFile && isFixture(basename(path)))
    .sort();
}

/** The text that a fixture is expected to become when it is fixed, `x.fixed.py` of `x.py`; null without one. */
export function fixedFixtureOf(fixture: string): string | null {
  const folder = dirname(fixture);
  const key = (name: string): string =>
    name
      .split('.')
      .filter((part) => part !== 'fixed' && part !== 'test')
      .join('.');
  const wanted = key(basename(fixture));
  const found = (entriesOf(folder) ?? []).find(
    (entry) => entry.isFile() && /\.fixed(?:\.|$)/.test(entry.name) && key(entry.name) === wanted,
  );
  return found ? join(folder, found.name) : null;
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Null when it is no folder that can be read. */
function entriesOf(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return null;
  }
}

/** All files below a folder, sorted; links, `.git` and `node_modules` left out. */
export function filesBelow(folder: string): string[] {
  const files: string[] = [];
  for (const entry of (entriesOf(folder) ?? []).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== '.git' && entry.name !== 'node_modules') files.push(...filesBelow(path));
    else if (entry.isFile()) files.push(path);
  }
  return files;
}
