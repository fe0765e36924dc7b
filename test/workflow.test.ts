/** The workflows of this repository: they run when they should, and our own rules find nothing in them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { scanTools } from '../src/commands/scan-tools.ts';
import { scan } from '../src/engine/scan.ts';
import { parserAssets } from '../src/host/assets.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { languageOf } from '../src/parse/languages.ts';
import { bundledRules } from '../src/rules/bundle.ts';

const root = join(import.meta.dirname, '..');
const folder = '.github/workflows';
const rules = bundledRules();
const tools = scanTools(loadParsers(parserAssets()), (head) => rules.find(({ id }) => id === head.id) ?? null);

interface Workflow {
  on: Record<string, { paths?: string[] } | null>;
  permissions: Record<string, string>;
  jobs: Record<string, { steps: { uses?: string; run?: string }[] }>;
}

describe.each(readdirSync(join(root, folder)))('%s', (name) => {
  const path = `${folder}/${name}`;
  const text = readFileSync(join(root, path), 'utf8');
  const workflow: Workflow = parse(text);

  it('is clean by our own rules', async () => {
    const { findings, failures } = await scan({ path, language: languageOf(path, text), text, fragment: false }, rules, tools);
    expect([findings.map(({ ruleId }) => ruleId), failures]).toEqual([[], []]);
  });

  it('watches files that are there', () => {
    for (const event of Object.values(workflow.on)) {
      for (const pattern of event?.paths ?? []) {
        const place = pattern.includes('*') ? dirname(pattern.replace(/\*.*/, 'x')) : pattern;
        expect([pattern, existsSync(join(root, place))]).toEqual([pattern, true]);
      }
    }
  });

  it('may read and nothing else, and runs actions of a known commit', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const { uses } of Object.values(workflow.jobs).flatMap(({ steps }) => steps))
      if (uses) expect(uses).toMatch(/@[0-9a-f]{40}$/);
  });
});

it("the agents' own programs are run when the adapters or init change", () => {
  const { on, jobs }: Workflow = parse(readFileSync(join(root, folder, 'agents.yml'), 'utf8'));
  for (const event of ['push', 'pull_request']) {
    expect(on[event]?.paths).toEqual(expect.arrayContaining(['src/agents/**', 'src/install/**', 'src/commands/init.ts']));
  }
  expect(Object.values(jobs).flatMap(({ steps }) => steps.map(({ run }) => run))).toContain('npm run test:agents');
});
