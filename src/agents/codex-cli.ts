/**
 * OpenAI Codex. It takes exit code 2 as a denial only with text on stderr, and lets the call through when the JSON on
 * stdout holds a key or a value that it does not know; `permissionDecision: "ask"` is such a value.
 */
import { type Adapter, answering, block, leftToTheUser, preToolOutput } from './adapter.ts';
import { eventReply } from './event-reply.ts';
import { decodePayload } from './payload.ts';

export const codexCli: Adapter = {
  id: 'codex-cli',
  decode: (payload) => decodePayload('codex-cli', payload),
  encode: answering({
    warn: (reason) => preToolOutput({ additionalContext: reason }),
    ask: (reason) => block(leftToTheUser(reason, 'Codex')),
    deny: block,
    otherwise: eventReply,
  }),
};
