/**
 * Qwen Code, driven with 0.24.4: Claude Code's form of payload and answer with tools of its own. With exit code 2 it reads
 * stderr, as JSON where it is JSON, and goes ahead where it is empty. Of several hooks the last `permissionDecision` wins, so
 * that a repository's hook that allows would undo a denial; `continue: false` is what no other hook can take back, and does no
 * more than deny while there is none.
 */
import { type Adapter, answering, type Reply, spoken } from './adapter.ts';
import { claudeForms } from './claude-code.ts';
import { eventReply } from './event-reply.ts';
import { decodePayload } from './payload.ts';

export const qwenCode: Adapter = {
  id: 'qwen-code',
  decode: (payload) => decodePayload('qwen-code', payload),
  encode: answering({ ...claudeForms, deny: denial, otherwise: eventReply }),
};

function denial(reason: string): Reply {
  const words = spoken(reason);
  const output = { decision: 'block', reason: words, continue: false, stopReason: words };
  return { exitCode: 2, stdout: '', stderr: `${JSON.stringify(output)}\n` };
}
