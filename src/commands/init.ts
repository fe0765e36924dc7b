/** `forestall init`: puts the hook into the settings of agents. */

import { digest, readRecord, recordPath, writeRecord } from '../host/install-record.ts';
import type { Io } from '../host/io.ts';
import { backUp, readSettings, writeFault, writeSettings } from '../host/settings-file.ts';
import { unifiedDiff } from '../install/diff.ts';
import { merged } from '../install/merge.ts';
import type { Scope, Target } from '../install/target.ts';
import { VERSION } from '../model/version.ts';
import { agentsNamed, agentsPresent, type InstallOptions, machineOf, programsOf, scopeOf, targetsFor } from './install-plan.ts';

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
  if (scope === 'managed') throw new Error('not built yet');
  const machine = machineOf(io);
  const agents = agentsNamed(words, options);
  if (agents.length === 0) agents.push(...agentsPresent(machine, scope).map(({ agent }) => agent));
  if (agents.length === 0)
    throw new Error('no coding agent was found on this machine: name one, such as `forestall init claude-code`');
  const targets = targetsFor(agents, scope, machine, programsOf(machine, scope, options));
  const { planned, faults } = planFor(targets, scope === 'project' ? machine.repo : null);
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
  if (go) write(planned, changes, faults, scope, io);
  const written = go ? changes.filter(({ action }) => action !== 'none') : [];
  if (options.json)
    io.stdout(`${JSON.stringify({ version: VERSION, scope, agents, written: go, changes, errors: faults }, null, 2)}\n`);
  for (const { agents: names, path, backup } of written)
    say(`wrote ${path} (${names.join(', ')})${backup ? `; before: ${backup}` : ''}\n`);
  for (const { path, line, message } of faults) io.stderr(`forestall: ${path}${line === null ? '' : `:${line}`}: ${message}\n`);
  if (go) for (const note of notesFor(agents)) say(`${note}\n`);
  else if (wanted && !options.json) say('Nothing was written.\n');
  return faults.length > 0 || (wanted && !go && !options.dryRun) ? 1 : 0;
}

/** What each file would hold; what stands in the way of that. */
function planFor(targets: readonly Target[], within: string | null): { planned: Planned[]; faults: Fault[] } {
  const planned: Planned[] = [];
  const faults: Fault[] = [];
  for (const target of targets) {
    const fault = (line: number | null, message: string) =>
      faults.push({ agents: target.agents, path: target.path, line, message });
    const found = readSettings(target.path, within);
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

function write(planned: readonly Planned[], changes: Change[], faults: Fault[], scope: Scope, io: Io): void {
  const place = recordPath(scope === 'managed' ? 'managed' : 'own', io.env);
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
