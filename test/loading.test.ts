/** Which rule files load, and what is said of those that do not. */
import { describe, expect, test } from 'vitest';
import { parserAssets } from '../src/host/assets.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { compileRules } from '../src/rules/compile.ts';

const parsers = loadParsers(parserAssets());

/** The languages of the rule that loads, or the line and the words with which it is refused. */
async function loaded(languages: string, more: string): Promise<string> {
  const text = `rules:\n  - id: r\n    message: m\n    severity: ERROR\n    languages: ${languages}\n    pattern: f($X)\n${more}`;
  const { rules, failures } = await compileRules(text, 'r.yaml', parsers);
  return [...rules.map((rule) => rule.languages.join(' ')), ...failures.map(({ line, message }) => `${line}: ${message}`)].join();
}

describe('languages', () => {
  test.each([
    // Files of TypeScript are looked at by rules for JavaScript as well.
    ['[js]', 'javascript typescript'],
    ['[golang, C#]', 'go csharp'],
    // Those that are not supported do not take the others with them.
    ['[python, swift]', 'python'],
    ['[swift, scala]', '5: the language `scala` is not supported'],
    ['[pyton]', '5: unknown language `pyton`'],
  ])('%s', async (languages, expected) => {
    expect(await loaded(languages, '')).toBe(expected);
  });
});

describe('keys that mean nothing here', () => {
  test.each([
    ['an author', '    author: a\n    source-rule-url: https://example.com\n', 'python'],
    ['a misspelt key', '    mesage: a\n', '7: unknown key `mesage`, did you mean `message`?'],
    ['an operator', '    pattern-nearby: a\n', '7: unknown key `pattern-nearby`'],
    ["another engine's option", '    options: { generic_engine_speed: 3 }\n', 'python'],
    [
      'a misspelt option',
      '    options: { symetric_eq: true }\n',
      '7: unknown option `symetric_eq`, did you mean `symmetric_eq`?',
    ],
  ])('%s', async (_, more, expected) => {
    expect(await loaded('[python]', more)).toBe(expected);
  });
});
