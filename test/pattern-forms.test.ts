import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parserAssets } from '../src/host/assets.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { loadLowering } from '../src/parse/lowerings.ts';
import { parsePattern } from '../src/rules/pattern.ts';
import { treeText } from './tree-text.ts';

/** Patterns stand in a text file, each with one `=>` line. UPDATE=1 rewrites the `=>` lines. */
describe.each(['java', 'csharp'] as const)('patterns of %s', async (language) => {
  const parser = await loadParsers(parserAssets()).parser(language);
  const file = new URL(`./pattern-${language}.txt`, import.meta.url);
  const [title, ...blocks] = readFileSync(file, 'utf8').trimEnd().split('\n\n');
  const cases = blocks.map((block) => {
    const [pattern, expected] = block.split('\n=> ');
    return { pattern: pattern!, expected };
  });
  const lowering = (await loadLowering(language))!;
  const read = (pattern: string): string => {
    const found = parsePattern(pattern, language, parser, lowering);
    return found ? `${found.sequence ? 'sequence ' : ''}${treeText(found.tree, true)}` : 'none';
  };
  if (process.env['UPDATE'] === '1') {
    const anew = cases.map(({ pattern }) => `${pattern}\n=> ${read(pattern)}`);
    writeFileSync(file, `${[title, ...anew].join('\n\n')}\n`);
  }

  it.each(cases)('$pattern', ({ pattern, expected }) => {
    expect(read(pattern)).toBe(expected);
    expect(expected).not.toMatch(/none|Fs_|error/);
  });

  it('are many', () => {
    expect(cases.length).toBeGreaterThan(70);
  });

  it.each(['foo(', 'class {', '$X $Y $Z $W', '} ... {', ')', '"'])('do not include %s', (pattern) => {
    expect(read(pattern)).toBe('none');
  });
});
