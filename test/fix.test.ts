import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixedText, mendableIn } from '../src/engine/fixed-text.ts';
import { replacementOf } from '../src/engine/replacement.ts';
import { scan } from '../src/engine/scan.ts';
import { parserAssets } from '../src/host/assets.ts';
import { fixturesOf } from '../src/host/rule-files.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { languageOf } from '../src/parse/languages.ts';
import { isSameCode } from '../src/parse/same-code.ts';
import { syntaxOf } from '../src/parse/syntax-check.ts';
import { editDiff } from '../src/report/edit-diff.ts';
import { bundledRules } from '../src/rules/bundle.ts';
import { compileRules } from '../src/rules/compile.ts';
import { folderWith, forestall } from './command-line.ts';
import { runProgram } from './program.ts';

const parsers = loadParsers(parserAssets());

/** Several rules, each `language` and its own keys. */
const rulesText = (language: string, ...bodies: string[]): string =>
  `rules:\n${bodies.map((body, at) => `- id: r${at}\n  languages: [${language}]\n  severity: ERROR\n  message: m\n  metadata: { confidence: HIGH }\n${body.replace(/^/gm, '  ')}\n`).join('')}`;

async function fixed(path: string, text: string, rules: string): Promise<{ text: string; left: string[] }> {
  const compiled = await compileRules(rules, 'r.yaml', parsers);
  expect(compiled.failures).toEqual([]);
  const language = languageOf(path, text);
  const tools = { parsers, pathFits: () => true, bodies: () => compiled.rules };
  const { findings } = await scan({ path, language, text, fragment: false }, compiled.rules, tools);
  for (const finding of findings) {
    const rule = compiled.rules.find(({ id }) => id === finding.ruleId)!;
    finding.replacement = replacementOf(rule, finding, text, language);
  }
  const result = await fixedText(path, text, mendableIn(findings, compiled.rules), parsers);
  return { text: result.text, left: result.left.map(({ finding, why }) => `${finding.ruleId} ${why}`) };
}

