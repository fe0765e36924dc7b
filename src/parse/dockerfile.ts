/**
 * Dockerfiles to the generic tree, read from the text; the shell code in them is parsed and lowered as Bash.
 *
 * - An instruction is a call of its keyword in capitals, as a statement. Words are `string`s, with variables `template`s
 *   or `name`s, as in Bash; a list in JSON is an `array` of strings.
 * - Flags are named arguments (`--from`), and so are the parts of an image or a user that may be left out: `:` for the tag
 *   or the group, `@` for the digest, `as` for the stage. They stand in the order of the text.
 * - What `COPY` and `ADD` write to, the last word, is the operand of a `unary` `to`, so that `...` stands for one word there.
 * - A command in shell form, or in a heredoc, is a `block` of the shell's statements; one for another shell than that of
 *   Unix (`SHELL ["powershell", "-Command"]`), of a string.
 * - `LABEL a=1 b=2` is one call for each pair, with key and value as arguments; `ARG` likewise. `ENV` is one call of all its
 *   pairs, each an `other` with the variable's name as its text: the reference lets no metavariable stand for it.
 * - `80/tcp` is an `array` `(` of the port and `/tcp`. `HEALTHCHECK` and `ONBUILD` hold the call of the instruction inside.
 */
import type { Node, Shape } from '../model/tree.ts';
import { bash } from './bash.ts';
import { type Heredoc, type Instruction, readDockerfile } from './dockerfile-text.ts';
import { Lower, type Lowering, make, makeLazy, type PieceParser } from './lower.ts';

interface Span {
  start: number;
  end: number;
}

export const dockerfile: Lowering = {
  table: {},
  skip: new Set(),
  pieced: (source, parse) => {
    const { instructions, plain, shell, escaper } = readDockerfile(source);
    const reader: Reader = { plain, shell, escaper, parse, lower: new Lower(bash.table, shell, bash.skip) };
    const mute: Reader = { ...reader, parse: () => null };
    const foreign = inForeignShell(instructions, plain);
    return makeLazy('program', { start: 0, end: source.length }, {}, instructions, (one) =>
      calls(one, one.keyword, one.rest, one.heredocs, foreign.has(one) ? mute : reader).map((call) =>
        make('exprstmt', call, { expr: call }),
      ),
    );
  },
};

const UNIX_SHELL = /^\[\s*"(?:[^"]*\/)?(?:ba|da|a|k|z)?sh"/;

/** The instructions of a stage after one that names a shell whose language is not read here. */
function inForeignShell(instructions: readonly Instruction[], plain: string): ReadonlySet<Instruction> {
  const found = new Set<Instruction>();
  let foreign = false;
  for (const one of instructions) {
    const keyword = plain.slice(one.keyword.start, one.keyword.end).toUpperCase();
    if (keyword === 'FROM') foreign = false;
    else if (keyword === 'SHELL') foreign = !UNIX_SHELL.test(plain.slice(one.rest.start, one.rest.end).trim());
    else if (foreign) found.add(one);
  }
  return found;
}

interface Reader {
  plain: string;
  shell: string;
  escaper: string;
  parse: PieceParser;
  lower: Lower;
}

