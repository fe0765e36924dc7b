/**
 * Gemini CLI, driven with 0.61.0. It reads stdout as JSON before it looks at the exit code, and JSON without `decision` goes
 * ahead even with exit code 2: so a denial is said in JSON, on stderr and by the exit code.
 */
import { type Adapter, type Answer, block, goAhead, json, type Reply, spoken } from './adapter.ts';
import { decodePayload } from './payload.ts';

export const geminiCli: Adapter = {
  id: 'gemini-cli',
  decode: (payload) => decodePayload('gemini-cli', payload),
  encode(answer) {
    const { event, decision, reason } = answer;
    if (event !== 'pre-tool') return eventAnswer(answer);
    switch (decision) {
      case 'allow':
        return goAhead;
      case 'warn':
        return json({ systemMessage: reason, hookSpecificOutput: { hookEventName: 'BeforeTool', additionalContext: reason } });
      case 'ask':
        return json({ decision: 'ask', reason: spoken(reason) });
      case 'deny':
        return { ...block(reason), stdout: json({ decision: 'deny', reason: spoken(reason) }).stdout };
      default:
        return decision satisfies never;
    }
  },
};

/** At `AfterTool` a denial hides what the tool gave back, at `BeforeAgent` the prompt is not sent, at `AfterAgent` it goes on. */
function eventAnswer({ event, eventName, decision, reason }: Answer): Reply {
  if (decision === 'allow' || reason.trim() === '' || event === 'other') return goAhead;
  if (decision === 'deny' && event !== 'session-start') return json({ decision: 'deny', reason: spoken(reason) });
  if (event === 'stop') return json({ systemMessage: reason });
  return json({ hookSpecificOutput: { hookEventName: eventName, additionalContext: reason } });
}
