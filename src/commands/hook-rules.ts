/** The rules of a hook call: the bundled ones and those that the policy names, without those that it switches off. */
import type { Failure } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import type { Parsers } from '../parse/backends.ts';
import { isOff } from '../policy/decide.ts';
import type { Policy } from '../policy/policy.ts';
import { bundledFileHeads, bundledHeads, bundledRule, bundledScriptHeads } from '../rules/bundle.ts';
import type { RuleShelf } from '../rules/shelf.ts';

export async function hookRules(policy: Policy, parsers: Parsers): Promise<{ shelf: RuleShelf; failures: Failure[] }> {
  const own = policy.ruleFiles.length > 0 ? await (await import('./ruleset.ts')).policyRules(policy, parsers) : null;
  const rules = own?.rules ?? [];
  const whole = new Set<object>(rules);
  return {
    failures: own?.failures ?? [],
    shelf: {
      forText: (language) => [...bundledHeads(language), ...rules],
      forScripts: () => [...bundledScriptHeads(), ...rules],
      forFiles: (effect) => [...bundledFileHeads(effect), ...rules],
      // Asked only of the few rules that the text filter let through.
      bodyOf: (head) => (isOff(head.id, policy) ? null : whole.has(head) ? (head as Rule) : bundledRule(head)),
    },
  };
}
