/** What is covered: every detection that was considered has a rule or a reason, every rule a place in the standards. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coveragePage, notCoveredPage } from '../scripts/coverage.ts';
import { packsPage } from '../scripts/packs.ts';
import { resolvePolicy } from '../src/policy/layer.ts';
import { inStandard, standardNamed, standards } from '../src/policy/standards.ts';
import { unwrittenRules } from '../src/policy/unwritten.ts';
import { bundledRules } from '../src/rules/bundle.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const rules = bundledRules();
const ids = new Set([...rules, ...unwrittenRules].map(({ id }) => id));
const reasons = JSON.parse(read('rules/not-covered.json')) as Record<string, string>;
const detections = read('test/detections.txt').trim().split('\n');

describe('detections', () => {
  it('each have a rule, or a reason why not', () => {
    expect(detections.length).toBe(303);
    expect(detections.filter((id) => !ids.has(id) && !reasons[id])).toEqual([]);
  });
  it('have reasons only where they were considered', () => {
    expect(Object.keys(reasons).filter((id) => !detections.includes(id))).toEqual([]);
  });
});

describe('pages', () => {
  it('are as the rules make them', () => {
    expect(read('docs/coverage.md')).toBe(coveragePage(rules));
    expect(read('docs/not-covered.md')).toBe(notCoveredPage(reasons, ids));
  });
  it('count the lines of the packs', async () => {
    expect(read('docs/packs.md')).toBe(await packsPage(rules, join(root, 'rules')));
  });
});

describe('standards', () => {
  it('are named in more than one way', () => {
    expect(['owasp-api', 'owasp-api/*', 'owasp-top10', 'asvs', 'injection', '*'].map(standardNamed)).toEqual([
      'owasp-api',
      'owasp-api',
      'owasp-web',
      'asvs',
      null,
      null,
    ]);
  });
  it.each(Object.keys(standards))('%s has rules', (name) => {
    expect(rules.filter((rule) => inStandard(name, rule)).length).toBeGreaterThan(5);
  });
  it('name every rule that has an OWASP id', () => {
    const names = Object.keys(standards).filter((name) => name !== 'cwe-top-25');
    const lost = rules.filter((rule) => rule.owasp.length > 0 && !names.some((name) => inStandard(name, rule)));
    expect(lost.map(({ id, owasp }) => `${id} ${owasp}`)).toEqual([]);
  });
  it('can be chosen by a policy', async () => {
    const text = JSON.stringify({ rules: { 'owasp-api/*': 'ask', 'auth/b': 'warn', auth: 'off' }, disable: ['owasp-llm'] });
    const { policy, failures } = await resolvePolicy([{ origin: 'user', path: 'p', text }], async (standard) =>
      standard === 'owasp-api' ? ['auth/a', 'auth/b'] : ['llm/a'],
    );
    expect(failures).toEqual([]);
    const about = (id: string) => policy.opinions.user.about(id, 'a.ts')?.setting ?? null;
    expect(['auth/a', 'auth/b', 'auth/c', 'llm/a', 'llm/b'].map(about)).toEqual(['ask', 'warn', 'off', 'off', null]);
  });
});
