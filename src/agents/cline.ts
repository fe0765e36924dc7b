/**
 * Cline: CLI and SDK (`tool_call`, driven with 3.0.65) and the VS Code extension (`PreToolUse`). Exit codes mean nothing, so
 * that `cancel` is the one way to deny; it ends the run, and the CLI shows its model no reason. `review` is read and
 * forgotten, so that nobody can be asked.
 */
import { type Adapter, answering, json, leftToTheUser, spoken } from './adapter.ts';
import { type Fields, recordAt, textAt } from './fields.ts';
import { decodePayload, type Envelope, eventOf, folderOf } from './payload.ts';

export const cline: Adapter = {
  id: 'cline',
  decode: (payload) => decodePayload('cline', payload, envelopeOf),
  encode: answering({
    allow: json({}),
    warn: (reason) => json({ contextModification: reason }),
    ask: (reason) => json({ cancel: true, errorMessage: leftToTheUser(reason, 'Cline') }),
    deny: (reason) => json({ cancel: true, errorMessage: spoken(reason) }),
    otherwise: () => json({}),
  }),
};

/** `preToolUse.parameters` holds texts only; `tool_call.input`, where there is one, the input itself. */
function envelopeOf(payload: Fields): Envelope | null {
  const eventName = textAt(payload, 'hookName');
  if (eventName === null) return null;
  const event = eventOf(eventName);
  const [exact, texts] = [
    recordAt(payload, 'tool_call'),
    recordAt(payload, event === 'post-tool' ? 'postToolUse' : 'preToolUse'),
  ];
  const tool = textAt(exact, 'name') ?? textAt(recordAt(payload, 'tool_result'), 'name') ?? textAt(texts, 'toolName') ?? '';
  const input = 'input' in exact ? exact['input'] : texts['parameters'];
  return { eventName, event, tool, input, cwd: folderOf(payload), mcp: null };
}
