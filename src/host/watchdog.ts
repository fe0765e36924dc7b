/**
 * The last resort against a hang: a thread that ends the process with a given answer while the main thread is busy. A
 * timer cannot: it waits for the main thread. Starting it takes about 2 ms, so it is for large inputs only.
 */

export interface LastAnswer {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** After `ms`, writes the answer and ends the process; the function that is returned calls it off. */
export function startWatchdog(ms: number, answer: LastAnswer): () => void {
  // Fetched here because most calls never need it. Old releases of Node 20 have no such way and no watchdog.
  const threads = process.getBuiltinModule?.('node:worker_threads');
  if (!threads) return () => {};
  const worker = new threads.Worker(thread, { eval: true, workerData: { ms, answer } });
  worker.unref();
  worker.on('error', () => {});
  return () => void worker.terminate();
}

/**
 * Neither runtime lets a thread end its process with an exit code, so the C library does it, which Bun can call. On Node
 * the process is killed: its agent sees a signal instead of the answer.
 */
const thread = `
const { workerData: { ms, answer } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const exits = process.platform === 'win32' ? [['kernel32.dll', 'ExitProcess']]
  : process.platform === 'darwin' ? [['/usr/lib/libSystem.B.dylib', '_exit']]
  : [['libc.so.6', '_exit'], ['libc.so', '_exit'], ['libc.musl-x86_64.so.1', '_exit'], ['libc.musl-aarch64.so.1', '_exit']];
setTimeout(() => {
  try { writeSync(2, answer.stderr); } catch {}
  try { writeSync(1, answer.stdout); } catch {}
  for (const [library, name] of exits) {
    try {
      const { dlopen } = require('bun:ffi');
      dlopen(library, { [name]: { args: ['i32'], returns: 'void' } }).symbols[name](answer.exitCode);
    } catch {}
  }
  process.kill(process.pid, 'SIGKILL');
}, ms);
`;
