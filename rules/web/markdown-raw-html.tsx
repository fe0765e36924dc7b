import DOMPurify from 'dompurify';
import { marked } from 'marked';
import ReactMarkdown from 'react-markdown';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';

export function Post({ text }: { text: string }) {
  // ruleid: web/markdown-raw-html
  return <ReactMarkdown rehypePlugins={[rehypeRaw]}>{text}</ReactMarkdown>;
}

export function Answer({ text }: { text: string }) {
  // ruleid: web/markdown-raw-html
  return <div dangerouslySetInnerHTML={{ __html: marked.parse(text) }} />;
}

export function show(target: HTMLElement, text: string) {
  // ruleid: web/markdown-raw-html
  target.innerHTML = marked.parse(text) as string;
}

export function PostSafe({ text }: { text: string }) {
  // ok: web/markdown-raw-html
  return <ReactMarkdown rehypePlugins={[rehypeRaw, rehypeSanitize]}>{text}</ReactMarkdown>;
}

export function AnswerSafe({ text }: { text: string }) {
  // ok: web/markdown-raw-html
  return <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(marked.parse(text) as string) }} />;
}

export function Plain({ text }: { text: string }) {
  // ok: web/markdown-raw-html
  return <ReactMarkdown>{text}</ReactMarkdown>;
}
