/** JSON text with hook entries put in and taken out: what stands around them stays as it is. */
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { mergeJson, unmergeJson } from '../src/install/json-merge.ts';

const entry = { at: ['hooks', 'Pre'], value: { command: '/x/forestall hook --agent a' } };

const put = (text: string): string => {
  const merged = mergeJson(text, [entry]);
  if (merged.kind !== 'text') throw new Error(merged.message);
  return merged.text;
};
const take = (text: string): string => {
  const merged = unmergeJson(text, [entry]);
  if (merged.kind !== 'text') throw new Error(merged.message);
  return merged.text;
};

const texts = [
  '{}',
  '{ }',
  '{\n}',
  '{"a":1}',
  '{ "a": 1 }',
  '{"a":1,}',
  '{\n  "a": 1\n}\n',
  '{\n  "a": 1,\n}\n',
  '{\n  "a": 1 // one\n}\n',
  '{\n  "a": 1, // one\n  // end\n}\n',
  '{\n  "a": 1 /* one */ }',
  '{ "a": 1,\n  "b": 2 }',
  '{ // nothing yet\n}',
  '{ /* nothing */ }',
  '{"hooks":{}}',
  '{"hooks":{"Pre":[]}}',
  '{"hooks":{"Pre":[1,2]}}',
  '{"hooks":{"Pre":[{"command":"./x"}], "Post": []}, "z": "/* no */ // comment"}',
  '{\n\t"hooks": {\n\t\t"Pre": [\n\t\t\t{ "command": "./x" } // theirs\n\t\t]\n\t}\n}',
  '{\r\n    "hooks": {\r\n        "Pre": [\r\n            {}\r\n        ]\r\n    }\r\n}\r\n',
  '// first\n{\n  /* hooks */ "hooks": { "Pre": [\n    {}, // a\n    {}  // b\n  ] }\n}\n// last',
];

describe('put in and taken out', () => {
  it.each(texts)('%j', (text) => {
    const after = put(text);
    const before = parse(text, [], { allowTrailingComma: true });
    const errors: object[] = [];
    const now = parse(after, errors as never, { allowTrailingComma: true });
    expect(errors).toEqual([]);
    expect(now.hooks.Pre.at(-1)).toEqual(entry.value);
    const others = before.hooks?.Pre ?? [];
    expect(now).toEqual({ ...before, hooks: { ...before.hooks, Pre: [...others, entry.value] } });
    for (const comment of text.match(/\/\/ \w+.*|\/\* \w+ \*\//g) ?? []) expect(after).toContain(comment.trimEnd());
    if (!/,\s*(?:\/\/.*\s*)*[}\]]/.test(text)) expect(after).not.toMatch(/,\s*[}\]]/);
    expect(put(after)).toBe(after);
    const back = take(after);
    const kept = parse(back, errors as never, { allowTrailingComma: true });
    expect(errors).toEqual([]);
    if (others.length > 0) expect(kept).toEqual(before);
    for (const comment of text.match(/\/\/ \w+.*|\/\* \w+ \*\//g) ?? []) expect(back).toContain(comment.trimEnd());
    expect(take(back)).toBe(back);
  });
});

it('the comment behind the last entry stays with it', () => {
  expect(put('{\n  "a": 1 // one\n}\n')).toContain('"a": 1, // one\n  "hooks": {');
  expect(put(texts[18] as string)).toContain('{ "command": "./x" }, // theirs\n\t\t\t{\n');
});

it('takes ours out from between, from the front and from the end', () => {
  const ours = JSON.stringify(entry.value);
  const list = (...items: string[]) => `{ "hooks": { "Pre": [\n    ${items.join(',\n    ')}\n] } }`;
  for (const items of [
    [ours, '{}'],
    ['{}', ours],
    ['{}', ours, '[]'],
    [ours, '{}', ours],
  ]) {
    expect(take(list(...items))).toBe(list(...items.filter((item) => item !== ours)));
    const flat = `{"hooks":{"Pre":[${items.join(', ')}]}}`;
    expect(take(flat)).toBe(`{"hooks":{"Pre":[${items.filter((item) => item !== ours).join(', ')}]}}`);
  }
});
