/**
 * Kiro: the IDE and `kiro-cli --v3` (`PreToolUse`), and the older engine of `kiro-cli`, once Amazon Q (`preToolUse`). Both take
 * exit code 2 with the reason on stderr; on stdout the newer one reads only that a person is to be asked, the older nothing.
 */
import { type Adapter, answering, block, json, leftToTheUser, note, spoken } from './adapter.ts';
import { decodePayload } from './payload.ts';

export const kiro: Adapter = {
  id: 'kiro',
  decode: (payload) => decodePayload('kiro', payload),
  encode: answering({
    warn: note,
    ask: (reason, { eventName }) => {
      if (eventName !== 'PreToolUse') return block(leftToTheUser(reason, 'kiro-cli'));
      // It is not documented at which of the two places the field is read.
      const fields = { permissionDecision: 'ask', permissionDecisionReason: spoken(reason) };
      return json({ ...fields, hookSpecificOutput: { hookEventName: eventName, ...fields } });
    },
    deny: block,
  }),
};
