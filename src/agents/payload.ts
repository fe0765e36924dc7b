/** The hook payload that Claude Code defined and that Codex and many others took over. */
import type { AgentId, HookEvent } from '../model/toolcall.ts';
import type { Decoded } from './adapter.ts';
import { isRecord, textAt } from './fields.ts';
import { decodeTool } from './tools.ts';

/** Event names with case, `_` and `-` taken away; Gemini's and Copilot's spellings are read too. */
const events: Readonly<Record<string, HookEvent>> = {
  pretooluse: 'pre-tool',
  beforetool: 'pre-tool',
  posttooluse: 'post-tool',
  posttoolusefailure: 'post-tool',
  aftertool: 'post-tool',
  userpromptsubmit: 'prompt',
  sessionstart: 'session-start',
  stop: 'stop',
  subagentstop: 'stop',
};

/**
 * Reads a payload whatever is in it. A call before a tool runs must say what it would do: fields that are missing or of
 * the wrong type make it `bad`. Every other event is always a call, with the action as far as it can be read.
 */
export function decodePayload(agent: AgentId, payload: unknown): Decoded {
  if (!isRecord(payload)) return { kind: 'bad', message: `the payload is ${nameOf(payload)}, not a JSON object` };
  const eventName = textAt(payload, 'hook_event_name', 'hookEventName');
  const tool = textAt(payload, 'tool_name', 'toolName') ?? '';
  if (eventName === null && tool === '')
    return { kind: 'bad', message: 'the payload has no `hook_event_name` and no `tool_name`' };
  const event = eventName === null ? 'pre-tool' : eventOf(eventName);
  const call = { agent, event, eventName: eventName ?? 'PreToolUse', cwd: textAt(payload, 'cwd') ?? '', tool };
  if (tool === '') {
    if (event === 'pre-tool') return { kind: 'bad', message: 'the payload has no `tool_name`' };
    return { kind: 'call', call: { ...call, action: { kind: 'none' } } };
  }
  const input = 'tool_input' in payload ? payload['tool_input'] : payload['toolArgs'];
  const decoded = decodeTool(tool, input, serverOf(payload));
  switch (decoded.kind) {
    case 'action':
      return { kind: 'call', call: { ...call, cwd: decoded.cwd ?? call.cwd, action: decoded.action } };
    case 'fault':
      if (event === 'pre-tool') return { kind: 'bad', message: `${tool}: ${decoded.message}` };
      return { kind: 'call', call: { ...call, action: { kind: 'unknown', input } } };
    default:
      return decoded satisfies never;
  }
}

function eventOf(name: string): HookEvent {
  const key = name.replace(/[_-]/g, '').toLowerCase();
  return Object.hasOwn(events, key) ? (events[key] ?? 'other') : 'other';
}

/** Claude Code names the MCP server of a call beside the tool. */
function serverOf(payload: Record<string, unknown>): string | null {
  const server = payload['mcp_server'];
  return isRecord(server) ? textAt(server, 'name') : null;
}

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return `a ${typeof value}`;
}
