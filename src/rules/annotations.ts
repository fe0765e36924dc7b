/** Comments in a fixture that say what rules must find there: `ruleid: <id>`, `ok: <id>`, `todoruleid:`, `todook:`. */

export const annotationKinds = ['ruleid', 'ok', 'todoruleid', 'todook'] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

export interface Annotation {
  kind: AnnotationKind;
  ruleId: string;
  /** The line that it speaks of, from 1: the next one that is not itself an annotation, blank or a comment. */
  line: number;
  /** The first line that it may speak of: a finding may also lie in a comment above `line`. */
  from: number;
}

const opening = String.raw`(?:\/\/|\/\*|#|<!--|<%#|--|\(\*|@\*|;|%|\{\/\*|\{\{!(?:--)?|\bREM\b)`;
const id = String.raw`[\w./@-]*\w`;
const annotation = new RegExp(
  String.raw`(?:(?:^|\s|[;,(){}])${opening}+|^\s*\*)\s*((?:todo|pro|deep)*)(ruleid|ok)\s*:\s*(${id}(?:\s*,\s*${id})*)`,
  'i',
);
/** A line with nothing but an annotation, or a comment that goes on or ends below one. */
const whole = new RegExp(String.raw`^\s*(?:${opening}|\*\/?\s*$)`);

/** In the order of the text. One comment may name several rules, apart by commas. */
export function annotationsIn(text: string): Annotation[] {
  const found: Annotation[] = [];
  let open: Annotation[] = [];
  text.split(/\r?\n/).forEach((content, index) => {
    const match = annotation.exec(content);
    if (match) {
      // What only other engines find (`deepruleid:`, `prook:`) says as little of this one as what is still to do.
      const prefix = match[1] === '' ? '' : 'todo';
      const kind = `${prefix}${(match[2] ?? '').toLowerCase()}` as AnnotationKind;
      for (const entry of open) entry.from = index + 2;
      for (const ruleId of (match[3] ?? '').split(/\s*,\s*/)) open.push({ kind, ruleId, line: index + 2, from: index + 2 });
      found.push(...open.slice(-(match[3] ?? '').split(',').length));
    } else if (!isContinuation(content)) {
      for (const entry of open) entry.line = index + 1;
      open = [];
    }
  });
  return found;
}

const waiver = /(?:^|[\s#/*-])nosem(?:grep)?(?=[\s:*-]|$)(?:\s*:\s*([\w./@-]+(?:\s*,\s*[\w./@-]+)*))?/i;

/** Whether the fixture takes the finding back as Semgrep's users do: `nosemgrep`, perhaps with ids, there or alone on the line above. */
export function isTakenBack(lines: readonly string[], line: number, ruleId: string): boolean {
  return [lines[line - 1] ?? '', lines[line - 2] ?? ''].some((content, above) => {
    const match = (above === 0 || whole.test(content)) && waiver.exec(content);
    if (!match) return false;
    const ids = match[1]?.split(/\s*,\s*/);
    return ids === undefined || ids.some((id) => id === ruleId || id.endsWith(`.${ruleId}`));
  });
}

const isContinuation = (content: string): boolean => content.trim() === '' || whole.test(content);

/** Where a rule's reported lines and its annotations differ. Lines of `todo…` annotations may be either way. */
export interface Difference {
  ruleId: string;
  /** Annotated `ruleid`, not reported. */
  missing: number[];
  /** Reported without `ruleid`. */
  noisy: number[];
}

/** `reported` holds the first line of each finding of the rule. */
export function differenceOf(ruleId: string, annotations: readonly Annotation[], reported: Iterable<number>): Difference {
  const own = annotations.filter((entry) => entry.ruleId === ruleId);
  const speaksOf = (entry: Annotation, line: number) => line >= entry.from && line <= entry.line;
  const wanted = own.filter(({ kind }) => kind === 'ruleid');
  const either = own.filter(({ kind }) => kind === 'todoruleid' || kind === 'todook');
  const got = [...new Set(reported)].sort((a, b) => a - b);
  return {
    ruleId,
    missing: wanted.filter((entry) => !got.some((line) => speaksOf(entry, line))).map(({ line }) => line),
    noisy: got.filter((line) => ![...wanted, ...either].some((entry) => speaksOf(entry, line))),
  };
}
