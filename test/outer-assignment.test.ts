/** What a statement sets that is not its own, told by its text. */
import { describe, expect, it } from 'vitest';
import { namesOf } from '../src/engine/names.ts';
import { setBy } from '../src/engine/outer-assignment.ts';
import { parserAssets } from '../src/host/assets.ts';
import type { LanguageId } from '../src/model/language.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { grammarFor } from '../src/parse/languages.ts';
import { loadLowering } from '../src/parse/lowerings.ts';
import { parseText } from '../src/parse/parse.ts';

const parsers = loadParsers(parserAssets());

async function setIn(language: LanguageId, code: string): Promise<string[]> {
  const lowering = await loadLowering(language);
  const parser = await parsers.parser(grammarFor(language, '') ?? 'json');
  const { program } = parseText(parser, lowering!, code, 2000);
  const names = namesOf(program, code, language, true);
  return setBy(program.body.at(-1)!, names, () => true).sort();
}

describe('names that a statement sets and that are not its own', () => {
  it.each<[string, string[]]>([
    ['function f() { const a = 1; let b; b = 2; var { c } = d; }', []],
    ['let x; function f() { x = 1; }', ['x']],
    ['let x; function f() { x ||= 1; x >>= 2; }', ['x', 'x']],
    ['let x; function f() { return x === 1 || x <= 2 || x >= 3 || x != 4 || ((x) => x); }', []],
    ['let x; function f() { let x; x = 1; }', []],
    ['let x; function f() { [x] = g(); }', ['x']],
    ['let x; function f() { ({ x } = g()); }', ['x']],
    ['let x; function f() { ({\n  x,\n} = g()); }', ['x']],
    ['let x; function f(a = 1) { while ((x = g())) h(x); }', ['x']],
    ['function f(o) { o.field = 1; o[k] = 2; }', []],
    ['const o = {}; function f() { o.field = 1; }', ['field']],
    ['const o = {}; function f() { o[k] = 1; }', ['o']],
    ['class A { m() { this.name = 1; } }', ['name']],
    ['const s = "x = 1"; function f() { return `y = ${s}`; }', []],
  ])('JavaScript: %s', async (code, words) => {
    expect(await setIn('javascript', code)).toEqual(words);
  });

  it.each<[string, string[]]>([
    ['def f():\n    a = 1\n    b: int = 2\n    g(c=3)\n    d += 4\n', []],
    ['x = 1\ndef f():\n    global x\n    x = 2\n', ['x']],
    ['o = {}\ndef f():\n    o["k"] = 1\n    o.field = 2\n', ['field', 'o']],
    ['def f(self):\n    self.name = 1\n', []],
    ['def f():\n    with g() as o.field:\n        pass\n', ['field']],
    ['with g() as h:\n    pass\n', ['h']],
    ['x = 1\ndef f():\n    return x == 1 or x <= 2 or x != 3\n', []],
    ['x = y = 1\n', ['x', 'y']],
  ])('Python: %s', async (code, words) => {
    expect(await setIn('python', code)).toEqual(words);
  });

  it('asks for nothing but what is wanted', async () => {
    const code = 'let x, y; function f() { x = 1; y = 2; }';
    const lowering = await loadLowering('javascript');
    const parser = await parsers.parser('javascript');
    const { program } = parseText(parser, lowering!, code, 2000);
    const asked: string[] = [];
    const words = setBy(program.body.at(-1)!, namesOf(program, code, 'javascript', true), (word) => {
      asked.push(word);
      return word === 'y';
    });
    expect([words, new Set(asked)]).toEqual([['y'], new Set(['x', 'y'])]);
  });
});
