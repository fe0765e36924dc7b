/**
 * Finds tokens by their shape. A text is walked once for long runs of token characters; formats with a prefix are looked
 * up where a token may begin, formats with keywords run only near a keyword, and nothing else runs at all.
 */
import type { SecretFormat, SecretSpec } from '../model/rule.ts';
import { shannonEntropy } from './entropy.ts';
import { isInvented, isPlaceholder } from './placeholder.ts';
import { secretChecks } from './secret-check.ts';

export interface FormatMatch {
  start: number;
  end: number;
  format: SecretFormat;
}

/** Characters of a token, and of what may stand around one without a break. Every format with a prefix holds such a run. */
const RUN = 20;
const runs = /[A-Za-z0-9_+/=.~%-]{20,}/g;

/** Code units before and behind a keyword that are searched, at most. */
const REACH = 1500;

/** False when no format with a prefix, and none whose secret is one token, can match. */
export function holdsTokenRun(text: string): boolean {
  runs.lastIndex = 0;
  return text.length >= RUN && runs.test(text);
}

/** Every match of the formats, those of the `public` class too, in the order of the formats. */
export function matchFormats(text: string, path: string, formats: readonly SecretFormat[]): FormatMatch[] {
  const index = indexOf(formats);
  const found: FormatMatch[] = [];
  const keep = (format: SecretFormat, hit: RegExpExecArray, offset: number): void => {
    const match = judge(format, hit, offset, text, path);
    if (match) found.push(match);
  };
  let dense = false;
  runs.lastIndex = 0;
  for (let run = runs.exec(text); run; run = runs.exec(text)) {
    dense ||= /[A-Za-z0-9_+/=~-]{20}/.test(run[0]) && /\d/.test(run[0]);
    eachBeginning(text, run.index, run[0], (at) => {
      for (const { prefix, format } of index.byHead.get(text.slice(at, at + HEAD)) ?? []) {
        if (!text.startsWith(prefix, at)) continue;
        const regex = regexOf(format, 'y');
        regex.lastIndex = at;
        const hit = regex.exec(text);
        if (hit && (!format.keywords || keywordNear(format, text, at))) keep(format, hit, 0);
      }
    });
  }
  const lists = dense ? [index.loose, index.dense] : [index.loose];
  const lower = lists.some((list) => list.size > 0) ? lowerCase(text) : '';
  const near = new Set<SecretFormat>();
  for (const list of lists) for (const [word, its] of list) if (lower.includes(word)) for (const format of its) near.add(format);
  for (const format of near) {
    for (const [from, to] of windows(format, text, lower)) {
      const piece = text.slice(from, to);
      for (const hit of piece.matchAll(regexOf(format, 'g'))) {
        const start = from + hit.index;
        const whole = !touches(text, start, from) && !touches(text, start + hit[0].length, to);
        if (whole) keep(format, hit, from);
      }
    }
  }
  return found.sort((a, b) => formats.indexOf(a.format) - formats.indexOf(b.format) || a.start - b.start);
}

/** Whether a match that begins or ends at `at` may have been cut off there by the window's border. */
function touches(text: string, at: number, border: number): boolean {
  return at === border && at > 0 && at < text.length && text[at] !== '\n' && text[at - 1] !== '\n';
}

/** Whether the match is what the format says, and nothing that makes it harmless. */
function judge(format: SecretFormat, hit: RegExpExecArray, offset: number, text: string, path: string): FormatMatch | null {
  const secret = hit.groups?.['secret'] ?? hit[0];
  // Names and quotes stand before the secret, never the secret's own text.
  const start = offset + hit.index + hit[0].lastIndexOf(secret);
  const body = hit.groups?.['body'] ?? withoutPrefix(secret, format);
  let end = start + secret.length;
  if (format.entropy !== undefined && shannonEntropy(body) < format.entropy) return null;
  if (format.check !== undefined) {
    end = secretChecks[format.check]({ text, start, end, secret, body });
    if (end < 0) return null;
  }
  if (mustBeRandom(format) && (isPlaceholder(secret) || isInvented(body))) return null;
  if (isHarmless(format, secret, text, start, path)) return null;
  return { start, end, format };
}

/** Whether `not`, `not-line` or `not-path` of the spec says so. */
export function isHarmless(spec: SecretSpec, secret: string, text: string, start: number, path: string): boolean {
  const some = (regexes: readonly string[] | undefined, subject: () => string): boolean =>
    regexes?.some((regex) => compiled(regex).test(subject())) ?? false;
  return some(spec.not, () => secret) || some(spec.notPath, () => path) || some(spec.notLine, () => lineAround(text, start, 0));
}

function mustBeRandom(format: SecretFormat): boolean {
  return format.random ?? (format.check === undefined && format.class !== 'public');
}

