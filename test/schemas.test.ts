/** Every settings file that we write or hand out, against what its agent publishes about it (`schemas/README.md`). */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultFleet } from '../src/install/fleet.ts';
import { mdmBundle } from '../src/install/mdm.ts';
import { misfits, type Schema } from './json-schema.ts';

const examples = join(import.meta.dirname, '..', 'hooks-examples');
const schema = (name: string): Schema => JSON.parse(readFileSync(join(import.meta.dirname, 'schemas', `${name}.json`), 'utf8'));
/** With a list of MCP servers, which goes into two of them. */
const servers = { docs: { command: 'docs-mcp', args: ['--read'] }, web: { url: 'https://mcp.example.com' } };
const bundles = [
  ...mdmBundle(defaultFleet),
  ...mdmBundle({ ...defaultFleet, onlyManagedHooks: false, policy: { mcp: { servers } } }),
];
const python = spawnSync('python3', ['-c', 'import tomllib']).status === 0;

const files: [RegExp, schemaName: string][] = [
  [/ClaudeCode\/managed-settings\.d\/|claude-code\/managed-settings\.d\/|^claude-code\/settings\.json$/, 'claude-code'],
  [/^codex-cli\/hooks\.json$/, 'codex-cli.hooks'],
  [/requirements\.toml$/, 'codex-cli.requirements'],
  [/(gemini-cli|GeminiCli)\/settings\.json$/, 'gemini-cli'],
  [/(qwen-code|QwenCode)\/settings\.json$/, 'qwen-code'],
  [/opencode\.json$/, 'opencode'],
];
const handed: { path: string; text: string }[] = [
  ...readdirSync(examples, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('mdm/') && /\.(json|toml)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(examples, path), 'utf8') })),
  ...bundles,
];

function parsed({ path, text }: { path: string; text: string }): unknown {
  if (!path.endsWith('.toml')) return JSON.parse(text);
  const code = 'import tomllib, json, sys; print(json.dumps(tomllib.loads(sys.stdin.read())))';
  const { status, stdout, stderr } = spawnSync('python3', ['-c', code], { input: text, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

describe.each(files)('%s', (pattern, name) => {
  const found = handed.filter(({ path }) => pattern.test(path));
  it.skipIf(name.endsWith('requirements') && !python)(`fits ${name}`, () => {
    expect(found.length).toBeGreaterThan(0);
    for (const file of found) expect([file.path, misfits(parsed(file), schema(name))]).toEqual([file.path, []]);
  });
});

it('covers the managed files of these agents on each system', () => {
  for (const [pattern, name] of files.filter(([, name]) => name !== 'codex-cli.hooks')) {
    const systems = new Set(bundles.filter(({ path }) => pattern.test(path)).map(({ path }) => path.split('/')[0]));
    expect([name, [...systems].sort()]).toEqual([name, ['linux', 'macos', 'windows']]);
  }
});

it('the schemas refuse a misspelt key, a wrong kind and a missing one', () => {
  const hook = { type: 'command', command: 'x', timeout: 1 };
  const of = (group: object) => ({ hooks: { PreToolUse: [group] } });
  expect(misfits(of({ matcher: '*', hooks: [hook] }), schema('claude-code'))).toEqual([]);
  expect(misfits(of({ matchers: '*', hooks: [hook] }), schema('claude-code'))).toEqual([
    '$.hooks.PreToolUse[0]: unknown matchers',
  ]);
  expect(misfits(of({ hooks: [{ ...hook, timeout: '20' }] }), schema('qwen-code'))).toHaveLength(1);
  expect(misfits(of({ hooks: [{ ...hook, type: 'http' }] }), schema('codex-cli.hooks'))).toHaveLength(1);
  expect(misfits(of({ hooks: [{ type: 'command' }] }), schema('codex-cli.hooks'))).toEqual([
    '$.hooks.PreToolUse[0].hooks[0]: no command',
  ]);
  expect(misfits({ hooks: { PreToolUse: [] } }, schema('gemini-cli'))).toEqual(['$.hooks: unknown PreToolUse']);
  const modes = { allowed_sandbox_modes: ['workspace-write'] };
  expect(misfits(modes, schema('codex-cli.requirements'))).toEqual([
    '$.allowed_sandbox_modes: not contains {"const":"read-only"}',
  ]);
});
