/** Compiles `rules/` into `src/rules/bundle.generated.ts`. Fails for any rule that is not fit to be bundled. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parserAssets } from '../src/host/assets.ts';
import { filesBelow, fixturesOf } from '../src/host/rule-files.ts';
import type { Failure } from '../src/model/finding.ts';
import type { Rule } from '../src/model/rule.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { bundleText } from '../src/rules/bundle-text.ts';
import { bundlingFaults } from '../src/rules/bundled.ts';
import { compileRules } from '../src/rules/compile.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'rules');
const output = join(root, 'src/rules/bundle.generated.ts');

const parsers = loadParsers(parserAssets());
const rules: Rule[] = [];
const failures: Failure[] = [];
for (const file of filesBelow(folder).filter((path) => path.endsWith('.yaml') && !/\.(?:test|fixed)\.yaml$/.test(path))) {
  const path = relative(root, file);
  const stem = relative(folder, file).replaceAll('\\', '/').replace(/\.yaml$/, '');
  // A YAML file beside a rule of its name is that rule's fixture.
  const compiled = await compileRules(readFileSync(file, 'utf8'), path, parsers);
  failures.push(...compiled.failures);
  if (compiled.rules.length > 1) failures.push({ kind: 'bad-rule', path, line: null, ruleId: null, message: 'more than one rule in the file' });
  for (const rule of compiled.rules) {
    failures.push(...bundlingFaults(rule, path, stem));
    const fixtures = fixturesOf(file).map((fixture) => readFileSync(fixture, 'utf8'));
    const annotated = (word: string): boolean => fixtures.some((text) => new RegExp(`\\b${word}: *(?:[\\w/, -]*\\b)?${rule.id}\\b`).test(text));
    for (const word of ['ruleid', 'ok'])
      if (!annotated(word)) failures.push({ kind: 'bad-rule', path, line: null, ruleId: rule.id, message: `no fixture line is annotated \`${word}: ${rule.id}\`` });
    rules.push(rule);
  }
}
for (const { path, line, ruleId, message } of failures) console.error(`${path}${line === null ? '' : `:${line}`}  ${ruleId ?? ''}  ${message}`);
if (failures.length > 0) process.exit(1);

rules.sort((a, b) => (a.id < b.id ? -1 : 1));
const { groups, text: lines } = bundleText(rules);
const text = `// Made by scripts/rules.ts from rules/. Do not edit.
import type { HeadGroup } from './bundle-text.ts';

export const groups: readonly HeadGroup[] = ${JSON.stringify(groups)};
export const text: string = ${JSON.stringify(lines)};
`;
if (!existsSync(output) || readFileSync(output, 'utf8') !== text) writeFileSync(output, text);
console.log(`${rules.length} rules, ${Math.round(text.length / 1024)} kB`);
