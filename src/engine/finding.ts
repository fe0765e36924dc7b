/** What a match comes to: a finding in words, with the code around it. */
import type { Source } from '../model/effect.ts';
import type { Finding, TraceStep } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import { fingerprintOf } from './fingerprint.ts';

const SNIPPET = 200;
/** Longest code, in code units, that a fix repeats. */
const FIX_CODE = 60;

/** `captures`: what the rule's metavariables stand for, as code. */
export function findingOf(
  source: Source,
  rule: Rule,
  span: { start: number; end: number },
  captures: Record<string, string>,
  trace: TraceStep[],
): Finding {
  const { text } = source;
  const code = text.slice(span.start, span.end);
  const [first] = trace;
  return {
    ruleId: rule.id,
    path: source.path,
    span: { start: span.start, end: span.end },
    severity: rule.severity,
    confidence: rule.confidence,
    message: fill(rule.message, captures, trace),
    fix: fill((source.language && rule.fixes?.[source.language]) ?? rule.fix, captures, trace, FIX_CODE),
    captures,
    trace,
    snippet: oneLine(lineAround(text, span).text),
    fingerprint: fingerprintOf(rule.id, code, first?.text ?? ''),
    replacement: null,
  };
}

/** Fills `$X` (and, for taint, `$SOURCE` and `$SINK`) into a message; code longer than `most` is cut. */
export function fill(
  message: string,
  captures: Readonly<Record<string, string>>,
  trace: readonly TraceStep[],
  most = SNIPPET,
): string {
  const known: Record<string, string> = { ...captures };
  const [first] = trace;
  const last = trace.at(-1);
  if (first && last) {
    known['$SOURCE'] ??= first.text;
    known['$SINK'] ??= last.text;
  }
  return message.replace(/\$(?:\.\.\.)?[A-Z_0-9]+/g, (name) => {
    const text = known[name];
    return text === undefined ? name : oneLine(text, most);
  });
}

export const oneLine = (text: string, most = SNIPPET): string => windowed(text.replace(/\s+/g, ' ').trim(), most);
export const windowed = (text: string, most = SNIPPET): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** The finding's first line, whole; of a long line, the part around the finding. */
export function lineAround(text: string, span: { start: number; end: number }): { text: string; from: number } {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.start);
  const end = newline < 0 ? text.length : newline;
  if (end - start <= SNIPPET * 2) return { text: text.slice(start, end).replace(/\r$/, ''), from: start };
  const from = Math.max(start, span.start - 60);
  return { text: text.slice(from, Math.min(end, from + SNIPPET)), from };
}
