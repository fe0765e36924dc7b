/** Splits a program's arguments into options and operands, as the program itself would (XBD 12.2, getopt_long). */
import type { Flag, Piece, Word } from '../model/shell.ts';
import { type ArgumentStyle, argumentStyles, sameStyle } from './shell-argument-styles.ts';
import { family } from './shell-interpreters.ts';
import { wordOf } from './shell-pieces.ts';
import { type Wrapper, wrappers } from './shell-wrappers.ts';

export interface Arguments {
  flags: Flag[];
  operands: Word[];
  /** Index into the words of the first operand after which options are not read. */
  rest: number;
}

/** `words[0]` is the program. A sub-command that has its own style (`git commit`) is read with it. */
export function readArguments(program: string, words: readonly Word[]): Arguments {
  const name = family(sameStyle.get(program) ?? program);
  const wrapper = wrappers.get(program);
  const style =
    argumentStyles.get(name) ?? (wrapper === undefined || Array.isArray(wrapper) ? {} : { ...(wrapper as Wrapper), stops: true });
  const read = readOptions(words, 1, style);
  if (name !== 'git') return read;
  const at = read.rest;
  const sub = words[at]?.value;
  if (sub === undefined || sub === null) return read;
  const inner = readOptions(words, at + 1, argumentStyles.get(`git ${sub}`) ?? {});
  return { flags: [...read.flags, ...inner.flags], operands: [words[at]!, ...inner.operands], rest: at };
}

function readOptions(words: readonly Word[], from: number, style: ArgumentStyle): Arguments {
  const flags: Flag[] = [];
  const operands: Word[] = [];
  let at = from;
  for (; at < words.length; at += 1) {
    const word = words[at]!;
    const text = flagText(word);
    if (text === null || text === '-' || !text.startsWith('-')) {
      // bash takes `+o option` as well.
      if (style.stops && !(text !== null && /^\+[oO]$/.test(text))) break;
      operands.push(word);
      continue;
    }
    if (text === '--') {
      flags.push({ name: '--', value: null });
      at += 1;
      break;
    }
    if (text.startsWith('--')) {
      const equals = text.indexOf('=');
      const written = equals < 0 ? text.slice(2) : text.slice(2, equals);
      const name = complete(written, style);
      if (equals >= 0) flags.push({ name: `--${name}`, value: tail(word, equals + 1) });
      else if (style.long?.includes(name) && at + 1 < words.length) {
        at += 1;
        flags.push({ name: `--${name}`, value: words[at]! });
      } else flags.push({ name: `--${name}`, value: null });
      continue;
    }
    if (style.whole) {
      flags.push({ name: text, value: null });
      continue;
    }
    at = bundle(words, at, text, style, flags);
  }
  return { flags, operands: [...operands, ...words.slice(at)], rest: at };
}

/** `-rf`, `-ofile`, `-o file`; returns the index of the last word that belongs to it. */
function bundle(words: readonly Word[], at: number, text: string, style: ArgumentStyle, flags: Flag[]): number {
  for (let i = 1; i < text.length; i += 1) {
    const letter = text[i]!;
    if (style.short?.includes(letter)) {
      // The program text of `bash -ec '…'` is the next word wherever the letter stands.
      const attached = i + 1 < text.length && !(style.stops && letter === 'c');
      if (attached) {
        flags.push({ name: `-${letter}`, value: tail(words[at]!, i + 1) });
        return at;
      }
      flags.push({ name: `-${letter}`, value: words[at + 1] ?? null });
      for (const other of text.slice(i + 1)) flags.push({ name: `-${other}`, value: null });
      return at + 1;
    }
    flags.push({ name: `-${letter}`, value: null });
  }
  // `-name` of a program that is not in the table may be one option.
  if (text.length > 2 && style.short === undefined && style.bare === undefined) flags.push({ name: text, value: null });
  return at;
}

/** The word's known text when that decides whether it is an option: `-r$X` is one, `$X` is not. */
function flagText(word: Word): string | null {
  if (word.value !== null) return word.value;
  const [first] = word.pieces;
  if (first === undefined || first.kind === 'unknown' || !first.text.startsWith('-')) return null;
  let text = '';
  for (const piece of word.pieces) if (piece.kind === 'text') text += piece.text;
  return text;
}

