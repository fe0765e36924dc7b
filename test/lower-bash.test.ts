import { describe, expect, it } from 'vitest';
import { bash } from '../src/parse/bash.ts';
import { benchFor, broken, gaps, kindsOf, wholeText } from './lowering.ts';

const bench = await benchFor('bash', bash, './lower-bash.txt');

describe('Bash', () => {
  it.each(bench.cases)('$code', ({ code, expected }) => {
    expect(bench.lowered(code)).toEqual(expected);
    expect(bench.parse(code).hasError).toBe(false);
    expect(bench.faults(code)).toEqual([]);
  });

  it('has the cases', () => {
    expect(bench.cases.length).toBeGreaterThan(70);
  });
});

describe('the table of Bash', () => {
  /** Read by the builder of what stands around them. */
  const pieces = [
    'elif_clause',
    'else_clause',
    'heredoc_content',
    'heredoc_end',
    'heredoc_start',
    'string_content',
    'test_operator',
  ];
  /** The grammar's names for groups of kinds, and the root. */
  const groups = ['_expression', '_primary_expression', '_statement', 'program'];
  /** Stay as they are: no other language has them. */
  const others = ['brace_expression', 'file_descriptor'];

  it('leaves out only what is listed here', () => {
    const { left, unknown } = gaps(kindsOf('tree-sitter-bash/src/node-types.json'), bash);
    expect(left).toEqual([...pieces, ...groups, ...others].sort());
    expect(unknown).toEqual([]);
  });
});

describe('broken Bash', () => {
  it('is lowered to a sound tree', () => {
    for (const text of broken(wholeText(bench.cases), 60)) expect([text, ...bench.faults(text)]).toEqual([text]);
  });

  it.each([
    ['parentheses', '('.repeat(20_000)],
    ['substitutions', `echo ${'$('.repeat(3_000)}`],
    ['a pipeline', `${'a | '.repeat(5_000)}b`],
    ['a list', `${'a && '.repeat(5_000)}b`],
    ['elif', `if a; then b\n${'elif a; then b\n'.repeat(3_000)}fi`],
    ['words', `a ${'b '.repeat(20_000)}`],
  ])('of %s is lowered', (_name, text) => {
    expect(bench.faults(text)).toEqual([]);
  });
});
