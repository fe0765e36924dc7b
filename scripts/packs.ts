/** `docs/packs.md`: how many rules each pack has, how many of them block, and on how many lines they are shown. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixturesOf } from '../src/host/rule-files.ts';
import type { Rule } from '../src/model/rule.ts';
import { resolvePolicy } from '../src/policy/layer.ts';
import { annotationsIn } from '../src/rules/annotations.ts';

/** Those that stop a call under the built-in policy: deny, or ask a person. */
export async function blockingAmong(rules: readonly Rule[]): Promise<Rule[]> {
  const { policy } = await resolvePolicy([]);
  return rules.filter(({ id, severity, confidence }) => {
    const byTable = policy.decisions[severity][confidence];
    const setting = policy.opinions.builtIn.about(id, 'src/app')?.setting ?? 'on';
    const decision = setting === 'on' ? byTable : setting;
    return decision === 'deny' || decision === 'ask';
  });
}

/** `folder` holds the packs. */
export async function packsPage(rules: readonly Rule[], folder: string): Promise<string> {
  const blocking = new Set((await blockingAmong(rules)).map(({ id }) => id));
  const lines = [
    '# Packs',
    '',
    'The bundled rules by pack. A rule blocks if the built-in policy denies what it finds or asks a person; the others warn. A positive',
    'line is one of a fixture where the rule must find something, a look-alike one where it must not; `npm test` runs them all.',
    'Languages are those that the rules of the pack claim.',
    '',
    '| pack | rules | blocking | languages | positive lines | look-alike lines |',
    '|---|---|---|---|---|---|',
  ];
  const row = (name: string, own: readonly Rule[]): string => {
    const kinds = own.flatMap(({ id }) =>
      fixturesOf(join(folder, `${id}.yaml`)).flatMap((path) =>
        annotationsIn(readFileSync(path, 'utf8')).flatMap(({ ruleId, kind }) => (ruleId === id ? [kind] : [])),
      ),
    );
    const count = (wanted: string): number => kinds.filter((kind) => kind === wanted).length;
    const languages = [...new Set(own.flatMap(({ languages }) => languages))].sort();
    return `| ${[name, own.length, own.filter(({ id }) => blocking.has(id)).length, languages.join(', '), count('ruleid'), count('ok')].join(' | ')} |`;
  };
  const names = [...new Set(rules.map(({ id }) => id.split('/')[0]!))].sort();
  for (const name of names) {
    const own = rules.filter(({ id }) => id.startsWith(`${name}/`));
    lines.push(row(`[${name}](rules/${name}/README.md)`, own));
  }
  lines.push(row('**all**', rules));
  return `${lines.join('\n')}\n`;
}
