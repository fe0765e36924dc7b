/** `forestall rules list` and `forestall rules show`. */
import type { Io } from '../host/io.ts';
import type { PatternVariant, SecretSpec } from '../model/rule.ts';
import { bundledRules, isNamed } from './ruleset.ts';

export async function rulesList(options: { json?: boolean; pack?: string }, io: Io): Promise<number> {
  const { pack } = options;
  const rules = (await bundledRules()).filter((rule) => pack === undefined || isNamed(pack, rule));
  if (rules.length === 0 && pack !== undefined) {
    io.stderr(`forestall: no pack or standard \`${pack}\`\n`);
    return 1;
  }
  const sorted = rules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (options.json) {
    const entries = sorted.map(({ id, severity, confidence, languages, mode, message, cwe, owasp }) => ({
      id,
      severity,
      confidence,
      languages,
      mode,
      message,
      cwe,
      owasp,
    }));
    io.stdout(`${JSON.stringify(entries, null, 2)}\n`);
  } else {
    const width = Math.max(0, ...sorted.map(({ id }) => id.length));
    for (const { id, severity, confidence, languages } of sorted) {
      io.stdout(`${id.padEnd(width)}  ${severity.padEnd(8)}  ${confidence.padEnd(6)}  ${languages.join(', ')}\n`);
    }
    io.stdout(`${sorted.length} rules\n`);
  }
  return 0;
}

/** The rule as the engine has it, as JSON. */
export async function rulesShow(id: string, io: Io): Promise<number> {
  const rules = await bundledRules();
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) {
    io.stderr(`forestall: ${await noSuchRule(id, rules)}\n`);
    return 1;
  }
  const { secretAt, treeOf } = await import('../rules/bundle.ts');
  const whole = (key: string, value: unknown): unknown => {
    if (key === 'trees') return (value as PatternVariant[]).map((variant) => ({ ...variant, tree: treeOf(variant) }));
    if (key === 'secrets') return (value as SecretSpec[]).map((_, position) => secretAt(value as SecretSpec[], position));
    return key === 'parent' || key === 'index' ? undefined : value;
  };
  io.stdout(`${JSON.stringify(rule, whole, 2)}\n`);
  return 0;
}

export async function noSuchRule(id: string, rules: readonly { id: string }[]): Promise<string> {
  const { nearest } = await import('../policy/schema.ts');
  const near =
    nearest(
      id,
      rules.map((rule) => rule.id),
    ) ?? rules.find((rule) => rule.id.endsWith(`/${id}`))?.id;
  return `no rule \`${id}\`${near ? `, did you mean \`${near}\`?` : ''}`;
}
