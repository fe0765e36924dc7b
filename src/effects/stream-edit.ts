/**
 * `sed -i` and `perl -pi` applied to a text: substitutions, deletions and insertions, with line numbers and patterns as
 * addresses. Whatever else such a program does makes its result unknown (null).
 */
import { posixClasses } from '../model/posix-class.ts';

/** Longest text that is edited, code units. */
const MAX_TEXT = 2_000_000;

interface Address {
  from: Point;
  to: Point | null;
  negated: boolean;
}
type Point = { kind: 'line'; line: number } | { kind: 'last' } | { kind: 'match'; regex: RegExp };

type Edit =
  | {
      kind: 'substitute';
      regex: RegExp;
      replacement: (match: string, groups: readonly string[]) => string;
      every: boolean;
      nth: number;
    }
  | { kind: 'delete' }
  | { kind: 'append' | 'insert' | 'change'; text: string };

/** The text after a sed program (`-e` parts joined by newlines); null when that is not known. */
export function editedBySed(text: string, program: string, extended: boolean): string | null {
  if (text.length > MAX_TEXT) return null;
  const steps = parseSed(program, extended);
  if (steps === null) return null;
  const lines = text.split('\n');
  const ended = lines.at(-1) === '';
  if (ended) lines.pop();
  const out: string[] = [];
  const open = steps.map(() => false);
  for (const [index, original] of lines.entries()) {
    let line: string | null = original;
    const after: string[] = [];
    for (const [at, { address, edit }] of steps.entries()) {
      if (line === null || !selected(address, index + 1, lines.length, line, open, at)) continue;
      switch (edit.kind) {
        case 'substitute':
          line = substituted(line, edit);
          break;
        case 'delete':
          line = null;
          break;
        case 'append':
          after.push(edit.text);
          break;
        case 'insert':
          out.push(edit.text);
          break;
        case 'change':
          out.push(edit.text);
          line = null;
          break;
        default:
          edit satisfies never;
      }
    }
    if (line !== null) out.push(line);
    out.push(...after);
  }
  return out.join('\n') + (ended && out.length > 0 ? '\n' : '');
}

/** The text after `perl -pe program`, or `perl -0777 -pe program` with `whole`; substitutions alone are understood. */
export function editedByPerl(text: string, program: string, whole: boolean): string | null {
  if (text.length > MAX_TEXT) return null;
  const steps: Extract<Edit, { kind: 'substitute' }>[] = [];
  let rest = program.trim().replace(/;+\s*$/, '');
  while (rest !== '') {
    const parsed = perlSubstitution(rest);
    if (parsed === null) return null;
    steps.push(parsed.edit);
    rest = rest.slice(parsed.length).replace(/^\s*;?\s*/, '');
  }
  const pieces = whole ? [text] : text.split(/(?<=\n)/);
  return pieces.map((piece) => steps.reduce((line, step) => substituted(line, step), piece)).join('');
}

function substituted(line: string, { regex, replacement, every, nth }: Extract<Edit, { kind: 'substitute' }>): string {
  let seen = 0;
  return line.replace(regex, (match: string, ...rest: unknown[]) => {
    seen += 1;
    if (every ? seen < nth : seen !== nth) return match;
    const groups = rest
      .slice(
        0,
        rest.findIndex((item) => typeof item === 'number'),
      )
      .map((group) => (typeof group === 'string' ? group : ''));
    return replacement(match, groups);
  });
}

function selected(address: Address | null, line: number, count: number, text: string, open: boolean[], at: number): boolean {
  if (address === null) return true;
  const hits = (point: Point): boolean =>
    point.kind === 'line' ? point.line === line : point.kind === 'last' ? line === count : point.regex.test(text);
  let inside: boolean;
  if (address.to === null) inside = hits(address.from);
  else if (open[at]) {
    inside = true;
    if (hits(address.to) || (address.to.kind === 'line' && line >= address.to.line)) open[at] = false;
  } else {
    inside = hits(address.from);
    if (inside && !(address.to.kind === 'line' && address.to.line <= line)) open[at] = true;
  }
  return inside !== address.negated;
}

// ---- reading sed programs

