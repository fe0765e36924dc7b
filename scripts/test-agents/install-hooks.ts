/** Installs the hook for one agent: in a throwaway home, as a user does, or in `/etc`, as an administrator does. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgentName } from './drivers.ts';

export interface Target {
  workspace: string;
  env: Record<string, string>;
}

/** Returns what the program printed. */
export function installHooks(agent: AgentName, program: string, { workspace, env }: Target): string {
  const args = ['init', agent, '--user', '--yes', '--program', program];
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: workspace, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`forestall init ${agent} ended with ${status}: ${stderr}`);
  return stdout;
}

/** What the mock's run of Codex is configured with, and needs. */
const fleet = { codex: { sandboxModes: ['read-only', 'danger-full-access'], approvalPolicies: ['never'] } };

/**
 * Words that run `words` on a machine whose `/etc` has what `forestall init --managed` wrote. Nobody else sees that `/etc`: it
 * is a layer of its own, in a mount namespace of its own, and gone when the program ends.
 */
export function managedStart(agent: AgentName, program: string, folder: string, words: readonly string[]): string[] {
  const layer = join(folder, 'etc');
  mkdirSync(layer);
  const file = join(folder, 'fleet.json');
  writeFileSync(file, JSON.stringify(fleet));
  const script = [
    'layer=$1 program=$2 agent=$3 fleet=$4; shift 4',
    'mount -t tmpfs tmpfs "$layer" && mkdir "$layer/upper" "$layer/work" &&',
    'mount -t overlay overlay -o "lowerdir=/etc,upperdir=$layer/upper,workdir=$layer/work" /etc &&',
    '"$program" init "$agent" --managed --yes --fleet "$fleet" --program "$program" && exec "$@"',
  ].join('\n');
  return ['unshare', '-m', 'sh', '-c', script, 'sh', layer, program, agent, file, ...words];
}
