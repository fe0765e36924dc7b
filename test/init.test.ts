/** `forestall init` and `uninstall`, by the built program, in homes and repositories of their own. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hookCommand } from '../src/install/command-line.ts';
import { type AgentId, agentIds } from '../src/model/toolcall.ts';
import { runProgram } from './program.ts';

const root = join(import.meta.dirname, '..');
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'forestall-init-')));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const posixOnly = it.skipIf(process.platform === 'win32');

interface Place {
  home: string;
  repo: string;
  run(...args: string[]): { status: number | null; stdout: string; stderr: string };
  write(path: string, text: string): string;
  read(path: string): string;
  files(): string[];
}

let places = 0;

/** A user with nothing but these files. */
function place(files: Record<string, string> = {}, name = `${places++}`): Place {
  const home = join(scratch, name, 'home');
  const repo = join(scratch, name, 'repo');
  mkdirSync(home, { recursive: true });
  mkdirSync(join(repo, '.git'), { recursive: true });
  const write = (path: string, text: string): string => {
    const full = join(scratch, name, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
    return full;
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  return {
    home,
    repo,
    write,
    run: (...args) => runProgram(args, '', { cwd: repo, env: { HOME: home, USERPROFILE: home, PATH: '/usr/bin:/bin' } }),
    read: (path) => readFileSync(join(scratch, name, path), 'utf8'),
    files: () =>
      readdirSync(join(scratch, name), { recursive: true, encoding: 'utf8' })
        .filter((path) => statSync(join(scratch, name, path)).isFile())
        .sort(),
  };
}

const claude = 'home/.claude/settings.json';

describe('what init writes', () => {
  const examples: [AgentId, file: string, written: string][] = [
    ['claude-code', 'settings.json', 'repo/.claude/settings.json'],
    ['codex-cli', 'hooks.json', 'repo/.codex/hooks.json'],
    ['cursor', 'hooks.json', 'repo/.cursor/hooks.json'],
    ['copilot-cli', 'forestall.json', 'repo/.github/hooks/forestall.json'],
    ['gemini-cli', 'settings.json', 'repo/.gemini/settings.json'],
    ['qwen-code', 'settings.json', 'repo/.qwen/settings.json'],
    ['windsurf', 'hooks.json', 'repo/.windsurf/hooks.json'],
    ['kiro', 'forestall.json', 'repo/.kiro/hooks/forestall.json'],
    ['antigravity', 'hooks.json', 'repo/.agents/hooks.json'],
    ['factory-droid', 'hooks.json', 'repo/.factory/hooks.json'],
    ['goose', 'plugin.json', 'repo/.agents/plugins/forestall/plugin.json'],
    ['goose', 'hooks/hooks.json', 'repo/.agents/plugins/forestall/hooks/hooks.json'],
    ['cline', 'PreToolUse', 'repo/.clinerules/hooks/PreToolUse'],
    ['cline', 'PreToolUse.ps1', 'repo/.clinerules/hooks/PreToolUse.ps1'],
    ['opencode', 'forestall.js', 'repo/.opencode/plugins/forestall.js'],
    ['amp', 'forestall.ts', 'repo/.amp/plugins/forestall.ts'],
    ['devin-cli', 'hooks.v1.json', 'repo/.devin/hooks.v1.json'],
    ['grok-cli', 'forestall.json', 'repo/.grok/hooks/forestall.json'],
    ['vibe', 'hooks.toml', 'repo/.vibe/hooks.toml'],
  ];

  posixOnly('is the file of hooks-examples, for every agent', () => {
    const here = place();
    const { status, stderr } = here.run('init', ...agentIds, '--project', '--yes', '--program', '/usr/local/bin/forestall');
    expect([status, stderr]).toEqual([0, '']);
    for (const [agent, file, written] of examples) {
      const example = readFileSync(join(root, 'hooks-examples', agent, file), 'utf8');
      const text = here.read(written);
      if (file.endsWith('.json')) expect(JSON.parse(text), written).toEqual(JSON.parse(example));
      else expect(text, written).toBe(example);
    }
    expect(statSync(join(here.repo, '.clinerules/hooks/PreToolUse')).mode & 0o111).not.toBe(0);
    const again = here.run('init', ...agentIds, '--project', '--yes', '--program', '/usr/local/bin/forestall');
    expect(again.status).toBe(0);
    expect(again.stdout).not.toMatch(/^[-+@]/m);
    expect(here.run('uninstall', '--project').status).toBe(0);
    expect(here.files()).toEqual([]);
    expect(readdirSync(here.repo)).toEqual(['.git']);
  });

  posixOnly('starts this program, and the hook that it wrote denies', () => {
    const here = place({ 'home/.claude/x': '', 'home/.codex/x': '' });
    expect(here.run('init').status).toBe(0);
    const { hooks } = JSON.parse(here.read(claude));
    const { command, args, timeout, onFailure } = hooks.PreToolUse[0].hooks[0];
    expect([timeout, onFailure]).toEqual([20, 'block']);
    const call = { hook_event_name: 'PreToolUse', cwd: here.repo, tool_name: 'Bash', tool_input: { command: 'rm -rf /' } };
    const options = { input: JSON.stringify(call), encoding: 'utf8', env: { HOME: here.home, BUN_BE_BUN: '1' } } as const;
    const run = spawnSync(command, args, options);
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining('shell/rm-outside-workspace')]);
    const codex = JSON.parse(here.read('home/.codex/hooks.json')).hooks.PreToolUse[0].hooks[0];
    expect(spawnSync('sh', ['-c', codex.command], options).status).toBe(2);
    expect(codex).not.toHaveProperty('commandWindows');
  });
});

