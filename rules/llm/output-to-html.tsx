import DOMPurify from 'dompurify';
import { marked } from 'marked';
import OpenAI from 'openai';

const openai = new OpenAI({ apiKey: await serverKey() });

export async function show(target: HTMLElement, question: string) {
  const reply = await openai.responses.create({ model: 'gpt-4o', input: question });
  // ruleid: llm/output-to-html
  target.innerHTML = reply.output_text;
}

export async function showMarkdown(target: HTMLElement, question: string) {
  const completion = await openai.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: question }] });
  const html = marked.parse(completion.choices[0].message.content!);
  // ruleid: llm/output-to-html
  target.insertAdjacentHTML('beforeend', html as string);
}

export async function Summary({ question }: { question: string }) {
  const { text } = await generateText({ model, prompt: question });
  // ruleid: llm/output-to-html
  return <div dangerouslySetInnerHTML={{ __html: text }} />;
}

export async function showText(target: HTMLElement, question: string) {
  const reply = await openai.responses.create({ model: 'gpt-4o', input: question });
  // ok: llm/output-to-html
  target.textContent = reply.output_text;
}

export async function showClean(target: HTMLElement, question: string) {
  const reply = await openai.responses.create({ model: 'gpt-4o', input: question });
  // ok: llm/output-to-html
  target.innerHTML = DOMPurify.sanitize(marked.parse(reply.output_text) as string);
}

export async function Plain({ question }: { question: string }) {
  const { text } = await generateText({ model, prompt: question });
  // ok: llm/output-to-html
  return <p>{text}</p>;
}
