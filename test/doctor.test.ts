/** `forestall doctor`, by the built program: what it finds in the settings of agents, and what it says about it. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { adapterOf } from '../src/agents/index.ts';
import type { HookCheck } from '../src/commands/doctor-hooks.ts';
import { shellCall } from '../src/install/canary.ts';
import { codexTrust } from '../src/install/switches.ts';
import { agentIds } from '../src/model/toolcall.ts';
import { VERSION } from '../src/model/version.ts';
import { runProgram } from './program.ts';

const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'forestall-doctor-')));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const posixOnly = describe.skipIf(process.platform === 'win32');
const binary = join(import.meta.dirname, '..', 'dist', 'forestall');

let places = 0;
function place(files: Record<string, string> = {}) {
  const folder = join(scratch, `${places++}`);
  const write = (path: string, text: string): string => {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
    return full;
  };
  write('home/.x', '');
  write('repo/.git/HEAD', '');
  for (const [path, text] of Object.entries(files)) write(path, text);
  const run = (...args: string[]) =>
    runProgram(args, '', { cwd: join(folder, 'repo'), env: { HOME: join(folder, 'home'), PATH: '/usr/bin:/bin' } });
  const doctor = (...args: string[]): { status: number | null; hooks: HookCheck[]; without: { agent: string }[] } => {
    const { status, stdout } = run('doctor', '--json', ...args);
    return { status, ...JSON.parse(stdout) };
  };
  return { folder, write, run, doctor };
}

it.each(agentIds)('%s: the trial call is one that the agent could send', (agent) => {
  const decoded = adapterOf(agent).decode(shellCall(agent, 'git status', '/work'));
  expect(decoded).toMatchObject({ kind: 'call', call: { event: 'pre-tool', cwd: '/work' } });
  const action = decoded.kind === 'call' ? decoded.call.action : null;
  expect(action).toMatchObject({ kind: 'shell', command: 'git status' });
});

posixOnly('the hooks of agents', () => {
  it('is content with what init wrote, for every agent', () => {
    const here = place();
    const agents = agentIds.filter((agent) => agent !== 'codex-cli' && agent !== 'copilot-cloud');
    expect(here.run('init', ...agents).status).toBe(0);
    const { status, hooks } = here.doctor();
    expect(hooks.flatMap(({ problems, notes }) => [...problems, ...notes])).toEqual([]);
    expect(status).toBe(0);
    expect(new Set(hooks.flatMap((hook) => hook.agents))).toEqual(new Set(agents));
    for (const hook of hooks) {
      expect(hook).toMatchObject({ scope: 'user', state: 'ok', trust: 'not-needed' });
      expect(hook.latencyMs).toBeGreaterThan(0);
      if (hook.agents[0] !== 'cline') expect(hook.version).toBe(VERSION);
    }
  });

  const claude = 'home/.claude/settings.json';
  const hook = (command: string, more: object = {}) =>
    JSON.stringify({ ...more, hooks: { PreToolUse: [{ matcher: '*', hooks: [{ type: 'command', command }] }] } });

  it.each([
    ['a program that is gone', '/nonexistent/forestall hook --agent claude-code', 'not denied (exit code 127'],
    ['a program that answers nothing', '/bin/true forestall hook --agent claude-code', 'not denied (exit code 0)'],
    [
      'a program that denies everything',
      '/bin/sh -c "echo no >&2; exit 2" forestall hook --agent claude-code',
      'does not go ahead',
    ],
    ['switches of the runtime', `${binary} hook --agent claude-code`, 'does not clear BUN_OPTIONS'],
  ])('%s', (_, command, problem) => {
    const { status, hooks } = place({ [claude]: hook(command) }).doctor();
    expect(status).toBe(1);
    expect(hooks).toMatchObject([{ state: 'bad', problems: [expect.stringContaining(problem)] }]);
  });

  it('an agent without a hook is named', () => {
    const { status, without } = place({ 'home/.cursor/x': '' }).doctor();
    expect([status, without]).toEqual([0, [{ agent: 'cursor', because: expect.stringContaining('.cursor') }]]);
  });

  it('two versions', () => {
    const here = place();
    here.run('init', 'claude-code');
    const other = here.write(
      'bin/forestall',
      `#!/bin/sh\n[ "$1" = --version ] && { echo 0.0.9; exit; }\nexec /usr/bin/env -u BUN_OPTIONS ${binary} "$@"\n`,
    );
    chmodSync(other, 0o755);
    here.run('init', 'claude-code', '--project', '--program', other);
    const { status, hooks } = here.doctor();
    expect(status).toBe(1);
    expect(hooks.map(({ version }) => version)).toEqual([VERSION, '0.0.9']);
    expect(hooks[1]?.problems).toEqual([`claude-code runs different versions: ${VERSION}, 0.0.9`]);
    expect(hooks[1]?.notes).toEqual(['claude-code runs the hook from several scopes: user, project']);
  });

  it.each([
    ['claude-code', 'home/.claude/settings.json', '{\n "disableAllHooks": true\n}', 2],
    ['claude-code', 'repo/.claude/settings.local.json', '{ "disableAllHooks": true }', 1],
    ['gemini-cli', 'home/.gemini/settings.json', '{\n "hooksConfig": {\n "enabled": false } }', 3],
    ['gemini-cli', 'repo/.gemini/settings.json', '{ "hooksConfig": {\n "disabled": [\n"other", "forestall"] } }', 3],
    ['qwen-code', 'repo/.qwen/settings.json', '{ "disableAllHooks": true }', 1],
    ['factory-droid', 'home/.factory/settings.json', '{ "hooksDisabled": true }', 1],
    ['copilot-cli', 'home/.copilot/settings.json', '{ "disableAllHooks": true }', 1],
    ['codex-cli', 'home/.codex/config.toml', 'model = "x"\n[features]\nhooks = false\n', 3],
  ])('%s: %s switches hooks off', (agent, path, text, line) => {
    const here = place({ [path]: text });
    expect(here.run('init', agent).status).toBe(0);
    const { status, hooks } = here.doctor();
    expect(status).toBe(1);
    expect(hooks[0]?.problems).toContain(`${join(here.folder, path)}:${line} switches the agent's hooks off`);
  });

  it('Codex: trust is told by the hash that Codex keeps', () => {
    const here = place();
    here.run('init', 'codex-cli');
    const file = join(here.folder, 'home/.codex/hooks.json');
    const all = (fields: object) => Array.from({ length: 5 }, () => fields);
    expect(here.doctor().hooks).toMatchObject(all({ trust: 'untrusted', state: 'bad' }));
    const commands = here.doctor().hooks.map(({ command }) => command);
    const state = (hashOf: (text: string) => string) =>
      ['pre_tool_use', 'post_tool_use', 'user_prompt_submit', 'session_start', 'stop']
        .map((event, k) => {
          const matcher = event.endsWith('_tool_use') ? ',"matcher":"Bash|apply_patch|view_image|mcp__.*"' : '';
          const text = `{"event_name":"${event}","hooks":[{"async":false,"command":${JSON.stringify(commands[k])},"statusMessage":"forestall","timeout":${k === 0 ? 20 : 8},"type":"command"}]${matcher}}`;
          return `a = 1\n[hooks.state.${JSON.stringify(`${file}:${event}:0:0`)}]\ntrusted_hash = "sha256:${hashOf(text)}"\n[b]\n`;
        })
        .join('');
    here.write(
      'home/.codex/config.toml',
      state((text) => createHash('sha256').update(text).digest('hex')),
    );
    expect(here.doctor()).toMatchObject({ status: 0, hooks: all({ trust: 'trusted', state: 'ok' }) });
    here.write(
      'home/.codex/config.toml',
      state(() => '0'.repeat(64)),
    );
    expect(here.doctor()).toMatchObject({ status: 1, hooks: all({ trust: 'modified', state: 'bad' }) });
  });

  const mounts = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt']).status === 0;
  it.skipIf(process.getuid?.() !== 0 || !mounts)('Codex: no trust is needed where managed hooks run', () => {
    const here = place();
    here.run('init', 'codex-cli');
    // The machine's own place, in a mount namespace of this process alone.
    const layer = join(here.folder, 'etc');
    mkdirSync(layer);
    const script = `mount --bind '${layer}' /etc && '${binary}' init codex-cli --managed --yes >&2 && '${binary}' doctor --json`;
    const { status, stdout } = spawnSync('unshare', ['-rm', 'sh', '-c', script], {
      cwd: join(here.folder, 'repo'),
      env: { HOME: join(here.folder, 'home'), PATH: '/usr/bin:/bin:/usr/sbin:/sbin' },
      encoding: 'utf8',
    });
    const { hooks } = JSON.parse(stdout) as { hooks: HookCheck[] };
    expect(hooks.map(({ scope, state }) => `${scope} ${state}`)).toEqual([
      ...Array(5).fill('managed ok'),
      ...Array(5).fill('user ok'),
    ]);
    expect(hooks[5]?.notes).toContainEqual(expect.stringContaining('managed hooks alone run'));
    expect(status).toBe(0);
  });

  it('finds hooks that somebody wrote by hand', () => {
    const here = place();
    const command = `/usr/bin/env -u BUN_OPTIONS -u BUN_BE_BUN ${binary} hook --agent`;
    here.write('repo/.claude/settings.local.json', hook(`${command} claude-code`));
    here.write(
      'home/.codex/config.toml',
      `[[hooks.PreToolUse]]\nhooks = [{ type = "command", command = "${command} codex-cli" }]\n`,
    );
    const { hooks } = here.doctor();
    expect(hooks).toMatchObject([
      { agents: ['codex-cli'], scope: 'user', trust: 'untrusted' },
      { agents: ['claude-code'], scope: 'project', state: 'ok' },
    ]);
  });

  it("variables that leave an agent's hooks out", () => {
    const { folder } = place();
    const env = { HOME: join(folder, 'home'), PATH: '/usr/bin:/bin', OPENCODE_PURE: '1' };
    const { status, stdout } = runProgram(['doctor'], '', { cwd: join(folder, 'repo'), env });
    expect([status, stdout]).toEqual([0, expect.stringContaining('OPENCODE_PURE is set: an agent started here')]);
  });

  it('settings that cannot be read', () => {
    const here = place({ 'home/.claude/x': '' });
    mkdirSync(join(here.folder, claude));
    const { status, stdout } = here.run('doctor');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^BAD {3}settings +\S*settings\.json: not a regular file$/m);
  });
});

/** As its method `hooks/list` told it. */
it('the hash of Codex 0.169', () => {
  const command = '/usr/bin/env -u BUN_OPTIONS -u BUN_BE_BUN /opt/forestall hook --agent codex-cli';
  const handler = { type: 'command', command, commandWindows: 'x', timeout: 20, statusMessage: 'forestall' };
  const hooks = { hooks: { PreToolUse: [{ matcher: 'Bash|apply_patch|view_image|mcp__.*', hooks: [handler] }] } };
  const trust = (config: string) => codexTrust(config, '/h/hooks.json', hooks, ['hooks', 'PreToolUse', 0, 'hooks', 0]);
  const state = (hash: string) => `[hooks.state."/h/hooks.json:pre_tool_use:0:0"]\nenabled = true\ntrusted_hash = "${hash}"\n`;
  expect(trust(state('sha256:2963a11f0214ead6ebc4044205911f4cd2a6c78a612af1457f98fbaf422e223f'))).toBe('trusted');
  expect(trust(state('sha256:2963'))).toBe('modified');
  expect(trust('')).toBe('untrusted');
});
