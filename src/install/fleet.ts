/** What a company decides for its machines: the one source that every managed file is made from. */
import { getNodeValue, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Programs } from './agents.ts';
import type { Json } from './target.ts';

export type System = 'linux' | 'darwin' | 'win32';

export interface Fleet {
  /** Where forestall lies on each system. */
  programs: Readonly<Record<System, string>>;
  /** forestall's own managed policy. */
  policy: { [key: string]: Json };
  /** Hooks of users, repositories and plugins do not run at all. Codex, Claude Code and Droid. */
  onlyManagedHooks: boolean;
  /** What a user may choose; Codex takes the first where they chose something else. */
  codex: { sandboxModes: string[]; approvalPolicies: string[] };
}

export const defaultFleet: Fleet = {
  programs: {
    linux: '/usr/local/bin/forestall',
    darwin: '/opt/forestall/bin/forestall',
    win32: 'C:\\Program Files\\Forestall\\forestall.exe',
  },
  policy: { version: 1, mode: 'enforce' },
  onlyManagedHooks: true,
  codex: { sandboxModes: ['workspace-write', 'read-only'], approvalPolicies: ['on-request', 'untrusted'] },
};

export const programsOn = (fleet: Fleet, system: System): Programs =>
  system === 'win32' ? { posix: null, windows: [fleet.programs.win32] } : { posix: [fleet.programs[system]], windows: null };

/** Reads a fleet file, JSON with comments; what it does not say is as in `defaultFleet`. Throws with the line of a mistake. */
export function readFleet(path: string, text: string): Fleet {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error || root?.type !== 'object') {
    const line = text.slice(0, error?.offset ?? 0).split('\n').length;
    throw new Error(`${path}:${line}: ${error ? printParseErrorCode(error.error) : 'not an object'}`);
  }
  const given = getNodeValue(root) as Record<string, unknown>;
  const wrong = (key: string, wanted: string): never => {
    const property = root.children?.find(({ children }) => children?.[0]?.value === key);
    throw new Error(`${path}:${text.slice(0, property?.offset ?? 0).split('\n').length}: \`${key}\` must be ${wanted}`);
  };
  for (const key of Object.keys(given))
    if (!(key in defaultFleet) && key !== '$schema') wrong(key, `one of ${Object.keys(defaultFleet).join(', ')}`);
  const { programs, policy, onlyManagedHooks, codex } = given;
  if (programs !== undefined && !isMapOf(programs, isText)) wrong('programs', 'an object of paths');
  if (policy !== undefined && !isMapOf(policy, () => true)) wrong('policy', 'a policy, as docs/policy.md has it');
  if (onlyManagedHooks !== undefined && typeof onlyManagedHooks !== 'boolean') wrong('onlyManagedHooks', 'true or false');
  if (codex !== undefined && !isMapOf(codex, (value) => Array.isArray(value) && value.every(isText)))
    wrong('codex', 'an object of lists');
  const some = given as Partial<Fleet>;
  // Codex does not start otherwise.
  if (some.codex?.sandboxModes && !some.codex.sandboxModes.includes('read-only'))
    wrong('codex', 'with `read-only` among its `sandboxModes`');
  return {
    ...defaultFleet,
    ...some,
    programs: { ...defaultFleet.programs, ...some.programs },
    codex: { ...defaultFleet.codex, ...some.codex },
  };
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isMapOf = (value: unknown, fits: (value: unknown) => boolean): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(fits);

/** One server of the policy's list: see docs/policy.md. */
export interface ApprovedServer {
  command?: string;
  args?: string[];
  url?: string;
}

/** The MCP servers that the policy approves, by name; null where it has no list. */
export function approvedServers({ policy }: Fleet): Readonly<Record<string, ApprovedServer>> | null {
  const { servers } = (policy['mcp'] ?? {}) as { servers?: Record<string, ApprovedServer> };
  return servers ?? null;
}