/** The call or calls that one instruction makes; `whole` is its span. */
function calls(whole: Span, keyword: Span, rest: Span, heredocs: readonly Heredoc[], reader: Reader): Shape<'call'>[] {
  const written = reader.plain.slice(keyword.start, keyword.end);
  const name = written.startsWith('Fs_') ? written : written.toUpperCase();
  const callee = make('name', keyword, { name });
  const call = (args: Node[]): Shape<'call'>[] => [make('call', whole, { callee, typeArgs: [], args, optional: false })];
  switch (name) {
    case 'ENV':
      return call(variables(rest, reader));
    case 'LABEL':
    case 'ARG':
      return pairs(whole, callee, rest, reader);
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'SHELL':
    case 'VOLUME': {
      const { flags, from } = flagsOf(rest, reader);
      const body = { start: from, end: rest.end };
      const list = listOf(body, reader);
      if (list) return call([...flags, list]);
      return call([
        ...flags,
        ...(name === 'VOLUME' ? words(body, reader).map((word) => text(word, reader)) : commands(whole, body, heredocs, reader)),
      ]);
    }
    case 'HEALTHCHECK':
    case 'ONBUILD': {
      const { flags, from } = flagsOf(rest, reader);
      const [first] = words({ start: from, end: rest.end }, reader);
      if (!first) return call(flags);
      const inner = { start: first.start, end: whole.end };
      if (name === 'HEALTHCHECK' && reader.plain.slice(first.start, first.end).toUpperCase() !== 'CMD')
        return call([...flags, ...words({ start: from, end: rest.end }, reader).map((word) => text(word, reader))]);
      return call([...flags, ...calls(inner, first, { start: first.end, end: rest.end }, heredocs, reader)]);
    }
    case 'MAINTAINER': {
      const value = trimmed(rest, reader.plain);
      return call([make('string', value, { value: reader.plain.slice(value.start, value.end) })]);
    }
    default: {
      const { flags, from } = flagsOf(rest, reader);
      const body = { start: from, end: rest.end };
      const copies = name === 'COPY' || name === 'ADD';
      const list = copies ? listOf(body, reader) : null;
      const operands = list
        ? [...list.elements]
        : words(body, reader).flatMap((word, index) => operand(name, word, index, heredocs, reader));
      const to = copies ? operands.pop() : undefined;
      return call([...flags, ...operands, ...(to ? [make('unary', to, { op: 'to', operand: to, postfix: false })] : [])]);
    }
  }
}

// ---- arguments

/** One word behind a keyword. */
function operand(name: string, word: Span, index: number, heredocs: readonly Heredoc[], reader: Reader): Node[] {
  const { plain } = reader;
  switch (name) {
    case 'FROM':
      if (index === 0) return image(word, reader);
      if (index === 1 && /^as$/i.test(plain.slice(word.start, word.end))) return [];
      return index === 2 ? [optional('as', word, word, reader)] : [text(word, reader)];
    case 'USER': {
      const colon = outside(word, ':', plain);
      if (colon < 0) return [text(word, reader)];
      return [
        text({ start: word.start, end: colon }, reader),
        optional(':', { start: colon, end: word.end }, { start: colon + 1, end: word.end }, reader),
      ];
    }
    case 'EXPOSE': {
      const slash = outside(word, '/', plain);
      if (slash < 0) return [text(word, reader)];
      const elements = [text({ start: word.start, end: slash }, reader), text({ start: slash, end: word.end }, reader)];
      return [make('array', word, { bracket: '(', elements })];
    }
    default: {
      const heredoc = heredocs.find(({ mark }) => mark.start >= word.start && mark.end <= word.end);
      return heredoc
        ? [make('string', heredoc, { value: reader.shell.slice(heredoc.start, heredoc.end) })]
        : [text(word, reader)];
    }
  }
}

/** `registry:5000/name:tag@digest`. */
function image(word: Span, reader: Reader): Node[] {
  const { plain } = reader;
  const at = outside(word, '@', plain);
  const end = at < 0 ? word.end : at;
  let slash = word.start;
  for (let next = outside(word, '/', plain); next >= 0 && next < end; next = outside({ start: next + 1, end }, '/', plain))
    slash = next;
  const colon = outside({ start: slash, end }, ':', plain);
  const name = { start: word.start, end: colon < 0 ? end : colon };
  const parts: Node[] = [text(name, reader)];
  if (colon >= 0) parts.push(optional(':', { start: colon, end }, { start: colon + 1, end }, reader));
  if (at >= 0) parts.push(optional('@', { start: at, end: word.end }, { start: at + 1, end: word.end }, reader));
  return parts;
}

const optional = (name: string, at: Span, value: Span, reader: Reader): Node =>
  make('named', at, { name, value: text(value, reader) });

/** Where a character stands in a span, not inside `${…}`; -1 when nowhere. */
function outside(span: Span, char: string, plain: string): number {
  for (let at = span.start; at < span.end; at++) {
    if (plain.startsWith('${', at)) {
      const close = plain.indexOf('}', at);
      if (close < 0 || close >= span.end) return -1;
      at = close;
    } else if (plain[at] === char) return at;
  }
  return -1;
}

