import { describe, expect, it } from 'vitest';
import { parserAssets } from '../src/host/assets.ts';
import { loadParsers, type Parsers } from '../src/parse/backends.ts';
import { type GrammarId, grammarFor, grammarIds, languageNamed, languageOf } from '../src/parse/languages.ts';
import { loadLowering } from '../src/parse/lowerings.ts';
import { MAX_FAULTS, parseText } from '../src/parse/parse.ts';
import { MAX_DEPTH, type Syntax, type SyntaxTree } from '../src/parse/syntax.ts';

const LIMIT = 60_000;
const python = (await loadLowering('python'))!;
const javascript = (await loadLowering('javascript'))!;

/** A small file per grammar, each with text outside the Basic Multilingual Plane before other code. */
const samples: Record<GrammarId, string> = {
  javascript: 'const a = "😀"; // 😀\nfunction f({ b, c = 1 }, ...d) {\n  return <p title="x">{a + `t${b}`}</p>;\n}\n',
  typescript: 'type T<K> = { [x in keyof K]?: string };\nconst a: T<"😀"> = {} as any;\n@d class C { private x!: number; }\n',
  tsx: 'const C = ({ a }: { a: string }) => <div className="😀">{a satisfies string}</div>;\n',
  python: 'async def f(a: str = "😀", *b, **c):\n    """doc"""\n    return [x async for x in g(f"{a!r:>{10}}😀") if x]\n',
  bash: 'x=😀; if [[ -f "$x" ]]; then cat <<EOF | tee "${x:-y}"\n😀 $(date)\nEOF\nfi\n',
  json: '{"a😀": [1, 2.5, true, null, "b"]}\n',
  yaml: 'a: 😀\nb:\n  - &x c\n  - *x\nd: |\n  😀 text\n  more\ne: {f: 1}\n',
  go: 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("😀", func() int { return 1 }())\n}\n',
  java: 'package a.b;\nclass C<T> { String s = "😀"; @Override void m() throws E { s.length(); } }\n',
  ruby: 'def f(a, *b)\n  x = "😀#{a}"\n  b.each { |c| puts c }\nend\n',
  php: '<html>😀<?php function f(array $a) { return "😀 {$a[0]}"; } ?></html>\n',
  csharp: 'namespace N { class C { string S => $"😀{1 + 1}"; async Task M() { await F(); } } }\n',
  rust: 'fn f<T>(a: &str) -> Option<T> {\n  println!("😀 {}", a);\n  match a { "😀" => None, _ => g(a)? }\n}\n',
  kotlin: 'package a\nclass C(val s: String = "😀") {\n  fun m(x: Int?) = f(1).map { it + "${x} 😀" }\n}\n',
  html: '<!doctype html>\n<p class="😀">😀 &amp; <br/><script>a < b</script></p>\n',
  hcl: 'resource "a" "b" {\n  x = "😀${var.y}"\n  z = [for i in var.l : i]\n}\n',
};

interface Shape {
  type: string;
  field: string | null;
  named: boolean;
  missing: boolean;
  start: number;
  end: number;
  kids: Shape[];
}

const shape = (at: Syntax): Shape => ({
  type: at.type,
  field: at.field,
  named: at.named,
  missing: at.missing,
  start: at.start,
  end: at.end,
  kids: at.kids.map(shape),
});

async function parse(parsers: Parsers, grammar: GrammarId, text: string): Promise<SyntaxTree> {
  const tree = (await parsers.parser(grammar)).parse(text, LIMIT);
  if (!tree) throw new Error('time limit');
  return tree;
}

const native = loadParsers(parserAssets());
const wasm = loadParsers(parserAssets(), 'wasm');
await native.parser('json');
const both: [string, Parsers][] = [
  ['preferred', native],
  ['wasm', wasm],
];

describe.each(grammarIds)('%s', (grammar) => {
  const text = samples[grammar];
  const variants: [string, string][] = [
    ['plain', text],
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['BOM', `\uFEFF${text}`],
    ['cut off', text.slice(0, Math.floor(text.length * 0.6))],
    ['a lone surrogate', text.replace('😀', '\uD83D')],
    ['NUL', text.replace(' ', '\0')],
    ['longer than is read at once', text.repeat(120)],
    ['empty', ''],
  ];

  it('parses its sample without an error', async () => {
    for (const [, parsers] of both) expect((await parse(parsers, grammar, text)).hasError).toBe(false);
  });

  // Where native code does not load, this compares WebAssembly with itself, and the test after says so.
  it.each(variants)('gives the same tree on both back ends: %s', async (_name, variant) => {
    const a = await parse(native, grammar, variant);
    const b = await parse(wasm, grammar, variant);
    expect(shape(b.root)).toEqual(shape(a.root));
    expect(b.hasError).toBe(a.hasError);
    b.free();
  });

  it('counts offsets in UTF-16 code units', async () => {
    for (const [, parsers] of both) {
      const leaves: string[] = [];
      const visit = (at: Syntax): void => {
        if (at.kids.length === 0) leaves.push(text.slice(at.start, at.end));
        for (const kid of at.kids) visit(kid);
      };
      visit((await parse(parsers, grammar, text)).root);
      for (const leaf of leaves) expect(leaf).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
      expect(text).toContain(leaves.at(-1));
    }
  });
});

