import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, forestall } from './command-line.ts';
import { runProgram } from './program.ts';

const evalRule = `rules:
  - id: no-eval
    languages: [javascript, typescript]
    severity: ERROR
    message: $CODE is run as code.
    pattern: eval($CODE)
    metadata: { confidence: HIGH, cwe: 'CWE-95: eval', why: w, fix: Do not. }
`;
const noteRule = `rules:
  - id: note
    languages: [regex]
    severity: INFO
    message: A note.
    pattern-regex: NOTE
`;

/** Scans with these rules alone. */
async function scan(files: Readonly<Record<string, string>>, ...args: string[]) {
  const folder = folderWith({ 'rules/eval.yaml': evalRule, ...files });
  const outcome = await forestall(folder, ['scan', '--no-bundled-rules', '--rules', 'rules', '--format', 'json', ...args]);
  const parsed = outcome.out.startsWith('{') ? JSON.parse(outcome.out) : null;
  const found: string[] = parsed?.findings.map(
    (item: { path: string; start: { line: number }; ruleId: string }) => `${item.path}:${item.start.line} ${item.ruleId}`,
  );
  return { ...outcome, folder, parsed, found };
}

describe('what is scanned', () => {
  test('files and folders, sorted by path, with the exit code of the policy', async () => {
    const { code, found, parsed } = await scan(
      { 'src/b.js': 'x;\neval(a);\neval(b);\n', 'src/a.ts': 'eval(a as string);\n', 'c.js': 'f(1);\n' },
      'src',
      'c.js',
    );
    expect(found).toEqual(['src/a.ts:1 no-eval', 'src/b.js:2 no-eval', 'src/b.js:3 no-eval']);
    expect(code).toBe(2);
    expect(parsed.stats).toMatchObject({ files: 3, skipped: 0, lines: 5, rules: 1 });
    expect(parsed.findings[0]).toMatchObject({
      severity: 'high',
      confidence: 'high',
      decision: 'deny',
      cwe: ['CWE-95'],
      metavariables: { $CODE: 'a as string' },
    });
  });

  test('nothing that the policy blocks: 0', async () => {
    const { code, found } = await scan({ 'rules/note.yaml': noteRule, 'a.txt': 'NOTE\n' }, 'a.txt');
    expect([code, found]).toEqual([0, ['a.txt:1 note']]);
  });

  test('ignored, installed, binary and minified files are left out and counted', async () => {
    const files = {
      '.gitignore': 'out/\n*.gen.js\n!keep.gen.js\n',
      'sub/.gitignore': '/local.js\n',
      'sub/local.js': 'eval(a)',
      'sub/deep/local.js': 'eval(a)',
      'out/a.js': 'eval(a)',
      'a.gen.js': 'eval(a)',
      'keep.gen.js': 'eval(a)',
      'node_modules/m/a.js': 'eval(a)',
      'lib.min.js': 'eval(a)',
      'long.js': `eval(a);${' '.repeat(6000)}\n`,
      'binary.js': 'eval(a)\0',
    };
    const result = await scan(files, '.');
    expect(result.found).toEqual(['keep.gen.js:1 no-eval', 'sub/deep/local.js:1 no-eval']);
    // out, a.gen.js, sub/local.js, node_modules, lib.min.js, long.js, binary.js
    expect(result.parsed.stats.skipped).toBe(7);
    const all = await forestall(result.folder, [
      'scan',
      '--no-bundled-rules',
      '--rules',
      'rules',
      '--no-ignore',
      '--format',
      'json',
    ]);
    const paths = JSON.parse(all.out).findings.map((item: { path: string }) => item.path);
    expect(paths).toEqual(['a.gen.js', 'keep.gen.js', 'out/a.js', 'sub/deep/local.js', 'sub/local.js']);
  });

  test('the ignore files above a folder count too', async () => {
    const { found } = await scan(
      { '.git/HEAD': '', '.gitignore': 'skip.js\n', 'src/skip.js': 'eval(a)', 'src/take.js': 'eval(a)' },
      'src',
    );
    expect(found).toEqual(['src/take.js:1 no-eval']);
  });

  test('a file that is named is scanned whatever ignores it', async () => {
    const { found } = await scan({ '.gitignore': '*.js\n', 'lib.min.js': 'eval(a)' }, 'lib.min.js');
    expect(found).toEqual(['lib.min.js:1 no-eval']);
  });

  test('links are not followed in folders', async () => {
    const folder = folderWith({ 'rules/eval.yaml': evalRule, 'a.js': 'eval(a)' });
    symlinkSync(folder, join(folder, 'loop'));
    const { out } = await forestall(folder, ['scan', '--no-bundled-rules', '--rules', 'rules', '--format', 'json']);
    expect(JSON.parse(out).findings).toHaveLength(1);
  });

  test('standard input, under the path that it stands for', async () => {
    const folder = folderWith({ 'r.yaml': evalRule });
    const args = ['scan', '-', '--no-bundled-rules', '--rules', 'r.yaml', '--format', 'json'];
    const named = await forestall(folder, [...args, '--stdin-path', 'src/x.ts'], 'eval(a)\n');
    expect(JSON.parse(named.out).findings).toMatchObject([{ path: 'src/x.ts' }]);
    expect(named.code).toBe(2);
    const unnamed = await forestall(folder, args, 'eval(a)\n');
    expect(JSON.parse(unnamed.out).findings).toEqual([]);
  });
});

