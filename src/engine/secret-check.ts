/** Tests that turn the shape of a secret into a fact, by the name that rules give them. */
import type { SecretCheckName } from '../model/rule.ts';
import { hasCrc32Tail } from './checksum.ts';
import { privateKeyEnd } from './private-key.ts';

/** A match of a format's regex in `text`; `body` is the part drawn at random. */
export interface SecretHit {
  text: string;
  start: number;
  end: number;
  secret: string;
  body: string;
}

/** Where the secret ends, which may be behind the match; -1 when it is none. */
type SecretCheck = (hit: SecretHit) => number;

const when =
  (holds: (hit: SecretHit) => boolean): SecretCheck =>
  (hit) =>
    holds(hit) ? hit.end : -1;

/** How far, in code units, a service account's key may be from its type. */
const OBJECT_REACH = 6000;

export const secretChecks: Readonly<Record<SecretCheckName, SecretCheck>> = {
  'github-crc32': when(({ body }) => hasCrc32Tail(body)),
  'npm-crc32': when(({ body }) => hasCrc32Tail(body)),
  jwt: when(({ body }) => readJwt(body) !== null),
  'jwt-service-role': when(({ body }) => {
    const payload = readJwt(body);
    return payload?.['role'] === 'service_role' && payload['iss'] !== 'supabase-demo';
  }),
  /** The key that every local Supabase set-up shares. */
  'jwt-service-role-demo': when(({ body }) => {
    const payload = readJwt(body);
    return payload?.['role'] === 'service_role' && payload['iss'] === 'supabase-demo';
  }),
  /** Rights of an administrator or of a program, for longer than a month. */
  'jwt-privileged': when(({ body }) => {
    const claims = readJwt(body);
    if (!claims || claims['sub'] === '1234567890' || /^kubernetes|^supabase/.test(String(claims['iss'] ?? ''))) return false;
    const { exp, iat } = claims;
    const lasting = typeof exp !== 'number' || (typeof iat === 'number' && exp - iat > 30 * 24 * 3600);
    return lasting && isPrivileged(claims);
  }),
  'jwt-kubernetes': when(({ body }) => /^kubernetes|serviceaccount/.test(String(readJwt(body)?.['iss'] ?? ''))),
  /** 1Password's service account tokens. */
  'json-sign-in-address': when(({ body }) => 'signInAddress' in readJson(body)),
  /** Sentry's organisation tokens: `{"iat":…,"url":…,"org":…}`. */
  'json-url-org': when(({ body }) => {
    const json = readJson(body);
    return 'url' in json && 'org' in json;
  }),
  /** Grafana's keys: `{"k":…}`. */
  'json-k': when(({ body }) => typeof readJson(body)['k'] === 'string'),
  /** Discord's tokens begin with the bot's id in base 64. */
  'base64-id': when(({ body }) => /^\d{17,20}$/.test(decodeBase64(body) ?? '')),
  'private-key': ({ text, start }) => privateKeyEnd(text, start),
  'private-key-base64': when(({ secret }) => privateKeyEnd(decodeBase64(secret) ?? '', 0) >= 0),
  /** The match lies in an object that also holds a private key. */
  'private-key-near': when(({ text, start, end }) => {
    const from = Math.max(0, start - OBJECT_REACH);
    const near = text.slice(from, end + OBJECT_REACH);
    const header = near.indexOf('-----BEGIN ');
    return header >= 0 && privateKeyEnd(near, header) >= 0;
  }),
  /** PuTTY's file names the number of lines of the private half. */
  'putty-private-lines': ({ text, start, end }) => {
    const found = /\nPrivate-Lines: *\d{1,3}\s{1,4}[A-Za-z0-9+/=]{32}/.exec(text.slice(start, end + OBJECT_REACH));
    return found ? start + found.index + found[0].length : -1;
  },
  /** Words of a wallet's recovery phrase: no word twice in a row of twelve, none of the commonest of English. */
  mnemonic: when(({ secret }) => {
    const words = secret.split(' ');
    return words.every((word) => !commonEnglish.has(word)) && new Set(words).size >= words.length - 1;
  }),
};

/** English words of 3 to 8 letters that the BIP-39 list does not hold and that a sentence of twelve words rarely lacks. */
const commonEnglish = new Set(
  (
    'the and for with from this was are has had were not but his her they you your our its which their been would there what ' +
    'when who will how any may only other new some could these two than then first than them into each very must should ' +
    'does did using used value values string number return returns function'
  ).split(' '),
);

const isPrivileged = ({ role, roles, scope, permissions, admin }: Record<string, unknown>): boolean =>
  admin === true ||
  [role, ...(Array.isArray(roles) ? roles : [])].some((name) =>
    /^(?:super)?(?:admin(?:istrator)?|user_?admin|root|owner)$|^superuser$/i.test(String(name)),
  ) ||
  (typeof scope === 'string' && /\b(?:admin|write|all|full)\b|\*/i.test(scope)) ||
  (Array.isArray(permissions) && permissions.length > 0);

/** The payload of a JSON Web Token whose header names an algorithm; null when it is none. RFC 7519. */
function readJwt(token: string): Record<string, unknown> | null {
  const [header = '', payload = ''] = token.split('.');
  const alg = readJson(header)['alg'];
  if (typeof alg !== 'string' || alg.toLowerCase() === 'none') return null;
  const claims = readJson(payload);
  return Object.keys(claims).length > 0 ? claims : null;
}

/** The object that base 64 text holds; an empty one when it holds none. */
function readJson(base64: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(decodeBase64(base64) ?? '');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Either alphabet of RFC 4648, padded or not, as Latin-1 text; null when it is not base 64. */
function decodeBase64(text: string): string | null {
  try {
    return atob(text.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, ''));
  } catch {
    return null;
  }
}
