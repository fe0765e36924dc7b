/**
 * Devin CLI and Devin Local: Claude Code's form of payload, with `exec` for the shell. Its documentation has exit code 2 and
 * `decision`, and no way to ask.
 */
import { type Adapter, answering, block, leftToTheUser } from './adapter.ts';
import { claudeForms } from './claude-code.ts';
import { decodePayload } from './payload.ts';

export const devinCli: Adapter = {
  id: 'devin-cli',
  decode: (payload) => decodePayload('devin-cli', payload),
  encode: answering({ ...claudeForms, ask: (reason) => block(leftToTheUser(reason, 'Devin')) }),
};
