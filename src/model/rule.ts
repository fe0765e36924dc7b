/** A compiled rule: plain JSON, nothing left to parse. `rules/` makes it, `engine/` runs it. */
import type { Confidence, Severity } from './finding.ts';
import type { LanguageId } from './language.ts';
import type { Node } from './tree.ts';

/** What is read of every rule on every call. */
export interface RuleHead {
  id: string;
  languages: LanguageId[];
  /** False: the rule cannot match a text in which this does not hold. Of a command rule: the words of the script. */
  needs: Needs | PackedNeeds;
  paths: { include: string[]; exclude: string[] };
  mode: RuleBody['mode'];
  /** Of a command rule: what a file must be like, one for each of its paths; when left out, the body tells. */
  files?: FileHint[];
}

/** What must hold for a file before a rule about paths is asked. */
export interface FileHint {
  effects: PathSpec['effects'];
  /** The path has one of these classes. */
  class?: string[];
  /** Of the path. */
  needs?: PackedNeeds;
}

/** What a rule says to people and to the policy. */
export interface RuleText {
  message: string;
  /** The harm. */
  why: string;
  /** What to write instead, one imperative sentence; metavariables are filled in where a finding shows it. */
  fix: string;
  /** The same in the words of one language, where a rule speaks of several. */
  fixes?: { [language in LanguageId]?: string };
  severity: Severity;
  confidence: Confidence;
  cwe: string[];
  owasp: string[];
  references: string[];
  /** Template that replaces the finding's span, metavariables filled in; null without autofix. */
  replacement: string | null;
  /** `fix-regex`: applied to the finding's text, at most `count` times. */
  replacementRegex: { regex: string; flags: string; replacement: string; count: number | null } | null;
}

export interface Rule extends RuleHead, RuleText {
  /** Other languages that `metavariable-pattern` names; when left out, the body tells. */
  languagesWithin?: LanguageId[];
  /**
   * Sees through code that Semgrep does not see through, such as `'md5'!`, so that nothing hides behind it. So are bundled
   * rules, and others with the option `wide`.
   */
  wide?: boolean;
  body: RuleBody;
}

/**
 * A condition over a text. `word` is a whole identifier, `text` a substring, `regexText` a substring compared without
 * case. `any` of none is false, `all` of none is true.
 */
export type Needs =
  | { kind: 'word'; value: string }
  | { kind: 'text'; value: string; caseless?: boolean }
  /** A constant string: as it stands, or with a literal that begins it and could be joined to the rest. */
  | { kind: 'string'; value: string }
  /** A run of characters that could be a token; `holdsTokenRun` of the engine says which. */
  | { kind: 'token-run' }
  | { kind: 'all'; of: Needs[] }
  | { kind: 'any'; of: Needs[] };

/**
 * The same in fewer characters: a text is a `word`, one that begins with `=` a `text`, with `~` a caseless `text` in small
 * letters; a list begins with 1 for `any` and 0 for `all`.
 */
export type PackedNeeds = string | Exclude<Needs, { kind: 'word' | 'text' | 'all' | 'any' }> | [0 | 1, ...PackedNeeds[]];

export type RuleBody =
  /** `looksIntoFunctions`: code in one function can change what is found beside it. */
  | { mode: 'search'; formula: Formula; options: RuleOptions; looksIntoFunctions: boolean }
  | ({ mode: 'taint'; options: RuleOptions; looksIntoFunctions: boolean } & TaintSpec)
  /** Numbers in bundled rules: ask `secretAt`. `index` is worked out when left out. */
  | { mode: 'secret'; secrets: (SecretSpec | number)[]; index?: SecretIndex }
  /** Looks at the commands of a shell script, at changes of files whatever their language, or at both. */
  | { mode: 'command'; command: CommandSpec | null; paths: PathSpec[] }
  | { mode: 'route'; route: RouteSpec }
  /** Looks at the MCP servers that a configuration file or a command names. */
  | { mode: 'mcp-server'; fault: McpFault }
  /** Looks at the packages that a manifest, a lock file or a command names, and where they come from. */
  | { mode: 'package'; fault: PackageFault };