/** What a rule makes of a text, as the reference does but where it says otherwise. */
test.each<[string, string, string, string, string]>([
  ['metavariables as written', 'a.py', 'pattern: foo($X, $Y)\nfix: bar($Y, $X)', 'foo(1,  a . b)', 'bar(a . b, 1)'],
  ['a name that begins another one', 'a.js', 'pattern: foo($X, $XY)\nfix: bar($XY, $X, $XYZ)', 'foo(1, 2)', 'bar(2, 1, $XYZ)'],
  ['the rest of a list', 'a.js', 'pattern: foo($X, $...A)\nfix: bar($...A, $X)', 'foo(1, 2,  3)', 'bar(2,  3, 1)'],
  // The reference drops the comma in Python alone.
  ['an empty rest', 'a.js', 'pattern: foo($X, $...A)\nfix: bar($X, $...A)', 'foo(1)', 'bar(1)'],
  [
    'an empty rest in front',
    'a.go',
    'pattern: foo($...A)\nfix: bar($...A, 1)',
    'package p\nvar x = foo()',
    'package p\nvar x = bar(1)',
  ],
  [
    'what stands before an argument by name, and after it',
    'a.py',
    'pattern: f($...A, k=$K, $...B)\nfix: f($...A, k=2, $...B)',
    'f(k=y)\nf(x, k=y)\nf(x, w=1, k=y, z=3, **q)',
    'f(k=2)\nf(x, k=2)\nf(x, w=1, k=2, z=3, **q)',
  ],
  ['the text of a string', 'a.go', 'pattern: f("$X")\nfix: g("$X")', 'package p\nvar x = f("ab")', 'package p\nvar x = g("ab")'],
  ['a group of an expression', 'a.txt', 'pattern-regex: (a+)(b+)\nfix: $2$1', 'aabb', 'bbaa'],
  [
    'further lines are indented like the first',
    'a.py',
    'pattern: danger($X)\nfix: |\n  if ok($X):\n      danger($X)\n\n  done()',
    'def f():\n    danger(1)',
    'def f():\n    if ok(1):\n        danger(1)\n\n    done()',
  ],
  [
    'and with tabs',
    'a.go',
    'pattern: f()\nfix: "f()\\ng()"',
    'package p\nfunc m() {\n\tf()\n}',
    'package p\nfunc m() {\n\tf()\n\tg()\n}',
  ],
  [
    'lines that are moved keep their places',
    'a.py',
    'pattern: "def $F($...P): $...BODY"\nfix: |\n  def $F($...P):\n    log()\n    $...BODY',
    'class A:\n    def f(self):\n        a\n        if b:\n            c',
    'class A:\n    def f(self):\n      log()\n      a\n      if b:\n          c',
  ],
  [
    'a string over several lines stays as it is',
    'a.js',
    'pattern: foo($X)\nfix: bar($X)',
    '  foo(`\nx\n  y`)',
    '  bar(`\nx\n  y`)',
  ],
  [
    'nothing takes its line with it',
    'a.py',
    'pattern: import pickle\nfix: ""',
    'import os\nimport pickle\nimport sys',
    'import os\nimport sys',
  ],
  ['nothing inside of a line', 'a.py', 'pattern: foo()\nfix: ""', 'x = [foo()]', 'x = []'],
  ['line breaks of the file', 'a.js', 'pattern: f()\nfix: "f();\\ng()"', 'a;\r\nf();\r\n', 'a;\r\nf();\r\ng();\r\n'],
  [
    'operators are held together',
    'a.go',
    'pattern: f($X)\nfix: $X * 2',
    'package p\nvar x = f(a + b)',
    'package p\nvar x = (a + b) * 2',
  ],
  ['and from outside', 'a.py', 'pattern: f($X)\nfix: $X is None', 'x = not f(a) == b', 'x = not (a is None) == b'],
  ['but no more than they were', 'a.js', 'pattern: $X == $Y\nfix: $X === $Y', 'if (a == b || c) {}', 'if (a === b || c) {}'],
  ['not in a list', 'a.js', 'pattern: eval($X)\nfix: JSON.parse($X)', 'eval("a" + b)', 'JSON.parse("a" + b)'],
  [
    'the code of a metavariable inside',
    'a.py',
    'patterns:\n- pattern: f($X)\n- metavariable-pattern: { metavariable: $X, pattern: g($Y) }\nfix: f($Y)',
    'f(g(1))',
    'f(1)',
  ],
  [
    'the focus alone',
    'a.tf',
    'patterns:\n- pattern: enc = $V\n- focus-metavariable: $V\nfix: "true"',
    'a "b" {\n  enc = false\n}',
    'a "b" {\n  enc = true\n}',
  ],
  [
    'a sink',
    'a.py',
    'mode: taint\npattern-sources: [{ pattern: src($S) }]\npattern-sinks: [{ pattern: sink($X) }]\nfix: safe($X, $S)',
    'a = src(5)\nsink(a)',
    'a = src(5)\nsafe(a, 5)',
  ],
  [
    '`fix` before `fix-regex`',
    'a.py',
    'pattern: foo($X)\nfix: bar($X)\nfix-regex: { regex: foo, replacement: baz }',
    'foo(1)',
    'bar(1)',
  ],
  [
    'an expression',
    'a.py',
    "pattern: get(..., verify=False)\nfix-regex: { regex: 'verify(\\s*)=\\s*False', replacement: 'verify\\1=\\1True' }",
    'get(u, verify = False)',
    'get(u, verify = True)',
  ],
  [
    'its groups',
    'a.txt',
    "pattern-regex: 'a.*'\nfix-regex: { regex: '(b)(x)?', replacement: '[\\1$1\\0\\2$$\\g<1>]' }",
    'ab',
    'a[bbb$\\g<1>]',
  ],
  [
    'its ends are those of the code',
    'a.txt',
    "pattern-regex: 'a\\nb'\nfix-regex: { regex: '^(.)', replacement: '<\\1' }",
    'a\nb',
    '<a\nb',
  ],
  ['so many times', 'a.txt', 'pattern-regex: a+\nfix-regex: { regex: a, replacement: b, count: 2 }', 'aaaa', 'bbaa'],
  ['no times', 'a.txt', 'pattern-regex: a+\nfix-regex: { regex: a, replacement: b, count: 0 }', 'aaaa', 'aaaa'],
  [
    'a dictionary',
    'a.yaml',
    'pattern: "privileged: true"\nfix: "privileged: false"',
    'a:\n  privileged: true\n',
    'a:\n  privileged: false\n',
  ],
])('%s', async (_, path, body, code, wanted) => {
  const language = { py: 'python', js: 'javascript', txt: 'regex', tf: 'hcl' }[path.slice(2)] ?? path.slice(2);
  expect(await fixed(path, code, rulesText(language, body))).toMatchObject({ text: wanted });
});

