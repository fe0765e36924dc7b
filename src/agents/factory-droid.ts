/**
 * Factory's Droid, read in its 0.215.0 program: Claude Code's form of payload with tools of its own. `decision` means nothing
 * before a tool; exit code 3 would abort the agent, and nothing here gives it. A `permissionDecision` of any hook counts before
 * exit codes, so that a denial says both: another hook that allows would undo it otherwise.
 */
import { type Adapter, answering, block, json, preToolOutput, spoken } from './adapter.ts';
import { decodePayload } from './payload.ts';

export const factoryDroid: Adapter = {
  id: 'factory-droid',
  decode: (payload) => decodePayload('factory-droid', payload),
  encode: answering({
    warn: (reason) =>
      json({ systemMessage: reason, hookSpecificOutput: { hookEventName: 'PreToolUse', additionalContext: reason } }),
    ask: (reason) => preToolOutput({ permissionDecision: 'ask', permissionDecisionReason: reason }),
    deny: (reason) => ({
      ...block(reason),
      stdout: preToolOutput({ permissionDecision: 'deny', permissionDecisionReason: spoken(reason) }).stdout,
    }),
  }),
};
