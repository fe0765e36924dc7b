/** Many files through the rules: what one process, or one share of the work, comes to. */
import { resolve } from 'node:path';
import { isMinified } from '../host/walk.ts';
import { MAX_FILE, readFile, shownPath } from '../host/world.ts';
import type { Failure, FailureKind } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import type { Judged } from '../model/verdict.ts';
import type { Parsers } from '../parse/backends.ts';
import { causeOf } from '../policy/decide.ts';
import type { Policy } from '../policy/policy.ts';
import type { Stats } from '../report/json.ts';
import type { Report } from '../report/report.ts';
import { scanText } from './file-scan.ts';
import { itself, scanTools } from './scan-tools.ts';

/** Plain data: it goes from one process to another as JSON. */
export interface Part {
  report: Report;
  stats: Pick<Stats, 'files' | 'skipped' | 'lines' | 'suppressed'>;
}

export interface Job {
  /** Absolute. */
  files: readonly string[];
  /** Those that are taken though minified. */
  named: ReadonlySet<string>;
  cwd: string;
}

export const newPart = (): Part => ({
  report: { findings: [], failures: [] },
  stats: { files: 0, skipped: 0, lines: 0, suppressed: 0 },
});

export async function scanFiles(job: Job, rules: readonly Rule[], parsers: Parsers, policy: Policy): Promise<Part> {
  const part = newPart();
  const scanOne = await textScanner(part, rules, parsers, policy, job.cwd);
  for (const file of job.files) {
    const path = shownPath(file, job.cwd);
    const read = readFile(file);
    const refuse = (kind: FailureKind, message: string) =>
      part.report.failures.push(judged({ kind, path, line: null, ruleId: null, message }, policy));
    if (read.kind === 'text') {
      if (!job.named.has(file) && isMinified(file, read.text)) part.stats.skipped++;
      else await scanOne(path, read.text);
    } else if (read.kind === 'unreadable') refuse('unreadable', read.message);
    else if (read.kind === 'too-large') refuse('too-large', `larger than ${MAX_FILE >> 20} MB`);
    else if (read.kind === 'binary') part.stats.skipped++;
  }
  return part;
}

/** Scans one text after the other into `part`; of a text with another before it, what is new. */
export async function textScanner(
  part: Part,
  rules: readonly Rule[],
  parsers: Parsers,
  policy: Policy,
  cwd: string,
): Promise<(path: string, text: string, before?: string | null) => Promise<void>> {
  const textAt = (path: string): string | null => {
    const read = readFile(resolve(cwd, path));
    return read.kind === 'text' ? read.text : null;
  };
  const tools = scanTools(parsers, itself, textAt, policy);
  return async (path, text, before = null) => {
    const { report, suppressed } = await scanText(path, text, rules, tools, policy, before);
    addPart(part, { report, stats: { files: 1, skipped: 0, lines: lineCount(text), suppressed } });
  };
}

export function addPart(all: Part, { report, stats }: Part): void {
  for (const finding of report.findings) all.report.findings.push(finding);
  for (const failure of report.failures) all.report.failures.push(failure);
  all.stats.files += stats.files;
  all.stats.skipped += stats.skipped;
  all.stats.lines += stats.lines;
  all.stats.suppressed += stats.suppressed;
}

export const judged = (item: Failure, policy: Policy): Judged<Failure> => ({ item, decision: policy.onFailure[causeOf(item)] });

export function lineCount(text: string): number {
  if (text === '') return 0;
  let lines = text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
