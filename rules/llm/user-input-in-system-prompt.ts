import express from 'express';
import { generateText } from 'ai';
import OpenAI from 'openai';

const app = express();
const openai = new OpenAI();
const SYSTEM = 'You are a helpful assistant.';

app.post('/chat', async (req, res) => {
  const completion = await openai.chat.completions.create({
    model: 'gpt-4o',
    messages: [
      // ruleid: llm/user-input-in-system-prompt
      { role: 'system', content: `You are an expert in ${req.body.topic}.` },
      { role: 'user', content: req.body.question },
    ],
  });
  res.json(completion.choices[0].message);
});

export async function POST(request: Request) {
  const { persona, prompt } = await request.json();
  // ruleid: llm/user-input-in-system-prompt
  const { text } = await generateText({ model, system: persona, prompt });
  return Response.json({ text });
}

app.post('/ask', async (req, res) => {
  // ruleid: llm/user-input-in-system-prompt
  const reply = await openai.responses.create({ model: 'gpt-4o', instructions: 'Rules: ' + req.body.rules, input: 'Hi' });
  res.json(reply);
});

app.post('/chat-constant', async (req, res) => {
  const completion = await openai.chat.completions.create({
    model: 'gpt-4o',
    messages: [
      // ok: llm/user-input-in-system-prompt
      { role: 'system', content: SYSTEM },
      // ok: llm/user-input-in-system-prompt
      { role: 'user', content: req.body.question },
    ],
  });
  res.json(completion);
});

const TONES: Record<string, string> = { short: 'Answer in one line.', long: 'Answer at length.' };

app.post('/tone', async (req, res) => {
  // ok: llm/user-input-in-system-prompt
  const { text } = await generateText({ model, system: TONES[req.body.tone], prompt: req.body.question });
  res.json({ text });
});
