/** Findings that are known: those of an earlier report in JSON. */
import type { ReportedFinding } from './report.ts';

/** `text` is what `scan --format json` wrote. Throws when it is not. */
export function withoutKnown(findings: readonly ReportedFinding[], text: string): ReportedFinding[] {
  const left = new Map<string, number>();
  for (const known of earlierFindings(text)) {
    const key = keyOf(known);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  return findings.filter(({ finding }) => {
    const key = keyOf(finding);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
}

interface Known {
  ruleId: string;
  path: string;
  fingerprint: string;
}

const keyOf = ({ ruleId, path, fingerprint }: Known): string => JSON.stringify([ruleId, path, fingerprint]);

function earlierFindings(text: string): Known[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Error('the baseline is not JSON');
  }
  const { version, findings } = (parsed ?? {}) as { version?: unknown; findings?: unknown };
  if (version !== 1 || !Array.isArray(findings))
    throw new Error('the baseline is not a report of `scan --format json`, version 1');
  return findings as Known[];
}
