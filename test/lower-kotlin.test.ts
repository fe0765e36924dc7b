import { describe, expect, it } from 'vitest';
import { kotlin } from '../src/parse/kotlin.ts';
import { benchFor, broken, gaps, kindsOf, wholeText } from './lowering.ts';

const bench = await benchFor('kotlin', kotlin, './lower-kotlin.txt', '\n');

describe('Kotlin', () => {
  it.each(bench.cases)('$code', ({ code, expected }) => {
    expect(bench.lowered(code)).toEqual(expected);
    expect(bench.parse(code).hasError).toBe(false);
    expect(bench.faults(code)).toEqual([]);
  });

  it('has the cases', () => {
    expect(bench.cases.length).toBeGreaterThan(50);
  });
});

describe('the table of Kotlin', () => {
  /** Tokens inside a literal: the builder of the literal reads them. */
  const tokens = ['escape_sequence', 'string_content'];
  /** Read by the builder of what stands around them. */
  const pieces = [
    'class_modifier',
    'class_parameters',
    'finally_block',
    'function_body',
    'function_modifier',
    'function_value_parameters',
    'inheritance_modifier',
    'label',
    'lambda_parameters',
    'member_modifier',
    'modifiers',
    'multi_variable_declaration',
    'parameter',
    'parameter_modifier',
    'parameter_modifiers',
    'platform_modifier',
    'primary_constructor',
    'property_modifier',
    'reification_modifier',
    'type_constraint',
    'type_constraints',
    'type_parameter_modifiers',
    'use_site_target',
    'variable_declaration',
    'variance_modifier',
    'visibility_modifier',
    'when_subject',
  ];
  /** The grammar's names for groups of kinds, and the root. */
  const groups = [
    'class_member_declaration',
    'declaration',
    'expression',
    'primary_expression',
    'source_file',
    'statement',
    'type',
  ];
  /** Stay as they are: types that no other language has. A character must not match a string. */
  const others = ['callable_reference', 'character_literal', 'function_type', 'function_type_parameters', 'type_alias'];

  it('leaves out only what is listed here', () => {
    const { left, unknown } = gaps(kindsOf('@tree-sitter-grammars/tree-sitter-kotlin/src/node-types.json'), kotlin);
    expect(left).toEqual([...tokens, ...pieces, ...groups, ...others].sort());
    expect(unknown).toEqual([]);
  });
});

describe('broken Kotlin', () => {
  it('is lowered to a sound tree', () => {
    for (const text of broken(wholeText(bench.cases), 20)) expect([text, ...bench.faults(text)]).toEqual([text]);
  });

  it.each([
    ['brackets', '['.repeat(20_000)],
    ['parentheses', `f${'('.repeat(20_000)}`],
    ['else if', `if (a) { b() }${' else if (a) { b() }'.repeat(3_000)}`],
    ['a sum', `x = ${'a + '.repeat(5_000)}b`],
    ['a chain of calls', `a${'.b()'.repeat(3_000)}`],
    ['a long package name', `import ${'a.'.repeat(5_000)}b`],
    ['strings within strings', `x = ${'"${'.repeat(500)}a${'}"'.repeat(500)}`],
    ['lambdas within lambdas', 'f { '.repeat(700)],
    ['classes within classes', 'class A { '.repeat(700)],
  ])('of %s is lowered', (_name, text) => {
    expect(bench.faults(text)).toEqual([]);
  });
});
