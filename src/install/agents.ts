/**
 * For each agent: how to tell that it is on the machine, and the files that make it run the hook. The forms are those of
 * `hooks-examples/`; each README there says what the agent does with them.
 */
import type { AgentId } from '../model/toolcall.ts';
import { type HookShell, hookArguments, hookCommand, NO_ANSWER, type Program, powershellCall } from './command-line.ts';
import { inHome, inRepo, type Machine, named, under, xdgConfig } from './places.ts';
import { ampPlugin, opencodePlugin } from './plugins.ts';
import type { Default, Entry, Form, Json, Target } from './target.ts';

/** Where forestall lies, on each kind of system that the file is for. */
export interface Programs {
  posix: Program | null;
  windows: Program | null;
}

export interface AgentPlaces {
  /** Names of its programs on the PATH. */
  programs: string[];
  /** Folders that it makes, in the home folder and in a repository. */
  homes(machine: Machine): string[];
  repos: string[];
  user(machine: Machine, programs: Programs): Target[];
  project(machine: Machine, programs: Programs): Target[];
}

/**
 * How long an agent waits for the hook that decides, in seconds. The hook answers within 4.5; a machine may be busy, and where
 * the time runs out most agents go ahead.
 */
export const WAIT = 20;

/** And for those of the other events: nothing is lost without them, and several of them come in each turn. */
export const EVENT_WAIT = 8;

interface Keys {
  posix: string;
  windows: string;
  shell: HookShell;
  /** As in `hookCommand`. */
  close?: boolean;
}

/** The command under the key for each system. */
function commands(agent: AgentId, { posix, windows }: Programs, keys: Keys): { [key: string]: Json } {
  const one = keys.posix === keys.windows;
  return {
    ...(posix ? { [keys.posix]: hookCommand(posix, agent, 'posix', keys.close) } : {}),
    ...(windows && !(one && posix) ? { [keys.windows]: hookCommand(windows, agent, keys.shell, keys.close) } : {}),
  };
}

const command = (agent: AgentId, programs: Programs, shell: HookShell = 'powershell') =>
  commands(agent, programs, { posix: 'command', windows: 'command', shell });

/** For agents that have no setting of their own that denies a call whose hook failed. */
const closedCommand = (agent: AgentId, programs: Programs) =>
  commands(agent, programs, { posix: 'command', windows: 'command', shell: 'powershell', close: true });

/** The handler in the form that several agents took over from Claude Code. */
const handler = (agent: AgentId, programs: Programs): Json => ({
  type: 'command',
  ...closedCommand(agent, programs),
  timeout: WAIT,
});

export const json = (entries: Entry[], defaults: Default[] = []): Form => ({ kind: 'json', entries, defaults });

export function claudeEntries(programs: Programs): Entry[] {
  const start: { [key: string]: Json } = programs.posix
    ? split(hookArguments(programs.posix, 'claude-code'))
    : { ...command('claude-code', programs), shell: 'powershell' };
  const hook: Json = { type: 'command', ...start, timeout: WAIT, onFailure: 'block' };
  // The events beside the call of a tool: what goes wrong there stops nobody.
  const told: Json = { type: 'command', ...start, timeout: EVENT_WAIT };
  return [
    { at: ['hooks', 'PreToolUse'], value: { matcher: '*', hooks: [hook] } },
    { at: ['hooks', 'PostToolUse'], value: { matcher: '*', hooks: [told] } },
    ...['UserPromptSubmit', 'SessionStart', 'Stop'].map((event): Entry => ({ at: ['hooks', event], value: { hooks: [told] } })),
  ];
}

const split = ([first, ...args]: [string, ...string[]]): { [key: string]: Json } => ({ command: first, args });

export const codexMatcher = 'Bash|apply_patch|view_image|mcp__.*';

function codexCommand(programs: Programs, close: boolean): { [key: string]: Json } {
  const start = commands('codex-cli', programs, { posix: 'command', windows: 'commandWindows', shell: 'cmd', close });
  // Codex has no place for a Windows command alone.
  return 'command' in start ? start : { command: start['commandWindows'] ?? null };
}

