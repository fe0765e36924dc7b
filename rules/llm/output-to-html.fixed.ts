import DOMPurify from 'isomorphic-dompurify';
import { marked } from 'marked';
import OpenAI from 'openai';

const openai = new OpenAI();

export async function summary(question: string): Promise<string> {
  const reply = await openai.responses.create({ model: 'gpt-5', input: question, max_output_tokens: 800 });
  const answer = reply.output_text;
  return DOMPurify.sanitize(marked.parse(answer) as string);
}
