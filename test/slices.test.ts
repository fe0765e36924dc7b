/** A rule as one language needs it finds what the whole rule finds, in every fixture. */
import { readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scanTools } from '../src/commands/scan-tools.ts';
import { scan } from '../src/engine/scan.ts';
import { parserAssets } from '../src/host/assets.ts';
import { filesBelow } from '../src/host/rule-files.ts';
import type { LanguageId } from '../src/model/language.ts';
import type { Rule } from '../src/model/rule.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { languageOf } from '../src/parse/languages.ts';
import { bundledHeads, bundledRule, bundledRules } from '../src/rules/bundle.ts';

const folder = fileURLToPath(new URL('../rules', import.meta.url));
const parsers = loadParsers(parserAssets());
const rules = bundledRules();
const found = async (path: string, text: string, rule: Rule): Promise<string[]> => {
  const tools = scanTools(parsers, () => rule);
  const language = languageOf(path, text);
  const { findings } = await scan({ path, language, text, fragment: false }, [rule], tools);
  return findings.map(({ span, message, fix }) => `${span.start}-${span.end} ${message} ${fix}`);
};

describe('the slices of a rule', () => {
  const files = filesBelow(folder).filter((path) => !path.endsWith('.md') && !path.includes('/data/'));
  it.each(
    rules.filter(({ mode, languages }) => (mode === 'search' || mode === 'taint') && languages.length > 1).map(({ id }) => id),
  )('%s', async (id) => {
    const whole = rules.find((rule) => rule.id === id)!;
    const own = files.filter(
      (path) => relative(folder, path).replaceAll('\\', '/').startsWith(`${id}.`) && path !== `${folder}/${id}.yaml`,
    );
    for (const path of own) {
      const text = readFileSync(path, 'utf8');
      const name = `src/${basename(path)}`;
      const heads = bundledHeads(languageOf(name, text)).filter((one) => one.id === id);
      const slices = heads.flatMap((head) => bundledRule(head) ?? []);
      const each = await Promise.all(slices.map((slice) => found(name, text, slice)));
      expect(each.flat(), name).toEqual(await found(name, text, whole));
    }
  });

  it('leaves out what is written for other languages', () => {
    const whole = rules.find(({ id }) => id === 'injection/path-traversal')!;
    const slice = (language: LanguageId): Rule | null => {
      const head = bundledHeads(language).find(({ id }) => id === whole.id);
      return head ? bundledRule(head) : null;
    };
    const size = (rule: Rule | null): number => JSON.stringify(rule).length;
    expect(size(slice('python'))).toBeLessThan(size(whole));
    expect(slice('dockerfile')).toBeNull();
  });
});
