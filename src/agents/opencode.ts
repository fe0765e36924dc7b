/**
 * OpenCode runs no programs as hooks: a small plugin (hooks-examples/opencode) hands each call to forestall, throws the text
 * of stderr when the exit code is not 0, and adds `additionalContext` to the tool's output.
 */
import { type Adapter, type Answer, block, goAhead, json, leftToTheUser, type Reply } from './adapter.ts';
import { type Fields, recordAt, textAt } from './fields.ts';
import { decodePayload, type Envelope, folderOf } from './payload.ts';

export const opencode: Adapter = {
  id: 'opencode',
  decode: (payload) => decodePayload('opencode', payload, envelopeOf),
  encode: (answer) => pluginReply(answer, 'OpenCode'),
};

/** The answer to a plugin of ours. */
export function pluginReply({ event, decision, reason }: Answer, name: string): Reply {
  if (event !== 'pre-tool') return goAhead;
  switch (decision) {
    case 'allow':
      return goAhead;
    case 'warn':
      return json({ additionalContext: reason });
    case 'ask':
      return block(leftToTheUser(reason, name));
    case 'deny':
      return block(reason);
    default:
      return decision satisfies never;
  }
}

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
