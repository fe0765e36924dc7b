import OpenAI from 'openai';
import { assertSelect, readonlyPool } from './db';

const openai = new OpenAI();

export async function ask(question: string) {
  const completion = await openai.chat.completions.create({
    model: 'gpt-5',
    max_completion_tokens: 800,
    messages: [{ role: 'user', content: question }],
  });
  const sql = completion.choices[0].message.content ?? '';
  return readonlyPool.query(assertSelect(sql));
}
