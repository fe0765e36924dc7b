/** The program calling itself. */
import { spawn } from 'node:child_process';
import type { Io } from './io.ts';

/** The command line that starts this program again: the compiled binary, or the runtime and its script. */
export function selfCommand(): [string, ...string[]] {
  const script = process.argv[1] ?? '';
  const compiled = script === '' || script.startsWith('/$bunfs/') || /^[A-Za-z]:[\\/]~BUN[\\/]/.test(script);
  return compiled ? [process.execPath] : [process.execPath, script];
}

/** What the program prints for `args` and `input`. Rejects when it cannot start or ends with anything but 0. */
export function runSelf(args: readonly string[], input: string, io: Pick<Io, 'cwd' | 'env'>): Promise<string> {
  const [program, ...before] = selfCommand();
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...before, ...args], { cwd: io.cwd, env: io.env, stdio: ['pipe', 'pipe', 'inherit'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(Buffer.concat(chunks).toString('utf8'));
      else reject(new Error(`a part of the scan ended with ${signal ?? `exit code ${code}`}`));
    });
    // The reader may end early; then its exit code tells.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
