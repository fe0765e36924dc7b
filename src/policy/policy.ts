/** What a policy says, once its layers are joined; and the form of one layer. */
import type { Confidence, FailureKind, Severity } from '../model/finding.ts';
import type { Decision } from '../model/verdict.ts';
import type { PathClass } from './path-classes.ts';

/**
 * What a layer says about a rule: a decision; `off`, the rule does not apply; `on`, the table of severity and
 * confidence decides.
 */
export type Setting = Decision | 'off' | 'on';

/** `failureKinds`, and text that is not valid code of its language, which will not run as it stands. */
export type FailureCause = FailureKind | 'invalid-code' | 'bounded-analysis';

export type DecisionTable = Readonly<Record<Severity, Readonly<Record<Confidence, Decision>>>>;

/** A rule id, `<pack>/*` or `<pack>` for a whole pack, `*` for all rules. */
export type Selector = string;

/** One policy file, checked. Every key is optional: a layer says only what it wants changed. */
export interface PolicySettings {
  mode?: 'enforce' | 'audit';
  rules?: Record<Selector, Setting>;
  enable?: Selector[];
  disable?: Selector[];
  paths?: PathSettings[];
  /** Globs of files that are not looked at. */
  ignore?: string[];
  decisions?: Partial<Record<Severity, Partial<Record<Confidence, Decision>>>>;
  onFailure?: Partial<Record<FailureCause, Decision>>;
  /** Files, folders or globs of further rules, relative to the policy file. */
  ruleFiles?: string[];
  events?: Partial<Record<EventName, Decision>>;
  mcp?: { servers?: Record<string, McpEntry> };
  /** Files and folders with lists of packages, relative to the policy file. */
  data?: { packages?: string[] };
}

/** Events beside the call of a tool that do something, as a policy names them. */
export const eventNames = ['post-tool', 'prompt', 'session-start', 'stop'] as const;
export type EventName = (typeof eventNames)[number];

/** An approved MCP server: every key that is given must hold; without any the name is enough. */
export interface McpEntry {
  /** As the package manager names it. */
  package?: string;
  version?: string;
  command?: string;
  args?: string[];
  /** `*` stands for any characters. */
  url?: string;
  /** `sha256:…`, as `forestall mcp list` shows it. */
  identity?: string;
}

export interface PathSettings {
  /** The entry holds for a path that fits one of these globs or belongs to one of these classes. */
  match?: string[];
  class?: PathClass[];
  rules?: Record<Selector, Setting>;
  /** No rule applies. */
  off?: boolean;
}

/** From the weakest to the strongest, save that `repo` may only tighten. */
export const origins = ['user', 'repo', 'managed'] as const;
export type Origin = (typeof origins)[number];

export interface PolicyLayer {
  origin: Origin;
  /** The file, as shown to people. */
  path: string;
  settings: PolicySettings;
}

/** Something wrong in a layer. `key` leads to the place in the file. */
export interface PolicyFault {
  layer: { path: string };
  key: (string | number)[];
  message: string;
  /** 0-based offset, where the file could not be read as JSON at all. */
  offset?: number;
}

/** What one layer says about rules, ready to be asked. */
export interface RuleOpinion {
  /** What the layer says about a rule in a file, by an entry of `paths`, else by `rules`; null when it says nothing. */
  about(ruleId: string, path: string): { setting: Setting; byPath: boolean } | null;
}

export interface Policy {
  mode: 'enforce' | 'audit';
  decisions: DecisionTable;
  onFailure: Readonly<Record<FailureCause, Decision>>;
  /** The strictest decision at each event; `allow` switches it off. */
  events: Readonly<Record<EventName, Decision>>;
  /** Lower layers give way to higher ones; `repo` can only make stricter. */
  opinions: { builtIn: RuleOpinion; user: RuleOpinion; repo: RuleOpinion; managed: RuleOpinion };
  /** True for files that are not looked at. A managed rule setting outweighs it. */
  ignores(path: string): boolean;
  /** With the policy file that names them. */
  ruleFiles: { path: string; from: string }[];
  /** Lists of packages, with the policy file that names them. `adds`: they only join the others. */
  packageData: { path: string; from: string; adds: boolean }[];
  /** The lists of MCP servers, with the policy files that hold them; a server must be on each. */
  mcpLists: { path: string; servers: Readonly<Record<string, McpEntry>> }[];
  /** The files that make up the policy, weakest first. */
  layers: PolicyLayer[];
}

const strictness: readonly (Decision | 'off')[] = ['off', 'allow', 'warn', 'ask', 'deny'];

/** Below 0 when `a` is milder than `b`, above 0 when it is stricter. */
export const compareDecisions = (a: Decision | 'off', b: Decision | 'off'): number =>
  strictness.indexOf(a) - strictness.indexOf(b);

export function strictest<D extends Decision | 'off'>(a: D, b: D): D {
  return compareDecisions(a, b) >= 0 ? a : b;
}

/** How closely a selector names the rule: 3 the id, 2 its pack, 1 everything, 0 not at all. */
export function selectorFit(selector: Selector, ruleId: string): 0 | 1 | 2 | 3 {
  if (selector === ruleId) return 3;
  if (selector === '*') return 1;
  const pack = selector.endsWith('/*') ? selector.slice(0, -2) : selector;
  return pack !== '' && ruleId.startsWith(`${pack}/`) ? 2 : 0;
}

/** True when every rule that `inner` names is named by `outer` too. */
export function covers(outer: Selector, inner: Selector): boolean {
  if (outer === '*' || outer === inner) return true;
  const pack = (selector: Selector) => (selector.endsWith('/*') ? selector.slice(0, -2) : selector);
  const [wide, narrow] = [pack(outer), pack(inner)];
  return narrow === wide || narrow.startsWith(`${wide}/`);
}
