/** A text with what the rules offer put in the place of what they found. */
import type { Finding, Replacement } from '../model/finding.ts';
import type { Parsers } from '../parse/backends.ts';
import { type Syntax, syntaxOf } from '../parse/syntax-check.ts';

/** A finding with a replacement. */
export type Mendable = Finding & { replacement: Replacement };

/** The findings that have one: where they compete, the rule that comes first goes first, then the place. */
export function mendableIn(findings: readonly Finding[], rules: readonly { id: string }[]): Mendable[] {
  const order = new Map(rules.map(({ id }, at) => [id, at]));
  const rank = ({ ruleId }: Finding): number => order.get(ruleId) ?? 0;
  return findings
    .filter((finding): finding is Mendable => finding.replacement !== null)
    .sort((a, b) => rank(a) - rank(b) || a.span.start - b.span.start || b.span.end - a.span.end);
}

export interface FixedText {
  text: string;
  /** What was replaced, in the order of the text. */
  edits: readonly Replacement[];
  made: Mendable[];
  /** `overlap`: another one changes the same code. `syntax`: the text would no longer be valid code. */
  left: { finding: Mendable; why: 'overlap' | 'syntax' }[];
}

/**
 * Applies every replacement once, as far as the text stays valid code. Of those that overlap the first of the list is
 * taken. All are for this text.
 */
export async function fixedText(path: string, text: string, findings: readonly Mendable[], parsers: Parsers): Promise<FixedText> {
  const before = await syntaxOf(path, text, parsers);
  const isSound = async (edits: readonly Replacement[]): Promise<boolean> =>
    !before.uncounted && isNoWorse(await syntaxOf(path, withEdits(text, edits), parsers), before);
  const all = chosen(findings);
  if (await isSound(all.edits)) return { text: withEdits(text, all.edits), ...all };
  // One after the other, to tell which of them does it.
  const bad = new Set<Mendable>();
  let best = chosen([]);
  for (const [at, finding] of findings.entries()) {
    const more = chosen(findings.slice(0, at + 1).filter((one) => !bad.has(one)));
    if (more.edits.length === best.edits.length || (await isSound(more.edits))) best = more;
    else bad.add(finding);
  }
  const left = [...best.left, ...[...bad].map((finding) => ({ finding, why: 'syntax' as const }))];
  return { text: withEdits(text, best.edits), ...best, left };
}

const isNoWorse = (after: Syntax, before: Syntax): boolean => !after.uncounted && after.faults <= before.faults;

function chosen(findings: readonly Mendable[]): Pick<FixedText, 'edits' | 'made' | 'left'> {
  const edits: Replacement[] = [];
  const made: Mendable[] = [];
  const left: FixedText['left'] = [];
  for (const finding of findings) {
    const { start, end, text } = finding.replacement;
    const other = edits.find((edit) => start < edit.end && edit.start < end);
    if (!other) edits.push(finding.replacement);
    if (other && (other.start !== start || other.end !== end || other.text !== text)) left.push({ finding, why: 'overlap' });
    else made.push(finding);
  }
  edits.sort((a, b) => a.start - b.start);
  return { edits, made, left };
}

function withEdits(text: string, edits: readonly Replacement[]): string {
  let out = '';
  let last = 0;
  for (const edit of edits) {
    out += text.slice(last, edit.start) + edit.text;
    last = edit.end;
  }
  return out + text.slice(last);
}
