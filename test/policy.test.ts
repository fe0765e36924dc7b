import { readFileSync } from 'node:fs';
import picomatch from 'picomatch';
import { describe, expect, test } from 'vitest';
import type { Failure, Finding } from '../src/model/finding.ts';
import { decide, isOff } from '../src/policy/decide.ts';
import { compileGlobs, simpleGlob } from '../src/policy/glob.ts';
import { type PolicyFile, resolvePolicy } from '../src/policy/layer.ts';
import { classesOf } from '../src/policy/path-classes.ts';
import { policyJsonSchema } from '../src/policy/schema.ts';
import { suppress, suppressionFindings } from '../src/policy/suppression.ts';

const finding = (over: Partial<Finding> = {}): Finding => ({
  ruleId: 'injection/sql-string-build',
  path: 'src/orders.ts',
  span: { start: 10, end: 20 },
  severity: 'critical',
  confidence: 'high',
  message: 'm',
  captures: {},
  trace: [],
  snippet: 's',
  fingerprint: 'f',
  replacement: null,
  ...over,
});
const failure = (over: Partial<Failure> = {}): Failure => ({
  kind: 'timeout',
  message: 'm',
  path: '',
  line: null,
  ruleId: null,
  ...over,
});

/** The policy of some layers, each written as an object or as text. */
async function policyOf(layers: Partial<Record<PolicyFile['origin'], object | string>>) {
  const files = Object.entries(layers).map(
    ([origin, content]): PolicyFile => ({
      origin: origin as PolicyFile['origin'],
      path: `/${origin}/forestall.json`,
      text: typeof content === 'string' ? content : JSON.stringify(content, null, 2),
    }),
  );
  return resolvePolicy(files);
}

async function decisionOf(layers: Parameters<typeof policyOf>[0], over: Partial<Finding> = {}) {
  const { policy } = await policyOf(layers);
  return decide([finding(over)], [], policy).findings[0]?.decision ?? 'off';
}

describe('the built-in policy', () => {
  test.each([
    ['critical', 'high', 'deny'],
    ['critical', 'medium', 'deny'],
    ['critical', 'low', 'warn'],
    ['high', 'medium', 'deny'],
    ['high', 'low', 'warn'],
    ['medium', 'high', 'warn'],
    ['low', 'low', 'warn'],
    ['info', 'high', 'allow'],
  ] as const)('%s, confidence %s: %s', async (severity, confidence, expected) => {
    expect(await decisionOf({}, { severity, confidence })).toBe(expected);
  });

  test.each([
    ['src/orders.ts', 'injection/sql-string-build', 'deny'],
    ['src/__tests__/orders.ts', 'injection/sql-string-build', 'off'],
    ['src/orders.test.ts', 'injection/sql-string-build', 'off'],
    ['docs/guide.md', 'injection/sql-string-build', 'off'],
    ['examples/app.py', 'injection/sql-string-build', 'off'],
    ['dist/app.js', 'injection/sql-string-build', 'off'],
    ['/elsewhere/test/orders.ts', 'injection/sql-string-build', 'deny'],
    ['test/fixture.ts', 'secrets/provider-token', 'deny'],
    ['test/fixture.ts', 'secrets/hardcoded-credential', 'warn'],
    ['examples/.claude/settings.json', 'guard/hook-config-tamper', 'deny'],
    ['test/app.js', 'my-own-rule', 'deny'],
  ])('%s, %s: %s', async (path, ruleId, expected) => {
    expect(await decisionOf({}, { path, ruleId })).toBe(expected);
  });

  test('tells classes of files by their path', () => {
    expect(classesOf('pkg/thing_test.go')).toEqual(['test']);
    expect(classesOf('src/contest/latest.ts')).toEqual([]);
    expect(classesOf('examples/test/a.min.js')).toEqual(['test', 'example', 'generated']);
  });

  test('code that will not run is let through, a blind spot is not passed over in silence', async () => {
    const { policy } = await policyOf({});
    expect(decide([], [failure({ kind: 'unparsed', invalid: true })], policy).decision).toBe('allow');
    expect(decide([], [failure({ kind: 'unparsed' })], policy).decision).toBe('warn');
    expect(decide([], [failure({ kind: 'bad-payload' })], policy).decision).toBe('deny');
    expect(decide([], [failure({ kind: 'timeout' })], policy).decision).toBe('ask');
  });
});

