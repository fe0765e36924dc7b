import fs from 'node:fs/promises';
import path from 'node:path';
import { tool } from 'ai';
import OpenAI from 'openai';
import { z } from 'zod';

const openai = new OpenAI();
const ROOT = path.resolve('workspace');
const ALLOWED_HOSTS = new Set(['docs.example.com']);

export const fetchPage = tool({
  description: 'Reads a page',
  inputSchema: z.object({ url: z.string() }),
  execute: async ({ url }) => {
    // ruleid: llm/output-to-network-or-path
    const response = await fetch(url);
    return response.text();
  },
});

export const readFile = tool({
  description: 'Reads a file',
  inputSchema: z.object({ name: z.string() }),
  execute: async ({ name }) => {
    // ruleid: llm/output-to-network-or-path
    return fs.readFile(path.join(ROOT, name), 'utf8');
  },
});

export async function run(call: any) {
  const args = JSON.parse(call.function.arguments);
  // ruleid: llm/output-to-network-or-path
  return (await fetch(args.url)).text();
}

export async function save(question: string) {
  const answer = await openai.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: question }] });
  const plan = JSON.parse(answer.choices[0].message.content!);
  // ruleid: llm/output-to-network-or-path
  await fs.writeFile(plan.file, plan.text);
}

export const fetchListed = tool({
  description: 'Reads a page of the documentation',
  inputSchema: z.object({ url: z.string() }),
  execute: async ({ url }) => {
    if (!ALLOWED_HOSTS.has(new URL(url).hostname)) throw new Error('host');
    // ok: llm/output-to-network-or-path
    return (await fetch(url)).text();
  },
});

export const readInside = tool({
  description: 'Reads a file',
  inputSchema: z.object({ name: z.string() }),
  execute: async ({ name }) => {
    const file = path.resolve(ROOT, name);
    if (!file.startsWith(ROOT + path.sep)) throw new Error('path');
    // ok: llm/output-to-network-or-path
    return fs.readFile(file, 'utf8');
  },
});

export const weather = tool({
  description: 'The weather of a city',
  inputSchema: z.object({ city: z.string() }),
  execute: async ({ city }) => {
    // ok: llm/output-to-network-or-path
    return (await fetch(`https://api.weather.example/v1?q=${encodeURIComponent(city)}`)).json();
  },
});

export async function report(question: string) {
  const answer = await openai.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: question }] });
  // ok: llm/output-to-network-or-path
  await fs.writeFile('report.md', answer.choices[0].message.content!);
}

export async function saveBlock(block: { input: { name: string } }) {
  // ruleid: llm/output-to-network-or-path
  return fs.readFile(path.join(ROOT, block.input.name), 'utf8');
}

// The input of a command, an event or a form is no model's answer.
export async function readAll(command: { input: { path: string } }, event: { input: { file: string } }) {
  // ok: llm/output-to-network-or-path
  const first = await fs.readFile(command.input.path, 'utf8');
  // ok: llm/output-to-network-or-path
  return first + (await fs.readFile(event.input.file, 'utf8'));
}
