import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readScript } from '../src/effects/shell.ts';
import { indexText } from '../src/engine/filter.ts';
import { siftCommands } from '../src/engine/sift-command.ts';
import { parserAssets } from '../src/host/assets.ts';
import type { Needs, PatternVariant, SecretSpec } from '../src/model/rule.ts';
import type { World } from '../src/model/world.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { bundledRules, bundledScriptHeads, secretAt, treeOf } from '../src/rules/bundle.ts';
import { compileRules } from '../src/rules/compile.ts';
import { packNeeds } from '../src/rules/packed-needs.ts';

/** Numbers that look drawn, the same every time. */
function drawn(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % below;
  };
}

describe('packed needs', () => {
  const words = ['a', 'b', 'c', 'd'];

  function make(draw: (below: number) => number, depth: number): Needs {
    const value = words[draw(words.length)]!;
    const kind = draw(depth > 0 ? 7 : 3);
    if (kind === 0) return { kind: 'text', value };
    if (kind === 1) return { kind: 'text', value, caseless: true };
    if (kind === 2) return { kind: 'word', value };
    return { kind: kind < 5 ? 'all' : 'any', of: Array.from({ length: draw(4) }, () => make(draw, depth - 1)) };
  }

  test('hold for the same texts', () => {
    const draw = drawn(7);
    const texts = Array.from({ length: 1 << words.length }, (_, bits) => words.filter((_, at) => bits & (1 << at)).join(' '));
    let holding = 0;
    for (let round = 0; round < 500; round++) {
      const needs = make(draw, 4);
      const packed = packNeeds(needs);
      for (const text of [...texts, ...texts.map((one) => one.toUpperCase())]) {
        const index = indexText(text);
        const holds = index.has(needs);
        if (holds) holding++;
        if (index.has(packed) !== holds)
          throw new Error(`${JSON.stringify(needs)} is not ${JSON.stringify(packed)} in "${text}"`);
      }
    }
    expect(holding).toBeGreaterThan(1000);
  });

  test('say a thing once', () => {
    const word = (value: string): Needs => ({ kind: 'word', value });
    const both = (...values: string[]): Needs => ({ kind: 'all', of: values.map(word) });
    expect(packNeeds({ kind: 'any', of: [both('x', 'eval'), word('eval')] })).toBe('eval');
    expect(packNeeds({ kind: 'any', of: [both('os', 'a'), both('os', 'b')] })).toEqual([0, 'os', [1, 'a', 'b']]);
    expect(packNeeds({ kind: 'any', of: [{ kind: 'any', of: [word('a')] }] })).toBe('a');
  });
});

describe('bundled rules', () => {
  const parsers = loadParsers(parserAssets());

  test.each(['injection/sql-string-build', 'tokens/cookie-flags', 'secrets/provider-token', 'shell/rm-outside-workspace'])(
    '%s is read as it was compiled',
    async (id) => {
      const { rules } = await compileRules(readFileSync(new URL(`../rules/${id}.yaml`, import.meta.url), 'utf8'), id, parsers);
      const { needs, paths, mode, languages, ...compiled } = rules[0]!;
      const { message, body } = bundledRules().find((rule) => rule.id === id)!;
      expect(message).toBe(compiled.message);
      const whole = JSON.stringify(body, (key, value: unknown) => {
        if (key === 'trees') return (value as PatternVariant[]).map((variant) => ({ ...variant, tree: treeOf(variant) }));
        if (key === 'secrets') return (value as SecretSpec[]).map((_, at) => secretAt(value as SecretSpec[], at));
        return key === 'index' ? undefined : value;
      });
      const wanted = JSON.stringify(compiled.body, (key, value: unknown) => {
        if (key !== 'pattern' || typeof value !== 'object') return value;
        const { text: _, ...rest } = value as { text?: string };
        return rest;
      });
      expect(JSON.parse(whole)).toEqual(JSON.parse(wanted));
    },
  );

  const files = readdirSync(new URL('./commands', import.meta.url)).filter(
    (name) => name.endsWith('.jsonl') && !name.includes('harmless'),
  );
  test.each(files)('the filter lets through every rule that finds something: %s', (file) => {
    const world: World = {
      workspace: '/home/dev/app',
      home: '/home/dev',
      platform: 'linux',
      readFile: () => ({ kind: 'missing' }),
    };
    const lines = readFileSync(new URL(`./commands/${file}`, import.meta.url), 'utf8')
      .trimEnd()
      .split('\n');
    const cases = lines.map((line) => JSON.parse(line) as { command: string; rules?: string[]; shell?: 'powershell' | 'cmd' });
    const heads = bundledScriptHeads();
    const known = new Set(heads.map(({ id }) => id));
    expect(cases.some(({ rules = [] }) => rules.length > 0)).toBe(true);
    for (const { command, rules = [], shell } of cases) {
      const able = siftCommands(readScript(command, world, world.workspace, shell), heads).map(({ id }) => id);
      const missing = rules.filter((id) => known.has(id) && !able.includes(id));
      expect(missing, command).toEqual([]);
    }
  });
});