describe('layers', () => {
  test('the user may loosen and tighten', async () => {
    expect(await decisionOf({ user: { rules: { 'injection/sql-string-build': 'warn' } } })).toBe('warn');
    expect(await decisionOf({ user: { disable: ['injection'] } })).toBe('off');
    expect(await decisionOf({ user: { rules: { 'injection/*': 'off', 'injection/sql-string-build': 'ask' } } })).toBe('ask');
    expect(await decisionOf({ user: { decisions: { critical: { high: 'ask' } } } })).toBe('ask');
    expect(await decisionOf({ user: { rules: { '*': 'deny' } } }, { severity: 'info' })).toBe('deny');
  });

  test.each([
    [{ rules: { 'injection/sql-string-build': 'off' } }],
    [{ rules: { 'injection/sql-string-build': 'warn' } }],
    [{ disable: ['injection/*'] }],
    [{ ignore: ['src/**'] }],
    [{ paths: [{ match: ['src/**'], off: true }] }],
    [{ paths: [{ match: ['src/**'], rules: { '*': 'allow' } }] }],
    [{ decisions: { critical: { high: 'warn' } } }],
    [{ mode: 'audit' }],
  ])('a repository cannot loosen: %j', async (repo) => {
    const { policy, failures } = await policyOf({ repo });
    const verdict = decide([finding()], failures, policy);
    expect(verdict.decision).toBe('deny');
    expect(verdict.failures.map(({ item }) => item.message).join('\n')).toMatch(/may only tighten/);
    expect(verdict.failures).toHaveLength(1);
  });

  test('a repository may tighten', async () => {
    expect(await decisionOf({ repo: { rules: { 'injection/*': 'deny' } } }, { severity: 'low' })).toBe('deny');
    expect(await decisionOf({ user: { disable: ['injection'] }, repo: { enable: ['injection'] } })).toBe('deny');
    expect(await decisionOf({ user: { mode: 'audit' }, repo: { mode: 'enforce' } })).toBe('deny');
    const repo = { paths: [{ class: ['test'], rules: { 'injection/*': 'deny' } }] };
    expect(await decisionOf({ repo }, { path: 'test/a.ts' })).toBe('deny');
    const { policy, failures } = await policyOf({ repo: { onFailure: { internal: 'deny', timeout: 'allow' } } });
    expect(policy.onFailure).toMatchObject({ internal: 'deny', timeout: 'ask' });
    expect(failures).toMatchObject([{ kind: 'bad-policy', path: '/repo/forestall.json', line: 4 }]);
  });

  test('a managed value is changed by nobody', async () => {
    const managed = { rules: { 'injection/*': 'warn' }, mode: 'audit', onFailure: { internal: 'deny' } };
    const user = {
      rules: { 'injection/sql-string-build': 'off' },
      mode: 'enforce',
      ignore: ['src/**'],
      onFailure: { internal: 'allow' },
    };
    const repo = { rules: { 'injection/sql-string-build': 'deny' }, mode: 'enforce' };
    const { policy, failures } = await policyOf({ managed, user, repo });
    const verdict = decide([finding()], [], policy);
    expect(verdict.findings).toMatchObject([{ decision: 'warn' }]);
    expect(policy.mode).toBe('audit');
    expect(policy.onFailure.internal).toBe('deny');
    expect(failures.map(({ path }) => path).sort()).toEqual([
      '/repo/forestall.json',
      '/repo/forestall.json',
      '/user/forestall.json',
      '/user/forestall.json',
      '/user/forestall.json',
    ]);
    expect(failures.every(({ message }) => message.includes('/managed/forestall.json has set it'))).toBe(true);
  });

  test('an ignored file is not looked at, unless a managed rule says so', async () => {
    expect(await decisionOf({ user: { ignore: ['*.gen.ts'] } }, { path: 'src/api.gen.ts' })).toBe('off');
    const managed = { rules: { 'injection/*': 'on' } };
    expect(await decisionOf({ user: { ignore: ['src/**'] }, managed })).toBe('deny');
  });

  test('a later entry of `paths` wins, and both win over `rules`', async () => {
    const user = {
      rules: { 'injection/*': 'deny' },
      paths: [
        { match: ['src/**'], rules: { 'injection/*': 'warn' } },
        { match: ['src/legacy/**'], off: true },
      ],
    };
    expect(await decisionOf({ user }, { path: 'src/a.ts' })).toBe('warn');
    expect(await decisionOf({ user }, { path: 'src/legacy/a.ts' })).toBe('off');
    expect(await decisionOf({ user }, { path: 'lib/a.ts' })).toBe('deny');
  });

  test('audit records what it would do and blocks nothing', async () => {
    const { policy } = await policyOf({ user: { mode: 'audit' } });
    const verdict = decide([finding()], [failure()], policy);
    expect(verdict).toMatchObject({
      decision: 'warn',
      audit: true,
      findings: [{ decision: 'deny' }],
      failures: [{ decision: 'ask' }],
    });
  });

  test('a rule that is off everywhere need not run', async () => {
    const off = async (layers: Parameters<typeof policyOf>[0]) =>
      isOff('injection/sql-string-build', (await policyOf(layers)).policy);
    expect(await off({ user: { disable: ['injection'] } })).toBe(true);
    expect(await off({})).toBe(false);
    expect(await off({ repo: { disable: ['injection'] } })).toBe(false);
    expect(await off({ user: { disable: ['injection'], paths: [{ match: ['a/**'], rules: { '*': 'deny' } }] } })).toBe(false);
  });
});

