import { describe, expect, test } from 'vitest';
import type { Finding } from '../src/model/finding.ts';
import type { RuleText } from '../src/model/rule.ts';
import type { Decision, Verdict } from '../src/model/verdict.ts';
import { explain } from '../src/report/explain.ts';
import { githubReport } from '../src/report/github.ts';
import { jsonReport } from '../src/report/json.ts';
import { junitReport } from '../src/report/junit.ts';
import { maskCode, maskText } from '../src/report/mask.ts';
import { placer } from '../src/report/place.ts';
import { oneLine, report } from '../src/report/report.ts';
import { sarifReport } from '../src/report/sarif.ts';
import { plainPaint, textReport } from '../src/report/text.ts';

const text = `${'\n'.repeat(39)}const id = req.params.id;\n\n    db.query(\`SELECT * FROM orders WHERE id = \${req.params.id}\`);\n`;
const sink = 'db.query(`SELECT * FROM orders WHERE id = ${req.params.id}`)';
const span = { start: text.indexOf(sink), end: text.indexOf(sink) + sink.length };
const source = { start: text.indexOf('req.params.id'), end: text.indexOf('req.params.id') + 13 };

const finding = (over: Partial<Finding> = {}): Finding => ({
  ruleId: 'injection/sql-string-build',
  path: 'src/orders.ts',
  span,
  severity: 'critical',
  confidence: 'high',
  message: 'SQL text is built from request data.',
  captures: { $Q: 'x' },
  trace: [
    { kind: 'source', span: source, text: 'req.params.id' },
    { kind: 'sink', span, text: sink },
  ],
  snippet: sink,
  fingerprint: 'abc',
  replacement: null,
  ...over,
});
const rule: RuleText = {
  message: 'SQL text is built from request data.',
  why: 'Anyone can read the table.',
  fix: 'Pass the value as a bound parameter, e.g. db.query("SELECT * FROM orders WHERE id = $1", [req.params.id]).',
  severity: 'critical',
  confidence: 'high',
  cwe: ['CWE-89'],
  owasp: ['API8:2023'],
  references: [],
  replacement: null,
  replacementRegex: null,
};
const sources = { ruleOf: () => rule, textOf: () => text };
const verdict = (findings: Finding[], decision: Decision = 'deny', over: Partial<Verdict> = {}): Verdict => ({
  decision,
  findings: findings.map((item) => ({ item, decision })),
  failures: [],
  audit: false,
  ...over,
});
const stats = { files: 1, skipped: 0, lines: 42, rules: 3, suppressed: 0, ms: 7 };

