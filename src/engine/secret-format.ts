/**
 * Finds tokens by their shape. A text is walked once for long runs of token characters; formats with a prefix are looked
 * up where a token may begin, formats with keywords run only near a keyword, and nothing else runs at all.
 */
import type { SecretFormat, SecretIndex, SecretSpec } from '../model/rule.ts';
import { secretAt } from '../rules/bundle.ts';
import { HEAD, mustBeRandom } from '../rules/secret-index.ts';
import { shannonEntropy } from './entropy.ts';
import { isInvented, isPlaceholder } from './placeholder.ts';
import { secretChecks } from './secret-check.ts';
import { runs } from './token-run.ts';

export interface FormatMatch {
  start: number;
  end: number;
  format: SecretFormat;
}

/** Code units before and behind a keyword that are searched, at most. */
const REACH = 1500;

/** Every match of the formats, those of the `public` class too, in the order of the formats. */
export function matchFormats(text: string, path: string, secrets: (SecretSpec | number)[], index: SecretIndex): FormatMatch[] {
  const found: (FormatMatch & { position: number })[] = [];
  const formatAt = (position: number): SecretFormat => secretAt(secrets, position) as SecretFormat;
  const keep = (position: number, hit: RegExpExecArray, offset: number): void => {
    const match = judge(formatAt(position), hit, offset, text, path);
    if (match) found.push({ ...match, position });
  };
  let dense = false;
  runs.lastIndex = 0;
  for (let run = runs.exec(text); run; run = runs.exec(text)) {
    dense ||= /[A-Za-z0-9_+/=~-]{20}/.test(run[0]) && /\d/.test(run[0]);
    eachBeginning(text, run.index, run[0], (at) => {
      for (const [prefix, position] of index.heads[text.slice(at, at + HEAD)] ?? []) {
        if (!text.startsWith(prefix, at)) continue;
        const format = formatAt(position);
        const regex = regexOf(format, 'y');
        regex.lastIndex = at;
        const hit = regex.exec(text);
        if (hit && (!format.keywords || keywordNear(format, text, at))) keep(position, hit, 0);
      }
    });
  }
  const lower = lowerCase(text);
  const near = new Set<number>();
  for (const list of dense ? [index.loose, index.dense] : [index.loose])
    for (const word in list) if (lower.includes(word)) for (const position of list[word]!) near.add(position);
  for (const position of near) {
    const format = formatAt(position);
    for (const [from, to] of windows(format, text, lower)) {
      const piece = text.slice(from, to);
      for (const hit of piece.matchAll(regexOf(format, 'g'))) {
        const start = from + hit.index;
        const whole = !touches(text, start, from) && !touches(text, start + hit[0].length, to);
        if (whole) keep(position, hit, from);
      }
    }
  }
  return found.sort((a, b) => a.position - b.position || a.start - b.start);
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
