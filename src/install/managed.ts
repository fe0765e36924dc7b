/** The files that only an administrator can write: they make the hook run whatever a user's own settings say. */
import { posix, win32 } from 'node:path';
import {
  claudeEntries,
  codexHooks,
  copilotForm,
  cursorForm,
  droidEntry,
  geminiEntries,
  json,
  pretty,
  qwenEntries,
  windsurfEntries,
} from './agents.ts';
import type { Program } from './command-line.ts';
import { approvedServers, type Fleet, programsOn, type System } from './fleet.ts';
import { opencodePlugin } from './plugins.ts';
import type { Default, Entry, Form, Json, Target, TomlKey } from './target.ts';

/** Folders of a machine. `root` is `''` for the machine itself, else the folder of an image of it. */
export interface Ground {
  system: System;
  root: string;
  env: Readonly<Record<string, string | undefined>>;
}

/** Where administrators put things on a Windows machine. */
const windowsFolders = { ProgramData: 'C:\\ProgramData', ProgramFiles: 'C:\\Program Files' };

export function managedTargets(ground: Ground, fleet: Fleet): Target[] {
  const { system } = ground;
  const programs = programsOn(fleet, system);
  const program = (programs.posix ?? programs.windows) as Program;
  const path = pathOn(ground);
  const data = (folder: string, file: string, mac: string) =>
    system === 'win32'
      ? path(`%ProgramData%/${folder}`, file)
      : system === 'darwin'
        ? path(`/Library/Application Support/${mac}`, file)
        : path(`/etc/${folder}`, file);
  const claude =
    system === 'win32'
      ? '%ProgramFiles%/ClaudeCode'
      : system === 'darwin'
        ? '/Library/Application Support/ClaudeCode'
        : '/etc/claude-code';
  const droid =
    system === 'win32' ? '%ProgramFiles%/Factory' : system === 'darwin' ? '/Library/Application Support/Factory' : '/etc/factory';
  const codex = system === 'win32' ? '%ProgramData%/OpenAI/Codex' : '/etc/codex';
  const copilot = system === 'win32' ? '%ProgramData%/GitHub/Copilot/policy.d' : '/etc/github-copilot/policy.d';
  const ours =
    system === 'win32'
      ? '%ProgramData%/Forestall'
      : system === 'darwin'
        ? '/Library/Application Support/Forestall'
        : '/etc/forestall';
  const plugin = path(ours, 'opencode.js');
  const targets: Target[] = [
    { agents: [], path: path(ours, 'policy.json'), form: { kind: 'seed', text: pretty(fleet.policy) } },
    { agents: ['claude-code'], path: path(claude, 'managed-settings.d/50-forestall.json'), form: claudeForm(fleet, system) },
    { agents: ['codex-cli'], path: path(codex, 'requirements.toml'), form: codexForm(fleet, system) },
    {
      agents: ['cursor'],
      path: data(system === 'linux' ? 'cursor' : 'Cursor', 'hooks.json', 'Cursor'),
      form: cursorForm(programs),
    },
    { agents: ['copilot-cli'], path: path(copilot, 'forestall.json'), form: copilotForm('copilot-cli', programs) },
    {
      agents: ['gemini-cli'],
      path: data('gemini-cli', 'settings.json', 'GeminiCli'),
      form: pinned(geminiEntries(programs), [['hooksConfig', 'enabled'], true]),
    },
    {
      agents: ['qwen-code'],
      path: data('qwen-code', 'settings.json', 'QwenCode'),
      form: pinned(qwenEntries(programs), [['disableAllHooks'], false]),
    },
    {
      agents: ['windsurf'],
      path: data(system === 'linux' ? 'windsurf' : 'Windsurf', 'hooks.json', 'Windsurf'),
      form: json(windsurfEntries(programs)),
    },
    {
      agents: ['factory-droid'],
      path: path(droid, 'settings.json'),
      form: pinned(
        [droidEntry(programs, 'hooks')],
        [['hooksDisabled'], false],
        ...only(fleet, [['allowManagedHooksOnly'], true]),
      ),
    },
    { agents: ['opencode'], path: plugin, form: { kind: 'own', text: opencodePlugin(program) } },
    { agents: ['opencode'], path: data('opencode', 'opencode.json', 'opencode'), form: opencodeForm(plugin, ground) },
  ];
  // Elsewhere VS Code reads its policies from a profile or from the registry.
  if (system === 'linux')
    targets.push({ agents: ['vscode-copilot'], path: path('/etc/vscode', 'policy.json'), form: pinned([], ...vscodePolicies) });
  return targets;
}

type Pin = [at: string[], value: Json];

