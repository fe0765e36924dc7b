/**
 * Finds secrets by the name they are given to: assignments, properties, keyword arguments, configuration keys and
 * command-line flags of any language, read with a light tokenizer rather than a parser, so that it works in files of
 * every kind and in pieces of files.
 */
import type { SecretAssignment } from '../model/rule.ts';
import { looksRandom } from './entropy.ts';
import { isInvented, isPatterned, isPlaceholder } from './placeholder.ts';

export interface AssignmentMatch {
  start: number;
  end: number;
  /** The name as written. */
  name: string;
}

/** Shortest and longest values, in code units. */
const SHORT = 8;
const LONG = 150;
/** Shortest key that was drawn at random; shorter texts tell too little. */
const SHORT_KEY = 15;

/** How values are written without quotes. */
type Bare = 'none' | 'lines' | 'shell';

/** Every literal that is given to a secret's name and is no placeholder. */
export function matchAssignments(text: string, path: string, language: string | null, spec: SecretAssignment): AssignmentMatch[] {
  const words = wordsOf(spec);
  const bare = bareValues(path, language);
  const arrows = language === 'ruby' || language === 'php';
  const found: AssignmentMatch[] = [];
  words.ending.lastIndex = 0;
  for (let hit = words.ending.exec(text); hit; hit = words.ending.exec(text)) {
    const nameEnd = hit.index + hit[0].length;
    const nameStart = beginningOfName(text, hit.index);
    const kind = words.judge(text.slice(nameStart, nameEnd));
    if (kind === null) continue;
    const value = valueBeside(text, nameStart, nameEnd, bare) ?? valueAfter(text, nameStart, nameEnd, bare, arrows);
    if (!value) continue;
    const literal = text.slice(value.start, value.end);
    if (isSecretValue(literal, kind) && !sameAsName(literal, text.slice(nameStart, nameEnd))) {
      found.push({ ...value, name: text.slice(nameStart, nameEnd) });
      words.ending.lastIndex = value.end;
    }
  }
  return found;
}