describe('the reason', () => {
  test('has the published form', () => {
    expect(explain(verdict([finding()]), 'edit', sources)).toBe(
      `forestall blocked this edit: 1 problem in src/orders.ts

src/orders.ts:42  injection/sql-string-build  critical  CWE-89
  db.query(\`SELECT * FROM orders WHERE id = \${req.params.id}\`)
  SQL text is built from request data: req.params.id (line 40) reaches db.query (line 42).
  Fix: pass the value as a bound parameter, e.g. db.query("SELECT * FROM orders WHERE id = $1", [req.params.id]).

Nothing was written. Make the same edit with the fix. Another tool or an ignore comment will not get it through;
if this is wrong, ask the user (forestall explain injection/sql-string-build).`,
    );
  });

  test('of a command names no file', () => {
    const command = finding({
      ruleId: 'shell/x',
      path: '',
      span: { start: 0, end: 3 },
      trace: [],
      snippet: 'rm -rf ~',
      message: 'Deletes home.',
    });
    const reason = explain(verdict([command]), 'command', { ruleOf: () => null, textOf: () => 'rm -rf ~' });
    expect(reason).toMatch(
      /^forestall blocked this command: 1 problem\n\nshell\/x {2}critical\n {2}rm -rf ~\n {2}Deletes home\.\n\nNothing was run\./,
    );
  });

  test('stays under 4 kB and ten findings, and counts the rest', () => {
    const many = Array.from({ length: 40 }, () => finding());
    const reason = explain(verdict(many), 'edit', sources);
    expect(new TextEncoder().encode(reason).length).toBeLessThanOrEqual(4000);
    const shown = reason.split('critical  CWE-89').length - 1;
    expect(shown).toBeGreaterThan(3);
    expect(shown).toBeLessThanOrEqual(10);
    expect(reason).toContain(`… and ${40 - shown} more.`);
    expect(reason).toContain('40 problems in src/orders.ts');
    const huge = finding({ message: '𝕏'.repeat(5000), snippet: '𝕏'.repeat(5000), path: 'é'.repeat(3000) });
    expect(new TextEncoder().encode(explain(verdict([huge, huge]), 'edit', sources)).length).toBeLessThanOrEqual(4000);
  });

  test('says nothing where there is nothing to say', () => {
    expect(explain(verdict([]), 'edit', sources)).toBe('');
    expect(explain(verdict([finding()], 'allow'), 'edit', sources)).toBe('');
  });

  test('differs by decision', () => {
    expect(explain(verdict([finding()], 'warn'), 'edit', sources)).toMatch(
      /^forestall warns about this edit[\s\S]*The edit goes through\./,
    );
    expect(explain(verdict([finding()], 'ask'), 'edit', sources)).toMatch(
      /asks a person about this edit[\s\S]*The user decides\./,
    );
    const audited: Verdict = { ...verdict([finding()]), decision: 'warn', audit: true };
    expect(explain(audited, 'edit', sources)).toMatch(/would block this edit[\s\S]*The edit goes through\./);
  });

  test('names failures', () => {
    const failure = { kind: 'bad-payload', message: 'the payload is not JSON', path: '', line: null, ruleId: null } as const;
    const reason = explain(verdict([], 'deny', { failures: [{ item: failure, decision: 'deny' }] }), 'call', sources);
    expect(reason).toBe(
      'forestall blocked this call: it could not be judged\n\nbad-payload: the payload is not JSON\n\nNothing was done. Tell the user what could not be judged.',
    );
  });

  test('cannot be used to draw on a terminal or to hide text', () => {
    expect(oneLine('a\u001B[31mb\u202Ec\n d\u0000e', 100)).toBe('a[31mbc de');
  });
});

describe('masking', () => {
  // Made up here, piece by piece, so that no file holds anything like a token.
  const random = (length: number) => Array.from({ length }, (_, i) => 'aB3dE5gH7jK9mN1pQ4sT6vW8yZ0'[(i * 7) % 27]).join('');

  test.each([
    ['a GitHub token', `ghp_${random(36)}`],
    ['an AWS key id', `AKIA${'QWERTY234567ABCD'}`],
    ['an API key', `sk-ant-${random(40)}`],
    ['a random run', random(32)],
    ['a hexadecimal run', '0123456789abcdef'.repeat(3)],
  ])('%s', (_, secret) => {
    const masked = maskText(`const k = "${secret}"; f(k)`);
    expect(masked).not.toContain(secret.slice(5, -3));
    expect(masked).toContain('****');
    expect(maskText(masked)).toBe(masked);
  });

  test.each([
    'db.query(`SELECT * FROM orders`)',
    'getUserPreferencesFromDatabase2(req)',
    'src/components/UserProfileCard2.tsx',
    '550e8400-e29b-41d4-a716-446655440000',
    'postgres://user:${PASS}@host/db',
  ])('%s stays', (code) => expect(maskText(code)).toBe(code));

  test('a password in a URL and a private key', () => {
    expect(maskText('postgres://app:hunter2x@db/x')).toBe('postgres://app:****@db/x');
    expect(maskText(`-----BEGIN RSA PRIVATE KEY-----\n${random(64)}\n-----END RSA PRIVATE KEY-----`)).toBe(
      '-----BEGIN RSA PRIVATE KEY-----****',
    );
  });

  test('every literal where the fault is a secret', () => {
    expect(maskCode('jwt.sign(p, "correct-horse")', ['CWE-798'])).toBe('jwt.sign(p, "****")');
    expect(maskCode('jwt.sign(p, "correct-horse")', ['CWE-89'])).toBe('jwt.sign(p, "correct-horse")');
  });

  test('reaches every form of output', () => {
    const secret = `ghp_${random(36)}`;
    const leaky = finding({
      message: `found ${secret}`,
      snippet: `t = "${secret}"`,
      captures: { $S: secret },
      trace: [
        { kind: 'source', span, text: secret },
        { kind: 'sink', span, text: secret },
      ],
    });
    const made = report(verdict([leaky]), sources);
    const outputs = [
      explain(verdict([leaky]), 'edit', sources),
      jsonReport(made, stats, '1'),
      sarifReport(made, '1'),
      githubReport(made),
      junitReport(made, 1),
      textReport(made, stats, plainPaint),
    ];
    for (const output of outputs) expect(output).not.toContain(secret.slice(8, -4));
  });
});

