/** Packages: what manifests and commands name, lists that a policy puts in the place of others, and lock files. */
import { describe, expect, it } from 'vitest';
import { installFacts } from '../src/effects/install-command.ts';
import { readScript } from '../src/effects/shell.ts';
import { looksLike } from '../src/engine/lookalike.ts';
import { lockFindings } from '../src/engine/package.ts';
import { compareVersions, type PackageFact } from '../src/model/package.ts';
import type { Rule } from '../src/model/rule.ts';
import type { World } from '../src/model/world.ts';
import { packageFacts } from '../src/parse/package-file.ts';
import { bundledRules } from '../src/rules/bundle.ts';
import { bundledLists, packageLists } from '../src/rules/package-data.ts';

const world: World = { workspace: '/work/app', home: '/home/dev', platform: 'linux', readFile: () => ({ kind: 'missing' }) };

const shown = (fact: PackageFact): string => {
  switch (fact.kind) {
    case 'dependency':
      return [fact.ecosystem, fact.name, fact.range, fact.address].filter((part) => part !== null && part !== '').join(' ');
    case 'index':
      return `index ${fact.ecosystem} ${fact.url}${fact.extra ? ' extra' : ''}`;
    case 'script':
      return `script ${fact.name} ${fact.command}`;
    default:
      return `${fact.kind} ${fact.what}`;
  }
};

it.each([
  ['npm install', []],
  ['npm i -D a@1.0.0 @s/b@^2', ['npm a 1.0.0', 'npm @s/b ^2']],
  ['npm --prefix web install a', ['npm a']],
  ['npm run install a', []],
  ['npm install --save-exact a -w pkg', ['npm a']],
  ['cd x && sudo npm i -g a', ['npm a']],
  ['npx -y create-x@latest app --template y', ['npm create-x latest']],
  ['npx -p a -p b@1.0.0 run', ['npm a', 'npm b 1.0.0']],
  ['yarn add a@npm:b@1.0.0', ['npm b 1.0.0']],
  ['pip install -r requirements.txt', []],
  ['pip install "a[x]>=1,<2" b==1.0', ['pypi a >=1,<2', 'pypi b ==1.0']],
  ['python3 -m pip install -U A_b', ['pypi a-b']],
  ['python3 app.py install a', []],
  ['uv pip install a', ['pypi a']],
  ['uv run pytest', []],
  ['uvx ruff@0.5.0 check .', ['pypi ruff 0.5.0']],
  ['poetry add a@^1.0', ['pypi a ^1.0']],
  ['go get example.com/a@v1.2.3', ['go example.com/a v1.2.3']],
  ['go get ./...', []],
  ['cargo add serde --features derive', ['cargo serde']],
  ['cargo add a@1.2', ['cargo a 1.2']],
  ['composer require a/b:^1.0', ['composer a/b ^1.0']],
  ['dotnet add package Newtonsoft.Json --version 13.0.1', ['nuget newtonsoft.json 13.0.1']],
  ['dotnet add app.csproj package A', ['nuget a']],
  ['gem install a -v 1.0', ['gem a 1.0']],
  ['echo npm install a', []],
  ['npm install "$PACKAGE"', []],
])('%s', (script, expected) => {
  expect(readScript(script, world, world.workspace).commands.flatMap(installFacts).map(shown)).toEqual(expected);
});

describe('files', () => {
  it.each([
    ['package.json', '{"dependencies":{"a":"^1.0.0"},"peerDependencies":{"b":"*"}}', ['npm a ^1.0.0', 'npm b *']],
    ['package.json', '{"dependencies":{"a":"^1.0.0"', ['npm a ^1.0.0']],
    ['package.json', '{"dependencies":["a",1,null]}', []],
    ['package.json', 'not JSON', []],
    ['src/other.json', '{"dependencies":{"a":"^1.0.0"}}', []],
    ['requirements-dev.txt', 'a==1 \\\n  --hash=sha256:0\n# b\n\nc ; python_version<"3"', ['pypi a ==1', 'pypi c']],
    [
      'pyproject.toml',
      '[project]\ndependencies = ["a>=1", "b"]\n[dependency-groups]\ndev = ["c"]',
      ['pypi a >=1', 'pypi b', 'pypi c'],
    ],
    ['pyproject.toml', '[[tool.uv.index]]\nname="x"\nurl="https://x.example"\nexplicit=true', []],
    ['pyproject.toml', '[project\n"""', []],
    ['Cargo.toml', '[dependencies]\na = "1"\nb = { version = "2", path = "../b" }', ['cargo a 1']],
    ['go.mod', 'module m\nrequire example.com/a v1.0.0\n', ['go example.com/a v1.0.0']],
    [
      'Gemfile',
      "source 'https://gems.example'\ngem 'a', '~> 1.0', require: false",
      ['index gem https://gems.example', 'gem a ~> 1.0'],
    ],
    ['composer.json', '{"require":{"php":">=8","a/b":"^1"}}', ['composer a/b ^1']],
    ['app.csproj', '<PackageReference Include="A" Version="1.0.0" />', ['nuget a 1.0.0']],
    ['app.csproj', '<PackageReference Include="A"><Version>1.0.0</Version></PackageReference>', ['nuget a 1.0.0']],
    ['pom.xml', '<dependency><groupId>g</groupId><artifactId>a</artifactId>', []],
    ['Cargo.lock', '[[package]]\nname = "a"\nversion = "1.0.0"\n', ['cargo a 1.0.0']],
    [
      'pnpm-lock.yaml',
      "packages:\n\n  '@s/a@1.0.0':\n    resolution: {}\n  b@2.0.0(c@1.0.0):\n",
      ['npm @s/a 1.0.0', 'npm b 2.0.0'],
    ],
    ['Gemfile.lock', 'GEM\n  specs:\n    a (1.0.0)\n      b (>= 1)\n', ['gem a 1.0.0']],
    ['composer.lock', '{"packages":[{\n"name": "a/b",\n"version": "v1.0.0"\n}]}', ['composer a/b v1.0.0']],
  ])('%s %s', async (path, text, expected) => {
    expect((await packageFacts(path, text)).map(shown)).toEqual(expected);
  });

  it('reads a lock file of ten megabytes', async () => {
    const one = (index: number) =>
      `    "node_modules/p${index}": {\n      "version": "1.0.0",\n      "resolved": "https://registry.example/p${index}/-/p-1.0.0.tgz"\n    },\n`;
    let text = '{\n  "packages": {\n';
    for (let index = 0; text.length < 10_000_000; index++) text += one(index);
    const facts = await packageFacts('package-lock.json', text);
    expect(facts.length).toBeGreaterThan(100_000);
  });
});

