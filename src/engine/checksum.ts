/** Check digits that providers build into their tokens. */

/** CRC-32 (IEEE 802.3) of a text of ASCII characters, as an unsigned number. */
export function crc32(text: string): number {
  table ??= Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value >>> 0;
  });
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i++) crc = (crc >>> 8) ^ (table[(crc ^ text.charCodeAt(i)) & 0xff] as number);
  return (crc ^ 0xffffffff) >>> 0;
}

let table: number[] | undefined;

/** Digits, capitals, small letters: the order that GitHub and npm use. */
const base62Digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Padded with zeros to six digits. */
export function base62(value: number): string {
  let digits = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) digits = (base62Digits[rest % 62] as string) + digits;
  return digits.padStart(6, '0');
}

/**
 * GitHub's and npm's token body: 30 characters drawn at random, then their CRC-32 in base 62.
 * https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
 */
export function hasCrc32Tail(body: string): boolean {
  return body.length === 36 && base62(crc32(body.slice(0, 30))) === body.slice(30);
}

/**
 * The account that an AWS access key id belongs to, 12 digits: the first 48 bits after the four-letter prefix, in base
 * 32, hold it shifted by seven. Null when the id is not base 32.
 */
export function awsAccountOf(keyId: string): string | null {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  let bits = 0n;
  for (const char of keyId.slice(4, 14)) {
    const value = letters.indexOf(char);
    if (value < 0) return null;
    bits = bits * 32n + BigInt(value);
  }
  // Ten characters are 50 bits; the account lies in the first 48.
  return (((bits >> 2n) & 0x7fffffffff80n) >> 7n).toString().padStart(12, '0');
}