describe('what bundled rules offer passes', () => {
  const folder = join(import.meta.dirname, '..', 'rules');
  const offering = bundledRules().filter(
    ({ replacement, replacementRegex }) => replacement !== null || replacementRegex !== null,
  );
  test.each(offering.map((rule) => [rule.id, rule] as const))('%s', async (id, rule) => {
    let offered = 0;
    for (const path of fixturesOf(join(folder, `${id}.yaml`))) {
      const text = readFileSync(path, 'utf8');
      const language = languageOf(path, text);
      const found = async (text: string) => {
        const tools = { parsers, pathFits: () => true, bodies: () => [rule] };
        return (await scan({ path, language, text, fragment: false }, [rule], tools)).findings;
      };
      const before = await found(text);
      for (const finding of before) finding.replacement = replacementOf(rule, finding, text, language);
      const result = await fixedText(path, text, mendableIn(before, [rule]), parsers);
      const after = await found(result.text);
      // Of one setting that two patterns find, one fix is enough.
      expect(result.left.filter(({ why }) => why !== 'overlap')).toEqual([]);
      expect(before.length - after.length).toBe(result.made.length + result.left.length);
      offered += result.made.length;
    }
    expect(offered).toBeGreaterThan(0);
  });
});

describe('what is left out', () => {
  test('of two that change the same code the one of the rule that comes first', async () => {
    const rules = rulesText('python', 'pattern: foo($X)\nfix: bar($X)', 'pattern: baz(foo($X))\nfix: bar($X)');
    expect(await fixed('a.py', 'foo(foo(1))\nbaz(foo(2))\n', rules)).toEqual({
      text: 'bar(foo(1))\nbaz(bar(2))\n',
      left: ['r0 overlap', 'r1 overlap'],
    });
  });

  test.each([
    ['a.py', 'syn($X)', 'syn($X', 'syn(1)\nfoo(2)\n', 'syn(1)\nbar(2)\n'],
    ['a.ts', 'syn($X)', 'syn($X', 'syn(1);\nfoo(2);\n', 'syn(1);\nbar(2);\n'],
    // Its grammar does not see it, Babel does.
    ['a.js', 'syn($X)', 'let $X = 1, $X', 'syn(a);\nfoo(2);\n', 'syn(a);\nbar(2);\n'],
    // Nor does Python's.
    ['a.py', 'syn($X)', 'f(k=$X, $X)', 'syn(1)\nfoo(2)\n', 'syn(1)\nbar(2)\n'],
    ['a.py', 'syn($X)', '', 'if a:\n    syn(1)\nfoo(2)\n', 'if a:\n    syn(1)\nbar(2)\n'],
    ['a.go', 'syn($X)', 'syn($X))', 'package p\nfunc f() { syn(1); foo(2) }\n', 'package p\nfunc f() { syn(1); bar(2) }\n'],
  ])('what would not parse: %s %s', async (path, pattern, fix, code, wanted) => {
    const language = { py: 'python', ts: 'typescript', js: 'javascript', go: 'go' }[path.slice(2)]!;
    const rules = rulesText(language, `pattern: ${pattern}\nfix: "${fix}"`, 'pattern: foo($X)\nfix: bar($X)');
    expect(await fixed(path, code, rules)).toEqual({ text: wanted, left: ['r0 syntax'] });
  });

  test('a file that is broken elsewhere can be fixed', async () => {
    const rules = rulesText('python', 'pattern: foo($X)\nfix: bar($X)');
    expect((await fixed('a.py', 'x = = 1\nfoo(2)\n', rules)).text).toBe('x = = 1\nbar(2)\n');
  });

  test('what a constant elsewhere is worth is not written as code', async () => {
    const rules = rulesText('python', 'pattern: foo($X)\nfix: bar($X)');
    expect((await fixed('a.py', 'foo("a" "b")\n', rules)).text).toMatch(/foo\("a" "b"\)|bar\("a" "b"\)/);
  });
});