describe('the choice of rules', () => {
  const two = { 'rules/note.yaml': noteRule, 'a.js': 'eval(1) // NOTE\n' };
  test.each([
    [['--only', 'note'], ['a.js:1 note']],
    [
      ['--only', 'note', '--only', 'no-eval'],
      ['a.js:1 no-eval', 'a.js:1 note'],
    ],
    [['--except', 'note'], ['a.js:1 no-eval']],
    [['--severity', 'high'], ['a.js:1 no-eval']],
    [
      ['--severity', 'low'],
      ['a.js:1 no-eval', 'a.js:1 note'],
    ],
  ])('%j', async (args, expected) => {
    expect((await scan(two, 'a.js', ...args)).found).toEqual(expected);
  });

  test('a file, a folder and a glob name rules', async () => {
    const folder = folderWith({ 'r/one.yaml': evalRule, 'r/deep/two.yml': noteRule, 'a.js': 'eval(1) // NOTE\n' });
    const count = async (target: string) => {
      const { out } = await forestall(folder, ['scan', 'a.js', '--no-bundled-rules', '--rules', target, '--format', 'json']);
      return JSON.parse(out).stats.rules;
    };
    expect([await count('r/one.yaml'), await count('r'), await count('r/*.yaml'), await count('r/**/*.{yml,yaml}')]).toEqual([
      1, 2, 1, 2,
    ]);
  });

  test("a policy's own rule files count, relative to the policy", async () => {
    const folder = folderWith({
      'forestall.json': '{ "ruleFiles": ["sec/r.yaml"] }',
      'sec/r.yaml': evalRule,
      'src/a.js': 'eval(1)',
    });
    const { out } = await forestall(folder, ['scan', 'src', '--no-bundled-rules', '--format', 'json']);
    expect(JSON.parse(out).findings).toHaveLength(1);
  });

  test("a rule's own paths", async () => {
    const { found } = await scan(
      {
        'rules/eval.yaml': `${evalRule}    paths: { include: [src], exclude: ['*.spec.js'] }\n`,
        'src/a.js': 'eval(1)',
        'src/a.spec.js': 'eval(1)',
        'lib/a.js': 'eval(1)',
      },
      '.',
    );
    expect(found).toEqual(['src/a.js:1 no-eval']);
  });
});

describe('what goes wrong', () => {
  test('a rule with a mistake is named, the others still run, the exit code says so', async () => {
    const { code, found, parsed } = await scan(
      { 'rules/bad.yaml': evalRule.replace('no-eval', 'bad').replace('pattern:', 'pattern-nto:'), 'a.js': 'eval(1)' },
      'a.js',
    );
    expect(parsed.errors).toMatchObject([{ kind: 'bad-rule', path: 'rules/bad.yaml', ruleId: 'bad', line: 6 }]);
    expect(parsed.errors[0].message).toContain('pattern-nto');
    expect([code, found]).toEqual([2, ['a.js:1 no-eval']]);
    const clean = await scan({ 'rules/bad.yaml': 'rules: [', 'a.js': 'f(1)' }, 'a.js');
    expect(clean.code).toBe(1);
  });

  test.each([
    [['gone.js'], 'unreadable', 'gone.js'],
    [['--rules', 'gone.yaml', '.'], 'bad-rule', 'gone.yaml'],
  ])('%j', async (args, kind, path) => {
    const { code, parsed } = await scan({ 'a.js': 'f(1)' }, ...args);
    expect(code).toBe(1);
    expect(parsed.errors).toMatchObject([{ kind, path }]);
  });

  test('code that does not parse is an error of the code, not of the job', async () => {
    const { code, parsed } = await scan({ 'a.js': 'function ( { eval(1)\n' }, 'a.js');
    expect(code).not.toBe(1);
    expect(parsed.errors).toMatchObject([{ kind: 'unparsed', path: 'a.js', line: 1 }]);
  });

  test('a bad option', async () => {
    const { code, err } = await scan({}, '--format', 'yaml');
    expect(code).toBe(1);
    expect(err).toContain("'yaml' is invalid");
  });
});