/** The event and what stands under it. */
export function codexHooks(programs: Programs): [event: string, group: { matcher?: string; hooks: { [key: string]: Json }[] }][] {
  const hook = (close: boolean, timeout: number) => ({
    type: 'command',
    ...codexCommand(programs, close),
    timeout,
    statusMessage: 'forestall',
  });
  return [
    ['PreToolUse', { matcher: codexMatcher, hooks: [hook(true, WAIT)] }],
    ['PostToolUse', { matcher: codexMatcher, hooks: [hook(false, EVENT_WAIT)] }],
    ...['UserPromptSubmit', 'SessionStart', 'Stop'].map((event): ReturnType<typeof codexHooks>[number] => [
      event,
      { hooks: [hook(false, EVENT_WAIT)] },
    ]),
  ];
}

export const codexEntries = (programs: Programs): Entry[] =>
  codexHooks(programs).map(([event, value]) => ({ at: ['hooks', event], value }));

export function cursorForm(programs: Programs): Form {
  const hook: { [key: string]: Json } = { ...command('cursor', programs, 'cursor'), timeout: WAIT, failClosed: true };
  const matcher = '^(Write|Delete|StrReplace|ApplyPatch|Edit|EditNotebook|Fetch)$';
  return json(
    [
      { at: ['hooks', 'preToolUse'], value: { ...hook, matcher } },
      { at: ['hooks', 'beforeShellExecution'], value: hook },
      { at: ['hooks', 'beforeMCPExecution'], value: hook },
      { at: ['hooks', 'beforeReadFile'], value: hook },
      ...['postToolUse', 'beforeSubmitPrompt', 'sessionStart', 'stop'].map(
        (event): Entry => ({ at: ['hooks', event], value: { ...command('cursor', programs, 'cursor'), timeout: EVENT_WAIT } }),
      ),
    ],
    [{ at: ['version'], value: 1 }],
  );
}

export function copilotForm(agent: 'copilot-cli' | 'copilot-cloud', programs: Programs): Form {
  // Copilot denies by itself when a hook fails; VS Code, which reads this file too, does not.
  const hook = (close: boolean, timeoutSec: number): Json => ({
    type: 'command',
    ...commands(agent, programs, { posix: 'bash', windows: 'powershell', shell: 'powershell', close }),
    timeoutSec,
  });
  // The cloud agent reads nothing of what the other hooks say.
  const events = ['postToolUse', 'userPromptSubmitted', 'sessionStart', 'agentStop'];
  return json(
    [
      { at: ['hooks', 'preToolUse'], value: hook(true, WAIT) },
      ...events.map((event): Entry => ({ at: ['hooks', event], value: hook(false, EVENT_WAIT) })),
    ],
    [{ at: ['version'], value: 1 }],
  );
}

export function geminiEntries(programs: Programs): Entry[] {
  const hook = (start: { [key: string]: Json }, seconds: number): Json => ({
    type: 'command',
    name: 'forestall',
    ...start,
    timeout: seconds * 1000,
  });
  const told = hook(command('gemini-cli', programs), EVENT_WAIT);
  return [
    { at: ['hooks', 'BeforeTool'], value: { matcher: '.*', hooks: [hook(closedCommand('gemini-cli', programs), WAIT)] } },
    { at: ['hooks', 'AfterTool'], value: { matcher: '.*', hooks: [told] } },
    ...['BeforeAgent', 'SessionStart', 'AfterAgent'].map((event): Entry => ({ at: ['hooks', event], value: { hooks: [told] } })),
  ];
}

