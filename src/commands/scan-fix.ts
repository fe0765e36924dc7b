/** `forestall scan --fix`: the fixes that rules offer, written into the files. */
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fingerprintOf } from '../engine/fingerprint.ts';
import { type FixedText, fixedText, type Mendable, mendableIn } from '../engine/fixed-text.ts';
import type { Io } from '../host/io.ts';
import { readSettings, writeFault, writeSettings } from '../host/settings-file.ts';
import type { Rule } from '../model/rule.ts';
import type { Parsers } from '../parse/backends.ts';
import type { Policy } from '../policy/policy.ts';
import { editDiff } from '../report/edit-diff.ts';
import type { Report, ReportedFinding } from '../report/report.ts';
import { isMendable, type PipedText, type ScanOptions } from './scan.ts';
import { newPart, textScanner } from './scan-files.ts';

/**
 * Writes what can be fixed, and leaves in `report` what is found afterwards; with `dryRun` what would be. Of `piped` the text
 * goes to standard output, of a dry run the change: to standard error where another form of report than text is asked for.
 * `unwritten`: a file could not be changed.
 */
export async function applyFixes(
  report: Report,
  piped: PipedText | null,
  options: ScanOptions,
  rules: readonly Rule[],
  parsers: Parsers,
  policy: Policy,
  io: Io,
): Promise<{ unwritten: boolean }> {
  const counts = { fixes: 0, files: 0 };
  let unwritten = false;
  let printed = piped?.text ?? '';
  for (const [path, findings] of byPath(report.findings, rules)) {
    const file = piped ? { kind: 'text' as const, real: '', text: piped.text } : fileToFix(resolve(io.cwd, path), io.cwd);
    if (file.kind === 'refused') {
      io.stderr(`forestall: ${path}: not fixed: ${file.message}\n`);
      unwritten = true;
      continue;
    }
    if (findings.some((finding) => !standsIn(finding, file.text))) {
      io.stderr(`forestall: ${path}: not fixed: the file has changed since it was scanned\n`);
      unwritten = true;
      continue;
    }
    const fixed = await fixedText(path, file.text, findings, parsers);
    for (const line of leftLines(path, file.text, fixed)) io.stderr(line);
    if (fixed.edits.length === 0) continue;
    if (options.dryRun) {
      const diff = editDiff(path, file.text, fixed.edits);
      if (options.format === 'text') io.stdout(diff);
      else io.stderr(diff);
    } else if (piped) printed = fixed.text;
    else {
      try {
        writeSettings(file.real, fixed.text);
      } catch (error) {
        io.stderr(`forestall: ${path}: not fixed: ${(error as Error).message}\n`);
        unwritten = true;
        continue;
      }
    }
    counts.fixes += fixed.made.length;
    counts.files++;
    await replaceFindings(report, path, fixed.text, options, rules, parsers, policy, io.cwd);
  }
  if (piped && !options.dryRun) io.stdout(printed);
  io.stderr(summary(counts, options.dryRun === true));
  return { unwritten };
}

function byPath(findings: readonly ReportedFinding[], rules: readonly Rule[]): [string, Mendable[]][] {
  const wanted = findings.filter(isMendable).map(({ finding }) => finding);
  const paths = [...new Set(wanted.map(({ path }) => path))].sort();
  return paths.map((path) => [
    path,
    mendableIn(
      wanted.filter((finding) => finding.path === path),
      rules,
    ),
  ]);
}

const standsIn = ({ ruleId, span, trace, fingerprint }: Mendable, text: string): boolean =>
  fingerprintOf(ruleId, text.slice(span.start, span.end), trace[0]?.text ?? '') === fingerprint;

type FileToFix = { kind: 'text'; real: string; text: string } | { kind: 'refused'; message: string };

/** A link is only followed where it leads to another file of the folder that is scanned. */
function fileToFix(path: string, cwd: string): FileToFix {
  const inner = relative(cwd, path);
  const file = readSettings(path, inner.startsWith('..') ? dirname(path) : cwd);
  if (file.kind === 'missing') return { kind: 'refused', message: 'the file is gone' };
  if (file.kind === 'refused') return file;
  const message = writeFault(file.real);
  return message === null ? file : { kind: 'refused', message };
}

function leftLines(path: string, text: string, { left }: FixedText): string[] {
  const reasons = {
    overlap: 'another fix changes the same code; run it again for this one',
    syntax: 'the file would no longer be valid code',
  };
  return left.map(({ finding, why }) => {
    const line = text.slice(0, finding.span.start).split('\n').length;
    return `forestall: ${path}:${line}: ${finding.ruleId}: not fixed: ${reasons[why]}\n`;
  });
}

/** Scans the fixed text, and puts what is found in the place of what was. */
async function replaceFindings(
  report: Report,
  path: string,
  text: string,
  { diff, baseline }: ScanOptions,
  rules: readonly Rule[],
  parsers: Parsers,
  policy: Policy,
  cwd: string,
): Promise<void> {
  const part = newPart();
  const scanOne = await textScanner(part, rules, parsers, policy, cwd);
  await scanOne(path, text, diff === undefined ? null : await textBefore(path, diff === true ? 'HEAD' : diff, cwd));
  let { findings } = part.report;
  if (baseline !== undefined) {
    const { withoutKnown } = await import('../report/baseline.ts');
    findings = withoutKnown(findings, readFileSync(resolve(cwd, baseline), 'utf8'));
  }
  report.findings = [...report.findings.filter(({ finding }) => finding.path !== path), ...findings];
  report.failures = [...report.failures.filter(({ item }) => item.path !== path), ...part.report.failures];
}

async function textBefore(path: string, revision: string, cwd: string): Promise<string | null> {
  const { changesSince } = await import('../host/git.ts');
  return changesSince(revision, [path], cwd)[0]?.before() ?? null;
}

function summary({ fixes, files }: { fixes: number; files: number }, dry: boolean): string {
  if (fixes === 0) return 'Nothing was fixed.\n';
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  return `${count(fixes, 'finding')} in ${count(files, 'file')} ${dry ? 'would be' : fixes === 1 ? 'was' : 'were'} fixed.\n`;
}
