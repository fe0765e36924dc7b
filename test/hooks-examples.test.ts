/**
 * The files that users copy: each is read as its agent reads it, and each command in it is run, with the built binary in
 * place of the installed one, on a call that must be denied.
 */
import { spawn, spawnSync } from 'node:child_process';
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
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { type AgentId, agentIds } from '../src/model/toolcall.ts';

const root = join(import.meta.dirname, '..');
const examples = join(root, 'hooks-examples');
const binary = join(root, 'dist', process.platform === 'win32' ? 'forestall.exe' : 'forestall');
const placeholder = '/usr/local/bin/forestall';
const clean = `/usr/bin/env -u BUN_OPTIONS -u BUN_BE_BUN ${placeholder} hook --agent `;
/** Answers for a program that does not, where the agent would go ahead. */
const closing = `/bin/sh -c 'unset BUN_OPTIONS BUN_BE_BUN; exec 3<&0; "$@" <&3 3<&- & trap "kill -9 $!" TERM INT HUP; wait $! || { [ $? = 2 ] || echo "forestall did not answer: nothing was done." >&2; exit 2; }' sh ${placeholder} hook --agent `;
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'forestall-examples-')));
const workspace = join(scratch, 'app');
mkdirSync(workspace);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Example {
  agent: AgentId;
  file: string;
  /** What one second is in the unit of the agent's time-outs; null where there are none. */
  second: number | null;
  /** What makes the agent deny when forestall gives no answer. */
  closed?: string;
}
const examplesOf: Example[] = [
  { agent: 'claude-code', file: 'settings.json', second: 1, closed: '"onFailure": "block"' },
  { agent: 'codex-cli', file: 'hooks.json', second: 1 },
  { agent: 'cursor', file: 'hooks.json', second: 1, closed: '"failClosed": true' },
  { agent: 'copilot-cli', file: 'forestall.json', second: 1 },
  { agent: 'copilot-cloud', file: 'forestall.json', second: 1 },
  { agent: 'vscode-copilot', file: 'forestall.json', second: 1 },
  { agent: 'gemini-cli', file: 'settings.json', second: 1000 },
  { agent: 'qwen-code', file: 'settings.json', second: 1 },
  { agent: 'windsurf', file: 'hooks.json', second: null },
  { agent: 'kiro', file: 'forestall.json', second: 1 },
  { agent: 'kiro', file: 'agent.json', second: 1000 },
  { agent: 'antigravity', file: 'hooks.json', second: 1 },
  { agent: 'factory-droid', file: 'hooks.json', second: 1 },
  { agent: 'goose', file: 'hooks/hooks.json', second: 1, closed: '"on_failure": "block"' },
  { agent: 'devin-cli', file: 'hooks.v1.json', second: 1 },
  { agent: 'grok-cli', file: 'forestall.json', second: 1 },
  { agent: 'vibe', file: 'hooks.toml', second: null, closed: 'strict = true' },
];
const text = (...path: string[]): string => readFileSync(join(examples, ...path), 'utf8');

it('has a folder with a README for every agent', () => {
  for (const agent of agentIds) expect(existsSync(join(examples, agent, 'README.md')), agent).toBe(true);
  const covered = new Set(examplesOf.map(({ agent }) => agent as string));
  expect(agentIds.filter((agent) => !covered.has(agent))).toEqual(['cline', 'opencode', 'amp']);
});

it('names every file of a folder in its README', () => {
  for (const agent of agentIds) {
    const files = readdirSync(join(examples, agent)).filter(
      (name) => name !== 'README.md' && statSync(join(examples, agent, name)).isFile(),
    );
    expect(files.length).toBeGreaterThan(0);
    if (agent !== 'goose') expect(files.filter((name) => !text(agent, 'README.md').includes(`\`${name}\``))).toEqual([]);
  }
});