test('places count lines and columns from 1', () => {
  const place = placer('ab\ncd\r\n\n😀x');
  expect(place({ start: 0, end: 2 })).toMatchObject({ startLine: 1, startColumn: 1, endLine: 1, endColumn: 3 });
  expect(place({ start: 3, end: 8 })).toMatchObject({ startLine: 2, startColumn: 1, endLine: 4, endColumn: 1 });
  expect(place({ start: 10, end: 99 })).toMatchObject({ startLine: 4, startColumn: 3 });
});

describe('forms', () => {
  const made = report(
    verdict([finding({ path: 'b.ts' }), finding({ path: 'a.ts', ruleId: 'z' }), finding({ path: 'a.ts' })]),
    sources,
  );

  test('JSON, version 1', () => {
    const parsed = JSON.parse(jsonReport(made, stats, '0.1.0'));
    expect(Object.keys(parsed)).toEqual(['version', 'tool', 'findings', 'errors', 'stats']);
    expect(parsed.findings.map((item: { path: string; ruleId: string }) => `${item.path} ${item.ruleId}`)).toEqual([
      'a.ts injection/sql-string-build',
      'a.ts z',
      'b.ts injection/sql-string-build',
    ]);
    expect(parsed.findings[0]).toEqual({
      ruleId: 'injection/sql-string-build',
      path: 'a.ts',
      start: { line: 42, column: 5, offset: span.start },
      end: { line: 42, column: 5 + sink.length, offset: span.end },
      severity: 'critical',
      confidence: 'high',
      decision: 'deny',
      message: rule.message,
      why: rule.why,
      fix: rule.fix,
      cwe: ['CWE-89'],
      owasp: ['API8:2023'],
      snippet: sink,
      trace: [
        {
          kind: 'source',
          path: 'a.ts',
          start: { line: 40, column: 12, offset: source.start },
          end: { line: 40, column: 25, offset: source.end },
        },
        {
          kind: 'sink',
          path: 'a.ts',
          start: { line: 42, column: 5, offset: span.start },
          end: { line: 42, column: 5 + sink.length, offset: span.end },
        },
      ],
      metavariables: { $Q: 'x' },
      fingerprint: 'abc',
    });
    expect(parsed.stats).toEqual({ files: 1, skipped: 0, lines: 42, rules: 3, ms: 7 });
  });

  test('SARIF points at rule, place and flow', () => {
    const [run] = JSON.parse(sarifReport(made, '0.1.0')).runs;
    expect(run.tool.driver.rules.map((entry: { id: string }) => entry.id)).toEqual(['injection/sql-string-build', 'z']);
    expect(run.results[1]).toMatchObject({ ruleId: 'z', ruleIndex: 1, level: 'error' });
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'a.ts' },
      region: { startLine: 42, startColumn: 5, endLine: 42, endColumn: 5 + sink.length },
    });
    expect(run.results[0].codeFlows[0].threadFlows[0].locations).toHaveLength(2);
  });

  test('GitHub and JUnit escape what their syntax needs', () => {
    const odd = report(
      verdict([finding({ path: 'a,b:c.ts', message: '100% <b>\nbad', trace: [], snippet: '<&"\u0001' })]),
      sources,
    );
    expect(githubReport(odd)).toContain('::error file=a%2Cb%3Ac.ts,line=42');
    expect(githubReport(odd)).toContain('::100%25 <b> bad');
    expect(junitReport(odd, 1)).toContain('message="100% &lt;b&gt;\nbad"');
    expect(junitReport(odd, 1)).toContain('&lt;&amp;&quot;</failure>');
  });

  test('text ends in a summary', () => {
    expect(textReport(made, stats, plainPaint)).toMatch(/3 blocked in 1 file \(42 lines, 3 rules, 7 ms\)\.\n$/);
    expect(textReport({ findings: [], failures: [] }, { ...stats, suppressed: 2 }, plainPaint)).toBe(
      '2 suppressed in 1 file (42 lines, 3 rules, 7 ms).\n',
    );
  });
});
