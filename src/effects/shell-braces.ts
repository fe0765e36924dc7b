/** Brace expansion (bash manual, 3.5.1). */
import type { ShellPart } from '../parse/shell-tree.ts';

const MAX_BRACE_WORDS = 256;
const MAX_BRACE_LENGTH = 4000;

/** Literal characters stand alone, everything else as its part. */
type Item = string | ShellPart;

/** `{a,b}` and `{1..3}` in unquoted text. */
export function expandBraces(parts: readonly ShellPart[]): ShellPart[][] {
  if (!parts.some((part) => part.kind === 'text' && !part.quoted && part.text.includes('{'))) return [[...parts]];
  // A longer word is a text that happens to hold braces.
  if (parts.reduce((sum, part) => sum + (part.kind === 'text' ? part.text.length : 1), 0) > MAX_BRACE_LENGTH) return [[...parts]];
  const items: Item[] = parts.flatMap((part): Item[] => (part.kind === 'text' && !part.quoted ? [...part.text] : [part]));
  return braceWords(items)
    .slice(0, MAX_BRACE_WORDS)
    .map((word) => {
      const out: ShellPart[] = [];
      for (const item of word) {
        const last = out[out.length - 1];
        if (typeof item !== 'string') out.push(item);
        else if (last?.kind === 'text' && !last.quoted) out[out.length - 1] = { ...last, text: last.text + item };
        else out.push({ kind: 'text', text: item, quoted: false });
      }
      return out;
    });
}

function braceWords(items: readonly Item[]): Item[][] {
  for (let open = items.indexOf('{'); open >= 0; open = items.indexOf('{', open + 1)) {
    let depth = 0;
    let from = open + 1;
    const pieces: Item[][] = [];
    for (let at = open; at < items.length; at += 1) {
      const item = items[at];
      if (item === '{') depth += 1;
      else if (item === ',' && depth === 1) {
        pieces.push(items.slice(from, at));
        from = at + 1;
      } else if (item === '}' && --depth === 0) {
        const last = items.slice(from, at);
        const choices = pieces.length > 0 ? [...pieces, last].flatMap(braceWords) : rangeOf(last);
        if (choices === null) break;
        const tails = braceWords(items.slice(at + 1));
        const words: Item[][] = [];
        for (const choice of choices) {
          for (const tail of tails) {
            if (words.length >= MAX_BRACE_WORDS) return words;
            words.push([...items.slice(0, open), ...choice, ...tail]);
          }
        }
        return words;
      }
    }
  }
  return [[...items]];
}

function rangeOf(items: readonly Item[]): Item[][] | null {
  if (items.some((item) => typeof item !== 'string')) return null;
  const match = /^(?:(-?\d+)\.\.(-?\d+)|([A-Za-z])\.\.([A-Za-z]))(?:\.\.-?\d+)?$/.exec(items.join(''));
  if (match === null) return null;
  const letters = match[3] !== undefined;
  const a = letters ? match[3]!.charCodeAt(0) : Number(match[1]);
  const b = letters ? match[4]!.charCodeAt(0) : Number(match[2]);
  const words: Item[][] = [];
  for (let i = a; words.length < 64; i += a <= b ? 1 : -1) {
    words.push([letters ? String.fromCharCode(i) : String(i)]);
    if (i === b) break;
  }
  return words;
}
