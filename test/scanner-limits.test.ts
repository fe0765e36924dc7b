import { describe, expect, it } from 'vitest';
import { parserAssets } from '../src/host/assets.ts';
import { loadParsers } from '../src/parse/backends.ts';
import type { GrammarId } from '../src/parse/languages.ts';
import { mayExhaustScanner } from '../src/parse/scanner-limits.ts';

const python = (levels: number): string =>
  `${Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}if a:\n`).join('')}${' '.repeat(levels)}x = """\ny"""\n`;
const yaml = (levels: number): string => `${'- '.repeat(levels)}x`;

describe('a text that could break the scanner of its grammar', () => {
  const texts: [GrammarId, string][] = [
    ['python', python(520)],
    ['python', python(520).replaceAll('    ', '\t')],
    ['python', python(520).replaceAll('\n', '\r\n')],
    ['python', python(520).replaceAll('\n', '\n \\\n')],
    ['yaml', yaml(300)],
    ['yaml', ': '.repeat(300)],
    ['yaml', '? : - : '.repeat(100)],
    ['yaml', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
  ];

  it.each(texts)('of %s is told', (grammar, text) => {
    expect(mayExhaustScanner(grammar, text)).toBe(true);
  });
});

describe('the largest text that is let through', () => {
  const texts: [GrammarId, string][] = [
    ['python', python(380)],
    ['yaml', yaml(250)],
    ['yaml', ': '.repeat(250)],
    ['yaml', '? : - : '.repeat(62)],
  ];

  it.each(texts)('of %s is parsed', async (grammar, text) => {
    expect(mayExhaustScanner(grammar, text)).toBe(false);
    const parser = await loadParsers(parserAssets()).parser(grammar);
    expect(parser.parse(text, 10_000)).not.toBeNull();
  });
});

it('ordinary files are let through', () => {
  expect(mayExhaustScanner('python', `${'def f():\n    if a:\n        b()\n'.repeat(10_000)}`)).toBe(false);
  expect(mayExhaustScanner('yaml', 'a:\n  - b: c\n'.repeat(60))).toBe(false);
  expect(mayExhaustScanner('bash', python(600))).toBe(false);
});
