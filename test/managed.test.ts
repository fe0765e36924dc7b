/** The managed files: made from one source, each in the form that its agent reads, and out of reach of a user's settings. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultFleet, readFleet } from '../src/install/fleet.ts';
import { mdmBundle } from '../src/install/mdm.ts';
import type { Json } from '../src/install/target.ts';
import { mergeToml } from '../src/install/toml-merge.ts';
import { runProgram } from './program.ts';

const root = join(import.meta.dirname, '..');
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'forestall-managed-')));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const posixOnly = describe.skipIf(process.platform === 'win32');

const bundle = mdmBundle(defaultFleet);
const fileOf = (path: string): string => {
  const found = bundle.find((file) => file.path === path);
  if (!found) throw new Error(`no ${path}`);
  return found.text;
};
const python = spawnSync('python3', ['-c', 'import tomllib, plistlib'], { encoding: 'utf8' }).status === 0;
const byPython = (code: string, text: string): unknown => {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', code], { input: text, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};
const toml = (text: string): unknown =>
  byPython('import tomllib, json, sys; print(json.dumps(tomllib.loads(sys.stdin.read())))', text);

describe('hooks-examples/mdm', () => {
  it('is what `forestall init --out` writes', () => {
    const folder = join(root, 'hooks-examples', 'mdm');
    const update = process.env['UPDATE'] === '1';
    for (const { path, text, executable } of bundle) {
      const place = join(folder, path);
      if (update) {
        mkdirSync(dirname(place), { recursive: true });
        writeFileSync(place, text, { mode: executable ? 0o755 : 0o644 });
      }
      expect(existsSync(place) ? readFileSync(place, 'utf8') : null, path).toBe(text);
      if (executable && process.platform !== 'win32') expect(statSync(place).mode & 0o111).not.toBe(0);
    }
    const there = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => statSync(join(folder, name)).isFile() && name !== 'README.md');
    expect(there.sort()).toEqual(bundle.map(({ path }) => path).sort());
  });

  it.each(bundle.filter(({ path }) => path.endsWith('.json')).map(({ path, text }) => [path, text]))('%s is JSON', (_, text) => {
    expect(JSON.parse(text)).toBeTypeOf('object');
  });

  it.skipIf(!python)('requirements.toml says what the fleet decides', () => {
    const call = '/usr/local/bin/forestall hook --agent codex-cli';
    const plain = `/usr/bin/env -u BUN_OPTIONS -u BUN_BE_BUN ${call}`;
    const closed = expect.stringMatching(/^\/bin\/sh -c '.*exit 2; }' sh \/usr\/local\/bin\/forestall hook --agent codex-cli$/);
    const hook = (command: unknown, timeout: number) => ({ type: 'command', command, timeout, statusMessage: 'forestall' });
    expect(toml(fileOf('linux/files/etc/codex/requirements.toml'))).toEqual({
      allow_managed_hooks_only: true,
      allowed_sandbox_modes: ['workspace-write', 'read-only'],
      allowed_approval_policies: ['on-request', 'untrusted'],
      features: { hooks: true },
      hooks: {
        managed_dir: '/usr/local/bin',
        PreToolUse: [{ matcher: 'Bash|apply_patch|view_image|mcp__.*', hooks: [hook(closed, 20)] }],
        PostToolUse: [{ matcher: 'Bash|apply_patch|view_image|mcp__.*', hooks: [hook(plain, 8)] }],
        UserPromptSubmit: [{ hooks: [hook(plain, 8)] }],
        SessionStart: [{ hooks: [hook(plain, 8)] }],
        Stop: [{ hooks: [hook(plain, 8)] }],
      },
    });
    const windows = toml(fileOf('windows/files/ProgramData/OpenAI/Codex/requirements.toml'));
    expect(windows).toMatchObject({ hooks: { windows_managed_dir: 'C:\\Program Files\\Forestall' } });
  });

  const withServers = (servers: Record<string, Json>) => mdmBundle({ ...defaultFleet, policy: { mcp: { servers } } });
  const codexFile = (files: ReturnType<typeof mdmBundle>) =>
    files.find(({ path }) => path === 'linux/files/etc/codex/requirements.toml')?.text ?? '';
  const claudeFile = (files: ReturnType<typeof mdmBundle>) =>
    JSON.parse(files.find(({ path }) => path.startsWith('linux/files/etc/claude-code/'))?.text ?? '');

  it.skipIf(!python)("the policy's list of MCP servers is that of Codex and Claude Code", () => {
    const files = withServers({ docs: { command: 'docs-mcp', args: ['--read'] }, 'a b': { url: 'https://mcp.example.com' } });
    expect(toml(codexFile(files))).toMatchObject({
      mcp_servers: { docs: { identity: { command: 'docs-mcp' } }, 'a b': { identity: { url: 'https://mcp.example.com' } } },
    });
    expect(claudeFile(files).allowedMcpServers).toEqual([
      { serverCommand: ['docs-mcp', '--read'] },
      { serverUrl: 'https://mcp.example.com' },
    ]);
    const named = withServers({ docs: { command: 'docs-mcp', args: [] }, fs: { package: 'fs' } });
    expect(codexFile(named)).not.toContain('mcp_servers');
    expect(claudeFile(named).allowedMcpServers).toEqual([{ serverName: 'docs' }, { serverName: 'fs' }]);
    expect(claudeFile(withServers({ '*': { package: 'fs' } }))).not.toHaveProperty('allowedMcpServers');
    expect(claudeFile(withServers({})).allowedMcpServers).toEqual([]);
  });

  it.skipIf(!python)('the profile for macOS holds the same settings', () => {
    const profile = byPython(
      'import plistlib, json, sys; print(json.dumps(plistlib.loads(sys.stdin.buffer.read())))',
      fileOf('macos/forestall.mobileconfig'),
    ) as { PayloadContent: Record<string, unknown>[]; PayloadRemovalDisallowed: boolean };
    expect(profile.PayloadRemovalDisallowed).toBe(true);
    const payload = (type: string) => profile.PayloadContent.find(({ PayloadType }) => PayloadType === type);
    const claude = JSON.parse(fileOf('macos/files/Library/Application Support/ClaudeCode/managed-settings.d/50-forestall.json'));
    expect(payload('com.anthropic.claudecode')).toMatchObject(claude);
    const codex = String(payload('com.openai.codex')?.['requirements_toml_base64']);
    expect(Buffer.from(codex, 'base64').toString()).toBe(fileOf('macos/files/etc/codex/requirements.toml'));
    expect(payload('com.microsoft.VSCode')).toMatchObject({ ChatHooks: true });
    const ids = profile.PayloadContent.map(({ PayloadUUID }) => PayloadUUID);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-8[0-9A-F]{3}-[0-9A-F]{12}$/);
  });

  it('the registry holds the same settings', () => {
    const text = fileOf('windows/forestall.reg');
    expect(text.startsWith('Windows Registry Editor Version 5.00\r\n')).toBe(true);
    const value = (key: string, name: string) => {
      const section = text.split(`[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${key}]\r\n`)[1] ?? '';
      return JSON.parse(JSON.parse(`"${new RegExp(`^"${name}"="(.*)"\r$`, 'm').exec(section)?.[1]}"`));
    };
    expect(value('ClaudeCode', 'Settings')).toEqual(
      JSON.parse(fileOf('windows/files/Program Files/ClaudeCode/managed-settings.d/50-forestall.json')),
    );
    expect(value('GitHub\\Copilot\\forestall', 'Policy')).toEqual(
      JSON.parse(fileOf('windows/files/ProgramData/GitHub/Copilot/policy.d/forestall.json')),
    );
    expect(text).toContain('"ChatHooks"=dword:00000001');
  });

  it.skipIf(!python)('the template for group policies is well formed, and its names agree', () => {
    const names = byPython(
      'import sys, json, xml.etree.ElementTree as E\nprint(json.dumps([[e.tag.split("}")[1], e.attrib] for e in E.fromstring(sys.stdin.read()).iter()]))',
      fileOf('windows/forestall.admx'),
    ) as [string, Record<string, string>][];
    const words = fileOf('windows/en-US/forestall.adml');
    for (const [, attributes] of names) {
      for (const [, kind, id] of JSON.stringify(attributes).matchAll(/\$\((string|presentation)\.(\w+)\)/g)) {
        expect(words).toContain(`<${kind} id="${id}"`);
      }
    }
    expect(names.filter(([tag]) => tag === 'policy').map(([, { key }]) => key)).toEqual([
      'SOFTWARE\\Policies\\ClaudeCode',
      'SOFTWARE\\Policies\\GitHub\\Copilot\\forestall',
    ]);
    byPython('import sys, json, xml.etree.ElementTree as E\nE.fromstring(sys.stdin.read()); print("0")', words);
  });

  it.skipIf(process.platform === 'win32')('the scripts are shell', () => {
    for (const path of ['linux/install.sh', 'macos/install.sh']) {
      expect(spawnSync('sh', ['-n'], { input: fileOf(path), encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
    }
  });
});

/**
 * What the published documentation of each agent says about its files, as far as these files use it: the names of keys and
 * the kinds of their values. A key that is not listed must not stand in the file.
 */
