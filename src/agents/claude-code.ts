/**
 * Claude Code, and agents that speak its protocol. Output as its hooks reference has it: exit code 2 denies and the model
 * reads stderr; JSON counts only with exit code 0 and with `hookEventName`.
 */
import { type Adapter, type Answer, block, goAhead, preToolOutput, type Reply } from './adapter.ts';
import { eventReply } from './event-reply.ts';
import { decodePayload } from './payload.ts';

export const claudeCode: Adapter = {
  id: 'claude-code',
  decode: (payload) => decodePayload('claude-code', payload),
  encode: (answer) => (answer.event === 'pre-tool' ? claudeReply(answer) : eventReply(answer)),
};

/** The answer before a tool in Claude Code's form. */
export function claudeReply({ event, decision, reason }: Answer): Reply {
  if (event !== 'pre-tool') return goAhead;
  switch (decision) {
    case 'allow':
      // Not `permissionDecision: "allow"`, which would skip the user's own permission prompt.
      return goAhead;
    case 'warn':
      return preToolOutput({ additionalContext: reason });
    case 'ask':
      return preToolOutput({ permissionDecision: 'ask', permissionDecisionReason: reason });
    case 'deny':
      return block(reason);
    default:
      return decision satisfies never;
  }
}
