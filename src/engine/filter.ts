/** The text filter: which rules can match a text at all. Exact, and fast enough to make parsing the exception. */
import type { Needs, PackedNeeds } from '../model/rule.ts';
import { isWordCode } from './locate.ts';
import { holdsTokenRun } from './secret-format.ts';

/** What a text holds, asked for lazily. */
export interface TextIndex {
  has(needs: Needs | PackedNeeds): boolean;
}

/** Bits of the table of identifiers; a false "maybe" costs one search. */
const BITS = 1 << 16;

export function indexText(text: string): TextIndex {
  const known = new Map<string, boolean>();
  let seen: Uint8Array | null = null;
  let lower: string | null = null;
  let pieces: ReadonlySet<string> | null = null;

  const word = (value: string): boolean => {
    let found = known.get(value);
    if (found === undefined) {
      seen ??= identifierBits(text);
      const bit = hash(value);
      found = ((seen[bit >> 3]! >> (bit & 7)) & 1) === 1 && holdsWord(text, value);
      known.set(value, found);
    }
    return found;
  };
  const has = (needs: Needs | PackedNeeds): boolean => {
    if (typeof needs === 'string') return word(needs);
    if (Array.isArray(needs)) {
      const [any] = needs;
      for (let at = 1; at < needs.length; at++) if (has(needs[at] as PackedNeeds) === (any === 1)) return any === 1;
      return any === 0;
    }
    switch (needs.kind) {
      case 'word':
        return word(needs.value);
      case 'text':
        if (!needs.caseless) return text.includes(needs.value);
        lower ??= text.toLowerCase();
        return lower.includes(needs.value.toLowerCase());
      case 'string': {
        if (text.includes(needs.value)) return true;
        pieces ??= literalsIn(text);
        for (let length = 1; length < needs.value.length; length++) if (pieces.has(needs.value.slice(0, length))) return true;
        return /^[\d-]/.test(needs.value);
      }
      case 'token-run':
        return holdsTokenRun(text);
      case 'all':
        return needs.of.every(has);
      case 'any':
        return needs.of.some(has);
      default:
        return needs satisfies never;
    }
  };
  return { has };
}

/** Every text that could be a string literal, or the part of a template before a hole. */
function literalsIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const mark of text.matchAll(/["'`}]([^"'`\n{$}]{1,60})(?=["'`{$])/g)) found.add(mark[1]!);
  // A literal may begin where another one ended.
  for (const mark of text.matchAll(/(?<=["'`])([^"'`\n{$}]{1,60})(?=["'`{$])/g)) found.add(mark[1]!);
  return found;
}

/** One pass over the text: a bit for each identifier's hash. */
function identifierBits(text: string): Uint8Array {
  const bits = new Uint8Array(BITS / 8);
  let value = 0;
  let inside = false;
  const { length } = text;
  for (let at = 0; at <= length; at++) {
    const code = at < length ? text.charCodeAt(at) : 0;
    if (isWordCode(code)) {
      value = inside ? (Math.imul(value, 31) + code) | 0 : code;
      inside = true;
    } else if (inside) {
      const bit = fold(value);
      bits[bit >> 3]! |= 1 << (bit & 7);
      inside = false;
    }
  }
  return bits;
}

function hash(word: string): number {
  let value = word.charCodeAt(0);
  for (let at = 1; at < word.length; at++) value = (Math.imul(value, 31) + word.charCodeAt(at)) | 0;
  return fold(value);
}

const fold = (value: number): number => (value ^ (value >>> 15)) & (BITS - 1);

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isWordCode(text.charCodeAt(at - 1)) && !isWordCode(text.charCodeAt(at + word.length))) return true;
  return false;
}