describe.each(examplesOf)('$agent/$file', ({ agent, file, second, closed }) => {
  const source = text(agent, file);
  const values: [key: string, value: unknown][] = file.endsWith('.toml') ? tomlValues(source) : jsonValues(JSON.parse(source));
  const commands = values.flatMap(([key, value], k) => {
    if (key !== 'command' && key !== 'bash') return [];
    const args = values[k + 1]?.[0] === 'args' ? (values[k + 1]?.[1] as string[]) : [];
    return [[value, ...args].join(' ')];
  });
  const [first = '', ...others] = new Set(commands);
  const itself = closed !== undefined || agent === 'antigravity';

  it('runs forestall by its path, without the switches of its runtime, and names the agent', () => {
    expect(first).toBe((itself ? clean : closing) + agent);
    expect(others).toEqual(others.length === 0 ? [] : [clean + agent]);
    for (const [key, value] of values) {
      if (!/^(powershell|windows|commandWindows)$/.test(key)) continue;
      expect(value).toMatch(/BUN_OPTIONS.*BUN_BE_BUN.*forestall\.exe['"] hook --agent /);
      expect(value).toContain(`--agent ${agent}`);
    }
  });

  it('waits 20 s before a call and 8 s at other events, in the unit of the agent, and closes where the agent can', () => {
    const waits = values.filter(([key]) => /^timeout/.test(key)).map(([, value]) => value as number);
    const seconds = [...new Set(waits)].map((wait) => wait / (second ?? 1));
    expect(seconds).toEqual(second === null ? [] : others.length > 0 || waits.length > 4 ? [20, 8] : [20]);
    if (closed) expect(source).toContain(closed);
  });

  it.skipIf(process.platform === 'win32')('denies a command as the agent honours it', () => {
    expectDenial(agent, first, agent === 'kiro' && file === 'agent.json' ? 'v2-shell-rm-root' : undefined);
  });

  it.skipIf(process.platform === 'win32' || itself)('denies where forestall is missing, may not be run, or crashes', () => {
    for (const [name, text, mode] of [
      ['missing', null, 0],
      ['not-a-program', 'x', 0o644],
      ['crash', '#!/bin/sh\nkill -SEGV $$\n', 0o755],
      ['exit-1', '#!/bin/sh\nexit 1\n', 0o755],
    ] as const) {
      const program = join(scratch, name);
      if (text !== null) writeFileSync(program, text, { mode });
      const { status, stdout, stderr } = spawnSync('sh', ['-c', first.replace(placeholder, program)], { encoding: 'utf8' });
      expect([name, status, stdout, stderr]).toEqual([name, 2, '', expect.stringContaining('forestall did not answer')]);
    }
  });
});

it.skipIf(process.platform === 'win32')('a command that is ended for taking too long ends the program with it', async () => {
  const program = join(scratch, 'hang');
  const mark = join(scratch, 'pid');
  writeFileSync(program, `#!/bin/sh\necho $$ > '${mark}.new' && mv '${mark}.new' '${mark}'\nexec sleep 300\n`, { mode: 0o755 });
  const child = spawn('sh', ['-c', `exec ${closing.replace(placeholder, program)}gemini-cli`], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const closed = new Promise((resolve) => child.on('close', resolve));
  while (!existsSync(mark)) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGTERM');
  // Not before its output is closed, which the program holds too.
  expect(await closed).toBe(2);
});

it('keeps comments, which Cursor would cut, out of its file', () => expect(text('cursor', 'hooks.json')).not.toContain('//'));

it('cline: the script cancels', () => {
  if (process.platform === 'win32') return;
  expect(statSync(join(examples, 'cline', 'PreToolUse')).mode & 0o111).not.toBe(0);
  const [shebang, ...lines] = text('cline', 'PreToolUse').trim().split('\n');
  expect(shebang).toBe('#!/usr/bin/env bash');
  const script = lines.join('\n');
  expect(script).toContain(`${clean}cline <&3`);
  expectDenial('cline', script);
  const hang = join(scratch, 'hang-cline');
  writeFileSync(hang, '#!/bin/sh\nexec sleep 300\n', { mode: 0o755 });
  for (const [program, text] of [
    ['/nonexistent', script],
    [hang, script.replace('sleep 20', 'sleep 1')],
  ] as const) {
    const { status, stdout } = spawnSync('bash', ['-c', text.replace(placeholder, program)], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, '{"cancel":true,"errorMessage":"forestall did not answer: nothing was done."}\n']);
  }
  expect(text('cline', 'PreToolUse.ps1')).toMatch(/BUN_OPTIONS.*BUN_BE_BUN.*--agent cline/);
});

describe('plugins', () => {
  let loaded = 0;
  const load = async (agent: string, file: string, program: string): Promise<Record<string, unknown>> => {
    const place = join(scratch, `${loaded++}-${file}`);
    writeFileSync(place, text(agent, file).replace(placeholder, program.replaceAll('\\', '\\\\')));
    return import(pathToFileURL(place).href);
  };
  type Hook = (input: object, output: object) => Promise<void>;
  const opencode = async (program: string): Promise<Record<string, Hook>> => {
    const { Forestall } = await load('opencode', 'forestall.js', program);
    return (Forestall as (context: object) => Promise<Record<string, Hook>>)({ directory: workspace });
  };

  it('OpenCode: throws what the model must read, and lets the rest through', async () => {
    const hooks = await opencode(binary);
    const judged = (tool: string, args: object) =>
      hooks['tool.execute.before']?.({ tool, sessionID: 's', callID: 'c' }, { args });
    await expect(judged('bash', { command: 'rm -rf /' })).rejects.toThrow('shell/rm-outside-workspace');
    await expect(judged('bash', { command: 'npm test' })).resolves.toBeUndefined();
    const content = 'const a = 1; // forestall-ignore injection/code-eval: generated\n';
    await judged('write', { filePath: 'a.ts', content });
    const output = { title: '', output: 'Wrote a.ts', metadata: {} };
    await hooks['tool.execute.after']?.({ tool: 'write', sessionID: 's', callID: 'c' }, output);
    expect(output.output).toMatch(/^Wrote a\.ts\n\nforestall warns[\s\S]*guard\/suppression-added/);
  });

  it('OpenCode: stops when forestall is missing', async () => {
    const hooks = await opencode(join(scratch, 'not-there'));
    const call = hooks['tool.execute.before']?.({ tool: 'read', sessionID: 's', callID: 'c' }, { args: {} });
    await expect(call).rejects.toThrow('forestall did not answer');
  });

  it('Amp: rejects what forestall denies, and what it could not judge', async () => {
    const answers = async (program: string, cmd: string): Promise<unknown> => {
      const plugin = await load('amp', 'forestall.ts', program);
      let handle: ((event: object) => Promise<unknown>) | undefined;
      const on = (_: string, handler: typeof handle) => void (handle = handler);
      (plugin['default'] as (amp: object) => void)({ on, helpers: { shellCommandFromToolCall: () => ({ command: cmd }) } });
      return handle?.({ thread: { id: 't' }, toolUseID: 'u', tool: 'Bash', input: { cmd } });
    };
    const rejected = (words: string) => ({ action: 'reject-and-continue', message: expect.stringContaining(words) });
    expect(await answers(binary, 'rm -rf /')).toEqual(rejected('shell/rm-outside-workspace'));
    expect(await answers(binary, 'npm test')).toEqual({ action: 'allow' });
    expect(await answers(join(scratch, 'nothing-here'), 'npm test')).toEqual(rejected('forestall did not answer'));
  });
});

function expectDenial(
  agent: AgentId,
  command: string,
  name = /^c(laude-code|odex-cli)$/.test(agent) ? 'bash-rm-root' : 'shell-rm-root',
): void {
  const fixture = (file: string): string => readFileSync(join(root, 'fixtures', agent, name, file), 'utf8');
  const home = '/home/forestall-fixture';
  const expected = JSON.parse(fixture('expected.json'));
  const run = spawnSync('sh', ['-c', command.replace(placeholder, binary)], {
    cwd: workspace,
    input: fixture('stdin.json').replaceAll('{{workspace}}', workspace).replaceAll('{{home}}', home),
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: home, BUN_OPTIONS: '--preload=/nonexistent.js', BUN_BE_BUN: '1' },
  });
  expect(run.status).toBe(expected.exitCode);
  expect(run.stdout + run.stderr).toContain('shell/rm-outside-workspace');
  if (expected.json) expect(JSON.parse(run.stdout)).toMatchObject(expected.json);
}

/** Every key with its value, in order. */
function jsonValues(value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): [string, unknown][] => [[key, inner], ...jsonValues(inner)]);
}

/** The plain lines of TOML that the example consists of. */
function tomlValues(source: string): [string, unknown][] {
  return source.split('\n').flatMap((line): [string, unknown][] => {
    if (line === '' || line === '[[hooks]]') return [];
    const [, key, value] = /^(\w+) = (.+)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) throw new Error(`not understood: ${line}`);
    return [[key, JSON.parse(value)]];
  });
}
