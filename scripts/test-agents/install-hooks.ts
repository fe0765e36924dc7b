/** Installs the hook for one agent in a throwaway home, as a user does: with `forestall init`. */
import { spawnSync } from 'node:child_process';
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
