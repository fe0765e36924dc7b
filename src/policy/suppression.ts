/** Comments that silence a finding: `forestall-ignore <rule id>: <reason>` on the finding's line or the line above. */
import type { Finding } from '../model/finding.ts';
import type { RuleText } from '../model/rule.ts';

export interface Suppression {
  ruleId: string;
  /** `''` when none is given: the comment does not count. */
  reason: string;
  /** From 1. */
  line: number;
  /** Of the marker, in UTF-16 code units. */
  start: number;
  end: number;
}

const marker = 'forestall-ignore';
/** What a comment starts with, in the languages that rules are written for. */
const comment =
  /(?:\/\/|\/\*|#|<!--|--|;|%|^\s*\*|\brem\b).*?forestall-ignore[ \t]+([\w.@/-]+(?:[ \t]*,[ \t]*[\w.@/-]+)*)[ \t]*(?::[ \t]*(.*))?/i;

/** All such comments of a text, also those without a reason. One that names several rules gives one entry for each. */
export function suppressionsIn(text: string): Suppression[] {
  const found: Suppression[] = [];
  for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + marker.length)) {
    const lineStart = text.lastIndexOf('\n', at) + 1;
    const lineEnd = text.indexOf('\n', at);
    // Nobody writes a comment that far to the right; the bound keeps a long line cheap.
    const from = Math.max(lineStart, at - 300);
    const match = comment.exec(text.slice(from, Math.min(lineEnd < 0 ? text.length : lineEnd, at + 500)));
    if (!match) continue;
    const reason = (match[2] ?? '').replace(/\s*(?:\*\/|-->)\s*$/, '').trim();
    const line = lineNumber(text, at);
    for (const ruleId of (match[1] ?? '').split(/[ \t]*,[ \t]*/)) {
      found.push({ ruleId, reason, line, start: at, end: from + match.index + match[0].trimEnd().length });
    }
  }
  return found;
}

export interface Sifted {
  kept: Finding[];
  suppressed: Finding[];
}

/**
 * Takes out the findings of one text that a comment silences. Of an edit, `before` is the text before it, and only
 * comments that stood there count; `undefined` stands for a scan, in which every comment counts.
 */
export function suppress(findings: readonly Finding[], text: string, before?: string | null): Sifted {
  const lines = new Set<string>();
  if (text.includes(marker) && before !== null) {
    const stood = before === undefined ? () => true : stoodBefore(text, before);
    for (const { ruleId, reason, line } of suppressionsIn(text)) {
      if (reason !== '' && stood(line)) lines.add(`${line} ${ruleId}`).add(`${line + 1} ${ruleId}`);
    }
  }
  const sifted: Sifted = { kept: [], suppressed: [] };
  for (const finding of findings) {
    const silent = lines.size > 0 && lines.has(`${lineNumber(text, finding.span.start)} ${finding.ruleId}`);
    (silent ? sifted.suppressed : sifted.kept).push(finding);
  }
  return sifted;
}

/** The comments that an edit adds, whether or not they give a reason; a moved one is not added. */
export function addedSuppressions(before: string | null, after: string): Suppression[] {
  if (!after.includes(marker)) return [];
  const old = new Map<string, number>();
  const keyOf = (entry: Suppression) => `${entry.ruleId}: ${entry.reason}`;
  for (const entry of suppressionsIn(before ?? '')) old.set(keyOf(entry), (old.get(keyOf(entry)) ?? 0) + 1);
  return suppressionsIn(after).filter((entry) => {
    const left = old.get(keyOf(entry)) ?? 0;
    old.set(keyOf(entry), left - 1);
    return left <= 0;
  });
}

/**
 * Tells whether a line of `after` was already there: it lies before or after everything that changed, or it and its
 * successor stood together in `before`.
 */
function stoodBefore(after: string, before: string): (line: number) => boolean {
  const [now, then] = [after.split(/\r?\n/), before.split(/\r?\n/)];
  let head = 0;
  while (head < now.length && head < then.length && now[head] === then[head]) head++;
  let tail = 0;
  while (tail < now.length - head && tail < then.length - head && now.at(-1 - tail) === then.at(-1 - tail)) tail++;
  const pairs = new Set(then.map((line, index) => `${line}\n${then[index + 1] ?? ''}`));
  return (line) => {
    if (line <= head || line > now.length - tail) return true;
    return pairs.has(`${now[line - 1]}\n${now[line] ?? ''}`);
  };
}

function lineNumber(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** What is said about an edit that adds such a comment. It has no rule file: no pattern of code can say "added". */
export const suppressionAdded: RuleText & { id: string } = {
  id: 'guard/suppression-added',
  message: 'The edit adds a comment that silences a security rule.',
  why: 'A scanner that can be silenced by the code it scans protects nothing.',
  fix: 'Remove the comment and mend the code, or ask the user to approve the exception.',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-693'],
  owasp: ['LLM06:2025'],
  references: [],
  replacement: null,
  replacementRegex: null,
};

/** One finding of `guard/suppression-added` for each added comment. */
export function suppressionFindings(path: string, before: string | null, after: string): Finding[] {
  return addedSuppressions(before, after).map(({ ruleId, start, end }) => ({
    ruleId: suppressionAdded.id,
    path,
    span: { start, end },
    severity: suppressionAdded.severity,
    confidence: suppressionAdded.confidence,
    message: `The edit adds a comment that silences ${ruleId}.`,
    captures: {},
    trace: [],
    snippet: after.slice(start, Math.min(end, start + 200)),
    fingerprint: `${suppressionAdded.id}:${ruleId}`,
    replacement: null,
  }));
}
