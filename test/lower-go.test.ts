import { describe, expect, it } from 'vitest';
import { go } from '../src/parse/go.ts';
import { benchFor, broken, gaps, kindsOf, wholeText } from './lowering.ts';

const bench = await benchFor('go', go, './lower-go.txt', '\n');

describe('Go', () => {
  it.each(bench.cases)('$code', ({ code, expected }) => {
    expect(bench.lowered(code)).toEqual(expected);
    expect(bench.parse(code).hasError).toBe(false);
    expect(bench.faults(code)).toEqual([]);
  });

  it('has the cases', () => {
    expect(bench.cases.length).toBeGreaterThan(80);
  });
});

describe('the table of Go', () => {
  /** Tokens inside a literal: the builder of the literal reads them. */
  const tokens = ['escape_sequence', 'interpreted_string_literal_content', 'raw_string_literal_content'];
  /** Read by the builder of what stands around them. */
  const pieces = [
    'const_spec',
    'dot',
    'field_declaration',
    'field_declaration_list',
    'for_clause',
    'import_spec',
    'import_spec_list',
    'parameter_declaration',
    'parameter_list',
    'range_clause',
    'type_alias',
    'type_arguments',
    'type_parameter_declaration',
    'type_parameter_list',
    'type_spec',
    'var_spec',
    'var_spec_list',
    'variadic_parameter_declaration',
  ];
  /** The grammar's names for groups of kinds, and the root. */
  const groups = ['_expression', '_simple_statement', '_simple_type', '_statement', '_type', 'source_file'];
  /** Stay as they are: no other language has them. */
  const others = [
    'array_type',
    'channel_type',
    'fallthrough_statement',
    'goto_statement',
    'implicit_length_array_type',
    'map_type',
    'rune_literal',
    'slice_type',
  ];

  it('leaves out only what is listed here', () => {
    const { left, unknown } = gaps(kindsOf('tree-sitter-go/src/node-types.json'), go);
    expect(left).toEqual([...tokens, ...pieces, ...groups, ...others].sort());
    expect(unknown).toEqual([]);
  });
});

describe('broken Go', () => {
  it('is lowered to a sound tree', () => {
    for (const text of broken(wholeText(bench.cases), 60)) expect([text, ...bench.faults(text)]).toEqual([text]);
  });

  it.each([
    ['brackets', `x = ${'['.repeat(20_000)}`],
    ['a sum', `x = ${'a + '.repeat(5_000)}b`],
    ['else', `if a {}${' else if a {}'.repeat(3_000)}`],
    ['types within types', `func f(${'a, b func('.repeat(100)}c int${')'.repeat(100)}) {}`],
    ['structs within structs', `var x ${'struct { a, b '.repeat(100)}int${' }'.repeat(100)}`],
    ['a constraint', `func f[T ${'int | '.repeat(3_000)}int]() {}`],
  ])('of %s is lowered', (_name, text) => {
    expect(bench.faults(text)).toEqual([]);
  });
});
