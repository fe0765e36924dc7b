/**
 * How each agent's own program is run without an account: what points it at the mock model, what keeps it quiet, and what its
 * tools are called. `{home}` and `{workspace}` of a run are throwaway folders.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ScriptedCall } from './mock-model.ts';

export interface Surroundings {
  home: string;
  workspace: string;
  /** `id` of the case. */
  purpose: string;
  /** Of the mock model: `http://127.0.0.1:<port>`. */
  url: string;
  /** Program and arguments of the stdio MCP server `fs`. */
  server: [string, ...string[]];
}

export interface Driver {
  /** Writes the agent's own configuration, hooks aside. */
  configure(at: Surroundings): void;
  env(at: Surroundings): Record<string, string>;
  /** Behind the program's name. */
  args(at: Surroundings, prompt: string): string[];
  write(path: string, content: string): ScriptedCall;
  shell(command: string): ScriptedCall;
  /** Where a subagent has another tool for it. */
  writeOfSubagent?(path: string, content: string): ScriptedCall;
  /** Null where the agent has no such thing. */
  mcp(path: string, content: string): ScriptedCall | null;
  subagent(prompt: string): ScriptedCall | null;
}

export type AgentName = 'claude-code' | 'codex-cli' | 'gemini-cli' | 'qwen-code' | 'copilot-cli' | 'opencode' | 'cline';

function put(file: string, content: object | string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
}

const stdio = ({ server: [command, ...args] }: Surroundings) => ({ command, args });

const claudeCode: Driver = {
  configure(at) {
    put(join(at.home, '.claude.json'), {
      hasCompletedOnboarding: true,
      projects: { [at.workspace]: { hasTrustDialogAccepted: true, mcpServers: { fs: { type: 'stdio', ...stdio(at) } } } },
    });
    put(join(at.home, '.claude', 'settings.json'), {
      permissions: { allow: ['Bash', 'Write', 'Edit', 'Agent', 'Task', 'mcp__fs'], defaultMode: 'acceptEdits' },
    });
  },
  env: ({ url }) => ({
    ANTHROPIC_BASE_URL: url,
    ANTHROPIC_API_KEY: 'x',
    DISABLE_AUTOUPDATER: '1',
    DISABLE_TELEMETRY: '1',
    DISABLE_ERROR_REPORTING: '1',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
  }),
  args: (_, prompt) => ['-p', prompt],
  write: (path, content) => ({ names: ['Write'], input: { file_path: path, content } }),
  shell: (command) => ({ names: ['Bash'], input: { command, description: 'test' } }),
  mcp: (path, content) => ({ names: ['mcp__fs__write_file'], input: { path, content }, deferred: true }),
  subagent: (prompt) => ({
    names: ['Agent', 'Task'],
    input: { description: 'test', prompt, subagent_type: 'general-purpose', run_in_background: false },
  }),
};

const codexCli: Driver = {
  configure(at) {
    const { command, args } = stdio(at);
    const lines = [
      // A model that Codex knows gets its patch tool; one that it does not gets MCP and subagent tools without a search.
      /^(mcp|subagent)$/.test(at.purpose) ? 'model = "mock"' : 'model = "gpt-5.5"',
      'model_provider = "mock"',
      'approval_policy = "never"',
      'sandbox_mode = "danger-full-access"',
      'check_for_update_on_startup = false',
      '[analytics]',
      'enabled = false',
      '[features]',
      'multi_agent = true',
      '[model_providers.mock]',
      'name = "mock"',
      `base_url = ${JSON.stringify(`${at.url}/v1`)}`,
      'wire_api = "responses"',
      'request_max_retries = 0',
      'stream_max_retries = 0',
      '[mcp_servers.fs]',
      `command = ${JSON.stringify(command)}`,
      `args = ${JSON.stringify(args)}`,
      '',
    ];
    put(join(at.home, '.codex', 'config.toml'), lines.join('\n'));
  },
  env: ({ home }) => ({ CODEX_HOME: join(home, '.codex'), SHELL: '/bin/bash' }),
  // The trust of a user's hook is an act in the terminal. A managed hook needs none.
  args: ({ purpose }, prompt) => [
    ...['exec', '--skip-git-repo-check', prompt],
    ...(purpose.startsWith('managed') ? [] : ['--dangerously-bypass-hook-trust']),
  ],
  write: (path, content) => {
    const lines = content.replace(/\n$/, '').split('\n');
    return {
      names: ['apply_patch'],
      input: `*** Begin Patch\n*** Add File: ${path}\n${lines.map((line) => `+${line}\n`).join('')}*** End Patch\n`,
    };
  },
  shell: (command) => ({ names: ['exec_command'], input: { cmd: command } }),
  writeOfSubagent: (path, content) => ({ names: ['exec_command'], input: { cmd: `cat > ${path} <<'EOF'\n${content}EOF` } }),
  mcp: (path, content) => ({ names: ['write_file', 'mcp__fs__write_file'], input: { path, content } }),
  subagent: (prompt) => ({ names: ['spawn_agent'], input: { message: prompt, task_name: 'test', fork_turns: 'none' } }),
};

