/**
 * Compares both engines: ours and a `semgrep` on the PATH (or the one that SEMGREP names), on the cases of
 * test/conformance/, or on the files that are named. Optional: nothing else needs it.
 *
 *   npm run conformance:oracle                       where the reference does not report what the case says
 *   npm run conformance:oracle -- --mutate 200       also random variants of the cases, the same for the same `--seed`
 *   npm run conformance:oracle -- --fill FILE…       writes `=>` and `~~` for the cases that have none
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { scan } from '../src/engine/scan.ts';
import { parserAssets } from '../src/host/assets.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { languageNamed } from '../src/parse/languages.ts';
import { compileRules } from '../src/rules/compile.ts';
import { casesIn, ruleOf } from '../test/conformance.ts';
import { type Pair, variantsOf, withoutLine } from './conformance-mutations.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mutate: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    fill: { type: 'boolean', default: false },
    /** Compare the last lines of findings, too. */
    ends: { type: 'boolean', default: false },
  },
});

const semgrep = process.env['SEMGREP'] ?? 'semgrep';
const folder = fileURLToPath(new URL('../test/conformance', import.meta.url));
const files = positionals.length > 0 ? positionals : readdirSync(folder).map((name) => join(folder, name));
const parsers = loadParsers(parserAssets());

/** What one engine said of one pair: `3-4` for each finding, and what went wrong. */
interface Answer {
  spans: string[];
  faults: string[];
}

const endings: Readonly<Record<string, string>> = {
  javascript: 'js',
  typescript: 'ts',
  python: 'py',
  go: 'go',
  java: 'java',
  csharp: 'cs',
  ruby: 'rb',
  php: 'php',
  bash: 'sh',
  hcl: 'tf',
  yaml: 'yaml',
  json: 'json',
  dockerfile: 'dockerfile',
  generic: 'txt',
  regex: 'txt',
  html: 'html',
  kotlin: 'kt',
  rust: 'rs',
};

async function ours(pair: Pair): Promise<Answer> {
  const { rules, failures } = await compileRules(ruleOf(pair, pair.language), pair.name, parsers);
  const language = languageNamed(pair.language);
  const source = { path: `case.${endings[pair.language]}`, language, text: pair.code, fragment: false };
  const found = await scan(source, rules, { parsers, pathFits: () => true, bodies: () => rules });
  const lineOf = (offset: number): number => pair.code.slice(0, offset).split('\n').length;
  return {
    spans: sorted(found.findings.map(({ span }) => `${lineOf(span.start)}-${lineOf(span.end)}`)),
    faults: [...failures, ...found.failures].map(({ kind, message, line }) => `${kind} ${line ?? ''} ${message}`),
  };
}

/** One run of the reference for all pairs; each rule looks at its own code only. A file that it refuses whole is left out. */
function theirs(pairs: readonly Pair[]): Answer[] {
  const answers = pairs.map((): Answer => ({ spans: [], faults: [] }));
  if (pairs.length === 0) return answers;
  const work = mkdtempSync(join(tmpdir(), 'oracle-'));
  for (const part of ['rules', 'code']) mkdirSync(join(work, part));
  pairs.forEach((pair, index) => {
    const file = `case${index}.${endings[pair.language]}`;
    const rule = ruleOf({ ...pair, name: `case${index}` }, pair.language);
    const limited = /^ {4}paths:/m.test(rule) ? rule : `${rule}    paths:\n      include: ["${file}"]\n`;
    writeFileSync(join(work, 'rules', `case${index}.yaml`), limited);
    writeFileSync(join(work, 'code', file), pair.code);
  });
  const indexOf = (text: string | undefined): number => Number(/case(\d+)/.exec(text ?? '')?.[1] ?? -1);
  for (;;) {
    const options = ['--metrics=off', '--disable-version-check', '--quiet', '--no-git-ignore', '--json', '--max-target-bytes=0'];
    const run = spawnSync(semgrep, [...options, '--config', 'rules', 'code'], {
      cwd: work,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (run.error) throw run.error;
    const { results, errors } = JSON.parse(run.stdout) as Output;
    for (const { rule_id, path, message, long_msg: text = message ?? '', spans } of errors)
      answers[indexOf(rule_id ?? path ?? spans?.[0]?.file ?? text)]?.faults.push(
        text.split('\n').slice(0, 3).join(' ').slice(0, 160),
      );
    // A file of rules that cannot be read ends the run.
    const refused =
      run.status === 7 || run.status === 4
        ? pairs.flatMap((_, index) => (answers[index]!.faults.length > 0 ? [join(work, 'rules', `case${index}.yaml`)] : []))
        : [];
    const again = refused.filter((file) => existsSync(file));
    again.forEach((file) => rmSync(file));
    if (again.length > 0) continue;
    for (const { check_id, path, start, end } of results) {
      const index = indexOf(check_id.split('.').at(-1));
      if (index === indexOf(basename(path))) answers[index]?.spans.push(`${start.line}-${end.line}`);
    }
    break;
  }
  rmSync(work, { recursive: true });
  for (const answer of answers) answer.spans = sorted(answer.spans);
  return answers;
}

interface Output {
  results: { check_id: string; path: string; start: { line: number }; end: { line: number } }[];
  /** The schema of a rule has another form of error. */
  errors: { rule_id?: string; path?: string; message?: string; long_msg?: string; spans?: { file: string }[] }[];
}

const sorted = (spans: string[]): string[] =>
  [...new Set(spans)].sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1));
