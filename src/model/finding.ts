/** What a rule found: plain data, words and colour come later. */

export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof severities)[number];
export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];

/** Offsets are UTF-16 code units, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** Lines and columns start at 1; columns count UTF-16 code units. */
export interface Place extends Span {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}

/** A part of a text, and what is to stand there instead. */
export interface Replacement extends Span {
  text: string;
}

export interface TraceStep {
  kind: 'source' | 'step' | 'sink';
  span: Span;
  /** The code at the span, on one line. */
  text: string;
}

export interface Finding {
  ruleId: string;
  /** As in `Source.path`. */
  path: string;
  span: Span;
  severity: Severity;
  confidence: Confidence;
  /** The fault, metavariables filled in. */
  message: string;
  /** The rule's fix in the language of the file, metavariables filled in; left out, the rule's own words hold. */
  fix?: string;
  /** Metavariable (`$X`) or regex group to the code it is bound to. */
  captures: Record<string, string>;
  /** Source first, sink last; empty for rules without taint. */
  trace: TraceStep[];
  /** The code of the finding as written, secrets masked, at most 200 code units. */
  snippet: string;
  /** Same text in the same surroundings gives the same fingerprint, wherever it stands in the file. */
  fingerprint: string;
  /** What the rule's `fix` offers for the code; null when it offers nothing, and where nobody asks. */
  replacement: Replacement | null;
}

/** Something that could not be done. What it means is the policy's decision. */
export interface Failure {
  kind: FailureKind;
  message: string;
  /** As in `Source.path`; `''` when no file is concerned. */
  path: string;
  line: number | null;
  ruleId: string | null;
  /** Of `unparsed`: the text is not valid code of its language, so it will not run as it stands. */
  invalid?: boolean;
  /** Of `timeout`: only an analysis was cut short by one of its bounds; what it found up to there counts. */
  bounded?: boolean;
}

export const failureKinds = [
  'bad-rule',
  'bad-policy',
  'bad-payload',
  'unreadable',
  'unparsed',
  'unread-command',
  'too-large',
  'timeout',
  'internal',
] as const;
export type FailureKind = (typeof failureKinds)[number];
