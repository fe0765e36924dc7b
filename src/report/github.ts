/** Workflow commands that GitHub Actions turns into annotations. */
import type { Decision } from '../model/verdict.ts';
import { byPlace, oneLine, type Report, sentence } from './report.ts';

const kinds: Readonly<Record<Decision, 'error' | 'warning' | 'notice'>> = {
  deny: 'error',
  ask: 'warning',
  warn: 'warning',
  allow: 'notice',
};

const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

export function githubReport(made: Report): string {
  const lines = byPlace(made.findings).map((item) => {
    const { place, finding } = item;
    const at = `file=${property(finding.path)},line=${place.startLine},col=${place.startColumn},endLine=${place.endLine}`;
    const fix = item.fix === '' ? '' : ` Fix: ${oneLine(item.fix, 400)}`;
    return `::${kinds[item.decision]} ${at},title=${property(finding.ruleId)}::${data(`${sentence(item)}${fix}`)}\n`;
  });
  for (const { item, decision } of made.failures) {
    const at = item.path === '' ? '' : ` file=${property(item.path)}${item.line === null ? '' : `,line=${item.line}`}`;
    lines.push(`::${kinds[decision]}${at}::${data(`${item.kind}: ${item.message}`)}\n`);
  }
  return lines.join('');
}