/** The flags at the beginning, and where what follows them begins. */
function flagsOf(rest: Span, reader: Reader): { flags: Node[]; from: number } {
  const flags: Node[] = [];
  const { plain } = reader;
  let from = rest.start;
  for (const word of words(rest, reader)) {
    if (!plain.startsWith('--', word.start)) break;
    const equals = plain.indexOf('=', word.start);
    const has = equals >= 0 && equals < word.end;
    const end = has ? equals : word.end;
    const value = has
      ? text({ start: equals + 1, end: word.end }, reader)
      : make('bool', { start: word.end, end: word.end }, { value: true });
    flags.push(make('named', word, { name: plain.slice(word.start, end), value }));
    from = word.end;
  }
  return { flags, from };
}

/** `key=value key="other value"`, or the old `key all the rest`. */
function pairs(whole: Span, callee: Shape<'name'>, rest: Span, reader: Reader): Shape<'call'>[] {
  const { plain } = reader;
  const all = words(rest, reader);
  const [first, second] = all;
  const equalsIn = (word: Span): number => outside(word, '=', plain);
  const made = (at: Span, args: Node[], name = callee): Shape<'call'> =>
    make('call', at, { callee: name, typeArgs: [], args, optional: false });
  if (!first) return [made(whole, [])];
  if (callee.name !== 'ARG' && second && equalsIn(first) < 0) {
    const value = trimmed({ start: first.end, end: rest.end }, plain);
    return [made(whole, [text(first, reader), text(value, reader)])];
  }
  return all.map((word, index) => {
    const equals = equalsIn(word);
    const key = { start: word.start, end: equals < 0 ? word.end : equals };
    const args = [text(key, reader), ...(equals < 0 ? [] : [text({ start: equals + 1, end: word.end }, reader)])];
    if (all.length === 1) return made(whole, args);
    if (index === 0) return made({ start: whole.start, end: word.end }, args);
    return made(word, args, make('name', { start: word.start, end: word.start }, { name: callee.name }));
  });
}

/** What `ENV` sets; `...` in a pattern is no pair. */
function variables(rest: Span, reader: Reader): Node[] {
  const { plain } = reader;
  const all = words(rest, reader);
  const [first, second] = all;
  const set = (at: Span, key: Span, value: Span): Node =>
    make('other', at, { type: 'variable', text: plain.slice(key.start, key.end), kids: [text(value, reader)] });
  const dots = (word: Span): boolean => plain.slice(word.start, word.end) === 'Fs_el';
  if (first && second && outside(first, '=', plain) < 0 && !dots(first)) {
    const value = trimmed({ start: first.end, end: rest.end }, plain);
    return [set({ start: first.start, end: value.end }, first, value)];
  }
  return all.map((word) => {
    const equals = outside(word, '=', plain);
    if (equals < 0) return dots(word) ? text(word, reader) : set(word, word, { start: word.end, end: word.end });
    return set(word, { start: word.start, end: equals }, { start: equals + 1, end: word.end });
  });
}

/** A list in JSON; null for anything else. */
function listOf(span: Span, reader: Reader): Shape<'array'> | null {
  const at = trimmed(span, reader.plain);
  const code = reader.plain.slice(at.start, at.end);
  if (!LIST.test(code)) return null;
  const elements = [...code.matchAll(ITEM)].map((item): Node => {
    const start = at.start + item.index;
    return make('string', { start, end: start + item[0].length }, { value: item[1]! });
  });
  return make('array', at, { bracket: '[', elements });
}

const LIST = /^\[\s*(?:"(?:[^"\\]|\\.)*"\s*(?:,\s*"(?:[^"\\]|\\.)*"\s*)*)?\]$/;
const ITEM = /"((?:[^"\\]|\\.)*)"/g;