test('what Python forbids', async () => {
  const faults = async (text: string) => (await syntaxOf('a.py', text, parsers)).faults;
  for (const good of ['f(k=2, *x, **y)', 'class A: pass', '@a\ndef f():\n\t"x"\n\n\t# c\n\treturn 1', 'if a: b\nelif c:\n  d'])
    expect(await faults(`${good}\n`)).toBe(0);
  for (const bad of ['f(k=2, x)', 'def f():\n\nx = 1', 'try:\nexcept E:\n  pass', 'if a:\n    b\n  c', 'class A:\n\nx', 'f('])
    expect(await faults(`${bad}\n`)).toBe(1);
});

test('the same code in another layout', async () => {
  const same = (one: string, other: string) => isSameCode('a.py', one, other, parsers);
  expect(await same('f( a,\n  b )\n', 'f(a, b)\n')).toBe(true);
  expect(await same('if (a is None): b\n', 'if a is None:\n    b\n')).toBe(true);
  expect(await same('a\nb\n', 'if a: b\n')).toBe(false);
  expect(await same('f("a b")\n', 'f("a  b")\n')).toBe(false);
  expect(await same('if a:\n  b\n  c\n', 'if a:\n  b\nc\n')).toBe(false);
});

test.each([
  ['a\nb\nc\n', [[2, 3, 'B']], '@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n'],
  ['a\nb', [[2, 3, 'B']], '@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+B\n\\ No newline at end of file\n'],
  ['a\nb\n', [[0, 2, '']], '@@ -1,2 +1,1 @@\n-a\n b\n'],
  ['a\n', [[0, 2, '']], '@@ -1,1 +0,0 @@\n-a\n'],
  [
    'a b\nc\n',
    [
      [0, 1, 'x\ny'],
      [2, 3, 'z'],
    ],
    '@@ -1,2 +1,3 @@\n-a b\n+x\n+y z\n c\n',
  ],
  [
    '1\n2\n3\n4\n5\n6\n7\n8\n9\n',
    [
      [0, 2, ''],
      [16, 17, 'x'],
    ],
    '@@ -1,4 +1,3 @@\n-1\n 2\n 3\n 4\n@@ -6,4 +5,4 @@\n 6\n 7\n 8\n-9\n+x\n',
  ],
] as [string, [number, number, string][], string][])('the change of %j', (text, edits, wanted) => {
  const diff = editDiff(
    'p',
    text,
    edits.map(([start, end, text]) => ({ start, end, text })),
  );
  expect(diff).toBe(`--- a/p\n+++ b/p\n${wanted}`);
});

