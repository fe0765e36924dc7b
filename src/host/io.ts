/** The streams and surroundings of the process, as the commands see them; tests give their own. */
import { type LastAnswer, startWatchdog } from './watchdog.ts';

export interface Io {
  /** All of standard input. Rejects with `TooLarge` beyond `limit` bytes. */
  stdin(limit: number): Promise<Uint8Array>;
  /** Never throws: a reader that went away is nobody to tell. */
  stdout(text: string): void;
  stderr(text: string): void;
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  /** Standard output is a terminal that shows colour. */
  readonly isTTY: boolean;
  /** Asks the person at the terminal; not there when nobody sits at one. */
  readonly ask?: (question: string) => Promise<boolean>;
  /** Ends the process with `answer` after `ms` even while it is busy, unless the returned function is called before. */
  watchdog?(ms: number, answer: LastAnswer): () => void;
}

export class TooLarge extends Error {
  constructor(readonly limit: number) {
    super(`more than ${Math.floor(limit / (1 << 20))} MB`);
  }
}

type Files = typeof import('node:fs');

/** The part of Bun's runtime that is used. */
interface Runtime {
  stdin: { stream(): AsyncIterable<Uint8Array> };
}

export async function processIo(): Promise<Io> {
  const { env } = process;
  // Fetched when first needed: it takes Bun half a millisecond, and a call that is let through writes nothing. Old
  // releases of Node 20 cannot fetch it late.
  const early = process.getBuiltinModule === undefined ? await import('node:fs') : null;
  const files = (): Files => early ?? process.getBuiltinModule('node:fs');
  const bun = (globalThis as { Bun?: Runtime }).Bun;
  return {
    stdin: (limit) => (bun ? readStream(bun.stdin.stream(), limit) : readStdin(limit, files())),
    stdout: (text) => writeAll(1, text, files()),
    stderr: (text) => writeAll(2, text, files()),
    env,
    cwd: workingFolder(),
    watchdog: startWatchdog,
    // Asked late: setting up `process.stdout` takes milliseconds, and a hook never needs it.
    get isTTY() {
      return process.stdout.isTTY === true && env['NO_COLOR'] === undefined && env['TERM'] !== 'dumb';
    },
    get ask() {
      return process.stdin.isTTY && process.stdout.isTTY ? askPerson : undefined;
    },
  };
}

async function askPerson(question: string): Promise<boolean> {
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  return new Promise((resolve) => {
    lines.on('close', () => resolve(false));
    lines.question(question, (answer) => {
      resolve(/^\s*y(es)?\s*$/i.test(answer));
      lines.close();
    });
  });
}

/** The working folder may be gone. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return '/';
  }
}

/** Bun's own stream needs no thread where data is already there. */
async function readStream(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > limit) throw new TooLarge(limit);
      chunks.push(chunk);
    }
  } catch (error) {
    // Windows reports the end of a pipe as an error; a closed stdin is an empty one.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EOF' && code !== 'EBADF') throw error;
  }
  return joined(chunks, size);
}

/** Read as a file, which starts faster than Node's stream and still lets timers run. */
function readStdin(limit: number, { read }: Files): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const next = (): void => {
      const chunk = new Uint8Array(1 << 16);
      read(0, chunk, 0, chunk.length, null, (error, count) => {
        if (error) {
          if (error.code === 'EAGAIN') setTimeout(next, 1);
          // Windows reports the end of a pipe as an error; a closed stdin is an empty one.
          else if (error.code === 'EOF' || error.code === 'EBADF') resolve(joined(chunks, size));
          else reject(error);
          return;
        }
        if (count === 0) return resolve(joined(chunks, size));
        size += count;
        if (size > limit) return reject(new TooLarge(limit));
        chunks.push(chunk.subarray(0, count));
        next();
      });
    };
    next();
  });
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only) return only;
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** Writes at once, so that nothing is lost when the process ends right after. */
function writeAll(fd: 1 | 2, text: string, { writeSync }: Files): void {
  const bytes = new TextEncoder().encode(text);
  let tries = 0;
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
      tries = 0;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A full pipe whose reader is slow; anything else (EPIPE, EBADF) means that nobody reads.
      if (code !== 'EAGAIN' || ++tries > 200) return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** Invalid UTF-8 becomes U+FFFD; a byte order mark stays as U+FEFF. */
export const decodeText = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
