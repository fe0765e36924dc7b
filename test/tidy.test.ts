import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Which layer may import which, besides itself. A layer is a folder of `src/` or a file beside them. */
const layers: Record<string, readonly string[]> = {
  model: [],
  parse: ['model'],
  rules: ['model', 'parse'],
  engine: ['model', 'parse', 'rules'],
  effects: ['model', 'parse'],
  agents: ['model'],
  install: ['model'],
  policy: ['model'],
  report: ['model'],
  review: ['model', 'parse', 'rules', 'engine', 'effects', 'agents', 'policy', 'report'],
  // `parse` for the shape of the assets that it finds.
  host: ['model', 'parse', 'rules', 'policy', 'install'],
  commands: ['model', 'parse', 'rules', 'engine', 'effects', 'agents', 'install', 'policy', 'report', 'review', 'host'],
  cli: ['commands', 'host', 'model'],
  main: ['cli', 'commands', 'host'],
};

/** Layers that are functions of their arguments: no files, process, console, clock or network. */
const pure = ['model', 'parse', 'rules', 'engine', 'effects', 'agents', 'install', 'policy', 'report', 'review'];

/** Modules that hold or reach the outside world. */
const outside =
  /^(?:node:)?(?:fs|fs\/promises|process|child_process|os|net|http|https|http2|dgram|dns|tls|worker_threads|readline|module)$/;

/** Packages that one layer alone may name. */
const owned: Record<string, readonly string[]> = {
  yaml: ['rules', 'parse'],
  chalk: ['report'],
  commander: ['cli', 'commands'],
  'jsonc-parser': ['policy', 'install', 'parse', 'commands'],
  picomatch: ['policy', 'engine'],
  ignore: ['host'],
  'web-tree-sitter': ['parse'],
  '@babel/parser': ['parse'],
};

/** Packages that would slow every hook call down, were they loaded before they are needed. */
const lazy = ['yaml', 'chalk', 'commander', 'picomatch', 'web-tree-sitter', '@babel/parser'];

/** Folders and files at the top, as the map in ARCHITECTURE.md has them. */
const top = ['agents', 'commands', 'effects', 'engine', 'host', 'install', 'model', 'parse', 'policy', 'report', 'rules'];

interface Import {
  from: string;
  target: string;
  /** Erased before the program runs. */
  typeOnly: boolean;
  /** `import()`. */
  dynamic: boolean;
}

function files(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith(ending) && statSync(path).isFile());
}

const sources = files(join(root, 'src'), '.ts').filter((path) => !path.endsWith('.generated.ts'));

function importsOf(path: string): Import[] {
  const text = readFileSync(path, 'utf8');
  const found: Import[] = [];
  const add = (target: string, typeOnly: boolean, dynamic: boolean) => found.push({ from: path, target, typeOnly, dynamic });
  for (const match of text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[\w*{][^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)) {
    add(match[2] as string, match[1] !== undefined, false);
  }
  for (const match of text.matchAll(/(typeof\s+)?\bimport\(\s*['"]([^'"]+)['"]\s*\)(\.\w+)?/g)) {
    // `typeof import('m')` and `import('m').Name` are types; an awaited module has its bracket between.
    add(match[2] as string, match[1] !== undefined || match[3] !== undefined, true);
  }
  return found;
}

const layerOf = (path: string): string => {
  const parts = relative(join(root, 'src'), path).split(/[/\\]/);
  return parts.length === 1 ? basename(parts[0] as string, '.ts') : (parts[0] as string);
};

const packageOf = (target: string): string => target.split('/', target.startsWith('@') ? 2 : 1).join('/');
const imports = sources.flatMap(importsOf);
const show = ({ from, target }: Import) => `${relative(root, from)} imports ${target}`;

describe('layers', () => {
  it('finds the imports that it judges', () => {
    expect(imports.length).toBeGreaterThan(sources.length);
    expect(imports.some(({ dynamic, typeOnly }) => dynamic && !typeOnly)).toBe(true);
  });

  it('has every folder of the table and no other', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true });
    expect(
      folders
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort(),
    ).toEqual(top);
    const loose = folders.filter((entry) => entry.isFile()).map((entry) => basename(entry.name, '.ts'));
    expect(loose.sort()).toEqual(
      Object.keys(layers)
        .filter((layer) => !top.includes(layer))
        .sort(),
    );
  });

  it('imports only downwards', () => {
    const wrong = imports.filter(({ from, target }) => {
      if (!target.startsWith('.')) return false;
      const [mine, theirs] = [layerOf(from), layerOf(join(dirname(from), target))];
      return mine !== theirs && !layers[mine]?.includes(theirs);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('names a package only where the table says', () => {
    const wrong = imports.filter(({ from, target }) => {
      const owners = owned[packageOf(target)];
      return owners !== undefined && !owners.includes(layerOf(from));
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('loads no slow package on the way of a hook call', () => {
    const loaded = new Set<string>();
    const packages: string[] = [];
    const load = (path: string): void => {
      if (loaded.has(path)) return;
      loaded.add(path);
      for (const { from, target, typeOnly, dynamic } of imports) {
        if (from !== path || typeOnly || dynamic) continue;
        if (target.startsWith('.')) load(join(dirname(path), target));
        else packages.push(packageOf(target));
      }
    };
    load(join(root, 'src', 'main.ts'));
    load(join(root, 'src', 'commands', 'hook.ts'));
    expect(loaded.size).toBeGreaterThan(10);
    expect(packages.filter((name) => lazy.includes(name))).toEqual([]);
  });

  it('keeps the outside world out of the pure layers', () => {
    const wrong = imports.filter(({ from, target }) => pure.includes(layerOf(from)) && outside.test(target));
    expect(wrong.map(show)).toEqual([]);
    const touching = sources.filter((path) => {
      if (!pure.includes(layerOf(path))) return false;
      const code = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '');
      return /\bconsole\.|\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bfetch\(|\bMath\.random\(/.test(code);
    });
    expect(touching.map((path) => relative(root, path))).toEqual([]);
  });
});

describe('names', () => {
  it('has no drawer for what has no name', () => {
    const all = ['src', 'test', 'scripts', 'bench', 'bin'].flatMap((folder) => [
      folder,
      ...(existsSync(join(root, folder)) ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }) : []),
    ]);
    const drawers = all.filter((name) =>
      /^(?:utils?|helpers?|common|types|misc|shared|lib)$/.test(basename(name).split('.')[0] as string),
    );
    expect(drawers).toEqual([]);
  });
});

describe('tracked files', () => {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  const tracked = listed.split('\0').filter((name) => name !== '' && existsSync(join(root, name)));

  it('names no package registry', () => {
    // Written in pieces, so that this file does not hold one.
    const hosts = ['registry.npmjs' + '.org', 'registry.yarnpkg' + '.com', 'npm.pkg.github' + '.com'];
    const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8');
    expect(/"resolved":\s*"http/.test(lockfile)).toBe(false);
    const naming = tracked.filter((name) => {
      // Rules and payloads may have to know such hosts: they are what is judged.
      if (/^(?:rules|fixtures|docs\/rules)\//.test(name)) return false;
      const text = readFileSync(join(root, name), 'latin1');
      return hosts.some((host) => text.includes(host));
    });
    expect(naming).toEqual([]);
  });

  it('holds nothing that is generated', () => {
    expect(tracked.filter((name) => name.endsWith('.generated.ts') || name.startsWith('dist/'))).toEqual([]);
  });
});