const starts = (answer: Answer): string =>
  [...new Set(answer.spans.map((span) => Number.parseInt(span, 10)))].join(' ') || 'none';
const shown = (answer: Answer): string => (values.ends ? answer.spans.join(' ') || 'none' : starts(answer));

const pairs: (Pair & { expected: string | null; ours: string | null })[] = files.flatMap((file) => {
  const language = basename(file, '.txt');
  return casesIn(readFileSync(file, 'utf8')).map((one) => ({
    ...one,
    language,
    expected: one.open ? null : one.reference.join(' ') || 'none',
    ours: one.open ? null : one.lines.join(' ') || 'none',
  }));
});

const reference = theirs(pairs);
let agree = 0;
const perLanguage = new Map<string, [agree: number, all: number]>();
const answers: { ours: Answer; theirs: Answer }[] = [];
for (const [index, pair] of pairs.entries()) {
  const mine = await ours(pair);
  const other = reference[index]!;
  answers.push({ ours: mine, theirs: other });
  const count = perLanguage.get(pair.language) ?? [0, 0];
  perLanguage.set(pair.language, count);
  count[1]++;
  const same = shown(mine) === shown(other);
  if (same) count[0]++;
  const asWritten = pair.expected === null ? same : starts(other) === pair.expected && starts(mine) === pair.ours;
  if (asWritten && mine.faults.length === 0 && other.faults.length === 0) agree++;
  else report(`${pair.language}/${pair.name}`, mine, other, pair.expected);
}
for (const [language, [same, all]] of perLanguage) console.log(`${language}: the engines agree on ${same} of ${all}`);
console.log(`${agree} of ${pairs.length} cases are as written`);

if (values.fill) {
  let index = 0;
  for (const file of files) {
    const blocks = readFileSync(file, 'utf8').split(/^(?==== )/m);
    const filled = blocks.map((block) => {
      if (!block.startsWith('=== ')) return block;
      const pair = pairs[index]!;
      const { ours: mine, theirs: other } = answers[index++]!;
      if (pair.expected !== null) return block;
      const differs = starts(mine) === starts(other) ? '' : `~~ ${starts(other)}\n`;
      return `${block.trimEnd()}\n=> ${starts(mine)}\n${differs}\n`;
    });
    writeFileSync(file, `${filled.join('').trimEnd()}\n`);
  }
}

const wanted = Number(values.mutate);
if (wanted > 0) {
  const variants = variantsOf(pairs, wanted, Number(values.seed));
  let differing = await differ(variants);
  console.log(`${variants.length - differing.length} of ${variants.length} variants agree`);
  // Lines that do not matter go, one in each round.
  for (let round = 0; round < 6; round++) {
    const smaller = differing.flatMap((pair, index) => withoutLine(pair).map((variant) => ({ index, variant })));
    const still = await differ(smaller.map(({ variant }) => variant));
    const kept = new Map(still.map((variant) => [smaller.find((entry) => entry.variant === variant)!.index, variant]));
    if (kept.size === 0) break;
    differing = differing.map((pair, index) => kept.get(index) ?? pair);
  }
  const last = theirs(differing);
  for (const [index, pair] of differing.entries()) {
    report(`${pair.language}/${pair.name}`, await ours(pair), last[index]!, null);
    console.log(`${pair.rule}\n---\n${pair.code}`);
  }
}

/** The pairs on which the engines differ; where the reference refuses the rule or the code, nobody is wrong. */
async function differ(candidates: readonly Pair[]): Promise<Pair[]> {
  const others = theirs(candidates);
  const found: Pair[] = [];
  for (const [index, pair] of candidates.entries()) {
    if (others[index]!.faults.length > 0) continue;
    const mine = await ours(pair);
    if (shown(mine) !== shown(others[index]!)) found.push(pair);
  }
  return found;
}

function report(name: string, mine: Answer, other: Answer, expected: string | null): void {
  const faults = [...mine.faults.map((fault) => `ours: ${fault}`), ...other.faults.map((fault) => `reference: ${fault}`)];
  const asked = expected === null ? '' : `, the case says ${expected}`;
  console.log(
    `## ${name}: reference ${shown(other)}, ours ${shown(mine)}${asked}${faults.map((fault) => `\n   ${fault}`).join('')}`,
  );
}
