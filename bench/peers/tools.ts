/** The programs that forestall is measured beside: their versions, where they are found, how they are got. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type PeerName = 'semgrep' | 'ast-grep' | 'gitleaks' | 'eslint' | 'secretlint' | 'cc-safety-net';

interface Source {
  from: 'npm' | 'go' | 'pip';
  /** With their versions, as the registry's client wants them. */
  packages: readonly string[];
}

/** Every version is named here and nowhere else. */
export const peers: Record<PeerName, Source> = {
  semgrep: { from: 'pip', packages: ['semgrep==1.182.0'] },
  'ast-grep': { from: 'npm', packages: ['@ast-grep/cli@0.51.1'] },
  gitleaks: { from: 'go', packages: ['github.com/zricethezav/gitleaks/v8@v8.28.0'] },
  eslint: {
    from: 'npm',
    packages: ['eslint@10.15.0', 'eslint-plugin-security@4.1.0', 'typescript-eslint@8.73.0', 'typescript@6.0.3'],
  },
  secretlint: { from: 'npm', packages: ['secretlint@12.0.0', '@secretlint/secretlint-rule-preset-recommend@12.0.0'] },
  'cc-safety-net': { from: 'npm', packages: ['cc-safety-net@2.4.5'] },
};

export const peerNames = Object.keys(peers) as PeerName[];

const windows = process.platform === 'win32';
const scripts = windows ? 'Scripts' : 'bin';
/** The environment variable that names a peer's program: `SEMGREP`, `AST_GREP`, … */
export const variableOf = (name: PeerName): string => name.toUpperCase().replaceAll('-', '_');

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The peer's program: of the environment, of the cache folder, of `PATH`; null when it is missing. */
export function find(name: PeerName, cache: string): string | null {
  const named = process.env[variableOf(name)];
  if (named !== undefined) return isFile(named) ? named : null;
  const inCache = [join(cache, 'node_modules', '.bin'), join(cache, 'bin'), join(cache, 'python', scripts)];
  const endings = windows ? ['.exe', '.cmd'] : [''];
  // eslint's plugin and secretlint's rules are found beside the program: a program of PATH has none.
  const onPath = peers[name].packages.length > 1 ? [] : (process.env.PATH ?? '').split(delimiter);
  const places = [...inCache, ...onPath].flatMap((folder) => endings.map((ending) => join(folder, name + ending)));
  return places.find(isFile) ?? null;
}

/** Gets what is missing with the clients of the registries; a peer that cannot be had is told, the others follow. */
export function install(cache: string): void {
  mkdirSync(cache, { recursive: true });
  const missing = peerNames.filter((name) => find(name, cache) === null);
  const wanted = (from: Source['from']): string[] =>
    missing.filter((name) => peers[name].from === from).flatMap((name) => [...peers[name].packages]);
  const call = (cmd: string, args: string[], env: Record<string, string> = {}): void => {
    console.log(`${cmd} ${args.join(' ')}`);
    const { status, error } = spawnSync(cmd, args, {
      cwd: cache,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: windows,
    });
    if (status !== 0) console.log(`failed: ${error?.message ?? `exit code ${status}`}`);
  };
  const [npm, go, pip] = [wanted('npm'), wanted('go'), wanted('pip')];
  if (npm.length > 0) {
    // Keeps npm from looking for a package in the folders above.
    if (!existsSync(join(cache, 'package.json'))) writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
    call('npm', ['install', '--no-audit', '--no-fund', ...npm]);
  }
  for (const name of go) call('go', ['install', name], { GOBIN: join(cache, 'bin') });
  if (pip.length > 0) {
    call(windows ? 'python' : 'python3', ['-m', 'venv', join(cache, 'python')]);
    call(join(cache, 'python', scripts, 'pip'), ['install', '--quiet', ...pip]);
  }
}

/** What the program says of itself; the pinned version is only what `install` asks for. */
export function versionOf(name: PeerName, program: string): string {
  const { stdout } = spawnSync(program, name === 'gitleaks' ? ['version'] : ['--version'], { encoding: 'utf8', shell: windows });
  const said = /\d+\.\d+\.\d+\S*/.exec(stdout ?? '')?.[0];
  // `go install` leaves the version out of the program.
  return said ?? /@v(.+)/.exec(peers[name].packages[0] as string)?.[1] ?? 'unknown';
}

export const SECRETLINT = JSON.stringify({ rules: [{ id: '@secretlint/secretlint-rule-preset-recommend' }] });

/** Writes eslint's configuration beside its plugin, from where it is resolved; its path. */
export function eslintConfig(cache: string): string {
  const path = join(cache, 'eslint.config.mjs');
  writeFileSync(
    path,
    `import security from 'eslint-plugin-security';
import { parser } from 'typescript-eslint';
export default [{ ...security.configs.recommended, files: ['**/*.ts'], languageOptions: { parser } }];
`,
  );
  return path;
}
