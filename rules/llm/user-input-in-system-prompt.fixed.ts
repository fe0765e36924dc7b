import express from 'express';
import OpenAI from 'openai';
import { requireAuth } from './auth';

const app = express();
app.use(requireAuth);
const openai = new OpenAI();
const SYSTEM = 'You are a helpful assistant that explains the topic that the user names.';

app.post('/chat', async (req, res) => {
  const topic = String(req.body.topic).slice(0, 200);
  const completion = await openai.chat.completions.create({
    model: 'gpt-5',
    max_completion_tokens: 800,
    messages: [
      { role: 'system', content: SYSTEM },
      { role: 'user', content: topic },
    ],
  });
  res.json({ text: completion.choices[0].message.content });
});
