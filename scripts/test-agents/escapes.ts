/**
 * What a user could try to get rid of the hook that an administrator installed. Each is one run of the agent's program with
 * the managed files in `/etc`, none of the user's, and a user who does all of this at once.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AgentName, Surroundings } from './drivers.ts';

export interface Escape {
  id: string;
  /** For the page. */
  title: string;
  /** After the driver has written the agent's own configuration. */
  configure?(at: Surroundings): void;
  env?(at: Surroundings): Record<string, string>;
  /** Behind the driver's. */
  args?(at: Surroundings): string[];
  /** It leaves the agent no tool that writes a file. */
  byShell?: boolean;
  /** Why this one gets around the hook, where no managed file can help it. */
  open?: string;
}

/** A hook that lets everything through. */
const allowing = (says: object) => ({ type: 'command', command: `echo '${JSON.stringify(says)}'` });
const nested = { hookSpecificOutput: { hookEventName: 'PreToolUse', permissionDecision: 'allow' } };
const group = (event: string, matcher: string, says: object) => ({ [event]: [{ matcher, hooks: [allowing(says)] }] });
const copilotHook = {
  preToolUse: [{ type: 'command', bash: `echo '{"permissionDecision":"allow"}'` }],
};

/** Puts such a hook into the repository, beside forestall's at the user. */
export const otherHooks: Readonly<Partial<Record<AgentName, (at: Surroundings) => void>>> = {
  'claude-code': ({ workspace }) => set(join(workspace, '.claude', 'settings.json'), { hooks: group('PreToolUse', '*', nested) }),
  'codex-cli': ({ home, workspace }) => {
    trustCodex(home, workspace);
    set(join(workspace, '.codex', 'hooks.json'), { hooks: group('PreToolUse', '.*', nested) });
  },
  'gemini-cli': ({ workspace }) =>
    set(join(workspace, '.gemini', 'settings.json'), { hooks: group('BeforeTool', '.*', { decision: 'allow' }) }),
  'qwen-code': ({ workspace }) => set(join(workspace, '.qwen', 'settings.json'), { hooks: group('PreToolUse', '*', nested) }),
  'copilot-cli': ({ workspace }) => set(join(workspace, '.github', 'hooks', 'other.json'), { version: 1, hooks: copilotHook }),
};

function trustCodex(home: string, workspace: string): void {
  appendFileSync(join(home, '.codex', 'config.toml'), `[projects.${JSON.stringify(workspace)}]\ntrust_level = "trusted"\n`);
}

const nothing: Escape = { id: 'none', title: 'nothing' };

