import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { annotationsIn, differenceOf } from '/work/main/src/rules/annotations.ts';
import { matchSecrets } from '/work/main/src/engine/secret.ts';
import { bundledSecrets, expandTokens } from '/work/main/test/secret-tokens.ts';
for (const [id, ext] of [['provider-token','ts'],['private-key','txt'],['hardcoded-credential','ts']] as const)
  it(id, () => {
    const text = expandTokens(readFileSync(`/work/main/rules/secrets/${id}.${ext}`, 'utf8'));
    const m = matchSecrets({ path: `x.${ext}`, language: null, text, fragment: false }, { body: { mode: 'secret', secrets: bundledSecrets(id) }, severity: 'high', confidence: 'high' });
    const lines = m.map((x) => text.slice(0, x.start).split('\n').length);
    expect(differenceOf(id, annotationsIn(text), lines)).toEqual({ ruleId: id, missing: [], noisy: [] });
  });
