/** The program in hostile surroundings: the working directory, the environment and the temp folder belong to others. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const windows = process.platform === 'win32';
const binary = join(root, 'dist', windows ? 'forestall.exe' : 'forestall');
/** Far above what a call takes, far below what an agent waits. */
const PATIENCE = 20_000;

let folder: string;
let workspace: string;
let marker: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forestall-hardening-'));
  workspace = join(folder, 'work');
  marker = join(folder, 'ran');
  mkdirSync(join(workspace, '.git'), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const vulnerable =
  "import jwt from 'jsonwebtoken';\nexport const user = (token) => jwt.verify(token, null, { algorithms: ['none'] });\n";

const write = (content: string): string =>
  JSON.stringify({
    session_id: 's',
    cwd: workspace,
    hook_event_name: 'PreToolUse',
    tool_name: 'Write',
    tool_input: { file_path: join(workspace, 'app.js'), content },
  });

function hook(input: string, env: Record<string, string | undefined> = {}) {
  const clean = Object.fromEntries(Object.entries({ ...process.env, ...env }).filter(([, value]) => value !== undefined));
  const { status, signal, stderr } = spawnSync(binary, ['hook'], {
    cwd: workspace,
    env: clean as NodeJS.ProcessEnv,
    input,
    encoding: 'utf8',
    timeout: PATIENCE,
  });
  return { status, signal, stderr };
}

function expectBlocked(result: ReturnType<typeof hook>): void {
  expect(result.stderr).toContain('tokens/jwt-verification-disabled');
  expect([result.status, result.signal]).toEqual([2, null]);
}

const ran = (): boolean => readdirSync(folder).includes('ran');
const plant = (name: string, content: string) => {
  const path = join(workspace, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
};
/** Code that gives itself away when it is run. */
const trap = (): string => `require('node:fs').writeFileSync(${JSON.stringify(marker)}, ''); process.exit(0);\n`;

describe('the surroundings themselves', () => {
  it('blocks the vulnerable file and lets a harmless one pass', () => {
    expectBlocked(hook(write(vulnerable)));
    expect(hook(write('export const a = 1;\n')).status).toBe(0);
  });
});

describe('files planted in the working directory', () => {
  it('runs nothing that bunfig.toml preloads', () => {
    plant('p.js', trap());
    plant('bunfig.toml', 'preload = ["./p.js"]\n[run]\npreload = ["./p.js"]\n[test]\npreload = ["./p.js"]\n');
    expectBlocked(hook(write(vulnerable)));
    expect(ran()).toBe(false);
  });

  it('takes no environment from .env files', () => {
    const config = join(folder, 'config');
    mkdirSync(join(config, 'forestall'), { recursive: true });
    // The user's own policy may loosen; one that a repository points at may not.
    writeFileSync(join(config, 'forestall', 'forestall.json'), '{ "version": 1, "mode": "audit" }\n');
    for (const name of ['.env', '.env.local', '.env.production', '.env.development']) {
      plant(name, `XDG_CONFIG_HOME=${config}\nFORESTALL_MODE=audit\nBUN_OPTIONS=--preload=./p.js\nBUN_BE_BUN=1\n`);
    }
    plant('p.js', trap());
    expectBlocked(hook(write(vulnerable), { XDG_CONFIG_HOME: undefined }));
    expect(ran()).toBe(false);
  });

  it('resolves no module by package.json, tsconfig.json or node_modules', () => {
    plant('p.js', trap());
    const modules = ['web-tree-sitter', 'commander', 'yaml', 'chalk', 'picomatch', 'tree-sitter', '@babel/parser'];
    plant(
      'package.json',
      JSON.stringify({ name: 'x', main: './p.js', imports: { '#parser-assets': './p.js' }, bun: { preload: './p.js' } }),
    );
    plant('tsconfig.json', JSON.stringify({ compilerOptions: { baseUrl: '.', paths: { '*': ['./p.js'] } } }));
    for (const name of modules) {
      plant(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
      plant(`node_modules/${name}/index.js`, trap());
    }
    expectBlocked(hook(write(vulnerable)));
    expectBlocked(hook(write(vulnerable), { FORESTALL_BACKEND: 'wasm' }));
    expect(ran()).toBe(false);
  });

  // A pipe that nobody writes to stops whoever opens it for ever.
  it.skipIf(windows)('opens none of them', () => {
    for (const name of [
      'bunfig.toml',
      '.bunfig.toml',
      '.env',
      '.env.local',
      '.env.production',
      'package.json',
      'tsconfig.json',
      '.npmrc',
    ]) {
      spawnSync('mkfifo', [join(workspace, name)]);
    }
    expect(readdirSync(workspace)).toContain('bunfig.toml');
    expectBlocked(hook(write(vulnerable)));
    expectBlocked(hook(write(vulnerable), { FORESTALL_BACKEND: 'wasm' }));
  });
});

describe('the temp folder', () => {
  it('may be missing', () => {
    expectBlocked(hook(write(vulnerable), { TMPDIR: join(folder, 'nowhere'), TEMP: join(folder, 'nowhere') }));
  });

  it.skipIf(process.platform !== 'linux')('may be read-only', () => {
    expectBlocked(hook(write(vulnerable), { TMPDIR: '/proc' }));
  });

  // Needs a mount of its own, which not every machine lets a user make.
  it.skipIf(!canMount())('may forbid running code', () => {
    const temp = join(folder, 'temp');
    mkdirSync(temp);
    const input = join(folder, 'input.json');
    writeFileSync(input, write(vulnerable));
    const script = 'mount -t tmpfs -o noexec,size=64m none "$TMPDIR" && exec "$0" hook < "$1"';
    const { status, signal, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script, binary, input], {
      cwd: workspace,
      env: { ...process.env, TMPDIR: temp },
      encoding: 'utf8',
      timeout: PATIENCE,
    });
    expectBlocked({ status, signal, stderr });
  });

  it.skipIf(process.platform !== 'linux')('keeps no code that somebody could change', () => {
    const temp = join(folder, 'temp');
    mkdirSync(temp);
    expectBlocked(hook(write(vulnerable), { TMPDIR: temp, TMP: temp, TEMP: temp, BUN_TMPDIR: temp }));
    expect(readdirSync(temp)).toEqual([]);
  });
});

function canMount(): boolean {
  if (process.platform !== 'linux') return false;
  return spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs none /mnt']).status === 0;
}

describe('the environment', () => {
  it('needs no HOME', () => {
    expectBlocked(hook(write(vulnerable), { HOME: undefined, USERPROFILE: undefined, XDG_CONFIG_HOME: undefined }));
  });

  it('needs nothing at all', () => {
    const { status, stderr } = spawnSync(binary, ['hook'], {
      cwd: workspace,
      env: {},
      input: write(vulnerable),
      encoding: 'utf8',
      timeout: PATIENCE,
    });
    expectBlocked({ status, signal: null, stderr });
  });

  it.skipIf(windows)('blocks with stdout, stderr or both closed', () => {
    const input = join(folder, 'input.json');
    writeFileSync(input, write(vulnerable));
    for (const closed of ['>&-', '2>&-', '>&- 2>&-']) {
      const { status } = spawnSync('sh', ['-c', `"$0" hook < "$1" ${closed}`, binary, input], {
        cwd: workspace,
        timeout: PATIENCE,
      });
      expect([closed, status]).toEqual([closed, 2]);
    }
  });

  it.skipIf(windows)('blocks with a closed stdin by what the policy says of an unreadable payload, not by a crash', () => {
    const { status, stderr } = spawnSync('sh', ['-c', '"$0" hook <&-', binary], {
      cwd: workspace,
      encoding: 'utf8',
      timeout: PATIENCE,
    });
    expect(status).toBeOneOf([0, 2]);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.skipIf(windows)('survives a reader that goes away', () => {
    writeFileSync(join(workspace, 'app.js'), vulnerable.repeat(200));
    const script = '{ "$0" scan --format json . ; echo $? >&2; } | head -c 1 > /dev/null';
    const { stderr } = spawnSync('sh', ['-c', script, binary], { cwd: workspace, encoding: 'utf8', timeout: PATIENCE });
    expect(stderr.trim()).toBe('2');
  });
});
