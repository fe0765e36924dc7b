/** Which agent sent a payload, when the command line does not say, or says what the payload belies. */
import type { AgentId } from '../model/toolcall.ts';
import { isRecord, recordAt, textAt } from './fields.ts';

/**
 * The agent to answer: the one whose own form of payload this is, else the one that `--agent` names, else the likeliest.
 * Several agents run the hooks of Claude Code's settings files, and read only answers in their own form.
 */
export function agentOf(named: AgentId | null, payload: unknown): AgentId {
  if (named === null) return recognise(payload);
  const sender = senderOf(payload);
  if (sender === null || (sender === 'copilot-cli' && named === 'copilot-cloud')) return named;
  return sender;
}

/**
 * The agent whose payload this is. Only what an agent itself writes into the payload counts: `CLAUDE_PROJECT_DIR` and its
 * like are set by several agents. What is not recognised is answered as Claude Code is, the form that most agents read.
 */
export function recognise(payload: unknown): AgentId {
  return senderOf(payload) ?? likeliest(payload);
}

/** By fields that one agent alone has; null when there are none. */
function senderOf(payload: unknown): AgentId | null {
  if (!isRecord(payload)) return null;
  const has = (key: string): boolean => Object.hasOwn(payload, key);
  if (has('cursor_version') || (has('conversation_id') && has('generation_id'))) return 'cursor';
  if (has('agent_action_name')) return 'windsurf';
  if (has('clineVersion')) return 'cline';
  if ((has('toolCall') || has('stepIdx')) && has('conversationId')) return 'antigravity';
  if (has('event') && has('matcher_context')) return 'goose';
  const event = textAt(payload, 'hook_event_name', 'hookEventName');
  // Copilot's first dialect counts milliseconds; others write the time of day.
  if (event === null)
    return has('sessionId') && (has('toolArgs') || typeof payload['timestamp'] === 'number') ? 'copilot-cli' : null;
  if (['Before', 'After'].some((word) => ['Tool', 'Agent', 'Model'].some((what) => event.startsWith(word + what))))
    return 'gemini-cli';
  if (event.startsWith('tool.execute.')) return 'opencode';
  if (event === 'tool.call' || event === 'tool.result') return 'amp';
  if (event === 'pre_tool' || event === 'post_tool') return 'vibe';
  if (has('hookEventName') && (has('workspaceRoot') || has('toolInputTruncated'))) return 'grok-cli';
  // Copilot's second dialect has these six fields and no other; an answer that it reads is one that Claude Code reads too.
  const fields = ['cwd', 'hook_event_name', 'session_id', 'timestamp', 'tool_input', 'tool_name'];
  return fields.every(has) && Object.keys(payload).length === fields.length ? 'copilot-cli' : null;
}

/** By what is typical, though others may have it one day. Without regular expressions: each costs 20 µs before it is run. */
function likeliest(payload: unknown): AgentId {
  if (!isRecord(payload)) return 'claude-code';
  const transcript = (textAt(payload, 'transcript_path') ?? '').replaceAll('\\', '/');
  const tool = textAt(payload, 'tool_name') ?? '';
  if ('turn_id' in payload || transcript.includes('/.codex/')) return 'codex-cli';
  if ('tool_call_id' in payload || transcript.includes('/.qwen/')) return 'qwen-code';
  if ('prompt_id' in payload || 'effort' in payload) return 'claude-code';
  if (transcript.toLowerCase().includes('github.copilot-chat') || textAt(payload, 'tool_use_id')?.includes('__vscode-'))
    return 'vscode-copilot';
  if (transcript.includes('/.gemini/')) return 'gemini-cli';
  const mode = textAt(payload, 'permission_mode') ?? '';
  if (transcript.includes('/.factory/') || mode.startsWith('auto-') || mode === 'spec' || mode === 'off') {
    return 'factory-droid';
  }
  // The older engine writes its events in camel case, and no session.
  const camel = ['preToolUse', 'postToolUse', 'agentSpawn', 'userPromptSubmit', 'stop'].includes(
    textAt(payload, 'hook_event_name') ?? '',
  );
  if (camel && !('session_id' in payload)) return 'kiro';
  if (['fs_write', 'fs_append', 'fs_read', 'execute_bash'].includes(tool) || textAt(payload, 'session_id')?.startsWith('sess_'))
    return 'kiro';
  if ('input' in payload && 'output' in payload && textAt(recordAt(payload, 'input'), 'callID') !== null) return 'opencode';
  return 'thread' in payload && 'toolUseID' in payload ? 'amp' : 'claude-code';
}
