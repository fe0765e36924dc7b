/**
 * Claude Code, and agents that speak its protocol. Output as its hooks reference has it: exit code 2 denies and the model
 * reads stderr; JSON counts only with exit code 0 and with `hookEventName`.
 */
import { type Adapter, answering, block, preToolOutput } from './adapter.ts';
import { eventReply } from './event-reply.ts';
import { decodePayload } from './payload.ts';

/** The answers before a tool in Claude Code's form. */
export const claudeForms = {
  warn: (reason: string) => preToolOutput({ additionalContext: reason }),
  ask: (reason: string) => preToolOutput({ permissionDecision: 'ask', permissionDecisionReason: reason }),
  deny: block,
};

export const claudeCode: Adapter = {
  id: 'claude-code',
  decode: (payload) => decodePayload('claude-code', payload),
  encode: answering({ ...claudeForms, otherwise: eventReply }),
};
