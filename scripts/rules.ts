/** Compiles `rules/` into `src/rules/bundle.generated.ts`. Fails for any rule that is not fit to be bundled. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUNDLE, bundleModule, PACKAGE_DATA, packageDataModule, rulesToBundle } from './bundle.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = join(root, BUNDLE);

const { rules, failures } = await rulesToBundle(root);
for (const { path, line, ruleId, message } of failures)
  console.error(`${path}${line === null ? '' : `:${line}`}  ${ruleId ?? ''}  ${message}`);
if (failures.length > 0) process.exit(1);

const data = packageDataModule(root);
const dataPath = join(root, PACKAGE_DATA);
if (!existsSync(dataPath) || readFileSync(dataPath, 'utf8') !== data) writeFileSync(dataPath, data);

const text = bundleModule(rules);
if (!existsSync(output) || readFileSync(output, 'utf8') !== text) writeFileSync(output, text);
console.log(`${rules.length} rules, ${Math.round(text.length / 1024)} kB`);
