/** The last line of defence before output: nothing that looks like a secret is printed, whatever rule found it. */

/** Shorter runs are words more often than secrets. */
const LONG = 20;

/** Faults that are about a secret in the code: their literals are masked, however harmless they look. */
const secretWeaknesses: ReadonlySet<string> = new Set(['CWE-259', 'CWE-321', 'CWE-522', 'CWE-798', 'CWE-1392']);

const marked =
  /\b(?:gh[pousr]_|github_pat_|glpat-|xox[a-z]-|xapp-|sk-(?:ant-|proj-|live-)?|[sr]k_(?:live|test)_|whsec_|npm_|pypi-|hf_|dop_v1_|shp[a-z]{2}_|SG\.|AKIA|ASIA|AIza|ya29\.|eyJ)[A-Za-z0-9_.+/=-]{8,}/g;
const userinfo = /(:\/\/[^\s:/@"'`]{1,80}:)([^\s@"'`/]{3,200})(@)/g;
const pem = /-----BEGIN ([A-Z ]{0,30}PRIVATE KEY[A-Z ]{0,10})-----[\s\S]*?(?:-----END [A-Z ]{0,50}-----|$)/g;
const run = /[A-Za-z0-9_+/=-]{20,}/g;
const literal = /(["'`])((?:(?!\1)[^\\\n]|\\.){4,})\1/g;

/** `text` with everything that looks like a secret masked. Masking twice changes nothing. */
export function maskText(text: string): string {
  return text
    .replace(pem, '-----BEGIN $1-----****')
    .replace(userinfo, (all, before: string, secret: string, after: string) => (harmless(secret) ? all : `${before}****${after}`))
    .replace(marked, (token) =>
      token.includes('****') ? token : masked(token, /^(?:[A-Za-z0-9]{1,10}[-_.]){1,3}/.exec(token)?.[0] ?? token.slice(0, 4)),
    )
    .replace(run, (token) => (looksRandom(token) ? masked(token, '') : token));
}

/** As `maskText`; where the fault is a secret in the code, every literal is masked too. */
export function maskCode(code: string, cwe: readonly string[]): string {
  const text = maskText(code);
  if (!cwe.some((id) => secretWeaknesses.has(id))) return text;
  return text.replace(literal, (all, quote: string, value: string) =>
    value.includes('****') || harmless(value) ? all : `${quote}${masked(value, '')}${quote}`,
  );
}

/** What stays of a secret: its prefix, and of a long one the last two characters. */
const masked = (secret: string, prefix: string): string =>
  secret.length < LONG ? `${prefix}****` : `${prefix}****${secret.slice(-2)}`;

/** A placeholder or a reference, not the secret itself. */
const harmless = (value: string): boolean => /^(?:\$\{?[\w.:-]+\}?|\{\{?[^}]*\}?\}|%[sdv]|<[^>]*>|\*+|x+)$/i.test(value);

/** Letters and digits mixed as no name mixes them. A path, a word with numbers, a UUID and an ordinary name pass. */
function looksRandom(token: string): boolean {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(token)) return false;
  if (/^[0-9a-fA-F]{32,}$/.test(token)) return true;
  const digits = token.replace(/[^0-9]/g, '').length;
  const letters = token.replace(/[^A-Za-z]/g, '').length;
  if (digits < 3 || letters < 5) return false;
  // Names and paths are words of one kind of letter, with few changes between letters and digits.
  const changes = token.match(/[A-Za-z](?=[0-9])|[0-9](?=[A-Za-z])/g)?.length ?? 0;
  return changes >= 4 && entropy(token) >= 3.3;
}

/** Shannon, in bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
