/** What the policy makes of findings and failures. */
import type { Failure, Finding } from './finding.ts';

/** From mildest to strictest; `allow` says nothing to anybody. */
export const decisions = ['allow', 'warn', 'ask', 'deny'] as const;
export type Decision = (typeof decisions)[number];

export interface Judged<T> {
  item: T;
  decision: Decision;
}

export interface Verdict {
  /** The strictest of all. In audit mode never above `warn`. */
  decision: Decision;
  /** Worst first, then by path and offset. */
  findings: Judged<Finding>[];
  failures: Judged<Failure>[];
  /** True when the policy only records: what would have been denied was let through. */
  audit: boolean;
}
