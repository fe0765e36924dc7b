/** The README's example is what the program prints, and its table of failures is the built-in policy. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { editDemo, runDemo } from '../scripts/demo-cases.ts';
import { defaultOnFailure } from '../src/policy/defaults.ts';

const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8');

test('the first example is verbatim', () => {
  const { status, stderr } = runDemo(editDemo);
  expect(status).toBe(2);
  expect(readme).toContain(`# Claude Code wants to edit src/orders.ts\n${stderr}$ echo $?\n2\n`);
});

test('every kind of failure stands in the table with its default decision', () => {
  const rows = new Map<string, string>();
  for (const [, names = '', decision = ''] of readme.matchAll(/^\| (`[^|]*`) *\|[^|]*\| (\w+) *\|$/gm))
    for (const [, name = ''] of names.matchAll(/`([\w-]+)`/g)) rows.set(name, decision);
  expect(Object.fromEntries(rows)).toEqual(defaultOnFailure);
});
