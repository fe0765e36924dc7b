import { describe, expect, test } from 'vitest';
import { annotationsIn, isTakenBack } from '../src/rules/annotations.ts';

describe('annotations', () => {
  const lines = (text: string) => annotationsIn(text).map(({ kind, ruleId, line }) => `${kind} ${ruleId} ${line}`);

  test('in a block comment over several lines', () => {
    expect(lines('/*\n * ruleid: a, b\n */\nfoo();\n * ok\n')).toEqual(['ruleid a 4', 'ruleid b 4']);
  });
  test('a product is none', () => {
    expect(lines('x = y * ruleid: a\nfoo\n')).toEqual([]);
  });
});

describe('nosemgrep', () => {
  const taken = (text: string, line: number) => isTakenBack(text.split('\n'), line, 'rule-a');

  test('on the line, with and without ids', () => {
    expect(taken('foo() # nosemgrep', 1)).toBe(true);
    expect(taken('foo() // nosem: rule-a, rule-b', 1)).toBe(true);
    expect(taken('foo() // nosemgrep: pack.rule-a', 1)).toBe(true);
    expect(taken('foo() // nosemgrep: rule-b', 1)).toBe(false);
    expect(taken('nosemantics()', 1)).toBe(false);
  });
  test('above, where nothing else stands on the line', () => {
    expect(taken('# nosemgrep\nfoo()', 2)).toBe(true);
    expect(taken('bar() # nosemgrep\nfoo()', 2)).toBe(false);
  });
});
