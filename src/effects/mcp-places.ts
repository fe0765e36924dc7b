/** Where agents keep their MCP servers. */
import type { AgentId } from '../model/toolcall.ts';
import type { World } from '../model/world.ts';

export interface McpPlace {
  agent: AgentId | 'zed' | 'continue' | 'claude-desktop' | 'roo-code';
  scope: 'repo' | 'user' | 'managed';
  /** Absolute. */
  path: string;
}

/** Every known place for a workspace, whether or not a file is there. `config` is the folder of `XDG_CONFIG_HOME`, where set. */
export function mcpPlaces(
  { workspace, home, platform }: Pick<World, 'workspace' | 'home' | 'platform'>,
  config = '',
): McpPlace[] {
  const places: McpPlace[] = [];
  const add = (agent: McpPlace['agent'], scope: McpPlace['scope'], root: string, ...names: string[]): void => {
    if (root !== '') for (const name of names) places.push({ agent, scope, path: `${root}/${name}` });
  };
  const repo = (agent: McpPlace['agent'], ...names: string[]): void => add(agent, 'repo', workspace, ...names);
  const user = (agent: McpPlace['agent'], ...names: string[]): void => add(agent, 'user', home, ...names);
  const mac = platform === 'darwin';
  const windows = platform === 'win32';
  const xdg = config !== '' ? config : home === '' ? '' : `${home}/.config`;
  const support = home === '' ? '' : mac ? `${home}/Library/Application Support` : windows ? `${home}/AppData/Roaming` : xdg;

  repo('claude-code', '.mcp.json', '.claude/settings.json', '.claude/settings.local.json');
  user('claude-code', '.claude.json', '.claude/settings.json');
  add(
    'claude-code',
    'managed',
    mac ? '/Library/Application Support/ClaudeCode' : windows ? 'C:/Program Files/ClaudeCode' : '/etc/claude-code',
    'managed-mcp.json',
  );
  add('claude-desktop', 'user', support, 'Claude/claude_desktop_config.json');
  repo('codex-cli', '.codex/config.toml');
  user('codex-cli', '.codex/config.toml');
  add('codex-cli', 'managed', windows ? 'C:/ProgramData/OpenAI/Codex' : '/etc/codex', 'config.toml', 'managed_config.toml');
  repo('cursor', '.cursor/mcp.json');
  user('cursor', '.cursor/mcp.json');
  repo('vscode-copilot', '.vscode/mcp.json', '.vscode/settings.json');
  add('vscode-copilot', 'user', support, 'Code/User/mcp.json', 'Code/User/settings.json');
  repo('copilot-cli', '.copilot/mcp-config.json', '.github/mcp.json');
  user('copilot-cli', '.copilot/mcp-config.json');
  repo('gemini-cli', '.gemini/settings.json');
  user('gemini-cli', '.gemini/settings.json');
  add(
    'gemini-cli',
    'managed',
    mac ? '/Library/Application Support/GeminiCli' : windows ? 'C:/ProgramData/gemini-cli' : '/etc/gemini-cli',
    'settings.json',
  );
  repo('qwen-code', '.qwen/settings.json');
  user('qwen-code', '.qwen/settings.json');
  add(
    'qwen-code',
    'managed',
    mac ? '/Library/Application Support/QwenCode' : windows ? 'C:/ProgramData/qwen-code' : '/etc/qwen-code',
    'settings.json',
  );
  repo('windsurf', '.windsurf/mcp_config.json');
  user('windsurf', '.codeium/windsurf/mcp_config.json', '.codeium/mcp_config.json');
  repo('kiro', '.kiro/settings/mcp.json', '.amazonq/mcp.json');
  user('kiro', '.kiro/settings/mcp.json', '.aws/amazonq/mcp.json');
  repo('antigravity', '.agents/mcp_config.json');
  user('antigravity', '.gemini/config/mcp_config.json', '.gemini/antigravity/mcp_config.json');
  repo('factory-droid', '.factory/mcp.json');
  user('factory-droid', '.factory/mcp.json');
  add('goose', 'user', xdg, 'goose/config.yaml');
  user('cline', '.cline/data/settings/cline_mcp_settings.json');
  add('cline', 'user', support, 'Code/User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json');
  repo('roo-code', '.roo/mcp.json');
  repo('opencode', 'opencode.json', 'opencode.jsonc', '.opencode/opencode.json');
  add('opencode', 'user', xdg, 'opencode/opencode.json', 'opencode/opencode.jsonc');
  add(
    'opencode',
    'managed',
    mac ? '/Library/Application Support/opencode' : windows ? 'C:/ProgramData/opencode' : '/etc/opencode',
    'opencode.json',
  );
  repo('amp', '.amp/settings.json');
  add('amp', 'user', xdg, 'amp/settings.json');
  repo('devin-cli', '.devin/config.json');
  add('devin-cli', 'user', xdg, 'devin/config.json');
  repo('grok-cli', '.grok/settings.json');
  user('grok-cli', '.grok/user-settings.json', '.grok/config.toml');
  repo('vibe', '.vibe/config.toml');
  user('vibe', '.vibe/config.toml');
  repo('continue', '.continue/config.yaml');
  user('continue', '.continue/config.yaml', '.continue/config.json');
  add('zed', 'user', mac ? `${home}/.config` : support, 'zed/settings.json');
  repo('zed', '.zed/settings.json');
  return places;
}