describe('the form that each agent reads', () => {
  type Shape = string | { [key: string]: Shape } | [Shape];
  const handler = { type: 'string', command: 'string', timeout: 'number' };
  const groups = (more: Record<string, Shape>): Shape => [{ matcher: 'string', hooks: [{ ...handler, ...more }] }];
  const entry = { command: 'string', timeout: 'number', failClosed: 'boolean' };
  const bare = (more: Record<string, Shape>): Shape => [{ hooks: [{ ...handler, ...more }] }];
  const each = (names: readonly string[], shape: Shape) => Object.fromEntries(names.map((name) => [name, shape]));
  const told = ['UserPromptSubmit', 'SessionStart', 'Stop'];
  const shapes: Record<string, Shape> = {
    'claude-code/managed-settings.d/50-forestall.json': {
      allowManagedHooksOnly: 'boolean',
      disableAllHooks: 'boolean',
      hooks: {
        PreToolUse: groups({ args: ['string'], onFailure: 'string' }),
        PostToolUse: groups({ args: ['string'] }),
        ...each(told, bare({ args: ['string'] })),
      },
    },
    'cursor/hooks.json': {
      version: 'number',
      hooks: {
        preToolUse: [{ ...entry, matcher: 'string' }],
        beforeShellExecution: [entry],
        beforeMCPExecution: [entry],
        beforeReadFile: [entry],
        ...each(['postToolUse', 'beforeSubmitPrompt', 'sessionStart', 'stop'], [{ command: 'string', timeout: 'number' }]),
      },
    },
    'github-copilot/policy.d/forestall.json': {
      version: 'number',
      hooks: each(
        ['preToolUse', 'postToolUse', 'userPromptSubmitted', 'sessionStart', 'agentStop'],
        [{ type: 'string', bash: 'string', timeoutSec: 'number' }],
      ),
    },
    'gemini-cli/settings.json': {
      hooksConfig: { enabled: 'boolean' },
      hooks: {
        ...each(['BeforeTool', 'AfterTool'], groups({ name: 'string' })),
        ...each(['BeforeAgent', 'SessionStart', 'AfterAgent'], bare({ name: 'string' })),
      },
    },
    'qwen-code/settings.json': {
      disableAllHooks: 'boolean',
      hooks: {
        ...each(['PreToolUse', 'PostToolUse'], groups({ name: 'string' })),
        ...each(told, bare({ name: 'string' })),
      },
    },
    'factory/settings.json': { allowManagedHooksOnly: 'boolean', hooksDisabled: 'boolean', hooks: { PreToolUse: groups({}) } },
    'windsurf/hooks.json': {
      hooks: Object.fromEntries(
        ['pre_run_command', 'pre_write_code', 'pre_mcp_tool_use', 'pre_read_code'].map((event) => [
          event,
          [{ command: 'string', show_output: 'boolean' }],
        ]),
      ) as Shape,
    },
    'opencode/opencode.json': { $schema: 'string', plugin: ['string'] },
    'vscode/policy.json': { ChatHooks: 'boolean', ChatEditorPreferCopilotHarness: 'boolean' },
  };
  const shapeOf = (value: unknown): Shape =>
    Array.isArray(value)
      ? [shapeOf(value[0])]
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]))
        : typeof value;

  it.each(Object.entries(shapes))('/etc/%s', (path, shape) => {
    expect(shapeOf(JSON.parse(fileOf(`linux/files/etc/${path}`)))).toEqual(shape);
  });
});

