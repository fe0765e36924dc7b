/**
 * OpenCode runs no programs as hooks: a small plugin (hooks-examples/opencode) hands each call to forestall, throws the text
 * of stderr when the exit code is not 0, and adds `additionalContext` to the tool's output.
 */
import { type Adapter, answering, block, json, leftToTheUser } from './adapter.ts';
import { type Fields, recordAt, textAt } from './fields.ts';
import { decodePayload, type Envelope, folderOf } from './payload.ts';

/** The answers to a plugin of ours. */
export const toPlugin = (name: string): Adapter['encode'] =>
  answering({
    warn: (reason) => json({ additionalContext: reason }),
    ask: (reason) => block(leftToTheUser(reason, name)),
    deny: block,
  });

export const opencode: Adapter = {
  id: 'opencode',
  decode: (payload) => decodePayload('opencode', payload, envelopeOf),
  encode: toPlugin('OpenCode'),
};

/** The arguments of `tool.execute.before` as they are, for plugins that pass them on so. */
function envelopeOf(payload: Fields): Envelope | null {
  const tool = textAt(recordAt(payload, 'input'), 'tool');
  if (tool === null) return null;
  const output = recordAt(payload, 'output');
  const done = 'title' in output || 'metadata' in output;
  const eventName = textAt(payload, 'hook_event_name') ?? (done ? 'tool.execute.after' : 'tool.execute.before');
  const cwd = folderOf(payload) || (textAt(payload, 'directory') ?? '');
  return { eventName, event: done ? 'post-tool' : 'pre-tool', tool, input: output['args'], cwd, mcp: null };
}
