/**
 * How much a text says that English words would not: bits of information by the frequencies of letters and of pairs of
 * letters. The analysis `entropy` of rules asks for more than 64 bits and more than 0.6 bits in each bit of the text.
 */

/** Half bits, as letters from `A` (0) to `Z` (25) and `a` (26) to `z`: of each letter as a word's first of two … */
const LETTERS = 'HLJKHKLKHROJKIHKSIIHJNNPPS';
/** … and of each pair, one row for each first letter; counted in 24 million pairs of manuals and documentation. */
const PAIRS =
  'ZRPPYWRaRcTOQMdSdOPNSTYXTbSaXaQcXdSWdRYcSYhUUZQfgZScPZUZPacPTfRQYcNXfSWPTaeYWgRXZSNZaZQacVYZRYiVUZUbcfZj' +
  'PUPNRRTXVZaQQNWSVMMPZSSQUdTVaZTTdgOnhUcdPakQWUTgfiWnVbUYPbYUSigUYTVYhTUXTdbidbObcZMfffQkebYaRYlVZTVidoag' +
  'RQPRRQRebeWPRLOTYSONbTZSgUXhefVhiicificgXaiiXiYihompVbbcQcYdVlfbcaZckdUaYhclflQYaRNYZfNjbPbbPViaSSSZagRc' +
  'OUaXOeegRibWTbQQjeUbVdeeYkQZQOPSOZRcVVYUPXgbPNSVddVdWTRRXPUZVXWRPMSQkMRQPSRaadQeXVPZYVTkXRaWQSiPTRTcdfUe' +
  'khjjkllqirtakhkjlegdTlnlqrPYSTLWSdOjUVSTOXgSQQTVYgSgSbSYNYaSPiWVWYRSZUQNRZYeTfPbTXMXcLNgYUWZNTiPQRSeVZSc' +
  'VTUSSWUiSibRSQaRnQPPecjXibSgbgPfdiSohfZeWbpebeehjfknShccTfdSQpdbeXTgmWWfgkaklnWfXdUbeeWpdbZhcVleYTefiYce' +
  'abaeZfbhZjhZXXVTlXUWciclfeYgigUihdYnldcaajskdhgoineb';
/** Of any other character, as if drawn from letters of both cases and digits. */
const OTHER = Math.log2(62);

const bitsAt = (table: string, index: number): number => {
  const code = table.charCodeAt(index);
  return (code >= 97 ? code - 71 : code - 65) / 2;
};

/** 0 to 25 for a letter, else -1. */
function letterAt(text: string, index: number): number {
  const code = text.charCodeAt(index) | 32;
  return code >= 97 && code <= 122 ? code - 97 : -1;
}

function single(letter: number): number {
  return letter < 0 ? OTHER : bitsAt(LETTERS, letter);
}

/** Each three neighbours count for a third; three letters as they follow each other in words. */
export function bitsOf(text: string): number {
  if (/^(.)\1*$/su.test(text)) return 1;
  const letters = Array.from(text, (_, index) => letterAt(text, index));
  let bits = 0;
  for (let i = 0; i + 2 < letters.length; i++) {
    const [a, b, c] = [letters[i]!, letters[i + 1]!, letters[i + 2]!];
    const known = a >= 0 && b >= 0 && c >= 0;
    const three = known ? bitsAt(PAIRS, a * 26 + b) + bitsAt(PAIRS, b * 26 + c) - single(b) : single(a) + single(b) + single(c);
    bits += three / 3;
  }
  const [before, last] = [letters.at(-2), letters.at(-1)];
  if (last === undefined) return 0;
  if (before !== undefined) bits += (single(before) + single(last)) / 2;
  return bits + single(last);
}

/** Whether a text carries as much information as a key does. */
export function isDense(text: string): boolean {
  const bits = bitsOf(text);
  return bits > 64 && bits > 0.6 * 8 * new TextEncoder().encode(text).length;
}