describe('scan --fix', () => {
  const rules = rulesText(
    'python',
    'pattern: foo($X)\nfix: bar($X)',
    'pattern: syn($X)\nfix: syn($X',
    'pattern: bad($X)',
    'pattern: quiet()\nfix: loud()',
  ).replace(/(id: r3[^]*)severity: ERROR/, '$1severity: info');
  const fix = (folder: string, ...args: string[]) =>
    forestall(folder, ['scan', '--no-bundled-rules', '--rules', 'rules/r.yaml', '--fix', ...args]);
  const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

  test('writes the files, and reports what remains', async () => {
    const folder = folderWith({
      'rules/r.yaml': rules,
      'a.py': 'foo(1)\nsyn(2)\n',
      'b.py': 'foo(3)\nquiet()\n',
      'c.py': 'x = 1\n',
    });
    const { code, out, err } = await fix(folder, '.', '--format', 'json');
    expect([read(folder, 'a.py'), read(folder, 'b.py')]).toEqual(['bar(1)\nsyn(2)\n', 'bar(3)\nquiet()\n']);
    const found = JSON.parse(out).findings.map((item: { path: string; ruleId: string }) => `${item.path} ${item.ruleId}`);
    expect(found).toEqual(['a.py r1', 'b.py r3']);
    expect(err).toBe(
      'forestall: a.py:2: r1: not fixed: the file would no longer be valid code\n2 findings in 2 files were fixed.\n',
    );
    expect(code).toBe(2);
    expect(await fix(folder, 'b.py')).toMatchObject({ code: 0, err: 'Nothing was fixed.\n' });
  });

  test('is the same with several processes', async () => {
    const files = Object.fromEntries(Array.from({ length: 4 }, (_, at) => [`${at}.py`, `foo(${at})\n`]));
    const folder = folderWith({ 'rules/r.yaml': rules, ...files });
    const args = ['scan', '--no-bundled-rules', '--rules', 'rules/r.yaml', '--fix', '.', '--jobs', '2'];
    const { status, stderr } = runProgram(args, '', { cwd: folder });
    expect([status, stderr]).toEqual([0, '4 findings in 4 files were fixed.\n']);
    expect(read(folder, '3.py')).toBe('bar(3)\n');
  });

  test('a dry run shows the change and writes nothing', async () => {
    const folder = folderWith({ 'rules/r.yaml': rules, 'd/a.py': 'foo(1)\nbad(2)\n' });
    const { code, out, err } = await fix(folder, 'd', '--dry-run');
    expect(out).toBe('--- a/d/a.py\n+++ b/d/a.py\n@@ -1,2 +1,2 @@\n-foo(1)\n+bar(1)\n bad(2)\n');
    expect(err).toMatch(/^1 finding in 1 file would be fixed\.\nd\/a\.py:2 {2}r2/);
    expect([code, read(folder, 'd/a.py')]).toEqual([2, 'foo(1)\nbad(2)\n']);
    spawnSync('git', ['init', '-q'], { cwd: folder });
    expect(spawnSync('git', ['apply'], { cwd: folder, input: out }).status).toBe(0);
    expect(read(folder, 'd/a.py')).toBe('bar(1)\nbad(2)\n');
    const report = await fix(folder, 'd', '--dry-run', '--format', 'json');
    expect(JSON.parse(report.out).findings).toHaveLength(1);
  });

  test('keeps mode, byte order mark and line breaks', async () => {
    const folder = folderWith({ 'rules/r.yaml': rules, 'a.py': '\ufefffoo(1)\r\nx = "é"\r\n' });
    chmodSync(join(folder, 'a.py'), 0o755);
    expect(await fix(folder, 'a.py')).toMatchObject({ code: 0 });
    expect([read(folder, 'a.py'), statSync(join(folder, 'a.py')).mode & 0o777]).toEqual(['\ufeffbar(1)\r\nx = "é"\r\n', 0o755]);
  });

  test('leaves alone what it cannot write: exit code 1', async () => {
    const folder = folderWith({ 'rules/r.yaml': rules, 'r.py': 'foo(1)\n', 'ok.py': 'foo(2)\n' });
    writeFileSync(join(folder, 'latin.py'), Buffer.from('foo("\xe9")\n', 'latin1'));
    chmodSync(join(folder, 'r.py'), 0o444);
    const { code, err } = await fix(folder, '.');
    expect(code).toBe(1);
    expect(err).toContain('forestall: latin.py: not fixed: not UTF-8 text\n');
    expect(err).toContain('forestall: r.py: not fixed: the file is read-only\n');
    expect([read(folder, 'r.py'), read(folder, 'ok.py')]).toEqual(['foo(1)\n', 'bar(2)\n']);
  });

  test('follows a link within the folder, and none that leads out of it', async () => {
    const outside = folderWith({ 'a.py': 'foo(1)\n' });
    const folder = folderWith({ 'rules/r.yaml': rules, 'd/a.py': 'foo(1)\n' });
    symlinkSync(join(outside, 'a.py'), join(folder, 'out.py'));
    symlinkSync('d/a.py', join(folder, 'in.py'));
    const refused = await fix(folder, 'out.py');
    expect([refused.code, read(outside, 'a.py')]).toEqual([1, 'foo(1)\n']);
    expect(refused.err).toContain('out.py: not fixed: a symbolic link leads out of');
    expect(await fix(folder, 'in.py')).toMatchObject({ code: 0 });
    expect([read(folder, 'd/a.py'), lstatSync(join(folder, 'in.py')).isSymbolicLink()]).toEqual(['bar(1)\n', true]);
  });

  test('standard input comes back fixed, the report beside it', async () => {
    const folder = folderWith({ 'rules/r.yaml': rules });
    const args = ['scan', '--no-bundled-rules', '--rules', 'rules/r.yaml', '--fix', '-', '--stdin-path', 'a.py'];
    const { code, out, err } = await forestall(folder, args, 'foo(1)\nbad(2)\n');
    expect([code, out]).toEqual([2, 'bar(1)\nbad(2)\n']);
    expect(err).toContain('a.py:2  r2');
    expect(await forestall(folder, args, 'x = 1\n')).toMatchObject({ code: 0, out: 'x = 1\n' });
  });

  test('only what a change brought in, and not what a baseline knows', async () => {
    const folder = folderWith({ 'rules/r.yaml': rules, 'a.py': 'foo(1)\n' });
    const known = await forestall(folder, ['scan', '--no-bundled-rules', '--rules', 'rules/r.yaml', '--format', 'json', 'a.py']);
    const git = (...args: string[]) => spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: folder });
    for (const args of [
      ['init', '-q'],
      ['add', '.'],
      ['commit', '-qm', 'a'],
    ])
      git(...args);
    writeFileSync(join(folder, 'base.json'), known.out);
    writeFileSync(join(folder, 'a.py'), 'foo(1)\nfoo(2)\n');
    expect(await fix(folder, '--diff')).toMatchObject({ code: 0 });
    expect(read(folder, 'a.py')).toBe('foo(1)\nbar(2)\n');
    writeFileSync(join(folder, 'a.py'), 'foo(1)\nfoo(2)\n');
    expect(await fix(folder, 'a.py', '--baseline', 'base.json')).toMatchObject({ code: 0 });
    expect(read(folder, 'a.py')).toBe('foo(1)\nbar(2)\n');
  });

  test.each([
    [['--command', 'ls'], '--fix changes files'],
    [['--no-bundled-rules', '--rules', 'none'], ''],
  ])('%j', async (args, words) => {
    const { code, err } = await forestall(folderWith({}), ['scan', '--fix', ...args]);
    expect([code, err.includes(words)]).toEqual([1, true]);
  });

  test('--dry-run alone', async () => {
    expect(await forestall(folderWith({}), ['scan', '--dry-run'])).toMatchObject({
      code: 1,
      err: 'forestall: --dry-run goes with --fix\n',
    });
  });
});