describe('a fleet file', () => {
  it('says where a mistake stands', () => {
    expect(() => readFleet('f.json', '{\n  "onlyManagedHooks": 1\n}')).toThrow(
      'f.json:2: `onlyManagedHooks` must be true or false',
    );
    expect(() => readFleet('f.json', '{\n\n  "frob": 1\n}')).toThrow('f.json:3: `frob` must be one of');
    expect(() => readFleet('f.json', '{')).toThrow('f.json:1: ');
    expect(() => readFleet('f.json', '{ "programs": [] }')).toThrow('`programs` must be');
    expect(() => readFleet('f.json', '{ "codex": { "sandboxModes": ["workspace-write"] } }')).toThrow('with `read-only`');
  });

  it('changes what it names and nothing else', () => {
    const fleet = readFleet(
      'f.json',
      '{ "onlyManagedHooks": false, // users keep theirs\n "codex": { "sandboxModes": ["read-only"] } }',
    );
    expect(fleet).toEqual({
      ...defaultFleet,
      onlyManagedHooks: false,
      codex: { ...defaultFleet.codex, sandboxModes: ['read-only'] },
    });
    expect(mdmBundle(fleet).filter(({ path, text }) => path !== 'fleet.json' && /managed_?hooks_?only/i.test(text))).toEqual([]);
  });
});

