/** What the engine needs besides a text and rules. */
import type { ReadBeside } from '../engine/project.ts';
import type { ScanTools } from '../engine/scan.ts';
import type { Rule, RuleHead } from '../model/rule.ts';
import type { Parsers } from '../parse/backends.ts';

type PathTest = Awaited<ReturnType<typeof import('../policy/rule-paths.ts').compileRulePaths>>;

/** `bodyOf` fetches the whole rule of a head; null leaves it out. */
export function scanTools(parsers: Parsers, bodyOf: (head: RuleHead) => Rule | null, readBeside?: ReadBeside): ScanTools {
  const tests = new Map<object, Promise<PathTest>>();
  return {
    parsers,
    pathFits(rule, path) {
      const { paths } = rule;
      if (paths.include.length + paths.exclude.length === 0) return true;
      let test = tests.get(paths);
      if (!test) {
        test = compile(rule);
        tests.set(paths, test);
      }
      return test.then((fits) => fits(rule, path));
    },
    bodies: (wanted) => wanted.flatMap((head) => bodyOf(head) ?? []),
    ...(readBeside && { readBeside }),
  };
}

/** Globs are loaded late: few rules have any. */
const compile = async (rule: Pick<Rule, 'paths'>): Promise<PathTest> =>
  (await import('../policy/rule-paths.ts')).compileRulePaths([rule]);

/** For rules that are already read whole. */
export const itself = (head: RuleHead): Rule => head as Rule;
