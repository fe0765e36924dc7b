/** Starts a hook as its agent would, with a call on standard input. */
import { spawnSync } from 'node:child_process';
import type { Start } from '../install/installed.ts';

export interface Trial {
  /** Null when it did not start, or was stopped for taking too long. */
  status: number | null;
  stdout: string;
  stderr: string;
  error: string | null;
  /** In ms. */
  took: number;
}

/** Longer than the hook takes to give up by itself. In ms. */
const PATIENCE = 15_000;

export function tryHook(start: Start, input: string, cwd: string, env: Readonly<Record<string, string | undefined>>): Trial {
  const [program, ...args] = wordsOf(start);
  const began = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    input,
    cwd,
    env: { ...env },
    encoding: 'utf8',
    timeout: PATIENCE,
    windowsHide: true,
    // cmd.exe has its own rules for quotes.
    windowsVerbatimArguments: start.kind === 'shell' && start.shell === 'cmd',
  });
  return { status, stdout: stdout ?? '', stderr: stderr ?? '', error: error?.message ?? null, took: performance.now() - began };
}

function wordsOf(start: Start): [string, ...string[]] {
  if (start.kind === 'words') return start.words;
  switch (start.shell) {
    case 'sh':
      return ['/bin/sh', '-c', start.command];
    case 'cmd':
      return [process.env['ComSpec'] ?? 'cmd.exe', '/d', '/s', '/c', `"${start.command}"`];
    case 'powershell':
      return ['powershell.exe', '-NoProfile', '-NonInteractive', '-Command', start.command];
    default:
      return start.shell satisfies never;
  }
}
