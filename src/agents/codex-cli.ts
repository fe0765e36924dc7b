/**
 * OpenAI Codex. It takes exit code 2 as a denial only with text on stderr, and lets the call through when the JSON on
 * stdout holds a key or a value that it does not know; `permissionDecision: "ask"` is such a value.
 */
import { type Adapter, block, goAhead, leftToTheUser, preToolOutput } from './adapter.ts';
import { decodePayload } from './payload.ts';

export const codexCli: Adapter = {
  id: 'codex-cli',
  decode: (payload) => decodePayload('codex-cli', payload),
  encode({ event, decision, reason }) {
    if (event !== 'pre-tool') return goAhead;
    switch (decision) {
      case 'allow':
        return goAhead;
      case 'warn':
        return preToolOutput({ additionalContext: reason });
      case 'ask':
        return block(leftToTheUser(reason, 'Codex'));
      case 'deny':
        return block(reason);
      default:
        return decision satisfies never;
    }
  },
};
