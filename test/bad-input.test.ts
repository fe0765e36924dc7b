import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Ended, runProgram, type Surroundings } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'forestall-bad-'));
mkdirSync(join(folder, '.git'));
const at = (name: string) => join(folder, name);
const place = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content);
  return at(name);
};

/** A user's policy with one rule: what bad input does must not hang on the bundled rules. */
const config = mkdtempSync(join(tmpdir(), 'forestall-config-'));
const userPolicy = (text: string, inside = config): string => {
  mkdirSync(join(inside, 'forestall'), { recursive: true });
  writeFileSync(join(inside, 'forestall', 'forestall.json'), text);
  return inside;
};
const rules = place(
  'rules.yaml',
  'rules:\n  - id: no-exec\n    languages: [js]\n    severity: ERROR\n    message: A command is run.\n    pattern: exec($X)\n',
);
userPolicy(JSON.stringify({ ruleFiles: [rules] }));

/** Code that is denied when it is judged at all. */
const vulnerable =
  'import { exec } from "node:child_process";\napp.get("/x", (req, res) => {\n  exec("ls " + req.query.dir);\n});\n';

const payload = (tool: string, input: unknown, more: object = {}) => ({
  session_id: 's',
  prompt_id: 'p',
  transcript_path: '/t',
  cwd: folder,
  hook_event_name: 'PreToolUse',
  tool_name: tool,
  tool_input: input,
  tool_use_id: 'u',
  ...more,
});
const write = (path: string, content: string) => payload('Write', { file_path: path, content });
const edit = (path: string, from: string, to: string) =>
  payload('Edit', { file_path: path, old_string: from, new_string: to, replace_all: false });

/** What holds for every input whatsoever. */
function hook(input: unknown, around: Surroundings = {}, args: string[] = []): Ended {
  const bytes = typeof input === 'string' || input instanceof Uint8Array ? input : JSON.stringify(input);
  const ended = runProgram(['hook', ...args], bytes, { cwd: folder, ...around, env: { XDG_CONFIG_HOME: config, ...around.env } });
  expect(ended.status === 0 || ended.status === 2, `status ${ended.status}: ${ended.stderr}`).toBe(true);
  expect(ended.stdout + ended.stderr).not.toMatch(/\n\s+at .*:\d+/);
  if (ended.status === 2) expect(ended.stderr.trim()).not.toBe('');
  if (ended.stdout !== '') expect(() => JSON.parse(ended.stdout)).not.toThrow();
  return ended;
}
const allowed: Ended = { status: 0, stdout: '', stderr: '' };
const blocked = (words: string) => ({ status: 2, stdout: '', stderr: expect.stringContaining(words) });
const told = (ended: Ended): string => JSON.parse(ended.stdout).hookSpecificOutput.additionalContext;

test('the vulnerable code of these tests is denied when nothing is wrong', () => {
  expect(hook(write(at('a.js'), vulnerable))).toMatchObject(blocked('no-exec'));
  expect(hook(write(at('a.js'), 'f(1);\n'))).toEqual(allowed);
});

