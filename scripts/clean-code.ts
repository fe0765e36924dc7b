/**
 * `node scripts/bun.js scripts/clean-code.ts <folder>…`: what the built binary finds in unpacked packages that are taken for clean,
 * as the tables of `docs/clean-code.md`. Lines are those of code that ships: not of tests, examples, documentation, data, and what
 * was packed small. `--list` adds every finding there.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { languageOf } from '../src/parse/languages.ts';
import { classesOf } from '../src/policy/path-classes.ts';

interface Found {
  ruleId: string;
  path: string;
  decision: string;
  start: { line: number };
  snippet: string;
}

const root = join(import.meta.dirname, '..');
const binary = join(root, 'dist/forestall');
const folders = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const listed = process.argv.includes('--list');
const data: ReadonlySet<string | null> = new Set([null, 'json', 'yaml', 'toml', 'generic', 'regex']);
/** Longer lines are of code that a program packed. */
const PACKED = 2000;

const ships = (path: string): boolean =>
  !classesOf(path).some((kind) => kind !== 'generated') && !/\.min\.|(?:^|\/)(?:locales?|benchmarks?|node_modules)\//.test(path);

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git') yield* filesIn(path);
    else if (entry.isFile()) yield path;
  }
}

function linesOf(folder: string): number {
  let lines = 0;
  for (const path of filesIn(folder)) {
    const name = relative(folder, path).replaceAll('\\', '/');
    if (!ships(name) || data.has(languageOf(name, ''))) continue;
    const text = readFileSync(path, 'utf8').split('\n');
    if (!text.some((line) => line.length > PACKED)) lines += text.length;
  }
  return lines;
}

/** Name and version by the package's own word, else by its folder's name. */
function titleOf(folder: string): string {
  for (const manifest of [join(folder, 'package.json'), join(folder, 'package/package.json')])
    if (existsSync(manifest)) {
      const { name, version } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string; version?: string };
      if (name !== undefined) return `${name} ${version ?? ''}`.trim();
    }
  const inner = readdirSync(folder).find((name) => /^[\w.]+-\d[\w.]*(?:\.dist-info)?$/.test(name));
  const name = (inner ?? basename(folder)).replace(/\.dist-info$/, '').replace(/-sources$/, '');
  return /^v\d+@/.test(name)
    ? `${basename(join(folder, '..'))} ${name.replace(/^v\d+@v?/, '')}`
    : name.replace(/[-@]v?(?=\d)/, ' ').replace(/^py_/, '');
}

console.log('| package | lines | blocked | warned | lines for each blocked |\n|---|---|---|---|---|');
const all: (Found & { title: string })[] = [];
const sums = { lines: 0, blocked: 0, warned: 0 };
for (const folder of folders) {
  const title = titleOf(folder);
  let output: string;
  try {
    output = execFileSync(binary, ['scan', '.', '--no-ignore', '--jobs', '1', '--format', 'json'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
  } catch (error) {
    // Exit code 2 says that something is blocked.
    const { status, stdout } = error as { status?: number; stdout?: string };
    if (status !== 2 || stdout === undefined) throw error;
    output = stdout;
  }
  const { findings } = JSON.parse(output) as { findings: Found[] };
  const own = findings.filter(({ path }) => ships(path)).map((finding) => ({ ...finding, title }));
  const blocked = own.filter(({ decision }) => decision === 'deny' || decision === 'ask').length;
  const warned = own.filter(({ decision }) => decision === 'warn').length;
  const lines = linesOf(folder);
  all.push(...own);
  sums.lines += lines;
  sums.blocked += blocked;
  sums.warned += warned;
  const ratio = blocked === 0 ? '–' : String(Math.round(lines / blocked));
  console.log(`| ${title} | ${lines} | ${blocked} | ${warned} | ${ratio} |`);
}
console.log(
  `| **all** | ${sums.lines} | ${sums.blocked} | ${sums.warned} | ${sums.blocked === 0 ? '–' : Math.round(sums.lines / sums.blocked)} |`,
);

const byRule = new Map<string, number>();
for (const { decision, ruleId } of all) byRule.set(`${decision} | ${ruleId}`, (byRule.get(`${decision} | ${ruleId}`) ?? 0) + 1);
console.log('\n| decision | rule | findings |\n|---|---|---|');
for (const [key, count] of [...byRule].sort((a, b) => b[1] - a[1])) console.log(`| ${key} | ${count} |`);
if (listed)
  for (const { title, path, start, decision, ruleId, snippet } of all)
    console.log(`\n${title} ${path}:${start.line} ${decision} ${ruleId}\n  ${snippet.slice(0, 160)}`);
