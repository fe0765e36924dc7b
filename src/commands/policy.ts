/** `forestall policy show` and `forestall policy check`. */
import { resolve } from 'node:path';
import type { Io } from '../host/io.ts';
import { loadPolicy, type PolicyPlace, policyPlaces } from '../host/policy-files.ts';
import { workspaceOf } from '../host/world.ts';
import type { Failure } from '../model/finding.ts';
import type { Policy } from '../policy/policy.ts';

/** The policy of the folder that the command runs in. */
export async function policyHere(io: Io): Promise<{ policy: Policy; failures: Failure[]; places: PolicyPlace[] }> {
  const places = policyPlaces(workspaceOf(io.cwd, io.env), io.env);
  return { ...(await loadPolicy(places)), places };
}

export async function policyShow(options: { json?: boolean }, io: Io): Promise<number> {
  const { policy, failures, places } = await policyHere(io);
  const { mode, decisions, onFailure, layers } = policy;
  const files = places.map(({ origin, path }) => ({ origin, path, found: layers.some((layer) => layer.path === path) }));
  if (options.json) {
    const settings = layers.map((layer) => ({ origin: layer.origin, path: layer.path, settings: layer.settings }));
    io.stdout(`${JSON.stringify({ mode, decisions, onFailure, files, layers: settings, failures }, null, 2)}\n`);
    return failures.length > 0 ? 1 : 0;
  }
  io.stdout(`Mode: ${mode}\n\nFiles, weakest first:\n`);
  for (const { origin, path, found } of files) io.stdout(`  ${origin.padEnd(8)} ${path}${found ? '' : '  (none)'}\n`);
  io.stdout('\nSeverity   confidence high, medium, low\n');
  for (const [severity, { high, medium, low }] of Object.entries(decisions)) {
    io.stdout(`  ${severity.padEnd(9)} ${high.padEnd(6)} ${medium.padEnd(6)} ${low}\n`);
  }
  io.stdout('\nFailures:\n');
  for (const [cause, decision] of Object.entries(onFailure)) io.stdout(`  ${cause.padEnd(13)} ${decision}\n`);
  for (const { origin, settings } of layers) {
    for (const [selector, setting] of Object.entries(settings.rules ?? {})) io.stdout(`  ${origin}: ${selector} ${setting}\n`);
  }
  return complain(failures, io);
}

export async function policyCheck(files: readonly string[], io: Io): Promise<number> {
  const named = files.map((file): PolicyPlace => ({ origin: 'user', path: resolve(io.cwd, file) }));
  const sets = named.length === 0 ? [policyPlaces(workspaceOf(io.cwd, io.env), io.env)] : named.map((place) => [place]);
  const failures: Failure[] = [];
  let found = 0;
  for (const set of sets) {
    const loaded = await loadPolicy(set);
    failures.push(...loaded.failures);
    found += loaded.policy.layers.length;
    const [only] = set;
    if (named.length > 0 && only && loaded.policy.layers.length === 0 && loaded.failures.length === 0) {
      failures.push({ kind: 'bad-policy', path: only.path, line: null, ruleId: null, message: 'no such file' });
    }
  }
  if (failures.length === 0) io.stdout(`${found} policy file${found === 1 ? '' : 's'}, no mistakes.\n`);
  return complain(failures, io);
}

function complain(failures: readonly Failure[], io: Io): number {
  for (const { path, line, message } of failures) io.stderr(`${path}${line === null ? '' : `:${line}`}: ${message}\n`);
  return failures.length > 0 ? 1 : 0;
}
