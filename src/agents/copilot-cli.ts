/**
 * GitHub Copilot CLI, driven with 1.0.102. The event's spelling in the configuration chooses the dialect: `preToolUse` sends
 * camel case without an event name and reads flat JSON at exit code 0 or 2; `PreToolUse` sends Claude Code's fields, takes
 * nested JSON, and forgets the reason at exit code 2. stderr never reaches the model. Bad JSON allows, every other exit
 * code denies.
 */
import { type Adapter, type Answer, goAhead, json, leftToTheUser, preToolOutput, type Reply, spoken } from './adapter.ts';
import { type Fields, textAt } from './fields.ts';
import { decodePayload, type Envelope, folderOf } from './payload.ts';

export const copilotCli: Adapter = {
  id: 'copilot-cli',
  decode: (payload) => decodePayload('copilot-cli', payload, camelEnvelope),
  encode: (answer) => copilotReply(answer, true),
};

/** `canAsk`: somebody is there to be asked. */
export function copilotReply(answer: Answer, canAsk: boolean): Reply {
  const { event, eventName, decision, reason } = answer;
  if (event !== 'pre-tool') return eventAnswer(answer);
  const nested = /^[A-Z]/.test(eventName);
  const say = (fields: Record<string, string>): Reply => (nested ? preToolOutput(fields) : json(fields));
  const deny = (text: string): Reply => {
    const reply = say({ permissionDecision: 'deny', permissionDecisionReason: text });
    return nested ? reply : { ...reply, exitCode: 2, stderr: `${text}\n` };
  };
  switch (decision) {
    case 'allow':
      // Not `permissionDecision: "allow"`, which would skip the user's own permission prompt.
      return goAhead;
    case 'warn':
      return say({ additionalContext: reason });
    case 'ask':
      if (!canAsk) return deny(leftToTheUser(reason, 'the cloud agent'));
      return say({ permissionDecision: 'ask', permissionDecisionReason: spoken(reason) });
    case 'deny':
      return deny(spoken(reason));
    default:
      return decision satisfies never;
  }
}

/** Flat JSON in both dialects. A prompt cannot be stopped: the model is told instead. */
function eventAnswer({ event, decision, reason }: Answer): Reply {
  if (decision === 'allow' || reason.trim() === '' || event === 'other') return goAhead;
  if (event === 'stop') return decision === 'deny' ? json({ decision: 'block', reason: spoken(reason) }) : goAhead;
  return json({ additionalContext: reason });
}

/** The dialect without event names: what stands in it tells the event. */
export function camelEnvelope(payload: Fields): Envelope | null {
  if (textAt(payload, 'hook_event_name', 'hookEventName') !== null || !('sessionId' in payload)) return null;
  const call = { eventName: '', cwd: folderOf(payload), mcp: null };
  if ('toolName' in payload || 'toolArgs' in payload) {
    const done = 'toolResult' in payload || 'error' in payload;
    const tool = textAt(payload, 'toolName') ?? '';
    return { ...call, event: done ? 'post-tool' : 'pre-tool', tool, input: payload['toolArgs'] };
  }
  const event =
    'prompt' in payload ? 'prompt' : 'source' in payload ? 'session-start' : 'stopReason' in payload ? 'stop' : 'other';
  return { ...call, event, tool: '', input: undefined };
}
