import { query } from '@anthropic-ai/claude-agent-sdk';
import OpenAI from 'openai';
import { canUseTool } from './approval';

const openai = new OpenAI();

export function run(prompt: string) {
  return query({ prompt, options: { permissionMode: 'default', allowedTools: ['Read', 'Grep'], canUseTool } });
}

export function remote(input: string) {
  const tools = [{ type: 'mcp', server_url: 'https://mcp.example.com', server_label: 'orders', require_approval: 'always' }];
  return openai.responses.create({ model: 'gpt-5', input, max_output_tokens: 800, tools });
}
