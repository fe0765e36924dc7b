/** `forestall rules test`: rules against the annotations of their fixtures. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { ScanTools } from '../engine/scan.ts';
import type { Io } from '../host/io.ts';
import { fixedFixtureOf, fixturesOf, ruleFilesAt } from '../host/rule-files.ts';
import { shownPath } from '../host/world.ts';
import type { Failure } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import type { Parsers } from '../parse/backends.ts';
import { languageOf } from '../parse/languages.ts';
import type { Report } from '../report/report.ts';
import { annotationsIn, type Difference, differenceOf, isTakenBack } from '../rules/annotations.ts';
import type { SkippedRule } from '../rules/compile.ts';
import { scanText } from './file-scan.ts';
import { makeParsers } from './parsers.ts';
import { rulesAt, skippedLine } from './ruleset.ts';
import { itself, scanTools } from './scan-tools.ts';
import { commandLines } from './script-scan.ts';

export interface RulesTest {
  files: number;
  fixtures: number;
  /** Only fixtures that differ. */
  differing: { path: string; differences: Difference[] }[];
  /** Fixtures beside which lies what they are to be fixed to. */
  fixed: { fixtures: number; differing: FixedDifference[] };
  /** Rule files without a fixture, and rules that no fixture line names. */
  untested: string[];
  failures: Failure[];
  /** Rules for other versions of the rule language. */
  skipped: SkippedRule[];
}

/** Where the fixed text and the file that holds the expected one begin to differ. */
export interface FixedDifference {
  path: string;
  /** Of the file with the expected text. */
  expectedPath: string;
  line: number;
  expected: string;
  got: string;
}

/**
 * Tries every rule file below `folder` on the files beside it that share its stem. With `rules`, a file or folder, the rule
 * files are there, and `folder` holds the fixtures at the same places; it may be one file.
 */
export async function testRules(folder: string, cwd: string, parsers: Parsers, rules: string = folder): Promise<RulesTest> {
  const found = await ruleFilesAt(rules, cwd);
  const apart = rules !== folder;
  const codeOf = (file: string): string[] => {
    if (!apart) return fixturesOf(file);
    const below = file === rules ? '' : relative(rules, dirname(file));
    return fixturesOf(file, below === '' ? folder : join(folder, below));
  };
  const result: RulesTest = {
    files: found.files.length,
    fixtures: 0,
    differing: [],
    fixed: { fixtures: 0, differing: [] },
    untested: [],
    failures: found.failures,
    skipped: [],
  };
  for (const file of found.files) {
    const { rules: compiled, failures, skipped } = await rulesAt([file], cwd, parsers);
    result.failures.push(...failures);
    result.skipped.push(...skipped);
    if (compiled.length === 0) continue;
    // Lists that lie beside a rule about packages, for what only a policy's lists can tell.
    const [lists] = codeOf(file).filter((path) => path.endsWith('.lists.json'));
    const packages = async () =>
      (await import('../rules/package-data.ts')).packageLists(
        lists === undefined ? [] : [{ path: lists, text: readFileSync(lists, 'utf8'), adds: false }],
      );
    const tools: ScanTools = { ...scanTools(parsers, itself), pathFits: () => true, packages };
    const named = new Set<string>();
    for (const fixture of codeOf(file)) {
      result.fixtures++;
      const text = readFileSync(fixture, 'utf8');
      const path = shownPath(fixture, cwd);
      for (const { ruleId } of annotationsIn(text)) named.add(ruleId);
      const { differences, report } = await compare(path, text, compiled, tools);
      if (differences.length > 0) result.differing.push({ path, differences });
      const expected = fixedFixtureOf(fixture);
      if (expected === null || !compiled.some(offersFix) || isExample(text, expected)) continue;
      result.fixed.fixtures++;
      const fixed = await compareFixed(path, text, report, compiled, parsers, expected, cwd);
      if (fixed) result.fixed.differing.push(fixed);
    }
    for (const rule of compiled) if (!named.has(rule.id)) result.untested.push(rule.id);
  }
  return result;
}

const offersFix = ({ replacement, replacementRegex }: Rule): boolean => replacement !== null || replacementRegex !== null;

/** Fixing a fixture leaves its annotations where they are; a file without them only shows good code. */
const isExample = (text: string, expectedFile: string): boolean =>
  annotationsIn(text).length > 0 && annotationsIn(readFileSync(expectedFile, 'utf8')).length === 0;

