/** Private keys in text form: PEM (RFC 7468), OpenSSH and OpenPGP armour (RFC 9580). */

const header = /^-----BEGIN (?:(RSA|EC|DSA|OPENSSH|ENCRYPTED|PGP) )?PRIVATE KEY(?: BLOCK)?-----/;

/** Code units after the header that are read; an RSA key of 8,192 bits takes 6,400. */
const REACH = 16_000;
/** Characters of base 64 from which a body counts although it is cut off. */
const SUBSTANTIAL = 100;

/**
 * Where the private key ends that begins at `start` of `text`; -1 when there is only a header, a body that was left out,
 * or something that is no key. Line breaks may be real or written as `\n`, and the lines quoted, joined or indented.
 */
export function privateKeyEnd(text: string, start: number): number {
  const head = header.exec(text.slice(start, start + 64));
  if (!head) return -1;
  const from = start + head[0].length;
  const rest = text.slice(from, from + REACH);
  const closing = rest.indexOf('-----');
  const inside = closing < 0 ? rest : rest.slice(0, closing);
  const encrypted = /Proc-Type: ?4,ENCRYPTED/.test(inside.slice(0, 200));
  const base64 = bodyOf(inside);
  if (!isKey(base64, head[1] ?? '', encrypted)) return -1;
  if (closing >= 0)
    return from + closing + (/^-----END [A-Z ]{1,40}-----/.exec(rest.slice(closing, closing + 60))?.[0].length ?? 0);
  return from + Math.min(inside.length, lastOfBody(inside));
}

/** The base 64 characters of a body, up to the first thing that does not belong to one. */
function bodyOf(inside: string): string {
  const lines = inside
    .slice(0, REACH)
    .replace(/\\r|\r/g, '')
    .replace(/\\n|\\\n| (?=[A-Za-z0-9+/]{20})/g, '\n')
    .replace(/["'`][ \t]{0,60}[+.,\\]?[ \t]{0,60}\n[ \t]{0,60}[+.]?[ \t]{0,60}["'`]/g, '\n')
    .split('\n');
  let body = '';
  for (const line of lines) {
    const trimmed = line
      .trim()
      .replace(/^(?:#|\/\/|\*|>)[ \t]*|["'`][+.,;)\]]*$|^["'`]/g, '')
      .trim();
    // Armour headers: `Version: …`, `DEK-Info: …`; OpenPGP's checksum line begins with `=`.
    if (trimmed === '' || /^[A-Z][A-Za-z-]{2,20}: /.test(trimmed) || /^=[A-Za-z0-9+/]{4}$/.test(trimmed)) continue;
    const part = /^[A-Za-z0-9+/]*={0,2}/.exec(trimmed)?.[0] ?? '';
    body += part;
    if (part.length < trimmed.length) break;
  }
  return body;
}

function lastOfBody(inside: string): number {
  let last = 0;
  for (const found of inside.matchAll(/[A-Za-z0-9+/]{16,}={0,2}/g)) last = found.index + found[0].length;
  return last;
}

function isKey(base64: string, kind: string, encrypted: boolean): boolean {
  if (/^(.)\1{15}/.test(base64)) return false;
  if (kind === 'OPENSSH')
    return (base64.startsWith('b3BlbnNzaC1rZXktdjE') && base64.length >= SUBSTANTIAL) || isLongAndMixed(base64);
  // A secret-key packet, old or new format: RFC 9580 section 4.2.
  if (kind === 'PGP') return /^(?:l[A-Za-f]|x[Q-Za-f])/.test(base64) && base64.length >= SUBSTANTIAL;
  if (encrypted) return base64.length >= SUBSTANTIAL;
  return holdsDer(base64) || isLongAndMixed(base64);
}

/** A body that nobody shortened: what stands under such a header and is drawn at random is a key, whatever its form. */
const isLongAndMixed = (base64: string): boolean => base64.length >= LONG && new Set(base64).size >= MIXED;
const LONG = 250;
const MIXED = 45;

/** A DER SEQUENCE that begins with an INTEGER (PKCS#1, PKCS#8, SEC 1) or a SEQUENCE (encrypted PKCS#8), all or most of it there. */
function holdsDer(base64: string): boolean {
  let bytes: string;
  try {
    bytes = atob(base64.slice(0, 16));
  } catch {
    return false;
  }
  const at = (index: number): number => bytes.charCodeAt(index);
  if (at(0) !== 0x30) return false;
  const long = at(1) > 0x80 ? at(1) - 0x80 : 0;
  if (long > 3) return false;
  let size = long === 0 ? at(1) : 0;
  for (let i = 0; i < long; i++) size = size * 256 + at(2 + i);
  const first = at(2 + long);
  if (first !== 0x02 && first !== 0x30) return false;
  const whole = Math.ceil(((2 + long + size) * 4) / 3);
  return base64.length >= Math.min(SUBSTANTIAL, whole) && size >= 40;
}
