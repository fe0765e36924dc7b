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

/** `text`, which begins at `offset` of its source, with every secret that lies in it at least in part masked. */
export function maskWithin(
  text: string,
  offset: number,
  secrets: readonly { start: number; end: number; masked: string }[],
): string {
  const inside = secrets
    .filter(({ start, end }) => start < offset + text.length && end > offset)
    .sort((a, b) => a.start - b.start);
  let out = '';
  let at = 0;
  for (const { start, end, masked } of inside) {
    const from = Math.max(start - offset, at);
    const to = Math.min(end - offset, text.length);
    if (to <= at) continue;
    out += text.slice(at, from) + (start >= offset && end <= offset + text.length ? masked : '****');
    at = to;
  }
  return out + text.slice(at);
}
