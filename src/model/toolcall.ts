/** One hook payload, decoded: the same shape whatever agent sent it. */

export const agentIds = ['claude-code', 'codex-cli'] as const;
export type AgentId = (typeof agentIds)[number];

export type HookEvent =
  /** Before a tool runs: the one event that decides. */
  | 'pre-tool'
  | 'post-tool'
  | 'prompt'
  | 'session-start'
  | 'stop'
  /** Any other event of the agent: answered with "go ahead". */
  | 'other';

export interface ToolCall {
  agent: AgentId;
  event: HookEvent;
  /** The event's name as the agent wrote it. */
  eventName: string;
  /** The agent's working directory for this call, absolute; `''` when the payload has none. */
  cwd: string;
  /** The tool's name as the agent wrote it; `''` for events without a tool. */
  tool: string;
  action: Action;
}

/** What the call asks for, in the words of the tool; `effects/` works out what it would do. */
export type Action =
  | { kind: 'write'; path: string; content: string }
  | { kind: 'edit'; path: string; edits: StringEdit[]; matching: EditMatching }
  | { kind: 'notebook'; path: string; cellId: string | null; mode: 'replace' | 'insert' | 'delete'; cellType: 'code' | 'markdown' | null; source: string }
  | { kind: 'patch'; patch: string }
  | { kind: 'shell'; shell: 'posix' | 'powershell' | 'cmd'; command: string }
  /** Codex's `["bash","-lc","…"]` and other argument vectors, not to be split again. */
  | { kind: 'exec'; argv: string[] }
  | { kind: 'read'; path: string }
  | { kind: 'mcp'; server: string; tool: string; arguments: unknown }
  /** A tool that only looks, asks or plans: nothing to judge. */
  | { kind: 'none' }
  /** A tool that this version does not know; `input` is its raw input. */
  | { kind: 'unknown'; input: unknown };

export interface StringEdit {
  oldText: string;
  newText: string;
  replaceAll: boolean;
}

/** Whose rules say where `oldText` matches: `effects/edit` has one function for each. */
export type EditMatching =
  | 'claude-code'
  /** `edit_file` of the reference MCP file-system server, and servers that took their tools from it. */
  | 'mcp-filesystem';
