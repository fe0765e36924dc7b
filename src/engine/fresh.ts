/**
 * What a change of a text brings in. The text before is looked at only when something is found, only by the rules that found
 * it, and only where the search of the new text looked.
 */
import type { Source } from '../model/effect.ts';
import type { RuleHead } from '../model/rule.ts';
import { delta } from './delta.ts';
import type { OtherText, ScanResult } from './scan.ts';

/**
 * Searches one text with the rules that `wanted` lets through; with `other`, the text on the other side of the edit, perhaps
 * only where the edit can have changed what is found.
 */
export type Scan = (source: Source, wanted: (head: RuleHead) => boolean, other?: OtherText) => Promise<ScanResult>;

const all = (): boolean => true;

/** The findings and failures of `after` without those of `before`. */
export async function freshFindings(
  before: Source | null,
  after: Source,
  scan: Scan,
): Promise<Pick<ScanResult, 'findings' | 'failures'>> {
  let now = await scan(after, all, before ? { text: before.text } : undefined);
  if (before === null || now.findings.length + now.failures.length === 0) return now;
  // Where the search itself had trouble both texts are searched whole: the trouble may not be new, and hides things.
  if (now.partial && now.failures.length > 0) now = await scan(after, all);
  const { partial } = now;
  let old = await scan(before, alikeTo(now), partial && { text: after.text, counterpart: partial });
  // Nothing at all is also nothing in the part.
  if (partial && ((old.findings.length > 0 && !old.partial) || old.failures.length > 0)) {
    now = await scan(after, all);
    old = await scan(before, alikeTo(now));
  }
  // Code that could not be read before either is not this edit's doing.
  const known = new Set(old.failures.map(({ kind, message }) => `${kind} ${message}`));
  return {
    findings: delta(old.findings, now.findings, before.text, after.text),
    failures: now.failures.filter(({ kind, message }) => !known.has(`${kind} ${message}`)),
  };
}

const overTrees: ReadonlySet<RuleHead['mode']> = new Set(['search', 'taint', 'route']);

/** The rules whose findings in the old text matter. Of those for secrets one may hide what another finds. */
function alikeTo({ findings, failures }: ScanResult): (head: RuleHead) => boolean {
  if (failures.length > 0) return all;
  const found = new Set(findings.map(({ ruleId }) => ruleId));
  return (head) => found.has(head.id) || !overTrees.has(head.mode);
}
