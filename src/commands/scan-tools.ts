/** What the engine needs besides a text and rules. */
import type { ScanTools } from '../engine/scan.ts';
import type { Rule } from '../model/rule.ts';
import type { Parsers } from '../parse/backends.ts';
import { compileRulePaths } from '../policy/rule-paths.ts';

/** For rules that are already read whole. */
export async function scanTools(rules: readonly Rule[], parsers: Parsers): Promise<ScanTools> {
  const whole = new Map<object, Rule>(rules.map((rule) => [rule, rule]));
  return {
    parsers,
    pathFits: await compileRulePaths(rules),
    bodies: (heads) => heads.flatMap((head) => whole.get(head) ?? []),
  };
}
