import { describe, expect, it } from 'vitest';
import { java } from '../src/parse/java.ts';
import { benchFor, broken, gaps, kindsOf, wholeText } from './lowering.ts';

const bench = await benchFor('java', java, './lower-java.txt');

describe('Java', () => {
  it.each(bench.cases)('$code', ({ code, expected }) => {
    expect(bench.lowered(code)).toEqual(expected);
    expect(bench.parse(code).hasError).toBe(false);
    expect(bench.faults(code)).toEqual([]);
  });

  it('has the cases', () => {
    expect(bench.cases.length).toBeGreaterThan(100);
  });
});

describe('the table of Java', () => {
  /** Tokens inside a literal: the builder of the literal reads them. */
  const tokens = ['escape_sequence', 'multiline_string_fragment', 'string_fragment'];
  /** Read by the builder of what stands around them. */
  const pieces = [
    'catch_formal_parameter',
    'class_body',
    'dimensions',
    'enum_body',
    'inferred_parameters',
    'annotation_type_body',
    'interface_body',
    'modifiers',
    'module_body',
    'permits',
    'switch_label',
    'throws',
  ];
  /** The grammar's names for groups of kinds, and the root. */
  const groups = [
    '_literal',
    '_simple_type',
    '_type',
    '_unannotated_type',
    'declaration',
    'expression',
    'module_directive',
    'primary_expression',
    'program',
    'statement',
  ];
  /** Stay as they are: no other language has them. A character must not match a string. */
  const others = [
    'character_literal',
    'exports_module_directive',
    'opens_module_directive',
    'provides_module_directive',
    'record_pattern',
    'requires_modifier',
    'requires_module_directive',
    'uses_module_directive',
    'wildcard',
  ];

  it('leaves out only what is listed here', () => {
    const { left, unknown } = gaps(kindsOf('tree-sitter-java/src/node-types.json'), java);
    expect(left).toEqual([...tokens, ...pieces, ...groups, ...others].sort());
    expect(unknown).toEqual([]);
  });
});

describe('spans in Java', () => {
  const texts = (code: string) => bench.parse(code).program.body.map((node) => code.slice(node.start, node.end));

  it('of a definition begin at its first annotation', () => {
    expect(texts('@A\n@B void f() {}')).toEqual(['@A\n@B void f() {}']);
    expect(texts('@A\npublic class B {}')).toEqual(['@A\npublic class B {}']);
  });

  it('of variables begin with the declaration and end with their own text', () => {
    expect(texts('int a = 1, b = 2;')).toEqual(['int a = 1', 'int a = 1, b = 2;']);
  });
});

describe('broken Java', () => {
  it('is lowered to a sound tree', () => {
    for (const text of broken(wholeText(bench.cases), 70)) expect([text, ...bench.faults(text)]).toEqual([text]);
  });

  it.each([
    ['brackets', '['.repeat(20_000)],
    ['parentheses', `f${'('.repeat(20_000)}`],
    ['else if', `if (a) b();${' else if (a) b();'.repeat(3_000)}`],
    ['a sum', `x = ${'a + '.repeat(5_000)}b;`],
    ['a chain of calls', `a${'.b()'.repeat(3_000)};`],
    ['a long package name', `import ${'a.'.repeat(5_000)}b;`],
    ['nested instanceof', `x = ${'('.repeat(200)}a${' instanceof B b)'.repeat(200)};`],
    ['classes within classes', 'class A { '.repeat(700)],
  ])('of %s is lowered', (_name, text) => {
    expect(bench.faults(text)).toEqual([]);
  });
});