describe('finding agents', () => {
  it('names none when there are none', () => {
    const { status, stderr } = place().run('init');
    expect(status).toBe(1);
    expect(stderr).toContain('no coding agent was found');
  });

  posixOnly('by folders and by programs on the PATH', () => {
    const here = place({ 'home/.cursor/x': '', 'bin/codex': '#!/bin/sh\n' });
    const bin = join(here.home, '..', 'bin');
    chmodSync(join(bin, 'codex'), 0o755);
    const env = { HOME: here.home, PATH: bin };
    const { stdout } = runProgram(['init', '--json', '--dry-run'], '', { cwd: here.repo, env });
    expect(JSON.parse(stdout).agents).toEqual(['codex-cli', 'cursor']);
  });

  it('refuses an agent that it does not know, and two scopes', () => {
    expect(place().run('init', 'frob').stderr).toContain('unknown agent frob');
    expect(place().run('init', 'claude', '--user', '--scope', 'project').stderr).toContain('two scopes');
  });
});

describe('a file that is there', () => {
  const commented = [
    '{',
    '    // the team agreed on this',
    '    "model": "opus", /* not sonnet */',
    '    "permissions": { "allow": ["Bash(npm test)"] },',
    '    "hooks": {',
    '        "PreToolUse": [',
    '            { "matcher": "Edit", "hooks": [{ "type": "command", "command": "./lint.sh" }] }, // ours',
    '        ],',
    '    },',
    '}',
    '',
  ].join('\n');

  it.each([
    ['comments and trailing commas', commented],
    ['tabs', '{\n\t"a": 1,\n\t"hooks": {}\n}'],
    ['CRLF', '{\r\n  "z": 1,\r\n  "a": 2\r\n}\r\n'],
    ['a byte order mark', '\uFEFF{ "a": 1 }\n'],
    ['one line', '{"a":1}'],
    ['nothing', ''],
    ['only white space', '\n\n'],
  ])('keeps %s, and uninstall restores every byte', (_, text) => {
    const here = place({ [claude]: text });
    const made = here.run('init', 'claude-code');
    expect([made.status, made.stderr]).toEqual([0, '']);
    const after = here.read(claude);
    if (text.trim() !== '')
      for (const line of text.split(/\r?\n/).filter((line) => /the team|model|lint|"z"|\t"a"/.test(line))) {
        expect(after).toContain(line);
      }
    if (text.includes('\r\n')) expect(after).not.toMatch(/[^\r]\n/);
    expect(after.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
    expect(after).toMatch(/"onFailure": ?"block"/);
    expect(made.stdout).toContain('+++ ');
    expect(readFileSync(join(here.home, '.claude/settings.json.forestall-backup'), 'utf8')).toBe(text);
    expect(here.run('init', 'claude-code').stdout).toContain('unchanged');
    expect(here.read(claude)).toBe(after);
    expect(here.run('uninstall').status).toBe(0);
    expect(here.read(claude)).toBe(text);
    expect(here.files()).toEqual([claude]);
  });

  it('changed since: only ours goes', () => {
    const here = place({ [claude]: commented });
    here.run('init', 'claude-code');
    writeFileSync(join(here.home, '.claude/settings.json'), here.read(claude).replace('"opus"', '"haiku"'));
    expect(here.run('uninstall').status).toBe(0);
    expect(here.read(claude)).toContain('"haiku"');
    expect(here.read(claude)).toContain('./lint.sh');
    expect(here.read(claude)).toContain('// the team agreed on this');
    expect(here.read(claude)).not.toContain('forestall');
  });

  it('a handler that shares its group with others leaves them', () => {
    const ours = { type: 'command', command: '/old/forestall hook --agent claude-code' };
    const theirs = { type: 'command', command: './audit.sh' };
    const here = place({ [claude]: JSON.stringify({ hooks: { PreToolUse: [{ matcher: '*', hooks: [theirs, ours] }] } }) });
    expect(here.run('init', 'claude-code').status).toBe(0);
    const { PreToolUse } = JSON.parse(here.read(claude)).hooks;
    expect(PreToolUse).toHaveLength(2);
    expect(PreToolUse[0].hooks).toEqual([theirs]);
    expect(here.read(claude)).not.toContain('/old/forestall');
  });

  it('an older install is replaced where it stands', () => {
    const old = { matcher: 'Bash', hooks: [{ type: 'command', command: "'/a b/forestall' hook --agent claude" }] };
    const theirs = { matcher: 'Edit', hooks: [{ type: 'command', command: './x' }] };
    const here = place({ [claude]: JSON.stringify({ hooks: { PreToolUse: [old, theirs] } }) });
    here.run('init', 'claude-code');
    const { PreToolUse } = JSON.parse(here.read(claude)).hooks;
    expect(PreToolUse.map(({ matcher }: { matcher: string }) => matcher)).toEqual(['*', 'Edit']);
  });

  it.each([
    ['broken', '{\n  "a": 1,\n  "b": \n}\n', 4, 'not valid JSON'],
    ['half', '{\n  "hooks": {\n', 3, 'not valid JSON'],
    ['a list', '[1]', 1, 'not a JSON object'],
    ['hooks of another kind', '{\n  "hooks": []\n}', 2, '`hooks` is not an object'],
    ['an event of another kind', '{\n  "hooks": {\n    "PreToolUse": {}\n  }\n}', 3, '`hooks.PreToolUse` is not a list'],
    ['a key that stands twice', '{\n  "hooks": {},\n  "hooks": {}\n}', 3, 'stands twice'],
    ['a text of another kind', 'hooks = 1\n', 1, 'not valid JSON'],
  ])('%s is not touched, and the message says where', (_, text, line, message) => {
    const here = place({ [claude]: text });
    const { status, stderr } = here.run('init', 'claude-code', '--yes');
    expect(status).toBe(1);
    expect(stderr).toContain(`settings.json:${line}: `);
    expect(stderr).toContain(message);
    expect(here.read(claude)).toBe(text);
    expect(here.files()).toEqual([claude]);
  });

  it.each([
    ['a header', '# mine\n[[hooks]\n', 2],
    ['a value', 'a = 1\n\nb = "x\n', 3],
    ['JSON', '{ "hooks": [] }\n', 1],
  ])('TOML with a mistake in %s is not touched, and the message says where', (_, text, line) => {
    const here = place({ 'home/.vibe/hooks.toml': text });
    const { status, stderr } = here.run('init', 'vibe', '--yes');
    expect([status, stderr]).toEqual([1, expect.stringContaining(`hooks.toml:${line}: not valid TOML: `)]);
    expect(here.read('home/.vibe/hooks.toml')).toBe(text);
    expect(here.files()).toEqual(['home/.vibe/hooks.toml']);
  });

  it('that is not UTF-8 is not touched', () => {
    const here = place({ [claude]: '' });
    const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x7d]);
    writeFileSync(join(here.home, '.claude/settings.json'), bytes);
    expect(here.run('init', 'claude-code').stderr).toContain('not UTF-8');
    expect(readFileSync(join(here.home, '.claude/settings.json'))).toEqual(bytes);
  });

  it('one file that is refused does not keep the others from their hook', () => {
    const here = place({ [claude]: '{', 'home/.cursor/x': '' });
    expect(here.run('init').status).toBe(1);
    expect(here.read('home/.cursor/hooks.json')).toContain('failClosed');
  });

  it('that is read-only is not touched', () => {
    const here = place({ [claude]: '{}' });
    chmodSync(join(here.home, '.claude/settings.json'), 0o444);
    const { status, stderr } = here.run('init', 'claude-code');
    expect([status, stderr]).toEqual([1, expect.stringContaining('read-only')]);
    expect(here.read(claude)).toBe('{}');
  });

  posixOnly('keeps its permissions', () => {
    const here = place({ [claude]: '{}' });
    chmodSync(join(here.home, '.claude/settings.json'), 0o600);
    here.run('init', 'claude-code');
    for (const name of ['settings.json', 'settings.json.forestall-backup']) {
      expect(statSync(join(here.home, '.claude', name)).mode & 0o777).toBe(0o600);
    }
  });

  posixOnly('that is a link is written through, and the link stays', () => {
    const here = place({ 'dotfiles/claude.json': '{ "a": 1 }\n', 'home/.claude/x': '' });
    symlinkSync(join(here.home, '..', 'dotfiles', 'claude.json'), join(here.home, '.claude', 'settings.json'));
    expect(here.run('init', 'claude-code').status).toBe(0);
    expect(lstatSync(join(here.home, '.claude', 'settings.json')).isSymbolicLink()).toBe(true);
    expect(here.read('dotfiles/claude.json')).toContain('onFailure');
    expect(here.run('uninstall').status).toBe(0);
    expect(here.read('dotfiles/claude.json')).toBe('{ "a": 1 }\n');
    expect(lstatSync(join(here.home, '.claude', 'settings.json')).isSymbolicLink()).toBe(true);
  });

  posixOnly('that a repository links to a place outside of it is refused, as is a link to nothing', () => {
    const here = place({ 'home/.bashrc.json': '{}', 'repo/.claude/x': '', 'repo/.codex/x': '' });
    symlinkSync(join(here.home, '.bashrc.json'), join(here.repo, '.claude', 'settings.json'));
    symlinkSync(join(here.home, 'nothing'), join(here.repo, '.codex', 'hooks.json'));
    const { status, stderr } = here.run('init', 'claude-code', 'codex-cli', '--project');
    expect(status).toBe(1);
    expect(stderr).toContain('leads out of');
    expect(stderr).toContain('leads nowhere');
    expect(here.read('home/.bashrc.json')).toBe('{}');
    expect(existsSync(join(here.home, 'nothing'))).toBe(false);
  });

  it("somebody else's Cline hook stays", () => {
    const file = 'home/Documents/Cline/Hooks/PreToolUse';
    const here = place({ [file]: '#!/bin/sh\nexec mine\n', [`${file}.ps1`]: 'mine\n' });
    expect(here.run('init', 'cline').status).toBe(1);
    expect(here.read(file)).toBe('#!/bin/sh\nexec mine\n');
    expect(here.run('uninstall', 'cline').status).toBe(0);
    expect(here.read(file)).toBe('#!/bin/sh\nexec mine\n');
  });

  it('TOML: a table is appended, and goes again', () => {
    const text = '# mine\n[[hooks]]\ntype = "post_tool"\ncommand = """\n[[hooks]]\n"""\n\n[other]\nlist = [\n  [1],\n]';
    const here = place({ 'home/.vibe/hooks.toml': text });
    expect(here.run('init', 'vibe').status).toBe(0);
    const after = here.read('home/.vibe/hooks.toml');
    expect(after.startsWith(`${text}\n\n[[hooks]]\ntype = "pre_tool"\n`)).toBe(true);
    writeFileSync(join(here.home, '.vibe/hooks.toml'), `${after}\n[last]\n`);
    expect(here.run('init', 'vibe').stdout).toContain('unchanged');
    expect(here.run('uninstall', 'vibe').status).toBe(0);
    expect(here.read('home/.vibe/hooks.toml')).toBe(`${text}\n\n[last]\n`);
  });

  it("kiro-cli's older engine: every agent file gets the hook", () => {
    const agent = '{ "name": "dev", "hooks": { "stop": [] } }\n';
    const here = place({ 'home/.kiro/agents/dev.json': agent });
    expect(here.run('init', 'kiro').status).toBe(0);
    expect(JSON.parse(here.read('home/.kiro/agents/dev.json')).hooks.preToolUse[0]).toMatchObject({ timeout_ms: 20000 });
    expect(here.run('uninstall').status).toBe(0);
    expect(here.read('home/.kiro/agents/dev.json')).toBe(agent);
  });
});