describe('requirements.toml that is there', () => {
  const keys = [
    { table: '', name: 'allow_managed_hooks_only', value: 'true', must: true },
    { table: '', name: 'allowed_sandbox_modes', value: '["read-only"]' },
    { table: 'features', name: 'hooks', value: 'true', must: true },
  ];
  const block = '[[hooks.PreToolUse]]\nhooks = [{ command = "/forestall hook --agent codex-cli" }]\n';

  it('keeps its own choices, its tables and its comments', () => {
    const text =
      '# ours\nallowed_sandbox_modes = ["workspace-write"] # no more\n\n[features]\nweb = false\n\n[mcp_servers.x]\nidentity = { command = "x" }';
    const merged = mergeToml(text, keys, block);
    expect(merged).toEqual({
      kind: 'text',
      text: `# ours\nallowed_sandbox_modes = ["workspace-write"] # no more\nallow_managed_hooks_only = true\n\n[features]\nhooks = true\nweb = false\n\n[mcp_servers.x]\nidentity = { command = "x" }\n\n${block}`,
    });
    expect(mergeToml(merged.kind === 'text' ? merged.text : '', keys, block)).toEqual(merged);
  });

  it('is refused where the hook would not run with it', () => {
    expect(mergeToml('a = 1\n[features]\nhooks = false\n', keys, block)).toMatchObject({ kind: 'refused', line: 3 });
    expect(mergeToml('hooks = { }\n', keys, block)).toMatchObject({ kind: 'refused', line: 1 });
  });
});

