/** Input that is made to take long: each scan ends, and what was not looked at is named. */
import { expect, it } from 'vitest';
import { scan } from '../src/engine/scan.ts';
import { parserAssets } from '../src/host/assets.ts';
import type { LanguageId } from '../src/model/language.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { compileRules } from '../src/rules/compile.ts';

const parsers = loadParsers(parserAssets());
const LIMIT = 120_000;

async function lines(language: LanguageId, operators: string, text: string): Promise<{ lines: number[]; notes: string[] }> {
  const head = `rules:\n  - id: bound\n    languages: [${language}]\n    severity: ERROR\n    message: found\n`;
  const { rules, failures } = await compileRules(head + operators.replace(/^(?=.)/gm, '    '), 'bound.yaml', parsers);
  expect(failures).toEqual([]);
  const source = { path: `a.${language}`, language, text, fragment: false };
  const found = await scan(source, rules, { parsers, pathFits: () => true, bodies: () => rules });
  const at = found.findings.map(({ span }) => text.slice(0, span.start).split('\n').length);
  return { lines: at, notes: found.failures.map(({ message }) => message) };
}

const taint = `mode: taint
pattern-sources:
  - pattern: source()
pattern-sinks:
  - pattern: sink(...)
`;

it(
  'a line of 3 MB',
  async () => {
    const text = `${'a(b,c);'.repeat(430_000)}bad(1);`;
    const { lines: found, notes } = await lines('javascript', 'pattern: bad(...)\n', text);
    // Parsing has a limit in time: what was not read is named.
    expect(notes.length > 0 ? notes : found).toEqual(notes.length > 0 ? ['parsing took too long'] : [1]);
  },
  LIMIT,
);

it.each(['', 'options: { wide: true }\n'])(
  'texts that are put together from texts, over and over: %j',
  async (options) => {
    const sums = Array.from({ length: 60 }, (_, at) => `  const a${at + 1} = a${at} + a${at};\n`).join('');
    const text = (first: string) => `function f() {\n  const a0 = ${first};\n${sums}  g(a60);\n}\n`;
    const rule = `${options}pattern: g("...")\n`;
    expect((await lines('javascript', rule, text("'x'"))).notes).toEqual([]);
    expect(await lines('javascript', rule, text('h()'))).toEqual({ lines: [], notes: [] });
  },
  LIMIT,
);

it(
  'a variable of the function around that is set to itself and more',
  async () => {
    const text = `def a():
    text = ""
    async def b():
        def c():
            nonlocal text
            for part in d():
                text = text + part
        use(c)
    g(text)
`;
    const { notes } = await lines('python', `options: { wide: true }\npattern: '"..." + $X'\n`, text);
    expect(notes).toEqual([]);
  },
  LIMIT,
);

it(
  'one name that is called 10,000 times',
  async () => {
    const text = `${'f(x)\n'.repeat(10_000)}f(1)\n`;
    expect((await lines('python', 'pattern: f(1)\n', text)).lines).toEqual([10_001]);
  },
  LIMIT,
);

it(
  'taint through 3,000 assignments',
  async () => {
    const steps = Array.from({ length: 3000 }, (_, i) => `let v${i + 1} = v${i};`);
    const text = ['function f() {', 'let v0 = source();', ...steps, 'sink(v3000);', '}'].join('\n');
    const { lines: found, notes } = await lines('javascript', taint, text);
    expect(found.length + notes.length).toBeGreaterThan(0);
  },
  LIMIT,
);

it.each<[LanguageId, string, string]>([
  ['javascript', `f(${'['.repeat(20_000)}`, 'pattern: f(...)\n'],
  ['javascript', `x = ${'('.repeat(5_000)}1${')'.repeat(5_000)}; f(1);`, 'pattern: f(...)\n'],
  ['python', `f(${'['.repeat(3_000)}1${']'.repeat(3_000)})`, 'pattern: f(...)\n'],
  ['go', `package p\nfunc f() { x := ${'a + '.repeat(5_000)}b }`, 'pattern: $X + $Y\n'],
  ['yaml', Array.from({ length: 2_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'pattern: |\n  a: $X\n'],
  ['json', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'pattern: |\n  [...]\n'],
])(
  'deep nesting: %s',
  async (language, text, operators) => {
    const { lines: found, notes } = await lines(language, operators, text);
    expect(found.length + notes.length).toBeGreaterThan(0);
  },
  LIMIT,
);

it(
  'many ellipses that never fit',
  async () => {
    const dots = Array.from({ length: 12 }, (_, i) => `  ...\n  a($X${i})\n`).join('');
    const text = `${'a(1);\n'.repeat(300)}`;
    expect((await lines('javascript', `pattern: |\n${dots}  ...\n  nowhere($Y)\n`, `${text}b(nowhere);`)).lines).toEqual([]);
  },
  LIMIT,
);

it(
  'ellipses among many arguments',
  async () => {
    const { lines: found } = await lines(
      'javascript',
      'pattern: f(..., $A, ..., $B, ..., $C, ..., last, ...)\n',
      `f(${'x, '.repeat(400)}y);\nlast;`,
    );
    expect(found).toEqual([]);
  },
  LIMIT,
);

it('a regular expression that backtracks without end is refused', async () => {
  const { failures } = await compileRules(
    'rules:\n  - id: bound\n    languages: [regex]\n    severity: ERROR\n    message: found\n    pattern-regex: ^(a+)+$\n',
    'bound.yaml',
    parsers,
  );
  expect(failures.map(({ kind, ruleId }) => [kind, ruleId])).toEqual([['bad-rule', 'bound']]);
});