it('compares versions', () => {
  const sorted = ['1.0.0-rc.1', '1.0.0', '1.0.1', '1.2', '1.10.0', 'v2.0.0'];
  expect(sorted.toReversed().sort(compareVersions)).toEqual(sorted);
});

it.each([
  ['reacct', 'react', 'near'],
  ['raect', 'react', 'near'],
  ['python_dateutil2', 'python-dateutil', 'far'],
  ['crossenv', 'cross-env', 'near'],
  ['react', 'react', null],
  ['proxyquire', 'minimatch', null],
  ['atob', 'debug', null],
  ['httpx2', 'httpx', 'far'],
  ['preact-x', 'react', null],
  ['gulp', 'gump', null],
] as const)('%s, %s', (name, known, expected) => {
  expect(looksLike(name, known)).toBe(expected);
});

describe('lists', () => {
  const file = (value: unknown, adds = false) => ({ path: 'l.json', text: JSON.stringify(value), adds });
  const list = { list: 'malicious', date: '2026-12-01', origin: 'ours', packages: { npm: { 'left-pad': ['1.0.0'] } } };

  it('come with the program, sound', () => {
    expect(bundledLists().faults).toEqual([]);
    expect(bundledLists().malicious.packages.npm?.['chalk']).toEqual(['5.6.1']);
  });
  it('are replaced by those of a user, and joined by those of a repository', () => {
    expect(Object.keys(packageLists([file(list)]).malicious.packages.npm ?? {})).toEqual(['left-pad']);
    const joined = packageLists([file({ ...list, packages: { npm: { chalk: ['9.9.9'] } } }, true)]).malicious.packages.npm;
    expect(joined?.['chalk']).toEqual(['5.6.1', '9.9.9']);
    expect(packageLists([file({ list: 'registries', date: '2026-12-01', hosts: ['x'] }, true)]).registries).toEqual([]);
  });
  it.each([
    ['', 'cannot be read'],
    ['{', 'is not JSON'],
    ['[]', 'is no list'],
    [JSON.stringify({ ...list, date: 'yesterday' }), 'has no `date`'],
    [JSON.stringify({ ...list, packages: [] }), 'has no `packages`'],
    [JSON.stringify({ ...list, packages: { npm: { a: 'all' } } }), 'the entry `a` of npm is malformed'],
    [JSON.stringify({ ...list, list: 'other' }), 'unknown kind'],
  ])('says what is wrong with %s', (text, expected) => {
    const { faults, malicious } = packageLists([{ path: 'l.json', text, adds: false }]);
    expect(faults.map(({ message }) => message).join()).toContain(expected);
    if (!expected.includes('entry')) expect(malicious).toEqual(bundledLists().malicious);
  });
});

describe('a lock file', () => {
  const rules: Rule[] = bundledRules();
  const found = (before: string, after: string) =>
    lockFindings('yarn.lock', before, after, rules).map(({ span }) => after.slice(span.start, span.end));
  it('is not to be edited', () => {
    expect(found('a\nb\n', 'a\nc\n')).toEqual(['c']);
    expect(found('a\nb\n', 'a\n')).toEqual(['a']);
    expect(found('a\nb\n', 'b\na\n')).toEqual([]);
  });
  it('may have its conflicts solved', () => {
    expect(found('<<<<<<< x\na\n=======\nb\n>>>>>>> y\n', 'b\n')).toEqual([]);
    expect(found('<<<<<<< x\na\n=======\nb\n>>>>>>> y\n', 'c\n')).toEqual(['c']);
  });
});
