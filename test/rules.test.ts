/** Every rule on the fixtures beside it: what is annotated is found, nothing else, and both back ends see the same. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { scriptFindings } from '../src/commands/script-scan.ts';
import { type ScanTools, scan } from '../src/engine/scan.ts';
import { parserAssets } from '../src/host/assets.ts';
import { filesBelow, fixturesOf } from '../src/host/rule-files.ts';
import type { Finding } from '../src/model/finding.ts';
import type { PackageLists } from '../src/model/package.ts';
import type { Rule } from '../src/model/rule.ts';
import type { World } from '../src/model/world.ts';
import { loadParsers, type Parsers } from '../src/parse/backends.ts';
import { languageOf } from '../src/parse/languages.ts';
import { annotationsIn, differenceOf } from '../src/rules/annotations.ts';
import { bundlingFaults } from '../src/rules/bundled.ts';
import { compileRules } from '../src/rules/compile.ts';
import { packageLists } from '../src/rules/package-data.ts';
import { expandTokens } from './secret-tokens.ts';

const folder = fileURLToPath(new URL('../rules', import.meta.url));
const files = filesBelow(folder).filter((path) => path.endsWith('.yaml') && !/\.(?:test|fixed)\.yaml$/.test(path));
const backends = { native: loadParsers(parserAssets()), wasm: loadParsers(parserAssets(), 'wasm') };

const world: World = { workspace: '/work/app', home: '/home/dev', platform: 'linux', readFile: () => ({ kind: 'missing' }) };

/** Lists that lie beside a rule about packages, for what only a policy's lists can tell. */
const listsBeside = (file: string): PackageLists => {
  const path = file.replace(/\.yaml$/, '.lists.json');
  return packageLists(existsSync(path) ? [{ path, text: readFileSync(path, 'utf8'), adds: false }] : []);
};

async function findingsIn(
  path: string,
  text: string,
  rules: readonly Rule[],
  parsers: Parsers,
  packages?: () => Promise<PackageLists>,
): Promise<Finding[]> {
  const tools: ScanTools = {
    parsers,
    ...(packages && { packages }),
    pathFits: () => true,
    bodies: (heads) => rules.filter((rule) => heads.includes(rule)),
  };
  const language = languageOf(path, text);
  const { findings, failures } = await scan({ path, language, text, fragment: false }, rules, tools);
  expect(failures.filter(({ kind }) => kind === 'internal' || kind === 'timeout')).toEqual([]);
  if (language !== 'bash') return findings;
  return [...findings, ...(await scriptFindings(text, rules, tools, world))];
}

describe.each(files.map((file) => [relative(folder, file).replace(/\.yaml$/, ''), file] as const))('%s', (stem, file) => {
  let rules: Rule[] = [];
  beforeAll(async () => {
    const compiled = await compileRules(readFileSync(file, 'utf8'), relative(folder, file), backends.wasm, true);
    expect(compiled.failures).toEqual([]);
    rules = compiled.rules;
  });

  it('is fit to be bundled', () => {
    expect(rules.flatMap((rule) => bundlingFaults(rule, file, stem))).toEqual([]);
    expect(rules.map(({ id }) => id)).toEqual([stem]);
  });

  const fixtures = fixturesOf(file);
  it('has fixtures that must match and fixtures that must not', () => {
    const kinds = fixtures.flatMap((path) =>
      annotationsIn(readFileSync(path, 'utf8'))
        .filter(({ ruleId }) => ruleId === stem)
        .map(({ kind }) => kind),
    );
    expect(kinds).toContain('ruleid');
    expect(kinds).toContain('ok');
  });

  it.each(fixtures.map((path) => basename(path)))('%s', async (name) => {
    const path = join(file, '..', name);
    const text = expandTokens(readFileSync(path, 'utf8'));
    const packages = stem.startsWith('deps/') ? async () => listsBeside(file) : undefined;
    const found = await findingsIn(name, text, rules, backends.native, packages);
    const lines = found.map(({ span }) => text.slice(0, span.start).split('\n').length);
    const { missing, noisy } = differenceOf(stem, annotationsIn(text), lines);
    expect({ missing, noisy }).toEqual({ missing: [], noisy: [] });
    expect(await findingsIn(name, text, rules, backends.wasm, packages)).toEqual(found);
  });
});