/** Semgrep's `options`, as written; the engine's defaults fill the rest. */
export type RuleOptions = Readonly<Record<string, boolean | number | string>>;

// ---- search

/** `key`: equal for equal formulas, so that what several rules ask is only worked out once; on the outermost formula. */
export type Formula = { key?: string } & (
  | { kind: 'pattern'; pattern: Pattern }
  | { kind: 'regex'; regex: string; flags: string }
  | { kind: 'all'; of: Formula[]; not: Negation[]; where: Condition[]; focus: string[][] }
  | { kind: 'any'; of: Formula[] }
  /** Holds ranges; inside `all`, keeps what lies within one of them. */
  | { kind: 'inside'; of: Formula }
);

export type Negation = { kind: 'not'; of: Formula } | { kind: 'not-inside'; of: Formula };

export interface Pattern {
  /** As the author wrote it; left out of bundled rules. */
  text?: string;
  /** One per language family in which it means something different; the engine takes the first that names the file's. */
  trees: PatternVariant[];
}

export interface PatternVariant {
  /** Left out of a rule that is read for one language. */
  languages?: LanguageId[];
  /** Without positions and without roles that are null or empty. A number in bundled rules: ask `treeOf`. */
  tree: Node | number;
  /** Two or more statements in a row: `tree` is a block. */
  sequence?: true;
  anchors: Anchor[];
  /** Names of those that it binds: `$X`, `$...ARGS`. */
  metavariables: string[];
  /** Those of them that stand for types, which are declared elsewhere. */
  inTypes?: string[];
  /** Those of them that stand for the whole of a literal, which a variable may hold. */
  inLiterals?: string[];
}

/** An identifier that stands inside every match, unless the file imports it under another name. */
export interface Anchor {
  word: string;
  /** The matched node is at most so many levels above the identifier's node; -1 when there is no such bound. */
  levels: number;
  /** What the identifier is in the pattern: the text around it must look so. */
  role: 'property' | 'callee' | 'any';
}

export type Condition =
  /** `texts`: every value that fits holds one of them; empty when that is not known. */
  | { kind: 'regex'; metavariable: string; regex: string; flags: string; constantPropagation: boolean; texts: string[] }
  | { kind: 'pattern'; metavariable: string; formula: Formula; language: LanguageId | null }
  | { kind: 'comparison'; metavariable: string | null; comparison: string; base: number | null; strip: boolean }
  | { kind: 'analysis'; metavariable: string; analyzer: 'entropy' | 'redos' }
  | { kind: 'type'; metavariable: string; types: Node[] };

// ---- taint

export interface TaintSpec {
  sources: TaintPart[];
  sinks: TaintPart[];
  sanitizers: TaintPart[];
  propagators: (TaintPart & { from: string; to: string })[];
}

export interface TaintPart {
  formula: Formula;
  bySideEffect: boolean | 'only';
  exact: boolean;
  control: boolean;
  atExit: boolean;
  /** Sources: the label they give; null is the default label. */
  label: string | null;
  /** Boolean expression over labels; null asks for any. */
  requires: Requires | null;
  /** Propagators: labels that turn into `label` instead of being joined by it. */
  replaceLabels?: string[];
  /** Sanitizers: also sanitise what a guarding condition tests. */
  notConflicting: boolean;
}

export type Requires =
  | { kind: 'label'; label: string }
  | { kind: 'not'; of: Requires }
  | { kind: 'and' | 'or'; of: Requires[] }
  /** Per metavariable of the sink. */
  | { kind: 'each'; of: { metavariable: string; requires: Requires }[] };

// ---- secrets

