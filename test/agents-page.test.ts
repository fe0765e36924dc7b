/** `docs/agents.md` says what the adapters do now, and what their last live run showed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import agents from '../scripts/test-agents/agents.json' with { type: 'json' };
import { cases, managedCase } from '../scripts/test-agents/cases.ts';
import type { AgentName } from '../scripts/test-agents/drivers.ts';
import { escapes } from '../scripts/test-agents/escapes.ts';
import { agentsPage, type Results } from '../scripts/test-agents/report.ts';
import kept from '../scripts/test-agents/results.json' with { type: 'json' };

const results: Results = kept;

it('is what `npm run docs` writes', () => {
  const plain = (text: string): string => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
  expect(plain(readFileSync(join(import.meta.dirname, '..', 'docs', 'agents.md'), 'utf8'))).toBe(plain(agentsPage(results)));
});

it.each(Object.entries(agents))('%s: the pinned version ran, and nothing that must hold failed', (agent, { version }) => {
  expect(results[agent]?.version).toBe(version);
  const tried = [...cases, ...(escapes[agent as AgentName] ?? []).map(managedCase)];
  expect(Object.keys(results[agent]?.words ?? {}).sort()).toEqual(tried.map(({ id }) => id).sort());
  for (const [id, word] of Object.entries(results[agent]?.words ?? {})) {
    expect([id, word]).toEqual([id, expect.not.stringMatching(/^(fail|did not run|not called|safe write lost)$/)]);
  }
});
