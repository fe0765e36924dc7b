/** Mistral Vibe, from 2.21 on: `pre_tool` hooks, which deny by `decision` in JSON. What exit codes mean is not documented. */
import { type Adapter, goAhead, json, leftToTheUser, note, spoken } from './adapter.ts';
import { decodePayload } from './payload.ts';

export const vibe: Adapter = {
  id: 'vibe',
  decode: (payload) => decodePayload('vibe', payload),
  encode({ event, decision, reason }) {
    if (event !== 'pre-tool') return goAhead;
    switch (decision) {
      case 'allow':
        return goAhead;
      case 'warn':
        return note(reason);
      case 'ask':
        return json({ decision: 'deny', reason: leftToTheUser(reason, 'Vibe') });
      case 'deny':
        return json({ decision: 'deny', reason: spoken(reason) });
      default:
        return decision satisfies never;
    }
  },
};
