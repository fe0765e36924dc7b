import { describe, expect, it } from 'vitest';
import { hcl } from '../src/parse/hcl.ts';
import { benchFor, broken, gaps, kindsOf, wholeText } from './lowering.ts';

const bench = await benchFor('hcl', hcl, './lower-hcl.txt', '\n');

describe('HCL', () => {
  it.each(bench.cases)('$code', ({ code, expected }) => {
    expect(bench.lowered(code)).toEqual(expected);
    expect(bench.parse(code).hasError).toBe(false);
    expect(bench.faults(code)).toEqual([]);
  });

  it('has the cases', () => {
    expect(bench.cases.length).toBeGreaterThan(55);
  });
});

describe('the table of HCL', () => {
  /** Read by the builder of what stands around them. */
  const pieces = [
    'attr_splat',
    'block_end',
    'block_start',
    'ellipsis',
    'for_cond',
    'for_intro',
    'full_splat',
    'function_arguments',
    'get_attr',
    'heredoc_identifier',
    'heredoc_start',
    'index',
    'legacy_index',
    'quoted_template_end',
    'quoted_template_start',
    'splat',
    'template_else_intro',
    'template_for_end',
    'template_for_start',
    'template_if_end',
    'template_if_intro',
    'template_interpolation',
    'template_literal',
  ];

  it('leaves out only what is listed here', () => {
    const { left, unknown } = gaps(kindsOf('@tree-sitter-grammars/tree-sitter-hcl/src/node-types.json'), hcl);
    expect(left).toEqual([...pieces, 'config_file'].sort());
    expect(unknown).toEqual([]);
  });
});

describe('broken HCL', () => {
  const whole = wholeText(bench.cases.filter(({ code }) => !code.startsWith('{')));

  it('is lowered to a sound tree', () => {
    for (const text of broken(whole, 60)) expect([text, ...bench.faults(text)]).toEqual([text]);
  });

  it.each([
    ['brackets', `x = ${'['.repeat(20_000)}`],
    ['a sum', `x = ${'a + '.repeat(5_000)}b`],
    ['members', `x = a${'.b'.repeat(5_000)}`],
    ['blocks', 'a {\n'.repeat(3_000)],
    ['texts', `x = ${'"${'.repeat(300)}`],
    ['a heredoc without end', 'x = <<EOF\na\nb ${c}\n'],
    ['an attribute without value', 'x =\ny = 1\n'],
    ['a splat without name', 'x = a.*.\n'],
  ])('of %s is lowered', (_name, text) => {
    expect(bench.faults(text)).toEqual([]);
  });
});
