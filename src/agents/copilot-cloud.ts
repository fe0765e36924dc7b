/**
 * Copilot's cloud agent: the protocol of the CLI, from `.github/hooks` of the default branch. Nobody is there to ask, and
 * `ask` would deny without saying why.
 */
import type { Adapter } from './adapter.ts';
import { camelEnvelope, copilotReply } from './copilot-cli.ts';
import { decodePayload } from './payload.ts';

export const copilotCloud: Adapter = {
  id: 'copilot-cloud',
  decode: (payload) => decodePayload('copilot-cloud', payload, camelEnvelope),
  encode: (answer) => copilotReply(answer, false),
};
