/** The built program as its users run it: a process of its own. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const binary = join(root, 'dist', process.platform === 'win32' ? 'forestall.exe' : 'forestall');

/** `FORESTALL_TEST=source` runs the sources instead of the binary, to try a change without a build. */
const command: readonly string[] =
  process.env['FORESTALL_TEST'] === 'source'
    ? [process.execPath, join(root, 'scripts', 'bun.js'), join(root, 'src', 'main.ts')]
    : [binary];

export interface Ended {
  /** Null when a signal ended the process, also for taking far too long. */
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface Surroundings {
  cwd?: string;
  env?: Record<string, string | undefined>;
  /** What stdout is connected to; a pipe that is read unless given. */
  stdout?: 'pipe' | number;
}

export function runProgram(args: readonly string[], input: string | Uint8Array, around: Surroundings = {}): Ended {
  const [program, ...before] = command;
  if (!program || !existsSync(program)) throw new Error('dist/forestall is missing: run `npm run build`');
  const { status, stdout, stderr } = spawnSync(program, [...before, ...args], {
    input,
    cwd: around.cwd ?? '/',
    env: { PATH: process.env['PATH'], HOME: '/nonexistent', ...around.env },
    stdio: ['pipe', around.stdout ?? 'pipe', 'pipe'],
    timeout: 20_000,
    maxBuffer: 1 << 28,
  });
  return { status, stdout: String(stdout ?? ''), stderr: String(stderr ?? '') };
}
