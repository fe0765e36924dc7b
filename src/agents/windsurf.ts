/**
 * Windsurf, now Devin Desktop: Cascade hooks as its documentation has them. One event for each kind of tool, exit code 2 with
 * the reason on stderr, nothing else is read and nobody is asked.
 */
import { type Adapter, byExitCode } from './adapter.ts';
import { type Fields, parsed, recordAt, textAt } from './fields.ts';
import { decodePayload, type Envelope, eventOf, folderOf } from './payload.ts';

export const windsurf: Adapter = {
  id: 'windsurf',
  decode: (payload) => decodePayload('windsurf', payload, envelopeOf),
  encode: byExitCode('Windsurf'),
};

function envelopeOf(payload: Fields): Envelope | null {
  const eventName = textAt(payload, 'agent_action_name');
  if (eventName === null) return null;
  const info = recordAt(payload, 'tool_info');
  const call = { eventName, event: eventOf(eventName), cwd: textAt(info, 'cwd') ?? folderOf(payload), mcp: null };
  switch (eventName.replace(/^(pre|post)_/, '')) {
    case 'run_command':
      return { ...call, tool: 'run_command', input: info };
    case 'write_code':
      return { ...call, tool: 'edit_file', input: info };
    case 'read_code':
      return { ...call, tool: 'read_code', input: info };
    case 'mcp_tool_use': {
      const tool = textAt(info, 'mcp_tool_name') ?? '';
      const server = textAt(info, 'mcp_server_name') ?? '';
      return { ...call, tool, input: parsed(info['mcp_tool_arguments'], '{'), mcp: tool === '' ? null : { server, tool } };
    }
    default:
      return { ...call, tool: '', input: undefined };
  }
}
