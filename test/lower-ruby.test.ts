import { describe, expect, it } from 'vitest';
import { ruby } from '../src/parse/ruby.ts';
import { benchFor, broken, gaps, kindsOf, wholeText } from './lowering.ts';

const bench = await benchFor('ruby', ruby, './lower-ruby.txt', '\n');

describe('Ruby', () => {
  it.each(bench.cases)('$code', ({ code, expected }) => {
    expect(bench.lowered(code)).toEqual(expected);
    expect(bench.parse(code).hasError).toBe(false);
    expect(bench.faults(code)).toEqual([]);
  });

  it('has the cases', () => {
    expect(bench.cases.length).toBeGreaterThan(120);
  });
});

describe('the table of Ruby', () => {
  /** Tokens inside a literal: the builder of the literal reads them. */
  const tokens = ['escape_sequence', 'heredoc_content', 'heredoc_end', 'string_content'];
  /** Read by the builder of what stands around them. */
  const pieces = ['exception_variable', 'exceptions', 'in', 'superclass'];
  /** The grammar's names for groups of kinds, and the root. */
  const groups = [
    '_arg',
    '_call_operator',
    '_expression',
    '_lhs',
    '_method_name',
    '_nonlocal_variable',
    '_pattern_constant',
    '_pattern_expr',
    '_pattern_expr_basic',
    '_pattern_primitive',
    '_pattern_top_expr_body',
    '_primary',
    '_simple_numeric',
    '_statement',
    '_variable',
    'program',
  ];
  /** Stay as they are: no other language has them. */
  const others = ['alias', 'redo', 'retry', 'undef'];

  it('leaves out only what is listed here', () => {
    const { left, unknown } = gaps(kindsOf('tree-sitter-ruby/src/node-types.json'), ruby);
    expect(left).toEqual([...tokens, ...pieces, ...groups, ...others].sort());
    expect(unknown).toEqual([]);
  });
});

describe('broken Ruby', () => {
  it('is lowered to a sound tree', () => {
    for (const text of broken(wholeText(bench.cases), 60)) expect([text, ...bench.faults(text)]).toEqual([text]);
  });

  it.each([
    ['brackets', `x = ${'['.repeat(20_000)}`],
    ['a sum', `x = ${'a + '.repeat(5_000)}b`],
    ['elsif', `if a\n${'elsif b\n'.repeat(3_000)}end`],
    ['a chain', `a${'.b(1)'.repeat(5_000)}`],
    ['blocks', `${'a { '.repeat(500)}${'}'.repeat(500)}`],
    ['alternatives', `case a\nin ${'1 | '.repeat(3_000)}1\n  2\nend`],
    ['heredocs', `${'a <<B\n#{'.repeat(200)}`],
  ])('of %s is lowered', (_name, text) => {
    expect(bench.faults(text)).toEqual([]);
  });
});
