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
  /** The files come as JSON on standard input and the result goes out as JSON: a share of another process's scan. */
  part?: boolean;
}

export async function scanCommand(paths: readonly string[], options: ScanOptions, io: Io): Promise<number> {
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
  addPart(all, await scanTargets(paths, options, io, rules, parsers, policy));
  if (options.baseline !== undefined) {
    const { withoutKnown } = await import('../report/baseline.ts');
    all.report.findings = withoutKnown(all.report.findings, readFileSync(resolve(io.cwd, options.baseline), 'utf8'));
  }

  const stats = { ...all.stats, rules: rules.length, ms: Math.round(performance.now() - started) };
  const output = await render(all.report, stats, options.format, io.isTTY && options.output === undefined);
  if (options.output === undefined) io.stdout(output);
  else writeFileSync(resolve(io.cwd, options.output), output);
  if (all.report.findings.some(({ decision }) => decision === 'deny') && policy.mode === 'enforce') return 2;
  return all.report.failures.some(({ item }) => isOwnFault(item)) ? 1 : 0;
}

async function scanTargets(
  paths: readonly string[],
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
  } else if (paths.includes('-')) {
    const text = decodeText(await io.stdin(MAX_FILE));
    const scanOne = await textScanner(part, rules, parsers, policy, io.cwd);
    await scanOne(shownPath(resolve(io.cwd, options.stdinPath ?? 'stdin'), io.cwd), text);
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