describe('reports', () => {
  const rules = rulesText('javascript', 'pattern: eval($X)\nfix: "JSON.parse($X)"');
  const scanned = async (format: string) => {
    const folder = folderWith({ 'r.yaml': rules, 'a.js': '\nf(eval(x))\n' });
    return (await forestall(folder, ['scan', '--no-bundled-rules', '--rules', 'r.yaml', '--format', format, 'a.js'])).out;
  };

  test('JSON has the replacement', async () => {
    expect(JSON.parse(await scanned('json')).findings[0].replacement).toEqual({
      start: { line: 2, column: 3, offset: 3 },
      end: { line: 2, column: 10, offset: 10 },
      text: 'JSON.parse(x)',
    });
  });

  test('SARIF has it as a fix', async () => {
    const [fix] = JSON.parse(await scanned('sarif')).runs[0].results[0].fixes;
    expect(fix.artifactChanges).toEqual([
      {
        artifactLocation: { uri: 'a.js' },
        replacements: [
          {
            deletedRegion: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 10 },
            insertedContent: { text: 'JSON.parse(x)' },
          },
        ],
      },
    ]);
  });

  test('the text says how many there are', async () => {
    expect(await scanned('text')).toMatch(/ms\)\. 1 can be fixed with --fix\.\n$/);
  });
});

test('rules test compares what a fixture is fixed to', async () => {
  const folder = folderWith({
    'r.yaml': rulesText('python', 'pattern: foo($X)\nfix: bar($X) is None').replace('id: r0', 'id: r'),
    'r.py': '# ruleid: r\nfoo(1)\n',
    'r.fixed.py': '# ruleid: r\n(bar(1) is None)\n',
  });
  expect(await forestall(folder, ['rules', 'test', '.'])).toMatchObject({
    code: 0,
    out: '1 of 1 fixtures agree (1 rule files, 0 errors).\n1 of 1 are fixed as expected.\n',
  });
  writeFileSync(join(folder, 'r.fixed.py'), '# ruleid: r\nbaz(1)\n');
  expect(await forestall(folder, ['rules', 'test', '.'])).toMatchObject({
    code: 1,
    out: 'r.fixed.py:2: r.py is fixed to `bar(1) is None`, not `baz(1)`\n1 of 1 fixtures agree (1 rule files, 0 errors).\n0 of 1 are fixed as expected.\n',
  });
});