export function qwenEntries(programs: Programs): Entry[] {
  const hook = (start: { [key: string]: Json }, timeout: number): Json => ({
    type: 'command',
    name: 'forestall',
    ...start,
    timeout,
  });
  const told = hook(command('qwen-code', programs), EVENT_WAIT);
  return [
    { at: ['hooks', 'PreToolUse'], value: { matcher: '*', hooks: [hook(closedCommand('qwen-code', programs), WAIT)] } },
    { at: ['hooks', 'PostToolUse'], value: { matcher: '*', hooks: [told] } },
    ...['UserPromptSubmit', 'SessionStart', 'Stop'].map((event): Entry => ({ at: ['hooks', event], value: { hooks: [told] } })),
  ];
}

export const windsurfEntries = (programs: Programs): Entry[] =>
  ['pre_run_command', 'pre_write_code', 'pre_mcp_tool_use', 'pre_read_code'].map((event) => ({
    at: ['hooks', event],
    value: {
      ...commands('windsurf', programs, { posix: 'command', windows: 'powershell', shell: 'powershell', close: true }),
      show_output: true,
    },
  }));

export const droidEntry = (programs: Programs, ...at: string[]): Entry => ({
  at: [...at, 'PreToolUse'],
  value: { matcher: '*', hooks: [handler('factory-droid', programs)] },
});

const devinEntry = (programs: Programs, ...at: string[]): Entry => ({
  at: [...at, 'PreToolUse'],
  value: { matcher: '', hooks: [handler('devin-cli', programs)] },
});

const antigravityForm = (programs: Programs): Form =>
  json(
    [
      {
        at: ['forestall', 'PreToolUse'],
        // It denies by itself whatever is no answer, and what exit code 2 means there is not documented.
        value: { matcher: '*', hooks: [{ type: 'command', ...command('antigravity', programs), timeout: WAIT }] },
      },
    ],
    [{ at: ['forestall'], value: { enabled: true } }],
  );

const grokForm = (programs: Programs): Form =>
  json([{ at: ['hooks', 'PreToolUse'], value: { hooks: [handler('grok-cli', programs)] } }]);

function gooseTargets(machine: Machine, folder: string, programs: Programs): Target[] {
  // The command runs with `sh` on Windows too.
  const program = programs.posix ?? (programs.windows?.map((word) => word.replaceAll('\\', '/')) as unknown as Program);
  const start = command('goose', { posix: program, windows: null });
  const hook: Json = { type: 'command', ...start, timeout: WAIT, on_failure: 'block' };
  const about = { name: 'forestall', version: '0.1.0', description: 'Judges each tool call before it runs.' };
  return [
    { agents: ['goose'], path: under(machine, folder, 'plugin.json'), form: { kind: 'own', text: pretty(about) } },
    {
      agents: ['goose'],
      path: under(machine, folder, 'hooks', 'hooks.json'),
      form: json([{ at: ['hooks', 'PreToolUse'], value: { matcher: '', hooks: [hook] } }]),
    },
  ];
}

const kiroForm = (programs: Programs): Form =>
  json(
    [
      {
        at: ['hooks'],
        value: {
          name: 'forestall',
          trigger: 'PreToolUse',
          action: { type: 'command', ...closedCommand('kiro', programs) },
          timeout: WAIT,
          enabled: true,
        },
      },
    ],
    [{ at: ['version'], value: 'v1' }],
  );

/** The older engine of kiro-cli keeps hooks in the files of agents: each that is there gets one. */
const kiroAgents = (machine: Machine, folder: string, programs: Programs): Target[] =>
  machine
    .list(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({
      agents: ['kiro'],
      path: under(machine, folder, name),
      form: json([
        { at: ['hooks', 'preToolUse'], value: { matcher: '*', ...closedCommand('kiro', programs), timeout_ms: WAIT * 1000 } },
      ]),
    }));

