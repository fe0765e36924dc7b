/** The files that a rule's own `paths` let through, as Semgrep's rule syntax has it. */
import { compileGlobs } from './glob.ts';

interface RulePaths {
  paths: { include: readonly string[]; exclude: readonly string[] };
}

/**
 * A pattern fits a path when it fits the path itself or a folder above it, starting at any part unless it begins with a
 * slash. Without `include` every path is let through; `exclude` wins.
 */
export async function compileRulePaths(rules: readonly RulePaths[]): Promise<(rule: RulePaths, path: string) => boolean> {
  const patterns = new Set(rules.flatMap(({ paths }) => [...paths.include, ...paths.exclude]));
  if (patterns.size === 0) return () => true;
  const forms = new Map([...patterns].map((pattern) => [pattern, formsOf(pattern)]));
  const globs = await compileGlobs([...forms.values()].flat());
  const fits = (pattern: string, path: string): boolean => (forms.get(pattern) ?? []).some((form) => globs(form)(path));
  return ({ paths }, path) => {
    const bare = path.replace(/^\/+/, '');
    if (paths.exclude.some((pattern) => fits(pattern, bare))) return false;
    return paths.include.length === 0 || paths.include.some((pattern) => fits(pattern, bare));
  };
}

function formsOf(pattern: string): string[] {
  const anchored = pattern.startsWith('/');
  const bare = pattern.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
  const starts = anchored || bare.startsWith('**/') ? [bare] : [bare, `**/${bare}`];
  // `*.ts` speaks of files; a folder of such a name is nobody's.
  const ofFiles = bare.endsWith('/**') || /\*\.\w+$/.test(bare);
  return ofFiles ? starts : starts.flatMap((start) => [start, `${start}/**`]);
}
