/** `forestall scan`: the same rules and the same policy as in a hook, over files, standard input or a command. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodeText, type Io } from '../host/io.ts';
import { walk } from '../host/walk.ts';
import { MAX_FILE, machine, shownPath, workspaceOf } from '../host/world.ts';
import type { RunEffect } from '../model/effect.ts';
import type { Failure, Severity } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import type { Parsers } from '../parse/backends.ts';
import type { Policy } from '../policy/policy.ts';
import type { ReportedFinding } from '../report/report.ts';
import { makeParsers } from './parsers.ts';
import { policyHere } from './policy.ts';
import { chosenRules, skippedLine } from './ruleset.ts';
import { addPart, judged, lineCount, newPart, type Part, scanFiles, textScanner } from './scan-files.ts';
import { type Format, render } from './scan-output.ts';

export interface ScanOptions {
  rules?: string[];
  bundledRules: boolean;
  only?: string[];
  except?: string[];
  severity?: Severity;
  command?: string;
  shell?: RunEffect['shell'];
  explain?: boolean;
  format: Format;
  output?: string;
  stdinPath?: string;
  ignore: boolean;
  jobs?: string;
  /** A Git revision; true for the last commit. */
  diff?: string | true;
  baseline?: string;
  fix?: boolean;
  dryRun?: boolean;
  /** The files come as JSON on standard input and the result goes out as JSON: a share of another process's scan. */
  part?: boolean;
}

export async function scanCommand(paths: readonly string[], options: ScanOptions, io: Io): Promise<number> {
  if (options.dryRun && !options.fix) throw new Error('--dry-run goes with --fix');
  if (options.fix && options.command !== undefined) throw new Error('--fix changes files, not commands');
  const started = performance.now();
  const parsers = makeParsers(io);
  const { policy, failures: policyFailures } = await policyHere(io);
  const choice = { ...options, bundled: options.bundledRules };
  const { rules, failures: ruleFailures, skipped } = await chosenRules(choice, options.rules ?? [], policy, io.cwd, parsers);
  if (options.part) {
    const { files, named } = JSON.parse(decodeText(await io.stdin(1 << 30))) as { files: string[]; named: string[] };
    io.stdout(JSON.stringify(await scanFiles({ files, named: new Set(named), cwd: io.cwd }, rules, parsers, policy)));
    return 0;
  }
  for (const rule of skipped) io.stderr(skippedLine(rule));
  const all = newPart();
  for (const failure of [...policyFailures, ...ruleFailures]) all.report.failures.push(judged(failure, policy));
  const piped = paths.includes('-') && options.command === undefined ? await pipedText(options, io) : null;
  addPart(all, await scanTargets(paths, piped, options, io, rules, parsers, policy));
  const { baseline } = options;
  if (baseline !== undefined) {
    const { withoutKnown } = await import('../report/baseline.ts');
    all.report.findings = withoutKnown(all.report.findings, readFileSync(resolve(io.cwd, baseline), 'utf8'));
  }
  let unwritten = false;
  if (options.fix) {
    const { applyFixes } = await import('./scan-fix.ts');
    ({ unwritten } = await applyFixes(all.report, piped, options, rules, parsers, policy, io));
  }

  const mendable = options.fix ? 0 : all.report.findings.filter(isMendable).length;
  const stats = { ...all.stats, mendable, rules: rules.length, ms: Math.round(performance.now() - started) };
  // Standard output is for what changed, or for the text itself.
  const aside = options.fix && (options.dryRun ? options.format === 'text' : piped !== null);
  const output = await render(all.report, stats, options.format, io.isTTY && options.output === undefined && !aside);
  if (options.output !== undefined) writeFileSync(resolve(io.cwd, options.output), output);
  else if (aside) io.stderr(output);
  else io.stdout(output);
  if (unwritten) return 1;
  if (all.report.findings.some(({ decision }) => decision === 'deny') && policy.mode === 'enforce') return 2;
  return all.report.failures.some(({ item }) => isOwnFault(item)) ? 1 : 0;
}

/** What the policy allows is left as it is. */
export const isMendable = ({ finding, decision }: ReportedFinding): boolean =>
  finding.replacement !== null && decision !== 'allow';

/** Standard input, as the file that it stands for. */
export interface PipedText {
  /** As in `Source.path`. */
  path: string;
  text: string;
}

async function pipedText({ stdinPath }: ScanOptions, io: Io): Promise<PipedText> {
  return { path: shownPath(resolve(io.cwd, stdinPath ?? 'stdin'), io.cwd), text: decodeText(await io.stdin(MAX_FILE)) };
}

async function scanTargets(
  paths: readonly string[],
  piped: PipedText | null,
  options: ScanOptions,
  io: Io,
  rules: Rule[],
  parsers: Parsers,
  policy: Policy,
): Promise<Part> {
  const part = newPart();
  if (options.command !== undefined) {
    const { reviewCommand } = await import('./reviewer.ts');
    const world = machine(workspaceOf(io.cwd, io.env), io.env);
    const shell = options.shell ?? 'posix';
    if (options.explain && options.format === 'text') {
      const { explainCommand } = await import('./command-explain.ts');
      io.stdout(`${await explainCommand(options.command, shell, world, io.cwd, parsers)}\n`);
    }
    part.report = await reviewCommand(options.command, shell, world, io.cwd, policy, rules, parsers);
    part.stats.lines = lineCount(options.command);
  } else if (piped) {
    const scanOne = await textScanner(part, rules, parsers, policy, io.cwd);
    await scanOne(piped.path, piped.text);
  } else if (options.diff !== undefined) {
    const { scanDiff } = await import('./scan-diff.ts');
    return scanDiff(options.diff === true ? 'HEAD' : options.diff, paths, io.cwd, rules, parsers, policy);
  } else {
    const { files, named, skipped, failures } = walk(paths, io.cwd, !options.ignore);
    const { jobCount, scanShared } = await import('./scan-jobs.ts');
    const count = jobCount(files.length, options.jobs);
    const job = { files, named, cwd: io.cwd };
    addPart(part, await (count > 1 ? scanShared(job, count, options, io) : scanFiles(job, rules, parsers, policy)));
    part.stats.skipped += skipped;
    for (const failure of failures) part.report.failures.push(judged(failure, policy));
  }
  return part;
}

/** Failures of the job itself; code that does not parse is a fact about the code. */
const isOwnFault = ({ kind }: Failure): boolean =>
  kind !== 'unparsed' && kind !== 'unread-command' && kind !== 'too-large' && kind !== 'timeout';