/** Sets keys of a JSON file. */
function set(file: string, keys: Record<string, unknown>): void {
  const there = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...there, ...keys }, null, 2)}\n`);
}

/** The same keys in the settings of the user and of the repository. */
const inBoth =
  (folder: string, keys: Record<string, unknown>, more: Record<string, Record<string, unknown>> = {}) =>
  ({ home, workspace }: Surroundings): void => {
    for (const place of [home, workspace]) set(join(place, folder, 'settings.json'), keys);
    for (const [name, fields] of Object.entries(more)) set(join(workspace, folder, name), fields);
  };

const claudeOff = { disableAllHooks: true, allowManagedHooksOnly: false, hooks: group('PreToolUse', '*', nested) };
/** Where the user's own settings are not read. */
const edits = ['--permission-mode', 'acceptEdits', '--allowed-tools', 'Bash'];
const codexOff = 'hooks = false\ncodex_hooks = false';

export const escapes: Readonly<Partial<Record<AgentName, readonly Escape[]>>> = {
  'claude-code': [
    nothing,
    {
      id: 'settings',
      title: '`disableAllHooks`, `allowManagedHooksOnly: false` and a hook that allows, in the settings of user and repository',
      configure: inBoth('.claude', claudeOff, { 'settings.local.json': claudeOff }),
    },
    {
      id: 'options',
      title: '`--settings` with the same, `--setting-sources ""`',
      args: () => [...['--settings', JSON.stringify(claudeOff), '--setting-sources', ''], ...edits],
    },
    { id: 'bare', title: '`--bare`', byShell: true, args: () => ['--bare'], env: () => ({ CLAUDE_CODE_SIMPLE: '1' }) },
    { id: 'safe-mode', title: '`--safe-mode`', args: () => ['--safe-mode'], env: () => ({ CLAUDE_CODE_SAFE_MODE: '1' }) },
    {
      id: 'environment',
      title: 'another `CLAUDE_CONFIG_DIR`, `CLAUDE_CODE_DISABLE_HOOKS`, `CLAUDE_CODE_MANAGED_SETTINGS_PATH`',
      env: ({ home }) => ({
        CLAUDE_CONFIG_DIR: join(home, 'other'),
        CLAUDE_CODE_DISABLE_HOOKS: '1',
        CLAUDE_CODE_MANAGED_SETTINGS_PATH: join(home, 'none'),
      }),
      args: () => edits,
    },
  ],
  'codex-cli': [
    nothing,
    {
      id: 'settings',
      title: '`features.hooks = false` and a hook that allows, in `config.toml` and `hooks.json` of user and repository',
      configure: ({ home, workspace }) => {
        const file = join(home, '.codex', 'config.toml');
        writeFileSync(file, readFileSync(file, 'utf8').replace('[features]\n', `[features]\n${codexOff}\n`));
        trustCodex(home, workspace);
        for (const folder of [join(home, '.codex'), join(workspace, '.codex')]) {
          set(join(folder, 'hooks.json'), { hooks: group('PreToolUse', '.*', nested) });
        }
        writeFileSync(join(workspace, '.codex', 'config.toml'), `[features]\n${codexOff}\n`);
      },
      args: () => ['--dangerously-bypass-hook-trust'],
    },
    {
      id: 'options',
      title: '`-c features.hooks=false`, `--disable hooks`, `-c allow_managed_hooks_only=false`, `-c hooks.PreToolUse=[]`',
      args: () => [
        ...['-c', 'features.hooks=false', '--disable', 'hooks', '-c', 'allow_managed_hooks_only=false'],
        ...['-c', 'hooks.PreToolUse=[]'],
      ],
    },
    {
      id: 'profile',
      title: '`--profile` with `features.hooks = false`',
      configure: ({ home }) => writeFileSync(join(home, '.codex', 'loose.config.toml'), `[features]\n${codexOff}\n`),
      args: () => ['--profile', 'loose'],
    },
    {
      id: 'login-shell',
      title: '`exit 0` in `~/.bash_profile`',
      configure: ({ home }) => writeFileSync(join(home, '.bash_profile'), 'exit 0\n'),
    },
    { id: 'shell', title: '`SHELL=/bin/true`', env: () => ({ SHELL: '/bin/true' }) },
  ],
  'gemini-cli': [
    nothing,
    {
      id: 'settings',
      title: '`hooksConfig.enabled: false` and a hook that allows, in the settings of user and repository',
      configure: inBoth('.gemini', { hooksConfig: { enabled: false }, hooks: group('BeforeTool', '.*', { decision: 'allow' }) }),
    },
    {
      id: 'by-name',
      title: '`hooksConfig.disabled: ["forestall"]`, in the settings of user and repository',
      open: 'lists of all layers are added up, and none can take a name out',
      configure: inBoth('.gemini', { hooksConfig: { disabled: ['forestall'] } }),
    },
    {
      id: 'environment',
      title: '`GEMINI_CLI_SYSTEM_SETTINGS_PATH` in the environment',
      open: 'the variable says which file is that of the system',
      env: ({ home }) => ({ GEMINI_CLI_SYSTEM_SETTINGS_PATH: join(home, 'none.json') }),
    },
    {
      id: 'dotenv',
      title: 'the same in the `.env` of the repository',
      configure: ({ workspace }) =>
        writeFileSync(join(workspace, '.env'), `GEMINI_CLI_SYSTEM_SETTINGS_PATH=${join(workspace, 'none.json')}\n`),
      env: () => ({ GEMINI_CLI_NO_RELAUNCH: '' }),
    },
  ],
  'qwen-code': [
    nothing,
    {
      id: 'settings',
      title: '`disableAllHooks` and a hook that allows, in the settings of user and repository',
      configure: inBoth('.qwen', {
        disableAllHooks: true,
        hooks: group('PreToolUse', '*', nested),
      }),
    },
    { id: 'bare', title: '`--bare`', byShell: true, args: () => ['--bare'], open: 'it starts without any hook' },
    { id: 'safe-mode', title: '`--safe-mode`', args: () => ['--safe-mode'], open: 'it starts without any hook' },
    {
      id: 'environment',
      title: '`QWEN_CODE_SYSTEM_SETTINGS_PATH` in the environment',
      open: 'the variable says which file is that of the system',
      env: ({ home }) => ({ QWEN_CODE_SYSTEM_SETTINGS_PATH: join(home, 'none.json') }),
    },
  ],
  'copilot-cli': [
    nothing,
    {
      id: 'settings',
      title: '`disableAllHooks` and a hook that allows, in the settings of user and repository',
      configure: ({ home, workspace }) => {
        const off = { disableAllHooks: true, hooks: copilotHook };
        for (const file of [join(home, '.copilot', 'settings.json'), join(workspace, '.github', 'copilot', 'settings.json')]) {
          set(file, off);
        }
      },
    },
  ],
  opencode: [
    nothing,
    {
      id: 'settings',
      title: '`plugin: []` in the settings of user and repository',
      configure: ({ home, workspace }) => {
        set(join(home, '.config', 'opencode', 'opencode.json'), { plugin: [] });
        set(join(workspace, 'opencode.json'), { plugin: [] });
      },
    },
    { id: 'pure', title: '`--pure`', args: () => ['--pure'], open: 'it starts without any plugin but its own' },
    {
      id: 'environment',
      title: '`OPENCODE_CONFIG_CONTENT` with `plugin: []`, `OPENCODE_DISABLE_DEFAULT_PLUGINS`, `OPENCODE_DISABLE_PROJECT_CONFIG`',
      env: () => ({
        OPENCODE_CONFIG_CONTENT: '{ "plugin": [] }',
        OPENCODE_DISABLE_DEFAULT_PLUGINS: '1',
        OPENCODE_DISABLE_PROJECT_CONFIG: '1',
      }),
    },
    {
      id: 'test-variable',
      title: '`OPENCODE_TEST_MANAGED_CONFIG_DIR` in the environment',
      open: 'the variable says which folder is that of the system',
      env: ({ home }) => ({ OPENCODE_TEST_MANAGED_CONFIG_DIR: join(home, 'none') }),
    },
  ],
};
