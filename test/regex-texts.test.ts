import { describe, expect, it } from 'vitest';
import { requiredTexts } from '../src/rules/regex.ts';

describe('texts that every match of an expression holds', () => {
  it.each<[string, string[][]]>([
    ['abc', [['abc']]],
    ['ab.cde', [['cde']]],
    ['abc?def', [['def']]],
    ['(?:abc|def)', [['abc', 'def']]],
    ['^["\']?\\$(?:where|function)["\']?$', [['$where', '$function']]],
    ['a(?:bc|d)e', [['abce', 'ade']]],
    ['[gG]et', [['get', 'Get']]],
    ['[^g]etters', [['etters']]],
    ['[g-t]etters', [['etters']]],
    ['abc(?:def)?', [['abc']]],
    ['abc(?:def)+ghi', [['abcdef'], ['ghi']]],
    ['abc(?=def)\\w+', [['abc'], ['def']]],
    ['abc(?!def)ghi', [['abc'], ['ghi']]],
    ['abc(?:d|)efg', [['abcdefg', 'abcefg']]],
    ['(?:a.|b)cde', [['cde']]],
    ['(?:abc.|def.)x', [['abc', 'def']]],
    ['a|bcd', []],
    ['\\)[+*]', [[')+', ')*']]],
    ['\\)(?:[+*]|\\{\\d+,\\})', [[')+', ')*', '){']]],
    ['ab(?:cd\\d|ef)', [['abcd', 'abef']]],
    ['ab(?:cd\\d|ef)?gh', []],
    ['[a-c]\\)', []],
    [
      '(?:scopes?_?supported|default_?scopes|oauth_scope)',
      [['scope', 'default', 'oauth_scope'], ['scope'], ['supported', 'default', 'oauth_scope']],
    ],
  ])('%s', (regex, texts) => {
    expect(requiredTexts(regex)).toEqual(texts);
  });

  it('holds for what the expressions match', () => {
    const samples = ['abc$wheredef', 'getters', 'abcdefdefghi', 'abcdefgh', 'abcghi', 'ade', 'axcde', 'bcde', '$function'];
    for (const regex of ['(?:a.|b)cde', 'a(?:bc|d)e', 'abc(?:d|)efg', '\\$(?:where|function)', 'abc(?:def)+ghi', '[gG]et{2}er'])
      for (const sample of samples)
        if (new RegExp(regex).test(sample))
          for (const list of requiredTexts(regex)) expect(list.some((text) => sample.includes(text))).toBe(true);
  });
});
