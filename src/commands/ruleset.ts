/** The rules that a command works with: bundled ones, those of files, and the choice among them. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ruleFilesAt } from '../host/rule-files.ts';
import { shownPath } from '../host/world.ts';
import { type Failure, type Severity, severities } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import type { Parsers } from '../parse/backends.ts';
import { isOff } from '../policy/decide.ts';
import { type Policy, selectorFit } from '../policy/policy.ts';
import { inStandard, standardNamed } from '../policy/standards.ts';
import type { SkippedRule } from '../rules/compile.ts';

export interface Ruleset {
  rules: Rule[];
  failures: Failure[];
  skipped: SkippedRule[];
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
  const all: Ruleset = { rules: [], failures: [], skipped: [] };
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
        all.skipped.push(...compiled.skipped);
      } catch (error) {
        all.failures.push({ kind: 'bad-rule', path: shown, line: null, ruleId: null, message: String((error as Error).message) });
      }
    }
  }
  return all;
}

/** `path:line: id: message` */
export const skippedLine = ({ path, line, ruleId, message }: SkippedRule): string =>
  `${path}${line === null ? '' : `:${line}`}: ${ruleId}: ${message}\n`;

/** The bundled rules, whole. */
export async function bundledRules(): Promise<Rule[]> {
  return (await import('../rules/bundle.ts')).bundledRules();
}

/** The rules of the files that the policy names. */
export async function policyRules(policy: Policy, parsers: Parsers): Promise<Ruleset> {
  const all: Ruleset = { rules: [], failures: [], skipped: [] };
  for (const { path, from } of policy.ruleFiles) {
    const { rules, failures, skipped } = await rulesAt([path], dirname(from), parsers);
    all.rules.push(...rules);
    all.failures.push(...failures);
    all.skipped.push(...skipped);
  }
  return all;
}

/** Whether a selector names the rule: its id, its pack, or a standard that it is mapped to. */
export function isNamed(selector: string, rule: Rule): boolean {
  const standard = standardNamed(selector);
  return standard === null ? selectorFit(selector, rule.id) > 0 : inStandard(standard, rule);
}

/** What `policy` and the command line ask for. A rule of a file that has a bundled rule's id runs beside that one. */
export async function chosenRules(
  choice: RuleChoice,
  targets: readonly string[],
  policy: Policy,
  cwd: string,
  parsers: Parsers,
): Promise<Ruleset> {
  const sets = [
    { rules: choice.bundled ? await bundledRules() : [], failures: [], skipped: [] },
    await rulesAt(targets, cwd, parsers),
    await policyRules(policy, parsers),
  ];
  const named = (selectors: readonly string[], rule: Rule) => selectors.some((selector) => isNamed(selector, rule));
  const least = choice.severity ? severities.indexOf(choice.severity) : severities.length;
  return {
    failures: sets.flatMap(({ failures }) => failures),
    skipped: sets.flatMap(({ skipped }) => skipped),
    rules: sets
      .flatMap(({ rules }) => rules)
      .filter((rule) => (!choice.only || named(choice.only, rule)) && !(choice.except && named(choice.except, rule)))
      .filter(({ id, severity }) => severities.indexOf(severity) <= least && !isOff(id, policy)),
  };
}