/** Positions in the list of secrets, by what must stand in a text for them. */
export interface SecretIndex {
  /** By the first three characters, prefixes and their formats. */
  heads: Record<string, [prefix: string, position: number][]>;
  /** By keyword, formats without a prefix: those that are one token, and those that any text may match. */
  dense: Record<string, number[]>;
  loose: Record<string, number[]>;
  assignments: number[];
}

export type SecretSpec = SecretFormat | SecretAssignment;

/** What every way of finding a secret can say. Keys are left out where there is nothing to say: rules hold hundreds of these. */
interface SecretTerms {
  /** Names the spec inside its rule. */
  id: string;
  /** What the secret is called in messages: "GitHub token". */
  name: string;
  /** Regexes, compared without case, over the secret, its line (its middle when long) and the path that make it harmless. */
  not?: string[];
  notLine?: string[];
  notPath?: string[];
  /** Instead of the rule's. */
  severity?: Severity;
  confidence?: Confidence;
}

/** A token that a provider issues, known by its shape. */
export interface SecretFormat extends SecretTerms {
  kind: 'format';
  /**
   * `live`, when left out, counts as the rule says; `test` (a sandbox key) at most medium severity and low confidence;
   * `public` is never reported, and keeps other formats of the rule from claiming the same text.
   */
  class?: 'live' | 'test' | 'public';
  /** How the match begins, at least three characters each, case kept. Without them `keywords` say where to look. */
  prefixes?: string[];
  /** In lower case, compared without case. One must appear within `lines` lines of the match. */
  keywords?: string[];
  /** 0, when left out, is the match's own line. */
  lines?: number;
  /** Regex of the name that the secret is given to, for shapes that say nothing by themselves. */
  assigned?: string;
  /** Bounded. The secret is group `secret`, or the whole match; the part drawn at random is group `body`, or all of it. */
  regex: string;
  flags?: string;
  /** Least Shannon entropy of the secret, bits per character. */
  entropy?: number;
  /** Turns the shape into a fact. */
  check?: SecretCheckName;
  /**
   * Whether the body must look drawn at random: no placeholder word, sequence, repetition or row of words. When left
   * out: yes, unless a check or the class says enough.
   */
  random?: boolean;
}

/** Checksums and decoders; `engine/secret-check.ts` says what each asks for. */
export const secretCheckNames = [
  'github-crc32',
  'npm-crc32',
  'jwt',
  'jwt-service-role',
  'jwt-service-role-demo',
  'jwt-privileged',
  'jwt-kubernetes',
  'json-sign-in-address',
  'json-url-org',
  'json-k',
  'base64-id',
  'private-key',
  'private-key-base64',
  'private-key-near',
  'putty-private-lines',
  'mnemonic',
] as const;
export type SecretCheckName = (typeof secretCheckNames)[number];

/** A secret known by the name it is given to: `apiKey: "…"`. */
export interface SecretAssignment extends SecretTerms {
  kind: 'assignment';
  /** Words in which a name ends that holds a secret, as `api_key`; compared word by word, whatever the spelling. */
  names: string[];
  /** Those of `names` whose values people think up: the value need not look drawn at random. */
  passwords: string[];
  /** Words in which a harmless name ends. */
  except: string[];
}

// ---- commands

/**
 * Every key that is given must hold for one resolved command (`ResolvedCommand`). The names of the YAML keys are these,
 * with dashes.
 */
