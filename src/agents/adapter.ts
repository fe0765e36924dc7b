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
  | { kind: 'bad'; message: string /** As far as it can be read. */; eventName: string };

export interface Answer {
  event: HookEvent;
  /** As the agent wrote it; `''` when that is not known. Some agents want another form for each event or spelling. */
  eventName: string;
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

/** The answer to each decision before a tool runs. */
export interface Forms {
  /** Nothing, unless said otherwise: "go ahead" in words would skip the user's own permission prompt in some agents. */
  allow?: Reply;
  warn(reason: string): Reply;
  ask(reason: string, answer: Answer): Reply;
  deny(reason: string): Reply;
  /** At every other event; nothing, unless said otherwise. */
  otherwise?(answer: Answer): Reply;
}

export function answering({ allow = goAhead, warn, ask, deny, otherwise = () => goAhead }: Forms): Adapter['encode'] {
  return (answer) => {
    const { event, decision, reason } = answer;
    if (event !== 'pre-tool') return otherwise(answer);
    switch (decision) {
      case 'allow':
        return allow;
      case 'warn':
        return warn(reason);
      case 'ask':
        return ask(reason, answer);
      case 'deny':
        return deny(reason);
      default:
        return decision satisfies never;
    }
  };
}

/** For agents that read exit code 2 and stderr and nothing else. `name` as in `leftToTheUser`. */
export const byExitCode = (name: string): Adapter['encode'] =>
  answering({ warn: note, ask: (reason) => block(leftToTheUser(reason, name)), deny: block });

export const goAhead: Reply = { exitCode: 0, stdout: '', stderr: '' };

/** Exit code 2 and the reason on stderr, which is never empty: Codex, Gemini and Qwen take an empty one as "go ahead". */
export function block(reason: string): Reply {
  return { exitCode: 2, stdout: '', stderr: `${spoken(reason)}\n` };
}

/** A reason that is never empty. */
export const spoken = (reason: string): string => (reason.trim() === '' ? 'forestall blocked this call.' : reason.trimEnd());

/** The reason for an agent that has no prompt for its user. `name` is what people call the agent. */
export const leftToTheUser = (reason: string, name: string): string =>
  `${reason.trimEnd()}\n\nThis needs a decision by the user, and ${name} has no prompt for it: ask the user to do it or to allow it.`.trimStart();

/** Exit code 0 and one JSON object, nothing else. */
export function json(output: object): Reply {
  return { exitCode: 0, stdout: `${JSON.stringify(output)}\n`, stderr: '' };
}

/** Go ahead, with a word for whoever reads the log: for agents that show their model nothing of a hook that allows. */
export function note(reason: string): Reply {
  return reason.trim() === '' ? goAhead : { exitCode: 0, stdout: '', stderr: `${reason.trimEnd()}\n` };
}

/** One JSON object that names the event, as Claude Code and Codex demand. */
export function preToolOutput(fields: Record<string, string>): Reply {
  return json({ hookSpecificOutput: { hookEventName: 'PreToolUse', ...fields } });
}