describe('suppression', () => {
  test('a comment with rule and reason silences its line and the next, and nothing else', async () => {
    const text = [
      'eval(a); // forestall-ignore no-eval: input is a constant',
      '// forestall-ignore no-eval: checked by hand',
      'eval(b);',
      'eval(c);',
      '// forestall-ignore no-eval',
      'eval(d);',
      '// forestall-ignore other-rule: why not',
      'eval(e);',
      '',
    ].join('\n');
    const { found, parsed, code } = await scan({ 'a.js': text }, 'a.js');
    expect(found).toEqual(['a.js:4 no-eval', 'a.js:6 no-eval', 'a.js:8 no-eval']);
    expect(code).toBe(2);
    expect(parsed.errors).toEqual([]);
  });
});

test('the same input gives the same bytes', async () => {
  const folder = folderWith({ 'r.yaml': evalRule, 'b.js': 'eval(1);eval(2)', 'a.js': 'eval(3)' });
  const once = async () =>
    (await forestall(folder, ['scan', '--no-bundled-rules', '--rules', 'r.yaml', '--format', 'json'])).out.replace(
      /"ms": \d+/,
      '',
    );
  expect(await once()).toBe(await once());
});

test('--output writes a file, in every form', async () => {
  const folder = folderWith({ 'r.yaml': evalRule, 'a.js': 'eval(1)' });
  mkdirSync(join(folder, 'out'));
  writeFileSync(join(folder, '.gitignore'), 'out\n');
  for (const [format, mark] of [
    ['text', '1 blocked'],
    ['sarif', '"2.1.0"'],
    ['github', '::error file=a.js'],
    ['junit', '<testsuites'],
    ['json', '"version": 1'],
  ]) {
    const { code, out } = await forestall(folder, [
      'scan',
      '--no-bundled-rules',
      '--rules',
      'r.yaml',
      '--format',
      format ?? '',
      '--output',
      `out/${format}`,
    ]);
    expect([code, out]).toEqual([2, '']);
    expect(readFileSync(join(folder, 'out', format ?? ''), 'utf8')).toContain(mark);
  }
});

describe('only what is new', () => {
  const scanJson = ['scan', '.', '--no-bundled-rules', '--rules', 'r.yaml', '--format', 'json'];
  const lines = (out: string): string[] =>
    JSON.parse(out).findings.map((item: { path: string; start: { line: number } }) => `${item.path}:${item.start.line}`);

  test('since a Git revision', async () => {
    const folder = folderWith({
      'r.yaml': evalRule,
      'a.js': 'eval(old);\nf();\n',
      'b.js': 'eval(b);\n',
      'moved.js': 'eval(m);\ng(1);\ng(2);\ng(3);\n',
    });
    const git = (...args: string[]) => {
      const { status, stderr } = spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(status, stderr).toBe(0);
    };
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'first');
    expect(lines((await forestall(folder, [...scanJson, '--diff'])).out)).toEqual([]);
    writeFileSync(join(folder, 'a.js'), 'f();\neval(old);\neval(fresh);\n');
    writeFileSync(join(folder, 'c.js'), 'eval(c);\n');
    git('mv', 'moved.js', 'there.js');
    const { out, code } = await forestall(folder, [...scanJson, '--diff']);
    expect(lines(out)).toEqual(['a.js:3', 'c.js:1']);
    expect(code).toBe(2);
    git('add', '.');
    git('commit', '-q', '-m', 'second');
    expect(lines((await forestall(folder, [...scanJson, '--diff', 'HEAD~1'])).out)).toEqual(['a.js:3', 'c.js:1']);
    for (const revision of ['nonsense', '--output=x']) {
      expect(await forestall(folder, [...scanJson, `--diff=${revision}`])).toMatchObject({ code: 1, out: '' });
    }
  });

  test('beside a baseline', async () => {
    const folder = folderWith({ 'r.yaml': evalRule, 'a.js': 'eval(one);\n' });
    await forestall(folder, [...scanJson, '--output', 'known.json']);
    writeFileSync(join(folder, 'a.js'), 'f();\neval(one);\neval(two);\n');
    expect(lines((await forestall(folder, [...scanJson, '--baseline', 'known.json'])).out)).toEqual(['a.js:3']);
    expect(await forestall(folder, [...scanJson, '--baseline', 'r.yaml'])).toMatchObject({
      code: 1,
      err: 'forestall: the baseline is not JSON\n',
    });
  });
});

test('work that is shared out comes to the same', () => {
  const files = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`src/${at}.js`, 'eval(a);\n'.repeat(at)]));
  const folder = folderWith({ 'r.yaml': evalRule, ...files });
  const args = ['scan', 'src', '--no-bundled-rules', '--rules', 'r.yaml', '--format', 'json', '--jobs'];
  const [alone, shared] = ['1', '3'].map((jobs) => runProgram([...args, jobs], '', { cwd: folder }));
  expect(alone?.status).toBe(2);
  expect(shared?.stdout.replace(/"ms": \d+/, '')).toBe(alone?.stdout.replace(/"ms": \d+/, ''));
  expect(JSON.parse(shared?.stdout ?? '').findings).toHaveLength(66);
});