function parseSed(program: string, extended: boolean): { address: Address | null; edit: Edit }[] | null {
  const steps: { address: Address | null; edit: Edit }[] = [];
  let at = 0;
  const skip = (pattern: RegExp): string => {
    const sticky = new RegExp(pattern.source, 'y');
    sticky.lastIndex = at;
    const found = sticky.exec(program)?.[0] ?? '';
    at += found.length;
    return found;
  };
  /** Text up to an unescaped `mark`. */
  const upTo = (mark: string): string | null => {
    let text = '';
    let list = false;
    for (; at < program.length; at += 1) {
      const c = program[at]!;
      if (c === '\\' && at + 1 < program.length) {
        text += program[at + 1] === mark && mark !== '\\' && !/[.*[\]^$+?(){}|]/.test(mark) ? mark : c + program[at + 1]!;
        at += 1;
        continue;
      }
      if (c === '[' && !list) list = true;
      else if (c === ']') list = false;
      if (c === mark) {
        at += 1;
        return text;
      }
      text += c;
    }
    return null;
  };
  const point = (): Point | null | 'bad' => {
    const number = skip(/\d+/);
    if (number !== '') return { kind: 'line', line: Number(number) };
    if (program[at] === '$') {
      at += 1;
      return { kind: 'last' };
    }
    if (program[at] !== '/' && program[at] !== '\\') return null;
    if (program[at] === '\\') at += 1;
    const mark = program[at]!;
    at += 1;
    const source = upTo(mark);
    const flags = skip(/I/) === 'I' ? 'i' : '';
    const regex = source === null ? null : regexOf(source, extended, flags);
    return regex === null ? 'bad' : { kind: 'match', regex };
  };
  while (at < program.length) {
    skip(/[\s;]+/);
    if (at >= program.length) break;
    if (program[at] === '#') {
      skip(/[^\n]*/);
      continue;
    }
    const from = point();
    if (from === 'bad') return null;
    let address: Address | null = null;
    if (from !== null) {
      let to: Point | null | 'bad' = null;
      skip(/[ \t]*/);
      if (program[at] === ',') {
        at += 1;
        skip(/[ \t]*/);
        to = point();
        if (to === 'bad' || to === null) return null;
      }
      skip(/[ \t]*/);
      address = { from, to, negated: skip(/!/) === '!' };
    }
    skip(/[ \t]*/);
    const command = program[at];
    at += 1;
    if (command === 's') {
      const mark = program[at];
      at += 1;
      if (mark === undefined || /[\s\\\w]/.test(mark)) return null;
      const source = upTo(mark);
      const raw = source === null ? null : upTo(mark);
      if (source === null || raw === null) return null;
      const flags = skip(/[gpiImM0-9]*/);
      if (/[we]/.test(program[at] ?? '')) return null;
      const regex = regexOf(source, extended, /[iI]/.test(flags) ? 'gi' : 'g');
      if (regex === null) return null;
      const nth = Number(/\d+/.exec(flags)?.[0] ?? 1);
      steps.push({
        address,
        edit: { kind: 'substitute', regex, replacement: sedReplacement(raw), every: flags.includes('g'), nth },
      });
    } else if (command === 'd') steps.push({ address, edit: { kind: 'delete' } });
    else if (command === 'a' || command === 'i' || command === 'c') {
      skip(/[ \t]*\\?[ \t]*\n?/);
      let text = '';
      for (;;) {
        text += skip(/[^\n\\]*/);
        if (program[at] === '\\') {
          text += program[at + 1] === 'n' ? '\n' : program[at + 1] === 't' ? '\t' : (program[at + 1] ?? '');
          at += 2;
        } else break;
      }
      steps.push({ address, edit: { kind: command === 'a' ? 'append' : command === 'i' ? 'insert' : 'change', text } });
    } else return null;
  }
  return steps;
}

/** `&`, `\1`, `\n`. */
function sedReplacement(text: string): (match: string, groups: readonly string[]) => string {
  return (match, groups) =>
    text.replace(/\\(\d)|\\(n)|\\(t)|\\([\s\S])|&/g, (whole, group?: string, newline?: string, tab?: string, other?: string) => {
      if (whole === '&') return match;
      if (group !== undefined) return group === '0' ? match : (groups[Number(group) - 1] ?? '');
      return newline !== undefined ? '\n' : tab !== undefined ? '\t' : (other ?? '');
    });
}

