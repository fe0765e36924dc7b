import { describe, expect, it } from 'vitest';
import { csharp } from '../src/parse/csharp.ts';
import { benchFor, broken, gaps, kindsOf, wholeText } from './lowering.ts';

const bench = await benchFor('csharp', csharp, './lower-csharp.txt');

describe('C#', () => {
  it.each(bench.cases)('$code', ({ code, expected }) => {
    expect(bench.lowered(code)).toEqual(expected);
    expect(bench.parse(code).hasError).toBe(false);
    expect(bench.faults(code)).toEqual([]);
  });

  it('has the cases', () => {
    expect(bench.cases.length).toBeGreaterThan(85);
  });
});

describe('the table of C#', () => {
  /** Tokens inside a literal: the builder of the literal reads them. */
  const tokens = [
    'character_literal_content',
    'escape_sequence',
    'interpolation_brace',
    'interpolation_format_clause',
    'interpolation_quote',
    'interpolation_start',
    'raw_string_content',
    'raw_string_end',
    'raw_string_start',
    'string_content',
    'string_literal_content',
    'string_literal_encoding',
  ];
  /** Read by the builder of what stands around them. */
  const pieces = [
    'array_rank_specifier',
    'base_list',
    'catch_declaration',
    'explicit_interface_specifier',
    'modifier',
    'preproc_arg',
    'where_clause',
  ];
  /** The grammar's names for groups of kinds, and the root. */
  const groups = [
    'compilation_unit',
    'declaration',
    'expression',
    'literal',
    'lvalue_expression',
    'non_lvalue_expression',
    'pattern',
    'statement',
    'type',
    'type_declaration',
  ];
  /** Stay as they are: no other language has them, or (`with`, `throw`) not as an expression. */
  const others = [
    'calling_convention',
    'constructor_constraint',
    'extern_alias_directive',
    'function_pointer_parameter',
    'function_pointer_type',
    'global_attribute',
    'goto_statement',
    'group_clause',
    'join_into_clause',
    'order_by_clause',
    'select_clause',
    'throw_expression',
    'type_parameter_constraint',
    'type_parameter_constraints_clause',
    'with_expression',
  ];

  it('leaves out only what is listed here', () => {
    const { left, unknown } = gaps(kindsOf('tree-sitter-c-sharp/src/node-types.json'), csharp);
    expect(left).toEqual([...tokens, ...pieces, ...groups, ...others].sort());
    // Tokens that stand for a value.
    expect(unknown).toEqual(['this', 'base']);
  });
});

describe('broken C#', () => {
  it('is lowered to a sound tree', () => {
    for (const text of broken(wholeText(bench.cases), 70)) expect([text, ...bench.faults(text)]).toEqual([text]);
  });

  it.each([
    ['brackets', '['.repeat(20_000)],
    ['parentheses', `f${'('.repeat(20_000)}`],
    ['else if', `if (a) b();${' else if (a) b();'.repeat(3_000)}`],
    ['a sum', `x = ${'a + '.repeat(5_000)}b;`],
    ['a chain of calls', `a${'?.b()'.repeat(3_000)};`],
    ['a long namespace', `using ${'a.'.repeat(5_000)}b;`],
    ['nested patterns', `x = ${'('.repeat(200)}a${' is B b)'.repeat(200)};`],
    ['classes within classes', 'class A { '.repeat(700)],
  ])('of %s is lowered', (_name, text) => {
    expect(bench.faults(text)).toEqual([]);
  });
});
