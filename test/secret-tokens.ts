/**
 * Invents tokens at run time from the formats that the bundled rules describe, checksums and all, so that no file of the
 * repository holds anything that looks like a secret. The same seed gives the same token.
 */
import { readFileSync } from 'node:fs';
import { base62, crc32 } from '../src/engine/checksum.ts';
import type { SecretFormat, SecretSpec } from '../src/model/rule.ts';
import { compileSecret } from '../src/rules/secret.ts';
import { mapOf, parseYaml } from '../src/rules/yaml.ts';

/** A text with one secret in it, in the surroundings that its format asks for. */
export interface Sample {
  text: string;
  start: number;
  end: number;
}

/** The specs of a bundled rule of the pack `secrets`. */
export function bundledSecrets(rule: string): SecretSpec[] {
  const yaml = parseYaml(readFileSync(new URL(`../rules/secrets/${rule}.yaml`, import.meta.url), 'utf8'));
  const list = mapOf(yaml, 'a rule file').entries.get('rules')!.value;
  const item = mapOf(list.kind === 'list' ? list.items[0]! : list, 'a rule');
  return compileSecret(item.entries.get('secret')!.value);
}

/** Replaces each `{{token:<format>}}`, also with a seed as in `{{token:<format>:2}}`, with a token of a bundled rule. */
export function expandTokens(text: string): string {
  return text.replace(/\{\{token:([\w-]+)(?::(\d+))?\}\}/g, (_, id: string, seed = '1') => {
    const spec = bundledFormats().get(id);
    if (!spec) throw new Error(`no format \`${id}\` in the bundled rules`);
    const sample = sampleOf(spec, Number(seed));
    return sample.text.slice(sample.start, sample.end);
  });
}

let formats: Map<string, SecretFormat> | null = null;
export function bundledFormats(): Map<string, SecretFormat> {
  formats ??= new Map(
    ['provider-token', 'private-key']
      .flatMap(bundledSecrets)
      .flatMap((spec) => (spec.kind === 'format' ? [[spec.id, spec] as const] : [])),
  );
  return formats;
}

/** A token of the format, on a line that names its keywords. */
export function sampleOf(format: SecretFormat, seed: number): Sample {
  const draw = random(`${format.id}/${seed}`);
  const whole = wholeSample(format, draw);
  if (whole) return whole;
  const made = generate(format.regex, draw, (name) => (name === 'body' ? checkedBody(format, draw) : null));
  const secret = made.groups.get('secret') ?? { start: made.start, end: made.end };
  const name = format.assigned === undefined ? 'value' : generate(format.assigned, draw, () => null).text;
  const lead = `${name} = "`;
  const known = format.keywords?.some((word) => (lead + made.text).toLowerCase().includes(word)) ?? true;
  const text = `first line\n${lead}${made.text}"${known ? '' : ` # ${format.keywords![0]}`}\nlast line\n`;
  const offset = text.indexOf(lead) + lead.length;
  return { text, start: offset + secret.start, end: offset + secret.end };
}

/** Formats that are more than one token. */
function wholeSample(format: SecretFormat, draw: () => number): Sample | null {
  const framed = (before: string, secret: string, after: string): Sample => ({
    text: before + secret + after,
    start: before.length,
    end: before.length + secret.length,
  });
  switch (format.check) {
    case 'private-key': {
      const kind = format.id === 'pgp' ? 'PGP PRIVATE KEY BLOCK' : 'PRIVATE KEY';
      return framed('key:\n', pem(kind, draw), '\n');
    }
    case 'private-key-base64':
      return framed('KEY=', btoa(pem('PRIVATE KEY', draw)), '\n');
    case 'private-key-near': {
      const key = JSON.stringify(pem('PRIVATE KEY', draw));
      if (format.id === 'coinbase-cdp') {
        const hex = (): string => generate('[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', draw, () => null).text;
        return framed('{ "name": "', `organizations/${hex()}/apiKeys/${hex()}`, `", "privateKey": ${key} }\n`);
      }
      return framed('{ ', '"type": "service_account"', `, "private_key": ${key} }\n`);
    }
    case 'putty-private-lines': {
      const line = chars(draw, base64Chars, 64);
      return framed(
        '',
        `PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPrivate-Lines: 1\n${line.slice(0, 32)}`,
        `${line.slice(32)}\n`,
      );
    }
    case 'mnemonic': {
      const words = 'ribbon canal gospel tunnel velvet orbit mango hazard fossil pencil walnut cradle'.split(' ');
      const at = Math.floor(draw() * words.length);
      return framed('mnemonic = "', [...words.slice(at), ...words.slice(0, at)].join(' '), '"\n');
    }
    default:
      return null;
  }
}

