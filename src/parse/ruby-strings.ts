/** Ruby: strings, heredocs, symbols and everything else between quotes. */
import type { Node } from '../model/tree.ts';
import { type Build, type Lower, make, type Table } from './lower.ts';
import type { Syntax } from './syntax.ts';

type Span = { start: number; end: number };

/** The text and the interpolated expressions between two offsets, in order; the text in one part when that is all. */
function partsBetween(at: Syntax, start: number, end: number, lower: Lower): Node[] {
  const parts: Node[] = [];
  let from = start;
  const text = (to: number, force: boolean) => {
    const span = { start: from, end: Math.max(from, to) };
    if (force || span.end > span.start) parts.push(make('string', span, { value: lower.source.slice(span.start, span.end) }));
  };
  for (const kid of at.kids) {
    if (kid.type !== 'interpolation') continue;
    text(kid.start, false);
    parts.push(lower.node(kid));
    from = kid.end;
  }
  text(end, parts.length === 0);
  return parts;
}

/** What stands between the delimiters of `at`, which are its first and last token. */
function quotedParts(at: Syntax, lower: Lower): Node[] {
  const first = at.kids[0];
  const last = at.kids.at(-1);
  const start = first && !first.named ? first.end : at.start;
  const end = last && !last.named && last !== first ? last.start : at.end;
  return partsBetween(at, start, Math.max(start, end), lower);
}

/** A string where nothing is interpolated, else a template. */
export function text(at: Span, parts: readonly Node[]): Node {
  const plain = parts.filter((part) => part.kind === 'string');
  if (plain.length === parts.length) return make('string', at, { value: plain.map((part) => part.value).join('') });
  return make('template', at, { parts: parts.filter((part) => part.kind !== 'string' || part.value !== '') });
}

const quoted: Build = (at, lower) => text(at, quotedParts(at, lower));
const bare: Build = (at, lower) => text(at, partsBetween(at, at.start, at.end, lower));

const symbolOf = (at: Syntax, parts: Node[]): Node => {
  const node = text(at, parts);
  return node.kind === 'string' ? make('symbol', at, { value: node.value }) : node;
};

/** Where statements stand: a heredoc's body that lies outside is out of reach. */
const lists: ReadonlySet<string> = new Set([
  'program',
  'body_statement',
  'block_body',
  'then',
  'do',
  'else',
  'ensure',
  'begin',
  'begin_block',
  'end_block',
  'parenthesized_statements',
]);

/** The body of the heredoc that begins at `at`; null when it stands outside of the statement list. */
function heredocBody(at: Syntax, lower: Lower): Syntax | null {
  const tag = lower.text(at).replace(/^<<[~-]?["'`]?|["'`]$/g, '');
  for (let up = at.parent; up; up = up.parent) {
    for (const kid of up.kids) {
      // The body of what begins in front of a block stands inside of the block.
      const found = kid.field === 'block' ? kid.kids.find((part) => isBody(part, at, tag, lower)) : kid;
      if (found && isBody(found, at, tag, lower)) return found;
    }
    if (lists.has(up.type)) return null;
  }
  return null;
}

const isBody = (kid: Syntax, at: Syntax, tag: string, lower: Lower): boolean => {
  if (kid.type !== 'heredoc_body' || kid.start < at.end) return false;
  const end = kid.child('heredoc_end');
  return end !== null && lower.text(end).trim() === tag;
};

const heredocs = new WeakMap<Lower, Node[]>();

/** The heredocs that were lowered and do not yet have their place: whoever holds them must reach as far as they do. */
export function heredocsOf(lower: Lower): Node[] {
  let list = heredocs.get(lower);
  if (!list) heredocs.set(lower, (list = []));
  return list;
}

const heredoc: Build = (at, lower) => {
  const body = heredocBody(at, lower);
  if (!body) return make('string', at, { value: '' });
  const start = lower.source[body.start] === '\n' ? body.start + 1 : body.start;
  const end = body.child('heredoc_end')?.start ?? body.end;
  const node = text({ start: at.start, end: body.end }, partsBetween(body, start, Math.max(start, end), lower));
  heredocsOf(lower).push(node);
  return lower.text(at).includes('`') ? shell(node, node) : node;
};

const shell = (at: Span, command: Node): Node => {
  const callee = make('name', { start: at.start, end: at.start + 1 }, { name: '`' });
  return make('call', at, { callee, typeArgs: [], args: [command], optional: false });
};

const array =
  (bracket: string): Build =>
  (at, lower) =>
    make('array', at, { bracket, elements: lower.kids(at) });

export const strings: Table = {
  string: quoted,
  bare_string: bare,
  bare_symbol: (at, lower) => symbolOf(at, partsBetween(at, at.start, at.end, lower)),
  // `"a" 'b'`: side by side they are one.
  chained_string: (at, lower) =>
    text(
      at,
      lower.parts(at).flatMap((kid) => quotedParts(kid, lower)),
    ),
  character: (at, lower) => make('string', at, { value: lower.text(at).slice(1) }),
  string_array: array('%w'),
  symbol_array: array('%i'),
  heredoc_beginning: heredoc,
  simple_symbol: (at, lower) => make('symbol', at, { value: lower.text(at).slice(1) }),
  delimited_symbol: (at, lower) => symbolOf(at, quotedParts(at, lower)),
  hash_key_symbol: (at, lower) => make('symbol', at, { value: lower.text(at) }),
  subshell: (at, lower) => shell(at, text(at, quotedParts(at, lower))),
  regex: (at, lower) => {
    const node = text(at, quotedParts(at, lower));
    if (node.kind !== 'string') return make('other', at, { type: at.type, text: '', kids: [node] });
    const close = at.kids.at(-1);
    return make('regex', at, { value: node.value, flags: close ? lower.text(close).slice(1) : '' });
  },
  // Holes may hold several statements, whose last one counts, or none.
  interpolation: (at, lower) => {
    const [only, ...rest] = lower.kids(at);
    if (!only) return lower.other(at);
    return rest.length === 0 ? only : make('sequence', at, { exprs: [only, ...rest] });
  },
};