/** Null when the fixed fixture is the code of the file that says so. */
async function compareFixed(
  path: string,
  text: string,
  { findings }: Report,
  rules: readonly Rule[],
  parsers: Parsers,
  expectedFile: string,
  cwd: string,
): Promise<FixedDifference | null> {
  const [{ fixedText, mendableIn }, { isSameCode }] = await Promise.all([
    import('../engine/fixed-text.ts'),
    import('../parse/same-code.ts'),
  ]);
  const found = findings.map(({ finding }) => finding);
  const { text: got } = await fixedText(path, text, mendableIn(found, rules), parsers);
  const expected = readFileSync(expectedFile, 'utf8');
  if (await isSameCode(path, got, expected, parsers)) return null;
  const [wanted, lines] = [expected.split('\n'), got.split('\n')];
  const at = Math.max(
    0,
    [...wanted, undefined].findIndex((line, index) => line?.trimEnd() !== lines[index]?.trimEnd()),
  );
  return { path, expectedPath: shownPath(expectedFile, cwd), line: at + 1, expected: wanted[at] ?? '', got: lines[at] ?? '' };
}

async function compare(
  path: string,
  text: string,
  rules: readonly Rule[],
  tools: ScanTools,
): Promise<{ differences: Difference[]; report: Report }> {
  const { report } = await scanText(path, text, rules, tools);
  const lines = report.findings.map(({ finding, place }) => ({ ruleId: finding.ruleId, line: place.startLine }));
  const written = text.split('\n');
  if (languageOf(path, text) === 'bash') lines.push(...(await commandLines(text, rules, tools)));
  const annotations = annotationsIn(text).map((entry) =>
    isFilled(text, entry.line) ? entry : { ...entry, kind: 'todoruleid' as const },
  );
  const known = new Set(rules.map(({ id }) => id));
  const unknown = annotations.filter(({ kind, ruleId }) => kind === 'ruleid' && !known.has(ruleId));
  const differences = [...known, ...new Set(unknown.map(({ ruleId }) => ruleId))]
    .map((id) =>
      differenceOf(
        id,
        annotations,
        lines.flatMap((found) => (found.ruleId === id && !isTakenBack(written, found.line, id) ? found.line : [])),
      ),
    )
    .filter(({ missing, noisy }) => missing.length > 0 || noisy.length > 0);
  return { differences, report };
}

/** Lines with `{{token:<format>}}` are code only once an invented token stands there, which no file should hold. */
const isFilled = (text: string, line: number): boolean => !(text.split('\n')[line - 1] ?? '').includes('{{token:');

export interface RulesTestOptions {
  json?: boolean;
  /** The rules, where the folder holds fixtures only. */
  config?: string;
}

export async function rulesTest(folder: string, options: RulesTestOptions, io: Io): Promise<number> {
  const code = resolve(io.cwd, folder);
  const result = await testRules(
    code,
    io.cwd,
    makeParsers(io),
    options.config === undefined ? code : resolve(io.cwd, options.config),
  );
  if (options.json) io.stdout(`${JSON.stringify(result, null, 2)}\n`);
  else {
    for (const { path, differences } of result.differing) {
      for (const { ruleId, missing, noisy } of differences) {
        if (missing.length > 0) io.stdout(`${path}: ${ruleId}: missing on ${lineList(missing)}\n`);
        if (noisy.length > 0) io.stdout(`${path}: ${ruleId}: noisy on ${lineList(noisy)}\n`);
      }
    }
    for (const { path, expectedPath, line, expected, got } of result.fixed.differing)
      io.stdout(`${expectedPath}:${line}: ${path} is fixed to \`${got.trim()}\`, not \`${expected.trim()}\`\n`);
    for (const { path, line, ruleId, message } of result.failures) {
      io.stdout(`${path}${line === null ? '' : `:${line}`}: ${ruleId === null ? '' : `${ruleId}: `}${message}\n`);
    }
    for (const rule of result.skipped) io.stdout(skippedLine(rule));
    for (const id of result.untested) io.stdout(`${id}: no fixture names it\n`);
    const agree = result.fixtures - result.differing.length;
    io.stdout(`${agree} of ${result.fixtures} fixtures agree (${result.files} rule files, ${result.failures.length} errors).\n`);
    const { fixtures, differing } = result.fixed;
    if (fixtures > 0) io.stdout(`${fixtures - differing.length} of ${fixtures} are fixed as expected.\n`);
  }
  return result.failures.length + result.differing.length + result.fixed.differing.length > 0 ? 1 : 0;
}

const lineList = (lines: readonly number[]): string => `line${lines.length === 1 ? '' : 's'} ${lines.join(', ')}`;
