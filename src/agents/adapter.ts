/** What an agent's translator offers. Adapters are pure: a decoded JSON value in, texts and an exit code out. */
import type { AgentId, HookEvent, ToolCall } from '../model/toolcall.ts';
import type { Decision } from '../model/verdict.ts';

export interface Adapter {
  id: AgentId;
  /** Never throws, whatever `payload` is. */
  decode(payload: unknown): Decoded;
  encode(answer: Answer): Reply;
}

export type Decoded =
  | { kind: 'call'; call: ToolCall }
  /** The payload does not say what would be done; `message` tells what is wrong with it. */
  | { kind: 'bad'; message: string };

export interface Answer {
  event: HookEvent;
  decision: Decision;
  /** Plain text for the agent; may be empty for `allow`. */
  reason: string;
}

/** What the process prints, and its exit code. Exit code 1 means "go ahead" to most agents, so there is none. */
export interface Reply {
  exitCode: 0 | 2;
  stdout: string;
  stderr: string;
}

export const goAhead: Reply = { exitCode: 0, stdout: '', stderr: '' };

/** Exit code 2 and the reason on stderr, which is never empty: Codex takes an empty one as "go ahead". */
export function block(reason: string): Reply {
  const text = reason.trim() === '' ? 'forestall blocked this call.' : reason.trimEnd();
  return { exitCode: 2, stdout: '', stderr: `${text}\n` };
}

/** Exit code 0 and one JSON object, which names the event as Claude Code and Codex demand. */
export function preToolOutput(fields: Record<string, string>): Reply {
  const output = { hookSpecificOutput: { hookEventName: 'PreToolUse', ...fields } };
  return { exitCode: 0, stdout: `${JSON.stringify(output)}\n`, stderr: '' };
}
