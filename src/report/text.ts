/** What `scan` prints for people, in colour where the terminal has it. */
import type { Severity } from '../model/finding.ts';
import type { Decision } from '../model/verdict.ts';
import type { Stats } from './json.ts';
import { byPlace, oneLine, type Report, sentence } from './report.ts';

/** Colours a text, or returns it as it is. */
export interface Paint {
  severity(severity: Severity, text: string): string;
  strong(text: string): string;
  faint(text: string): string;
}

export const plainPaint: Paint = { severity: (_, text) => text, strong: (text) => text, faint: (text) => text };

export async function colourPaint(): Promise<Paint> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  const colours = { critical: chalk.bold.red, high: chalk.red, medium: chalk.yellow, low: chalk.blue, info: chalk.gray };
  return {
    severity: (severity, text) => colours[severity](text),
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
  };
}

const outcomes: Readonly<Record<Decision, string>> = {
  deny: 'blocked',
  ask: 'a person decides',
  warn: 'warning',
  allow: 'allowed',
};

/** Findings that the policy allows are counted, not shown. Ends in a line break. */
export function textReport(made: Report, stats: Stats, paint: Paint): string {
  const shown = byPlace(made.findings).filter(({ decision }) => decision !== 'allow');
  const blocks = shown.map((item) => {
    const { finding, place } = item;
    const where = finding.path === '' ? `command:${place.startLine}` : `${oneLine(finding.path, 300)}:${place.startLine}`;
    const cwe = item.cwe[0] ? `  ${item.cwe[0]}` : '';
    const lines = [
      `${paint.strong(where)}  ${finding.ruleId}  ${paint.severity(finding.severity, finding.severity)}${cwe}  ${paint.faint(outcomes[item.decision])}`,
      `  ${oneLine(finding.snippet, 160)}`,
      `  ${sentence(item)}`,
    ];
    if (item.fix !== '') lines.push(`  Fix: ${oneLine(item.fix, 400)}`);
    return `${lines.join('\n')}\n\n`;
  });
  const failures = made.failures.map(({ item }) => {
    const at = item.path === '' ? '' : `${oneLine(item.path, 300)}${item.line === null ? '' : `:${item.line}`}: `;
    const rule = item.ruleId === null ? '' : `${item.ruleId}: `;
    return `${item.kind}: ${at}${rule}${oneLine(item.message, 300)}\n`;
  });
  if (failures.length > 0) failures.push('\n');
  return `${blocks.join('')}${failures.join('')}${summary(made, stats)}\n`;
}

function summary(made: Report, stats: Stats): string {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  const of = (decision: Decision) => made.findings.filter((item) => item.decision === decision).length;
  const parts = [
    of('deny') > 0 ? `${of('deny')} blocked` : '',
    of('ask') > 0 ? `${of('ask')} to ask about` : '',
    of('warn') > 0 ? count(of('warn'), 'warning') : '',
    of('allow') > 0 ? `${of('allow')} allowed` : '',
    stats.suppressed > 0 ? `${stats.suppressed} suppressed` : '',
  ].filter((part) => part !== '');
  const skipped = stats.skipped > 0 ? `, ${stats.skipped} skipped` : '';
  const where = stats.files === 0 && stats.lines > 0 ? 'the command' : count(stats.files, 'file');
  const hint = stats.mendable ? ` ${stats.mendable} can be fixed with --fix.` : '';
  return `${parts.length > 0 ? parts.join(', ') : 'Nothing found'} in ${where}${skipped} (${stats.lines} lines, ${count(stats.rules, 'rule')}, ${stats.ms} ms).${hint}`;
}
