/** PHP: strings with variables in them, heredocs, and shell commands in backticks. */
import type { Node } from '../model/tree.ts';
import { type Build, type Lower, make, type Table } from './lower.ts';
import type { Syntax } from './syntax.ts';

type Span = { start: number; end: number };

const literal: ReadonlySet<string> = new Set(['string_content', 'escape_sequence', 'nowdoc_string']);

/** The text and the expressions between two offsets; the braces around an expression belong to neither. */
function partsBetween(at: Syntax, start: number, end: number, lower: Lower): Node[] {
  const parts: Node[] = [];
  let from = start;
  const text = (to: number) => {
    if (to > from) parts.push(make('string', { start: from, end: to }, { value: lower.source.slice(from, to) }));
  };
  for (const kid of at.kids) {
    if (kid.start < start || kid.end > end) continue;
    if (literal.has(kid.type) || (!kid.named && kid.type !== '{' && kid.type !== '}')) continue;
    if (kid.type !== '}') text(kid.start);
    if (kid.named) parts.push(lower.node(kid));
    from = kid.end;
  }
  text(end);
  return parts;
}

/** A string where nothing is interpolated, else a template. */
function textOf(at: Span, parts: Node[]): Node {
  const [only] = parts;
  if (parts.length === 0) return make('string', at, { value: '' });
  return parts.length === 1 && only?.kind === 'string'
    ? make('string', at, { value: only.value })
    : make('template', at, { parts });
}

/** What stands between the first and the last token. */
const quoted: Build = (at, lower) => {
  const first = at.kids[0];
  const last = at.kids.at(-1);
  const start = first && !first.named ? first.end : at.start;
  const end = last && last !== first && !last.named ? last.start : at.end;
  return textOf(at, partsBetween(at, start, Math.max(start, end), lower));
};

const document: Build = (at, lower) => {
  const body = at.at('value');
  if (!body) return make('string', at, { value: '' });
  const start = lower.source[body.start] === '\n' ? body.start + 1 : body.start;
  return textOf(at, partsBetween(body, start, Math.max(start, body.end), lower));
};

export const strings: Table = {
  string: quoted,
  encapsed_string: quoted,
  heredoc: document,
  nowdoc: document,
  shell_command_expression: (at, lower) => {
    const callee = make('name', { start: at.start, end: Math.min(at.start + 1, at.end) }, { name: '`' });
    const command = quoted(at, lower);
    return make('call', at, { callee, typeArgs: [], args: Array.isArray(command) ? command : [command], optional: false });
  },
};
