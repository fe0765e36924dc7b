/** Random variants of pairs of rule and code, by their text alone; what comes out need not parse. */

export interface Pair {
  name: string;
  language: string;
  rule: string;
  code: string;
}

type Random = () => number;

/** The same numbers for the same seed (mulberry32). */
function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const braces: ReadonlySet<string> = new Set(['javascript', 'typescript', 'go', 'java', 'csharp', 'php']);
const data: ReadonlySet<string> = new Set(['yaml', 'json', 'hcl', 'dockerfile', 'generic', 'regex']);

export function variantsOf(pairs: readonly Pair[], count: number, seed: number): Pair[] {
  const random = randomOf(seed);
  const usable = pairs.filter(({ language }) => !data.has(language));
  const variants: Pair[] = [];
  for (let i = 0; usable.length > 0 && i < count; i++) {
    let pair = pick(usable, random);
    const times = 1 + Math.floor(random() * 3);
    for (let step = 0; step < times; step++) {
      if (random() < 0.35) pair = { ...pair, rule: pick(ofRule, random)(pair.rule, random) };
      else pair = { ...pair, code: pick(ofCode, random)(pair.code, random, pair.language) };
    }
    variants.push({ ...pair, name: `${pair.name}-v${i}` });
  }
  return variants;
}

/** Each way to leave one line of the code out. */
export function withoutLine(pair: Pair): Pair[] {
  const lines = pair.code.trimEnd().split('\n');
  if (lines.length < 2 || lines.length > 20) return [];
  return lines.map((_, index) => ({ ...pair, code: `${lines.filter((_, other) => other !== index).join('\n')}\n` }));
}

const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)]!;

/** Replaces one of the places that `form` matches. */
function atOnePlace(text: string, form: RegExp, random: Random, replace: (found: RegExpMatchArray) => string): string {
  const places = [...text.matchAll(form)];
  if (places.length === 0) return text;
  const found = pick(places, random);
  return text.slice(0, found.index) + replace(found) + text.slice(found.index + found[0].length);
}

const args = /\(([^()\n]*)\)/g;

const ofRule: readonly ((rule: string, random: Random) => string)[] = [
  (rule, random) => atOnePlace(rule, /\$[A-Z]+\b/g, random, () => pick(['$A', '$B', '$_', '...', 'x', '"..."'], random)),
  (rule, random) => atOnePlace(rule, args, random, ([, inner]) => `(${inner === '' ? '...' : `${inner}, ...`})`),
  (rule, random) => atOnePlace(rule, args, random, ([, inner]) => `(..., ${inner})`),
  (rule, random) => atOnePlace(rule, args, random, ([, inner]) => `(${inner!.split(',').slice(0, -1).join(',')})`),
  (rule, random) => atOnePlace(rule, args, random, ([, inner]) => `(${inner!.split(',').reverse().join(',')})`),
  (rule, random) => atOnePlace(rule, args, random, ([, inner]) => `(<... ${inner} ...>)`),
  (rule, random) => atOnePlace(rule, /\b[a-z]\w*(?=\()/g, random, () => '$F'),
  (rule, random) => atOnePlace(rule, /\n(\s*)\S[^\n:]*(?=\n|$)/g, random, ([, indent]) => `\n${indent}...`),
  (rule, random) => atOnePlace(rule, /"[^"\n]*"/g, random, () => pick(['"..."', '$S', '"$S"', '"x"'], random)),
];

const ofCode: readonly ((code: string, random: Random, language: string) => string)[] = [
  (code, random) => atOnePlace(code, /^[^\n]*\n/gm, random, () => ''),
  (code, random) => atOnePlace(code, /^[^\n]*\n/gm, random, ([line]) => line + line),
  (code, random) => atOnePlace(code, /^([^\n]*\n)([^\n]*\n)/gm, random, ([, first, second]) => second! + first!),
  (code, random) => atOnePlace(code, args, random, ([, inner]) => `(${inner!.split(',').slice(1).join(',')})`),
  (code, random) => atOnePlace(code, args, random, ([, inner]) => `(${inner === '' ? 'x' : `${inner}, x`})`),
  (code, random) => atOnePlace(code, args, random, ([, inner]) => `(${inner!.split(',').reverse().join(',')})`),
  (code, random) => atOnePlace(code, args, random, ([, inner]) => `(g(${inner}))`),
  (code, random) => atOnePlace(code, /\b[a-z]\w*\b/g, random, () => pick(['a', 'x', 'foo', 'bar'], random)),
  (code, random) => atOnePlace(code, /"[^"\n]*"|\b\d+\b/g, random, () => pick(['"a"', '1', 'x', 'f(x)', '"a" + x'], random)),
  wrapLine,
];

/** One statement of a line goes into a branch, a loop or a call's argument. */
function wrapLine(code: string, random: Random, language: string): string {
  return atOnePlace(code, /^([ \t]*)([^\n{}]+[^\n{}:,(])\n/gm, random, ([, indent, line]) => {
    if (language === 'python')
      return `${indent}${pick(['if c', 'for i in y', 'while c', 'with open(p) as fd'], random)}:\n${indent}    ${line}\n`;
    if (language === 'ruby') return `${indent}if c\n${indent}  ${line}\n${indent}end\n`;
    if (!braces.has(language)) return `${indent}${line}\n`;
    const heads =
      language === 'go' ? ['if c', 'for c'] : language === 'php' ? ['if ($c)', 'while ($c)'] : ['if (c)', 'while (c)'];
    return `${indent}${pick(heads, random)} {\n${indent}  ${line}\n${indent}}\n`;
  });
}
