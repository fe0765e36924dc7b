import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runHook } from '../src/commands/hook.ts';
import type { Reviewed, Reviewer } from '../src/commands/hook-call.ts';
import { VERSION } from '../src/model/version.ts';
import { annotationsIn, differenceOf } from '../src/rules/annotations.ts';
import { folderWith, forestall, testIo } from './command-line.ts';

const rule = (id: string, pattern = 'eval($X)') => `rules:
  - id: ${id}
    languages: [javascript]
    severity: ERROR
    message: Code is run.
    pattern: ${pattern}
    metadata: { why: It runs., fix: Do not run it., cwe: CWE-95, confidence: HIGH, references: ['https://example.com'] }
`;

describe('the command line', () => {
  const commands = [
    [],
    ['hook'],
    ['scan'],
    ['rules'],
    ['rules', 'list'],
    ['rules', 'show'],
    ['rules', 'test'],
    ['rules', 'new'],
    ['rules', 'docs'],
    ['explain'],
    ['policy'],
    ['policy', 'show'],
    ['policy', 'check'],
    ['policy', 'explain'],
    ['mcp'],
    ['mcp', 'list'],
    ['init'],
    ['uninstall'],
    ['doctor'],
  ];
  test.each(commands.map((words) => [words.join(' '), words] as const))(
    'forestall %s --help has an example',
    async (_, words) => {
      const { code, out } = await forestall('/', [...words, '--help']);
      expect(code).toBe(0);
      expect(out.match(/\nExample:\n {2}\$ forestall /g)).toHaveLength(1);
    },
  );

  test('every command has been asked', async () => {
    const { out } = await forestall('/', ['--help']);
    const listed = [...out.matchAll(/^ {2}([a-z]+) /gm)].map((match) => match[1]);
    expect(new Set(listed)).toEqual(new Set(commands.flatMap(([word]) => word ?? [])));
  });

  test('--version', async () => {
    expect(await forestall('/', ['--version'])).toEqual({ code: 0, out: `${VERSION}\n`, err: '' });
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    expect(VERSION).toBe(version);
  });

  test.each([
    [['frobnicate']],
    [['scan', '--frob']],
    [['scan', '--severity', 'huge']],
    [['explain']],
    [['explain', 'no/such-rule']],
    [['rules', 'show', 'x']],
  ])('%j cannot be done: 1, and the message says why', async (args) => {
    const { code, out, err } = await forestall('/', args);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/unknown|invalid|missing|no rule/);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('policy show and policy check', async () => {
    const folder = folderWith({
      '.git/HEAD': '',
      'forestall.json': '{\n  "onFailure": { "internal": "deny" }\n}',
      'bad.json': '{\n  "mod": 1\n}',
    });
    const shown = await forestall(folder, ['policy', 'show', '--json']);
    expect(JSON.parse(shown.out)).toMatchObject({
      mode: 'enforce',
      onFailure: { internal: 'deny', timeout: 'ask' },
      layers: [{ origin: 'repo' }],
    });
    expect(await forestall(folder, ['policy', 'check'])).toMatchObject({ code: 0, out: '1 policy file, no mistakes.\n' });
    const bad = await forestall(folder, ['policy', 'check', 'bad.json']);
    expect(bad).toMatchObject({ code: 1, err: `${join(folder, 'bad.json')}:2: unknown key \`mod\`, did you mean \`mode\`?\n` });
    expect(await forestall(folder, ['policy', 'check', 'none.json'])).toMatchObject({ code: 1 });
  });

  test("the user's policy lies where XDG says", async () => {
    const folder = folderWith({ 'config/forestall/forestall.json': '{ "mode": "audit" }' });
    const { out } = await forestall(folder, ['policy', 'show', '--json'], '', { XDG_CONFIG_HOME: join(folder, 'config') });
    expect(JSON.parse(out).mode).toBe('audit');
  });
});

describe('rules test', () => {
  test('names what is missing and what is noisy', async () => {
    const fixture = [
      '// ruleid: r',
      'eval(a);',
      '// ok: r',
      'eval(b);',
      '// ruleid: r',
      'f(c);',
      '// todook: r',
      'eval(d);',
      '// todoruleid: r',
      'f(e);',
      '// deepruleid: r',
      'f(g);',
      '// prook: r',
      'eval(h);',
      '',
    ].join('\n');
    const folder = folderWith({ 'r.yaml': rule('r'), 'r.js': fixture });
    const { code, out } = await forestall(folder, ['rules', 'test', '.']);
    expect(code).toBe(1);
    expect(out).toBe('r.js: r: missing on line 6\nr.js: r: noisy on line 4\n0 of 1 fixtures agree (1 rule files, 0 errors).\n');
    writeFileSync(join(folder, 'r.js'), '// ruleid: r\neval(a);\n// ok: r\nf(b);\n');
    expect(await forestall(folder, ['rules', 'test', '.'])).toEqual({
      code: 0,
      out: '1 of 1 fixtures agree (1 rule files, 0 errors).\n',
      err: '',
    });
  });

  test('fixtures in a folder of the name, without extension, of several endings, in YAML', async () => {
    const yaml = rule('y')
      .replace('[javascript]', '[yaml]')
      .replace(/pattern: .*/, "pattern: 'a: b'");
    const folder = folderWith({
      'r.yaml': rule('r'),
      'r/deep/x.js': '// ruleid: r\neval(a);\n',
      'r.jsx': '// ruleid: r\neval(a);\neval(b);\n',
      'r.fixed.js': 'eval(a);\n',
      '.hidden.yaml': 'no rules',
      'y.yaml': yaml,
      'y.test.yaml': '# ruleid: y\na: b\n',
    });
    const { out } = await forestall(folder, ['rules', 'test', '.']);
    expect(out).toBe('r.jsx: r: noisy on line 3\n2 of 3 fixtures agree (2 rule files, 0 errors).\n');
  });

  test('rules apart from their fixtures', async () => {
    const folder = folderWith({
      'rules/js/r.yaml': rule('r'),
      'code/js/r.js': '// ruleid: r\neval(a);\n',
      'code/r.js': 'eval(a);\n',
    });
    const tried = (path: string, config: string) => forestall(folder, ['rules', 'test', path, '--config', config]);
    expect(await tried('code', 'rules')).toMatchObject({ code: 0, out: '1 of 1 fixtures agree (1 rule files, 0 errors).\n' });
    expect(await tried('code/r.js', 'rules/js/r.yaml')).toMatchObject({ code: 1 });
  });

  test('a broken rule, and a rule that nothing tries', async () => {
    const folder = folderWith({ 'a.yaml': rule('a').replace('severity: ERROR', 'severity: LOUD'), 'b.yaml': rule('b') });
    const { code, out } = await forestall(folder, ['rules', 'test', '.']);
    expect(code).toBe(1);
    expect(out).toContain('a.yaml:4: a: unknown severity `LOUD`');
    expect(out).toContain('b: no fixture names it');
  });
});

describe('rules new', () => {
  const kinds = ['javascript', 'ts', 'python', 'ruby', 'go', 'java', 'csharp', 'kotlin', 'rust', 'php', 'yaml', 'terraform'];

  test.each(kinds)('a rule for %s that passes its test', async (language) => {
    const folder = folderWith({});
    const made = await forestall(folder, ['rules', 'new', 'acme/no-danger', '--language', language]);
    expect([made.code, made.err]).toEqual([0, '']);
    expect(made.out).toMatch(/^wrote rules\/acme\/no-danger\.yaml\nwrote rules\/acme\/no-danger\.[a-z.]+\n\nNext: /);
    expect(await forestall(folder, ['rules', 'test', 'rules'])).toMatchObject({
      code: 0,
      out: '1 of 1 fixtures agree (1 rule files, 0 errors).\n',
    });
  });

  test.each(kinds.slice(0, -2))('and one for %s that follows data', async (language) => {
    const folder = folderWith({});
    const made = await forestall(folder, ['rules', 'new', 'flow', '--taint', '--language', language, '--dir', 'mine']);
    expect(made).toMatchObject({ code: 0, out: expect.stringContaining('forestall rules test mine') });
    expect(await forestall(folder, ['rules', 'test', 'mine'])).toMatchObject({ code: 0 });
  });

  test.each([
    [['../x'], 'no id'],
    [['Acme/x'], 'no id'],
    [['injection/code-eval'], 'is a bundled rule'],
    [['a', '--language', 'cobol'], 'no skeleton for `cobol`; there is one for csharp,'],
    [['a', '--language', 'yaml', '--taint'], 'no skeleton of a taint rule'],
    [['old'], 'rules/old.js is there already'],
  ])('%j is refused, and nothing is written', async (args, words) => {
    const folder = folderWith({ 'rules/old.js': 'mine' });
    const { code, out, err } = await forestall(folder, ['rules', 'new', ...args]);
    expect([code, out, err.includes(words)]).toEqual([1, '', true]);
    expect(readdirSync(join(folder, 'rules'))).toEqual(['old.js']);
  });
});

describe('annotations', () => {
  test.each([
    ['# ruleid: a', 'x'],
    ['  // ruleid: a', 'x'],
    ['/* ruleid: a */', 'x'],
    ['<!-- ruleid: a -->', 'x'],
    ['-- ruleid: a', 'x'],
    ['{/* ruleid: a */}', 'x'],
    ['f(); // ruleid:a', 'x'],
    ['#ruleid:a', 'x'],
  ])('%s', (comment, code) => {
    expect(annotationsIn(`${comment}\n${code}\n`)).toEqual([{ kind: 'ruleid', ruleId: 'a', line: 2, from: 2 }]);
  });

  test('several of one line, and several lines that speak of one', () => {
    const found = annotationsIn('// ruleid: a, pack/b\n// ok: c.d\n\n// because\ncode();\n');
    expect(found.map(({ kind, ruleId, line }) => `${kind} ${ruleId} ${line}`)).toEqual([
      'ruleid a 5',
      'ruleid pack/b 5',
      'ok c.d 5',
    ]);
  });

  test('words that only look like one', () => {
    expect(annotationsIn('const ok: string = x;\nlook: y\nnot_ruleid: z\n"ruleid: a"\n')).toEqual([]);
  });

  test('a finding may lie in a comment below the annotation', () => {
    const found = annotationsIn('# ruleid: a\n# password\ncode\n');
    expect(differenceOf('a', found, [2])).toEqual({ ruleId: 'a', missing: [], noisy: [] });
    expect(differenceOf('a', found, [3])).toEqual({ ruleId: 'a', missing: [], noisy: [] });
    expect(differenceOf('a', found, [1])).toEqual({ ruleId: 'a', missing: [3], noisy: [1] });
  });
});

describe('rules docs', () => {
  test('writes a page per rule and tells when one is stale', async () => {
    const folder = folderWith({
      'rules/p/r.yaml': rule('p/r'),
      'rules/p/r.js': 'function f() {\n  // ruleid: p/r\n  eval(a);\n}\n\n// ok: p/r\nrun(b);\n',
    });
    expect((await forestall(folder, ['rules', 'docs', '--check'])).code).toBe(1);
    expect(await forestall(folder, ['rules', 'docs'])).toMatchObject({ code: 0, out: '2 pages, 2 written, 0 removed.\n' });
    const page = readFileSync(join(folder, 'docs/rules/p/r.md'), 'utf8');
    expect(page).toContain('# p/r\n\nCode is run.\n\n**Why it matters.** It runs.\n\n**Write instead.** Do not run it.');
    expect(page).toContain('## Found (r.js)\n\n```js\nfunction f() {\n  eval(a);\n}\n```');
    expect(page).toContain('## Not found (r.js)\n\n```js\nrun(b);\n```');
    expect((await forestall(folder, ['rules', 'docs', '--check'])).code).toBe(0);
    writeFileSync(join(folder, 'docs/rules/p/old.md'), '');
    const stale = await forestall(folder, ['rules', 'docs', '--check']);
    expect(stale).toMatchObject({ code: 1, err: 'docs/rules/p/old.md is stale; run `forestall rules docs`\n' });
  });
});

describe('the hook, whatever happens inside', () => {
  const call = {
    hook_event_name: 'PreToolUse',
    session_id: 's',
    cwd: '/',
    prompt_id: 'p',
    tool_name: 'Bash',
    tool_input: { command: 'ls' },
  };
  const hook = async (reviewer: Reviewer, args: string[] = [], input: unknown = call) => {
    const { io, outcome } = testIo(folderWith({}), typeof input === 'string' ? input : JSON.stringify(input));
    return outcome(await runHook(args, io, reviewer, 500));
  };
  const passes: Reviewed = {
    verdict: { decision: 'allow', findings: [], failures: [], audit: false },
    ruleOf: () => null,
    textOf: () => null,
  };

  test('a clean call: 0, and not a word', async () => {
    expect(await hook(async () => passes)).toEqual({ code: 0, out: '', err: '' });
  });

  test('an error is a failure, without a stack trace', async () => {
    const { code, out, err } = await hook(async () => {
      throw new Error('the engine broke\n    at nowhere');
    });
    expect([code, err]).toEqual([0, '']);
    const context = JSON.parse(out).hookSpecificOutput.additionalContext;
    expect(context).toContain('internal: the engine broke');
    expect(context).not.toContain('at nowhere');
  });

  test('no answer in time: the policy decides, here a person', async () => {
    const { code, out } = await hook(() => new Promise(() => {}));
    expect(code).toBe(0);
    expect(JSON.parse(out).hookSpecificOutput).toMatchObject({ permissionDecision: 'ask' });
  });

  test('no payload in time', async () => {
    const { io, outcome } = testIo('/');
    const result = outcome(await runHook([], { ...io, stdin: () => new Promise(() => {}) }, undefined, 50));
    expect(JSON.parse(result.out).hookSpecificOutput.permissionDecisionReason).toContain('timeout');
  });

  test('a payload beyond the limit', async () => {
    const { code, err } = await hook(async () => passes, ['--max-payload', '0.0001'], { ...call, filler: 'x'.repeat(200) });
    expect(code).toBe(2);
    expect(err).toContain('too large');
  });

  test('other events and tools that only look are answered at once', async () => {
    const never: Reviewer = () => Promise.reject(new Error('asked'));
    expect(await hook(never, [], { ...call, hook_event_name: 'Stop' })).toEqual({ code: 0, out: '', err: '' });
    expect(await hook(never, [], { ...call, tool_name: 'TodoWrite', tool_input: {} })).toEqual({ code: 0, out: '', err: '' });
  });

  test('an unknown agent and unknown options are no reason to stop anybody', async () => {
    expect((await hook(async () => passes, ['--agent', 'nobody', '--frob'])).code).toBe(0);
  });

  test('a deny is told in the form that the agent reads', async () => {
    const denies: Reviewed = {
      ...passes,
      verdict: {
        decision: 'deny',
        findings: [],
        failures: [{ item: { kind: 'unparsed', message: 'm', path: 'a', line: 3, ruleId: null }, decision: 'deny' }],
        audit: false,
      },
    };
    expect(await hook(async () => denies)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('unparsed: a:3: m') });
  });
});