describe('payloads', () => {
  test.each([
    ['empty stdin', '', 'the payload is empty'],
    ['white space', ' \n', 'the payload is empty'],
    ['half a JSON', JSON.stringify(write(at('a.js'), vulnerable)).slice(0, 150), 'the payload is not JSON'],
    ['not UTF-8 at all', new Uint8Array([0xff, 0xfe, 0x00, 0xd8]), 'the payload is not JSON'],
    ['a JSON array', '[1, 2]', 'bad-payload'],
    ['null', 'null', 'bad-payload'],
    ['a number', '7', 'bad-payload'],
    ['a word', '"Write"', 'bad-payload'],
    ['no tool', JSON.stringify({ ...payload('', {}), tool_name: undefined }), 'bad-payload'],
    [
      'a content of the wrong type',
      JSON.stringify(payload('Write', { file_path: at('a.js'), content: { a: 1 } })),
      'bad-payload',
    ],
    ['a tool input of the wrong type', JSON.stringify(payload('Write', 'text')), 'bad-payload'],
  ])('%s', (_, input, words) => {
    expect(hook(input)).toMatchObject(blocked(words));
  });

  test('20 MB', () => {
    const padded = hook({ ...write(at('a.js'), vulnerable), filler: 'x'.repeat(20 << 20) });
    expect(padded).toMatchObject(blocked('no-exec'));
    hook(write(at('big.js'), `${vulnerable}// ${'x'.repeat(20 << 20)}`));
    hook(write(at('big.js'), `f(a.b, "c");\n`.repeat(1_500_000)));
  });

  test('more than is read', () => {
    expect(hook(write(at('a.js'), 'x'.repeat(3 << 20)), {}, ['--max-payload', '2'])).toMatchObject(
      blocked('the payload is too large'),
    );
  });

  test('an unknown agent is answered as most agents understand', () => {
    expect(hook(write(at('a.js'), vulnerable), {}, ['--agent', 'somebody'])).toMatchObject(blocked('no-exec'));
    expect(
      hook({ tool_name: 'Write', tool_input: { file_path: at('a.js'), content: vulnerable }, hook_event_name: 'PreToolUse' })
        .status,
    ).toBe(2);
  });

  test('an unknown tool goes ahead', () => {
    expect(hook(payload('Frobnicate', { size: 3 }))).toEqual(allowed);
  });

  test('a lone surrogate, a NUL and controls in the content', () => {
    expect(hook(`${JSON.stringify(write(at('a.js'), `//\\u0000\\ud800\u0001\n${vulnerable}`))}`)).toMatchObject(
      blocked('no-exec'),
    );
    const raw = JSON.stringify(write(at('a.js'), vulnerable)).replace('exec(', '\\u0000 exec(');
    hook(raw);
  });

  test('invalid UTF-8 in the middle', () => {
    const bytes = Buffer.from(JSON.stringify(write(at('a.js'), `// @\n${vulnerable}`)));
    bytes[bytes.indexOf('@')] = 0xff;
    expect(hook(bytes)).toMatchObject(blocked('no-exec'));
  });
});

describe('files', () => {
  test('a path outside the workspace', () => {
    const outside = mkdtempSync(join(tmpdir(), 'forestall-outside-'));
    expect(hook(write(join(outside, 'a.js'), vulnerable))).toMatchObject(blocked(outside));
    expect(hook(write('../../../../../../../../../../nowhere/a.js', vulnerable)).status).toBe(2);
  });

  test('a missing file: the edit would fail, so there is nothing to say', () => {
    expect(hook(edit(at('gone.js'), 'a', vulnerable))).toEqual(allowed);
  });

  test.skipIf(process.getuid?.() === 0)('a file without read permission', () => {
    const path = place('secret.js', 'start\n');
    chmodSync(path, 0);
    expect(hook(edit(path, 'start', vulnerable)).status).toBe(2);
    expect(told(hook(edit(path, 'start', 'f(1)')))).toContain('unreadable');
  });

  test('a directory in place of a file', () => {
    mkdirSync(at('folder.js'));
    expect(hook(edit(at('folder.js'), 'a', vulnerable))).toEqual(allowed);
    expect(hook(write(at('folder.js'), vulnerable))).toEqual(allowed);
  });

  test('a loop of symbolic links', () => {
    symlinkSync(at('loop-b.js'), at('loop-a.js'));
    symlinkSync(at('loop-a.js'), at('loop-b.js'));
    expect(hook(edit(at('loop-a.js'), 'a', vulnerable)).status).toBe(2);
    hook(write(at('loop-a.js'), vulnerable));
  });

  test('a pipe in place of a file does not keep the hook waiting', () => {
    hook(edit('/dev/stdin', 'a', 'b'));
    hook(edit('/dev/zero', 'a', 'b'));
  });

  test('invalid UTF-8 in the file', () => {
    const path = place('latin.js', Buffer.concat([Buffer.from([0x2f, 0x2f, 0xe9, 0x0a]), Buffer.from('START\n')]));
    expect(hook(edit(path, 'START', vulnerable))).toMatchObject(blocked('latin.js:4'));
  });

  test('NUL bytes: a binary file, of which only the inserted text is seen', () => {
    const path = place('data.js', Buffer.from('a\0b START\n'));
    expect(hook(edit(path, 'START', vulnerable)).status).toBe(2);
  });

  test('a line of 5 MB', () => {
    hook(write(at('long.js'), `${vulnerable}const s = "${'ab '.repeat(1_700_000)}";\n`));
    hook(write(at('long.js'), `${'f(a),'.repeat(1_000_000)}0\n`));
    hook(write(at('long.txt'), `password = ${'x1Y'.repeat(1_700_000)}\n`));
  });

  test('20,000 nested brackets', () => {
    hook(write(at('deep.js'), `${vulnerable}x = ${'['.repeat(20_000)}${']'.repeat(20_000)};\n`));
    hook(write(at('deep.py'), `x = ${'('.repeat(20_000)}1${')'.repeat(20_000)}\n`));
    hook(write(at('deep.json'), `${'['.repeat(20_000)}`));
    hook(payload('Bash', { command: `echo ${'$('.repeat(20_000)}` }));
  });
});

describe('rules and policies', () => {
  const place2 = (name: string, files: Record<string, string>): string => {
    const inner = mkdtempSync(join(tmpdir(), `forestall-${name}-`));
    mkdirSync(join(inner, '.git'));
    for (const [path, text] of Object.entries(files)) writeFileSync(join(inner, path), text);
    return inner;
  };

  test('a rule file with a typo: named, and the other rules still hold', () => {
    const rule = 'rules:\n  - id: r\n    languages: [js]\n    severity: ERROR\n    message: m\n    pattern-nto: f\n';
    const cwd = place2('rule', { 'forestall.json': '{ "ruleFiles": ["r.yaml"] }', 'r.yaml': rule });
    const clean = told(hook({ ...write(join(cwd, 'a.js'), 'f(1);\n'), cwd }, { cwd }));
    expect(clean).toContain('bad-rule');
    expect(clean).toContain('r.yaml:6');
    expect(clean).toContain('pattern-nto');
    expect(hook({ ...write(join(cwd, 'a.js'), vulnerable), cwd }, { cwd })).toMatchObject(blocked('no-exec'));
  });

  test('a policy file with a typo: file, line and key are named, and the other layers still hold', () => {
    const cwd = place2('policy', { 'forestall.json': '{\n  "version": 1,\n  "mod": "audit"\n}\n' });
    const asks = userPolicy(
      JSON.stringify({ ruleFiles: [rules], rules: { 'no-exec': 'ask', 'injection/*': 'off' } }),
      place2('config', {}),
    );
    const clean = told(hook({ ...write(join(cwd, 'a.js'), 'f(1);\n'), cwd }, { cwd }));
    expect(clean).toContain('forestall.json:3: unknown key `mod`, did you mean `mode`?');
    const asked = hook({ ...write(join(cwd, 'a.js'), vulnerable), cwd }, { cwd, env: { XDG_CONFIG_HOME: asks } });
    expect(JSON.parse(asked.stdout).hookSpecificOutput).toMatchObject({
      permissionDecision: 'ask',
      permissionDecisionReason: expect.stringContaining('mod'),
    });
  });
});

describe('surroundings', () => {
  test.each([
    ['a temp folder that is not there', { TMPDIR: '/nonexistent/tmp' }],
    ['a temp folder where nothing can be written', { TMPDIR: '/proc' }],
    ['no HOME', { HOME: undefined }],
    ['a HOME that is relative', { HOME: 'home' }],
    ['nothing at all', { HOME: undefined, PATH: undefined }],
  ])('%s', (_, env) => {
    expect(hook(write(at('a.js'), vulnerable), { env })).toMatchObject(blocked('no-exec'));
    expect(hook(write(at('a.js'), 'f(1);\n'), { env })).toEqual(allowed);
  });

  test('a closed stdout, one that is not writable, and one that is full', () => {
    const reader = openSync('/dev/null', 'r');
    expect(hook(write(at('a.js'), vulnerable), { stdout: reader }).status).toBe(2);
    closeSync(reader);
    if (process.platform !== 'linux') return;
    const full = openSync('/dev/full', 'w');
    expect(hook(write(at('a.js'), vulnerable), { stdout: full }).status).toBe(2);
    closeSync(full);
  });

  test('a working folder that is gone', () => {
    expect(hook({ ...write(at('a.js'), vulnerable), cwd: '/nonexistent/folder' }).status).toBe(2);
  });
});

test('a program that is busy for ever is ended with its last answer', () => {
  const watchdog = join(import.meta.dirname, '..', 'src', 'host', 'watchdog.ts');
  const script = place(
    'busy.ts',
    `import { startWatchdog } from ${JSON.stringify(watchdog)};
startWatchdog(200, { exitCode: 2, stdout: 'out', stderr: 'too late' });
for (;;);`,
  );
  const bun = join(import.meta.dirname, '..', 'scripts', 'bun.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bun, script], { encoding: 'utf8', timeout: 20_000 });
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: 'out', stderr: 'too late' });
});
