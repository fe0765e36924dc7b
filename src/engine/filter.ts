/** The text filter: which rules can match a text at all. Exact, and fast enough to make parsing the exception. */
import type { Needs, PackedNeeds } from '../model/rule.ts';
import { perText } from './per-text.ts';
import { decoded } from './spelling.ts';
import { holdsTokenRun } from './token-run.ts';

/** What a text holds, asked for lazily. */
export interface TextIndex {
  has(needs: Needs | PackedNeeds): boolean;
  /** As `namesIn` finds them. */
  names(): ReadonlySet<string>;
}

export function indexText(text: string): TextIndex {
  const known = recent.find((one) => one.text === text);
  if (known) return known.index;
  const index = newIndex(text);
  recent = [{ text, index }, ...recent.slice(0, 3)];
  return index;
}

/** A text is asked about from several places while it, or a part of it, is scanned. */
let recent: readonly { text: string; index: TextIndex }[] = [];

function newIndex(text: string): TextIndex {
  let words: ReadonlySet<string> | null = null;
  let vocabulary: string | null = null;
  let caselessVocabulary: string | null = null;
  let lower: string | null = null;
  let registers: boolean | null = null;
  let pieces: ReadonlySet<string> | null = null;

  const names = (): ReadonlySet<string> => {
    words ??= namesIn(text);
    return words;
  };
  const word = (value: string): boolean => names().has(value);
  /** Every word of the text once: what is part of a word is looked for there, which is a fraction of the text. */
  const spelt = (): string => {
    vocabulary ??= [...names()].join(' ');
    return vocabulary;
  };
  const plain = (value: string): boolean =>
    (withinWord.test(value) ? spelt() : text).includes(value) || (value === 'req' && (registers ??= holdsHandlers(text)));
  const caseless = (value: string): boolean => {
    if (withinWord.test(value)) {
      caselessVocabulary ??= spelt().toLowerCase();
      return caselessVocabulary.includes(value);
    }
    lower ??= text.toLowerCase();
    return lower.includes(value);
  };
  const has = (needs: Needs | PackedNeeds): boolean => {
    if (typeof needs === 'string') {
      switch (needs.charCodeAt(0)) {
        case EQUALS:
          return plain(needs.slice(1));
        case TILDE:
          return caseless(needs.slice(1));
        default:
          return word(needs);
      }
    }
    if (Array.isArray(needs)) {
      const [any] = needs;
      for (let at = 1; at < needs.length; at++) if (has(needs[at] as PackedNeeds) === (any === 1)) return any === 1;
      return any === 0;
    }
    switch (needs.kind) {
      case 'word':
        return word(needs.value);
      case 'text':
        if (!needs.caseless) return plain(needs.value);
        return caseless(needs.value.toLowerCase());
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
  return { has, names };
}

/** Whether a text registers handlers with a web framework, in which a request (`req` to rules) may have any name. */
export const holdsHandlers = perText((text) => handlers.test(text));
const handlers =
  /\b(?:express|fastify|koa|hono|elysia|hapi|polka|restify|createServer|Request|NextRequest|NextApiRequest|FastifyRequest|IncomingMessage|HttpRequest|django|aiohttp|sanic|(?:Bun|Deno)\.serve)\b|(?:\b(?:app|api|server)|[rR]outer|\broutes?)\s*\.\s*(?:get|post|put|patch|delete|all|use|route)\s*\(/;

/** Nothing but characters of words, all of ASCII: small letters of others may be longer. */
const withinWord = /^\w+$/;

const EQUALS = 61;
const TILDE = 126;

/** Every text that could be a string literal, or the part of a template before a hole. */
function literalsIn(text: string): ReadonlySet<string> {
  // A literal may begin where another one ended.
  return new Set(text.match(/(?<=["'`}])[^"'`\n{$}]{1,60}(?=["'`{$])/g));
}

/** As `isWordCode` of `locate.ts` has it. */
const word =
  /[\w$\x80-\x9f\xa1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ufefe\uff00-\uffff]+/g;
const inWord =
  /^[\w$\x80-\x9f\xa1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ufefe\uff00-\uffff]{2}/;

/** Code units that are taken apart at once. */
const PIECE = 1 << 16;

/** Every identifier, and what stands behind the `$` of a shell's variable. */
export function namesIn(text: string): ReadonlySet<string> {
  const words = wordsIn(text) as Set<string>;
  for (const variable of text.match(variables) ?? []) words.add(variable.slice(1));
  for (const name of joinedNames(text).keys()) words.add(name);
  return words;
}

/**
 * Names that are put together from nothing but literals or written with escapes, as in `cp['ex' + 'ec'](x)`, and where: at
 * the last `+` or `.`, or the first literal.
 */
export function joinedNames(text: string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  const add = (name: string, at: number): void => {
    const places = found.get(name);
    if (places) places.push(at);
    else found.set(name, [at]);
  };
  if (text.includes('\\x') || text.includes('\\u'))
    for (const { 2: literal, index } of text.matchAll(escapedLiteral)) add(decoded(literal!), index);
  if (!mayJoin.test(text)) return found;
  for (const { 0: run, index } of text.matchAll(literalsInRow)) {
    if (
      run.includes(',') &&
      !/^\s*\]\s*\.join\(/.test(text.slice(index + run.length, index + run.length + 20)) &&
      !/\.join\(\s*[[(]\s*$/.test(text.slice(Math.max(0, index - 20), index))
    )
      continue;
    const operator = Math.max(run.lastIndexOf('+'), run.includes('.concat(') ? 0 : run.lastIndexOf('.'));
    add(run.replace(/\.concat\(|[^\w$]/g, ''), index + Math.max(0, operator));
  }
  return found;
}

/** A literal that is a name in which a letter is given by its number. */
const escapedLiteral = /(["'`])((?:[\w$]|\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{1,6}\})){2,60})\1/g;
const mayJoin = /\w["'`]\s*(?:\+|\.(?:concat\()?)\s*["'`]\w|\w(["'])[ \t]+["']\w|[\]"'`]\.join\(/;
const literalsInRow = /(?<![\w$\\])(["'`])[\w$]{1,40}\1(?:\s{0,40}(?:(?:\+|,|\.(?:concat\()?)\s{0,40})?(["'`])[\w$]{1,40}\2)+/g;

/** A whole word that begins with `$`. */
const variables = /(?<![\w$\x80-\uffff])\$[\w$\x80-\uffff]+/g;

/** Every identifier. A regular expression, because it runs as machine code from the first character on. */
export function wordsIn(text: string): ReadonlySet<string> {
  if (text.length <= PIECE) return new Set(text.match(word));
  const found = new Set<string>();
  for (let from = 0; from < text.length; ) {
    let to = from + PIECE;
    while (to < text.length && inWord.test(text.slice(to - 1, to + 1))) to++;
    for (const one of text.slice(from, to).match(word) ?? []) found.add(one);
    from = to;
  }
  return found;
}
