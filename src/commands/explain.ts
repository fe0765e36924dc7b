/** `forestall explain <rule>`: what a rule is about, for a person or an agent that was stopped by it. */
import type { Io } from '../host/io.ts';
import type { RuleText } from '../model/rule.ts';
import { unwrittenRules } from '../policy/unwritten.ts';
import { oneLine } from '../report/report.ts';
import { noSuchRule } from './rules-list.ts';
import { bundledRules } from './ruleset.ts';

export async function explainRule(id: string, io: Io): Promise<number> {
  const rules = await bundledRules();
  const rule = rules.find((candidate) => candidate.id === id);
  const words = rule ?? unwrittenRules.find((candidate) => candidate.id === id);
  if (!words) {
    io.stderr(`forestall: ${await noSuchRule(id, [...rules, ...unwrittenRules])}\n`);
    return 1;
  }
  io.stdout(explanation({ ...words, languages: rule?.languages ?? [] }));
  return 0;
}

export function explanation(rule: RuleText & { id: string; languages: readonly string[] }): string {
  const lines = [`${rule.id}`, '', `  ${oneLine(rule.message, 1000)}`, ''];
  const row = (name: string, text: string) =>
    text !== '' && lines.push(`  ${(name && `${name}:`).padEnd(12)}${oneLine(text, 1000)}`);
  row('Why', rule.why);
  row('Fix', rule.fix);
  for (const { languages, fix } of fixesOf(rule)) row('', `${languages.join(', ')}: ${fix}`);
  row('Severity', `${rule.severity}, confidence ${rule.confidence}`);
  row('Languages', rule.languages.join(', '));
  row('Weakness', [...rule.cwe, ...rule.owasp].join(', '));
  for (const reference of rule.references) row('See', reference);
  return `${lines.join('\n')}\n`;
}

/** The fixes that are worded for single languages; languages with the same words stand together. */
export function fixesOf(rule: Pick<RuleText, 'fixes'>): { languages: string[]; fix: string }[] {
  const byFix = new Map<string, string[]>();
  for (const [language, fix] of Object.entries(rule.fixes ?? {})) byFix.set(fix, [...(byFix.get(fix) ?? []), language]);
  return [...byFix].map(([fix, languages]) => ({ languages, fix }));
}
