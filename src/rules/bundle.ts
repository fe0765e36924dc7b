/** The rules that come with the program: compiled when it was built, read here piece by piece. */
import type { Rule, RuleHead } from '../model/rule.ts';
import { bodies, heads } from './bundle.generated.ts';

/** The head of a bundled rule knows where its body is. */
interface BundledHead extends RuleHead {
  at: number;
}

let read: readonly BundledHead[] | null = null;
const whole = new Map<number, Rule>();

/** What is needed to tell whether a rule could match; the same objects every time. */
export function bundledHeads(): readonly RuleHead[] {
  read ??= (JSON.parse(heads) as RuleHead[]).map((head, at) => ({ ...head, at }));
  return read;
}

/** The whole rule; null for a head that is not from here. */
export function bundledRule(head: RuleHead): Rule | null {
  const { at } = head as Partial<BundledHead>;
  if (at === undefined || bundledHeads()[at] !== head) return null;
  let rule = whole.get(at);
  if (!rule) {
    rule = { ...head, ...(JSON.parse(bodies[at]!) as Omit<Rule, keyof RuleHead>) } as Rule;
    whole.set(at, rule);
  }
  return rule;
}