/** Shell code, in the instruction or in its heredocs. Without a shell that reads it, one string. */
function commands(whole: Span, body: Span, heredocs: readonly Heredoc[], reader: Reader): Node[] {
  const [first] = heredocs;
  const at = trimmed(body, reader.plain);
  if (at.start === at.end) return [];
  const last = heredocs.at(-1);
  const bare = first && last && first.mark.start === at.start && last.mark.end === at.end && heredocs.length === 1;
  if (!first) return [script(at, reader)];
  return [script(bare ? first : { start: at.start, end: whole.end }, reader)];
}

function script(at: Span, reader: Reader): Node {
  const code = reader.shell.slice(at.start, at.end);
  const otherProgram = /^#!(?!.*\b(?:ba|da|k|z|a)?sh\b)/.test(code);
  const root = otherProgram ? null : reader.parse(code, at.start);
  if (!root) {
    const unread = make('string', at, { value: code });
    return make('block', at, { body: [make('exprstmt', at, { expr: unread })] });
  }
  return make('block', at, { body: reader.lower.kids(root) });
}

// ---- words

function words(span: Span, reader: Reader): Span[] {
  const { plain, escaper } = reader;
  const found: Span[] = [];
  let at = span.start;
  while (at < span.end) {
    if (/\s/.test(plain[at]!)) {
      at++;
      continue;
    }
    const start = at;
    for (let quote = ''; at < span.end; at++) {
      const char = plain[at]!;
      if (quote === '' && /\s/.test(char)) break;
      if (char === escaper && quote !== "'") at++;
      else if (quote !== '') quote = char === quote ? '' : quote;
      else if (char === '"' || char === "'") quote = char;
      else if (plain.startsWith('${', at)) {
        const close = plain.indexOf('}', at);
        if (close > 0 && close < span.end) at = close;
      }
    }
    at = Math.min(at, span.end);
    found.push({ start, end: at });
  }
  return found;
}

const VARIABLE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?]|##?|%%?|\/\/?)([^}]*))?\})/y;

/** The value of a word: quotes and escapes taken away, variables as `name`s. */
function text(span: Span, { plain, escaper }: Reader): Node {
  const parts: Node[] = [];
  let value = '';
  let from = span.start;
  const flush = (to: number): void => {
    if (value !== '') parts.push(make('string', { start: from, end: to }, { value }));
    value = '';
  };
  let quote = '';
  let at = span.start;
  while (at < span.end) {
    const char = plain[at]!;
    if (char === quote || (quote === '' && (char === '"' || char === "'"))) {
      quote = quote === '' ? char : '';
      at++;
      continue;
    }
    if (char === escaper && quote !== "'" && at + 1 < span.end) {
      value += plain[at + 1]!;
      at += 2;
      continue;
    }
    VARIABLE.lastIndex = at;
    const found = char === '$' && quote !== "'" ? VARIABLE.exec(plain) : null;
    if (found && at + found[0].length <= span.end) {
      flush(at);
      parts.push(variable(at, found));
      at += found[0].length;
      from = at;
      continue;
    }
    value += char;
    at++;
  }
  flush(span.end);
  const [only] = parts;
  if (!only) return make('string', span, { value: '' });
  if (parts.length > 1) return make('template', span, { parts });
  return only.kind === 'string' ? make('string', span, { value: only.value }) : only;
}

/** `$x`, `${x}`, `${x:-default}`. */
function variable(start: number, found: RegExpExecArray): Node {
  const at = { start, end: start + found[0].length };
  const name = found[1] ?? found[2] ?? '';
  const op = found[3];
  if (op === undefined) return make('name', at, { name });
  const begin = start + (found[1] === undefined ? 2 : 1);
  const behind = begin + name.length;
  const left = make('name', { start: begin, end: behind }, { name });
  const right = make('string', { start: behind + op.length, end: at.end - 1 }, { value: found[4] ?? '' });
  return make('binary', at, { op, left, right });
}

function trimmed({ start, end }: Span, plain: string): Span {
  const code = plain.slice(start, end);
  const left = start + code.length - code.trimStart().length;
  return { start: Math.min(left, end), end: Math.max(left, end - (code.length - code.trimEnd().length)) };
}