/** The body that the format's check accepts; null where any characters will do. */
function checkedBody(format: SecretFormat, draw: () => number): string | null {
  const json = (value: object): string => btoa(JSON.stringify(value)).replace(/=+$/, '');
  const jwt = (payload: object, signature: number): string =>
    [json({ alg: 'RS256', kid: chars(draw, letters, 30) }), json(payload), chars(draw, letters, signature)].join('.');
  switch (format.check) {
    case 'github-crc32':
    case 'npm-crc32': {
      const drawn = chars(draw, letters, 30);
      return drawn + base62(crc32(drawn));
    }
    case 'jwt':
      return jwt({ sub: chars(draw, letters, 8), exp: 4_000_000_000 }, 86);
    case 'jwt-service-role':
      return jwt({ iss: 'supabase', ref: chars(draw, letters, 20), role: 'service_role' }, 43);
    case 'jwt-service-role-demo':
      return jwt({ iss: 'supabase-demo', role: 'service_role' }, 43);
    case 'jwt-privileged':
      return jwt({ sub: chars(draw, letters, 8), role: 'admin', scope: 'read write' }, 43);
    case 'jwt-kubernetes':
      return jwt({ iss: 'kubernetes/serviceaccount', 'kubernetes.io/serviceaccount/namespace': 'default' }, 342);
    case 'json-sign-in-address':
      return json({ signInAddress: 'my.1password.com', userAuth: {}, secretKey: chars(draw, letters, 200) });
    case 'json-url-org':
      return json({ iat: 1700000000.123, url: 'https://sentry.io', org: chars(draw, letters, 20) });
    case 'json-k':
      return json({ k: chars(draw, letters, 32), n: 'key', id: 1 });
    case 'base64-id':
      return btoa(`1${chars(draw, '0123456789', 17)}`);
    default:
      return null;
  }
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const base64Chars = `${letters}+/`;

/** A key as OpenSSL writes PKCS#8: a header, a DER sequence whose length is right, noise for the numbers. */
function pem(kind: string, draw: () => number): string {
  const size = 600;
  const start = kind.startsWith('PGP') ? [0x95, 0x03, 0x98, 0x04] : [0x30, 0x82, size >> 8, size & 255, 0x02, 0x01, 0x00, 0x30];
  const bytes = [...start, ...Array.from({ length: size + 4 - start.length }, () => Math.floor(draw() * 256))];
  const body = btoa(String.fromCharCode(...bytes)).match(/.{1,64}/g)!;
  return [`-----BEGIN ${kind}-----`, ...body, `-----END ${kind}-----`].join('\n');
}

function chars(draw: () => number, from: string, count: number): string {
  return Array.from({ length: count }, () => from[Math.floor(draw() * from.length)]).join('');
}

/** Numbers from 0 up to 1, the same for the same seed. */
function random(seed: string): () => number {
  let state = crc32(seed) | 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Generated {
  text: string;
  /** Of the match; what look-arounds ask for stands outside. */
  start: number;
  end: number;
  groups: Map<string, { start: number; end: number }>;
}

/** A text that a regex matches: literals, classes, groups, alternatives, bounded quantifiers, look-arounds at its ends. */
function generate(regex: string, draw: () => number, fixed: (group: string) => string | null): Generated {
  let at = 0;
  let text = '';
  let start = 0;
  let end: number | null = null;
  const groups: Generated['groups'] = new Map();
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T;

  const alternatives = (): (() => void)[][] => {
    const all: (() => void)[][] = [[]];
    while (at < regex.length && regex[at] !== ')') {
      if (regex[at] === '|') {
        at++;
        all.push([]);
      } else all.at(-1)!.push(quantified(atom()));
    }
    return all;
  };
  const run = (all: (() => void)[][]): void => {
    for (const part of pick(all)) part();
  };
  const atom = (): (() => void) => {
    const char = regex[at++] as string;
    if (char === '[') return oneOf(readClass());
    if (char === '\\') return oneOf(escaped(regex[at++] as string));
    if (char !== '(') return oneOf(char === '.' ? letters : char);
    const kind = /^(?:\?:|\?<?[=!]|\?<\w+>)/.exec(regex.slice(at))?.[0] ?? '';
    at += kind.length;
    const inside = alternatives();
    at++;
    if (kind === '?<=')
      return () => {
        run(inside);
        start = text.length;
      };
    if (kind === '?=')
      return () => {
        end = text.length;
        run(inside);
      };
    if (kind === '?!' || kind === '?<!') return () => undefined;
    const name = /^\?<(\w+)>/.exec(kind)?.[1];
    return () => {
      const from = text.length;
      const given = name === undefined ? null : fixed(name);
      if (given === null) run(inside);
      else text += given;
      if (name !== undefined) groups.set(name, { start: from, end: text.length });
    };
  };
  const quantified = (once: () => void): (() => void) => {
    const found = /^(?:\{(\d+)(?:,(\d+))?\}|\?)\??/.exec(regex.slice(at));
    if (!found) return once;
    at += found[0].length;
    const least = Number(found[1] ?? 0);
    const most = found[1] === undefined ? 1 : Math.min(Number(found[2] ?? least), least + 12);
    return () => {
      for (let left = least + Math.floor(draw() * (most - least + 1)); left > 0; left--) once();
    };
  };
  const oneOf = (from: string) => (): void => {
    text += from[Math.floor(draw() * from.length)];
  };
  const escaped = (char: string): string => (char === 'd' ? '0123456789' : char === 's' ? ' ' : char === 'w' ? 'abcxyz' : char);
  const readClass = (): string => {
    let members = '';
    const negated = regex[at] === '^';
    if (negated) at++;
    while (regex[at] !== ']') {
      const char = regex[at++] as string;
      if (char === '\\') members += escaped(regex[at++] as string);
      else if (regex[at] === '-' && regex[at + 1] !== ']') {
        const last = regex.charCodeAt(at + 1);
        at += 2;
        for (let code = char.charCodeAt(0); code <= last; code++) members += String.fromCharCode(code);
      } else members += char;
    }
    at++;
    return negated ? [...letters].filter((char) => !members.includes(char)).join('') : members;
  };
  run(alternatives());
  return { text, start, end: end ?? text.length, groups };
}
