/** Finding rule files and their fixtures on disk. */
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Failure } from '../model/finding.ts';
import { compileGlobs } from '../policy/glob.ts';

const isRuleFile = (name: string): boolean => /\.ya?ml$/i.test(name) && !/\.(?:test|fixed)\.ya?ml$/i.test(name);

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

/** Files beside a rule file that share its stem: the code that its rules are tried on. */
export function fixturesOf(ruleFile: string): string[] {
  const folder = dirname(ruleFile);
  const stem = basename(ruleFile).replace(/\.ya?ml$/i, '');
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${stem}.`) && name !== basename(ruleFile) && !/\.fixed\./i.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** All files below a folder, sorted; links, `.git` and `node_modules` left out. */
export function filesBelow(folder: string): string[] {
  const files: string[] = [];
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return files;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== '.git' && entry.name !== 'node_modules') files.push(...filesBelow(path));
    else if (entry.isFile()) files.push(path);
  }
  return files;
}
