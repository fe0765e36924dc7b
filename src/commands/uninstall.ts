/** `forestall uninstall`: takes the hook out again. A file that nobody changed since gets back every byte it had. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { digest, type InstallRecord, readRecord, recordPath, type Written, writeRecord } from '../host/install-record.ts';
import type { Io } from '../host/io.ts';
import { readSettings, removeEmpty, writeFault, writeSettings } from '../host/settings-file.ts';
import { unifiedDiff } from '../install/diff.ts';
import { unmerged } from '../install/merge.ts';
import type { Target } from '../install/target.ts';
import { agentIds } from '../model/toolcall.ts';
import { VERSION } from '../model/version.ts';
import { boundOf, type Fault } from './init.ts';
import {
  agentsNamed,
  type InstallOptions,
  machineOf,
  programsOf,
  scopeOf,
  targetsFor,
  targetsOfMachine,
} from './install-plan.ts';

interface Undone {
  agents: string[];
  path: string;
  action: 'restored' | 'changed' | 'removed';
  diff: string;
}

export async function uninstall(words: readonly string[], options: InstallOptions, io: Io): Promise<number> {
  const scope = scopeOf(options);
  const machine = machineOf(io);
  const named = agentsNamed(words, options);
  const targets =
    scope === 'managed'
      ? targetsOfMachine(named, machine, { program: '/forestall', ...options }, io)
      : targetsFor(named.length > 0 ? named : agentIds, scope, machine, programsOf(machine, scope, options));
  const root = options.root && resolve(io.cwd, options.root);
  const place = recordPath(scope === 'managed' ? 'managed' : 'own', io.env, root);
  const record = readRecord(place);
  const done: Undone[] = [];
  const left: string[] = [];
  const faults: Fault[] = [];
  for (const target of targets) {
    try {
      const undone = undo(target, record, left, boundOf(scope, target, machine.repo), options.dryRun === true);
      if (undone) done.push(undone);
    } catch (error) {
      faults.push({
        agents: target.agents,
        path: target.path,
        line: error instanceof Refusal ? error.line : null,
        message: (error as Error).message,
      });
    }
  }
  if (!options.dryRun) {
    removeEmpty(left);
    writeRecord(place, record);
  }
  if (options.json)
    io.stdout(
      `${JSON.stringify({ version: VERSION, scope, dryRun: options.dryRun === true, changes: done, errors: faults }, null, 2)}\n`,
    );
  else {
    for (const { path, action, diff } of done) io.stdout(`${diff}${options.dryRun ? 'would be ' : ''}${action}: ${path}\n`);
    if (done.length === 0 && faults.length === 0) io.stdout('No hook of forestall was found.\n');
  }
  for (const { path, line, message } of faults) io.stderr(`forestall: ${path}${line === null ? '' : `:${line}`}: ${message}\n`);
  return faults.length > 0 ? 1 : 0;
}

class Refusal extends Error {
  constructor(
    readonly line: number | null,
    message: string,
  ) {
    super(message);
  }
}

function undo(target: Target, record: InstallRecord, left: string[], within: string | null, dryRun: boolean): Undone | null {
  const found = readSettings(target.path, within);
  if (found.kind === 'refused') throw new Refusal(null, found.message);
  const written = record[found.real];
  if (found.kind === 'missing') {
    if (written && !dryRun) delete record[found.real];
    return null;
  }
  const original = originalOf(written, found.text);
  const rest = original ?? unmerged(target.form, found.text);
  if (rest.kind === 'refused') throw new Refusal(rest.line, rest.message);
  if (rest.text === found.text) return null;
  const stop = writeFault(found.real);
  if (stop) throw new Refusal(null, stop);
  const diff = unifiedDiff(target.path, found.text, rest.text);
  if (!dryRun) {
    if (rest.text === null) rmSync(found.real);
    else writeSettings(found.real, rest.text);
    if (written?.backup && original) rmSync(written.backup, { force: true });
    left.push(...(written?.folders ?? []));
    delete record[found.real];
  }
  return {
    agents: target.agents,
    path: target.path,
    action: rest.text === null ? 'removed' : original ? 'restored' : 'changed',
    diff,
  };
}

/** What stood there before, when nobody changed the file since and the copy is intact. */
function originalOf(written: Written | undefined, text: string): { kind: 'text'; text: string | null } | null {
  if (!written || digest(text) !== written.after) return null;
  if (written.before === null) return { kind: 'text', text: null };
  if (!written.backup || !existsSync(written.backup)) return null;
  const before = readFileSync(written.backup, 'utf8');
  return digest(before) === written.before ? { kind: 'text', text: before } : null;
}
