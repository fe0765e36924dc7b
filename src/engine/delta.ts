/** Only what a change brings in. */
import type { Finding } from '../model/finding.ts';

/**
 * The findings of `after` without those of `before`, by fingerprint and number: two copies where there was one leave one.
 * Of copies, the one whose line is new is kept: `beforeText` and `afterText` tell.
 */
export function delta(before: readonly Finding[], after: readonly Finding[], beforeText: string, afterText: string): Finding[] {
  const left = new Map<string, number>();
  for (const { fingerprint } of before) left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1);
  const old = new Set(beforeText.split('\n').map((line) => line.trim()));
  const familiar = (finding: Finding): boolean => old.has(lineAt(afterText, finding.span.start));
  // Old lines use up the old findings first; a stable sort keeps the order otherwise.
  const order = [...after].sort((a, b) => Number(familiar(b)) - Number(familiar(a)));
  const fresh = new Set<Finding>();
  for (const finding of order) {
    const count = left.get(finding.fingerprint) ?? 0;
    if (count > 0) left.set(finding.fingerprint, count - 1);
    else fresh.add(finding);
  }
  return after.filter((finding) => fresh.has(finding));
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? text.length : end).trim();
}
