/** Writes what of `docs/` is generated: the policy's JSON Schema and one page per rule. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesDocs } from '../src/commands/rules-docs.ts';
import { processIo } from '../src/host/io.ts';
import { policyJsonSchema } from '../src/policy/schema.ts';

const root = join(import.meta.dirname, '..');
writeFileSync(join(root, 'docs/forestall.schema.json'), `${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
process.exitCode = await rulesDocs('rules', { output: 'docs/rules', check: process.argv.includes('--check') }, await processIo());
