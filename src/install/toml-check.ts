/**
 * Whether a text is TOML (toml.io, version 1.0, with the freer inline tables of 1.1), and where not. A file that its agent
 * cannot read is not written to.
 */
export interface TomlFault {
  line: number;
  message: string;
}

interface Table {
  /** By `[header]`, by a value in braces, by a dotted key, or by the header of an inner table alone. */
  made: 'header' | 'inline' | 'dotted' | 'implied' | 'list';
  entries: Map<string, Table | null>;
}

class Fault extends Error {
  constructor(
    readonly at: number,
    message: string,
  ) {
    super(message);
  }
}

const DEEPEST = 100;

const bareValue =
  /^(?:true|false|[+-]?(?:inf|nan)|0x[\da-fA-F](?:_?[\da-fA-F])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*|\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d)?)?|\d\d:\d\d(?::\d\d(?:\.\d+)?)?|[+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?)(?=[\s,\]}#]|$)/;
const escape = /^\\(?:[btnfre"\\]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[ \t]*\r?\n)/;

/** Null for sound text. Only the first fault is told. */
export function tomlFault(text: string): TomlFault | null {
  try {
    read(text);
    return null;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { line: text.slice(0, error.at).split('\n').length, message: error.message };
  }
}

function read(text: string): void {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const rest = (): string => text.slice(at, at + 300);
  const fail = (message: string, where = at): never => {
    throw new Fault(where, message);
  };
  const skip = (pattern: RegExp): string => {
    const found = pattern.exec(rest())?.[0] ?? '';
    at += found.length;
    return found;
  };
  const blanks = (): void => void skip(/^[ \t]*/);
  const comment = (): void => {
    if (text[at] !== '#') return;
    const end = text.indexOf('\n', at);
    at = end < 0 ? text.length : text[end - 1] === '\r' ? end - 1 : end;
  };
  const lines = (): void => {
    for (let before = -1; before !== at; ) {
      before = at;
      skip(/^[\s]+/);
      comment();
    }
  };
  const endOfLine = (): void => {
    blanks();
    comment();
    if (at < text.length && skip(/^\r?\n/) === '') fail('more stands behind the value than belongs there');
  };
  const string = (): string => {
    const start = at;
    const mark = ['"""', "'''", '"', "'"].find((one) => text.startsWith(one, at)) as string;
    const long = mark.length === 3;
    at += mark.length;
    const from = at;
    for (;;) {
      if (at >= text.length || (!long && text[at] === '\n')) fail('the string is not closed', start);
      if (text.startsWith(mark, at)) break;
      if (mark[0] === '"' && text[at] === '\\') {
        const found = escape.exec(rest())?.[0] ?? '';
        if (found === '' || (!long && found.endsWith('\n'))) fail('an escape that TOML does not have');
        at += found.length;
      } else at++;
    }
    // A long string may end with one or two marks of its own.
    for (let more = 0; long && more < 2 && text[at + 3] === mark[0]; more++) at++;
    const value = text.slice(from, at);
    at += mark.length;
    return value;
  };
  const key = (): string[] => {
    const parts: string[] = [];
    for (;;) {
      blanks();
      if (text.startsWith('"""', at) || text.startsWith("'''", at)) fail('a key is written on one line');
      const part = text[at] === '"' || text[at] === "'" ? string() : skip(/^[\w-]+/) || fail('a key is missing');
      parts.push(part);
      blanks();
      if (text[at] !== '.') return parts;
      at++;
    }
  };
  const value = (depth: number): Table | null => {
    if (depth > DEEPEST) fail('the value is nested too deep');
    const char = text[at];
    if (char === '"' || char === "'") string();
    else if (char === '[') {
      const start = at++;
      for (;;) {
        lines();
        if (text[at] === ']') break;
        if (at >= text.length) fail('the list is not closed', start);
        value(depth + 1);
        lines();
        if (text[at] === ',') at++;
        else if (text[at] !== ']')
          fail(at >= text.length ? 'the list is not closed' : 'a comma is missing', at >= text.length ? start : at);
      }
      at++;
    } else if (char === '{') {
      const start = at++;
      const inline: Table = { made: 'inline', entries: new Map() };
      for (;;) {
        lines();
        if (text[at] === '}') break;
        if (at >= text.length) fail('the table is not closed', start);
        pair({ made: 'header', entries: inline.entries }, depth + 1);
        lines();
        if (text[at] === ',') at++;
        else if (text[at] !== '}')
          fail(at >= text.length ? 'the table is not closed' : 'a comma is missing', at >= text.length ? start : at);
      }
      at++;
      return inline;
    } else if (skip(bareValue) === '') fail('this is no value');
    return null;
  };
  const pair = (table: Table, depth: number): void => {
    const start = at;
    const parts = key();
    if (text[at] !== '=') fail('`=` is missing');
    at++;
    blanks();
    let here = table;
    for (const part of parts.slice(0, -1)) {
      const known = here.entries.get(part);
      if (known === undefined) {
        const made: Table = { made: 'dotted', entries: new Map() };
        here.entries.set(part, made);
        here = made;
      } else if (known?.made === 'dotted' || known?.made === 'implied') here = known;
      else fail(`\`${parts.join('.')}\` stands inside of what has a value already`, start);
    }
    const last = parts.at(-1) as string;
    if (here.entries.has(last)) fail(`\`${parts.join('.')}\` stands twice`, start);
    // Held before the value is read, which may be long.
    here.entries.set(last, null);
    here.entries.set(last, value(depth));
  };
  const root: Table = { made: 'header', entries: new Map() };
  const header = (): Table => {
    const start = at;
    const many = text.startsWith('[[', at);
    at += many ? 2 : 1;
    const parts = key();
    if (!text.startsWith(many ? ']]' : ']', at)) fail('the header is not closed', start);
    at += many ? 2 : 1;
    const name = parts.join('.');
    let here = root;
    for (const part of parts.slice(0, -1)) {
      const known = here.entries.get(part);
      if (known === null || known?.made === 'inline') fail(`\`${name}\` stands inside of what has a value already`, start);
      const made: Table = known ?? { made: 'implied', entries: new Map() };
      here.entries.set(part, made);
      here = made;
    }
    const last = parts.at(-1) as string;
    const known = here.entries.get(last);
    if (many) {
      if (known !== undefined && known?.made !== 'list') fail(`\`${name}\` stands twice`, start);
      // Each element begins anew.
      const made: Table = { made: 'list', entries: new Map() };
      here.entries.set(last, made);
      return made;
    }
    if (known !== undefined && known?.made !== 'implied') fail(`\`${name}\` stands twice`, start);
    const made: Table = { made: 'header', entries: known?.entries ?? new Map() };
    here.entries.set(last, made);
    return made;
  };
  let table = root;
  for (;;) {
    lines();
    if (at >= text.length) return;
    if (text[at] === '[') table = header();
    else pair(table, 0);
    endOfLine();
  }
}
