/** Changes to JSON text that touch nothing but what they are about. Offsets are UTF-16. */
import { createScanner, type Node } from 'jsonc-parser';
import type { Json } from './target.ts';

export interface Layout {
  /** One step of indentation. */
  step: string;
  eol: string;
}

/** As the file is laid out. */
export const layoutOf = (text: string): Layout => ({
  step: /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ',
  eol: text.includes('\r\n') ? '\r\n' : '\n',
});

/** The text with one more member at the end of an object (`key` is its name) or a list (`key` is null). */
export function withMember(text: string, container: Node, key: string | null, value: Json, layout: Layout): string {
  const { step, eol } = layout;
  const [start, end] = [container.offset, container.offset + container.length];
  const base = indentAt(text, start);
  const last = container.children?.at(-1);
  const name = key === null ? '' : JSON.stringify(key);
  if (!last) {
    const inner = base + step;
    const member = (name && `${name}: `) + written(value, inner, layout);
    // A comment in there, or an open line, stays behind the new member.
    const rest = text.slice(start + 1, end - 1);
    const close = rest.trim() === '' ? eol + base : rest.includes('\n') ? rest.trimEnd() + eol + base : `${rest}${eol}${base}`;
    return text.slice(0, start + 1) + eol + inner + member + close + text.slice(end - 1);
  }
  const lastEnd = last.offset + last.length;
  const comma = nextComma(text, lastEnd, end);
  if (!text.slice(start, end).includes('\n')) {
    const at = comma === null ? lastEnd : comma + 1;
    const gap = /^[[{]\s/.test(text.slice(start)) || /[,:]\s/.test(text.slice(start, end)) ? ' ' : '';
    const member = (name && `${name}:${gap}`) + JSON.stringify(value);
    return `${text.slice(0, at)}${comma === null ? ',' : ''}${gap}${member}${comma === null ? '' : ','}${text.slice(at)}`;
  }
  const first = container.children?.[0] as Node;
  const inner = startsItsLine(text, first.offset) ? indentAt(text, first.offset) : base + step;
  const member = (name && `${name}: `) + written(value, inner, layout);
  const at = endOfComments(text, comma === null ? lastEnd : comma + 1);
  const before = comma === null ? `${text.slice(0, lastEnd)},${text.slice(lastEnd, at)}` : text.slice(0, at);
  const after =
    startsItsLine(text, end - 1) || /^\s*\n/.test(text.slice(at)) ? text.slice(at) : eol + base + text.slice(at).trimStart();
  return before + eol + inner + member + (comma === null ? '' : ',') + after;
}

export function withValue(text: string, node: Node, value: Json, layout: Layout): string {
  const alone = startsItsLine(text, node.offset) || text.slice(node.offset, node.offset + node.length).includes('\n');
  const fresh = alone ? written(value, indentAt(text, node.offset), layout) : JSON.stringify(value);
  return text.slice(0, node.offset) + fresh + text.slice(node.offset + node.length);
}

/** The text without member `index` of an object or list, and without the comma and the line that it leaves. */
export function withoutMember(text: string, container: Node, index: number): string {
  const members = container.children ?? [];
  const node = members[index] as Node;
  const before = members[index - 1];
  const close = container.offset + container.length - 1;
  let [from, to] = [node.offset, node.offset + node.length];
  const comma = nextComma(text, to, close);
  if (comma !== null) to = comma + 1;
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const rest = /^[ \t]*(?:\r?\n|(?=[\]}]))/.exec(text.slice(to));
  if (text.slice(lineStart, from).trim() === '' && lineStart > container.offset && rest?.[0].includes('\n')) {
    from = lineStart;
    to += rest[0].length;
  } else if (before && comma === null) from = before.offset + before.length;
  else if (comma !== null) to += /^[ \t]*/.exec(text.slice(to))?.[0].length ?? 0;
  let head = text.slice(0, from);
  if (before && comma === null) {
    const left = nextComma(text, before.offset + before.length, node.offset);
    if (left !== null && left < from) head = head.slice(0, left) + head.slice(left + 1);
  }
  const left = head + text.slice(to);
  // Nothing but white space is left: the brackets close up.
  const inside = left.slice(container.offset + 1, left.length - (text.length - close));
  return members.length === 1 && inside.trim() === ''
    ? left.slice(0, container.offset + 1) + left.slice(left.length - (text.length - close))
    : left;
}

const written = (value: Json, indent: string, { step, eol }: Layout): string =>
  JSON.stringify(value, null, step).replaceAll('\n', eol + indent);

const indentAt = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))?.[0] ?? '';

const startsItsLine = (text: string, offset: number): boolean =>
  text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim() === '';

/** The comma that follows, with nothing but white space and comments between. */
function nextComma(text: string, from: number, to: number): number | null {
  const scanner = createScanner(text, true);
  scanner.setPosition(from);
  scanner.scan();
  const at = scanner.getTokenOffset();
  return at < to && text[at] === ',' ? at : null;
}

/** Behind the comments that stand on the same line. */
function endOfComments(text: string, from: number): number {
  const scanner = createScanner(text, false);
  scanner.setPosition(from);
  let end = from;
  for (;;) {
    scanner.scan();
    const [at, length] = [scanner.getTokenOffset(), scanner.getTokenLength()];
    const token = text.slice(at, at + length);
    if (token.startsWith('/')) end = at + length;
    else if (!/^[ \t]+$/.test(token)) return end;
  }
}
