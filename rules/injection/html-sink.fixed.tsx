import DOMPurify from 'dompurify';
import { useEffect, useRef } from 'react';

interface Comment {
  author: string;
  body: string;
}

export function CommentCard({ comment }: { comment: Comment }) {
  return (
    <article>
      <h3>{comment.author}</h3>
      <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(comment.body) }} />
    </article>
  );
}

export function Note({ text }: { text: string }) {
  const ref = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.textContent = text;
  }, [text]);
  return <p ref={ref} />;
}
