/** What the engine needs besides a text and rules. */
import type { ReadBeside } from '../engine/project.ts';
import type { ScanTools } from '../engine/scan.ts';
import type { PackageLists } from '../model/package.ts';
import type { Rule, RuleHead } from '../model/rule.ts';
import type { Parsers } from '../parse/backends.ts';
import type { Policy } from '../policy/policy.ts';

type PathTest = Awaited<ReturnType<typeof import('../policy/rule-paths.ts').compileRulePaths>>;

/** `bodyOf` fetches the whole rule of a head; null leaves it out. `policy` may name lists of packages. */
export function scanTools(
  parsers: Parsers,
  bodyOf: (head: RuleHead) => Rule | null,
  readBeside?: ReadBeside,
  policy?: Policy,
): ScanTools {
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
    ...(policy && policy.packageData.length > 0 && { packages: once(() => listsOf(policy)) }),
  };
}

/** Globs are loaded late: few rules have any. */
const compile = async (rule: Pick<Rule, 'paths'>): Promise<PathTest> =>
  (await import('../policy/rule-paths.ts')).compileRulePaths([rule]);

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The lists that come with the program, and those that the policy names. */
export async function listsOf(policy: Policy): Promise<PackageLists> {
  const [{ packageDataFiles }, { packageLists }] = await Promise.all([
    import('../host/package-files.ts'),
    import('../rules/package-data.ts'),
  ]);
  return packageLists(packageDataFiles(policy));
}

/** For rules that are already read whole. */
export const itself = (head: RuleHead): Rule => head as Rule;
