/** SARIF 2.1.0 (OASIS), as code-scanning services read it. */
import type { Place, Severity } from '../model/finding.ts';
import { byPlace, type Report, type ReportedFinding } from './report.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};
/** GitHub sorts by this property: 9 and above is critical, 7 high, 4 medium. */
const scores: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '3.0', info: '0.5' };

export function sarifReport(made: Report, version: string): string {
  const findings = byPlace(made.findings);
  const ids = [...new Set(findings.map(({ finding }) => finding.ruleId))].sort();
  const rules = ids.map((id) => {
    const item = findings.find(({ finding }) => finding.ruleId === id) as ReportedFinding;
    return {
      id,
      shortDescription: { text: item.why || item.finding.message },
      help: { text: item.fix || item.finding.message },
      properties: {
        tags: ['security', ...item.cwe, ...item.owasp],
        precision: item.finding.confidence,
        'security-severity': scores[item.finding.severity],
      },
    };
  });
  const results = findings.map((item) => ({
    ruleId: item.finding.ruleId,
    ruleIndex: ids.indexOf(item.finding.ruleId),
    level: levels[item.finding.severity],
    message: { text: item.fix ? `${item.finding.message} ${item.fix}` : item.finding.message },
    locations: [location(item.finding.path, item.place)],
    partialFingerprints: { 'forestall/v1': item.finding.fingerprint },
    ...(item.replacement && { fixes: [fix(item.finding.path, item.replacement)] }),
    ...(item.trace.length === 0
      ? {}
      : {
          codeFlows: [
            {
              threadFlows: [
                {
                  locations: item.trace.map((step) => ({
                    location: { ...location(item.finding.path, step.place), message: { text: step.kind } },
                  })),
                },
              ],
            },
          ],
        }),
  }));
  const notifications = made.failures.map(({ item }) => ({
    level: 'error',
    descriptor: { id: item.kind },
    message: { text: item.message },
    ...(item.path === ''
      ? {}
      : {
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(item.path) },
                ...(item.line ? { region: { startLine: item.line } } : {}),
              },
            },
          ],
        }),
  }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'forestall', version, rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const uriOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

function location(path: string, place: Place) {
  return { physicalLocation: { artifactLocation: { uri: uriOf(path) }, region: region(place) } };
}

const region = ({ startLine, startColumn, endLine, endColumn }: Place) => ({ startLine, startColumn, endLine, endColumn });

function fix(path: string, { place, text }: NonNullable<ReportedFinding['replacement']>) {
  const replacements = [{ deletedRegion: region(place), insertedContent: { text } }];
  return {
    description: { text: 'The fix that the rule offers.' },
    artifactChanges: [{ artifactLocation: { uri: uriOf(path) }, replacements }],
  };
}