/** Hooks cannot be switched off; sessions use the harness in which the policy hooks of Copilot run. */
export const vscodePolicies: Pin[] = [
  [['ChatHooks'], true],
  [['ChatEditorPreferCopilotHarness'], true],
];

const pinned = (entries: Entry[], ...pins: Pin[]): Form =>
  json(
    entries,
    pins.map(([at, value]): Default => ({ at, value, must: true })),
  );

const only = (fleet: Fleet, ...pins: Pin[]): Pin[] => (fleet.onlyManagedHooks ? pins : []);

export function claudeForm(fleet: Fleet, system: System): Form {
  const servers = claudeServers(fleet);
  return pinned(
    claudeEntries(programsOn(fleet, system)),
    [['disableAllHooks'], false],
    ...only(fleet, [['allowManagedHooksOnly'], true]),
    ...(servers ? [[['allowedMcpServers'], servers] as Pin] : []),
  );
}

export function codexForm(fleet: Fleet, system: System): Form & { kind: 'toml' } {
  const text = (value: string) => JSON.stringify(value);
  const list = (words: readonly string[]) => `[${words.map(text).join(', ')}]`;
  const program = fleet.programs[system];
  const folder = system === 'win32' ? win32.dirname(program) : posix.dirname(program);
  const keys = [
    ...(fleet.onlyManagedHooks ? [{ table: '', name: 'allow_managed_hooks_only', value: 'true', must: true }] : []),
    { table: '', name: 'allowed_sandbox_modes', value: list(fleet.codex.sandboxModes) },
    { table: '', name: 'allowed_approval_policies', value: list(fleet.codex.approvalPolicies) },
    { table: 'features', name: 'hooks', value: 'true', must: true },
    { table: 'hooks', name: system === 'win32' ? 'windows_managed_dir' : 'managed_dir', value: text(folder) },
    ...codexServers(fleet, text),
  ];
  const groups = codexHooks(programsOn(fleet, system)).map(([event, { matcher, hooks }]) => {
    const tables = hooks.map((hook) => {
      const fields = Object.entries(hook).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
      return `{ ${fields.join(', ')} }`;
    });
    return `[[hooks.${event}]]\n${matcher === undefined ? '' : `matcher = ${text(matcher)}\n`}hooks = [${tables.join(', ')}]\n`;
  });
  return { kind: 'toml', keys, block: groups.join('\n') };
}

/**
 * The policy's list of MCP servers as Claude Code has it, so that it starts no other. Where one is known by its command, all
 * are: a name alone would then not do. Null where there is no list, or any name will do.
 */
function claudeServers(fleet: Fleet): Json | null {
  const servers = Object.entries(approvedServers(fleet) ?? { '*': {} });
  if (servers.some(([name]) => name === '*')) return null;
  const byCommand = servers.every(([, { url, command, args }]) => url || (command && args));
  return servers.map(([serverName, { url, command, args }]): Json => {
    if (url) return { serverUrl: url };
    return byCommand && command && args ? { serverCommand: [command, ...args] } : { serverName };
  });
}

/** As Codex has it: name with command or address. None where one of the servers cannot be said that way. */
function codexServers(fleet: Fleet, text: (value: string) => string): TomlKey[] {
  const servers = Object.entries(approvedServers(fleet) ?? {});
  if (servers.some(([name, { url, command }]) => name === '*' || !(url ?? command) || url?.includes('*'))) return [];
  return servers.map(([name, { url, command = '' }]) => ({
    table: `mcp_servers.${/^[\w-]+$/.test(name) ? name : text(name)}`,
    name: 'identity',
    value: url ? `{ url = ${text(url)} }` : `{ command = ${text(command)} }`,
  }));
}

/** A plugin is named by its address. The path inside an image is the one that it will have on the machine. */
function opencodeForm(plugin: string, { root, system }: Ground): Form {
  const path = plugin.slice(root.length).replaceAll('\\', '/');
  const address = `file://${system === 'win32' ? '/' : ''}${encodeURI(path)}`;
  return json([{ at: ['plugin'], value: address }], [{ at: ['$schema'], value: 'https://opencode.ai/config.json' }]);
}

/** A path on the machine, from folders written with `/`. */
function pathOn({ system, root, env }: Ground): (folder: string, file: string) => string {
  return (folder, file) => {
    if (system !== 'win32') return posix.join(root, folder, file);
    const named = folder.replace(/%(ProgramData|ProgramFiles)%/, (_, name: keyof typeof windowsFolders) =>
      root === '' ? (env[name] ?? windowsFolders[name]) : windowsFolders[name],
    );
    if (root === '') return win32.join(named, file);
    return posix.join(root, named.replace(/^[A-Za-z]:/, '').replaceAll('\\', '/'), file);
  };
}
