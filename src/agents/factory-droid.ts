/**
 * Factory's Droid, read in its 0.215.0 program: Claude Code's form of payload with tools of its own. `decision` means nothing
 * before a tool; exit code 3 would abort the agent, and nothing here gives it. A `permissionDecision` of any hook counts before
 * exit codes, so that a denial says both: another hook that allows would undo it otherwise.
 */
import { type Adapter, block, goAhead, json, preToolOutput, spoken } from './adapter.ts';
import { decodePayload } from './payload.ts';

export const factoryDroid: Adapter = {
  id: 'factory-droid',
  decode: (payload) => decodePayload('factory-droid', payload),
  encode({ event, decision, reason }) {
    if (event !== 'pre-tool') return goAhead;
    switch (decision) {
      case 'allow':
        // Not `permissionDecision: "allow"`: the first hook that says one decides for all.
        return goAhead;
      case 'warn':
        return json({ systemMessage: reason, hookSpecificOutput: { hookEventName: 'PreToolUse', additionalContext: reason } });
      case 'ask':
        return preToolOutput({ permissionDecision: 'ask', permissionDecisionReason: reason });
      case 'deny':
        return {
          ...block(reason),
          stdout: preToolOutput({ permissionDecision: 'deny', permissionDecisionReason: spoken(reason) }).stdout,
        };
      default:
        return decision satisfies never;
    }
  },
};
