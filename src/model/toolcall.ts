/** One hook payload, decoded: the same shape whatever agent sent it. */

export const agentIds = [
  'claude-code',
  'codex-cli',
  'cursor',
  'copilot-cli',
  'copilot-cloud',
  'vscode-copilot',
  'gemini-cli',
  'qwen-code',
  'windsurf',
  'kiro',
  'antigravity',
  'factory-droid',
  'goose',
  'cline',
  'opencode',
  'amp',
  'devin-cli',
  'grok-cli',
  'vibe',
] as const;
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
  /** The event's name as the agent wrote it; `''` where its payload names none and the fields alone tell. */
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
  /** `content` goes before line `line`, counted from 1; after the last line when that is null. */
  | { kind: 'insert'; path: string; line: number | null; content: string }
  /** Something of `content` ends up in the file; where, and as what, only the tool knows. */
  | { kind: 'piece'; path: string; content: string }
  | { kind: 'delete'; path: string }
  /** Without `cellId` before the first cell; with `BOTTOM` after the last. */
  | {
      kind: 'notebook';
      path: string;
      cellId: string | null;
      mode: 'replace' | 'insert' | 'delete';
      cellType: 'code' | 'markdown' | null;
      source: string;
    }
  | { kind: 'patch'; patch: string }
  | { kind: 'shell'; shell: 'posix' | 'powershell' | 'cmd'; command: string }
  /** Codex's `["bash","-lc","…"]` and other argument vectors, not to be split again. */
  | { kind: 'exec'; argv: string[] }
  | { kind: 'read'; path: string }
  /** `server` is `''` where the agent does not name it. */
  | { kind: 'mcp'; server: string; tool: string; arguments: unknown }
  /** Something is fetched from the network; `url` may be a text that holds the address. */
  | { kind: 'fetch'; url: string }
  /** One call that does several things, one after the other. Never empty, and none of them `several` or `none`. */
  | { kind: 'several'; actions: Action[] }
  /** A tool that only looks, asks or plans: nothing to judge. */
  | { kind: 'none' }
  /** A tool that this version does not know; `input` is its raw input. */
  | { kind: 'unknown'; input: unknown };

export interface StringEdit {
  oldText: string;
  newText: string;
  replaceAll: boolean;
  /** Only within these lines of the file as it was before the call, both counted from 1 and included. */
  lines?: { first: number; last: number };
}

/** Whose rules say where `oldText` matches: `effects/edit` has one row for each. */
export type EditMatching =
  | 'claude-code'
  | 'copilot-cli'
  | 'vscode-copilot'
  | 'gemini-cli'
  | 'qwen-code'
  | 'windsurf'
  | 'antigravity'
  | 'factory-droid'
  | 'goose'
  | 'cline'
  | 'opencode'
  /** Texts between `SEARCH` and `REPLACE` marks: Cline's `replace_in_file` and Vibe's `search_replace`. */
  | 'search-replace-blocks'
  /** Exactly once, unless all are to be replaced. For agents of whose tool no more is known. */
  | 'exact'
  /** `edit_file` of the reference MCP file-system server, and servers that took their tools from it. */
  | 'mcp-filesystem';
