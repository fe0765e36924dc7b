/**
 * YAML to the generic tree. The program's body holds one value per document.
 *
 * Keys are `string` nodes whatever they look like (`on`, `404`); other plain scalars are `bool`, `null` or `number` where
 * the core schema of YAML 1.2 or the older `yes`, `no`, `on` and `off` say so; nothing at all is an empty `string`. Lines
 * of strings are folded where YAML does so, but escapes are not decoded. An alias is what its anchor names, at the alias's
 * place (a `name` with its `*` where that is unknown or too much); an anchor belongs to the span of its value. A tag
 * with its `!` is the type of a `cast`. `<<` is a key like any other. Collections end with their last item, without the blanks and comments that
 * the grammar counts to them.
 */
import type { Node } from '../model/tree.ts';
import { type Build, type Lower, type Lowering, make, type Table } from './lower.ts';
import type { Syntax } from './syntax.ts';

/** What stands beside a value without being one. */
const properties: ReadonlySet<string> = new Set(['anchor', 'tag']);

const empty = (at: number): Node => make('string', { start: at, end: at }, { value: '' });

/** From the beginning of `at` to the end of what it holds. */
const spanning = (at: Syntax, last: Node | undefined): { start: number; end: number } => ({
  start: at.start,
  end: last ? Math.max(at.start, last.end) : at.end,
});

const content = (at: Syntax, lower: Lower): Syntax | null => lower.parts(at).find((kid) => !properties.has(kid.type)) ?? null;

/** A value in its wrapper; one with nothing but an anchor or a tag is empty. */
const wrapped: Build = (at, lower) => {
  const inner = content(at, lower);
  const tag = at.child('tag');
  const held = inner ? lower.node(inner) : empty(at.end);
  const node = tag
    ? make('cast', { start: Math.min(tag.start, held.start), end: held.end }, { type: lower.name(tag), value: held })
    : held;
  const anchor = at.child('anchor');
  if (anchor) node.start = Math.min(node.start, anchor.start);
  return node;
};

/** Aliases of one file are read in place up to this many characters of what they stand for. */
const ALIASED = 200_000;
const aliased = new WeakMap<Lower, number>();

/** A copy of the anchor's value; what lies in it keeps its own place. */
const alias: Build = (at, lower) => {
  const mark = `&${lower.text(at).slice(1)}`;
  const named = anchored(at, mark, lower.source);
  const spent = aliased.get(lower) ?? 0;
  if (!named || spent + named.end - named.start > ALIASED) return lower.name(at);
  aliased.set(lower, spent + named.end - named.start);
  const node = lower.node(named);
  node.start = at.start;
  node.end = at.end;
  return node;
};

/** The value with the last anchor `mark` before the alias, which must not hold the alias itself. */
function anchored(alias: Syntax, mark: string, source: string): Syntax | null {
  let found = source.lastIndexOf(mark, alias.start);
  while (found >= 0 && /[^\s,[\]{}]/.test(source[found + mark.length] ?? ' '))
    found = found === 0 ? -1 : source.lastIndexOf(mark, found - 1);
  if (found < 0) return null;
  let node: Syntax | null = alias;
  while (node && (node.start > found || node.end <= found)) node = node.parent;
  while (node && node.type !== 'anchor') node = node.kids.find((kid) => kid.start <= found && kid.end > found) ?? null;
  const value = node?.parent ?? null;
  return value && value.end <= alias.start ? value : null;
}

const pair: Build = (at, lower) => {
  const key = at.at('key');
  const value = at.at('value');
  const colon = at.child(':');
  const name = key ? keyOf(key, lower) : empty(at.start);
  const held = value ? lower.node(value) : empty(colon?.end ?? name.end);
  return make('pair', spanning(at, held.end < name.end ? name : held), { key: name, value: held });
};

function keyOf(at: Syntax, lower: Lower): Node {
  const inner = content(at, lower);
  return inner?.type === 'plain_scalar' ? make('string', inner, { value: folded(lower.text(inner)) }) : lower.node(at);
}

/** `{a, b: c}`: a key alone has an empty value. */
const flowMapping: Build = (at, lower) => {
  const props = lower
    .parts(at)
    .map((kid) =>
      kid.type === 'flow_node' ? make('pair', kid, { key: keyOf(kid, lower), value: empty(kid.end) }) : lower.node(kid),
    );
  return make('object', at, { props });
};

