/** Settings that keep an agent from running its hooks. */
import { createHash } from 'node:crypto';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { AgentId } from '../model/toolcall.ts';
import { inHome, inRepo, type Machine, named, under } from './places.ts';
import type { Json } from './target.ts';

export interface Switch {
  agents: AgentId[];
  path: string;
  /** Null for TOML: then `pattern` is looked for. */
  at: string[] | null;
  /** The value, or one of a list. */
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
    if (agent === 'gemini-cli') {
      add([agent], files, ['hooksConfig', 'enabled'], false, true);
      // Lists of all layers are added up.
      add([agent], files, ['hooksConfig', 'disabled'], 'forestall', false);
    } else add([agent], files, ['disableAllHooks'], true, true);
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

/** Environment variables that make an agent leave its hooks out, or look for managed settings elsewhere (seen live, docs/agents.md). */
export const offVariables: readonly string[] = [
  'CLAUDE_CODE_SIMPLE',
  'CLAUDE_CODE_SAFE_MODE',
  'GEMINI_CLI_SYSTEM_SETTINGS_PATH',
  'QWEN_CODE_SIMPLE',
  'QWEN_CODE_SAFE_MODE',
  'QWEN_CODE_SYSTEM_SETTINGS_PATH',
  'OPENCODE_PURE',
  'OPENCODE_TEST_MANAGED_CONFIG_DIR',
];

/** Whether the text of that file throws the switch; the line, or null. */
export function thrownAt({ at, off, pattern }: Switch, text: string): number | null {
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  if (at === null) {
    const found = pattern?.exec(text);
    return found ? lineOf(found.index + (/\S/.exec(found[0])?.index ?? 0)) : null;
  }
  const root = parseTree(text.replace(/^\uFEFF/, ' '), [], { allowTrailingComma: true });
  const node = root && findNodeAtLocation(root, at);
  const found = node?.type === 'array' ? node.children?.find(({ value }) => value === off) : node?.value === off ? node : null;
  return found ? lineOf(found.offset) : null;
}

/** Whether a managed file lets no other hooks run. */
export const allowsOnlyManaged = (text: string): boolean =>
  /^\s*allow_managed_hooks_only\s*=\s*true\b/m.test(text) || /"allowManagedHooksOnly"\s*:\s*true\b/.test(text);

export type Trust = 'trusted' | 'modified' | 'untrusted';

/**
 * Whether Codex was told to trust a hook of `hooksFile`; it skips the others without a word. It keeps that in `config.toml`,
 * under the place of the hook, as the SHA-256 of the hook's canonical JSON (seen in Codex 0.169, method `hooks/list`).
 */
export function codexTrust(config: string, hooksFile: string, hooks: Json, at: readonly (string | number)[]): Trust {
  const [, event, group, , handler] = at;
  if (typeof event !== 'string' || typeof group !== 'number' || typeof handler !== 'number') return 'untrusted';
  const label = event.replace(/(?<=[a-z])[A-Z]/g, '_$&').toLowerCase();
  const key = `${hooksFile}:${label}:${group}:${handler}`;
  const body = sectionOf(config, key);
  const hash = body === null ? null : /^\s*trusted_hash\s*=\s*["']([^"'\n]*)["']/m.exec(body)?.[1];
  if (!hash) return 'untrusted';
  const found = valueAt(hooks, at.slice(0, 3)) as { matcher?: Json } | undefined;
  const { commandWindows: _, ...plain } = (valueAt(hooks, at) ?? {}) as { [name: string]: Json };
  const identity = {
    event_name: label,
    ...(typeof found?.matcher === 'string' ? { matcher: found.matcher } : {}),
    hooks: [{ timeout: 600, async: false, ...plain }],
  };
  const digest = createHash('sha256')
    .update(JSON.stringify(sorted(identity)))
    .digest('hex');
  return hash === `sha256:${digest}` ? 'trusted' : 'modified';
}

const valueAt = (value: Json, at: readonly (string | number)[]): Json | undefined =>
  at.reduce<Json | undefined>((inner, step) => (inner as { [name: string]: Json } | undefined)?.[step], value);

const sorted = (value: Json): Json =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, sorted(value[key] as Json)]),
        )
      : value;

/** What stands under `[hooks.state."<key>"]`. */
function sectionOf(config: string, key: string): string | null {
  const header = [`[hooks.state.${JSON.stringify(key)}]`, `[hooks.state.'${key}']`].find((name) => config.includes(name));
  if (header === undefined) return null;
  const body = config.slice(config.indexOf(header) + header.length);
  return body.slice(0, /^\s*\[/m.exec(body)?.index ?? body.length);
}
