/** The Debian package, built around a small program, installed into the image of a machine. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const binary = join(root, 'dist', 'forestall');
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'forestall-deb-')));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
const file = join(scratch, 'forestall.deb');
const image = join(scratch, 'image');

describe.skipIf(process.platform !== 'linux' || !has('dpkg-deb'))('the Debian package', () => {
  const run = (program: string, ...args: string[]) => spawnSync(program, args, { encoding: 'utf8', cwd: scratch });

  beforeAll(() => {
    const program = join(scratch, 'program');
    writeFileSync(program, `#!/bin/sh\nexec '${binary}' "$@"\n`);
    const made = run(process.execPath, join(root, 'scripts', 'bun.js'), join(root, 'scripts', 'deb.ts'), program, file);
    if (made.status !== 0) throw new Error(made.stdout + made.stderr);
  }, 60_000);

  it('names itself, and says that the choices of the fleet belong to the administrator', () => {
    expect(run('dpkg-deb', '-f', file, 'Package').stdout).toBe('forestall\n');
    expect(run('dpkg-deb', '-I', file, 'conffiles').stdout).toBe('/etc/forestall/fleet.json\n');
  });

  it('holds files that are for root alone to write', () => {
    const listed = run('dpkg-deb', '-c', file).stdout.trim().split('\n');
    expect(listed.map((line) => line.split(/\s+/).at(-1))).toContain('./usr/bin/forestall');
    for (const line of listed) expect(line).toMatch(/^[d-]rw[x-]r-[x-]r-[x-] root\/root /);
  });

  it('makes the same bytes again', () => {
    const again = join(scratch, 'again.deb');
    run(process.execPath, join(root, 'scripts', 'bun.js'), join(root, 'scripts', 'deb.ts'), join(scratch, 'program'), again);
    expect(readFileSync(again).equals(readFileSync(file))).toBe(true);
  });

  it.skipIf(process.getuid?.() !== 0)('installs the managed settings, passes doctor, and takes them away again', () => {
    for (const folder of ['info', 'updates', 'triggers']) mkdirSync(join(image, 'var/lib/dpkg', folder), { recursive: true });
    writeFileSync(join(image, 'var/lib/dpkg/status'), '');
    const dpkg = (...args: string[]) =>
      run('dpkg', `--root=${image}`, '--force-script-chrootless', '--force-depends', '--log=/dev/null', ...args);
    const installed = dpkg('-i', file);
    expect([installed.status, installed.stderr]).toEqual([0, expect.not.stringContaining('not every agent')]);
    const claude = join(image, 'etc/claude-code/managed-settings.d/50-forestall.json');
    expect(readFileSync(claude, 'utf8')).toContain('"/usr/bin/forestall"');
    for (const path of [claude, join(image, 'etc/codex/requirements.toml'), join(image, 'usr/bin/forestall')]) {
      const { uid, gid, mode } = statSync(path);
      expect([uid, gid, mode & 0o022]).toEqual([0, 0, 0]);
    }
    // The commands name /usr/bin/forestall, which lies in the image: they are tried from there.
    const inImage = join(image, 'usr/bin/forestall');
    chmodSync(inImage, 0o755);
    expect(run(binary, 'init', '--managed', '--root', image, '--program', inImage).status).toBe(0);
    const checked = run(binary, 'doctor', '--root', image);
    expect([checked.status, checked.stdout]).toEqual([0, expect.not.stringContaining('BAD')]);
    expect(dpkg('-r', 'forestall').status).toBe(0);
    expect(existsSync(claude)).toBe(false);
    expect(existsSync(join(image, 'etc/codex/requirements.toml'))).toBe(false);
    expect(existsSync(inImage)).toBe(false);
  });
});
