/** Which rules say something of the code of functions beside a match. */
import { describe, expect, it } from 'vitest';
import { itself, scanTools } from '../src/commands/scan-tools.ts';
import { parserAssets } from '../src/host/assets.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { compileRules } from '../src/rules/compile.ts';

const { parsers } = scanTools(loadParsers(parserAssets()), itself);

/** Whether a rule of those operators, each a line of YAML, looks into functions. */
async function looks(operators: string, options = ''): Promise<boolean> {
  const rule = ['id: r', 'message: m', 'severity: ERROR', 'languages: [javascript]', options, ...operators.split('\n')];
  const lines = rule.filter((line) => line !== '').map((line, at) => `${at === 0 ? '  - ' : '    '}${line}`);
  const { rules, failures } = await compileRules(`rules:\n${lines.join('\n')}\n`, 'rules.yaml', parsers);
  expect(failures).toEqual([]);
  const { body } = rules[0]!;
  return body.mode === 'search' && body.looksIntoFunctions;
}

describe('a rule looks into functions beside a match', () => {
  it.each([
    ['where a class around it holds code', 'pattern-inside: "class $C { ... $M() { ... eval(...); ... } ... }"'],
    ['where it asks for code at any depth', 'pattern-inside: "$APP.use(<... eval(...) ...>)"'],
    ['where a callback around it holds code', 'pattern-inside: "$APP.use(() => { foo(); }, ...)"'],
    ['where a callback is an expression', 'pattern-inside: "$APP.use(() => foo(), ...)"'],
    ['where statements in a row are asked for', 'pattern-inside: |\n        foo();\n        ...'],
    ['where none of them may be there', 'pattern-not-inside: |\n        foo();\n        ...'],
    ['where a regular expression is matched besides', 'pattern-regex: foo'],
  ])('%s', async (_, around) => {
    expect(await looks(`patterns:\n  - pattern: bar(...)\n  - ${around}`)).toBe(true);
  });

  it('where a condition asks for code that only what stands around is made of', async () => {
    const around = (name: string): string =>
      `patterns:\n  - pattern: bar(...)\n  - pattern-inside: $APP.$METHOD($HANDLER, ...)\n  - metavariable-regex: {metavariable: ${name}, regex: x}`;
    expect(await looks(around('$HANDLER'))).toBe(true);
    expect(await looks(around('$METHOD'))).toBe(false);
  });

  it('where a variable may stand for what is written elsewhere', async () => {
    expect(await looks('pattern: bar(...)', 'options: {symbolic_propagation: true}')).toBe(true);
  });

  it.each([
    ['a pattern alone, even of statements', 'pattern: |\n  foo();\n  ...\n  bar();'],
    ['code that is not of interest', 'patterns:\n  - pattern: bar(...)\n  - pattern-inside: "$APP.use((...) => { ... }, ...)"'],
    ['a function around it', 'patterns:\n  - pattern: bar(...)\n  - pattern-inside: "function $F(...) { ... foo(); ... }"'],
    ['what is not the match itself', 'patterns:\n  - pattern: bar(...)\n  - pattern-not: bar(() => { foo(); })'],
  ])('but not for %s', async (_, operators) => {
    expect(await looks(operators)).toBe(false);
  });
});