const geminiCli: Driver = {
  configure(at) {
    put(join(at.home, '.gemini', 'settings.json'), {
      security: { auth: { selectedType: 'gemini-api-key' }, folderTrust: { enabled: false } },
      privacy: { usageStatisticsEnabled: false },
      telemetry: { enabled: false },
      general: { disableAutoUpdate: true, disableUpdateNag: true },
      mcpServers: { fs: { ...stdio(at), trust: true } },
    });
  },
  env: ({ url }) => ({
    GEMINI_API_KEY: 'x',
    GOOGLE_GEMINI_BASE_URL: url,
    GEMINI_CLI_NO_RELAUNCH: 'true',
    GEMINI_CLI_TRUST_WORKSPACE: 'true',
  }),
  args: (_, prompt) => ['-p', prompt, '--approval-mode', 'yolo', '-m', 'gemini-2.5-pro'],
  write: (path, content) => ({ names: ['write_file'], input: { file_path: path, content } }),
  shell: (command) => ({ names: ['run_shell_command'], input: { command, description: 'test' } }),
  mcp: (path, content) => ({ names: ['mcp_fs_write_file', 'fs__write_file'], input: { path, content } }),
  subagent: (prompt) => ({
    names: ['generalist', 'invoke_agent', 'invoke_subagent', 'delegate_to_agent'],
    input: { agent_name: 'generalist', prompt, request: prompt },
  }),
};

const qwenCode: Driver = {
  configure(at) {
    put(join(at.home, '.qwen', 'settings.json'), {
      security: { auth: { selectedType: 'openai' } },
      privacy: { usageStatisticsEnabled: false },
      telemetry: { enabled: false },
      general: { enableAutoUpdate: false },
      mcpServers: { fs: { ...stdio(at), trust: true } },
    });
  },
  env: ({ url }) => ({ OPENAI_API_KEY: 'x', OPENAI_BASE_URL: `${url}/v1`, OPENAI_MODEL: 'qwen3-coder' }),
  args: (_, prompt) => ['-p', prompt, '--approval-mode', 'yolo'],
  write: (path, content) => ({ names: ['write_file'], input: { file_path: path, content } }),
  shell: (command) => ({ names: ['run_shell_command'], input: { command, is_background: false } }),
  mcp: (path, content) => ({ names: ['mcp__fs__write_file'], input: { path, content }, deferred: true }),
  subagent: (prompt) => ({
    names: ['agent', 'task'],
    input: { description: 'test', prompt, subagent_type: 'general-purpose' },
  }),
};

