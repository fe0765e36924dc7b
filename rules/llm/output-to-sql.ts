import OpenAI from 'openai';
import { pool, readonlyPool } from './db';

const openai = new OpenAI();

export async function ask(question: string) {
  const completion = await openai.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: question }] });
  const sql = completion.choices[0].message.content!;
  // ruleid: llm/output-to-sql
  return pool.query(sql);
}

export async function askPrisma(question: string) {
  const reply = await openai.responses.create({ model: 'gpt-4o', input: question });
  // ruleid: llm/output-to-sql
  return prisma.$queryRawUnsafe(reply.output_text);
}

export async function report(question: string) {
  const { text } = await generateText({ model, prompt: question });
  if (!text.startsWith('SELECT')) throw new Error('select only');
  // ruleid: llm/output-to-sql
  return db.execute(text);
}

export async function askReadOnly(question: string) {
  const completion = await openai.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: question }] });
  // ok: llm/output-to-sql
  return readonlyPool.query(assertSelect(completion.choices[0].message.content!));
}

export async function save(question: string) {
  const { text } = await generateText({ model, prompt: question });
  // ok: llm/output-to-sql
  await pool.query('INSERT INTO answers (question, answer) VALUES ($1, $2)', [question, text]);
}

export async function list() {
  // ok: llm/output-to-sql
  return pool.query('SELECT id FROM answers');
}
