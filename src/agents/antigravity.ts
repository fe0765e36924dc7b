/**
 * Google Antigravity, IDE and `agy`. It rejects every reply that is not JSON with a `decision` that it knows, or that holds
 * another field, and then denies; what exit codes mean is not documented. After a tool ran, `{}` is the answer.
 */
import { type Adapter, answering, json, spoken } from './adapter.ts';
import { type Fields, isRecord, recordAt, textAt } from './fields.ts';
import { decodePayload, type Envelope, eventOf, folderOf } from './payload.ts';

export const antigravity: Adapter = {
  id: 'antigravity',
  decode: (payload) => decodePayload('antigravity', payload, envelopeOf),
  encode: answering({
    allow: json({ decision: 'allow' }),
    warn: (reason) => json({ decision: 'allow', reason }),
    // Plain `ask` leaves it to the user's mode, in which it may be answered without them.
    ask: (reason) => json({ decision: 'force_ask', reason: spoken(reason) }),
    deny: (reason) => json({ decision: 'deny', reason: spoken(reason) }),
    otherwise: () => json({}),
  }),
};

/** No event is named: a call that has no result yet is one before the tool runs. */
function envelopeOf(payload: Fields): Envelope | null {
  const named = textAt(payload, 'hook_event_name', 'hookEventName', 'event');
  if (!('toolCall' in payload) && !('conversationId' in payload)) return null;
  const done = ['toolResult', 'toolOutput', 'result', 'error'].some((key) => key in payload);
  const event = named === null ? ('toolCall' in payload ? (done ? 'post-tool' : 'pre-tool') : 'other') : eventOf(named);
  const call = recordAt(payload, 'toolCall');
  const tool = textAt(call, 'name') ?? '';
  const input = isRecord(call['args']) || typeof call['args'] === 'string' ? call['args'] : call['arguments'];
  return { eventName: named ?? '', event, tool, input, cwd: folderOf(payload), mcp: null };
}
