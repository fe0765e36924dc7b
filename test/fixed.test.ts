/** What a fix asks for passes: `<id>.fixed.<ext>` beside a rule is its example with the fix followed, and nothing blocks it. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { scanTools } from '../src/commands/scan-tools.ts';
import { scan } from '../src/engine/scan.ts';
import { parserAssets } from '../src/host/assets.ts';
import { filesBelow } from '../src/host/rule-files.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { languageOf } from '../src/parse/languages.ts';
import { decide } from '../src/policy/decide.ts';
import { resolvePolicy } from '../src/policy/layer.ts';
import { bundledRules } from '../src/rules/bundle.ts';
import { blockingRules } from './blocking.ts';
import { placeOf } from './fixed-place.ts';

const folder = fileURLToPath(new URL('../rules', import.meta.url));
const fixed = filesBelow(folder).filter((path) => /\.fixed\./.test(basename(path)));
const rules = bundledRules();
const parsers = loadParsers(parserAssets());
const tools = scanTools(parsers, (head) => rules.find(({ id }) => id === head.id) ?? null);

it.each(fixed.map((path) => relative(folder, path).replaceAll('\\', '/')))('%s', async (name) => {
  const path = join(folder, name);
  const rule = name.replace(/\.fixed\..*$/, '');
  expect(existsSync(join(folder, `${rule}.yaml`))).toBe(true);
  const text = readFileSync(path, 'utf8');
  const shown = placeOf(name);
  const { findings } = await scan({ path: shown, language: languageOf(shown, text), text, fragment: false }, rules, tools);
  const { policy } = await resolvePolicy([]);
  const blocked = decide(findings, [], policy).findings.filter(({ decision }) => decision === 'deny' || decision === 'ask');
  expect(blocked.map(({ item }) => `${item.ruleId} ${item.snippet}`)).toEqual([]);
  expect(findings.filter(({ ruleId }) => ruleId === rule)).toEqual([]);
});

// A rule about commands has no file to mend: the safe command is an `ok:` line of its fixture.
const mendable = (await blockingRules()).filter(({ body }) => body.mode !== 'command').map(({ id }) => id);

it.each(mendable)('%s has an example with the fix', (id) => {
  expect(fixed.some((path) => relative(folder, path).replaceAll('\\', '/').startsWith(`${id}.fixed.`))).toBe(true);
});
