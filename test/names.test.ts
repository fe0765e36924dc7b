import { expect, it } from 'vitest';
import { walk } from '../src/engine/locate.ts';
import { namesOf } from '../src/engine/names.ts';
import { parserAssets } from '../src/host/assets.ts';
import type { Shape } from '../src/model/tree.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { loadLowering } from '../src/parse/lowerings.ts';
import { parseText } from '../src/parse/parse.ts';

/** Where the variable that `word` means at its last place in the text is bound: the lines. */
async function boundAt(text: string, word: string): Promise<number[]> {
  const parser = await loadParsers(parserAssets()).parser('python');
  const { program } = parseText(parser, (await loadLowering('python'))!, text, 2000);
  let last: Shape<'name'> | null = null;
  walk(program, (node) => {
    if (node.kind === 'name' && node.name === word && node.start > (last?.start ?? -1)) last = node;
  });
  const found = namesOf(program, text, 'python').bindings(last!);
  return found.map(({ node }) => text.slice(0, node.start).split('\n').length);
}

const decorator = '@router.get("/a/{b}", dependencies=[Depends(user(1))])\n@cached(key=lambda x: (x, 1))';

it('a variable of the file is not what decorated functions call theirs', async () => {
  expect(await boundAt(`limit = 1\n${decorator}\nasync def a(limit: int):\n    limit = 2\nuse(limit)\n`, 'limit')).toEqual([1]);
});

it('a variable of the file may be set in a decorated function that says so', async () => {
  expect(await boundAt(`limit = 1\n${decorator}\ndef a():\n    global limit\n    limit = 2\nuse(limit)\n`, 'limit')).toEqual([
    1, 6,
  ]);
});

it('what decorators name is not bound there', async () => {
  expect(await boundAt(`limit = 1\n@cached(limit, f(limit))\ndef a():\n    pass\nuse(limit)\n`, 'limit')).toEqual([1]);
});

it('a decorated function or class is what its name means', async () => {
  expect(await boundAt(`${decorator}\ndef limit(a):\n    return a\nuse(limit)\n`, 'limit')).toHaveLength(1);
  expect(await boundAt(`@dataclass\nclass Limit(Base):\n    a: int\nuse(Limit)\n`, 'Limit')).toHaveLength(1);
});
