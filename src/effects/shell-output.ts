/** What simple filters print, where their arguments and input are known: enough to see through `$(echo … | base64 -d)`. */
import type { Piece, Word } from '../model/shell.ts';
import { decodeAnsi } from '../parse/shell-escape.ts';
import { literal, textOfPieces } from './shell-pieces.ts';

export interface Printing {
  program: string;
  args: readonly Word[];
  /** Null when nothing is known of the input. */
  input: Piece[] | null;
  cwd: string | null;
  workspace: string;
}

const MAX_TEXT = 200_000;

/** Turn text that nobody can read into text that is run. */
const decoders: ReadonlySet<string> = new Set(['base64', 'gbase64', 'basenc', 'base32', 'openssl', 'xxd', 'rev', 'tr']);

/** The pieces that the program prints; null when that is not known. `index`: the command, noted where it decodes. */
export function printed(command: Printing, index?: number): Piece[] | null {
  const pieces = printedText(command);
  if (pieces === null || index === undefined || !decoders.has(command.program)) return pieces;
  const from = [index];
  return pieces.map((piece) => (piece.kind === 'text' ? { ...piece, from } : piece));
}

function printedText(command: Printing): Piece[] | null {
  const { program, args } = command;
  switch (program) {
    case 'echo':
      return echoed(args);
    case 'printf':
      return formatted(args);
    case 'true':
    case 'false':
    case ':':
      return [];
    case 'pwd':
      return command.cwd === null ? null : [literal(`${command.cwd}\n`)];
    case 'cat':
    case 'tac':
    case 'less':
    case 'more':
    case 'tee':
    case 'sponge':
    case 'pv':
      return operandsOf(args).length === 0 ||
        program === 'tee' ||
        operandsOf(args).every((word) => word.value === '-' || word.value === '/dev/stdin')
        ? command.input
        : null;
    case 'git':
      return args.length === 2 && args[0]?.value === 'rev-parse' && args[1]?.value === '--show-toplevel'
        ? [literal(`${command.workspace}\n`)]
        : null;
    case 'basename':
    case 'dirname':
      return pathPart(program, args);
    default:
      return filtered(command);
  }
}

function operandsOf(args: readonly Word[]): Word[] {
  return args.filter((word) => word.value === null || word.value === '-' || !word.value.startsWith('-'));
}

function echoed(args: readonly Word[]): Piece[] {
  let at = 0;
  let escapes = false;
  let newline = true;
  for (; at < args.length; at += 1) {
    const match = /^-([neE]+)$/.exec(args[at]?.value ?? '');
    if (match === null) break;
    if (match[1]!.includes('e')) escapes = true;
    if (match[1]!.includes('n')) newline = false;
  }
  const out: Piece[] = [];
  for (const [index, word] of args.slice(at).entries()) {
    if (index > 0) out.push(literal(' '));
    for (const piece of word.pieces) out.push(piece.kind === 'text' && escapes ? literal(decodeAnsi(piece.text)) : piece);
  }
  if (newline) out.push(literal('\n'));
  return out;
}

