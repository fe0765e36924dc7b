import { describe, expect, it } from 'vitest';
import { indexText } from '../src/engine/filter.ts';
import type { PackedNeeds } from '../src/model/rule.ts';

const text = "const apiKey = loadÄther(req.body.userName, 'İd-K 12px', $where); // naïveToken";

describe('what a text holds', () => {
  it('white space beyond ASCII parts words, and so does a byte order mark', () => {
    for (const space of ['\ufeff', '\u00a0', '\u2003', '\u3000', '\u2028'])
      expect(indexText(`${space}eval${space}(x)`).has('eval')).toBe(true);
    expect(indexText('\u00e4eval(x)').has('eval')).toBe(false);
  });

  it.each<[PackedNeeds, boolean]>([
    ['apiKey', true],
    ['api', false],
    ['=api', true],
    ['=Key', true],
    ['=key', false],
    ['~KEY'.toLowerCase(), true],
    ['=where', true],
    ['=$where', true],
    ['where', true],
    ['=req.body', true],
    ['=body.user', true],
    ['=reqbody', false],
    ['=bodyuser', false],
    ['~username', true],
    ['=12px', true],
    ['=2p', true],
    ['=ther', true],
    ['=loadÄther', true],
    ['~loadäther', true],
    ['~token', true],
    // The small forms of the dotted I and of the Kelvin sign begin with ASCII letters.
    ['~i', true],
    ['~d-k', true],
    ['=body userName', false],
    [[0, '=api', '~token', 'req'], true],
    [[1, '=nothing', '~nowhere', 'none'], false],
  ])('%j: %s', (needs, holds) => {
    expect(indexText(text).has(needs)).toBe(holds);
  });

  it('is the same for a part of a word as for the whole text', () => {
    const { has } = indexText(text);
    for (let from = 0; from < text.length; from++)
      for (let to = from + 1; to <= Math.min(text.length, from + 6); to++) {
        const piece = text.slice(from, to);
        expect(has(`=${piece}`), piece).toBe(true);
        expect(has(`~${piece.toLowerCase()}`), piece).toBe(text.toLowerCase().includes(piece.toLowerCase()));
      }
  });
});
