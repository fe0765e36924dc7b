/**
 * Devin CLI and Devin Local: Claude Code's form of payload, with `exec` for the shell. Its documentation has exit code 2 and
 * `decision`, and no way to ask.
 */
import { type Adapter, block, leftToTheUser } from './adapter.ts';
import { claudeReply } from './claude-code.ts';
import { decodePayload } from './payload.ts';

export const devinCli: Adapter = {
  id: 'devin-cli',
  decode: (payload) => decodePayload('devin-cli', payload),
  encode: (answer) =>
    answer.event === 'pre-tool' && answer.decision === 'ask' ? block(leftToTheUser(answer.reason, 'Devin')) : claudeReply(answer),
};
