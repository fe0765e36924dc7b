import DOMPurify from 'dompurify';
import markdownIt from 'markdown-it';
import { marked } from 'marked';
import ReactMarkdown from 'react-markdown';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';

const md = markdownIt();

export function Post({ text }: { text: string }) {
  return <ReactMarkdown rehypePlugins={[rehypeRaw, rehypeSanitize]}>{text}</ReactMarkdown>;
}

export function Answer({ text }: { text: string }) {
  const html = DOMPurify.sanitize(marked.parse(text) as string);
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}

export function Note({ text }: { text: string }) {
  return <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(md.render(text)) }} />;
}
