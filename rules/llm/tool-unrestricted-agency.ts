import { query } from '@anthropic-ai/claude-agent-sdk';
import OpenAI from 'openai';

const openai = new OpenAI();

export function run(prompt: string) {
  // ruleid: llm/tool-unrestricted-agency
  return query({ prompt, options: { permissionMode: 'bypassPermissions' } });
}

export function runAll(prompt: string) {
  // ruleid: llm/tool-unrestricted-agency
  return query({ prompt, options: { allowDangerouslySkipPermissions: true } });
}

export function remote(input: string) {
  // ruleid: llm/tool-unrestricted-agency
  return openai.responses.create({ model: 'gpt-4o', input, tools: [{ type: 'mcp', server_url, require_approval: 'never' }] });
}

export function runAsked(prompt: string) {
  // ok: llm/tool-unrestricted-agency
  return query({ prompt, options: { permissionMode: 'default', allowedTools: ['Read'], canUseTool } });
}

export function remoteAsked(input: string) {
  // ok: llm/tool-unrestricted-agency
  return openai.responses.create({ model: 'gpt-4o', input, tools: [{ type: 'mcp', server_url, require_approval: 'always' }] });
}

export function plain(prompt: string) {
  // ok: llm/tool-unrestricted-agency
  return query({ prompt, options: { allowedTools: ['Read', 'Grep'] } });
}
