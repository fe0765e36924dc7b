/**
 * Gemini CLI, driven with 0.61.0. It reads stdout as JSON before it looks at the exit code, and JSON without `decision` goes
 * ahead even with exit code 2: so a denial is said in JSON, on stderr and by the exit code.
 */
import { type Adapter, type Answer, answering, block, goAhead, json, type Reply, spoken } from './adapter.ts';
import { decodePayload } from './payload.ts';

export const geminiCli: Adapter = {
  id: 'gemini-cli',
  decode: (payload) => decodePayload('gemini-cli', payload),
  encode: answering({
    warn: (reason) =>
      json({ systemMessage: reason, hookSpecificOutput: { hookEventName: 'BeforeTool', additionalContext: reason } }),
    ask: (reason) => json({ decision: 'ask', reason: spoken(reason) }),
    deny: (reason) => ({ ...block(reason), stdout: json({ decision: 'deny', reason: spoken(reason) }).stdout }),
    otherwise: eventAnswer,
  }),
};

/** At `AfterTool` a denial hides what the tool gave back, at `BeforeAgent` the prompt is not sent, at `AfterAgent` it goes on. */
function eventAnswer({ event, eventName, decision, reason }: Answer): Reply {
  if (decision === 'allow' || reason.trim() === '' || event === 'other') return goAhead;
  if (decision === 'deny' && event !== 'session-start') return json({ decision: 'deny', reason: spoken(reason) });
  if (event === 'stop') return json({ systemMessage: reason });
  return json({ hookSpecificOutput: { hookEventName: eventName, additionalContext: reason } });
}
