/** The fix that a finding shows: in the words of the file's language, with the code it is about. */
import { expect, test } from 'vitest';
import { scanTools } from '../src/commands/scan-tools.ts';
import { scan } from '../src/engine/scan.ts';
import { parserAssets } from '../src/host/assets.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { languageOf } from '../src/parse/languages.ts';
import { compileRules } from '../src/rules/compile.ts';

const parsers = loadParsers(parserAssets());
const ruleWith = (fix: string) => `rules:
  - id: r
    languages: [javascript, typescript, python, go]
    severity: high
    message: m
    metadata:
      fix: ${fix}
    pattern: run($X)
`;
async function fixIn(fix: string, path: string, text: string): Promise<(string | undefined)[]> {
  const { rules, failures } = await compileRules(ruleWith(fix), 'r.yaml', parsers);
  expect(failures).toEqual([]);
  const tools = scanTools(parsers, () => rules[0]!);
  const { findings } = await scan({ path, language: languageOf(path, text), text, fragment: false }, rules, tools);
  return findings.map((finding) => finding.fix);
}
const fixes = '{ default: "call safe()", javascript: "await safe($X)", python: "safe($X)" }';

test('one text is for every language', async () => {
  expect(await fixIn('"call safe($X)"', 'a.py', 'run(a)\n')).toEqual(['call safe(a)']);
});
test('a language has its own words', async () => {
  expect(await fixIn(fixes, 'a.py', 'run(a)\n')).toEqual(['safe(a)']);
  expect(await fixIn(fixes, 'a.js', 'run(a)\n')).toEqual(['await safe(a)']);
});
test('the words for JavaScript hold for TypeScript, the default for the rest', async () => {
  expect(await fixIn(fixes, 'a.ts', 'run(a)\n')).toEqual(['await safe(a)']);
  expect(await fixIn(fixes, 'a.go', 'package a\nfunc f() { run(a) }\n')).toEqual(['call safe()']);
});
test('long code is cut', async () => {
  const [fix] = await fixIn(fixes, 'a.py', `run("${'a'.repeat(100)}")\n`);
  expect(fix).toHaveLength('safe()'.length + 60);
});
test('a language that is misspelt is an error, a map of something else is not', async () => {
  const { failures } = await compileRules(ruleWith('{ default: "x", pyhton: "y" }'), 'r.yaml', parsers);
  expect(failures.map(({ message, line }) => `${line}: ${message}`)).toEqual(['7: unknown language `pyhton` in `metadata.fix`']);
  expect((await compileRules(ruleWith('{ level: 1 }'), 'r.yaml', parsers)).failures).toEqual([]);
});