posixOnly('the image of a machine', () => {
  const image = join(scratch, 'image');
  const binary = join(root, 'dist', 'forestall');
  const home = join(scratch, 'home');
  const repo = join(scratch, 'repo');
  for (const folder of [home, join(repo, '.git')]) mkdirSync(folder, { recursive: true });
  const run = (...args: string[]) => runProgram(args, '', { cwd: repo, env: { HOME: home, PATH: '/usr/bin:/bin' } });
  const there = join(image, 'etc', 'gemini-cli', 'settings.json');
  mkdirSync(dirname(there), { recursive: true });
  const original = '{\n  // set by IT\n  "telemetry": { "enabled": false },\n  "hooksConfig": { "enabled": false }\n}\n';
  writeFileSync(there, original);

  it('gets every managed file, merged with what is there', () => {
    const made = run('init', '--managed', '--root', image);
    expect([made.status, made.stderr]).toEqual([0, '']);
    const settings = readFileSync(there, 'utf8');
    expect(settings).toContain('// set by IT');
    expect(settings).toContain('"hooksConfig": { "enabled": true }');
    expect(run('init', '--managed', '--root', image).stdout).not.toMatch(/^\+/m);
    const checked = run('doctor', '--json', '--root', image);
    expect(checked.status).toBe(0);
    const { hooks } = JSON.parse(checked.stdout);
    const agents = new Set(hooks.flatMap((hook: { agents: string[] }) => hook.agents));
    const managed = [
      'claude-code',
      'codex-cli',
      'cursor',
      'copilot-cli',
      'gemini-cli',
      'qwen-code',
      'windsurf',
      'factory-droid',
      'opencode',
    ];
    expect([...agents].sort()).toEqual(managed.sort());
    for (const hook of hooks)
      expect(hook).toMatchObject({ scope: 'managed', state: 'ok', version: expect.stringMatching(/^\d/) });
    expect(readFileSync(join(image, 'etc/opencode/opencode.json'), 'utf8')).toContain('"file:///etc/forestall/opencode.js"');
    expect(existsSync(join(image, 'etc/forestall/policy.json'))).toBe(true);
  });

  /** Each is a setting by which a user could switch hooks off; which layer wins is documented by the agent. */
  it.each([
    [
      'claude-code',
      'etc/claude-code/managed-settings.d/50-forestall.json',
      ['disableAllHooks'],
      false,
      'disableAllHooks outside managed settings does not reach managed hooks',
    ],
    [
      'claude-code',
      'etc/claude-code/managed-settings.d/50-forestall.json',
      ['allowManagedHooksOnly'],
      true,
      'other hooks do not run',
    ],
    ['gemini-cli', 'etc/gemini-cli/settings.json', ['hooksConfig', 'enabled'], true, 'system settings win over user settings'],
    ['qwen-code', 'etc/qwen-code/settings.json', ['disableAllHooks'], false, 'system settings win over user settings'],
    ['factory-droid', 'etc/factory/settings.json', ['hooksDisabled'], false, 'the managed file is authoritative'],
    ['factory-droid', 'etc/factory/settings.json', ['allowManagedHooksOnly'], true, 'no other hook can allow first'],
    ['vscode-copilot', 'etc/vscode/policy.json', ['ChatHooks'], true, 'a policy wins over chat.useHooks'],
  ])('%s: %s pins %j to %j, since %s', (_, path, at, value) => {
    const settings = JSON.parse(readFileSync(join(image, path as string), 'utf8').replace(/\/\/.*/g, ''));
    expect((at as string[]).reduce((inner, key) => inner[key], settings)).toBe(value);
  });

  it('codex-cli: requirements pin the feature, and no other hook runs', () => {
    const text = readFileSync(join(image, 'etc/codex/requirements.toml'), 'utf8');
    expect(text).toMatch(/^\[features\]\nhooks = true$/m);
    expect(text).toMatch(/^allow_managed_hooks_only = true$/m);
  });

  it('is for nobody but root to write', () => {
    for (const name of readdirSync(image, { recursive: true, encoding: 'utf8' })) {
      const { mode, uid } = statSync(join(image, name));
      expect([mode & 0o022, uid], name).toEqual([0, process.getuid?.()]);
    }
  });

  it('uninstall puts every byte back', () => {
    expect(run('uninstall', '--managed', '--root', image).status).toBe(0);
    expect(readFileSync(there, 'utf8')).toBe(original);
    const files = readdirSync(image, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(image, name)).isFile(),
    );
    expect(files).toEqual(['etc/gemini-cli/settings.json']);
  });

  it('--out writes the bundle', () => {
    const out = join(scratch, 'out');
    expect(run('init', '--out', out).status).toBe(0);
    for (const { path, text } of bundle) expect(readFileSync(join(out, path), 'utf8')).toBe(text);
    expect(binary).toBeTruthy();
  });
});
