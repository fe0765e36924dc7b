/** JUnit's XML: one test case per finding, failed when the policy blocks it. */
import { byPlace, type Report, sentence } from './report.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 has no way to write most control characters. */
const xml = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').replace(/[&<>"]/g, (char) => escapes[char] ?? char);

export function junitReport(made: Report, files: number): string {
  const findings = byPlace(made.findings);
  const cases = findings.map((item) => {
    const name = `${item.finding.ruleId} ${item.finding.path}:${item.place.startLine}`;
    const text = `${sentence(item)}${item.fix === '' ? '' : `\nFix: ${item.fix}`}\n${item.finding.snippet}`;
    const body =
      item.decision === 'deny'
        ? `<failure message="${xml(item.finding.message)}" type="${item.finding.severity}">${xml(text)}</failure>`
        : `<system-out>${xml(text)}</system-out>`;
    return `    <testcase classname="${xml(item.finding.path)}" name="${xml(name)}">${body}</testcase>\n`;
  });
  for (const { item } of made.failures) {
    const message = `${item.kind}: ${item.message}`;
    cases.push(
      `    <testcase classname="${xml(item.path || 'forestall')}" name="${xml(item.kind)}"><error message="${xml(message)}"/></testcase>\n`,
    );
  }
  if (cases.length === 0) cases.push(`    <testcase classname="forestall" name="${files} files, nothing found"/>\n`);
  const failures = findings.filter(({ decision }) => decision === 'deny').length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="${made.failures.length}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts}>\n  <testsuite name="forestall" ${counts}>\n${cases.join('')}  </testsuite>\n</testsuites>\n`;
}
