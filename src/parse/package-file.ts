/** The packages that manifests, lock files and configurations of package managers name. */
import { type Dependency, type Ecosystem, exactVersion, isPackageFile, type PackageFact, packageName } from '../model/package.ts';
import { type ConfigEntry, type ConfigValue, configValue } from './config-value.ts';
import { lockFacts } from './package-lock.ts';

type Table = Extract<ConfigValue, { kind: 'table' }>;

/** In the order of the file; empty for a file of another kind, and for text that is not of its form. Never rejects. */
export async function packageFacts(path: string, text: string): Promise<PackageFact[]> {
  if (!isPackageFile(path)) return [];
  const name = path.replace(/^.*[/\\]/, '');
  const locked = lockFacts(name, text);
  if (locked) return locked;
  if (/package\.json$/i.test(name)) return tableOf(await configValue('x.json', text), (root) => npmManifest(root, text));
  if (/composer\.json$/i.test(name)) return tableOf(await configValue('x.json', text), composerManifest);
  if (/pyproject\.toml$/i.test(name)) return tableOf(await configValue(name, text), pyproject);
  if (/Pipfile$/i.test(name)) return tableOf(await configValue('x.toml', text), pipfile);
  if (/Cargo\.toml$/i.test(name)) return tableOf(await configValue(name, text), cargoManifest);
  if (/uv\.toml$/i.test(name)) return tableOf(await configValue(name, text), (root) => uvIndexes(root));
  if (/go\.mod$/i.test(name)) return goModule(text);
  if (/Gemfile$/i.test(name)) return gemfile(text);
  if (/pom\.xml$/i.test(name)) return pom(text);
  if (/\.csproj$|\.props$|packages\.config$/i.test(name)) return nuget(text);
  if (/nuget\.config$/i.test(name)) return nugetSources(text);
  if (/requirements|constraints/i.test(path) && /\.(?:txt|in)$/i.test(name)) return requirements(text);
  return settings(name, text);
}

const tableOf = (root: ConfigValue | null, read: (root: Table) => PackageFact[]): PackageFact[] =>
  root?.kind === 'table' ? read(root) : [];

const entriesAt = (root: ConfigValue | undefined, ...keys: string[]): [string, ConfigEntry][] => {
  const found = at(root, ...keys);
  return found?.kind === 'table' ? [...found.entries] : [];
};
function at(root: ConfigValue | undefined, ...keys: string[]): ConfigValue | undefined {
  let here = root;
  for (const key of keys) here = here?.kind === 'table' ? here.entries.get(key)?.value : undefined;
  return here;
}
const textAt = (root: ConfigValue | undefined, ...keys: string[]): string | null => {
  const found = at(root, ...keys);
  return found?.kind === 'text' ? found.value : null;
};

/** From the key's beginning to the value's end. */
const across = ({ key, value }: ConfigEntry) => ({ start: key.start, end: Math.max(key.end, value.span.end) });

export function dependency(
  ecosystem: Ecosystem,
  name: string,
  range: string,
  span: Dependency['span'],
  more: Partial<Dependency> = {},
): Dependency {
  return {
    kind: 'dependency',
    ecosystem,
    name: packageName(ecosystem, name),
    range,
    version: exactVersion(range),
    address: null,
    role: 'direct',
    from: 'manifest',
    span,
    ...more,
  };
}

// ---- npm

const npmRoles: readonly [key: string, role: Dependency['role']][] = [
  ['dependencies', 'direct'],
  ['devDependencies', 'direct'],
  ['optionalDependencies', 'optional'],
  ['peerDependencies', 'peer'],
];
/** Scripts that an install runs. */
const installScripts = /^(?:pre|post)?install$|^(?:pre|post)?prepare$|^dependencies$/;

