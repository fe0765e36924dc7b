/**
 * Cursor: the editor's agent, `cursor-agent` and the SDK, as the hook runtime in `@cursor/sdk` 1.0.18 has it. Flat JSON; on an
 * event that can deny, anything else on stdout blocks, and with `failClosed` silence does too. What the model reads is
 * `user_message`. Exit code 2 would do, but what stands on stdout then becomes the reason, and PowerShell, through which
 * the hook runs on Windows, passes it on as 1.
 */
import { type Adapter, type Answer, json, leftToTheUser, type Reply, spoken } from './adapter.ts';
import { type Fields, parsed, textAt } from './fields.ts';
import { decodePayload, type Envelope, eventOf, folderOf } from './payload.ts';

/** A person is asked only at these two; elsewhere `ask` goes ahead. */
const asks = /^before(Shell|MCP)Execution$/;

export const cursor: Adapter = {
  id: 'cursor',
  decode: (payload) => decodePayload('cursor', payload, envelopeOf),
  encode(answer) {
    const { event, eventName, decision, reason } = answer;
    if (event !== 'pre-tool') return eventAnswer(answer);
    switch (decision) {
      case 'allow':
        return json({ permission: 'allow' });
      case 'warn':
        return json({ permission: 'allow', agent_message: reason, additional_context: reason });
      case 'ask':
        return asks.test(eventName) ? verdict('ask', spoken(reason)) : verdict('deny', leftToTheUser(reason, 'Cursor'));
      case 'deny':
        return verdict('deny', spoken(reason));
      default:
        return decision satisfies never;
    }
  },
};

/** `beforeSubmitPrompt` can stop a prompt and tell the user; `stop` can send another message, which goes on. */
function eventAnswer({ event, eventName, decision, reason }: Answer): Reply {
  const says = decision !== 'allow' && reason.trim() !== '';
  switch (event) {
    case 'prompt':
      return json(says && decision === 'deny' ? { continue: false, user_message: spoken(reason) } : { continue: true });
    case 'post-tool':
      return json(says && eventName === 'postToolUse' ? { additional_context: reason } : {});
    case 'session-start':
      return json(says ? { additional_context: reason } : {});
    case 'stop':
      return json(says && decision === 'deny' ? { followup_message: reason } : {});
    default:
      return json(eventName === 'subagentStart' ? { permission: 'allow' } : {});
  }
}

const verdict = (permission: string, reason: string) => json({ permission, user_message: reason, agent_message: reason });

/** The events of one tool each, which name no tool. */
function envelopeOf(payload: Fields): Envelope | null {
  const eventName = textAt(payload, 'hook_event_name');
  if (eventName === null) return null;
  const call = { eventName, event: eventOf(eventName), cwd: folderOf(payload), mcp: null };
  switch (eventName) {
    case 'beforeShellExecution':
    case 'afterShellExecution':
      return { ...call, tool: 'Shell', input: { command: payload['command'], cwd: payload['cwd'] } };
    case 'beforeReadFile':
    case 'beforeTabFileRead':
      return { ...call, tool: 'Read', input: { file_path: payload['file_path'] } };
    case 'afterFileEdit':
    case 'afterTabFileEdit':
      return { ...call, tool: 'Edit', input: { file_path: payload['file_path'], edits: payload['edits'] } };
    case 'beforeMCPExecution':
    case 'afterMCPExecution': {
      const tool = textAt(payload, 'tool_name') ?? '';
      const server = textAt(payload, 'mcp_server_name', 'mcp_server_url', 'url', 'command') ?? '';
      return { ...call, tool, input: parsed(payload['tool_input'], '{'), mcp: tool === '' ? null : { server, tool } };
    }
    default:
      return null;
  }
}
