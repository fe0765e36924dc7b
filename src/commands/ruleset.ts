/** The rules that a command works with: bundled ones, those of files, and the choice among them. */
import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { filesBelow, ruleFilesAt } from '../host/rule-files.ts';
import { slashed } from '../host/world.ts';
import { type Failure, severities, type Severity } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import type { Parsers } from '../parse/backends.ts';
import { type Policy, selectorFit } from '../policy/policy.ts';

export interface Ruleset {
  rules: Rule[];
  failures: Failure[];
}

export interface RuleChoice {
  bundled: boolean;
  only?: readonly string[];
  except?: readonly string[];
  /** The least severity. */
  severity?: Severity;
}

/** The rules of files, folders and globs; `cwd` is what relative targets start from. */
export async function rulesAt(targets: readonly string[], cwd: string, parsers: Parsers): Promise<Ruleset> {
  const { compileRules } = await import('../rules/compile.ts');
  const all: Ruleset = { rules: [], failures: [] };
  const seen = new Set<string>();
  for (const target of targets) {
    const { files, failures } = await ruleFilesAt(target, cwd);
    all.failures.push(...failures);
    for (const file of files) {
      if (seen.has(file)) continue;
      seen.add(file);
      const shown = shownPath(file, cwd);
      try {
        const compiled = await compileRules(readFileSync(file, 'utf8'), shown, parsers);
        all.rules.push(...compiled.rules);
        all.failures.push(...compiled.failures);
      } catch (error) {
        all.failures.push({ kind: 'bad-rule', path: shown, line: null, ruleId: null, message: String((error as Error).message) });
      }
    }
  }
  return all;
}

/** The bundled rules, compiled when the program was built; run from source, compiled now. */
export async function bundledRules(parsers: Parsers): Promise<Ruleset> {
  const folder = new URL('../../rules/', import.meta.url).pathname;
  return filesBelow(folder).length === 0 ? { rules: [], failures: [] } : rulesAt([folder], folder, parsers);
}

/** What `policy` and the command line ask for. A rule file's own rule with a bundled rule's id runs beside it. */
export async function chosenRules(
  choice: RuleChoice,
  targets: readonly string[],
  policy: Policy,
  cwd: string,
  parsers: Parsers,
): Promise<Ruleset> {
  const sets = [await rulesAt(targets, cwd, parsers)];
  for (const { path, from } of policy.ruleFiles) sets.push(await rulesAt([path], dirname(resolve(from)), parsers));
  if (choice.bundled) sets.unshift(await bundledRules(parsers));
  const named = (selectors: readonly string[], id: string) => selectors.some((selector) => selectorFit(selector, id) > 0);
  const least = choice.severity ? severities.indexOf(choice.severity) : severities.length;
  return {
    failures: sets.flatMap(({ failures }) => failures),
    rules: sets
      .flatMap(({ rules }) => rules)
      .filter(({ id }) => (!choice.only || named(choice.only, id)) && !(choice.except && named(choice.except, id)))
      .filter(({ severity }) => severities.indexOf(severity) <= least),
  };
}

/** A path as people read it: relative to `folder` when inside it, with `/` between its parts. */
export function shownPath(path: string, folder: string): string {
  const inner = relative(folder, path);
  return inner === '' || inner.startsWith('..') || isAbsolute(inner) ? slashed(path) : inner.replaceAll('\\', '/');
}
