/** Configuration files as values that know where they stand: JSON with comments, YAML, and the part of TOML that tables need. */
import type { Span } from '../model/finding.ts';

/** Offsets are UTF-16 code units into the text that was read. */
export type ConfigValue = { span: Span } & (
  | { kind: 'text'; value: string }
  | { kind: 'flag'; value: boolean }
  | { kind: 'list'; items: ConfigValue[] }
  | { kind: 'table'; entries: Map<string, ConfigEntry> }
  /** A number, a date, null, or what is not understood. */
  | { kind: 'other' }
);

export interface ConfigEntry {
  /** Of the key. */
  key: Span;
  value: ConfigValue;
}

/** What the file says, by its ending; null for another form, and for text that is not of its form at all. Never throws. */
export async function configValue(path: string, text: string): Promise<ConfigValue | null> {
  if (/\.toml$/i.test(path)) return tomlValue(text);
  if (/\.ya?ml$/i.test(path)) return yamlValue(text);
  if (/\.jsonc?5?$|\.mobileconfig$/i.test(path) || /^\s*(?:\{|\/[/*])/.test(text)) return jsonValue(text);
  return null;
}

export async function jsonValue(text: string): Promise<ConfigValue | null> {
  const { parseTree } = await import('jsonc-parser');
  type Node = NonNullable<ReturnType<typeof parseTree>>;
  const from = (node: Node, depth: number): ConfigValue => {
    const span = { start: node.offset, end: node.offset + node.length };
    if (depth > 60) return { kind: 'other', span };
    switch (node.type) {
      case 'string':
        return { kind: 'text', value: String(node.value), span };
      case 'boolean':
        return { kind: 'flag', value: node.value === true, span };
      case 'array':
        return { kind: 'list', items: (node.children ?? []).map((item) => from(item, depth + 1)), span };
      case 'object': {
        const entries = new Map<string, ConfigEntry>();
        for (const { children = [] } of node.children ?? []) {
          const [key, value] = children;
          if (!key || !value) continue;
          entries.set(String(key.value), {
            key: { start: key.offset, end: key.offset + key.length },
            value: from(value, depth + 1),
          });
        }
        return { kind: 'table', entries, span };
      }
      default:
        return { kind: 'other', span };
    }
  };
  try {
    const root = parseTree(text.replace(/^\uFEFF/, ' '), [], { allowTrailingComma: true });
    return root ? from(root, 0) : null;
  } catch {
    return null;
  }
}

async function yamlValue(text: string): Promise<ConfigValue | null> {
  const { isAlias, isMap, isScalar, isSeq, parseDocument } = await import('yaml');
  const document = parseDocument(text, { logLevel: 'silent' });
  const spanOf = (node: unknown): Span => {
    const range = (node as { range?: [number, number, number] | null } | null)?.range;
    return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
  };
  const from = (given: unknown, depth: number): ConfigValue => {
    const node = isAlias(given) ? given.resolve(document) : given;
    const span = spanOf(given);
    if (depth > 60) return { kind: 'other', span };
    if (isScalar(node)) {
      if (typeof node.value === 'string') return { kind: 'text', value: node.value, span };
      return typeof node.value === 'boolean' ? { kind: 'flag', value: node.value, span } : { kind: 'other', span };
    }
    if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => from(item, depth + 1)), span };
    if (!isMap(node)) return { kind: 'other', span };
    const entries = new Map<string, ConfigEntry>();
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (value !== null && name !== '') entries.set(name, { key: spanOf(key), value: from(value, depth + 1) });
    }
    return { kind: 'table', entries, span };
  };
  try {
    return document.contents === null ? null : from(document.contents, 0);
  } catch {
    return null;
  }
}

type Table = Extract<ConfigValue, { kind: 'table' }>;

/** Tables, arrays of tables, dotted keys, strings, lists and inline tables. What it does not know is `other`. */
function tomlValue(text: string): ConfigValue {
  const root: Table = { kind: 'table', entries: new Map(), span: { start: 0, end: text.length } };
  let table = root;
  let at = 0;
  const blanks = (lines: boolean): void => {
    for (;;) {
      const skipped = (lines ? /^(?:\s+|#[^\n]*)/ : /^[ \t]+/).exec(text.slice(at, at + 4000));
      if (!skipped) return;
      at += skipped[0].length;
    }
  };
  const line = (): void => {
    const end = text.indexOf('\n', at);
    at = end < 0 ? text.length : end + 1;
  };
  const quoted = (): ConfigValue => {
    const start = at;
    const mark = ['"""', "'''", '"', "'"].find((one) => text.startsWith(one, at)) ?? '"';
    let end = at + mark.length;
    while (end < text.length && !text.startsWith(mark, end) && (mark.length === 3 || text[end] !== '\n')) {
      end += mark[0] === '"' && text[end] === '\\' ? 2 : 1;
    }
    const body = text.slice(at + mark.length, end);
    at = Math.min(text.length, end + mark.length);
    return { kind: 'text', value: mark[0] === '"' ? unescaped(body) : body, span: { start, end: at } };
  };
  const key = (): { name: string; span: Span }[] => {
    const parts: { name: string; span: Span }[] = [];
    for (;;) {
      blanks(false);
      const start = at;
      if (text[at] === '"' || text[at] === "'") {
        const part = quoted();
        parts.push({ name: part.kind === 'text' ? part.value : '', span: part.span });
      } else {
        const name = /^[\w-]+/.exec(text.slice(at, at + 200))?.[0] ?? '';
        if (name === '') return parts;
        at += name.length;
        parts.push({ name, span: { start, end: at } });
      }
      blanks(false);
      if (text[at] !== '.') return parts;
      at++;
    }
  };
  const value = (depth: number): ConfigValue => {
    blanks(false);
    const start = at;
    const char = text[at];
    if (char === '"' || char === "'") return quoted();
    if (char === '[' && depth < 60) {
      const items: ConfigValue[] = [];
      at++;
      for (;;) {
        blanks(true);
        if (at >= text.length || text[at] === ']') break;
        const before = at;
        items.push(value(depth + 1));
        blanks(true);
        if (text[at] === ',') at++;
        else if (text[at] !== ']' || at === before) break;
      }
      if (text[at] === ']') at++;
      return { kind: 'list', items, span: { start, end: at } };
    }
    if (char === '{' && depth < 60) {
      const inline: Table = { kind: 'table', entries: new Map(), span: { start, end: start } };
      at++;
      for (;;) {
        blanks(true);
        if (at >= text.length || text[at] === '}') break;
        const before = at;
        assign(inline, depth + 1);
        blanks(true);
        if (text[at] === ',') at++;
        else if (text[at] !== '}' || at === before) break;
      }
      if (text[at] === '}') at++;
      inline.span.end = at;
      return inline;
    }
    const bare = /^[^\s,\]}#]+/.exec(text.slice(at, at + 200))?.[0] ?? '';
    at += bare.length;
    const span = { start, end: at };
    return bare === 'true' || bare === 'false' ? { kind: 'flag', value: bare === 'true', span } : { kind: 'other', span };
  };
  /** The table that a row of keys leads to. */
  const inner = (from: Table, parts: readonly { name: string; span: Span }[]): Table => {
    let here = from;
    for (const { name, span } of parts) {
      const known = here.entries.get(name)?.value;
      const last = known?.kind === 'list' ? known.items.at(-1) : known;
      if (last?.kind === 'table') here = last;
      else {
        const made: Table = { kind: 'table', entries: new Map(), span };
        here.entries.set(name, { key: span, value: made });
        here = made;
      }
    }
    return here;
  };
  const assign = (into: Table, depth: number): void => {
    const parts = key();
    const last = parts.at(-1);
    blanks(false);
    if (last === undefined || text[at] !== '=') {
      at++;
      return;
    }
    at++;
    inner(into, parts.slice(0, -1)).entries.set(last.name, { key: last.span, value: value(depth) });
  };
  while (at < text.length) {
    blanks(true);
    if (at >= text.length) break;
    if (text[at] === '[') {
      const many = text[at + 1] === '[';
      at += many ? 2 : 1;
      const parts = key();
      const last = parts.at(-1);
      if (many && last) {
        const parent = inner(root, parts.slice(0, -1));
        const known = parent.entries.get(last.name)?.value;
        table = { kind: 'table', entries: new Map(), span: last.span };
        if (known?.kind === 'list') known.items.push(table);
        else parent.entries.set(last.name, { key: last.span, value: { kind: 'list', items: [table], span: last.span } });
      } else table = inner(root, parts);
    } else assign(table, 0);
    line();
  }
  return root;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '"': '"', '\\': '\\' };

const unescaped = (body: string): string =>
  body.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/g, (whole, short?: string, long?: string, char?: string) => {
    const code = Number.parseInt(short ?? long ?? '', 16);
    if (!Number.isNaN(code)) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return escapes[char ?? ''] ?? whole;
  });
