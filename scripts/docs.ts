/** Writes what of `docs/` is generated: the policy's JSON Schema, a page per rule and pack, what is covered, and what agents do. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesDocs } from '../src/commands/rules-docs.ts';
import { bundledRules } from '../src/commands/ruleset.ts';
import { processIo } from '../src/host/io.ts';
import { policyJsonSchema } from '../src/policy/schema.ts';
import { unwrittenRules } from '../src/policy/unwritten.ts';
import { coveragePage, notCoveredPage } from './coverage.ts';
import { formatted } from './format.ts';
import { packsPage } from './packs.ts';
import { agentsPage } from './test-agents/report.ts';
import results from './test-agents/results.json' with { type: 'json' };

const root = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const rules = await bundledRules();
const reasons = JSON.parse(readFileSync(join(root, 'rules/not-covered.json'), 'utf8')) as Record<string, string>;
const ids = new Set([...rules, ...unwrittenRules].map(({ id }) => id));
const schema = join(root, 'docs/forestall.schema.json');
const agents = join(root, 'docs/agents.md');
const pages: [path: string, text: string][] = [
  [schema, formatted(`${JSON.stringify(policyJsonSchema(), null, 2)}\n`, schema)],
  [agents, agentsPage(results)],
  [join(root, 'docs/coverage.md'), coveragePage(rules)],
  [join(root, 'docs/not-covered.md'), notCoveredPage(reasons, ids)],
  [join(root, 'docs/packs.md'), await packsPage(rules, join(root, 'rules'))],
];
let stale = false;
for (const [path, text] of pages) {
  if (!check) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text) {
    stale = true;
    console.error(`${path} is stale; run \`npm run docs\``);
  }
}
const code = await rulesDocs('rules', { output: 'docs/rules', check }, await processIo());
process.exitCode = stale ? 1 : code;