function clineTarget(machine: Machine, folder: string, { posix, windows }: Programs): Target[] {
  const targets: Target[] = [];
  const add = (name: string, text: string, executable: boolean) =>
    targets.push({ agents: ['cline'], path: under(machine, folder, name), form: { kind: 'own', text, executable } });
  // Exit codes mean nothing to Cline, so that what did not answer is answered for.
  const cancel = `'${JSON.stringify({ cancel: true, errorMessage: NO_ANSWER })}'`;
  if (posix) {
    const lines = [
      '#!/usr/bin/env bash',
      'exec 3<&0',
      `${hookCommand(posix, 'cline', 'posix')} <&3 3<&- &`,
      'hook=$!',
      '# Cline would wait 120 s, and go ahead then.',
      `(sleep ${WAIT} & trap "kill $!" TERM; wait $! && kill -9 $hook) <&- 3<&- >&- 2>&- &`,
      'watch=$!',
      `wait $hook || printf '%s\\n' ${cancel}`,
      'kill $watch',
      'exit 0',
    ];
    add('PreToolUse', `${lines.join('\n')}\n`, true);
  }
  if (windows)
    add('PreToolUse.ps1', `${powershellCall(windows, 'cline')}\nif ($LASTEXITCODE -ne 0) { ${cancel} }\nexit 0\n`, false);
  return targets;
}

export const plugin = (
  agents: AgentId[],
  path: string,
  write: (program: Program) => string,
  { posix, windows }: Programs,
): Target => ({
  agents,
  path,
  form: { kind: 'own', text: write((posix ?? windows) as Program) },
});

const vibeBlock = (programs: Programs): Form => ({
  kind: 'toml',
  keys: [],
  block: `[[hooks]]\ntype = "pre_tool"\nmatch = "*"\ncommand = ${JSON.stringify(command('vibe', programs)['command'])}\nstrict = true\n`,
});

const one = (agent: AgentId, path: string, form: Form): Target[] => [{ agents: [agent], path, form }];
const copilots: AgentId[] = ['copilot-cli', 'vscode-copilot'];

/** Copilot's own form, which VS Code reads too: the hook tells them apart by their payloads. */
const copilotRepo = (machine: Machine, programs: Programs, agents: AgentId[]): Target[] => [
  { agents, path: inRepo(machine, '.github', 'hooks', 'forestall.json'), form: copilotForm('copilot-cli', programs) },
];
const copilotHome = (machine: Machine, programs: Programs): Target[] => [
  {
    agents: copilots,
    path: under(machine, named(machine, 'COPILOT_HOME', '.copilot'), 'hooks', 'forestall.json'),
    form: copilotForm('copilot-cli', programs),
  },
];

