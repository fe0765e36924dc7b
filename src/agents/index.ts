/** The agents that are known. */
import { type AgentId, agentIds } from '../model/toolcall.ts';
import type { Adapter } from './adapter.ts';
import { amp } from './amp.ts';
import { antigravity } from './antigravity.ts';
import { claudeCode } from './claude-code.ts';
import { cline } from './cline.ts';
import { codexCli } from './codex-cli.ts';
import { copilotCli } from './copilot-cli.ts';
import { copilotCloud } from './copilot-cloud.ts';
import { cursor } from './cursor.ts';
import { devinCli } from './devin-cli.ts';
import { factoryDroid } from './factory-droid.ts';
import { geminiCli } from './gemini-cli.ts';
import { goose } from './goose.ts';
import { grokCli } from './grok-cli.ts';
import { kiro } from './kiro.ts';
import { opencode } from './opencode.ts';
import { qwenCode } from './qwen-code.ts';
import { vibe } from './vibe.ts';
import { vscodeCopilot } from './vscode-copilot.ts';
import { windsurf } from './windsurf.ts';

export type { Adapter, Answer, Decoded, Reply } from './adapter.ts';
export { agentOf, recognise } from './recognise.ts';

const adapters: Readonly<Record<AgentId, Adapter>> = {
  'claude-code': claudeCode,
  'codex-cli': codexCli,
  cursor,
  'copilot-cli': copilotCli,
  'copilot-cloud': copilotCloud,
  'vscode-copilot': vscodeCopilot,
  'gemini-cli': geminiCli,
  'qwen-code': qwenCode,
  windsurf,
  kiro,
  antigravity,
  'factory-droid': factoryDroid,
  goose,
  cline,
  opencode,
  amp,
  'devin-cli': devinCli,
  'grok-cli': grokCli,
  vibe,
};

/** Other names that people give to an agent. */
const aliases: Readonly<Record<string, AgentId>> = {
  claude: 'claude-code',
  codex: 'codex-cli',
  'cursor-agent': 'cursor',
  copilot: 'copilot-cli',
  'copilot-coding-agent': 'copilot-cloud',
  vscode: 'vscode-copilot',
  gemini: 'gemini-cli',
  qwen: 'qwen-code',
  cascade: 'windsurf',
  'devin-desktop': 'windsurf',
  'kiro-cli': 'kiro',
  'amazon-q': 'kiro',
  agy: 'antigravity',
  droid: 'factory-droid',
  factory: 'factory-droid',
  'cline-vscode': 'cline',
  ampcode: 'amp',
  devin: 'devin-cli',
  grok: 'grok-cli',
  'mistral-vibe': 'vibe',
};

export function adapterOf(id: AgentId): Adapter {
  return adapters[id];
}

/** The agent that `--agent <name>` means; null when there is none of that name. */
export function agentNamed(name: string): AgentId | null {
  const wanted = name.trim().toLowerCase();
  if (Object.hasOwn(aliases, wanted)) return aliases[wanted] ?? null;
  return agentIds.find((id) => id === wanted) ?? null;
}