/** POSIX basic or extended syntax as JavaScript has it; null for what it lacks, or what could take for ever. */
function regexOf(source: string, extended: boolean, flags: string): RegExp | null {
  let out = '';
  for (let at = 0; at < source.length; at += 1) {
    const c = source[at]!;
    if (c === '\\') {
      const next = source[at + 1] ?? '\\';
      at += 1;
      if (!extended && /[(){}|+?]/.test(next)) out += next;
      else if (next === '<' || next === '>') out += '\\b';
      else if (next === "'" || next === '`') return null;
      else out += /[\w.*[\]^$+?(){}|\\/]/.test(next) ? `\\${next}` : next;
    } else if (c === '[') {
      const end = source.indexOf(']', at + (source[at + 1] === '^' ? 3 : 2));
      if (end < 0) return null;
      const body = source.slice(at, end + 1);
      // `[[:alpha:]]`
      if (body.includes('[:') || body.includes('[.') || body.includes('[=')) {
        const close = source.indexOf(']]', at);
        if (close < 0) return null;
        out += classOf(source.slice(at, close + 2));
        at = close + 1;
      } else {
        out += body.replace(/\\(?!n|t)/g, '\\\\').replace(/(?!^)\[/g, '\\[');
        at = end;
      }
    } else if (!extended && /[(){}|+?]/.test(c)) out += `\\${c}`;
    else if (!extended && c === '*' && (out === '' || out === '^')) out += '\\*';
    else out += c;
  }
  return safeRegex(out, flags);
}

const classOf = (text: string): string => text.replace(/\[:(\w+):\]/g, (_, name: string) => posixClasses.get(name) ?? '');

/** A repetition of something repeated could keep the program busy for ever. */
function safeRegex(source: string, flags: string): RegExp | null {
  if (/\((?:[^()\\]|\\.)*[*+}](?:[^()\\]|\\.)*\)[*+{]/.test(source) || source.length > 2000) return null;
  try {
    return new RegExp(source, flags);
  } catch {
    return null;
  }
}

// ---- reading Perl substitutions

function perlSubstitution(text: string): { edit: Extract<Edit, { kind: 'substitute' }>; length: number } | null {
  const mark = /^s\s*([^\w\s])/.exec(text)?.[1];
  if (mark === undefined) return null;
  const pairs: Record<string, string> = { '{': '}', '(': ')', '[': ']', '<': '>' };
  const close = pairs[mark] ?? mark;
  let at = text.indexOf(mark) + 1;
  const part = (): string | null => {
    let depth = 0;
    let out = '';
    for (; at < text.length; at += 1) {
      const c = text[at]!;
      if (c === '\\' && at + 1 < text.length) {
        out += text[at + 1] === close && close === mark && !/[.*[\]^$+?(){}|]/.test(close) ? close : c + text[at + 1]!;
        at += 1;
      } else if (c === close && depth === 0) {
        at += 1;
        return out;
      } else {
        if (close !== mark && c === mark) depth += 1;
        if (close !== mark && c === close) depth -= 1;
        out += c;
      }
    }
    return null;
  };
  const source = part();
  if (source === null) return null;
  if (close !== mark) {
    at += /^\s*/.exec(text.slice(at))![0].length;
    if (text[at] !== mark) return null;
    at += 1;
  }
  const raw = part();
  if (raw === null) return null;
  const flags = /^[a-z]*/.exec(text.slice(at))![0];
  at += flags.length;
  if (/[^gimsx]/.test(flags) || flags.includes('x') || /[$@]\{?[a-zA-Z_]/.test(raw) || /[$@]\{?[a-zA-Z_]\w/.test(source))
    return null;
  const body = source
    .replace(/\\Q([\s\S]*?)(?:\\E|$)/g, (_, inner: string) => inner.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .replace(/\\z/g, '$');
  const regex = safeRegex(body, `g${flags.replace(/[^ims]/g, '')}`);
  if (regex === null) return null;
  const replacement = (match: string, groups: readonly string[]): string =>
    raw.replace(
      /[$\\](\d)|\$&|\\(n)|\\(t)|\\([\s\S])/g,
      (whole, group?: string, newline?: string, tab?: string, other?: string) => {
        if (group !== undefined) return groups[Number(group) - 1] ?? '';
        if (whole === '$&') return match;
        return newline !== undefined ? '\n' : tab !== undefined ? '\t' : (other ?? '');
      },
    );
  return { edit: { kind: 'substitute', regex, replacement, every: flags.includes('g'), nth: 1 }, length: at };
}