export interface CommandSpec {
  /** Names of programs without folders; `*` stands for any characters (`python*`). */
  program?: string[];
  /** First operands, `stash drop` for two of them. */
  subcommand?: string[];
  /** Some operands follow each other like this, wherever they stand: `s3 rb`, `ec2 terminate-*`. */
  contains?: string[];
  /** Regex over the command as `$COMMAND` shows it, at full length. */
  text?: string;
  /** Each entry lists spellings of one flag (`-f`, `--force`); a command must have every entry. `--` is one too. */
  flags?: string[][];
  /** For each entry the command must have the flag with a value that fits. */
  options?: { names: string[]; value: OperandSpec }[];
  /** Some operand behind the sub-command fits. */
  operands?: OperandSpec;
  /** The first operand behind the sub-command fits. */
  firstOperand?: OperandSpec;
  /** There is no operand (behind the sub-command) at all, or there must be one. */
  noOperands?: boolean;
  /** Some argument fits, be it option, value or operand. */
  arguments?: OperandSpec;
  /** Some file that its output is redirected to fits. */
  redirect?: OperandSpec;
  /** Some file whose content it replaces fits: by a redirect, `tee`, `cp`, `mv`, `truncate`, `dd`. */
  overwrites?: OperandSpec;
  /** Some file that its input comes from fits. */
  reads?: OperandSpec;
  /** What its standard input holds, as far as it is known. */
  input?: OperandSpec;
  /** Program text given in the command or its input. */
  code?: { language?: string[]; regex?: string };
  /** Names of variables that are set for this command alone; `*` as in `program`. */
  env?: string[];
  /** For each entry a variable is set for this command alone whose value fits. */
  assigns?: { names: string[]; value: OperandSpec }[];
  /** Started through one of these. */
  wrapper?: string[];
  /** The folder it runs in, or is told to work in (`git -C`). */
  cwd?: OperandSpec;
  /** Where it runs. */
  runsOn?: ('here' | 'ssh' | 'container')[];
  /** Some later, or earlier, command of the same pipeline fits. */
  pipeTo?: CommandSpec;
  pipeFrom?: CommandSpec;
  /** It executes, as program text, the output of a command that fits. */
  runsOutputOf?: CommandSpec;
  /** Its arguments, its input or a file that it names hold the output of a command that fits. */
  dataFrom?: CommandSpec;
  /** Some earlier, or later, command of the script fits. */
  precededBy?: CommandSpec;
  followedBy?: CommandSpec;
  /** Where it stands in its script; each must hold. `recursive`: in the body of the function that it calls. */
  place?: CommandPlaceName[];
  /** Its program's name is written so that a reader does not see it. */
  disguised?: boolean;
  /** The Git work tree that it runs in has no changes of tracked files. What is not known is not clean. */
  workTree?: 'clean';
  /** A setting of the machine that decides where the command acts fits the regex; what is not known does not. */
  setting?: { name: SettingName; regex: string };
  any?: CommandSpec[];
  all?: CommandSpec[];
  /** None of these fits. */
  not?: CommandSpec[];
}

export const commandPlaceNames = ['background', 'condition', 'conditional', 'loop', 'substitution', 'recursive'] as const;
export type CommandPlaceName = (typeof commandPlaceNames)[number];

/** The cluster that kubectl talks to, the Terraform workspace of the folder, the branch that is checked out. */
export const settingNames = ['kube-context', 'terraform-workspace', 'git-branch'] as const;
export type SettingName = (typeof settingNames)[number];

/** Every key that is given must hold for one word. Paths are absolute, after `cd`, `~`, `..` and constant variables. */
export interface OperandSpec {
  /** Over the text of the word; `*` stands for any characters but `/`, `**` for any at all. */
  glob?: string[];
  /** Over the text of the word. */
  regex?: string;
  /** Over the path: of the file, or of the folder whose whole content is meant (`folder/*`). */
  path?: string;
  /** Leads out of the workspace, and not into a folder for temporary files. */
  outside?: 'workspace';
  /** The path is this folder or one that it lies in, or means everything there. */
  covers?: ('workspace' | 'home')[];
  /** A path class: `home`, `system`, `root`, `temp`, `credential`, `agent-config`, `guard`, … */
  class?: string[];
  /** Its value is not known before the script runs, or must be. */
  unknown?: boolean;
  /** The file is there, as far as is known. */
  exists?: boolean;
  /** It begins with text that is not known, and nothing guards against that text being empty or leading anywhere. */
  unverified?: boolean;
  /** A regex with one group: every other key looks at what the group holds. Without a match nothing fits. */
  part?: string;
  /** The name of a package that the project's manifest names, or one that it does not. */
  declared?: boolean;
  any?: OperandSpec[];
  not?: OperandSpec[];
}

