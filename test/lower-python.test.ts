import { describe, expect, it } from 'vitest';
import { python } from '../src/parse/python.ts';
import { benchFor, broken, gaps, kindsOf, wholeText } from './lowering.ts';

const bench = await benchFor('python', python, './lower-python.txt');

describe('Python', () => {
  it.each(bench.cases)('$code', ({ code, expected }) => {
    expect(bench.lowered(code)).toEqual(expected);
    expect(bench.parse(code).hasError).toBe(false);
    expect(bench.faults(code)).toEqual([]);
  });

  it('has the cases', () => {
    expect(bench.cases.length).toBeGreaterThan(180);
  });
});

describe('the table of Python', () => {
  /** Tokens inside a literal: the builder of the literal reads them. */
  const tokens = ['escape_interpolation', 'escape_sequence', 'string_content', 'string_end', 'string_start', 'type_conversion'];
  /** Read by the builder of what stands around them. */
  const pieces = [
    'aliased_import',
    'elif_clause',
    'for_in_clause',
    'format_expression',
    'format_specifier',
    'import_prefix',
    'interpolation',
    'keyword_separator',
    'lambda_parameters',
    'parameters',
    'positional_separator',
    'default_parameter',
    'typed_default_parameter',
    'typed_parameter',
    'wildcard_import',
    'with_clause',
  ];
  /** The grammar's names for groups of kinds, and the root. */
  const groups = [
    '_compound_statement',
    '_simple_statement',
    'expression',
    'module',
    'parameter',
    'pattern',
    'primary_expression',
  ];
  /** Stay as they are: no other language has them. */
  const others = ['constrained_type', 'global_statement', 'nonlocal_statement', 'type_alias_statement', 'type_parameter'];

  it('leaves out only what is listed here', () => {
    const { left, unknown } = gaps(kindsOf('tree-sitter-python/src/node-types.json'), python);
    expect(left).toEqual([...tokens, ...pieces, ...groups, ...others].sort());
    // An alias that the grammar's own list forgets.
    expect(unknown).toEqual(['as_pattern_target']);
  });
});

describe('spans in Python', () => {
  const textOf = (code: string, line = 0) => {
    const node = bench.parse(code).program.body[line]!;
    return code.slice(node.start, node.end);
  };

  it('of a decorated definition begin at its first decorator', () => {
    expect(textOf('@a\n@b\ndef f(): pass\n')).toBe('@a\n@b\ndef f(): pass');
    expect(textOf('@a\nclass A: pass\n')).toBe('@a\nclass A: pass');
  });

  it('of imports are the whole statement', () => {
    expect(textOf('from a import b, c', 1)).toBe('from a import b, c');
  });

  it('of the parts of an f-string are the text between the braces', () => {
    const code = 'f"ab{c}d"';
    const [statement] = bench.parse(code).program.body;
    const template = statement?.kind === 'exprstmt' ? statement.expr : null;
    expect(template?.kind === 'template' && template.parts.map((part) => code.slice(part.start, part.end))).toEqual([
      'ab',
      'c',
      'd',
    ]);
  });
});

describe('broken Python', () => {
  it('is lowered to a sound tree', () => {
    for (const text of broken(wholeText(bench.cases), 70)) expect([text, ...bench.faults(text)]).toEqual([text]);
  });

  it.each([
    ['brackets', '['.repeat(20_000)],
    ['elif', `if a: b\n${'elif a: b\n'.repeat(5_000)}`],
    ['a sum', `x = ${'a + '.repeat(5_000)}b`],
    ['a chain of comparisons', `x = ${'a < '.repeat(5_000)}b`],
    ['a long module name', `import ${'a.'.repeat(5_000)}b`],
    ['strings side by side', `x = ${'"a" '.repeat(5_000)}`],
    ['nested chains of comparisons', `x = ${'a < ('.repeat(100)}a${') < a'.repeat(100)}`],
    ['blocks within blocks', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}if a:\n`).join('')],
  ])('of %s is lowered', (_name, text) => {
    expect(bench.faults(text)).toEqual([]);
  });
});