describe.each(both)('%s back end', (_name, parsers) => {
  it('is known after the first use', async () => {
    await parsers.parser('json');
    if (parsers === wasm) expect(parsers.backend).toBe('wasm');
    else
      expect([parsers.backend, parsers.refusals.length > 0]).toEqual(
        parsers.backend === 'native' ? ['native', false] : ['wasm', true],
      );
  });

  it('reads 20,000 nested brackets down to the depth limit and says so', async () => {
    const text = `x = ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`;
    const parsed = parseText(await parsers.parser('python'), python, text, LIMIT);
    expect(parsed.hasError).toBe(false);
    let at = (await parse(parsers, 'python', text)).root;
    while (at.kids.length > 0) at = at.kids.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a));
    expect(at.depth).toBe(MAX_DEPTH);
    expect(at.tree.tooDeep).toBe(true);
    parsed.free();
  });

  it('parses a line of 3 MB', async () => {
    const text = `const a = [${'{ b: "c" },'.repeat(280_000)}];\nf(a);\n`;
    const tree = await parse(parsers, 'javascript', text);
    expect(tree.hasError).toBe(false);
    const last = tree.root.kids.at(-1)!;
    expect(text.slice(last.start, last.end)).toBe('f(a);');
    tree.free();
  });

  it('gives up at the time limit, and parses again after', async () => {
    const parser = await parsers.parser('javascript');
    const parsed = parseText(parser, javascript, `f(${'[a, "b", {}],'.repeat(400_000)})`, 1);
    expect(parsed.faults()).toEqual([{ kind: 'timeout' }]);
    expect(parsed.program.body).toEqual([]);
    expect(parser.parse('f()', LIMIT)?.hasError).toBe(false);
  });

  it('says where the grammar gave up', async () => {
    const text = 'def f():\n    return 1\n\nx = = 2\n';
    const [fault] = parseText(await parsers.parser('python'), python, text, LIMIT).faults();
    expect(fault).toMatchObject({ kind: 'syntax', line: 4 });
  });

  it('lists a bounded number of faults, in order', async () => {
    const text = 'x = = 2\ny = 1\n'.repeat(100);
    const faults = parseText(await parsers.parser('python'), python, text, LIMIT).faults();
    expect(faults).toHaveLength(MAX_FAULTS);
    const lines = faults.map((fault) => (fault.kind === 'syntax' ? fault.line : 0));
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });
});

describe('falling back', () => {
  it('uses WebAssembly where the addon does not load', async () => {
    const parsers = loadParsers({
      ...parserAssets(),
      nativeCore() {
        throw new Error('GLIBCXX not found\nsecond line');
      },
    });
    expect((await parse(parsers, 'json', '[1]')).hasError).toBe(false);
    expect(parsers.backend).toBe('wasm');
    expect(parsers.refusals).toEqual(['tree-sitter: GLIBCXX not found']);
  });

  it('uses WebAssembly for a grammar that does not fit the addon', async () => {
    const parsers = loadParsers({ ...parserAssets(), nativeGrammar: () => ({}) });
    expect((await parse(parsers, 'json', '[1]')).hasError).toBe(false);
    expect(parsers.backend).toBe('wasm');
  });

  it('rejects, naming every reason, when neither loads', async () => {
    await expect(loadParsers({}).parser('json')).rejects.toThrow(/no parser for json \(tree-sitter: .*WebAssembly: /);
  });

  it('makes an empty tree and a fault of a parser that throws', () => {
    const parser = {
      parse(): never {
        throw new Error('out of memory');
      },
    };
    const parsed = parseText(parser, python, 'x = 1', LIMIT);
    expect(parsed.faults()).toEqual([{ kind: 'crash', message: 'out of memory' }]);
    expect(parsed.program.body).toEqual([]);
  });
});

describe('languages', () => {
  it.each([
    ['src/a.ts', '', 'typescript', 'typescript'],
    ['src/a.tsx', '', 'typescript', 'tsx'],
    ['A.JSX', '', 'javascript', 'javascript'],
    ['C:\\w\\a.mjs', '', 'javascript', 'javascript'],
    ['stubs/a.pyi', '', 'python', 'python'],
    ['/home/u/.bashrc', '', 'bash', 'bash'],
    ['bin/run', '#!/usr/bin/env -S python3.12 -u\n', 'python', 'python'],
    ['bin/run', '#!/bin/bash -e\n', 'bash', 'bash'],
    ['bin/run', '#!/usr/bin/env A=b node\n', 'javascript', 'javascript'],
    ['.husky/pre-commit', 'npm test\n', 'bash', 'bash'],
    ['infra/main.tf', '', 'hcl', 'hcl'],
    ['Dockerfile.dev', '', 'dockerfile', 'bash'],
    ['api.Dockerfile', '', 'dockerfile', 'bash'],
    ['Gemfile', '', 'ruby', 'ruby'],
    ['tsconfig.jsonc', '', 'json', 'json'],
  ] as const)('%s (%s) is %s', (path, text, language, grammar) => {
    expect(languageOf(path, text)).toBe(language);
    expect(grammarFor(language, path)).toBe(grammar);
  });

  it('says null for what it does not know', () => {
    expect(languageOf('README', 'python\n')).toBe(null);
    expect(languageOf('a.unknown', '#!/usr/bin/perl\n')).toBe(null);
    expect(languageOf('', '')).toBe(null);
  });

  it('knows the names that rules use', () => {
    const names = ['js', 'TS', 'py', 'golang', 'C#', 'tf', 'sh', 'docker', 'none', 'yaml'];
    expect(names.map(languageNamed)).toEqual([
      'javascript',
      'typescript',
      'python',
      'go',
      'csharp',
      'hcl',
      'bash',
      'dockerfile',
      'regex',
      'yaml',
    ]);
    expect(languageNamed('cobol')).toBe(null);
  });
});
