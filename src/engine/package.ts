/** Rules about packages, over what a file or a command says of them. */
import type { Source } from '../model/effect.ts';
import type { Confidence, Failure, Finding, Span } from '../model/finding.ts';
import {
  compareVersions,
  type Dependency,
  type Ecosystem,
  type PackageFact,
  type PackageLists,
  type Weakness,
} from '../model/package.ts';
import type { PackageFault, Rule } from '../model/rule.ts';
import { packageFacts } from '../parse/package-file.ts';
import { findingOf } from './finding.ts';
import { bareName, bitsOf, lettersOf, looksLike, withoutBait } from './lookalike.ts';

/** Where the lists come from; those that come with the program when nothing else is said. */
export interface PackageTools {
  packages?(): Promise<PackageLists>;
}

export interface PackageResult {
  findings: Finding[];
  /** What of the lists could not be used. */
  failures: Failure[];
}

/** What the rules find in a manifest, a lock file or a configuration; nothing in a file of another kind. */
export async function scanPackages(source: Source, rules: readonly Rule[], tools: PackageTools): Promise<PackageResult> {
  return packageFindings(await packageFacts(source.path, source.text), source, rules, tools);
}

/** `source` is the text that the facts' spans point into. */
export async function packageFindings(
  facts: readonly PackageFact[],
  source: Source,
  rules: readonly Rule[],
  tools: PackageTools,
): Promise<PackageResult> {
  if (facts.length === 0) return { findings: [], failures: [] };
  const lists = await (tools.packages?.() ?? import('../rules/package-data.ts').then((data) => data.bundledLists()));
  const known = { lists, mainHost: mainHost(facts), near: new Map<string, ReturnType<typeof lookalikeOf>>() };
  const findings: Finding[] = [];
  for (const rule of rules) {
    const { body } = rule;
    if (body.mode !== 'package') continue;
    for (const fact of facts) {
      const fault = faults[body.fault](fact, known);
      if (fault) findings.push(findingFor(source, rule, fact.span, fault, fact));
    }
  }
  const failures = lists.faults.map(
    ({ path, message }): Failure => ({ kind: 'bad-policy', path, line: null, ruleId: null, message }),
  );
  return { findings, failures };
}

/** Changes of a lock file that a tool makes which is no package manager. */
export function lockFindings(path: string, before: string, after: string, rules: readonly Rule[]): Finding[] {
  const rule = rules.find(({ body }) => body.mode === 'package' && body.fault === 'lock-tamper');
  if (!rule) return [];
  const lines = (text: string) => text.split('\n').map((line) => line.trim().replace(/,$/, ''));
  const old = new Set(lines(before));
  const now = lines(after);
  const fresh = now.findIndex((line) => line !== '' && !old.has(line));
  const kept = new Set(now);
  // Solving a conflict only takes lines away.
  const gone = before.includes('<<<<<<<') ? undefined : [...old].find((line) => !kept.has(line));
  if (fresh < 0 && gone === undefined) return [];
  const start = fresh < 0 ? 0 : after.split('\n').slice(0, fresh).join('\n').length + (fresh > 0 ? 1 : 0);
  const newline = after.indexOf('\n', start);
  const span = { start, end: newline < 0 ? after.length : newline };
  const what = fresh < 0 ? 'a line is taken out that a package manager wrote' : 'a line comes in that no package manager wrote';
  const source: Source = { path, language: null, text: after, fragment: false };
  return [findingOf(source, rule, span, { $WHAT: what, $PACKAGE: path }, [])];
}

interface Fault {
  /** In words, for the message. */
  what: string;
  /** Instead of the rule's. */
  confidence?: Confidence;
}

interface Known {
  lists: PackageLists;
  /** Where most of what a lock file names comes from. */
  mainHost: string | null;
  /** What was worked out for names. */
  near: Map<string, ReturnType<typeof lookalikeOf>>;
}

function findingFor(source: Source, rule: Rule, span: Span, { what, confidence }: Fault, fact: PackageFact): Finding {
  const name =
    fact.kind === 'dependency' ? `${fact.name || (fact.address ?? '')}${fact.range === '' ? '' : ` ${fact.range}`}` : '';
  const finding = findingOf(source, rule, span, { $PACKAGE: name, $WHAT: what }, []);
  return confidence ? { ...finding, confidence } : finding;
}

type Check = (fact: PackageFact, known: Known) => Fault | null;

/** Only for packages that somebody asks for: from a registry, by name. */
const asked =
  (check: (dependency: Dependency, known: Known) => Fault | null): Check =>
  (fact, known) =>
    fact.kind === 'dependency' && fact.name !== '' && fact.address === null && fact.role !== 'lock' && fact.role !== 'peer'
      ? check(fact, known)
      : null;

