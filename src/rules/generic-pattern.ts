/**
 * A pattern for any text → a tree of what the matcher of such texts knows: words are `string`s, other characters `other`s
 * of type `mark`, and lines that are indented deeper than those around them a `block`. Blanks do not count otherwise.
 */
import type { Node } from '../model/tree.ts';

const TOKEN = /\.\.\.|\$\.\.\.([A-Z][A-Z0-9_]*)|\$([A-Z][A-Za-z0-9_]*)|[A-Za-z0-9_]+|\S/g;
const TAB = '        ';

const place = { start: 0, end: 0, parent: null };

/** Null when nothing but blanks is there. */
export function parseGenericPattern(text: string): Extract<Node, { kind: 'block' }> | null {
  const rows = text
    .replace(/\r\n/g, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ indent: /^[ \t]*/.exec(line)![0].replaceAll('\t', TAB).length, nodes: nodesOf(line) }));
  return rows.length === 0 ? null : { kind: 'block', body: nested(rows), ...place };
}

interface Row {
  indent: number;
  nodes: Node[];
}

function nested(rows: readonly Row[]): Node[] {
  const base = Math.min(...rows.map(({ indent }) => indent));
  const out: Node[] = [];
  for (let at = 0; at < rows.length; ) {
    let end = at;
    while (end < rows.length && rows[end]!.indent > base) end++;
    if (end > at) out.push({ kind: 'block', body: nested(rows.slice(at, end)), ...place });
    if (end < rows.length) out.push(...rows[end]!.nodes);
    at = end + 1;
  }
  return out;
}

function nodesOf(line: string): Node[] {
  const nodes: Node[] = [];
  for (const [token, wide, name] of line.matchAll(TOKEN)) {
    if (token === '...') nodes.push({ kind: 'ellipsis', ...place });
    else if (wide !== undefined) nodes.push({ kind: 'metaellipsis', name: `$...${wide}`, ...place });
    else if (name !== undefined) nodes.push({ kind: 'metavar', name: `$${name}`, ...place });
    else if (/^\w/.test(token)) nodes.push({ kind: 'string', value: token, ...place });
    else nodes.push({ kind: 'other', type: 'mark', text: token, kids: [], ...place });
  }
  return nodes;
}
