/** What the engine needs besides a text and rules. */
import type { ScanTools } from '../engine/scan.ts';
import type { Rule, RuleHead } from '../model/rule.ts';
import type { Parsers } from '../parse/backends.ts';
import { compileRulePaths } from '../policy/rule-paths.ts';

/** `bodyOf` fetches the whole rule of a head. */
export async function scanTools(
  heads: readonly RuleHead[],
  parsers: Parsers,
  bodyOf: (head: object) => Rule | null,
): Promise<ScanTools> {
  return {
    parsers,
    pathFits: await compileRulePaths(heads),
    bodies: (wanted) => wanted.flatMap((head) => bodyOf(head) ?? []),
  };
}

/** For rules that are already read whole. */
export const itself = (head: object): Rule => head as Rule;