const faults: Readonly<Record<PackageFault, Check>> = {
  'known-malicious': knownMalicious,
  nonexistent: asked(nonexistent),
  lookalike: asked(lookalike),
  'too-new': (fact) => (fact.kind === 'cool-down-off' ? { what: fact.what } : null),
  unvetted: asked(unvetted),
  'foreign-source': foreignSource,
  'untrusted-index': untrustedIndex,
  'install-script': installScript,
  'lock-tamper': lockTamper,
  'floating-range': asked(floatingRange),
  'known-vulnerable': asked(knownVulnerable),
  unchecked: (fact) => (fact.kind === 'check-off' ? { what: fact.what } : null),
};

// ---- by version

/** The version that stands in a range, be it the only one or the least: `^1.2.3`, `~> 1.2`, `>=1.2,<2`. */
const baseOf = ({ range, version }: Dependency): string | null =>
  version ?? /^(?:[\^~]|~>|~=|>=|==|=)\s*v?(\d[\w.+-]*)/.exec(range.trim())?.[1] ?? null;

const at = <T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  table && Object.hasOwn(table, name) ? table[name] : undefined;

function knownMalicious(fact: PackageFact, { lists }: Known): Fault | null {
  if (fact.kind !== 'dependency' || fact.role === 'peer') return null;
  const versions = at(lists.malicious.packages[fact.ecosystem], fact.name);
  if (versions === undefined) return null;
  if (versions.includes('*')) return { what: 'every version of it is harmful' };
  const base = baseOf(fact)?.replace(/^v/, '');
  return base !== undefined && versions.includes(base) ? { what: `version ${base} was made to do harm` } : null;
}

function knownVulnerable(fact: Dependency, { lists }: Known): Fault | null {
  for (const weakness of at(lists.vulnerable.packages[fact.ecosystem], fact.name) ?? []) {
    if (!isWeak(fact, weakness)) continue;
    const { why, fixed, mild } = weakness;
    return { what: fixed === undefined ? why : `${why}; mended in ${fixed}`, ...(mild && { confidence: 'low' }) };
  }
  return null;
}

function isWeak({ version, range }: Dependency, { from, fixed, versions }: Weakness): boolean {
  if (fixed === undefined && versions === undefined) return true;
  // `~1.2.3` stays below 1.3.
  const near = /^~\s*v?(\d+\.\d+)(\.\d[\w.-]*)?$/.exec(range.trim());
  const least = version ?? (near && fixed !== undefined && !fixed.startsWith(`${near[1]}.`) ? near[1]! + (near[2] ?? '') : null);
  if (least === null || /[*x]/.test(least)) return false;
  if (versions) return versions.includes(least);
  return compareVersions(least, fixed ?? '') < 0 && (from === undefined || compareVersions(least, from) >= 0);
}

// ---- by name

function nonexistent(fact: Dependency, { lists }: Known): Fault | null {
  const meant = at(lists.invented.packages[fact.ecosystem], fact.name);
  if (meant !== undefined) return { what: `models make this name up; what is meant is ${meant}`, confidence: 'low' };
  const names = lists.names?.names[fact.ecosystem];
  if (!names || names.has(fact.name)) return null;
  const own = fact.name.startsWith('@') || fact.name.includes('.');
  return { what: `it is not among the packages of ${lists.names?.date}`, ...(own && { confidence: 'low' }) };
}

function lookalike(fact: Dependency, known: Known): Fault | null {
  const key = `${fact.ecosystem} ${fact.name}`;
  let found = known.near.get(key);
  if (found === undefined) {
    found = lookalikeOf(fact.ecosystem, fact.name, known.lists);
    known.near.set(key, found);
  }
  return found && { what: `\`${found.name}\``, ...(found.how === 'far' && { confidence: 'low' }) };
}

function lookalikeOf(
  ecosystem: Ecosystem,
  name: string,
  { popular }: PackageLists,
): { name: string; how: 'near' | 'far' } | null {
  const names = popular.names[ecosystem];
  if (!names) return null;
  const index = indexOf(names, popular.near[ecosystem] ?? []);
  if (index.own.has(name)) return null;
  const bait = withoutBait(name);
  const candidates = [index.bare.get(bareName(name)), bait !== null && index.own.has(bait) ? bait : undefined];
  const letters = lettersOf(name);
  for (let at = 0; at < names.length; at++) {
    if (Math.abs(names[at]!.length - name.length) <= 2 && bitsOf(index.letters[at]! ^ letters) <= 4) candidates.push(names[at]);
  }
  let far: string | null = null;
  for (const one of candidates) {
    const how = one === undefined ? null : looksLike(name, one);
    if (how === 'near') return { name: one!, how };
    if (how === 'far') far ??= one!;
  }
  return far === null ? null : { name: far, how: 'far' };
}

