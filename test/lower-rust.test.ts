import { describe, expect, it } from 'vitest';
import { rust } from '../src/parse/rust.ts';
import { benchFor, broken, gaps, kindsOf, wholeText } from './lowering.ts';

const bench = await benchFor('rust', rust, './lower-rust.txt', '\n');

describe('Rust', () => {
  it.each(bench.cases)('$code', ({ code, expected }) => {
    expect(bench.lowered(code)).toEqual(expected);
    expect(bench.parse(code).hasError).toBe(false);
    expect(bench.faults(code)).toEqual([]);
  });

  it('has the cases', () => {
    expect(bench.cases.length).toBeGreaterThan(50);
  });
});

describe('the table of Rust', () => {
  /** Tokens inside a literal, and of a macro: the builder of what holds them reads them. */
  const tokens = ['escape_sequence', 'string_content', 'token_tree'];
  /** Comments that leave no trace hold them. */
  const comments = ['doc_comment', 'inner_doc_comment_marker', 'outer_doc_comment_marker'];
  /** Read by the builder of what stands around them. */
  const pieces = [
    'closure_parameters',
    'enum_variant_list',
    'field_declaration_list',
    'function_modifiers',
    'label',
    'match_block',
    'mutable_specifier',
    'ordered_field_declaration_list',
    'parameter',
    'scoped_use_list',
    'self_parameter',
    'use_as_clause',
    'use_list',
    'use_wildcard',
    'variadic_parameter',
    // Of clauses that leave no trace.
    'for_lifetimes',
    'use_bounds',
    'where_predicate',
  ];
  /** The grammar's names for groups of kinds, and the root. */
  const groups = ['_declaration_statement', '_expression', '_literal', '_literal_pattern', '_pattern', '_type', 'source_file'];
  /** Stay as they are: types that no other language has, and the definitions of macros. A character must not match a string. */
  const others = [
    'abstract_type',
    'array_type',
    'associated_type',
    'bounded_type',
    'char_literal',
    'dynamic_type',
    'extern_modifier',
    'fragment_specifier',
    'function_type',
    'higher_ranked_trait_bound',
    'macro_definition',
    'macro_rule',
    'never_type',
    'qualified_type',
    'removed_trait_bound',
    'token_binding_pattern',
    'token_repetition',
    'token_repetition_pattern',
    'token_tree_pattern',
    'type_binding',
    'type_item',
  ];

  it('leaves out only what is listed here', () => {
    const { left, unknown } = gaps(kindsOf('tree-sitter-rust/src/node-types.json'), rust);
    expect(left).toEqual([...tokens, ...comments, ...pieces, ...groups, ...others].sort());
    expect(unknown).toEqual([]);
  });
});

describe('broken Rust', () => {
  it('is lowered to a sound tree', () => {
    for (const text of broken(wholeText(bench.cases), 20)) expect([text, ...bench.faults(text)]).toEqual([text]);
  });

  it.each([
    ['brackets', 'x = ['.repeat(20_000)],
    ['parentheses', `f${'('.repeat(20_000)}`],
    ['parentheses of a macro', `f!${'('.repeat(3_000)}${')'.repeat(3_000)};`],
    ['signs in a macro', `f!(${'-'.repeat(3_000)}a);`],
    ['else if', `if a { b(); }${' else if a { b(); }'.repeat(3_000)}`],
    ['a sum', `x = ${'a + '.repeat(5_000)}b;`],
    ['a sum in a macro', `f!(${'a + '.repeat(5_000)}b);`],
    ['a chain of calls', `a${'.b()'.repeat(3_000)};`],
    ['a chain of calls in a macro', `f!(a${'.b()'.repeat(3_000)});`],
    ['a long path', `use ${'a::'.repeat(5_000)}b;`],
    ['modules within modules', 'mod a { '.repeat(700)],
  ])('of %s is lowered', (_name, text) => {
    expect(bench.faults(text)).toEqual([]);
  });
});
