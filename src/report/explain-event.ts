/** What an agent or a user reads at events beside the call of a tool. */
import type { HookEvent } from '../model/toolcall.ts';
import type { Decision, Verdict } from '../model/verdict.ts';
import { findingBlocks } from './explain.ts';
import type { Sources } from './report.ts';

/** `''` when there is nothing to say. `blocks`: the event is stopped. */
export function explainEvent(event: HookEvent, verdict: Verdict, sources: Sources, blocks: boolean): string {
  const loud = verdict.findings.filter(({ decision }) => decision !== 'allow');
  if (loud.length === 0) return '';
  const count = `${loud.length} ${loud.length === 1 ? 'problem' : 'problems'}`;
  const [first, last] = wordsOf(event, count, blocks);
  return findingBlocks(first, { ...verdict, findings: loud, failures: [] }, sources, last);
}

function wordsOf(event: HookEvent, count: string, blocks: boolean): [first: string, last: string] {
  switch (event) {
    case 'prompt':
      return blocks
        ? [
            'forestall stopped this prompt: it holds a secret.',
            'The prompt was not sent. Take the secret out, or name the variable or file that holds it.',
          ]
        : [
            'forestall: this prompt holds a secret.',
            'Do not repeat it, write it to a file or use it in a command; ask the user for a variable that holds it, and to revoke it.',
          ];
    case 'post-tool':
      return [
        `forestall looked at what the tool gave back and left behind: ${count}.`,
        'Do not repeat a secret, write it to a file or send it anywhere; tell the user that it was read. Mend what stands in files.',
      ];
    case 'stop':
      return [
        `forestall looked again at the files that this session changed: ${count}.`,
        blocks ? 'Mend this before you stop, or tell the user why it is right.' : 'This was not stopped before it was written.',
      ];
    case 'session-start':
    case 'pre-tool':
    case 'other':
      return [`forestall: ${count}.`, ''];
    default:
      return event satisfies never;
  }
}

/** What a model is told when its session begins: what is judged, and how to live with it. */
export function policySummary(mode: 'enforce' | 'audit', listed: boolean, stop: Decision): string {
  const lines = [
    mode === 'audit'
      ? 'forestall judges edits, commands and MCP calls in this session before they run, and reports what it would stop.'
      : 'forestall judges edits, commands and MCP calls in this session before they run, and stops those that break the security policy.',
    'It reads the file or the command as it would be: bind values in SQL, start programs with lists of arguments, keep paths inside their folder, take secrets from the environment, and check who is asking in every route that changes data.',
    'When a call is stopped, follow its fix and try again. Another tool, another spelling or an ignore comment does not help; if the rule is wrong, ask the user.',
  ];
  if (listed) lines.push('Only MCP servers on the list of the policy may be used or added.');
  if (stop === 'deny') lines.push('The files that you change are looked at again before you stop.');
  return lines.join('\n');
}
