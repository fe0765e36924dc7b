import { expect, test } from 'vitest';
import { parserAssets } from '../src/host/assets.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { compileRules } from '../src/rules/compile.ts';

const parsers = loadParsers(parserAssets());
const rule = (body: string, language = 'javascript'): string =>
  `rules:\n- id: r\n  languages: [${language}]\n  severity: ERROR\n  message: m\n${body.replace(/^/gm, '  ')}\n`;
const either = (branch: string): string => `patterns:\n- pattern: f($A)\n- pattern-either:\n  - pattern: f(1)\n  - ${branch}`;

/** One error for a rule, with the line and the operator; no rule is half applied. */
test.each([
  ['a language without a grammar', rule('pattern: f()', 'swift'), 3, '`swift`'],
  ['a condition as a branch', rule(either('metavariable-regex: { metavariable: $A, regex: x }')), 10, '`metavariable-regex`'],
  ['a focus as a branch', rule(either('focus-metavariable: $A')), 10, '`focus-metavariable`'],
  ['a negation as a branch', rule(either('pattern-not: f(2)')), 10, '`pattern-not`'],
  ['nothing that is looked for', rule('patterns:\n- pattern-not: f(2)'), 6, 'positive'],
  ['an operator that there is not', rule('patterns:\n- pattern-nto: f(2)'), 7, '`pattern-nto`'],
  ['the newer syntax', rule('match: f(2)'), 6, '`match:`'],
])('%s', async (_, text, line, words) => {
  const { rules, failures } = await compileRules(text, 'r.yaml', parsers);
  expect(rules).toEqual([]);
  expect(failures).toEqual([
    expect.objectContaining({ kind: 'bad-rule', ruleId: 'r', line, message: expect.stringContaining(words) }),
  ]);
});

test('keys that `<<` takes from elsewhere, of which those that stand there go first', async () => {
  const shared = 'shared: &s { severity: ERROR, languages: [javascript], message: shared }\n';
  const text = `${shared}rules:\n- { <<: *s, id: a, pattern: f() }\n- { id: b, message: own, <<: [*s], pattern: g() }\n`;
  const { rules, failures } = await compileRules(text, 'r.yaml', parsers);
  expect(failures).toEqual([]);
  expect(rules.map(({ id, message }) => [id, message])).toEqual([
    ['a', 'shared'],
    ['b', 'own'],
  ]);
});

test('of a rule in several forms the one for this version is taken; what others hold need not be known', async () => {
  const head = 'id: a, severity: ERROR, languages: [javascript]';
  const text = `rules:
- { ${head}, message: new, min-version: 99.0.0, pattern-nto: f() }
- { ${head}, message: now, max-version: 98.0.0, pattern: f() }
- { ${head}, message: old, max-version: 1.2.3, pattern: g() }
`;
  const { rules, failures, skipped } = await compileRules(text, 'r.yaml', parsers);
  expect([rules.map(({ message }) => message), failures]).toEqual([['now'], []]);
  expect(skipped.map(({ ruleId, line }) => [ruleId, line])).toEqual([
    ['a', 2],
    ['a', 4],
  ]);
});

/** As in the reference, a rule says for which versions of the rule language it is; others leave it out, which is no error. */
test.each([
  ['min-version: 1.50.0', true],
  ['min-version: "9.0.0"', false],
  ['max-version: 1.38.2', false],
  ['max-version: 99.0.0', true],
  ['min-version: 1.50.0\nmax-version: 2.0.0', true],
])('%s', async (versions, fits) => {
  const { rules, failures, skipped } = await compileRules(rule(`${versions}\npattern: f()`), 'r.yaml', parsers);
  expect(failures).toEqual([]);
  expect(rules.length).toBe(fits ? 1 : 0);
  expect(skipped.map(({ ruleId, line }) => [ruleId, line])).toEqual(fits ? [] : [['r', 6]]);
});
