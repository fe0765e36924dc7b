/** What every form of output is made from: judged findings with places and words, secrets masked. */
import type { Failure, Finding, Place, TraceStep } from '../model/finding.ts';
import type { RuleText } from '../model/rule.ts';
import type { Decision, Judged, Verdict } from '../model/verdict.ts';
import { maskCode, maskText } from './mask.ts';
import { placer } from './place.ts';

export interface Report {
  /** In the order of the verdict: worst first. */
  findings: ReportedFinding[];
  failures: Judged<Failure>[];
}

export interface ReportedFinding {
  finding: Finding;
  decision: Decision;
  place: Place;
  trace: { kind: TraceStep['kind']; place: Place; text: string }[];
  /** What the rule's `fix` puts there; null where it would show a secret. */
  replacement: { place: Place; text: string } | null;
  why: string;
  fix: string;
  cwe: string[];
  owasp: string[];
  references: string[];
}

/** Where the words and the texts are; `null` for a rule or a text that is gone. */
export interface Sources {
  ruleOf(id: string): RuleText | null;
  /** The scanned text of a path: of an edit, the resulting file. */
  textOf(path: string): string | null;
}

export function report(verdict: Pick<Verdict, 'findings' | 'failures'>, sources: Sources): Report {
  const placers = new Map<string, ReturnType<typeof placer>>();
  const placerOf = (path: string) => {
    let place = placers.get(path);
    if (!place) {
      place = placer(sources.textOf(path) ?? '');
      placers.set(path, place);
    }
    return place;
  };
  return {
    findings: verdict.findings.map(({ item, decision }) => {
      const rule = sources.ruleOf(item.ruleId);
      const place = placerOf(item.path);
      const cwe = rule?.cwe ?? [];
      return {
        finding: {
          ...item,
          message: maskText(item.message),
          snippet: maskCode(item.snippet, cwe),
          captures: Object.fromEntries(Object.entries(item.captures).map(([name, text]) => [name, maskCode(text, cwe)])),
        },
        decision,
        place: place(item.span),
        trace: item.trace.map((step) => ({ kind: step.kind, place: place(step.span), text: maskCode(step.text, cwe) })),
        replacement: offered(item, place, cwe),
        why: rule?.why ?? '',
        fix: maskText(item.fix ?? rule?.fix ?? ''),
        cwe,
        owasp: rule?.owasp ?? [],
        references: rule?.references ?? [],
      };
    }),
    failures: verdict.failures.map(({ item, decision }) => ({ item: { ...item, message: maskText(item.message) }, decision })),
  };
}

function offered(
  { replacement }: Finding,
  place: ReturnType<typeof placer>,
  cwe: readonly string[],
): ReportedFinding['replacement'] {
  if (replacement === null || maskCode(replacement.text, cwe) !== replacement.text) return null;
  return { place: place(replacement), text: replacement.text };
}

/** Findings by path, offset and rule id: the order of every machine-readable form. */
export function byPlace(findings: readonly ReportedFinding[]): ReportedFinding[] {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...findings].sort(
    (a, b) =>
      compare(a.finding.path, b.finding.path) ||
      a.place.start - b.place.start ||
      compare(a.finding.ruleId, b.finding.ruleId) ||
      a.place.end - b.place.end,
  );
}

/** Text on one line that no terminal and no reader can take for something else: no control or direction characters. */
export function oneLine(text: string, limit: number): string {
  const flat = text
    .replace(/\s+/g, ' ')
    .replace(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g, '')
    .trim();
  return flat.length <= limit ? flat : `${flat.slice(0, limit - 1).trimEnd()}…`;
}

/** How a finding came about in one sentence: "request.args (line 3) reaches cursor.execute (line 7)"; '' without a trace. */
export function flow(item: ReportedFinding): string {
  const source = item.trace.find((step) => step.kind === 'source');
  const sink = item.trace.findLast((step) => step.kind === 'sink');
  if (!source || !sink) return '';
  return `${oneLine(source.text, 60)} (line ${source.place.startLine}) reaches ${callee(sink.text)} (line ${sink.place.startLine})`;
}

/** `db.query` of `db.query("…")`. */
function callee(code: string): string {
  const flat = oneLine(code, 200);
  return /^[\w$.]{1,60}(?=\()/.exec(flat)?.[0] ?? oneLine(flat, 60);
}

/** The message with its flow: "SQL text is built from request data: a (line 1) reaches b (line 2)." */
export function sentence(item: ReportedFinding): string {
  const message = oneLine(item.finding.message, 300);
  const how = flow(item);
  if (how === '') return message;
  const source = oneLine(item.trace.find((step) => step.kind === 'source')?.text ?? '', 60);
  // What the message names already is not named again.
  const rest = message.includes(`\`${source}\``) ? how.replace(`${source} (`, 'it (') : how;
  return `${message.replace(/[.\s]+$/, '')}: ${rest}.`;
}
