/** Appends a `[[hooks]]` table to a TOML file, and takes it out again. */
import { isHookCommand } from './command-line.ts';
import type { Merged } from './target.ts';

/** Tables and the comments above them start at a header; everything up to the next header belongs to one. */
function tables(text: string): string[] {
  const parts: string[] = [''];
  let open: '"""' | "'''" | null = null;
  for (const line of text.split(/(?<=\n)/)) {
    if (open === null && /^\s*\[/.test(line) && !insideArray(parts.at(-1) as string)) parts.push('');
    parts[parts.length - 1] += line;
    for (const [mark] of line.replace(/^\s*#.*/, '').matchAll(/"""|'''/g)) {
      if (open === null) open = mark as '"""' | "'''";
      else if (open === mark) open = null;
    }
  }
  return parts;
}

/** Whether a list that spans lines is still open at the end of the part. */
function insideArray(part: string): boolean {
  const body = part.replace(/^\s*\[.*\n/, '').replace(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#.*/g, '');
  return body.split('[').length > body.split(']').length;
}

const isOurs = (part: string): boolean => /^\s*\[\[hooks\]\]/.test(part) && isHookCommand(part);

export function mergeToml(text: string, block: string): Merged {
  const parts = tables(text);
  if (parts.some((part) => isOurs(part) && part.trim() === block.trim())) return { kind: 'text', text };
  const rest = parts.filter((part) => !isOurs(part)).join('');
  const inline = /^\s*hooks\s*=/m.exec(parts[0] ?? '');
  if (inline) {
    const line = rest.slice(0, inline.index + inline[0].length).split('\n').length;
    return { kind: 'refused', line, message: '`hooks` is written as a value here; make it tables `[[hooks]]`' };
  }
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = rest.trim() === '' ? '' : rest.endsWith('\n') ? eol : eol + eol;
  return { kind: 'text', text: rest + gap + block.replaceAll('\n', eol) };
}

export function unmergeToml(text: string): Merged {
  return {
    kind: 'text',
    text: tables(text)
      .filter((part) => !isOurs(part))
      .join(''),
  };
}
