import DOMPurify from 'dompurify';
import { marked } from 'marked';
import { useEffect, useRef, useState } from 'react';
import { codeToHtml } from 'shiki';
import about from './about.html';
import { getPost } from './posts';

const THEME_SCRIPT = "document.documentElement.dataset.theme = localStorage.theme || 'light'";

interface Comment {
  id: number;
  author: string;
  body: string;
}

export function CommentCard({ comment }: { comment: Comment }) {
  return (
    <article>
      <h3>{comment.author}</h3>
      {/* ruleid: injection/html-sink */}
      <div dangerouslySetInnerHTML={{ __html: comment.body }} />
      {/* ok: injection/html-sink */}
      <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(comment.body) }} />
      {/* ok: injection/html-sink */}
      <p>{comment.body}</p>
    </article>
  );
}

export const Bio = (props: { html: string }) => {
  const clean = DOMPurify.sanitize(props.html);
  return (
    <section>
      {/* ruleid: injection/html-sink */}
      <p dangerouslySetInnerHTML={{ __html: props.html }} />
      {/* ok: injection/html-sink */}
      <p dangerouslySetInnerHTML={{ __html: clean }} />
    </section>
  );
};

export function Editor() {
  const [markdown, setMarkdown] = useState('');
  const html = marked.parse(markdown);
  return (
    <div>
      <textarea value={markdown} onChange={(event) => setMarkdown(event.target.value)} />
      {/* ruleid: injection/html-sink */}
      <div className="preview" dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  );
}

export function Remote({ id }: { id: string }) {
  const [content, setContent] = useState('');
  useEffect(() => {
    fetch(`/api/pages/${id}`)
      .then((response) => response.text())
      .then(setContent);
  }, [id]);
  // ruleid: injection/html-sink
  return <main dangerouslySetInnerHTML={{ __html: content }} />;
}

export default async function PostPage({ params }: { params: { slug: string } }) {
  const post = await getPost(params.slug);
  // ruleid: injection/html-sink
  return <article dangerouslySetInnerHTML={{ __html: post.content }} />;
}

export async function Code({ source }: { source: string }) {
  const html = await codeToHtml(source, { lang: 'ts', theme: 'nord' });
  // ok: injection/html-sink
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}

export function Layout() {
  return (
    <head>
      {/* ok: injection/html-sink */}
      <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      {/* ok: injection/html-sink */}
      <style dangerouslySetInnerHTML={{ __html: 'body { margin: 0 }' }} />
      {/* ok: injection/html-sink */}
      <div dangerouslySetInnerHTML={{ __html: about }} />
    </head>
  );
}

export function JsonLd({ product }: { product: object }) {
  const json = JSON.stringify(product).replace(/</g, '\\u003c');
  // ok: injection/html-sink
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

export function Frame({ html }: { html: string }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // ruleid: injection/html-sink
    ref.current.innerHTML = html;
  }, [html]);
  return <div ref={ref} />;
}

function reload(url: string) {
  fetch(url)
    .then((r) => r.text())
    .then((part) => {
      // ok: injection/html-sink
      document.getElementById('list')!.innerHTML = part;
    });
  $.ajax({
    url,
    success: function (part) {
      // ok: injection/html-sink
      $('#menu').html(part);
    },
  });
}

function names(url: string) {
  $.getJSON(url, function (rows) {
    // ruleid: injection/html-sink
    $('#names').html(rows.join('<br>'));
  });
}