/** A change or a reading of a file, by whatever tool. Every key that is given must hold. */
export interface PathSpec {
  effects: ('write' | 'delete' | 'read')[];
  class?: string[];
  /** Regex over the absolute path. */
  path?: string;
  notPath?: string;
  /** One of these must have changed; without it every change counts. A change of unknown result counts as one of `keys` and `lines`. */
  changes?: ChangeSpec;
}

export interface ChangeSpec {
  /** Key paths in a JSON file: `hooks`, `permissions.deny`. */
  keys: string[];
  /** Regex over the lines that come or go, for files that are not JSON. */
  lines: string | null;
  /**
   * Regex over each fact that the change brings in. A fact is a line without the blanks around it; of a JSON file
   * `permissions.allow[] = "Bash"` for each value, of a TOML file a line with its table in front (`features.hooks = false`).
   */
  adds: string | null;
  /** Regex over each fact that goes, where none that fits comes in. */
  removes: string | null;
  /** The file holds nothing afterwards, not even when it is new: no text, `{}`, `[]`, `null`. */
  empties?: true;
}

// ---- routes

/** Sorted. Each has a file in `engine/frameworks`, a line in the table there and one in `rules/framework-needs.ts`. */
// biome-ignore format: one a line
export const frameworkNames = [
  'aspnet',
  'django',
  'express',
  'fastapi',
  'fastify',
  'flask',
  'go',
  'graphql',
  'hono',
  'koa',
  'laravel',
  'mcp-http',
  'mcp-tool',
  'meta-functions',
  'nest',
  'next-route',
  'rails',
  'rust-web',
  'server-action',
  'serverless',
  'spring',
  'trpc',
  'websocket',
] as const;
export type FrameworkName = (typeof frameworkNames)[number];

/** Every key that is given must hold for one route. The names of the YAML keys are these, with dashes. */
export interface RouteSpec {
  frameworks: FrameworkName[];
  /** It answers a method that changes something: POST, PUT, PATCH, DELETE, or any. */
  mutating?: boolean;
  /** Nothing on the way to its handler, nor the handler itself, checks who is asking; and it is not public by nature. */
  unguarded?: boolean;
  /** Its handler reads or changes stored data, or is not in the file. */
  touchesData?: boolean;
  /**
   * Only where the file itself shows that the route ought to be guarded; without it such routes count with low confidence. Routes
   * that delete or are for administrators do so always, unless others beside them read who is asking.
   */
  evident?: boolean;
  /** Its handler knows who is asking, and looks up what belongs to somebody by an id of the request alone. */
  unscoped?: boolean;
  /** A guard that covers it stands behind it, where it no longer runs before. */
  late?: boolean;
  /** Callers must be signed in, but nothing asks whether they may do it. */
  withoutRole?: boolean;
  /** Regex over the path, with the prefixes that the file shows. A path that is not a literal does not fit. */
  path?: string;
  /** Regex over the name that the handler, tool or field goes by. */
  name?: string;
  /** Regex over names of guards, besides those that the engine knows. */
  guards?: string;
  /** Regex over paths that are public, besides those that the engine knows. */
  public?: string;
}

// ---- MCP servers

export const mcpFaults = [
  'literal-credential',
  'unpinned-package',
  'shell-wrapper',
  'plain-http',
  'broad-filesystem',
  'known-bad',
] as const;
export type McpFault = (typeof mcpFaults)[number];

// ---- packages

export const packageFaults = [
  'known-malicious',
  'nonexistent',
  'lookalike',
  'too-new',
  'unvetted',
  'foreign-source',
  'untrusted-index',
  'install-script',
  'lock-tamper',
  'floating-range',
  'known-vulnerable',
  'unchecked',
] as const;
export type PackageFault = (typeof packageFaults)[number];
