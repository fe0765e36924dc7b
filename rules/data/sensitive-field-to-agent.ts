import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import OpenAI from 'openai';
import { z } from 'zod';

const server = new McpServer({ name: 'crm', version: '1.0.0' });
const openai = new OpenAI();

server.tool('get_patient', { id: z.string() }, async ({ id }) => {
  const patient = await db.patient.findUnique({ where: { id } });
  // ruleid: data/sensitive-field-to-agent
  return { content: [{ type: 'text', text: `${patient.name}: ${patient.ssn}` }] };
});

server.tool('list_users', {}, async () => {
  const { rows } = await pool.query('SELECT * FROM users LIMIT 50');
  // ruleid: data/sensitive-field-to-agent
  return { content: [{ type: 'text', text: JSON.stringify(rows) }] };
});

export async function summarize(patient: any) {
  const prompt = `Summarise the case of ${patient.name}: ${patient.diagnosis}`;
  // ruleid: data/sensitive-field-to-agent
  return openai.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: prompt }] });
}

server.tool('get_patient_safe', { id: z.string() }, async ({ id }) => {
  const patient = await db.patient.findUnique({ where: { id }, select: { name: true } });
  // ok: data/sensitive-field-to-agent
  return { content: [{ type: 'text', text: patient.name }] };
});

server.tool('list_users_safe', {}, async () => {
  const { rows } = await pool.query('SELECT id, name FROM users LIMIT 50');
  // ok: data/sensitive-field-to-agent
  return { content: [{ type: 'text', text: JSON.stringify(rows) }] };
});

export async function summarizeSafe(patient: any) {
  const prompt = `Write a letter to the owner of ${maskSsn(patient.ssn)}`;
  // ok: data/sensitive-field-to-agent
  return openai.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: prompt }] });
}
