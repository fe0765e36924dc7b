/**
 * Grok Build's CLI. It heeds only `{"decision":"deny"}` and exit code 2, and cuts long inputs off: what was cut away cannot be
 * judged.
 */
import { type Adapter, answering, block, json, leftToTheUser, note, type Reply, spoken } from './adapter.ts';
import { isRecord } from './fields.ts';
import { decodePayload } from './payload.ts';

export const grokCli: Adapter = {
  id: 'grok-cli',
  decode(payload) {
    const decoded = decodePayload('grok-cli', payload);
    const cut = isRecord(payload) && (payload['toolInputTruncated'] === true || payload['tool_input_truncated'] === true);
    if (!cut || decoded.kind === 'bad' || decoded.call.event !== 'pre-tool' || decoded.call.action.kind === 'none')
      return decoded;
    const message = `${decoded.call.tool}: the agent cut its input off`;
    return { kind: 'bad', message, eventName: decoded.call.eventName };
  },
  encode: answering({
    warn: note,
    ask: (reason) => denial(leftToTheUser(reason, 'Grok')),
    deny: (reason) => denial(spoken(reason)),
  }),
};

const denial = (text: string): Reply => ({ ...block(text), stdout: json({ decision: 'deny', reason: text }).stdout });
