/**
 * OpenAI Codex. It takes exit code 2 as a denial only with text on stderr, and lets the call through when the JSON on
 * stdout holds a key or a value that it does not know; `permissionDecision: "ask"` is such a value.
 */
import { type Adapter, type Answer, block, goAhead, leftToTheUser, preToolOutput, type Reply } from './adapter.ts';
import { eventReply } from './event-reply.ts';
import { decodePayload } from './payload.ts';

export const codexCli: Adapter = {
  id: 'codex-cli',
  decode: (payload) => decodePayload('codex-cli', payload),
  encode({ event, eventName, decision, reason }: Answer): Reply {
    if (event !== 'pre-tool') return eventReply({ event, eventName, decision, reason });
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