interface NameIndex {
  /** Names that are taken for nothing else. */
  own: ReadonlySet<string>;
  bare: ReadonlyMap<string, string>;
  letters: readonly number[];
}

const indexes = new WeakMap<readonly string[], NameIndex>();

function indexOf(names: readonly string[], near: readonly string[]): NameIndex {
  let index = indexes.get(names);
  if (!index) {
    const bare = new Map(names.toReversed().map((name) => [bareName(name), name]));
    index = { own: new Set([...names, ...near]), bare, letters: names.map(lettersOf) };
    indexes.set(names, index);
  }
  return index;
}

function unvetted(fact: Dependency, { lists }: Known): Fault | null {
  const allowed = lists.allowed?.names[fact.ecosystem];
  if (!allowed) return null;
  const fits = allowed.some((name) => (name.endsWith('*') ? fact.name.startsWith(name.slice(0, -1)) : name === fact.name));
  return fits ? null : { what: `it is not on the list of ${lists.allowed?.origin || 'approved packages'}` };
}

function floatingRange({ range, from, ecosystem }: Dependency): Fault | null {
  if (from === 'command') return null;
  const open =
    ecosystem === 'npm'
      ? /^(?:\*|x|latest|next|)$|^>=?\s*\d[\w.]*$/i
      : ecosystem === 'maven'
        ? /^(?:LATEST|RELEASE)$/
        : /^\*$|^dev-(?:master|main)$/;
  return open.test(range.trim()) ? { what: range.trim() === '' ? 'any version' : `\`${range.trim()}\`` } : null;
}

// ---- by place

const official =
  /^(?:registry\.(?:npmjs\.org|yarnpkg\.com|npmjs\.com|npmmirror\.com)|npm\.(?:pkg\.github|jsr)\.(?:com|io)|npm\.fontawesome\.com|(?:test\.)?pypi\.org|files\.pythonhosted\.org|pypi\.python\.org|download\.pytorch\.org|pypi\.(?:nvidia|ngc\.nvidia)\.com|data\.pyg\.org|pypi\.tuna\.tsinghua\.edu\.cn|mirrors\.(?:aliyun|cloud\.tencent)\.com|rubygems\.org|(?:www\.|rubygems\.|maven\.|nuget\.)?pkg\.github\.com|proxy\.golang\.org|sum\.golang\.org|goproxy\.(?:io|cn)|crates\.io|(?:static|index)\.crates\.io|(?:repo\.)?packagist\.org|repo1?\.maven\.(?:apache\.)?org|repo\.maven\.apache\.org|central\.sonatype\.com|(?:s01\.)?oss\.sonatype\.org|maven\.google\.com|dl\.google\.com|plugins\.gradle\.org|repo\.(?:spring|jenkins-ci|akka|gradle)\.(?:io|org)|packages\.confluent\.io|repository\.apache\.org|(?:api|www)\.nuget\.org|packages\.drupal\.org|wpackagist\.org|gems\.contribsys\.com)$/i;
const local = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|host\.docker\.internal|[\w-]+\.localhost)$/i;

const hostOf = (address: string): string | null =>
  /^(?:git\+)?[a-z]+:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]+)/i.exec(address)?.[1]?.toLowerCase() ?? null;

const isFine = (host: string, { registries }: PackageLists): boolean =>
  official.test(host) ||
  local.test(host) ||
  registries.some((one) => host === one || (one.startsWith('*.') && host.endsWith(one.slice(1))));

