/** Mistral Vibe, from 2.21 on: `pre_tool` hooks, which deny by `decision` in JSON. What exit codes mean is not documented. */
import { type Adapter, answering, json, leftToTheUser, note, spoken } from './adapter.ts';
import { decodePayload } from './payload.ts';

export const vibe: Adapter = {
  id: 'vibe',
  decode: (payload) => decodePayload('vibe', payload),
  encode: answering({
    warn: note,
    ask: (reason) => json({ decision: 'deny', reason: leftToTheUser(reason, 'Vibe') }),
    deny: (reason) => json({ decision: 'deny', reason: spoken(reason) }),
  }),
};
