/** Secrets made unreadable for every output. */

/** Shorter secrets are masked whole: what stays of a longer one says nothing about the rest. */
const LONG = 20;

/**
 * What may be shown of a secret: of one of 20 characters or more the provider's prefix (`ghp_`) and the last two
 * characters, of a shorter one nothing. Line breaks are masked too.
 */
export function maskSecret(secret: string): string {
  if (secret.length < LONG) return '****';
  return `${prefixOf(secret)}****${secret.slice(-2).replace(/\s/g, '*')}`;
}

/** The part that names the kind of token, at most 12 characters: up to a mark after letters, or AWS's four letters. */
function prefixOf(secret: string): string {
  if (secret.startsWith('-----BEGIN ')) return /^-----BEGIN [A-Z ]{0,30}-----/.exec(secret)?.[0] ?? '';
  const marked = /^(?:[A-Za-z][A-Za-z0-9]{0,7}[-_.]){1,3}/.exec(secret)?.[0] ?? '';
  if (marked !== '') return marked.length <= 12 ? marked : (/^[A-Za-z][A-Za-z0-9]{0,7}[-_.]/.exec(marked)?.[0] ?? '');
  return /^(?:A[KSBC][IC]A|AIza)/.exec(secret)?.[0] ?? '';
}

/**
 * `text`, which begins at `offset` of its source, with every secret that lies in it at least in part masked. The secrets
 * are in order of place and do not overlap.
 */
export function maskWithin(
  text: string,
  offset: number,
  secrets: readonly { start: number; end: number; masked: string }[],
): string {
  const stop = offset + text.length;
  let out = '';
  let at = 0;
  for (let i = firstBehind(secrets, offset); i < secrets.length; i++) {
    const { start, end, masked } = secrets[i] as (typeof secrets)[number];
    if (start >= stop) break;
    out += text.slice(at, Math.max(start - offset, at)) + (start >= offset && end <= stop ? masked : '****');
    at = Math.min(end, stop) - offset;
  }
  return out + text.slice(at);
}

/** The first secret that ends behind `offset`, by halving. */
function firstBehind(secrets: readonly { end: number }[], offset: number): number {
  let low = 0;
  let high = secrets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((secrets[middle] as { end: number }).end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
