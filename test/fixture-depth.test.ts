/** A rule that stops calls is shown on at least three faults and three look-alikes in each language that it claims. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { fixturesOf } from '../src/host/rule-files.ts';
import type { LanguageId } from '../src/model/language.ts';
import type { Rule } from '../src/model/rule.ts';
import { languageOf } from '../src/parse/languages.ts';
import { annotationsIn } from '../src/rules/annotations.ts';
import { blockingRules } from './blocking.ts';

const LEAST = 3;

const folder = fileURLToPath(new URL('../rules/', import.meta.url));
const rules = await blockingRules();

/** Rules for any text are counted over all of their fixtures; JavaScript is TypeScript without types (`untyped.test.ts`). */
function groupsOf({ languages }: Rule): { name: string; of: (language: LanguageId | null) => boolean }[] {
  if (languages.some((id) => id === 'generic' || id === 'regex')) return [{ name: 'any text', of: () => true }];
  const script = (id: LanguageId | null) => id === 'javascript' || id === 'typescript';
  const rest = languages
    .filter((id) => !script(id))
    .map((id) => ({ name: id as string, of: (it: LanguageId | null) => it === id }));
  return languages.some(script) ? [{ name: 'javascript, typescript', of: script }, ...rest] : rest;
}

it.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const lines = fixturesOf(`${folder}${id}.yaml`).flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    const language = path.endsWith('.html') && rule.languages.includes('html') ? 'html' : languageOf(basename(path), text);
    return annotationsIn(text).flatMap(({ ruleId, kind }) => (ruleId === id ? [{ kind, language }] : []));
  });
  const few = groupsOf(rule).flatMap(({ name, of }) => {
    const own = lines.filter(({ language }) => of(language));
    const count = (wanted: string) => own.filter(({ kind }) => kind === wanted).length;
    const counts = { faults: count('ruleid'), lookAlikes: count('ok') };
    return counts.faults < LEAST || counts.lookAlikes < LEAST ? [{ name, ...counts }] : [];
  });
  expect(few).toEqual([]);
});
