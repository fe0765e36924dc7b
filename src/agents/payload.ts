/** The hook payload that Claude Code defined and that many agents took over, and what all payloads come down to. */
import type { AgentId, HookEvent } from '../model/toolcall.ts';
import type { Decoded } from './adapter.ts';
import { type Fields, isRecord, recordAt, textAt } from './fields.ts';
import { decodeTool, type McpName } from './tools.ts';

/** A payload without the agent's own spelling of it. */
export interface Envelope {
  /** `''` where the payload names no event. */
  eventName: string;
  event: HookEvent;
  /** `''` for an event without a tool. */
  tool: string;
  input: unknown;
  /** `''` where the payload names no folder. */
  cwd: string;
  /** Where the payload says which MCP server and tool are called. */
  mcp: McpName | null;
}

/** Reads an agent's own form of payload; null for one of another form. */
export type ReadEnvelope = (payload: Fields) => Envelope | null;

/** Event names with case, `_`, `-` and `.` taken away. */
const events: Readonly<Record<HookEvent, string>> = {
  'pre-tool':
    'pretooluse beforetool pretool premcptoolcall beforeshellexecution beforemcpexecution beforereadfile beforetabfileread ' +
    'toolcall toolexecutebefore preruncommand prewritecode premcptooluse prereadcode',
  'post-tool':
    'posttooluse posttoolusefailure posttoolbatch aftertool posttool afterfileedit aftertabfileedit aftershellexecution ' +
    'aftermcpexecution toolresult toolexecuteafter postruncommand postwritecode postmcptooluse postreadcode pretooluseresult',
  prompt: 'userpromptsubmit userpromptsubmitted beforesubmitprompt beforeagent promptsubmit preuserprompt',
  'session-start': 'sessionstart taskstart agentstart agentspawn',
  stop: 'stop subagentstop agentstop afteragent agentend taskcomplete postcascaderesponse',
  other: '',
};
/** Looked up in the texts: making a table of them takes longer. */
export function eventOf(name: string): HookEvent {
  const wanted = ` ${name.replace(/[_.-]/g, '').toLowerCase()} `;
  for (const event in events) if (` ${events[event as HookEvent]} `.includes(wanted)) return event as HookEvent;
  return 'other';
}

/**
 * Reads a payload whatever is in it, first by `read`. A call before a tool runs must say what it would do: fields that are
 * missing or of the wrong type make it `bad`. Every other event is always a call, with the action as far as it can be read.
 */
export function decodePayload(agent: AgentId, payload: unknown, read: ReadEnvelope = () => null): Decoded {
  if (!isRecord(payload)) return { kind: 'bad', message: `the payload is ${nameOf(payload)}, not a JSON object`, eventName: '' };
  const envelope = read(payload) ?? commonEnvelope(payload);
  if (envelope === null) {
    return { kind: 'bad', message: 'the payload has no `hook_event_name` and no `tool_name`', eventName: '' };
  }
  const { eventName, event, tool, input, cwd, mcp } = envelope;
  const call = { agent, event, eventName, cwd, tool };
  if (tool === '') {
    if (event === 'pre-tool') return { kind: 'bad', message: 'the payload has no `tool_name`', eventName };
    return { kind: 'call', call: { ...call, action: { kind: 'none' } } };
  }
  const decoded = decodeTool(tool, input, { agent, cwd, mcp });
  switch (decoded.kind) {
    case 'action':
      return { kind: 'call', call: { ...call, cwd: decoded.cwd ?? cwd, action: decoded.action } };
    case 'fault':
      if (event === 'pre-tool') return { kind: 'bad', message: `${tool}: ${decoded.message}`, eventName };
      return { kind: 'call', call: { ...call, action: { kind: 'unknown', input } } };
    default:
      return decoded satisfies never;
  }
}

/** The fields of Claude Code, in either casing. */
function commonEnvelope(payload: Fields): Envelope | null {
  const eventName = textAt(payload, 'hook_event_name', 'hookEventName');
  const tool = textAt(payload, 'tool_name', 'toolName') ?? '';
  if (eventName === null && tool === '') return null;
  const input = ['tool_input', 'toolInput', 'toolArgs'].find((key) => key in payload);
  return {
    eventName: eventName ?? 'PreToolUse',
    event: eventName === null ? 'pre-tool' : eventOf(eventName),
    tool,
    input: input === undefined ? undefined : payload[input],
    cwd: folderOf(payload),
    mcp: mcpOf(payload),
  };
}

/** The folder of a call, else the first of the workspace; `''` when none is named. */
export function folderOf(payload: Fields): string {
  const named = textAt(payload, 'cwd', 'working_dir') || textAt(payload, 'workspaceRoot');
  if (named) return named;
  for (const key of ['workspace_roots', 'workspaceRoots', 'workspacePaths']) {
    const roots = payload[key];
    if (Array.isArray(roots) && typeof roots[0] === 'string') return roots[0];
  }
  return '';
}

/** Claude Code names the MCP server of a call beside the tool, Gemini server and tool. */
function mcpOf(payload: Fields): McpName | null {
  const server = textAt(recordAt(payload, 'mcp_server'), 'name') ?? textAt(recordAt(payload, 'mcp_context'), 'server_name');
  return server === null ? null : { server, tool: textAt(recordAt(payload, 'mcp_context'), 'tool_name') };
}

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return `a ${typeof value}`;
}
