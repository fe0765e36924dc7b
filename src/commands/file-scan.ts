/** One text through the engine, the suppression comments and the policy. */
import { delta } from '../engine/delta.ts';
import { type ScanTools, scan } from '../engine/scan.ts';
import type { Failure, Finding } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import { languageOf } from '../parse/languages.ts';
import { decide } from '../policy/decide.ts';
import type { Policy } from '../policy/policy.ts';
import { suppress } from '../policy/suppression.ts';
import { type Report, report } from '../report/report.ts';

export interface ScannedText {
  report: Report;
  /** Findings silenced by a comment. */
  suppressed: number;
}

/**
 * Finds and judges; without a policy every finding stays, suppressed or not, and nothing is blocked. Findings of `before`,
 * the same file at another time, do not count.
 */
export async function scanText(
  path: string,
  text: string,
  rules: readonly Rule[],
  tools: ScanTools,
  policy?: Policy,
  before: string | null = null,
): Promise<ScannedText> {
  const ruleOf = (id: string) => rules.find((rule) => rule.id === id) ?? null;
  const sources = { ruleOf, textOf: () => text };
  const { findings, failures } = await findIn(path, text, rules, tools);
  await offerReplacements(findings, rules, text);
  if (!policy) {
    const as = <T>(items: readonly T[]) => items.map((item) => ({ item, decision: 'warn' as const }));
    return { report: report({ findings: as(findings), failures: as(failures) }, sources), suppressed: 0 };
  }
  const old = before === null || findings.length === 0 ? [] : (await findIn(path, before, rules, tools)).findings;
  const fresh = old.length === 0 ? findings : delta(old, findings, before ?? '', text);
  const { kept, suppressed } = suppress(fresh, text);
  return { report: report(decide(kept, failures, policy), sources), suppressed: suppressed.length };
}

/** What rules with a `fix` or a `fix-regex` would put in the place of what they found. */
async function offerReplacements(findings: readonly Finding[], rules: readonly Rule[], text: string): Promise<void> {
  if (findings.length === 0) return;
  const offering = new Map(
    rules.flatMap((rule) => (rule.replacement === null && rule.replacementRegex === null ? [] : [[rule.id, rule]])),
  );
  if (offering.size === 0) return;
  const { replacementOf } = await import('../engine/replacement.ts');
  for (const finding of findings) {
    const rule = offering.get(finding.ruleId);
    if (rule) finding.replacement = replacementOf(rule, finding, text, languageOf(finding.path, text));
  }
}

/** Never rejects: what breaks down is a failure of kind `internal`. */
async function findIn(
  path: string,
  text: string,
  rules: readonly Rule[],
  tools: ScanTools,
): Promise<{ findings: Finding[]; failures: Failure[] }> {
  try {
    return await scan({ path, language: languageOf(path, text), text, fragment: false }, rules, tools);
  } catch (error) {
    const message = String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? '';
    return { findings: [], failures: [{ kind: 'internal', path, line: null, ruleId: null, message }] };
  }
}
