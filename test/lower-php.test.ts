import { describe, expect, it } from 'vitest';
import { php } from '../src/parse/php.ts';
import { benchFor, broken, gaps, kindsOf, wholeText } from './lowering.ts';

const bench = await benchFor('php', php, './lower-php.txt', '\n', '<?php ');

describe('PHP', () => {
  it.each(bench.cases)('$code', ({ code, expected }) => {
    expect(bench.lowered(code)).toEqual(expected);
    expect(bench.parse(code).hasError).toBe(false);
    expect(bench.faults(code)).toEqual([]);
  });

  it('has the cases', () => {
    expect(bench.cases.length).toBeGreaterThan(100);
  });
});

describe('the table of PHP', () => {
  /** Tokens inside a literal: the builder of the literal reads them. */
  const tokens = [
    'escape_sequence',
    'heredoc_body',
    'heredoc_end',
    'heredoc_start',
    'nowdoc_body',
    'nowdoc_string',
    'operation',
    'string_content',
  ];
  /** Read by the builder of what stands around them. */
  const pieces = [
    'abstract_modifier',
    'anonymous_function_use_clause',
    'base_clause',
    'class_interface_clause',
    'const_element',
    'declaration_list',
    'declare_directive',
    'enum_declaration_list',
    'final_modifier',
    'formal_parameters',
    'match_condition_list',
    'namespace_use_clause',
    'namespace_use_group',
    'property_element',
    'property_hook_list',
    'readonly_modifier',
    'reference_modifier',
    'static_modifier',
    'static_variable_declaration',
    'var_modifier',
    'visibility_modifier',
  ];
  /** The grammar's names for groups of kinds, and the root. */
  const groups = ['expression', 'literal', 'primary_expression', 'program', 'statement', 'type'];
  /** Stay as they are: no other language has them. */
  const others = [
    'global_declaration',
    'goto_statement',
    'use_as_clause',
    'use_declaration',
    'use_instead_of_clause',
    'use_list',
  ];

  it('leaves out only what is listed here', () => {
    const { left, unknown } = gaps(kindsOf('tree-sitter-php/php/src/node-types.json'), php);
    expect(left).toEqual([...tokens, ...pieces, ...groups, ...others].sort());
    expect(unknown).toEqual([]);
  });
});

describe('broken PHP', () => {
  it('is lowered to a sound tree', () => {
    for (const text of broken(wholeText(bench.cases), 60)) expect([text, ...bench.faults(text)]).toEqual([text]);
  });

  it.each([
    ['brackets', `$x = ${'['.repeat(20_000)}`],
    ['a sum', `$x = ${'$a . '.repeat(5_000)}$b;`],
    ['elseif', `if ($a) {} ${'elseif ($b) {} '.repeat(3_000)}`],
    ['else if', `if ($a) {} ${'else if ($b) {} '.repeat(3_000)}`],
    ['a chain', `$a${'->b(1)'.repeat(5_000)};`],
    ['a type', `function f(${'A|'.repeat(3_000)}B $x) {}`],
    ['a long name', `${'A\\'.repeat(3_000)}b();`],
  ])('of %s is lowered', (_name, text) => {
    expect(bench.faults(`<?php ${text}`)).toEqual([]);
  });
});
