/** `forestall policy explain <path>`: what each rule means there, and which layer says so. */
import { resolve } from 'node:path';
import type { Io } from '../host/io.ts';
import { shownPath, workspaceOf } from '../host/world.ts';
import type { Rule } from '../model/rule.ts';
import { judge } from '../policy/decide.ts';
import { classesOf, limitIn } from '../policy/path-classes.ts';
import { origins, type Policy } from '../policy/policy.ts';
import { policyHere } from './policy.ts';
import { bundledRules } from './ruleset.ts';

export async function policyExplain(path: string, options: { rule?: string }, io: Io): Promise<number> {
  const { policy } = await policyHere(io);
  const shown = shownPath(resolve(io.cwd, path), workspaceOf(io.cwd, io.env));
  const rules = await bundledRules();
  const chosen = rules.filter(({ id }) => options.rule === undefined || id === options.rule);
  if (options.rule !== undefined && chosen.length === 0) {
    io.stderr(`forestall: no rule \`${options.rule}\`\n`);
    return 1;
  }
  const classes = classesOf(shown);
  io.stdout(`${shown}${classes.length > 0 ? ` (${classes.join(', ')})` : ''}\n`);
  const width = Math.max(0, ...chosen.map(({ id }) => id.length));
  for (const rule of chosen.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { decision } = judge(sample(rule, shown), policy);
    io.stdout(`  ${rule.id.padEnd(width)}  ${decision.padEnd(5)}  ${reasonOf(rule, shown, policy)}\n`);
  }
  if (policy.mode === 'audit') io.stdout('  (audit: nothing is blocked)\n');
  return 0;
}

const sample = (rule: Rule, path: string) => ({
  ruleId: rule.id,
  path,
  span: { start: 0, end: 0 },
  severity: rule.severity,
  confidence: rule.confidence,
  message: '',
  captures: {},
  trace: [],
  snippet: '',
  fingerprint: '',
  replacement: null,
});

function reasonOf(rule: Rule, path: string, policy: Policy): string {
  const said = origins.flatMap((origin) => {
    const opinion = policy.opinions[origin].about(rule.id, path);
    return opinion ? [`${origin} says ${opinion.setting}${opinion.byPath ? ' for this path' : ''}`] : [];
  });
  if (policy.ignores(path)) said.push('ignored path');
  const builtIn = policy.opinions.builtIn.about(rule.id, path);
  const limit = limitIn(path, rule.id);
  if (limit) said.push(`at most ${limit} in such files`);
  if (builtIn) said.push(`built in: ${builtIn.setting}`);
  else said.push(`${rule.severity} severity, ${rule.confidence} confidence`);
  return said.join('; ');
}
