import { exec, execSync } from 'node:child_process';
import vm from 'node:vm';
import OpenAI from 'openai';
import { generateText } from 'ai';
import { z } from 'zod';

const openai = new OpenAI();

export async function calculate(question: string) {
  const response = await openai.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: question }] });
  const code = response.choices[0].message.content!;
  // ruleid: llm/output-to-execution
  return eval(code);
}

export async function shellFor(task: string) {
  const { text } = await generateText({ model, prompt: `One shell command for: ${task}` });
  // ruleid: llm/output-to-execution
  return execSync(text).toString();
}

export async function script(task: string) {
  const message = await anthropic.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 1000, messages: [{ role: 'user', content: task }] });
  const source = message.content[0].text;
  // ruleid: llm/output-to-execution
  return vm.runInNewContext(source, {});
}

const Action = z.object({ name: z.enum(['sum', 'mean']), values: z.array(z.number()) });

export async function act(question: string) {
  const response = await openai.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: question }] });
  // ok: llm/output-to-execution
  const action = Action.parse(JSON.parse(response.choices[0].message.content!));
  return ACTIONS[action.name](action.values);
}

export async function answer(question: string) {
  const { text } = await generateText({ model, prompt: question });
  // ok: llm/output-to-execution
  return { text: text.trim() };
}

export function build() {
  // ok: llm/output-to-execution
  exec('npm run build');
}
