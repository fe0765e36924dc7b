/** Compiles `rules/` into `src/rules/bundle.generated.ts`. Fails for any rule that is not fit to be bundled. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUNDLE, bundleModule, rulesToBundle } from './bundle.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = join(root, BUNDLE);

const { rules, failures } = await rulesToBundle(root);
for (const { path, line, ruleId, message } of failures)
  console.error(`${path}${line === null ? '' : `:${line}`}  ${ruleId ?? ''}  ${message}`);
if (failures.length > 0) process.exit(1);

const text = bundleModule(rules);
if (!existsSync(output) || readFileSync(output, 'utf8') !== text) writeFileSync(output, text);
console.log(`${rules.length} rules, ${Math.round(text.length / 1024)} kB`);
