/** The rules of `rules/`, compiled, and the module that carries them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parserAssets } from '../src/host/assets.ts';
import { filesBelow, fixturesOf } from '../src/host/rule-files.ts';
import type { Failure } from '../src/model/finding.ts';
import type { Rule } from '../src/model/rule.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { bundleText } from '../src/rules/bundle-text.ts';
import { bundlingFaults } from '../src/rules/bundled.ts';
import { compileRules } from '../src/rules/compile.ts';

/** Where the module lies, from the root. */
export const BUNDLE = 'src/rules/bundle.generated.ts';

/** Every rule, by id, and what keeps one from being bundled. */
export async function rulesToBundle(root: string): Promise<{ rules: Rule[]; failures: Failure[] }> {
  const folder = join(root, 'rules');
  const parsers = loadParsers(parserAssets());
  const rules: Rule[] = [];
  const failures: Failure[] = [];
  for (const file of filesBelow(folder).filter((path) => path.endsWith('.yaml') && !/\.(?:test|fixed)\.yaml$/.test(path))) {
    const path = relative(root, file);
    const stem = relative(folder, file)
      .replaceAll('\\', '/')
      .replace(/\.yaml$/, '');
    const fail = (message: string, ruleId: string | null): void => {
      failures.push({ kind: 'bad-rule', path, line: null, ruleId, message });
    };
    // A YAML file beside a rule of its name is that rule's fixture.
    const compiled = await compileRules(readFileSync(file, 'utf8'), path, parsers, true);
    failures.push(...compiled.failures);
    if (compiled.rules.length > 1) fail('more than one rule in the file', null);
    for (const rule of compiled.rules) {
      failures.push(...bundlingFaults(rule, path, stem));
      const fixtures = fixturesOf(file).map((fixture) => readFileSync(fixture, 'utf8'));
      const annotated = (word: string): boolean =>
        fixtures.some((text) => new RegExp(`\\b${word}: *(?:[\\w/, -]*\\b)?${rule.id}\\b`).test(text));
      for (const word of ['ruleid', 'ok'])
        if (!annotated(word)) fail(`no fixture line is annotated \`${word}: ${rule.id}\``, rule.id);
      rules.push(rule);
    }
  }
  return { rules: rules.sort((a, b) => (a.id < b.id ? -1 : 1)), failures };
}

export function bundleModule(rules: readonly Rule[]): string {
  const { groups, all, text } = bundleText(rules);
  return `// Made by scripts/rules.ts from rules/. Do not edit.
import type { HeadGroup } from './bundle-text.ts';

export const groups: readonly HeadGroup[] = ${JSON.stringify(groups)};
export const all = ${all};
export const text: string = ${JSON.stringify(text)};
`;
}

/** Where the lists of packages lie, from the root; loaded only where packages are judged. */
export const PACKAGE_DATA = 'src/rules/package-data.generated.ts';

/** The lists of `rules/deps/data`, each as its text. Throws for one that is not JSON. */
export function packageDataModule(root: string): string {
  const folder = join(root, 'rules/deps/data');
  const lists = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => [name.replace(/\.json$/, ''), JSON.stringify(JSON.parse(readFileSync(join(folder, name), 'utf8')))]);
  return `// Made by scripts/rules.ts from rules/deps/data. Do not edit.\nexport const lists: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(lists))};\n`;
}
