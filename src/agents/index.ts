/** The agents that are known. */
import { type AgentId, agentIds } from '../model/toolcall.ts';
import type { Adapter } from './adapter.ts';
import { claudeCode } from './claude-code.ts';
import { codexCli } from './codex-cli.ts';

export type { Adapter, Answer, Decoded, Reply } from './adapter.ts';
export { recognise } from './recognise.ts';

const adapters: Readonly<Record<AgentId, Adapter>> = { 'claude-code': claudeCode, 'codex-cli': codexCli };

/** Other names that people give to an agent. */
const aliases: Readonly<Record<string, AgentId>> = { claude: 'claude-code', codex: 'codex-cli' };

export function adapterOf(id: AgentId): Adapter {
  return adapters[id];
}

/** The agent that `--agent <name>` means; null when there is none of that name. */
export function agentNamed(name: string): AgentId | null {
  const wanted = name.trim().toLowerCase();
  if (Object.hasOwn(aliases, wanted)) return aliases[wanted] ?? null;
  return agentIds.find((id) => id === wanted) ?? null;
}
