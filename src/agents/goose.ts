/**
 * Goose, from 1.38 on, as its hook runner has it. Only silence and `{"decision":"allow"}` count as "go ahead", everything else
 * on stdout as a failed hook; exit code 2 denies with the text of stderr.
 */
import { type Adapter, byExitCode } from './adapter.ts';
import { type Fields, textAt } from './fields.ts';
import { decodePayload, type Envelope, eventOf, folderOf } from './payload.ts';

export const goose: Adapter = {
  id: 'goose',
  decode: (payload) => decodePayload('goose', payload, envelopeOf),
  encode: byExitCode('Goose'),
};

function envelopeOf(payload: Fields): Envelope | null {
  const eventName = textAt(payload, 'event');
  if (eventName === null) return null;
  const call = { eventName, event: eventOf(eventName), cwd: folderOf(payload), mcp: null, input: payload['tool_input'] };
  // `BeforeShellExecution` and `BeforeReadFile` come beside `PreToolUse`, for the same call.
  return { ...call, tool: textAt(payload, 'tool_name') ?? '' };
}
