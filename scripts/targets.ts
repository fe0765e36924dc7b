/** The platforms that a binary is built for, and the Bun runtime of each. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface Target {
  id: string;
  platform: 'linux' | 'darwin' | 'win32';
  arch: 'x64' | 'arm64';
  /** Bun's name for it. */
  bun: string;
  /** The npm package that holds Bun's executable for it. */
  bunPackage: string;
}

export const targets: readonly Target[] = [
  { id: 'linux-x64', platform: 'linux', arch: 'x64', bun: 'bun-linux-x64', bunPackage: '@oven/bun-linux-x64' },
  { id: 'linux-arm64', platform: 'linux', arch: 'arm64', bun: 'bun-linux-arm64', bunPackage: '@oven/bun-linux-aarch64' },
  { id: 'darwin-x64', platform: 'darwin', arch: 'x64', bun: 'bun-darwin-x64', bunPackage: '@oven/bun-darwin-x64' },
  { id: 'darwin-arm64', platform: 'darwin', arch: 'arm64', bun: 'bun-darwin-arm64', bunPackage: '@oven/bun-darwin-aarch64' },
  { id: 'windows-x64', platform: 'win32', arch: 'x64', bun: 'bun-windows-x64', bunPackage: '@oven/bun-windows-x64' },
];

/** This machine. Throws where no binary is built for it. */
export function thisTarget(): Target {
  const target = targets.find(({ platform, arch }) => platform === process.platform && arch === process.arch);
  if (!target) throw new Error(`no binary for ${process.platform}-${process.arch}: use the Node package (bin/forestall.js)`);
  return target;
}

/**
 * The path of Bun's executable for another platform, from Bun's own npm package in the version and with the checksum
 * that `package-lock.json` holds; fetched once into `dist/bun`.
 */
export function bunFor(root: string, target: Target): string {
  const name = target.bunPackage;
  const locked = lockedPackage(root, name);
  const folder = join(root, 'dist', 'bun', `${name.slice('@oven/'.length)}-${locked.version}`);
  const file = join(folder, 'package', 'bin', target.platform === 'win32' ? 'bun.exe' : 'bun');
  if (existsSync(file)) return file;

  const unpacked = `${folder}.part`;
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  const [tarball] = run('npm', ['pack', '--silent', `${name}@${locked.version}`], unpacked)
    .trim()
    .split('\n')
    .slice(-1);
  const bytes = readFileSync(join(unpacked, tarball as string));
  const sum = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (sum !== locked.integrity) throw new Error(`${name}@${locked.version}: checksum differs from package-lock.json`);
  run('tar', ['-xzf', tarball as string], unpacked);
  rmSync(join(unpacked, tarball as string));
  renameSync(unpacked, folder);
  return file;
}

function lockedPackage(root: string, name: string): { version: string; integrity: string } {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string; integrity: string } | undefined>;
  };
  const locked = lock.packages[`node_modules/${name}`];
  if (!locked) throw new Error(`${name} is not in package-lock.json`);
  return locked;
}

function run(program: string, args: string[], cwd: string): string {
  // npm is a script with another ending on Windows.
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${program} ${args[0]} failed: ${error?.message ?? stderr}`);
  return stdout;
}
