/** A rule for JavaScript and TypeScript finds in the untyped text what it finds in the typed one: fixtures are TypeScript. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { scan } from '../src/engine/scan.ts';
import { parserAssets } from '../src/host/assets.ts';
import { fixturesOf } from '../src/host/rule-files.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { annotationsIn, differenceOf } from '../src/rules/annotations.ts';
import { bundledRules } from '../src/rules/bundle.ts';
import { expandTokens } from './secret-tokens.ts';
import { untyped } from './untyped.ts';

/** Lines that differ because there the type says what the code means. */
const byType: Readonly<Record<string, { missing: number[]; noisy: number[] }>> = {
  // `NextApiRequest` makes it a handler.
  'next-route-handler-unauthenticated.pages.ts': { missing: [6], noisy: [] },
  // `count: number`, `id: number`: a number carries no command and no SQL.
  'os-command-string.ts': { missing: [], noisy: [84] },
  'sql-string-build.ts': { missing: [], noisy: [97] },
  // `question: NextApiRequest`: only its type says that it is a request.
  'path-traversal.requests.ts': { missing: [63], noisy: [] },
};

const folder = fileURLToPath(new URL('../rules/', import.meta.url));
const rules = bundledRules().filter(({ languages }) => languages.includes('javascript') && languages.includes('typescript'));
const parsers = loadParsers(parserAssets());
const cases = rules.flatMap((rule) =>
  fixturesOf(`${folder}${rule.id}.yaml`).flatMap((path) => (/\.tsx?$/.test(path) ? [[basename(path), path, rule] as const] : [])),
);

it.each(cases)('%s', async (name, path, rule) => {
  const typed = expandTokens(readFileSync(path, 'utf8'));
  const text = untyped(typed, name.endsWith('x'));
  if (text === null) return;
  const { findings, failures } = await scan({ path: 'a.jsx', language: 'javascript', text, fragment: false }, [rule], {
    parsers,
    pathFits: () => true,
    bodies: (heads) => (heads.length > 0 ? [rule] : []),
  });
  expect(failures).toEqual([]);
  const lines = findings.map(({ span }) => text.slice(0, span.start).split('\n').length);
  const { missing, noisy } = differenceOf(rule.id, annotationsIn(typed), lines);
  expect({ missing, noisy }).toEqual(byType[name] ?? { missing: [], noisy: [] });
});
