/**
 * Amp runs no programs as hooks: a small plugin (hooks-examples/amp) hands each `tool.call` to forestall and rejects it with
 * the text of stderr when the exit code is not 0. It adds what Amp itself makes of the call: `shell`, the command that it
 * runs.
 */
import type { Adapter } from './adapter.ts';
import { type Fields, recordAt, textAt } from './fields.ts';
import { toPlugin } from './opencode.ts';
import { decodePayload, type Envelope, eventOf, folderOf } from './payload.ts';

export const amp: Adapter = {
  id: 'amp',
  decode: (payload) => decodePayload('amp', payload, envelopeOf),
  encode: toPlugin('Amp'),
};

function envelopeOf(payload: Fields): Envelope | null {
  const tool = textAt(payload, 'tool', 'tool_name');
  if (tool === null) return null;
  const eventName = textAt(payload, 'hook_event_name') ?? 'tool.call';
  const call = { eventName, event: eventOf(eventName), cwd: folderOf(payload), mcp: null };
  const shell = recordAt(payload, 'shell');
  const command = textAt(shell, 'command');
  if (command !== null) return { ...call, tool: 'Bash', input: { command, cwd: shell['dir'] } };
  return { ...call, tool, input: 'input' in payload ? payload['input'] : payload['tool_input'] };
}
