/** Settings that keep an agent from running its hooks. */
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { AgentId } from '../model/toolcall.ts';
import { inHome, inRepo, type Machine, named, under } from './places.ts';

export interface Switch {
  agents: AgentId[];
  path: string;
  /** Null for TOML: then `pattern` is looked for. */
  at: string[] | null;
  off: unknown;
  pattern?: RegExp;
  /** The managed layer's hooks run all the same. */
  sparesManaged: boolean;
}

/** The files of a user and a repository that can hold one. */
export function offSwitches(machine: Machine): Switch[] {
  const claude = under(machine, named(machine, 'CLAUDE_CONFIG_DIR', '.claude'), 'settings.json');
  const switches: Switch[] = [];
  const add = (agents: AgentId[], paths: string[], at: string[], off: unknown, sparesManaged: boolean) => {
    for (const path of paths) switches.push({ agents, path, at, off, sparesManaged });
  };
  add(
    ['claude-code'],
    [claude, inRepo(machine, '.claude', 'settings.json'), inRepo(machine, '.claude', 'settings.local.json')],
    ['disableAllHooks'],
    true,
    true,
  );
  add(
    ['copilot-cli'],
    [
      under(machine, named(machine, 'COPILOT_HOME', '.copilot'), 'settings.json'),
      inRepo(machine, '.github', 'copilot', 'settings.json'),
    ],
    ['disableAllHooks'],
    true,
    true,
  );
  // Settings of the system win over a user's.
  for (const [agent, folder] of [
    ['gemini-cli', '.gemini'],
    ['qwen-code', '.qwen'],
  ] as const) {
    const files = [inHome(machine, folder, 'settings.json'), inRepo(machine, folder, 'settings.json')];
    if (agent === 'gemini-cli') add([agent], files, ['hooksConfig', 'enabled'], false, true);
    else add([agent], files, ['disableAllHooks'], true, true);
  }
  add(
    ['factory-droid'],
    [inHome(machine, '.factory', 'settings.json'), inRepo(machine, '.factory', 'settings.json')],
    ['hooksDisabled'],
    true,
    true,
  );
  for (const path of [
    under(machine, named(machine, 'CODEX_HOME', '.codex'), 'config.toml'),
    inRepo(machine, '.codex', 'config.toml'),
  ]) {
    // Requirements pin the feature.
    switches.push({
      agents: ['codex-cli'],
      path,
      at: null,
      off: false,
      pattern: /^\s*(?:features\s*\.\s*)?(?:hooks|codex_hooks)\s*=\s*false\b|^\s*features\s*=\s*\{[^}]*\bhooks\s*=\s*false/m,
      sparesManaged: true,
    });
  }
  return switches;
}

/** Whether the text of that file throws the switch; the line, or null. */
export function thrownAt({ at, off, pattern }: Switch, text: string): number | null {
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  if (at === null) {
    const found = pattern?.exec(text);
    return found ? lineOf(found.index + (/\S/.exec(found[0])?.index ?? 0)) : null;
  }
  const root = parseTree(text.replace(/^\uFEFF/, ' '), [], { allowTrailingComma: true });
  const node = root && findNodeAtLocation(root, at);
  return node && node.value === off ? lineOf(node.offset) : null;
}

/** Whether a managed file lets no other hooks run. */
export const allowsOnlyManaged = (text: string): boolean =>
  /^\s*allow_managed_hooks_only\s*=\s*true\b/m.test(text) || /"allowManagedHooksOnly"\s*:\s*true\b/.test(text);

/**
 * Whether Codex has been told to trust the hook at `at` of `hooksFile`: it keeps that in `config.toml`, under the place of
 * the hook and a hash of it, and skips the hook without a word otherwise.
 */
export function codexTrust(config: string, hooksFile: string, at: readonly (string | number)[]): boolean {
  const [group, handler] = at.filter((step) => typeof step === 'number');
  const key = `${hooksFile}:pre_tool_use:${group ?? 0}:${handler ?? 0}`;
  const section = [`[hooks.state.${JSON.stringify(key)}]`, `[hooks.state.'${key}']`]
    .map((header) => config.indexOf(header))
    .find((k) => k >= 0);
  if (section === undefined)
    return new RegExp(`${escapeRegex(JSON.stringify(key))}\\s*(?:=\\s*\\{[^}]*|\\.)trusted_hash\\s*=`).test(config);
  const body = config.slice(section).replace(/^.*\n/, '');
  return /^\s*trusted_hash\s*=/m.test(body.slice(0, /^\s*\[/m.exec(body)?.index ?? body.length));
}

const escapeRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
