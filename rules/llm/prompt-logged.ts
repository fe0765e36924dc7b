import OpenAI from 'openai';

export async function ask(client: OpenAI, messages: Message[], model: string) {
  // ruleid: llm/prompt-logged
  console.log(messages);
  // ruleid: llm/prompt-logged
  logger.info('asked', JSON.stringify(messages));
  // ok: llm/prompt-logged
  console.log(messages.length);
  // ok: llm/prompt-logged
  console.log(model);
}
