import { describe, expect, it } from 'vitest';
import { searchGeneric } from '../src/engine/generic.ts';
import { parserAssets } from '../src/host/assets.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { type GenericLexis, readGeneric } from '../src/parse/generic-text.ts';
import { compileRules } from '../src/rules/compile.ts';
import { parseGenericPattern } from '../src/rules/generic-pattern.ts';

const plain: GenericLexis = { comments: 'none', wordCharacters: '' };

function search(pattern: string, text: string, options: Record<string, number | string | boolean> = {}) {
  return searchGeneric(parseGenericPattern(pattern)!.body, text, readGeneric(text, plain), options);
}

const found = (pattern: string, text: string): string[] =>
  search(pattern, text).matches.map(({ start, end }) => text.slice(start, end));

describe('a text as words, marks and lists', () => {
  it('keeps the place and the line of each token', () => {
    const { starts, ends, lines } = readGeneric('ab-1\n\n  é', plain);
    expect([...starts]).toEqual([0, 2, 3, 8]);
    expect([...ends]).toEqual([2, 3, 4, 9]);
    expect([...lines]).toEqual([0, 0, 0, 2]);
  });

  it('nests what is indented deeper, and what stands in brackets of one line', () => {
    const { lists, listEnds } = readGeneric('a\n    b\n  c\nd (e [f])', plain);
    expect([...lists]).toEqual([
      [1, [3, 2]],
      [5, [9]],
      [7, [8]],
    ]);
    expect([...listEnds].slice(0, 3)).toEqual([10, 2, 3]);
  });

  it('reads a tab as far as the next tab stop', () => {
    expect([...readGeneric('a\n\tb\n        c', plain).lists]).toEqual([[1, [3]]]);
  });

  it.each([
    ['c', 'a /* x\ny */ b // c # d', ['a', 'b', '/', '/', 'c', '#', 'd']],
    ['cpp', 'a /* x\ny */ b // c # d', ['a', 'b']],
    ['shell', 'a # x\nb', ['a', 'b']],
  ] as const)('leaves out comments in the style of %s', (comments, text, tokens) => {
    const { starts, ends } = readGeneric(text, { ...plain, comments });
    expect([...starts].map((start, i) => text.slice(start, ends[i]))).toEqual(tokens);
  });
});

describe('a pattern over any text', () => {
  it('binds a word, and a run of tokens with the blanks before it', () => {
    const [match] = search('set $X $...Y;', 'set a  b-c "d";').matches;
    const values = [...match!.bindings].map(([name, node]) => [name, node.kind === 'string' && node.value]);
    expect(values).toEqual([
      ['$X', 'a'],
      ['$...Y', '  b-c "d"'],
    ]);
  });

  it('takes the later of two beginnings that lead to one end', () => {
    expect(found('a ... b', 'a 1 a 2 b')).toEqual(['a 2 b']);
  });

  it('stays in the list that it begins in', () => {
    expect(found('a ... b', '  a 1\nb')).toEqual([]);
    expect(found('a ... b', 'a\n  1\n  b')).toEqual(['a\n  1\n  b']);
  });

  it('matches a list of its own with a whole list of the text', () => {
    expect(found('a\n  b', 'a\n  b\na\n  b c\na (b)')).toEqual(['a\n  b']);
    expect(found('a {\n  ...\n}', `a {\n${'  x\n'.repeat(40)}}`)).toHaveLength(1);
  });

  it('is refused when it is empty', () => {
    expect(parseGenericPattern(' \n\t')).toBeNull();
  });

  it.each([
    ['dots', 'a ... b ... c ... zz', 'a b c d '.repeat(50_000)],
    ['runs', '$X $...A $X $...B $X zz', 'a b c d '.repeat(20_000)],
  ])('with many %s gives up in the end, and says so', (_name, pattern, text) => {
    expect(search(pattern, text)).toEqual({ matches: [], exhausted: true });
  });

  it('goes on behind a place where it gave up', () => {
    const text = `${'a '.repeat(3_000)}\n${'\n'.repeat(20)}a b c`;
    expect(search('a ... b ... c', text).matches).toHaveLength(1);
  });

  it.each([
    ['steps down', Array.from({ length: 3_000 }, (_, i) => `${' '.repeat(i)}a`).join('\n')],
    ['brackets', `${'('.repeat(20_000)}${')'.repeat(20_000)}`],
  ])('bears %s', (_name, text) => {
    expect(search('a\n  b', text).matches).toEqual([]);
  });
});

describe('rules for any text', () => {
  const parsers = loadParsers(parserAssets());
  const rule = (language: string, operators: string) =>
    `rules:\n  - id: x\n    languages: [${language}]\n    severity: ERROR\n    message: m\n${operators}`;

  it.each(['generic', 'regex'])('of %s do not follow taint', async (language) => {
    const taint =
      '    mode: taint\n    pattern-sources:\n      - pattern-regex: a\n    pattern-sinks:\n      - pattern-regex: b\n';
    const { failures } = await compileRules(rule(language, taint), 'x.yaml', parsers);
    expect(failures.map(({ line, message }) => [line, message])).toEqual([[6, '`mode: taint` needs a language with a grammar']]);
  });

  it('refuse an empty pattern', async () => {
    const { failures } = await compileRules(rule('generic', '    pattern: " "\n'), 'x.yaml', parsers);
    expect(failures[0]?.message).toBe('the pattern is empty');
  });
});