/** Whether a literal can be a secret of this kind: 3 or more classes of characters for a password, random for a key. */
function isSecretValue(value: string, kind: 'key' | 'password'): boolean {
  if (value.length < SHORT || value.length > LONG || !/^[A-Za-z0-9_.=+/~$@!#%^&*?:;,-]+$/.test(value)) return false;
  if (isPlaceholder(value) || isIdentifier(value) || isKnownHarmless(value)) return false;
  if (kind === 'password' && isThoughtUpPassword(value)) return true;
  return (
    value.length >= SHORT_KEY &&
    /^[A-Za-z0-9_.=+/~-]+$/.test(value) &&
    /\d/.test(value) &&
    !isInvented(value) &&
    looksRandom(value)
  );
}

/** Words joined by `.`, `_` or `-`, with at most a number at the end: names, labels, enumerations, file names. */
function isIdentifier(value: string): boolean {
  return /^[A-Za-z]+(?:[._:/-]{1,3}[A-Za-z]+)*[._:/-]?\d{0,2}[.:!?]?$/.test(value);
}

function isKnownHarmless(value: string): boolean {
  return (
    // Hashes: what a password was turned into, or a file's digest.
    /^\$(?:2[abxy]?|argon2(?:id?|d)|pbkdf2[\w-]*|scrypt|apr1|[156])\$|^\{(?:SSHA|bcrypt|noop)\}|^(?:sha(?:1|224|256|384|512)|md5)[-:=]/i.test(
      value,
    ) ||
    // Paths, addresses, versions, dates, times.
    /^(?:\.{0,2}\/|~\/|[A-Za-z]:\/|[a-z][a-z0-9+.-]{1,15}:\/\/)/.test(value) ||
    /^v?\d+(?:\.\d+)+(?:[-+][\w.]+)?$/.test(value) ||
    /^\d{4}-\d\d-\d\d/.test(value) ||
    /^\d+$/.test(value) ||
    // Colours and selectors, member access and calls of templating, media types.
    /^#[0-9a-f]{3,8}$|^[.#][a-z][\w-]*$|^[\w-]+\/[\w.+-]+$/i.test(value)
  );
}

/** A password that a person would choose: not mere words, and letters, cases, digits and signs mixed. */
function isThoughtUpPassword(value: string): boolean {
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(value)).length;
  if (classes < 3 || isPatterned(value)) return false;
  const signs = value.replace(/[A-Za-z_.:\s-]/g, '');
  return signs.length > 0 && !/^[a-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+$/.test(value);
}

function sameAsName(value: string, name: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return plain(value) === plain(name);
}

function bareValues(path: string, language: string | null): Bare {
  if (language === 'bash') return 'shell';
  if (
    language === 'yaml' ||
    /(?:^|\/)\.env[^/]*$|\.(?:env|properties|ini|cfg|conf|ya?ml)$|(?:^|\/)\.(?:npmrc|pypirc)$/i.test(path)
  )
    return 'lines';
  return language === 'dockerfile' || /(?:^|\/)Dockerfile[^/]*$/i.test(path) ? 'shell' : 'none';
}

function beginningOfName(text: string, at: number): number {
  const from = Math.max(0, at - 80);
  const before = text.slice(from, at);
  return at - (/[A-Za-z0-9_$-]*$/.exec(before) as RegExpExecArray)[0].length;
}

/** A type behind a name: `: string`, ` string` (Go), `: &'static str`, `?: Optional[str]`. */
const typed = /\??\s{0,2}:\s{0,2}[&A-Za-z'][\w.<>[\]|, &'?]{0,60}?\s{0,2}(?==[^=>])/y;
const separator = /["'`\])]{0,3}\s{0,8}(?::=|=>|->|=(?![=~>])|:(?![:=])|\?\?=|\|\|=)\s{0,8}/y;
const opening = /(?:[bBuULrR$@]{1,2}(?=["'`]))?(["'`])/y;
const goType = /\s{1,4}string\s{0,4}=\s{0,4}(?=["`])/y;

/** The literal given to the name that ends at `nameEnd`; null when something else follows. */
function valueAfter(
  text: string,
  nameStart: number,
  nameEnd: number,
  bare: Bare,
  arrows: boolean,
): { start: number; end: number } | null {
  let at = skip(goType, text, nameEnd);
  if (at < 0) {
    const behindType = skip(typed, text, nameEnd);
    at = skip(separator, text, behindType < 0 ? nameEnd : behindType);
    if (at < 0 && bare === 'shell' && text.startsWith('--', nameStart)) at = skip(/ {1,2}(?=[^\s-])/y, text, nameEnd);
    if (at < 0) return null;
    if (!arrows && text.slice(nameEnd, at).includes('=>') && !/["'`]/.test(text[nameEnd] ?? '')) return null;
  }
  const quoted = skip(opening, text, at);
  if (quoted >= 0) return closed(text, quoted);
  if (bare === 'none' || !beginsEntry(text, nameStart, bare)) return null;
  const rest = /^[^\s"'`;|<>()]{1,151}/.exec(text.slice(at, at + LONG + 2));
  const newLine = text.slice(nameEnd, at).includes('\n');
  return rest && !newLine ? { start: at, end: at + rest[0].length } : null;
}

const behindElement = /\s{0,4}>\s{0,40}(?=[^\s<>]{8,150}\s{0,40}<\/)/y;
const behindAttribute = /["']\s{1,20}(?:value|Value)\s{0,4}=\s{0,4}["']/y;
const behindKeyElement = /["']\s{0,20}>\s{0,40}(?=[^\s<>]{8,150}\s{0,40}<\/)|<\/key>\s{0,40}<string>/y;
const behindPair = /["']?\s{0,4},?\s{0,80}["']?(?:value|Value)["']?\s{0,4}[:=]\s{0,4}/y;
const unquoted = /[^\s<>"'`#{}$\\]{1,151}/y;
const parameter = /[^\s<>&"'`#{}$\\]{1,151}/y;

/**
 * The value that markup, the query of an address or a pair of `name` and `value` puts beside a name: `<password>x</password>`,
 * `<add key="password" value="x"/>`, `?api_key=x`, `name: PASSWORD` with `value: x` on the next line.
 */
function valueBeside(text: string, nameStart: number, nameEnd: number, bare: Bare): { start: number; end: number } | null {
  const lead = /[^\n]*$/.exec(text.slice(Math.max(0, nameStart - 120), nameStart))?.[0] ?? '';
  const run = (at: number, characters = unquoted): { start: number; end: number } | null => {
    const end = at < 0 ? -1 : skip(characters, text, at);
    return end < 0 ? null : { start: at, end };
  };
  if (/<(?:\w{1,20}:)?$/.test(lead)) {
    const value = run(skip(behindElement, text, nameEnd));
    const closing = value && /^\s*<\/(?:\w{1,20}:)?([\w-]+)>/.exec(text.slice(value.end, value.end + 150));
    return closing?.[1] === text.slice(nameStart, nameEnd) ? value : null;
  }
  // Links to one page carry tokens of their own.
  if (/:\/\/[^\s"'`]*[?&]$/.test(lead))
    return text[nameEnd] === '=' && !/^token$/i.test(text.slice(nameStart, nameEnd)) ? run(nameEnd + 1, parameter) : null;
  if (/<(?:add|property|entry|setting|param|parameter|variable|env\w*)\b[^<>]*\b(?:key|name)\s*=\s*["'][\w.-]*$/i.test(lead)) {
    const inside = skip(behindAttribute, text, nameEnd);
    return inside >= 0 ? closed(text, inside) : run(skip(behindKeyElement, text, nameEnd));
  }
  if (/<key>[\w.-]*$/.test(lead)) return run(skip(behindKeyElement, text, nameEnd));
  if (/(?:^|[\s{,-])["']?(?:name|key)["']?\s{0,4}[:=]\s{0,4}["']?$/i.test(lead)) {
    const at = skip(behindPair, text, nameEnd);
    const quoted = at < 0 ? -1 : skip(opening, text, at);
    return quoted >= 0 ? closed(text, quoted) : bare === 'lines' ? run(at) : null;
  }
  return null;
}

/** The inside of the string literal whose text begins at `start`; null when it does not end on its line. */
function closed(text: string, start: number): { start: number; end: number } | null {
  const quote = text[start - 1] as string;
  const end = text.slice(start, start + LONG + 2).search(/["'`\n]/);
  if (end < 0 || text[start + end] !== quote) return null;
  // A literal that is filled in, compared or joined with something is not the value.
  if (/^["'`]\s{0,2}(?:%[^%]|\.(?:format|replace|split|join)\(|[=!]==?)/.test(text.slice(start + end, start + end + 20)))
    return null;
  return { start, end: start + end };
}

/** Unquoted values count where a line, a list item, a variable of a command or a flag begins. */
function beginsEntry(text: string, nameStart: number, bare: Bare): boolean {
  const before = text.slice(Math.max(0, nameStart - 80), nameStart);
  const lead = /[^\n]*$/.exec(before)?.[0] ?? '';
  if (bare === 'lines') return /^\s*(?:- |export |set )?["']?(?:[\w-]+\.){0,6}$/.test(lead);
  return /(?:^|[\s;&|(])$/.test(lead);
}

function skip(regex: RegExp, text: string, at: number): number {
  regex.lastIndex = at;
  return regex.test(text) ? regex.lastIndex : -1;
}

interface Words {
  /** Matches where a name ends in one of the words, whatever the spelling. */
  ending: RegExp;
  judge(name: string): 'key' | 'password' | null;
}

const known = new WeakMap<SecretAssignment, Words>();

function wordsOf(spec: SecretAssignment): Words {
  let words = known.get(spec);
  if (!words) {
    const lasts = [...new Set(spec.names.map((name) => name.split('_').at(-1) as string))].sort((a, b) => b.length - a.length);
    const [names, passwords, except] = [spec.names, spec.passwords, spec.except].map((list) => list.map((name) => `_${name}`));
    const endsIn = (name: string, list: string[] | undefined): boolean => list?.some((words) => name.endsWith(words)) ?? false;
    words = {
      ending: new RegExp(`(?:${lasts.join('|')})\\d?(?![A-Za-z0-9_$-])`, 'gi'),
      judge(name) {
        const spelt = `_${snakeCase(name)}`;
        if (!endsIn(spelt, names) || endsIn(spelt, except)) return null;
        return endsIn(spelt, passwords) ? 'password' : 'key';
      },
    };
    known.set(spec, words);
  }
  return words;
}

/** `myAPIKey2`, `my-api-key`, `MY_API_KEY` → `my_api_key` */
function snakeCase(name: string): string {
  return name
    .replace(/\d$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}
