/** The reason that an agent reads: what is wrong, where, and what to write instead. */

import type { Failure } from '../model/finding.ts';
import type { Action } from '../model/toolcall.ts';
import { type Decision, decisions, type Judged, type Verdict } from '../model/verdict.ts';
import { oneLine, type Report, type ReportedFinding, report, type Sources, sentence } from './report.ts';

/** What was to happen, in a word. */
export type Subject = 'edit' | 'command' | 'call';

/** Agents cut longer reasons off. In bytes of UTF-8. */
const LIMIT = 4000;
const MOST = 10;

export function subjectOf(action: Action): Subject {
  switch (action.kind) {
    case 'write':
    case 'edit':
    case 'insert':
    case 'piece':
    case 'delete':
    case 'notebook':
    case 'patch':
      return 'edit';
    case 'shell':
    case 'exec':
      return 'command';
    case 'read':
    case 'mcp':
    case 'fetch':
    case 'none':
    case 'unknown':
      return 'call';
    case 'several': {
      const [first = 'call', ...others] = action.actions.map(subjectOf);
      return others.every((subject) => subject === first) ? first : 'call';
    }
    default:
      return action satisfies never;
  }
}

/** `''` when the verdict is to say nothing. Plain text without colour, under 4 kB, ending without a line break. */
export function explain(verdict: Verdict, subject: Subject, sources: Sources): string {
  const loud = {
    findings: verdict.findings.filter(({ decision }) => decision !== 'allow'),
    failures: verdict.failures.filter(({ decision }) => decision !== 'allow'),
  };
  if (loud.findings.length === 0 && loud.failures.length === 0) return '';
  const made = report(loud, sources);
  const worst = strictestOf(made);
  return layOut(headline(verdict, worst, subject, made), made, subject, ending(verdict, worst, subject, made));
}

/** The findings between two sentences. Plain text under 4 kB, ending without a line break. */
export const findingBlocks = (
  first: string,
  verdict: Pick<Verdict, 'findings' | 'failures'>,
  sources: Sources,
  last: string,
): string => layOut(first, report(verdict, sources), 'edit', last);

function layOut(first: string, made: Report, subject: Subject, last: string): string {
  const failures = made.failures.slice(0, 5).map(failureLine);
  const blocks = made.findings.slice(0, MOST).map((item) => findingBlock(item, subject));
  for (;;) {
    const hidden = made.findings.length - blocks.length;
    const rest = hidden > 0 ? [`… and ${hidden} more.`] : [];
    const text = [first, ...blocks, ...rest, ...(failures.length > 0 ? [failures.join('\n')] : []), last].join('\n\n');
    if (new TextEncoder().encode(text).length <= LIMIT) return text;
    if (blocks.length > 1) blocks.pop();
    else if (failures.length > 1) failures.pop();
    else return new TextDecoder().decode(new TextEncoder().encode(text).slice(0, LIMIT)).replace(/\uFFFD+$/, '');
  }
}

const strictestOf = (made: Report): Decision => {
  const all = [...made.findings, ...made.failures].map(({ decision }) => decisions.indexOf(decision));
  return decisions[Math.max(...all)] ?? 'allow';
};

function headline(verdict: Verdict, worst: Decision, subject: Subject, made: Report): string {
  const count = made.findings.length;
  const paths = [...new Set(made.findings.map(({ finding }) => finding.path))].filter((path) => path !== '');
  const where =
    subject === 'command' || paths.length === 0
      ? ''
      : paths.length === 1
        ? ` in ${oneLine(paths[0] ?? '', 200)}`
        : ` in ${paths.length} files`;
  const what = count > 0 ? `${count} ${count === 1 ? 'problem' : 'problems'}${where}` : 'it could not be judged';
  const deed = {
    deny: verdict.audit ? `would block this ${subject}` : `blocked this ${subject}`,
    ask: verdict.audit ? `would ask about this ${subject}` : `asks a person about this ${subject}`,
    warn: `warns about this ${subject}`,
    allow: `looked at this ${subject}`,
  }[worst];
  return `forestall ${deed}: ${what}`;
}

function findingBlock(item: ReportedFinding, subject: Subject): string {
  const { finding, place } = item;
  const inCall = place.startLine > 1 && subject === 'command' ? `line ${place.startLine}  ` : '';
  const where = finding.path === '' ? inCall : `${oneLine(finding.path, 200)}:${place.startLine}  `;
  const cwe = item.cwe[0] ? `  ${item.cwe[0]}` : '';
  const lines = [
    `${where}${finding.ruleId}  ${finding.severity}${cwe}`,
    `  ${oneLine(finding.snippet, 160)}`,
    `  ${sentence(item)}`,
  ];
  if (item.fix !== '') lines.push(`  Fix: ${uncapitalised(oneLine(item.fix, 400))}`);
  return lines.join('\n');
}

function ending(verdict: Verdict, worst: Decision, subject: Subject, made: Report): string {
  const rule = made.findings[0]?.finding.ruleId;
  const explained = rule ? ` (forestall explain ${rule})` : '';
  if (verdict.audit || worst === 'warn' || worst === 'allow') {
    const through =
      subject === 'edit' ? 'The edit goes through' : subject === 'command' ? 'The command runs' : 'The call goes through';
    return rule ? `${through}. Mend this in your next step, or tell the user why it is right${explained}.` : `${through}.`;
  }
  const nothing = subject === 'edit' ? 'Nothing was written.' : subject === 'command' ? 'Nothing was run.' : 'Nothing was done.';
  if (!rule) return `${nothing} Tell the user what could not be judged.`;
  if (worst === 'ask') return `The user decides. If they refuse, follow the fix${explained}.`;
  const again =
    subject === 'edit'
      ? 'Make the same edit with the fix. Another tool or an ignore comment'
      : 'Do it as the fix says. Another tool or another spelling';
  return `${nothing} ${again} will not get it through;\nif this is wrong, ask the user${explained}.`;
}

function failureLine({ item }: Judged<Failure>): string {
  const at = item.path === '' ? '' : `${oneLine(item.path, 200)}${item.line === null ? '' : `:${item.line}`}: `;
  return `${item.kind}: ${at}${oneLine(item.message, 300)}`;
}

/** "Pass the value" reads on after "Fix:" as "pass the value"; a name or an acronym keeps its capital. */
const uncapitalised = (text: string): string =>
  /^[A-Z][a-z]* /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
