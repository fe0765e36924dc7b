/** `forestall scan`: the same rules and the same policy as in a hook, over files, standard input or a command. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodeText, type Io } from '../host/io.ts';
import { machine, MAX_FILE, readFile } from '../host/world.ts';
import { isMinified, walk } from '../host/walk.ts';
import type { Failure, FailureKind, Severity } from '../model/finding.ts';
import type { Stats } from '../report/json.ts';
import type { Report } from '../report/report.ts';
import { scanText } from './file-scan.ts';
import { makeParsers } from './parsers.ts';
import { policyHere } from './policy.ts';
import { chosenRules, shownPath } from './ruleset.ts';
import { itself, scanTools } from './scan-tools.ts';
import { type Format, render } from './scan-output.ts';

export interface ScanOptions {
  rules?: string[];
  bundledRules: boolean;
  only?: string[];
  except?: string[];
  severity?: Severity;
  command?: string;
  format: Format;
  output?: string;
  stdinPath?: string;
  ignore: boolean;
}

export async function scanCommand(paths: readonly string[], options: ScanOptions, io: Io): Promise<number> {
  const started = performance.now();
  const parsers = makeParsers(io);
  const { policy, failures: policyFailures } = await policyHere(io);
  const choice = { ...options, bundled: options.bundledRules };
  const { rules, failures: ruleFailures } = await chosenRules(choice, options.rules ?? [], policy, io.cwd, parsers);
  const tools = await scanTools(rules, parsers, itself);
  const all: Report = { findings: [], failures: [] };
  const stats: Stats = { files: 0, skipped: 0, lines: 0, rules: rules.length, suppressed: 0, ms: 0 };
  const fail = (failure: Failure) => all.failures.push({ item: failure, decision: policy.onFailure[failure.kind] });
  for (const failure of [...policyFailures, ...ruleFailures]) fail(failure);

  const scanOne = async (path: string, text: string): Promise<void> => {
    const { report, suppressed } = await scanText(path, text, rules, tools, policy);
    all.findings.push(...report.findings);
    all.failures.push(...report.failures);
    stats.files++;
    stats.lines += lineCount(text);
    stats.suppressed += suppressed;
  };

  if (options.command !== undefined) {
    const { reviewCommand } = await import('./reviewer.ts');
    const report = await reviewCommand(options.command, machine(io.cwd, io.env), io.cwd, policy, rules, parsers);
    all.findings.push(...report.findings);
    all.failures.push(...report.failures);
    stats.lines = lineCount(options.command);
  } else if (paths.includes('-')) {
    const text = decodeText(await io.stdin(MAX_FILE));
    await scanOne(shownPath(resolve(io.cwd, options.stdinPath ?? 'stdin'), io.cwd), text);
  } else {
    const targets = walk(paths, io.cwd, !options.ignore);
    stats.skipped = targets.skipped;
    targets.failures.forEach(fail);
    for (const file of targets.files) {
      const path = shownPath(file, io.cwd);
      const read = readFile(file);
      const refuse = (kind: FailureKind, message: string) => fail({ kind, path, line: null, ruleId: null, message });
      if (read.kind === 'text') {
        if (!targets.named.has(file) && isMinified(file, read.text)) stats.skipped++;
        else await scanOne(path, read.text);
      } else if (read.kind === 'unreadable') refuse('unreadable', read.message);
      else if (read.kind === 'too-large') refuse('too-large', `larger than ${MAX_FILE >> 20} MB`);
      else if (read.kind === 'binary') stats.skipped++;
    }
  }
  stats.ms = Math.round(performance.now() - started);

  const output = await render(all, stats, options.format, io.isTTY && options.output === undefined);
  if (options.output === undefined) io.stdout(output);
  else writeFileSync(resolve(io.cwd, options.output), output);
  if (all.findings.some(({ decision }) => decision === 'deny') && policy.mode === 'enforce') return 2;
  return all.failures.some(({ item }) => isOwnFault(item)) ? 1 : 0;
}

/** Failures of the job itself; code that does not parse is a fact about the code. */
const isOwnFault = ({ kind }: Failure): boolean => kind !== 'unparsed' && kind !== 'too-large' && kind !== 'timeout';

function lineCount(text: string): number {
  if (text === '') return 0;
  let lines = text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