function complete(name: string, style: ArgumentStyle): string {
  if (style.bare === undefined || name === '') return name;
  const all = [...style.bare, ...(style.long ?? [])];
  if (all.includes(name)) return name;
  const found = all.filter((one) => one.startsWith(name));
  return found.length === 1 ? found[0]! : name;
}

/** What is left of a word after `count` characters of its known beginning. */
function tail(word: Word, count: number): Word {
  const pieces: Piece[] = [];
  let left = count;
  for (const piece of word.pieces) {
    if (piece.kind === 'unknown' || left === 0) pieces.push(piece);
    else if (piece.text.length <= left) left -= piece.text.length;
    else {
      pieces.push({ ...piece, text: piece.text.slice(left) });
      left = 0;
    }
  }
  return wordOf(pieces, word.span);
}

/** What a wrapper starts. */
export interface Peeled {
  words: Word[];
  /** The text of a script instead of a program's words. */
  script: Piece[] | null;
  assignments: { name: string; value: Word }[];
  /** The place-holder of `xargs -I`; null when arguments go to the end. */
  marker: string | null;
}

/** Null when the wrapper, called like this, starts nothing. */
export function peel(words: readonly Word[], wrapper: Wrapper): Peeled | null {
  const assignments: Peeled['assignments'] = [];
  let marker: string | null = null;
  let at = 1;
  if (wrapper.sub !== undefined) {
    const read = readArguments(words[0]?.value ?? '', words);
    const operands = read.operands.map((word) => word.value);
    const found = wrapper.sub.find((sub) => sub.every((name, index) => operands[index] === name));
    if (found === undefined) return null;
    at = words.indexOf(read.operands[found.length - 1]!) + 1;
  }
  let skip = wrapper.skip ?? 0;
  let dashed = false;
  for (; at < words.length; at += 1) {
    const word = words[at]!;
    const text = word.value ?? flagText(word);
    if (text === '--') {
      dashed = true;
      at += 1;
      break;
    }
    if (text?.startsWith('-') && text.length > 1) {
      if (wrapper.looks?.includes(text)) return null;
      const equals = text.startsWith('--') ? text.indexOf('=') : -1;
      const name = equals < 0 ? text : text.slice(0, equals);
      const letter = text.startsWith('--') ? null : text.slice(-1);
      if (wrapper.scriptFlags?.some((flag) => flag === name || (flag.length === 2 && flag[1] === letter))) {
        const value = equals < 0 ? words[at + 1] : tail(word, equals + 1);
        return value === undefined ? null : { words: [], script: value.pieces, assignments, marker };
      }
      if (text.startsWith('--')) {
        if (name === '--replace') marker = equals < 0 ? '{}' : text.slice(equals + 1);
        if (equals < 0 && wrapper.long?.includes(name.slice(2))) at += 1;
        continue;
      }
      for (let i = 1; i < text.length; i += 1) {
        if (!wrapper.short?.includes(text[i]!)) continue;
        const attached = i + 1 < text.length;
        if (wrapper.input && text[i] === 'I') marker = attached ? text.slice(i + 1) : (words[at + 1]?.value ?? '{}');
        if (wrapper.input && text[i] === 'i') marker = attached ? text.slice(i + 1) : '{}';
        // The value of `-i`, `-l` and `-e` of xargs is attached or missing.
        if (!attached && !(wrapper.input && 'ile'.includes(text[i]!))) at += 1;
        break;
      }
      continue;
    }
    const head = word.pieces[0]?.kind === 'text' ? word.pieces[0].text : '';
    if (wrapper.assignments && /^[A-Za-z_]\w*=/.test(head)) {
      const equals = head.indexOf('=');
      assignments.push({ name: head.slice(0, equals), value: tail(word, equals + 1) });
      continue;
    }
    if (wrapper.dashes) continue;
    if (skip > 0) {
      skip -= 1;
      continue;
    }
    break;
  }
  if (wrapper.dashes && !dashed) return null;
  while (skip > 0 && at < words.length) {
    at += 1;
    skip -= 1;
  }
  const rest = words.slice(at);
  if (rest.length === 0) return null;
  const [first, second] = rest;
  if (first?.value !== null && second !== undefined && wrapper.scriptFlags?.includes(first!.value)) {
    return { words: [], script: second.pieces, assignments, marker };
  }
  return { words: rest, script: null, assignments, marker };
}