/** `[a: b]` holds a mapping of one pair. */
const flowSequence: Build = (at, lower) => {
  const elements = lower
    .parts(at)
    .map((kid) => (kid.type === 'flow_pair' ? make('object', kid, { props: [lower.node(kid)] }) : lower.node(kid)));
  return make('array', at, { bracket: '[', elements });
};

const item: Build = (at, lower) => {
  const value = lower.parts(at)[0];
  return value ? lower.node(value) : empty(at.end);
};

const plain: Build = (at, lower) => {
  const text = lower.text(at);
  if (/^(?:y|yes|on)$/i.test(text)) return make('bool', at, { value: true });
  if (/^(?:n|no|off)$/i.test(text)) return make('bool', at, { value: false });
  switch (lower.parts(at)[0]?.type) {
    case 'boolean_scalar':
      return make('bool', at, { value: text.toLowerCase() === 'true' });
    case 'null_scalar':
      return make('null', at, {});
    case 'integer_scalar':
    case 'float_scalar':
      return make('number', at, { value: text });
    default:
      return make('string', at, { value: folded(text) });
  }
};

/** A line break reads as a blank, each further one as a line break. */
const folded = (text: string): string =>
  text.includes('\n') ? text.replace(/[ \t\r]*\n\s*/g, (gap) => '\n'.repeat(gap.split('\n').length - 2) || ' ') : text;

const quoted =
  (quote: string): Build =>
  (at, lower) => {
    const text = lower.text(at);
    return make('string', at, { value: folded(text.slice(1, text.length > 1 && text.endsWith(quote) ? -1 : undefined)) });
  };

/**
 * `|` and `>`: the lines after the header without the indentation that they share. Line breaks at the end: one, none
 * after `-` in the header, all after `+`.
 */
const blockScalar: Build = (at, lower) => {
  const text = lower.text(at);
  const newline = text.indexOf('\n');
  const header = newline < 0 ? text : text.slice(0, newline);
  const lines = newline < 0 ? [] : text.slice(newline + 1).split('\n');
  const indent = lines.reduce(
    (least, line) => (line.trim() === '' ? least : Math.min(least, indentation(line))),
    Number.MAX_SAFE_INTEGER,
  );
  const content = lines.map((line) => line.slice(Math.min(indent, indentation(line)))).join('\n');
  const trimmed = content.replace(/[\r\n\s]+$/, '');
  const value = header.startsWith('>') ? foldedBlock(trimmed) : trimmed;
  const end = { start: at.start, end: at.start + text.trimEnd().length };
  const breaks = header.includes('-') || value === '' ? '' : header.includes('+') ? content.slice(trimmed.length) || '\n' : '\n';
  return make('string', end, { value: value + breaks });
};

/** Between lines that are not indented deeper one line break reads as a blank, or counts for nothing before others. */
function foldedBlock(text: string): string {
  let out = '';
  let breaks = 0;
  let deeper = true;
  for (const line of text.split(/\r?\n/)) {
    if (line === '') {
      breaks++;
      continue;
    }
    const indented = /^\s/.test(line);
    const gap = deeper || indented ? '\n'.repeat(breaks + 1) : breaks === 0 ? ' ' : '\n'.repeat(breaks);
    out += (out === '' ? '' : gap) + line;
    breaks = 0;
    deeper = indented;
  }
  return out;
}

const indentation = (line: string): number => line.length - line.trimStart().length;

const table: Table = {
  document: (at, lower) => lower.list(at.kids.filter((kid) => !kid.type.endsWith('_directive'))),
  block_node: wrapped,
  flow_node: wrapped,
  block_mapping: (at, lower) => {
    const props = lower.kids(at);
    return make('object', spanning(at, props.at(-1)), { props });
  },
  block_mapping_pair: pair,
  flow_mapping: flowMapping,
  flow_pair: pair,
  block_sequence: (at, lower) => {
    const elements = lower.kids(at);
    return make('array', spanning(at, elements.at(-1)), { bracket: '[', elements });
  },
  block_sequence_item: item,
  flow_sequence: flowSequence,
  plain_scalar: plain,
  double_quote_scalar: quoted('"'),
  single_quote_scalar: quoted("'"),
  block_scalar: blockScalar,
  alias,
};

export const yaml: Lowering = { table, skip: new Set(['comment']) };
