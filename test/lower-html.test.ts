import { describe, expect, it } from 'vitest';
import { html } from '../src/parse/html.ts';
import { benchFor, broken, gaps, kindsOf, wholeText } from './lowering.ts';

const bench = await benchFor('html', html, './lower-html.txt', '\n');

describe('HTML', () => {
  it.each(bench.cases)('$code', ({ code, expected }) => {
    expect(bench.lowered(code)).toEqual(expected);
    expect(bench.parse(code).hasError).toBe(false);
    expect(bench.faults(code)).toEqual([]);
  });

  it('has the cases', () => {
    expect(bench.cases.length).toBeGreaterThan(10);
  });
});

describe('the table of HTML', () => {
  it('leaves out only what the builder of an element reads', () => {
    const { left, unknown } = gaps(kindsOf('tree-sitter-html/src/node-types.json'), html);
    expect(left).toEqual(['attribute_name', 'document', 'erroneous_end_tag_name', 'self_closing_tag', 'start_tag', 'tag_name']);
    expect(unknown).toEqual([]);
  });
});

describe('broken HTML', () => {
  it('is lowered to a sound tree', () => {
    for (const text of broken(wholeText(bench.cases), 70)) expect([text, ...bench.faults(text)]).toEqual([text]);
  });

  it.each([
    ['elements within elements', '<p>'.repeat(3_000)],
    ['divisions within divisions', '<div>'.repeat(700)],
    ['end tags', '</div>'.repeat(700)],
    ['attributes', `<p ${'a="b" '.repeat(3_000)}`],
    ['brackets', '<'.repeat(5_000)],
    ['quotes', `<p a=${'"'.repeat(5_000)}`],
  ])('of %s is lowered', (_name, text) => {
    expect(bench.faults(text)).toEqual([]);
  });
});