function withoutPrefix(secret: string, format: SecretFormat): string {
  let longest = 0;
  for (const prefix of format.prefixes ?? []) if (prefix.length > longest && secret.startsWith(prefix)) longest = prefix.length;
  return secret.slice(longest);
}

/** Behind these, or their forms in a URL, a token may begin inside a run. */
const breaks = /(?:[+/=.~]|%(?:3D|3A|2F|20|22|26))(?=[A-Za-z0-9])/gi;

/** Where a token may begin: at the run's start, behind a break, behind an escape that the run took for its beginning. */
function eachBeginning(text: string, from: number, run: string, visit: (at: number) => void): void {
  const last = run.length - SHORTEST;
  visit(from);
  // `\nghp_…` as written in a string.
  if (text.charCodeAt(from - 1) === BACKSLASH && /^[nrt]/.test(run)) visit(from + 1);
  breaks.lastIndex = 0;
  for (let hit = breaks.exec(run); hit && hit.index < last; hit = breaks.exec(run)) visit(from + hit.index + hit[0].length);
}

const BACKSLASH = 92;
/** Of all prefixed formats, in code units. */
const SHORTEST = 19;

/** Pieces of the text around the keywords of a format, merged, in order. */
function windows(format: SecretFormat, text: string, lower: string): [number, number][] {
  const places: number[] = [];
  for (const word of format.keywords ?? [])
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) places.push(at);
  const merged: [number, number][] = [];
  for (const place of places.sort((a, b) => a - b)) {
    const last = merged.at(-1);
    const [from, to] = linesAround(text, place, format.lines ?? 0);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

function keywordNear(format: SecretFormat, text: string, at: number): boolean {
  const near = lineAround(text, at, format.lines ?? 0).toLowerCase();
  return format.keywords!.some((word) => near.includes(word));
}

function lineAround(text: string, at: number, more: number): string {
  const [from, to] = linesAround(text, at, more);
  return text.slice(from, to);
}

/** The line of `at` and so many lines above and below, no more than `REACH` to either side. */
function linesAround(text: string, at: number, more: number): [number, number] {
  const before = text.slice(Math.max(0, at - REACH), at);
  const behind = text.slice(at, at + REACH);
  let from = before.length;
  for (let line = 0; line <= more && from >= 0; line++) from = from === 0 ? -1 : before.lastIndexOf('\n', from - 1);
  let to = -1;
  for (let line = 0; line <= more && to < behind.length; line++) {
    const end = behind.indexOf('\n', to + 1);
    to = end < 0 ? behind.length : end;
  }
  return [at - before.length + from + 1, at + to];
}

/** Lower case with every offset kept: some letters outside ASCII would change the text's length. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}

const HEAD = 3;

interface FormatIndex {
  byHead: Map<string, { prefix: string; format: SecretFormat }[]>;
  /** By keyword, formats without a prefix: those that are one token, and those that any text may match. */
  dense: Map<string, SecretFormat[]>;
  loose: Map<string, SecretFormat[]>;
}

const indexes = new WeakMap<readonly SecretFormat[], FormatIndex>();

function indexOf(formats: readonly SecretFormat[]): FormatIndex {
  let index = indexes.get(formats);
  if (!index) {
    index = { byHead: new Map(), dense: new Map(), loose: new Map() };
    for (const format of formats) {
      for (const prefix of format.prefixes ?? []) add(index.byHead, prefix.slice(0, HEAD), { prefix, format });
      if (format.prefixes) continue;
      for (const word of format.keywords ?? []) add(mustBeRandom(format) ? index.dense : index.loose, word, format);
    }
    indexes.set(formats, index);
  }
  return index;
}

function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

const regexes = new WeakMap<SecretFormat, RegExp>();

/** A token ends where its characters end, and begins so where no prefix was looked up. */
function regexOf(format: SecretFormat, mode: 'y' | 'g'): RegExp {
  let regex = regexes.get(format);
  if (!regex) {
    const own = /^\(\?<[=!]/.test(format.regex);
    const begin =
      format.assigned !== undefined
        ? `(?:${format.assigned})${assignment}(?<secret>`
        : mode === 'y' || own
          ? '(?:'
          : '(?<![A-Za-z0-9_-])(?:';
    regex = new RegExp(`${begin}${format.regex})(?![A-Za-z0-9_-])`, (format.flags ?? '') + mode);
    regexes.set(format, regex);
  }
  return regex;
}

/** What stands between a name and the value that it is given, in code, configuration and on command lines. */
const assignment = '["\'`\\])]{0,3}\\s{0,3}(?::\\s{0,2}[A-Za-z]{3,12}\\s{0,2})?(?::=|=>|[:=,]|\\s)\\s{0,3}[bru]?["\'`]?';

const others = new Map<string, RegExp>();
function compiled(source: string): RegExp {
  let regex = others.get(source);
  if (!regex) {
    regex = new RegExp(source, 'i');
    others.set(source, regex);
  }
  return regex;
}
