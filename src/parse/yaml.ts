/**
 * YAML to the generic tree. The program's body holds one value per document.
 *
 * Keys are `string` nodes whatever they look like (`on`, `404`); other plain scalars are `bool`, `null` or `number` where
 * the core schema says so. Strings keep their text as written: escapes are not decoded, lines not folded. An alias is a
 * `name` with its `*`; anchors and tags leave no trace. `<<` is a key like any other.
 */
import type { Node } from '../model/tree.ts';
import { type Build, type Lower, type Lowering, make, type Table } from './lower.ts';
import type { Syntax } from './syntax.ts';

/** What stands beside a value without being one. */
const properties: ReadonlySet<string> = new Set(['anchor', 'tag']);

const empty = (at: number): Node => make('null', { start: at, end: at }, {});

const content = (at: Syntax, lower: Lower): Syntax | null => lower.parts(at).find((kid) => !properties.has(kid.type)) ?? null;

/** A value in its wrapper; one with nothing but an anchor or a tag is null. */
const wrapped: Build = (at, lower) => {
  const inner = content(at, lower);
  return inner ? lower.node(inner) : empty(at.end);
};

const pair: Build = (at, lower) => {
  const key = at.at('key');
  const value = at.at('value');
  return make('pair', at, { key: key ? keyOf(key, lower) : empty(at.start), value: value ? lower.node(value) : empty(at.end) });
};

function keyOf(at: Syntax, lower: Lower): Node {
  const inner = content(at, lower);
  return inner?.type === 'plain_scalar' ? make('string', inner, { value: lower.text(inner) }) : lower.node(at);
}

/** `{a, b: c}`: a key alone has the value null. */
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
  switch (lower.parts(at)[0]?.type) {
    case 'boolean_scalar':
      return make('bool', at, { value: text.toLowerCase() === 'true' });
    case 'null_scalar':
      return make('null', at, {});
    case 'integer_scalar':
    case 'float_scalar':
      return make('number', at, { value: text });
    default:
      return make('string', at, { value: text });
  }
};

const quoted =
  (quote: string): Build =>
  (at, lower) => {
    const text = lower.text(at);
    return make('string', at, { value: text.slice(1, text.length > 1 && text.endsWith(quote) ? -1 : undefined) });
  };

/**
 * `|` and `>`: the lines after the header without the indentation that they share, and without line breaks at the end
 * (YAML's own reading keeps one or all of them, which no rule asks for).
 */
const blockScalar: Build = (at, lower) => {
  const text = lower.text(at);
  const header = text.indexOf('\n');
  const lines = header < 0 ? [] : text.slice(header + 1).split('\n');
  const indent = lines.reduce(
    (least, line) => (line.trim() === '' ? least : Math.min(least, indentation(line))),
    Number.MAX_SAFE_INTEGER,
  );
  const value = lines.map((line) => line.slice(Math.min(indent, indentation(line)))).join('\n');
  return make('string', at, { value: value.replace(/[\r\n]+$/, '') });
};

const indentation = (line: string): number => line.length - line.trimStart().length;

const table: Table = {
  document: (at, lower) => lower.list(at.kids.filter((kid) => !kid.type.endsWith('_directive'))),
  block_node: wrapped,
  flow_node: wrapped,
  block_mapping: (at, lower) => make('object', at, { props: lower.kids(at) }),
  block_mapping_pair: pair,
  flow_mapping: flowMapping,
  flow_pair: pair,
  block_sequence: (at, lower) => make('array', at, { bracket: '[', elements: lower.kids(at) }),
  block_sequence_item: item,
  flow_sequence: flowSequence,
  plain_scalar: plain,
  double_quote_scalar: quoted('"'),
  single_quote_scalar: quoted("'"),
  block_scalar: blockScalar,
  alias: (at, lower) => lower.name(at),
};

export const yaml: Lowering = { table, skip: new Set(['comment']) };