const copilotCli: Driver = {
  configure(at) {
    put(join(at.home, '.copilot', 'mcp-config.json'), { mcpServers: { fs: { type: 'local', ...stdio(at), tools: ['*'] } } });
    put(join(at.home, '.copilot', 'config.json'), { trusted_folders: [at.workspace], banner: 'never' });
  },
  env: ({ url, home }) => ({
    COPILOT_HOME: join(home, '.copilot'),
    COPILOT_OFFLINE: 'true',
    COPILOT_PROVIDER_BASE_URL: `${url}/v1`,
    COPILOT_PROVIDER_API_KEY: 'x',
    COPILOT_MODEL: 'm',
    COPILOT_AUTO_UPDATE: 'false',
  }),
  args: (_, prompt) => ['-p', prompt, '--allow-all-tools', '--allow-all-paths', '--disable-builtin-mcps'],
  write: (path, content) => ({ names: ['create'], input: { path, file_text: content } }),
  shell: (command) => ({ names: ['bash'], input: { command, description: 'test', mode: 'sync' } }),
  mcp: (path, content) => ({ names: ['fs-write_file'], input: { path, content } }),
  subagent: (prompt) => ({
    names: ['task'],
    input: { description: 'test', prompt, agent_type: 'general-purpose', name: 'test', mode: 'sync' },
  }),
};

const opencode: Driver = {
  configure(at) {
    put(join(at.home, '.config', 'opencode', 'opencode.json'), {
      $schema: 'https://opencode.ai/config.json',
      model: 'mock/m',
      small_model: 'mock/m',
      autoupdate: false,
      share: 'disabled',
      permission: { edit: 'allow', bash: 'allow', external_directory: 'allow' },
      provider: {
        mock: {
          npm: '@ai-sdk/openai-compatible',
          name: 'mock',
          options: { baseURL: `${at.url}/v1`, apiKey: 'x' },
          models: { m: { name: 'm', tool_call: true } },
        },
      },
      mcp: { fs: { type: 'local', command: [...at.server], enabled: true } },
    });
  },
  env: () => ({
    OPENCODE_DISABLE_AUTOUPDATE: '1',
    OPENCODE_DISABLE_MODELS_FETCH: '1',
    OPENCODE_DISABLE_LSP_DOWNLOAD: '1',
    npm_config_fetch_retries: '0',
    npm_config_offline: 'true',
  }),
  args: (_, prompt) => ['run', prompt],
  write: (path, content) => ({ names: ['write'], input: { filePath: path, content } }),
  shell: (command) => ({ names: ['bash'], input: { command, description: 'test' } }),
  mcp: (path, content) => ({ names: ['fs_write_file'], input: { path, content } }),
  subagent: (prompt) => ({ names: ['task'], input: { description: 'test', prompt, subagent_type: 'general' } }),
};

const cline: Driver = {
  configure(at) {
    put(join(at.home, '.cline', 'data', 'settings', 'cline_mcp_settings.json'), {
      mcpServers: { fs: { ...stdio(at), autoApprove: ['write_file'] } },
    });
    put(join(at.home, '.cline', 'data', 'settings', 'providers.json'), {
      version: 1,
      lastUsedProvider: 'openai-compatible',
      providers: {
        'openai-compatible': {
          settings: { provider: 'openai-compatible', apiKey: 'x', model: 'm', baseUrl: `${at.url}/v1` },
          updatedAt: '2026-01-01T00:00:00.000Z',
          tokenSource: 'manual',
        },
      },
    });
  },
  env: ({ url }) => ({
    OPENAI_API_KEY: 'x',
    OPENAI_BASE_URL: `${url}/v1`,
    CLINE_NO_AUTO_UPDATE: '1',
    CLINE_TELEMETRY_DISABLED: '1',
  }),
  args: (_, prompt) => ['-P', 'openai-compatible', '-m', 'm', '--auto-approve', 'true', prompt],
  write: (path, content) => ({ names: ['editor'], input: { path, new_text: content } }),
  shell: (command) => ({ names: ['run_commands'], input: { commands: [command] } }),
  mcp: (path, content) => ({ names: ['fs__write_file'], input: { path, content } }),
  subagent: (prompt) => ({ names: ['spawn_agent'], input: { systemPrompt: 'test', task: prompt } }),
};

export const drivers: Readonly<Record<AgentName, Driver>> = {
  'claude-code': claudeCode,
  'codex-cli': codexCli,
  'gemini-cli': geminiCli,
  'qwen-code': qwenCode,
  'copilot-cli': copilotCli,
  opencode,
  cline,
};
