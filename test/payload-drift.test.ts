/**
 * Payloads of versions that came before or will come after the recorded ones, and ones that are broken, through the built
 * program: fields more, fields less, of another kind, in both casings, an event that nobody has heard of, a wrong `--agent`.
 */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type AgentId, agentIds } from '../src/model/toolcall.ts';
import { type Ended, runProgram } from './program.ts';

const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'forestall-drift-')));
const workspace = join(scratch, 'app');
mkdirSync(join(workspace, '.git'), { recursive: true });
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

type Payload = Record<string, unknown>;
const isObject = (value: unknown): value is Payload => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A call of `rm -rf /`, as the agent sent it. */
function harmful(agent: AgentId): Payload {
  const name = /^c(laude-code|odex-cli)$/.test(agent) ? 'bash-rm-root' : 'shell-rm-root';
  const text = readFileSync(join(import.meta.dirname, '..', 'fixtures', agent, name, 'stdin.json'), 'utf8');
  return JSON.parse(text.replaceAll('{{workspace}}', JSON.stringify(workspace).slice(1, -1)).replaceAll('{{home}}', '/home/x'));
}

/** What holds whatever comes in. */
function hook(payload: unknown, ...args: string[]): Ended {
  const ended = runProgram(['hook', ...args], JSON.stringify(payload), { cwd: workspace });
  expect([0, 2]).toContain(ended.status);
  if (ended.stdout !== '') expect(() => JSON.parse(ended.stdout)).not.toThrow();
  if (ended.status === 2) expect(ended.stderr.trim()).not.toBe('');
  expect(ended.stdout + ended.stderr).not.toMatch(/\n\s+at .*:\d+/);
  return ended;
}
const said = ({ stdout, stderr }: Ended): string => stdout + stderr;
const rule = 'shell/rm-outside-workspace';

const newer = { schema_version: 9, trace: { id: 'x', tags: ['a', null] }, extra: null, features: [], on: true };
const withMore = (value: Payload): Payload => ({
  ...newer,
  ...Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, isObject(inner) ? { ...newer, ...inner } : inner])),
});
const camel = (key: string): string => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const eventKeys = ['hook_event_name', 'hookEventName', 'hookName', 'agent_action_name', 'event'];

describe.each(agentIds)('%s', (agent) => {
  const payload = harmful(agent);
  const named = ['--agent', agent];

  it('a newer version: fields that nobody knows change nothing', () => {
    const [now, later] = [payload, withMore(payload)].map((one) => hook(one, ...named));
    expect(said(now as Ended)).toContain(rule);
    expect([later?.status, later?.stdout]).toEqual([now?.status, now?.stdout]);
    expect(said(later as Ended)).toContain(rule);
  });

  it('both casings at once', () => {
    const both = { ...payload };
    for (const [key, value] of Object.entries(payload)) {
      // These are what tells one agent from another: nobody sends them of both.
      if (eventKeys.includes(key)) continue;
      both[camel(key)] ??= value;
      both[snake(key)] ??= value;
    }
    expect(said(hook(both, ...named))).toContain(rule);
  });

  it('an event that nobody has heard of goes ahead, in the form that the agent reads', () => {
    const key = eventKeys.find((one) => one in payload);
    if (key === undefined) return;
    const { status, stdout } = hook({ ...payload, [key]: 'MoonPhaseChanged' }, ...named);
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/deny|block|"cancel":true/);
  });

  it('a field less, or of another kind, is an answer all the same', () => {
    const kinds = [7, null, [], { a: 1 }, 'x', true];
    Object.keys(payload).forEach((key, k) => {
      const { [key]: _, ...less } = payload;
      hook(less, ...named);
      hook({ ...payload, [key]: kinds[k % kinds.length] }, ...named);
    });
  });

  it('`--agent` names another one: the call is denied', () => {
    for (const other of ['claude-code', 'cursor', 'cline'] as const) {
      if (other !== agent) expect([other, said(hook(payload, '--agent', other))]).toEqual([other, expect.stringContaining(rule)]);
    }
    expect(said(hook(payload))).toContain(rule);
  });
});
