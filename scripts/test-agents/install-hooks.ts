/** Installs the hook for one agent in a throwaway home. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AgentName } from './drivers.ts';

export interface Target {
  home: string;
  workspace: string;
  env: Record<string, string>;
}

const examples = join(import.meta.dirname, '..', '..', 'hooks-examples');
const placeholder = '/usr/local/bin/forestall';

/** From the example, and where it goes; JSON objects are joined with what stands there. */
const files: Readonly<Record<AgentName, [from: string, to: string]>> = {
  'claude-code': ['claude-code/settings.json', '.claude/settings.json'],
  'codex-cli': ['codex-cli/hooks.json', '.codex/hooks.json'],
  'gemini-cli': ['gemini-cli/settings.json', '.gemini/settings.json'],
  'qwen-code': ['qwen-code/settings.json', '.qwen/settings.json'],
  'copilot-cli': ['copilot-cli/forestall.json', '.copilot/hooks/forestall.json'],
  opencode: ['opencode/forestall.js', '.config/opencode/plugins/forestall.js'],
  cline: ['cline/PreToolUse', '.cline/hooks/PreToolUse'],
};

/** Returns what was done, in words. */
export function installHooks(agent: AgentName, program: string, target: Target): string {
  const [from, name] = files[agent];
  const to = join(target.home, name);
  const text = readFileSync(join(examples, from), 'utf8').replaceAll(placeholder, program);
  mkdirSync(dirname(to), { recursive: true });
  const joined = existsSync(to) && to.endsWith('.json') ? { ...JSON.parse(readFileSync(to, 'utf8')), ...JSON.parse(text) } : null;
  writeFileSync(to, joined === null ? text : `${JSON.stringify(joined, null, 2)}\n`);
  if (agent === 'cline') chmodSync(to, 0o755);
  return `${from} → ${to}`;
}
