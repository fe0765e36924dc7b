import DOMPurify from 'dompurify';
import { marked } from 'marked';
import { ask } from './api';

export async function show(element: HTMLElement, question: string) {
  const answer = await ask(question);
  element.textContent = answer;
}

export async function showMarkdown(element: HTMLElement, question: string) {
  const answer = await ask(question);
  element.innerHTML = DOMPurify.sanitize(marked.parse(answer) as string);
}

export async function Summary({ question }: { question: string }) {
  return <p>{await ask(question)}</p>;
}
