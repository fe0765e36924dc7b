/** Values that stand where a secret would: samples, references, sequences. */
import { readsLikeWords } from './entropy.ts';

/** Words that people and models put into invented values, anywhere in them. */
const inventedWords =
  /example|sample|dummy|fake|mock|test(?:ing)?[-_]?(?:key|token|secret)|placeholder|change[-_]?me|replace|redacted|your[-_ ]|my[-_ ]?(?:secret|key|token|api)|insert|todo|fixme|xxxx|\*{3,}|\.{3}|…|foobar|abcdef|123456|000000|deadbeef|lorem|hunter2|(?:secret|password)$|^your|^(?:n\/?a|none|null|undefined|true|false|secret|password|token|key)$/i;

/** Text that is filled in or looked up elsewhere, in the syntaxes of shells, templates, stores and languages. */
const reference =
  /\$\{|\$\(|\{\{|#\{|<[^<>]{1,60}>|^\$[A-Za-z_]|^%[A-Za-z_]\w{0,60}%$|%\(?\w{0,40}\)?[sdv]$|^@[\w.]{1,60}@$|^:[a-z_]\w{0,60}$|^\{[\w.:-]{0,60}\}$|\b(?:process\.env|import\.meta\.env|os\.environ|os\.getenv|System\.getenv|Deno\.env|Bun\.env|secrets\.[A-Za-z_])|^(?:env|getenv)[([]|^ENV\[|^(?:vault|op|ssm|gcp-sm|awssm|keyring|secretRef|ref\+\w{1,20}):|^arn:aws:secretsmanager|^projects\/[^/]{1,60}\/secrets\/|^!vault|^ENC\[|^encrypted:|^\{cipher\}/i;

/** Whether a value is obviously not a secret: an invented word, or a reference to where the secret is. */
export function isPlaceholder(value: string): boolean {
  return reference.test(value) || inventedWords.test(value);
}

/** A reference to a secret instead of the secret. */
export function isReference(value: string): boolean {
  return reference.test(value);
}

const keyboardRow = /qwert|werty|asdfg|sdfgh|zxcvb|poiuy|lkjhg|mnbvc|qazws/i;

/** Whether a token body was made up rather than drawn: a pattern, or words. */
export function isInvented(body: string): boolean {
  return isPatterned(body) || (body.length >= SHORTEST && /[a-z]{4}/i.test(body) && readsLikeWords(body));
}

/** Of a body that can be judged, in code units. */
const SHORTEST = 8;

/**
 * Whether a text follows a pattern: few different characters, runs, sequences up or down (also with the case changing), a
 * block said again and again, a keyboard row.
 */
export function isPatterned(body: string): boolean {
  const { length } = body;
  if (length < SHORTEST) return false;
  const text = body.toLowerCase();
  if (new Set(text).size < Math.min(6, length / 2)) return true;
  if (longestRun(text) > Math.max(4, length * 0.3) || keyboardRow.test(text)) return true;
  let steps = 0;
  for (let i = 1; i < length; i++) if (Math.abs(text.charCodeAt(i) - text.charCodeAt(i - 1)) <= 1) steps++;
  if (steps > (length - 1) * 0.55) return true;
  for (let period = 2; period <= Math.min(16, length / 3); period++) {
    let same = 0;
    for (let i = period; i < length; i++) if (text[i] === text[i - period]) same++;
    if (same > (length - period) * 0.6) return true;
  }
  return false;
}

function longestRun(text: string): number {
  let longest = 0;
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    run = i > 0 && text[i] === text[i - 1] ? run + 1 : 1;
    if (run > longest) longest = run;
  }
  return longest;
}