/** `%s`, `%b`, `%d`, `%c`, `%q`, `%x…`, `%%`; the format is used again while arguments are left. */
function formatted(args: readonly Word[]): Piece[] | null {
  let list = args;
  if (list[0]?.value === '-v') return [];
  if (list[0]?.value === '--') list = list.slice(1);
  const format = list[0]?.value ?? null;
  if (format === null) return null;
  const values = list.slice(1);
  const out: Piece[] = [];
  let next = 0;
  let size = 0;
  do {
    const before = next;
    let at = 0;
    for (const match of format.matchAll(/%(?:%|[-+ #0]*\d*(?:\.\d+)?([sbdiuxXoqcfeg]))/g)) {
      if (match.index > at) out.push(literal(decodeAnsi(format.slice(at, match.index))));
      at = match.index + match[0].length;
      if (match[0] === '%%') out.push(literal('%'));
      else {
        const word = values[next++];
        const conversion = match[1];
        for (const piece of word?.pieces ?? []) {
          if (piece.kind === 'unknown') out.push(piece);
          else if (conversion === 'b') out.push(literal(decodeAnsi(piece.text)));
          else if (conversion === 'c') out.push(literal(piece.text.slice(0, 1)));
          else if ((conversion === 'x' || conversion === 'X' || conversion === 'o') && /^\d+$/.test(piece.text)) {
            out.push(literal(Number(piece.text).toString(conversion === 'o' ? 8 : 16)));
          } else out.push(literal(piece.text));
        }
      }
    }
    out.push(literal(decodeAnsi(format.slice(at))));
    size += format.length;
    if (next === before) break;
  } while (next < values.length && size < MAX_TEXT);
  return out;
}

function pathPart(program: string, args: readonly Word[]): Piece[] | null {
  const [word, suffix] = operandsOf(args);
  if (word === undefined || word.value === null) return null;
  const path = word.value.replace(/(?<=.)\/+$/, '');
  const slash = path.lastIndexOf('/');
  if (program === 'dirname') return [literal(`${slash < 0 ? '.' : path.slice(0, slash) || '/'}\n`)];
  const name = path.slice(slash + 1);
  const end = suffix?.value ?? '';
  return [literal(`${end !== '' && name !== end && name.endsWith(end) ? name.slice(0, -end.length) : name}\n`)];
}

/** Filters whose whole input must be known. */
function filtered(command: Printing): Piece[] | null {
  const input = command.input === null ? null : textOfPieces(command.input);
  if (input === null || input.length > MAX_TEXT) return null;
  const { args } = command;
  const has = (...names: string[]): boolean => args.some((word) => word.value !== null && names.includes(word.value));
  switch (command.program) {
    case 'base64':
    case 'gbase64':
      if (!has('-d', '-D', '--decode', '-di', '-id', '--d', '--de', '--dec')) return null;
      return [literal(decodeBase64(input))];
    case 'openssl':
      if (!((has('base64') || (has('enc') && has('-base64', '-a'))) && has('-d'))) return null;
      return [literal(decodeBase64(input))];
    case 'basenc':
      return has('-d', '--decode') && has('--base64') ? [literal(decodeBase64(input))] : null;
    case 'xxd':
      if (!(has('-r') && has('-p', '-ps')) && !has('-rp', '-pr')) return null;
      return [literal(input.replace(/[^0-9a-f]/gi, '').replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16))))];
    case 'rev':
      return [
        literal(
          input
            .split('\n')
            .map((line) => [...line].reverse().join(''))
            .join('\n'),
        ),
      ];
    case 'tr':
      return translated(input, args);
    case 'head':
    case 'tail':
    case 'sort':
    case 'uniq':
      return input.split('\n').filter((line) => line !== '').length <= 1 ? [literal(input)] : null;
    case 'xargs':
      return args.length === 0 ? [literal(`${input.trim().split(/\s+/).join(' ')}\n`)] : null;
    case 'sed':
      return substituted(input, args);
    default:
      return null;
  }
}

/** UTF-8; what is no base64 gives what its valid part gives. */
export function decodeBase64(text: string): string {
  const clean = text
    .replace(/[^A-Za-z0-9+/_-]/g, '')
    .replace(/-/g, '+')
    .replace(/_/g, '/');
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const c of clean) {
    bits = (bits << 6) | 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.indexOf(c);
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes.push((bits >> held) & 255);
      bits &= (1 << held) - 1;
    }
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

function translated(input: string, args: readonly Word[]): Piece[] | null {
  const deletes = args[0]?.value === '-d';
  const [from, to] = args.filter((word) => word.value !== '-d').map((word) => (word.value === null ? null : setOf(word.value)));
  if (from === undefined || from === null) return null;
  if (deletes) return [literal([...input].filter((c) => !from.includes(c)).join(''))];
  if (to === undefined || to === null || to.length === 0) return null;
  return [
    literal([...input].map((c) => (from.includes(c) ? (to[Math.min(from.lastIndexOf(c), to.length - 1)] ?? c) : c)).join('')),
  ];
}

/** The characters of a `tr` set; null for one with a complement or an equivalence class. */
function setOf(text: string): string[] | null {
  if (text.startsWith('-')) return null;
  const named: Record<string, string> = {
    '[:upper:]': 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    '[:lower:]': 'abcdefghijklmnopqrstuvwxyz',
    '[:digit:]': '0123456789',
    '[:space:]': ' \t\n\r\v\f',
  };
  if (named[text] !== undefined) return [...named[text]];
  const out: string[] = [];
  const chars = [...decodeAnsi(text)];
  for (let i = 0; i < chars.length; i += 1) {
    if (chars[i + 1] === '-' && chars[i + 2] !== undefined) {
      for (let code = chars[i]!.charCodeAt(0); code <= chars[i + 2]!.charCodeAt(0) && out.length < 512; code += 1)
        out.push(String.fromCharCode(code));
      i += 2;
    } else out.push(chars[i]!);
  }
  return out;
}

/** `s/literal/literal/g` alone. */
function substituted(input: string, args: readonly Word[]): Piece[] | null {
  const script = args.length === 1 ? args[0]?.value : args.length === 2 && args[0]?.value === '-e' ? args[1]?.value : null;
  const match = /^s(.)([^\\]*?)\1([^\\&]*?)\1(g?)$/.exec(script ?? '');
  if (match === null || match[2] === '' || /[.*[\]^$+?(){}|]/.test(match[2]!)) return null;
  const lines = input
    .split('\n')
    .map((line) => (match[4] === 'g' ? line.replaceAll(match[2]!, () => match[3]!) : line.replace(match[2]!, () => match[3]!)));
  return [literal(lines.join('\n'))];
}