describe('a policy file with a mistake', () => {
  test.each([
    ['{\n  "version": 1,\n  "mod": "audit"\n}', 3, 'unknown key `mod`, did you mean `mode`?'],
    ['{ "mode": "adit" }', 1, '`mode` must be one of enforce, audit, did you mean `audit`?'],
    [
      '{\n  // staged\n  "rules": {\n    "injection/*": "block"\n  }\n}',
      4,
      '`injection/*` must be one of off, on, allow, warn, ask, deny',
    ],
    ['{\n  "paths": [\n    { "rules": {} }\n  ]\n}', 3, 'an entry of `paths` needs `match` or `class`'],
    ['{\n  "onFailure": { "time-out": "deny" }\n}', 2, 'unknown key `time-out`, did you mean `timeout`?'],
    ['{\n  "mode": "audit",\n  "rules": {\n', 4, 'not JSON: close brace expected; the file is not used'],
    ['{ "mode" "audit" }', 1, 'not JSON: colon expected at `"audit"`; the file is not used'],
    ['[]', 1, 'the policy must be an object'],
    ['{ "ignore": "src" }', 1, '`ignore` must be a list'],
    ['{ "version": 2 }', 1, '`version` must be one of 1'],
  ])('%s', async (text, line, message) => {
    const { failures } = await policyOf({ user: text });
    expect(failures).toEqual([{ kind: 'bad-policy', path: '/user/forestall.json', line, ruleId: null, message }]);
  });

  test('the rest of the file and the other layers still apply', async () => {
    const { policy, failures } = await policyOf({
      user: '{ "mod": "audit", "rules": { "injection/*": "ask" } }',
      managed: '{ "onFailure": { "internal": "deny", } } // fine',
    });
    expect(failures).toHaveLength(1);
    expect(decide([finding()], [], policy).decision).toBe('ask');
    expect(policy.onFailure.internal).toBe('deny');
  });

  test('an empty file says nothing that is wrong twice', async () => {
    expect((await policyOf({ user: '' })).failures).toHaveLength(1);
    expect((await policyOf({ user: '\uFEFF{ "mode": "audit" }' })).policy.mode).toBe('audit');
  });

  test('keys with a meaning in JavaScript are keys like others', async () => {
    const { failures } = await policyOf({ user: '{ "__proto__": {}, "constructor": 1 }' });
    expect(failures.map(({ message }) => message)).toEqual(['unknown key `__proto__`', 'unknown key `constructor`']);
  });
});

