/**
 * Small rules on small texts, one file per language. A case is a pattern (or the operators of a rule), `---`, the code,
 * and `=>` with the lines on which the rule must report. `~~` gives the lines of the reference implementation where we
 * mean to differ from it. A case without code is about the code of the case before.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scan } from '../src/engine/scan.ts';
import { parserAssets } from '../src/host/assets.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { languageNamed } from '../src/parse/languages.ts';
import { compileRules } from '../src/rules/compile.ts';
import { casesIn, ruleOf } from './conformance.ts';

const folder = fileURLToPath(new URL('./conformance', import.meta.url));
const parsers = loadParsers(parserAssets());

describe.each(readdirSync(folder).map((name) => [name.replace(/\.txt$/, ''), name] as const))('%s', (language, file) => {
  const cases = casesIn(readFileSync(`${folder}/${file}`, 'utf8'));
  it.each(cases.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const { rules, failures } = await compileRules(ruleOf(one, language), one.name, parsers);
    expect(failures).toEqual([]);
    const source = { path: `case.${language}`, language: languageNamed(language), text: one.code, fragment: false };
    const found = await scan(source, rules, { parsers, pathFits: () => true, bodies: () => rules });
    expect(found.failures.filter(({ kind }) => kind !== 'unparsed')).toEqual([]);
    const lines = found.findings.map(({ span }) => one.code.slice(0, span.start).split('\n').length);
    expect([...new Set(lines)].sort((a, b) => a - b)).toEqual(one.lines);
  });
});
