/**
 * Gemini CLI, driven with 0.61.0. It reads stdout as JSON before it looks at the exit code, and JSON without `decision` goes
 * ahead even with exit code 2: so a denial is said in JSON, on stderr and by the exit code.
 */
import { type Adapter, block, goAhead, json, spoken } from './adapter.ts';
import { decodePayload } from './payload.ts';

export const geminiCli: Adapter = {
  id: 'gemini-cli',
  decode: (payload) => decodePayload('gemini-cli', payload),
  encode({ event, decision, reason }) {
    if (event !== 'pre-tool') return goAhead;
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