describe('--dry-run and --json', () => {
  it('write nothing, and tell what would be', () => {
    const here = place({ [claude]: '{}' });
    const { status, stdout } = here.run('init', 'claude-code', '--dry-run', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      scope: 'user',
      written: false,
      changes: [{ agents: ['claude-code'], action: 'change', diff: expect.stringContaining('+  "hooks": {') }],
      errors: [],
    });
    expect(here.files()).toEqual([claude]);
    here.run('init', 'claude-code');
    const files = here.files();
    expect(here.run('uninstall', '--dry-run').stdout).toContain('would be restored');
    expect(here.files()).toEqual(files);
  });
});

describe('paths', () => {
  posixOnly.each(['it is mine', "it's", 'quo"te', 'dollar$HOME `x`', 'größe 日本', 'a;b&c|d', '-dash', 'back\\slash', '*?[a]'])(
    'the command runs from a folder named %s',
    (name) => {
      const here = place({ 'home/.gemini/settings.json': '{}' }, `path ${name}`);
      const program = here.write('bin/forestall', '#!/bin/sh\nprintf "%s|" "$0" "$@"\n');
      chmodSync(program, 0o755);
      expect(here.run('init', 'gemini-cli', 'opencode', '--program', program).status).toBe(0);
      const { command } = JSON.parse(here.read('home/.gemini/settings.json')).hooks.BeforeTool[0].hooks[0];
      expect(spawnSync('sh', ['-c', command], { encoding: 'utf8' }).stdout).toBe(`${program}|hook|--agent|gemini-cli|`);
      const literal = /const program = (.*);/.exec(here.read('home/.config/opencode/plugins/forestall.js'))?.[1] ?? '';
      expect(new Function(`return ${literal}`)()).toBe(program);
      expect(here.run('uninstall').status).toBe(0);
      expect(here.read('home/.gemini/settings.json')).toBe('{}');
    },
  );

  it('for Windows', () => {
    const program = ["C:\\Program Files\\O'Brien\\forestall.exe"] as const;
    expect(hookCommand(program, 'qwen-code', 'powershell')).toBe(
      "$env:BUN_OPTIONS = $null; $env:BUN_BE_BUN = $null; $global:LASTEXITCODE = 1; & 'C:\\Program Files\\O''Brien\\forestall.exe' hook --agent qwen-code; exit $LASTEXITCODE",
    );
    expect(hookCommand(program, 'qwen-code', 'powershell', true)).toMatch(
      /hook --agent qwen-code; if \(\$LASTEXITCODE -notin 0, 2\) \{ .*'forestall did not answer: nothing was done\.'\); exit 2 \}; exit \$LASTEXITCODE$/,
    );
    expect(hookCommand(program, 'codex-cli', 'cmd')).toBe(
      'set BUN_OPTIONS=&set BUN_BE_BUN=&"C:\\Program Files\\O\'Brien\\forestall.exe" hook --agent codex-cli',
    );
    expect(hookCommand(['D:\\f.exe'], 'codex-cli', 'cmd', true)).toBe(
      'set BUN_OPTIONS=&set BUN_BE_BUN=&"D:\\f.exe" hook --agent codex-cli||(echo forestall did not answer: nothing was done.>&2&exit 2)',
    );
    expect(hookCommand(['D:\\f.exe'], 'cursor', 'cursor')).toBe(
      `cmd.exe /d /s /c 'set BUN_OPTIONS=&set BUN_BE_BUN=&"D:\\f.exe" hook --agent cursor'`,
    );
    expect(() => hookCommand(['C:\\100%\\forestall.exe'], 'codex-cli', 'cmd')).toThrow('cannot be written');
    expect(() => hookCommand(['/a\nb'], 'codex-cli', 'posix')).toThrow('line break');
  });
});
