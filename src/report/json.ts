/** `scan --format json`, version 1: public, see `docs/json.md`. */
import type { Place } from '../model/finding.ts';
import { byPlace, type Report } from './report.ts';

export interface Stats {
  files: number;
  /** Files and folders that were left out: ignored, binary, minified, too large. */
  skipped: number;
  lines: number;
  rules: number;
  /** Findings silenced by a comment; not part of version 1. */
  suppressed: number;
  /** Findings that `--fix` would mend, where it was not given; not part of version 1. */
  mendable?: number;
  /** Wall clock. */
  ms: number;
}

const point = (line: number, column: number, offset: number) => ({ line, column, offset });
const range = (place: Place) => ({
  start: point(place.startLine, place.startColumn, place.start),
  end: point(place.endLine, place.endColumn, place.end),
});

/** Ends in a line break. The same findings give the same bytes. */
export function jsonReport(made: Report, counts: Stats, version: string): string {
  const findings = byPlace(made.findings).map((item) => ({
    ruleId: item.finding.ruleId,
    path: item.finding.path,
    ...range(item.place),
    severity: item.finding.severity,
    confidence: item.finding.confidence,
    decision: item.decision,
    message: item.finding.message,
    why: item.why,
    fix: item.fix,
    ...(item.replacement && { replacement: { ...range(item.replacement.place), text: item.replacement.text } }),
    cwe: item.cwe,
    owasp: item.owasp,
    snippet: item.finding.snippet,
    trace: item.trace.map((step) => ({ kind: step.kind, path: item.finding.path, ...range(step.place) })),
    metavariables: Object.fromEntries(Object.entries(item.finding.captures).sort(([a], [b]) => (a < b ? -1 : 1))),
    fingerprint: item.finding.fingerprint,
  }));
  const errors = made.failures.map(({ item }) => ({
    kind: item.kind,
    ...(item.path === '' ? {} : { path: item.path }),
    ...(item.ruleId === null ? {} : { ruleId: item.ruleId }),
    ...(item.line === null ? {} : { line: item.line }),
    message: item.message,
  }));
  const order = (error: (typeof errors)[number]) =>
    JSON.stringify([error.path ?? '', error.line ?? 0, error.kind, error.message]);
  errors.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  const { files, skipped, lines, rules, ms } = counts;
  const stats = { files, skipped, lines, rules, ms };
  return `${JSON.stringify({ version: 1, tool: { name: 'forestall', version }, findings, errors, stats }, null, 2)}\n`;
}
