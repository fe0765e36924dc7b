/** Binaries with another number of rules, to see what a rule costs that does not fire. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLE, bundleModule, rulesToBundle } from '../scripts/bundle.ts';
import type { Rule } from '../src/model/rule.ts';

/** Builds a binary for each number of rules, from the bundled ones and copies of them with other identifiers; their paths. */
export async function binariesWith(counts: readonly number[], root: string, folder: string): Promise<string[]> {
  const { rules } = await rulesToBundle(root);
  return counts.map((count) => {
    const house = join(folder, `house-${count}`);
    rmSync(house, { recursive: true, force: true });
    mkdirSync(house, { recursive: true });
    for (const name of ['src', 'scripts', 'bench', 'package.json'])
      cpSync(join(root, name), join(house, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'junction');
    writeFileSync(join(house, BUNDLE), bundleModule(multiplied(rules, count)));
    const { status, stderr } = spawnSync(process.execPath, [join(house, 'scripts', 'build.ts')], {
      cwd: house,
      encoding: 'utf8',
    });
    const binary = join(house, 'dist', process.platform === 'win32' ? 'forestall.exe' : 'forestall');
    if (status !== 0 || !existsSync(binary)) throw new Error(`building with ${count} rules failed\n${stderr}`);
    return binary;
  });
}

/** The first 40 rules, and copies of them. */
function multiplied(rules: readonly Rule[], count: number): Rule[] {
  // Of rules for secrets there are few in any set, each of them large.
  const first = [...rules.filter(({ mode }) => mode === 'secret'), ...rules.filter(({ mode }) => mode !== 'secret')].slice(0, 40);
  const others = first.filter(({ mode }) => mode !== 'secret');
  const all = [...first];
  for (let copy = 0; all.length < count; copy++) all.push(renamed(others[copy % others.length]!, copy));
  return all.slice(0, count).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Keys whose value is, or lists, what must stand in the text. */
const spelt = new Set(['name', 'value', 'word', 'program', 'subcommand']);

/** The rule for code with other names: no text of the bench holds them. */
function renamed(rule: Rule, copy: number): Rule {
  const other = (word: string): string => word.replace(/^[A-Za-z_][\w-]*$/, (name) => `${name}Q${copy}`);
  const made = JSON.parse(JSON.stringify(rule), (key, value: unknown) => {
    // What is worked out once for equal formulas.
    if (key === 'key' && typeof value === 'string') return `${value}-${copy}`;
    if (!spelt.has(key)) return value;
    return Array.isArray(value)
      ? value.map((item) => (typeof item === 'string' ? other(item) : item))
      : typeof value === 'string'
        ? other(value)
        : value;
  }) as Rule;
  return { ...made, id: `${rule.id}-${copy}` };
}
