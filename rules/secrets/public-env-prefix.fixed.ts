import OpenAI from 'openai';
import { auth } from '@/auth';

const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });

export async function POST(request: Request) {
  const session = await auth();
  if (!session?.user) return Response.json({ error: 'unauthorized' }, { status: 401 });
  const { question } = await request.json();
  const answer = await openai.responses.create({ model: 'gpt-5', input: String(question).slice(0, 2000), max_output_tokens: 800 });
  return Response.json({ text: answer.output_text });
}