function untrustedIndex(fact: PackageFact, { lists }: Known): Fault | null {
  if (fact.kind !== 'index' || /[${<]/.test(fact.url)) return null;
  const host = hostOf(fact.url);
  if (host === null || local.test(host)) return null;
  if (/^http:/i.test(fact.url)) return { what: `\`${host}\` without encryption`, confidence: 'high' };
  if (isFine(host, lists)) return null;
  if (lists.registries.length > 0) return { what: `\`${host}\`, which the policy does not name`, confidence: 'high' };
  // pip takes the highest version of a name from any of its indexes; the others are told in which order to look.
  if (fact.extra && fact.ecosystem === 'pypi') return { what: `\`${host}\` besides the registry, for every name` };
  return { what: `\`${host}\``, confidence: 'low' };
}

function foreignSource(fact: PackageFact, { lists }: Known): Fault | null {
  if (fact.kind !== 'dependency' || fact.address === null || fact.role === 'lock' || fact.role === 'peer') return null;
  const { address } = fact;
  if (address.startsWith('replace:')) {
    const owner = (path: string) => path.split('/').slice(0, 2).join('/');
    const old = address.slice('replace:'.length);
    return owner(old) === owner(fact.name) ? null : { what: `\`${fact.name}\` in the place of \`${old}\``, confidence: 'low' };
  }
  if (/^(?:file:|\.{0,2}\/|~\/|[A-Za-z]:[\\/])/.test(address) || /[${<]/.test(address)) return null;
  const host = hostOf(address);
  if (host !== null && isFine(host, lists)) return null;
  const where = `\`${address.length > 80 ? `${address.slice(0, 79)}…` : address}\``;
  if (/^(?:git\+)?http:/i.test(address)) return { what: `${where}, without encryption`, confidence: 'high' };
  const pinned = /[#@](?:commit=|rev=)?[0-9a-f]{40}(?:$|[&#])|\/(?:archive|tarball|zipball)\/[0-9a-f]{40}\b/i.test(address);
  if (pinned && fact.role !== 'optional') return { what: where, confidence: 'low' };
  return { what: pinned ? where : `${where}, which may change at any time` };
}

function mainHost(facts: readonly PackageFact[]): string | null {
  const counts = new Map<string, number>();
  for (const fact of facts) {
    const host = fact.kind === 'dependency' && fact.role === 'lock' && fact.address !== null ? hostOf(fact.address) : null;
    if (host !== null) counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function lockTamper(fact: PackageFact, { lists, mainHost: main }: Known): Fault | null {
  if (fact.kind !== 'dependency' || fact.role !== 'lock' || fact.address === null) return null;
  const host = hostOf(fact.address);
  if (
    host === null ||
    local.test(host) ||
    /^git|^(?:codeload\.)?(?:github|gitlab|bitbucket)\./.test(fact.address.replace(/^https?:\/\//, ''))
  )
    return null;
  if (/^http:/i.test(fact.address)) return { what: `a package comes from \`${host}\` without encryption` };
  // A lock file of one private registry names it throughout.
  return host === main || isFine(host, lists) ? null : { what: `a package comes from \`${host}\`` };
}

// ---- by what it runs

const harmless =
  /^(?:(?:npx|pnpm|yarn|bunx?|npm run|npm exec)\s+(?:exec\s+|run\s+)?)?(?:husky|lefthook|simple-git-hooks|is-ci|tsc|tsup|patch-package|prisma|playwright|electron-builder|electron-rebuild|install-app-deps|nuxt|nuxi|svelte-kit|astro|wxt|ngcc|lerna|turbo|rollup|vite|build|compile|prepare|generate|setup|node-gyp|node-gyp-build|prebuild-install|node-pre-gyp|cmake-js|napi|echo|true|exit|check|test|lint|rimraf|cross-env|only-allow|npx only-allow|babel|microbundle|unbuild|pkgroll|wireit|nx|bob|opencollective|opencollective-postinstall|fumadocs-mdx|remix|panda|vue-demi|esbuild|swc|gulp|grunt|make)\b/;
const ownProgram = /^node\s+(?:-e|-p|--eval|--print)\s+\\?["']\s*require\(\s*\\?["']\.{1,2}\/[^;&|]*$/;
const harmful =
  /\b(?:curl|wget|nc|ncat|powershell|pwsh|invoke-webrequest|base64|eval|osascript|trufflehog)\b|\b(?:node|bun|deno)\s+(?:-e|-p|--eval|eval)\b|\b(?:ba|z|da)?sh\s+-c\b|\bpython[\d.]*\s+-c\b|\bhttps?:\/\/|\b(?:setup_bun|bun_environment|router_init)\.js|\bsetup\.mjs\b|Math_Symbol\.js|\/dev\/tcp\//i;

function installScript(fact: PackageFact): Fault | null {
  if (fact.kind !== 'script') return null;
  const command = fact.command.trim();
  if (command === '*')
    return {
      what: 'every package may run programs when it is installed',
      confidence: fact.name === 'ignore-scripts' ? 'low' : 'medium',
    };
  if (harmful.test(command) && !ownProgram.test(command)) return { what: `\`${fact.name}\` runs \`${command}\`` };
  const parts = command.split(/\s*(?:&&|\|\||;)\s*/).filter((part) => part !== '');
  if (parts.every((part) => harmless.test(part))) return null;
  return { what: `\`${fact.name}\` runs \`${command}\``, confidence: 'low' };
}
