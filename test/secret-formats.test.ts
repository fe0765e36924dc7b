/** Every format of the bundled rules: tokens made to its description are found, what only looks like them is not. */
import { describe, expect, it } from 'vitest';
import { matchSecrets, type SecretMatch } from '../src/engine/secret.ts';
import type { Rule } from '../src/model/rule.ts';
import { bundledFormats, bundledSecrets, sampleOf } from './secret-tokens.ts';

const rules = ['provider-token', 'private-key'].map((name) => ({
  name,
  rule: { body: { mode: 'secret', secrets: bundledSecrets(name) }, severity: 'critical', confidence: 'high' } as const,
}));

/** What the rule finds that has the format. */
function found(id: string, text: string): SecretMatch[] {
  const { rule } = rules.find(({ rule: { body } }) => body.secrets.some((spec) => spec.id === id))!;
  return matchSecrets(
    { path: 'src/config.ts', language: null, text, fragment: false },
    rule as Pick<Rule, 'body' | 'severity' | 'confidence'>,
  );
}

const seeds = [1, 2, 3];
const formats = [...bundledFormats().values()];

describe.each(formats.map((format) => [format.id, format] as const))('%s', (id, format) => {
  it('is found', () => {
    for (const seed of seeds) {
      const sample = sampleOf(format, seed);
      const matches = found(id, sample.text);
      if (format.class === 'public') expect(matches, sample.text).toEqual([]);
      else {
        expect(
          matches.map((match) => [match.format, match.start, match.end]),
          sample.text,
        ).toEqual([[id, sample.start, sample.end]]);
        expect(matches[0]!.severity === 'critical').toBe(format.class !== 'test' && format.severity === undefined);
      }
    }
  });

  it('is not found in look-alikes', () => {
    if (format.class === 'public') return;
    const sample = sampleOf(format, 1);
    const secret = sample.text.slice(sample.start, sample.end);
    const within = (text: string): string => sample.text.slice(0, sample.start) + text + sample.text.slice(sample.end);
    // Of a private key a hundred characters are enough.
    const half = secret.slice(0, Math.min(100, Math.floor(secret.length / 2)));
    const silent: Record<string, string> = { 'cut off': within(`${half}...`), template: within('${TOKEN}') };
    if (format.prefixes) {
      silent['inside a word'] = within(`Zq${secret}`);
      if (!secret.includes('=')) silent['far too long'] = within(secret + 'aB3x9Qw7'.repeat(1500));
    }
    for (const [what, text] of Object.entries(silent)) {
      expect(
        found(id, text).filter((match) => match.format === id),
        `${what}: ${text}`,
      ).toEqual([]);
    }
  });
});
