import { generateText } from 'ai';

export const messages = (question: string) => [
  // ruleid: llm/secret-in-prompt
  { role: 'system', content: `Use the key ${process.env.STRIPE_SECRET_KEY} to call the payment API.` },
  { role: 'user', content: question },
];

export const support = (config: { adminPassword: string }) => [
  // ruleid: llm/secret-in-prompt
  { role: 'system', content: 'The admin password is ' + config.adminPassword },
];

export function run(apiKey: string, prompt: string) {
  // ruleid: llm/secret-in-prompt
  return generateText({ model, system: `Call the API with ${apiKey}`, prompt });
}

export const clean = (question: string) => [
  // ok: llm/secret-in-prompt
  { role: 'system', content: 'You answer questions about orders. Use the tool refund_order for refunds.' },
  // ok: llm/secret-in-prompt
  { role: 'user', content: question },
];

export function runClean(apiKey: string, prompt: string) {
  // ok: llm/secret-in-prompt
  return generateText({ model: openai('gpt-4o', { apiKey }), system: 'Be brief.', prompt });
}