export const agentPlaces: Readonly<Record<AgentId, AgentPlaces>> = {
  'claude-code': {
    programs: ['claude'],
    homes: (m) => [named(m, 'CLAUDE_CONFIG_DIR', '.claude')],
    repos: ['.claude'],
    user: (m, p) =>
      one('claude-code', under(m, named(m, 'CLAUDE_CONFIG_DIR', '.claude'), 'settings.json'), json(claudeEntries(p))),
    project: (m, p) => one('claude-code', inRepo(m, '.claude', 'settings.json'), json(claudeEntries(p))),
  },
  'codex-cli': {
    programs: ['codex'],
    homes: (m) => [named(m, 'CODEX_HOME', '.codex')],
    repos: ['.codex'],
    user: (m, p) => one('codex-cli', under(m, named(m, 'CODEX_HOME', '.codex'), 'hooks.json'), json(codexEntries(p))),
    project: (m, p) => one('codex-cli', inRepo(m, '.codex', 'hooks.json'), json(codexEntries(p))),
  },
  cursor: {
    programs: ['cursor', 'cursor-agent'],
    homes: (m) => [inHome(m, '.cursor')],
    repos: ['.cursor'],
    user: (m, p) => one('cursor', inHome(m, '.cursor', 'hooks.json'), cursorForm(p)),
    project: (m, p) => one('cursor', inRepo(m, '.cursor', 'hooks.json'), cursorForm(p)),
  },
  'copilot-cli': {
    programs: ['copilot'],
    homes: (m) => [named(m, 'COPILOT_HOME', '.copilot')],
    repos: ['.github/hooks', '.github/copilot'],
    user: copilotHome,
    project: (m, p) => copilotRepo(m, p, [...copilots, 'copilot-cloud']),
  },
  'copilot-cloud': {
    programs: [],
    homes: () => [],
    repos: ['.github/workflows/copilot-setup-steps.yml'],
    user: () => [],
    project: (m, p) => copilotRepo(m, p, [...copilots, 'copilot-cloud']),
  },
  'vscode-copilot': {
    programs: ['code', 'code-insiders'],
    homes: (m) =>
      m.platform === 'win32'
        ? [under(m, named(m, 'APPDATA', 'AppData', 'Roaming'), 'Code')]
        : m.platform === 'darwin'
          ? [inHome(m, 'Library', 'Application Support', 'Code')]
          : [xdgConfig(m, 'Code')],
    repos: [],
    user: copilotHome,
    project: (m, p) => copilotRepo(m, p, [...copilots, 'copilot-cloud']),
  },
  'gemini-cli': {
    programs: ['gemini'],
    homes: (m) => [inHome(m, '.gemini', 'settings.json'), inHome(m, '.gemini', 'tmp')],
    repos: ['.gemini'],
    user: (m, p) => one('gemini-cli', inHome(m, '.gemini', 'settings.json'), json(geminiEntries(p))),
    project: (m, p) => one('gemini-cli', inRepo(m, '.gemini', 'settings.json'), json(geminiEntries(p))),
  },
  'qwen-code': {
    programs: ['qwen'],
    homes: (m) => [inHome(m, '.qwen')],
    repos: ['.qwen'],
    user: (m, p) => one('qwen-code', inHome(m, '.qwen', 'settings.json'), json(qwenEntries(p))),
    project: (m, p) => one('qwen-code', inRepo(m, '.qwen', 'settings.json'), json(qwenEntries(p))),
  },
  windsurf: {
    programs: ['windsurf'],
    homes: (m) => [inHome(m, '.codeium', 'windsurf')],
    repos: ['.windsurf'],
    user: (m, p) => one('windsurf', inHome(m, '.codeium', 'windsurf', 'hooks.json'), json(windsurfEntries(p))),
    project: (m, p) => one('windsurf', inRepo(m, '.windsurf', 'hooks.json'), json(windsurfEntries(p))),
  },
  kiro: {
    programs: ['kiro', 'kiro-cli'],
    homes: (m) => [inHome(m, '.kiro')],
    repos: ['.kiro'],
    user: (m, p) => [
      ...one('kiro', inHome(m, '.kiro', 'hooks', 'forestall.json'), kiroForm(p)),
      ...kiroAgents(m, inHome(m, '.kiro', 'agents'), p),
    ],
    project: (m, p) => [
      ...one('kiro', inRepo(m, '.kiro', 'hooks', 'forestall.json'), kiroForm(p)),
      ...kiroAgents(m, inRepo(m, '.kiro', 'agents'), p),
    ],
  },
  antigravity: {
    programs: ['agy', 'antigravity'],
    homes: (m) => [inHome(m, '.gemini', 'config'), inHome(m, '.gemini', 'antigravity'), inHome(m, '.antigravity')],
    repos: ['.agents/hooks.json'],
    user: (m, p) => one('antigravity', inHome(m, '.gemini', 'config', 'hooks.json'), antigravityForm(p)),
    project: (m, p) => one('antigravity', inRepo(m, '.agents', 'hooks.json'), antigravityForm(p)),
  },
  'factory-droid': {
    programs: ['droid'],
    homes: (m) => [inHome(m, '.factory')],
    repos: ['.factory'],
    user: (m, p) => one('factory-droid', inHome(m, '.factory', 'hooks.json'), json([droidEntry(p)])),
    project: (m, p) => one('factory-droid', inRepo(m, '.factory', 'hooks.json'), json([droidEntry(p)])),
  },
  goose: {
    programs: ['goose'],
    homes: (m) => [xdgConfig(m, 'goose')],
    repos: ['.goosehints'],
    user: (m, p) => gooseTargets(m, inHome(m, '.agents', 'plugins', 'forestall'), p),
    project: (m, p) => gooseTargets(m, inRepo(m, '.agents', 'plugins', 'forestall'), p),
  },
  cline: {
    programs: ['cline'],
    homes: (m) => [inHome(m, '.cline'), inHome(m, 'Documents', 'Cline')],
    repos: ['.clinerules', '.cline'],
    user: (m, p) => clineTarget(m, inHome(m, 'Documents', 'Cline', 'Hooks'), p),
    project: (m, p) => clineTarget(m, inRepo(m, '.clinerules', 'hooks'), p),
  },
  opencode: {
    programs: ['opencode'],
    homes: (m) => [named(m, 'OPENCODE_CONFIG_DIR', '.config', 'opencode'), xdgConfig(m, 'opencode')],
    repos: ['.opencode', 'opencode.json', 'opencode.jsonc'],
    user: (m, p) => [plugin(['opencode'], xdgConfig(m, 'opencode', 'plugins', 'forestall.js'), opencodePlugin, p)],
    project: (m, p) => [plugin(['opencode'], inRepo(m, '.opencode', 'plugins', 'forestall.js'), opencodePlugin, p)],
  },
  amp: {
    programs: ['amp'],
    homes: (m) => [xdgConfig(m, 'amp')],
    repos: ['.amp'],
    user: (m, p) => [plugin(['amp'], xdgConfig(m, 'amp', 'plugins', 'forestall.ts'), ampPlugin, p)],
    project: (m, p) => [plugin(['amp'], inRepo(m, '.amp', 'plugins', 'forestall.ts'), ampPlugin, p)],
  },
  'devin-cli': {
    programs: ['devin'],
    homes: (m) => [xdgConfig(m, 'devin')],
    repos: ['.devin'],
    user: (m, p) => one('devin-cli', xdgConfig(m, 'devin', 'config.json'), json([devinEntry(p, 'hooks')])),
    project: (m, p) => one('devin-cli', inRepo(m, '.devin', 'hooks.v1.json'), json([devinEntry(p)])),
  },
  'grok-cli': {
    programs: ['grok'],
    homes: (m) => [inHome(m, '.grok')],
    repos: ['.grok'],
    user: (m, p) => one('grok-cli', inHome(m, '.grok', 'hooks', 'forestall.json'), grokForm(p)),
    project: (m, p) => one('grok-cli', inRepo(m, '.grok', 'hooks', 'forestall.json'), grokForm(p)),
  },
  vibe: {
    programs: ['vibe'],
    homes: (m) => [inHome(m, '.vibe')],
    repos: ['.vibe'],
    user: (m, p) => one('vibe', inHome(m, '.vibe', 'hooks.toml'), vibeBlock(p)),
    project: (m, p) => one('vibe', inRepo(m, '.vibe', 'hooks.toml'), vibeBlock(p)),
  },
};

export const pretty = (value: Json): string => `${JSON.stringify(value, null, 2)}\n`;

/** Files in which nobody but a user by hand puts the hook: they are read, and not written. */
export function otherPlaces(machine: Machine, programs: Programs): Target[] {
  const claude = json(claudeEntries(programs));
  const codex: Form = { kind: 'toml', keys: [], block: '' };
  const droid = json([droidEntry(programs, 'hooks')]);
  return [
    ...one('claude-code', inRepo(machine, '.claude', 'settings.local.json'), claude),
    ...one('codex-cli', under(machine, named(machine, 'CODEX_HOME', '.codex'), 'config.toml'), codex),
    ...one('codex-cli', inRepo(machine, '.codex', 'config.toml'), codex),
    ...one('factory-droid', inHome(machine, '.factory', 'settings.json'), droid),
    ...one('factory-droid', inRepo(machine, '.factory', 'settings.json'), droid),
    ...one(
      'copilot-cli',
      under(machine, named(machine, 'COPILOT_HOME', '.copilot'), 'settings.json'),
      copilotForm('copilot-cli', programs),
    ),
    ...one('copilot-cli', inRepo(machine, '.github', 'copilot', 'settings.json'), copilotForm('copilot-cli', programs)),
  ];
}