describe('globs', () => {
  const paths = [
    'a.ts',
    'src/a.ts',
    'src/deep/a.ts',
    'src/a.js',
    'lib/src/a.ts',
    '.env',
    'src/.env',
    'src/.hidden/a.ts',
    'docs',
    'a+b/x.ts',
  ];
  const globs = ['src/**', '**/src/**', '**/a.ts', '**/*.ts', '**', 'src/a.ts', 'src/deep/**', '**/.env'];
  test.each(globs)('%s means without picomatch what it means with it', (glob) => {
    const simple = simpleGlob(glob);
    const full = picomatch(glob, { dot: true });
    expect(simple).not.toBeNull();
    expect(paths.filter((path) => simple?.(path))).toEqual(paths.filter((path) => full(path)));
  });

  test('the others are left to picomatch', async () => {
    const match = await compileGlobs(['src/{deep,flat}/*.ts', '[ab].ts', 'src/']);
    expect(paths.filter(match('src/{deep,flat}/*.ts'))).toEqual(['src/deep/a.ts']);
    expect(paths.filter(match('[ab].ts'))).toEqual(['a.ts', 'src/a.ts', 'src/deep/a.ts', 'lib/src/a.ts', 'src/.hidden/a.ts']);
    expect(paths.filter(match('src/'))).toEqual(['src/a.ts', 'src/deep/a.ts', 'src/a.js', 'src/.env', 'src/.hidden/a.ts']);
  });
});

describe('suppression', () => {
  const at = (line: number, text: string) =>
    finding({
      span: {
        start:
          text
            .split('\n')
            .slice(0, line - 1)
            .join('\n').length + (line > 1 ? 1 : 0),
        end: 0,
      },
    });
  const mark = '// forestall-ignore injection/sql-string-build';
  const silent = (text: string, line: number, before?: string | null) =>
    suppress([at(line, text)], text, before).suppressed.length === 1;

  test('counts with a reason, on the line or the line above', () => {
    expect(silent(`${mark}: reviewed\nq()`, 2)).toBe(true);
    expect(silent(`q() ${mark}: reviewed`, 1)).toBe(true);
    expect(silent(`# forestall-ignore a, injection/sql-string-build: reviewed\nq()`, 2)).toBe(true);
    expect(silent(`${mark}\nq()`, 2)).toBe(false);
    expect(silent(`${mark}:  \nq()`, 2)).toBe(false);
    expect(silent(`${mark}: reviewed\n\nq()`, 3)).toBe(false);
    expect(silent(`x = 'forestall-ignore injection/sql-string-build: no comment'\nq()`, 2)).toBe(false);
  });

  test('in an edit, only when it stood there before', () => {
    const text = `a\n${mark}: reviewed\nq(1)\nb`;
    expect(silent(text, 3, null)).toBe(false);
    expect(silent(text, 3, 'a\nq(1)\nb')).toBe(false);
    expect(silent(text, 3, text.replace('q(1)', 'q(2)'))).toBe(true);
    expect(silent(text, 3, `a\nb\n${mark}: reviewed\nold()`)).toBe(false);
    expect(silent(`0\n${text}\n9`, 4, text)).toBe(true);
  });

  test('one that is added is reported, one that is moved is not', () => {
    const text = `a\n${mark}: reviewed\nq(1)`;
    expect(suppressionFindings('p', null, text)).toMatchObject([
      { ruleId: 'guard/suppression-added', path: 'p', span: { start: 5 } },
    ]);
    expect(suppressionFindings('p', `${mark}: reviewed\nq(1)\na`, text)).toEqual([]);
    expect(suppressionFindings('p', text, `${text}\n${mark}: reviewed`)).toHaveLength(1);
    expect(suppressionFindings('p', null, `${mark}\nq()`)).toHaveLength(1);
  });
});

test('the published JSON Schema is the one that files are checked by', () => {
  const published: unknown = JSON.parse(readFileSync(new URL('../docs/forestall.schema.json', import.meta.url), 'utf8'));
  expect(published).toEqual(JSON.parse(JSON.stringify(policyJsonSchema())));
});
