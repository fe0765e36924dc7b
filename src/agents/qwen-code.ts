/**
 * Qwen Code, driven with 0.24.4: Claude Code's form of payload and answer with tools of its own. Exit code 2 denies only with
 * text on stderr, which `block` always has.
 */
import type { Adapter } from './adapter.ts';
import { claudeReply } from './claude-code.ts';
import { eventReply } from './event-reply.ts';
import { decodePayload } from './payload.ts';

export const qwenCode: Adapter = {
  id: 'qwen-code',
  decode: (payload) => decodePayload('qwen-code', payload),
  encode: (answer) => (answer.event === 'pre-tool' ? claudeReply(answer) : eventReply(answer)),
};
