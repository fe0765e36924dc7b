/** `forestall init`: puts the hook into the settings of agents. */
import { dirname, join, resolve } from 'node:path';

import { digest, readRecord, recordPath, writeRecord } from '../host/install-record.ts';
import type { Io } from '../host/io.ts';
import { backUp, readSettings, writeFault, writeSettings } from '../host/settings-file.ts';
import { unifiedDiff } from '../install/diff.ts';
import type { Fleet } from '../install/fleet.ts';
import { mdmBundle } from '../install/mdm.ts';
import { merged } from '../install/merge.ts';
import type { Scope, Target } from '../install/target.ts';
import { VERSION } from '../model/version.ts';
import {
  agentsNamed,
  agentsPresent,
  fleetOf,
  type InstallOptions,
  machineOf,
  programsOf,
  scopeOf,
  targetsFor,
  targetsOfMachine,
} from './install-plan.ts';

export interface Change {
  agents: string[];
  path: string;
  action: 'create' | 'change' | 'none';
  diff: string;
  backup: string | null;
}

export interface Fault {
  agents: string[];
  path: string;
  line: number | null;
  message: string;
}

interface Planned {
  target: Target;
  real: string;
  before: string | null;
  after: string;
}

export async function init(words: readonly string[], options: InstallOptions, io: Io): Promise<number> {
  const scope = scopeOf(options);
  const machine = machineOf(io);
  if (options.out) return writeBundle(fleetOf(machine, options, io), options, io);
  const agents = agentsNamed(words, options);
  if (agents.length === 0 && scope !== 'managed') {
    agents.push(...agentsPresent(machine, scope).map(({ agent }) => agent));
    if (agents.length === 0)
      throw new Error('no coding agent was found on this machine: name one, such as `forestall init claude-code`');
  }
  const targets =
    scope === 'managed'
      ? targetsOfMachine(agents, machine, options, io)
      : targetsFor(agents, scope, machine, programsOf(machine, scope, options));
  const { planned, faults } = planFor(targets, scope, machine.repo);
  const changes = planned.map(
    ({ target, before, after }): Change => ({
      agents: target.agents,
      path: target.path,
      action: before === after ? 'none' : before === null ? 'create' : 'change',
      diff: unifiedDiff(target.path, before, after),
      backup: null,
    }),
  );
  const say = options.json ? () => {} : io.stdout;
  for (const { path, diff } of changes) say(diff === '' ? `unchanged: ${path}\n` : diff);
  const wanted = changes.some(({ action }) => action !== 'none');
  const go = wanted && !options.dryRun && (await agreed(options, io));
  if (go) write(planned, changes, faults, scope, options, io);
  const written = go ? changes.filter(({ action }) => action !== 'none') : [];
  if (options.json)
    io.stdout(`${JSON.stringify({ version: VERSION, scope, agents, written: go, changes, errors: faults }, null, 2)}\n`);
  for (const { agents: names, path, backup } of written)
    say(`wrote ${path}${names.length === 0 ? '' : ` (${names.join(', ')})`}${backup ? `; before: ${backup}` : ''}\n`);
  for (const { path, line, message } of faults) io.stderr(`forestall: ${path}${line === null ? '' : `:${line}`}: ${message}\n`);
  if (go) for (const note of notesFor(agents)) say(`${note}\n`);
  else if (wanted && !options.json) say('Nothing was written.\n');
  return faults.length > 0 || (wanted && !go && !options.dryRun) ? 1 : 0;
}

/** What each file would hold; what stands in the way of that. */
function planFor(targets: readonly Target[], scope: Scope, repo: string): { planned: Planned[]; faults: Fault[] } {
  const planned: Planned[] = [];
  const faults: Fault[] = [];
  for (const target of targets) {
    const fault = (line: number | null, message: string) =>
      faults.push({ agents: target.agents, path: target.path, line, message });
    const found = readSettings(target.path, boundOf(scope, target, repo));
    if (found.kind === 'refused') {
      fault(null, found.message);
      continue;
    }
    const before = found.kind === 'text' ? found.text : null;
    const after = merged(target.form, before);
    if (after.kind === 'refused') {
      fault(after.line, `${after.message}; nothing was changed`);
      continue;
    }
    const stop = after.text === before ? null : writeFault(found.real);
    if (stop) fault(null, stop);
    else planned.push({ target, real: found.real, before, after: after.text });
  }
  return { planned, faults };
}

function write(
  planned: readonly Planned[],
  changes: Change[],
  faults: Fault[],
  scope: Scope,
  options: InstallOptions,
  io: Io,
): void {
  const place = recordPath(scope === 'managed' ? 'managed' : 'own', io.env, options.root && resolve(io.cwd, options.root));
  const record = readRecord(place);
  planned.forEach(({ target, real, before, after }, k) => {
    const change = changes[k] as Change;
    if (change.action === 'none') return;
    try {
      const earlier = record[real];
      // Written before and untouched since: what was there before that is still the thing to go back to.
      const again = earlier !== undefined && before !== null && digest(before) === earlier.after;
      const backup = again ? earlier.backup : before === null ? null : backUp(real, before);
      const folders = writeSettings(real, after, target.form.kind === 'own' && target.form.executable);
      const first = again
        ? { before: earlier.before, folders: earlier.folders }
        : { before: before === null ? null : digest(before), folders };
      record[real] = { agents: target.agents, scope, ...first, after: digest(after), backup };
      change.backup = backup;
    } catch (error) {
      change.action = 'none';
      faults.push({ agents: target.agents, path: target.path, line: null, message: (error as Error).message });
    }
  });
  writeRecord(place, record);
}

/** Where the links of a file may lead: a user's anywhere, a repository's within it, a managed one's nowhere. */
export function boundOf(scope: Scope, target: Target, repo: string): string | null {
  return scope === 'user' ? null : scope === 'project' ? repo : dirname(target.path);
}

/** The files for a tool for device management. */
function writeBundle(fleet: Fleet, { out = '', dryRun, json: asJson }: InstallOptions, io: Io): number {
  const files = mdmBundle(fleet);
  const folder = resolve(io.cwd, out);
  if (!dryRun) for (const { path, text, executable } of files) writeSettings(join(folder, path), text, executable);
  if (asJson)
    io.stdout(
      `${JSON.stringify({ version: VERSION, scope: 'managed', folder, files: files.map(({ path }) => path) }, null, 2)}\n`,
    );
  else for (const { path } of files) io.stdout(`${dryRun ? 'would write' : 'wrote'} ${join(folder, path)}\n`);
  return 0;
}

async function agreed(options: InstallOptions, io: Io): Promise<boolean> {
  return options.yes || !io.ask ? true : io.ask('Write this? [y/N] ');
}

function notesFor(agents: readonly string[]): string[] {
  const notes: string[] = [];
  if (agents.includes('codex-cli'))
    notes.push('Codex: start it once and trust the hook with /hooks; until then Codex skips it without a word.');
  if (agents.includes('cline')) notes.push('Cline in VS Code: switch on "Enable Hooks" in its settings.');
  notes.push('Check with: forestall doctor');
  return notes;
}