function npmManifest(root: Table, text: string): PackageFact[] {
  const facts: PackageFact[] = [];
  for (const [key, role] of npmRoles) {
    for (const [name, entry] of entriesAt(root, key)) {
      if (entry.value.kind === 'text') facts.push(npmDependency(name, entry.value.value, { ...across(entry) }, { role }));
    }
  }
  for (const group of [['overrides'], ['resolutions'], ['pnpm', 'overrides']]) {
    for (const [name, entry] of entriesAt(root, ...group)) {
      if (entry.value.kind === 'text' && !entry.value.value.startsWith('$'))
        facts.push(npmDependency(name.replace(/^.*>|^\*\*\//, ''), entry.value.value, across(entry)));
    }
  }
  for (const [name, entry] of entriesAt(root, 'scripts')) {
    if (entry.value.kind === 'text' && installScripts.test(name))
      facts.push({ kind: 'script', name, command: entry.value.value, span: across(entry) });
  }
  const all = at(root, 'pnpm', 'dangerouslyAllowAllBuilds');
  if (all?.kind === 'flag' && all.value)
    facts.push({ kind: 'script', name: 'dangerouslyAllowAllBuilds', command: '*', span: lineAround(text, all.span) });
  return facts.sort((a, b) => a.span.start - b.span.start);
}

const lineAround = (text: string, span: { start: number; end: number }) => ({
  start: text.lastIndexOf('\n', span.start) + 1,
  end: span.end,
});

/** A name and what npm lets stand for its version. */
export function npmDependency(name: string, range: string, span: Dependency['span'], more: Partial<Dependency> = {}): Dependency {
  const alias = /^npm:(@?[^@]+)(?:@(.*))?$/.exec(range);
  if (alias) return dependency('npm', alias[1] ?? '', alias[2] ?? '', span, more);
  if (/^(?:workspace|link|portal|catalog|patch):/.test(range)) return dependency('npm', '', '', span, more);
  const address = npmAddress(range);
  return address === null ? dependency('npm', name, range, span, more) : dependency('npm', name, '', span, { ...more, address });
}

export const npmAddress = (text: string): string | null =>
  /^(?:git[+:@]|git\+|https?:|ssh:|github:|gitlab:|bitbucket:|gist:|file:|~\/|\/|\.{1,2}\/)/.test(text) ||
  /^[\w.-]+\/[\w.-]+(?:#.*)?$/.test(text)
    ? text
    : null;

// ---- PHP

function composerManifest(root: Table): PackageFact[] {
  const facts: PackageFact[] = [];
  for (const key of ['require', 'require-dev']) {
    for (const [name, entry] of entriesAt(root, key)) {
      if (entry.value.kind === 'text' && name.includes('/'))
        facts.push(dependency('composer', name, entry.value.value, across(entry)));
    }
  }
  const repositories = at(root, 'repositories');
  const listed =
    repositories?.kind === 'list'
      ? repositories.items
      : repositories?.kind === 'table'
        ? [...repositories.entries.values()].map(({ value }) => value)
        : [];
  for (const one of listed) {
    const [type, url] = [textAt(one, 'type'), at(one, 'url')];
    if (type === 'composer' && url?.kind === 'text')
      facts.push({ kind: 'index', ecosystem: 'composer', url: url.value, extra: true, span: url.span });
  }
  for (const [name, entry] of entriesAt(root, 'scripts')) {
    if (/^(?:pre|post)-(?:install|update|autoload-dump|package-install)(?:-cmd)?$/.test(name)) {
      const { value } = entry;
      const commands = value.kind === 'list' ? value.items : [value];
      for (const one of commands)
        if (one.kind === 'text' && !/^@|^[\w\\]+::\w+$/.test(one.value))
          facts.push({ kind: 'script', name, command: one.value, span: one.span });
    }
  }
  return facts;
}

// ---- Python

/** PEP 508: `name[extra] >=1 ; marker`, `name @ https://…`. */
export function pythonRequirement(text: string, span: Dependency['span'], more: Partial<Dependency> = {}): Dependency | null {
  const bare = text.trim();
  const [, linked, address] = /^([\w.-]+)(?:\[[^\]]*\])?\s*@\s*(\S+)/.exec(bare) ?? [];
  if (linked !== undefined) return dependency('pypi', linked, '', span, { ...more, address: address ?? '' });
  if (/^(?:git|hg|svn|bzr)\+|^https?:\/\/|^file:|^\.{0,2}\//.test(bare))
    return dependency('pypi', /#egg=([\w.-]+)/.exec(bare)?.[1] ?? '', '', span, { ...more, address: bare });
  const [, name, range = ''] = /^([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*\(?([^;()#]*)\)?/.exec(bare) ?? [];
  if (name === undefined) return null;
  return dependency('pypi', name, range.replace(/\s+/g, ''), span, more);
}

function requirements(text: string): PackageFact[] {
  const facts: PackageFact[] = [];
  for (const { line, start } of linesOf(text)) {
    const bare = line.replace(/(?:^|\s)#.*$/, '').trim();
    const from = start + line.indexOf(bare.slice(0, 1));
    const span = { start: from, end: from + bare.length };
    const [, flag = '', value = ''] = /^(-[\w-]+)(?:[\s=]+(\S+))?/.exec(bare) ?? [];
    if (bare === '') continue;
    if (flag === '-e' || flag === '--editable') {
      const found = pythonRequirement(value, span);
      if (found) facts.push(found);
    } else if (flag !== '') facts.push(...pipSetting(flag.replace(/^-+/, ''), value, span));
    else {
      const found = pythonRequirement(bare.replace(/\s+--hash=.*$|\s*\\$/, ''), span);
      if (found) facts.push(found);
    }
  }
  return facts;
}

/** What `pip.conf`, a flag of pip or a line of a requirements file sets. */
export function pipSetting(name: string, value: string, span: Dependency['span']): PackageFact[] {
  const key = name.toLowerCase().replace(/_/g, '-');
  if (key === 'i' || key === 'index-url' || key === 'default-index')
    return [{ kind: 'index', ecosystem: 'pypi', url: value, extra: false, span }];
  if (key === 'extra-index-url' || key === 'find-links' || key === 'f' || key === 'index')
    return /^https?:/.test(value) ? [{ kind: 'index', ecosystem: 'pypi', url: value, extra: true, span }] : [];
  if (key === 'trusted-host' || key === 'allow-insecure-host')
    return isLocal(value) ? [] : [{ kind: 'check-off', what: `the certificate of \`${value}\` is not checked`, span }];
  return [];
}

export const isLocal = (host: string): boolean =>
  /^(?:https?:\/\/)?(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|host\.docker\.internal)(?:[:/]|$)/i.test(host);

function pyproject(root: Table): PackageFact[] {
  const facts: PackageFact[] = [];
  const list = (value: ConfigValue | undefined): void => {
    if (value?.kind !== 'list') return;
    for (const item of value.items) {
      const found = item.kind === 'text' ? pythonRequirement(item.value, item.span) : null;
      if (found) facts.push(found);
    }
  };
  list(at(root, 'project', 'dependencies'));
  list(at(root, 'build-system', 'requires'));
  for (const group of [['project', 'optional-dependencies'], ['dependency-groups']])
    for (const [, { value }] of entriesAt(root, ...group)) list(value);
  const poetry = [
    ['tool', 'poetry', 'dependencies'],
    ['tool', 'poetry', 'dev-dependencies'],
  ];
  for (const [name] of entriesAt(root, 'tool', 'poetry', 'group')) poetry.push(['tool', 'poetry', 'group', name, 'dependencies']);
  for (const group of poetry) facts.push(...pythonTable(entriesAt(root, ...group)));
  for (const [name, entry] of entriesAt(root, 'tool', 'uv', 'sources')) {
    const address = textAt(entry.value, 'git') ?? textAt(entry.value, 'url');
    const pin = textAt(entry.value, 'rev') ?? textAt(entry.value, 'commit');
    if (address !== null)
      facts.push(dependency('pypi', name, '', across(entry), { address: `${address}${pin === null ? '' : `#${pin}`}` }));
  }
  const sources = at(root, 'tool', 'poetry', 'source');
  for (const one of sources?.kind === 'list' ? sources.items : []) {
    const url = at(one, 'url');
    const extra = textAt(one, 'priority');
    if (url?.kind === 'text' && extra !== 'explicit')
      facts.push({ kind: 'index', ecosystem: 'pypi', url: url.value, extra: extra !== 'primary', span: url.span });
  }
  const uv = at(root, 'tool', 'uv');
  if (uv?.kind === 'table') facts.push(...uvIndexes(uv));
  return facts;
}

function uvIndexes(root: Table): PackageFact[] {
  const facts: PackageFact[] = [];
  const indexes = at(root, 'index');
  for (const one of indexes?.kind === 'list' ? indexes.items : []) {
    const [url, explicit, standard] = [at(one, 'url'), at(one, 'explicit'), at(one, 'default')];
    if (url?.kind !== 'text' || (explicit?.kind === 'flag' && explicit.value)) continue;
    const extra = !(standard?.kind === 'flag' && standard.value);
    facts.push({ kind: 'index', ecosystem: 'pypi', url: url.value, extra, span: url.span });
  }
  for (const key of ['index-url', 'extra-index-url', 'allow-insecure-host']) {
    const value = at(root, key);
    for (const one of value?.kind === 'list' ? value.items : value ? [value] : [])
      if (one.kind === 'text') facts.push(...pipSetting(key, one.value, one.span));
  }
  return facts;
}

function pythonTable(entries: [string, ConfigEntry][]): PackageFact[] {
  return entries.flatMap(([name, entry]) => {
    if (name === 'python') return [];
    const { value } = entry;
    const range = value.kind === 'text' ? value.value : textAt(value, 'version');
    const address = textAt(value, 'git') ?? textAt(value, 'url');
    const pin = textAt(value, 'rev') ?? textAt(value, 'ref');
    if (at(value, 'path')) return [];
    return [
      dependency(
        'pypi',
        name,
        range ?? '',
        across(entry),
        address === null ? {} : { address: `${address}${pin ? `#${pin}` : ''}` },
      ),
    ];
  });
}

function pipfile(root: Table): PackageFact[] {
  const facts = ['packages', 'dev-packages'].flatMap((key) => pythonTable(entriesAt(root, key)));
  const sources = at(root, 'source');
  for (const [index, one] of (sources?.kind === 'list' ? sources.items : []).entries()) {
    const [url, verify] = [at(one, 'url'), at(one, 'verify_ssl')];
    if (url?.kind === 'text') facts.push({ kind: 'index', ecosystem: 'pypi', url: url.value, extra: index > 0, span: url.span });
    if (verify?.kind === 'flag' && !verify.value)
      facts.push({ kind: 'check-off', what: 'the certificate of the index is not checked', span: verify.span });
  }
  return facts;
}

// ---- Rust

function cargoManifest(root: Table): PackageFact[] {
  const facts: PackageFact[] = [];
  const groups = [['dependencies'], ['dev-dependencies'], ['build-dependencies'], ['workspace', 'dependencies']];
  for (const [target] of entriesAt(root, 'target'))
    for (const key of ['dependencies', 'dev-dependencies', 'build-dependencies']) groups.push(['target', target, key]);
  for (const [from] of entriesAt(root, 'patch')) groups.push(['patch', from]);
  for (const group of groups) {
    for (const [key, entry] of entriesAt(root, ...group)) {
      const { value } = entry;
      const git = textAt(value, 'git');
      const name = textAt(value, 'package') ?? key;
      const pin = textAt(value, 'rev') ?? textAt(value, 'tag');
      const range = value.kind === 'text' ? value.value : (textAt(value, 'version') ?? '');
      if (git !== null) facts.push(dependency('cargo', name, range, across(entry), { address: `${git}${pin ? `#${pin}` : ''}` }));
      else if (!at(value, 'path') && !at(value, 'workspace')) facts.push(dependency('cargo', name, range, across(entry)));
    }
  }
  return facts;
}

// ---- others, line by line

function* linesOf(text: string): Generator<{ line: string; start: number }> {
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    // No line of a manifest is longer; a regex over one that is would take its time.
    if (end - start < 4000) yield { line: text.slice(start, end).replace(/\r$/, ''), start };
    start = end + 1;
  }
}

function goModule(text: string): PackageFact[] {
  const facts: PackageFact[] = [];
  let block = '';
  for (const { line, start } of linesOf(text)) {
    const bare = line.replace(/\/\/.*$/, '').trim();
    const opened = /^(require|replace|exclude|retract)\s*\($/.exec(bare)?.[1];
    if (opened !== undefined) block = opened;
    else if (bare === ')') block = '';
    const [, word = block, rest = ''] = /^(?:(require|replace)\s+)?(.*)$/.exec(bare) ?? [];
    const from = start + Math.max(0, line.indexOf(bare));
    const span = { start: from, end: from + bare.length };
    const [, path, version] = /^(\S+\.\S+\/?\S*)\s+(v\S+)$/.exec(rest) ?? [];
    if (word === 'require' && path !== undefined)
      facts.push(dependency('go', path, version ?? '', span, /\/\/ indirect/.test(line) ? { role: 'lock' } : {}));
    const [, old, target, to] = /^(\S+)(?:\s+v\S+)?\s+=>\s+(\S+)(?:\s+(v\S+))?$/.exec(rest) ?? [];
    if (word === 'replace' && old !== undefined && target !== undefined && !/^\.{1,2}\//.test(target) && target !== old)
      facts.push(dependency('go', target, to ?? '', span, { address: `replace:${old}` }));
  }
  return facts;
}

function gemfile(text: string): PackageFact[] {
  const facts: PackageFact[] = [];
  for (const { line, start } of linesOf(text)) {
    const found = /^\s*gem\s*\(?\s*(['"])([\w.-]+)\1/.exec(line);
    const span = { start: start + line.length - line.trimStart().length, end: start + line.trimEnd().length };
    if (found) {
      const rest = line.slice(found[0].length).replace(/#.*$/, '');
      const versions = [...rest.matchAll(/,\s*(['"])([^'"]+)\1(?!\s*(?:=>|:))/g)].map((match) => match[2] ?? '');
      const address = /\b(?:git|github|gist|bitbucket):?\s*(?:=>)?\s*(['"])([^'"]+)\1/.exec(rest)?.[2];
      const pin = /\b(?:ref|tag):?\s*(?:=>)?\s*(['"])([^'"]+)\1/.exec(rest)?.[2];
      const range = versions
        .filter((one) => /\d/.test(one) && one !== address && one !== pin && /^[\s<>=~!]*\d/.test(one))
        .join(', ');
      facts.push(dependency('gem', found[2] ?? '', range, span, address ? { address: `${address}${pin ? `#${pin}` : ''}` } : {}));
    }
    const source = /^\s*source\s*\(?\s*(['"])(https?:[^'"]+)\1/.exec(line)?.[2];
    if (source !== undefined && !/\bdo\b/.test(line)) {
      const others = facts.some(({ kind }) => kind === 'index');
      facts.push({ kind: 'index', ecosystem: 'gem', url: source, extra: others, span });
    }
  }
  return facts;
}

function pom(text: string): PackageFact[] {
  const facts: PackageFact[] = [];
  const tag = (block: string, name: string): string | null =>
    new RegExp(`<${name}>\\s*([^<]{1,300}?)\\s*</${name}>`).exec(block)?.[1] ?? null;
  const properties = new Map([...text.matchAll(/<([\w.-]{1,100})>([^<>\s]{1,100})<\/\1>/g)].map((match) => [match[1], match[2]]));
  for (const match of text.matchAll(/<(dependency|plugin|parent|repository|pluginRepository)>/g)) {
    const end = text.indexOf(`</${match[1]}>`, match.index);
    if (end < 0 || end - match.index > 8000) continue;
    const block = text.slice(match.index, end).replace(/<!--[\s\S]*?-->/g, '');
    const span = (word: string) => {
      const start = match.index + Math.max(0, text.slice(match.index, end).indexOf(word));
      return { start, end: Math.min(end, start + word.length) };
    };
    if (/epository/.test(match[1] ?? '')) {
      const url = tag(block, 'url');
      if (url !== null && !url.startsWith('$'))
        facts.push({ kind: 'index', ecosystem: 'maven', url, extra: true, span: span(url) });
      continue;
    }
    const [group, artifact, given] = [tag(block, 'groupId'), tag(block, 'artifactId'), tag(block, 'version') ?? ''];
    if (group === null || artifact === null) continue;
    const named = /^\$\{([^}]+)\}$/.exec(given)?.[1];
    const version = named === undefined ? given : (properties.get(named) ?? '');
    facts.push(dependency('maven', `${group}:${artifact}`, version, span(`<artifactId>${artifact}</artifactId>`)));
  }
  return facts;
}

function nuget(text: string): PackageFact[] {
  const facts: PackageFact[] = [];
  for (const match of text.matchAll(/<(?:PackageReference|PackageVersion|package)\s[^<>]{0,500}>/gi)) {
    const name = /\b(?:Include|Update|id)\s*=\s*"([^"]+)"/i.exec(match[0])?.[1];
    const inner = /^<[^>]*[^/]>\s*<Version>([^<]+)<\/Version>/i.exec(text.slice(match.index, match.index + 800))?.[1];
    const range = /\bversion\s*=\s*"([^"]*)"/i.exec(match[0])?.[1] ?? inner ?? '';
    if (name !== undefined && !/[$@]\(/.test(name))
      facts.push(dependency('nuget', name, range, { start: match.index, end: match.index + match[0].length }));
  }
  return facts;
}

const nugetSources = (text: string): PackageFact[] =>
  [...text.matchAll(/<add\s[^<>]{0,400}\bvalue\s*=\s*"(https?:[^"]+)"[^<>]*>/gi)].map((match) => ({
    kind: 'index',
    ecosystem: 'nuget',
    url: match[1] ?? '',
    extra: true,
    span: { start: match.index, end: match.index + match[0].length },
  }));

// ---- settings: .npmrc, .yarnrc, pip.conf, bunfig.toml

function settings(name: string, text: string): PackageFact[] {
  const facts: PackageFact[] = [];
  const python = /^pip\.|\.pip\.|setup\.cfg/i.test(name);
  for (const { line, start } of linesOf(text)) {
    const [, key = '', value = ''] = /^\s*["']?([@\w.:/-]+?)["']?\s*[=:\s]\s*["']?([^"'\s#;]+)/.exec(line) ?? [];
    if (key === '' || /^\s*[#;]/.test(line)) continue;
    const bare = line.trim();
    const span = { start: start + line.indexOf(bare), end: start + line.indexOf(bare) + bare.length };
    facts.push(...(python ? pipSetting(key, value, span) : npmSetting(key, value, span)));
  }
  return facts;
}

/** What `.npmrc`, `.yarnrc.yml`, a flag or a variable of npm, pnpm, Yarn and Bun sets. */
export function npmSetting(name: string, value: string, span: Dependency['span']): PackageFact[] {
  const key = name
    .replace(/^npm_config_/i, '')
    .toLowerCase()
    .replace(/[_-]/g, '');
  const off = /^(?:false|0|no)$/i.test(value);
  switch (key) {
    case 'registry':
    case 'npmregistryserver':
      return [{ kind: 'index', ecosystem: 'npm', url: value, extra: false, span }];
    case 'strictssl':
    case 'enablestrictssl':
      return off ? [{ kind: 'check-off', what: 'the certificate of the registry is not checked', span }] : [];
    case 'checksumbehavior':
    case 'yarnchecksumbehavior':
      return /^ignore$/i.test(value) ? [{ kind: 'check-off', what: 'checksums of packages are ignored', span }] : [];
    case 'ignorescripts':
      return off ? [{ kind: 'script', name, command: '*', span }] : [];
    case 'dangerouslyallowallbuilds':
      return off ? [] : [{ kind: 'script', name, command: '*', span }];
    case 'minreleaseage':
    case 'minimumreleaseage':
    case 'npmminimalagegate':
      return /^0\w*$/.test(value) ? [{ kind: 'cool-down-off', what: `\`${name}\` is ${value}`, span }] : [];
    default:
      return [];
  }
}
