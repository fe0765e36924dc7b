import { describe, expect, it } from 'vitest';
import { judgeSyntax } from '../src/parse/arbiter.ts';

describe('what can run', () => {
  it.each([
    ['a.js', 'return require("x")'],
    ['a.js', '@flow\nclass A {}'.replace('@flow', '// @flow') + '\nfunction f(a: ?string): number { return 1 }'],
    ['a.js', 'const a = <div>{x}</div>'],
    ['a.mjs', 'const x = await import("y"); export { x }'],
    ['a.cjs', 'with (a) { b }'],
    ['a.js', 'for await (using x of y) {}'],
    ['a.js', 'import json from "./a.json" with { type: "json" }'],
    ['a.ts', 'class A { constructor(@Inject(B) private readonly b: B) {} @Column({ type: "int" }) id!: number }'],
    ['a.ts', '@(foo.bar()) class A {}'],
    ['a.ts', 'export @dec class A {}'],
    ['a.ts', 'const x = <string>y; enum E { A } namespace N { export type T = A extends infer U ? U : never }'],
    ['a.ts', 'class A { accessor x = 1; declare y: string; static { } }'],
    ['a.ts', 'using r = open(); const x = y satisfies Z as const;'],
    ['a.ts', 'function f<const T>(this: T, ...a: [x?: T]): asserts a is never {} interface I<in out U> {}'],
    ['a.tsx', 'const A = <T,>(p: T) => <B<T> {...p}>&nbsp;</B>'],
    ['a.d.ts', 'declare module "x" { const a: number; export default a }'],
    ['noextension', 'type A = string; const a = <b/>;'],
  ])('%s: %s', async (path, text) => {
    expect(await judgeSyntax(text, path)).toBe('valid');
  });
});

describe('what cannot', () => {
  it.each([
    ['a.js', 'const = 3'],
    ['a.js', 'function f( { return 1 }'],
    ['a.js', '<<<<<<< HEAD\nconst a = 1\n=======\nconst a = 2\n>>>>>>> x'],
    ['a.js', 'const a: = 1'],
    ['a.ts', 'const x: = 3'],
    ['a.ts', 'class { foo( }'],
    ['a.tsx', 'const a = <div></span>'],
    ['a.jsx', 'return <a>'],
    ['a.mjs', 'with (a) { b }'],
    ['a.ts', 'def main():\n  pass'],
  ])('%s: %s', async (path, text) => {
    expect(await judgeSyntax(text, path)).toBe('invalid');
  });
});

it('says nothing against what it cannot judge', async () => {
  expect(await judgeSyntax(`const = 1;${' '.repeat(1_000_001)}`, 'a.js')).toBe('valid');
  expect(await judgeSyntax('['.repeat(60_000), 'a.js')).toBe('valid');
});
