/** The answers of Claude Code and of agents that took its form over, at events beside the call of a tool. */
import { type Answer, goAhead, json, type Reply, spoken } from './adapter.ts';

/**
 * What is told goes into `additionalContext`, which the model reads; at the end of a turn there is nobody to tell but the
 * user. A denial is `decision: "block"`: the prompt is not sent, the agent does not stop.
 */
export function eventReply({ event, eventName, decision, reason }: Answer): Reply {
  if (decision === 'allow' || reason.trim() === '') return goAhead;
  const told = (): Reply => json({ hookSpecificOutput: { hookEventName: eventName, additionalContext: reason } });
  switch (event) {
    case 'prompt':
      return decision === 'deny' ? json({ decision: 'block', reason: spoken(reason) }) : told();
    case 'post-tool':
      return decision === 'deny' ? json({ decision: 'block', reason: spoken(reason) }) : told();
    case 'session-start':
      return told();
    case 'stop':
      return decision === 'deny' ? json({ decision: 'block', reason: spoken(reason) }) : json({ systemMessage: reason });
    case 'pre-tool':
    case 'other':
      return goAhead;
    default:
      return event satisfies never;
  }
}
