/** A command line run inside the test, in a folder of its own. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../src/cli.ts';
import { type Io, TooLarge } from '../src/host/io.ts';

export interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** A new folder with these files; the caller need not remove it. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'forestall-test-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Streams that are kept, and a home folder without a policy. */
export function testIo(cwd: string, stdin = '', env: Io['env'] = {}): { io: Io; outcome: (code: number) => Outcome } {
  const [out, err]: [string[], string[]] = [[], []];
  const io: Io = {
    async stdin(limit) {
      const bytes = new TextEncoder().encode(stdin);
      if (bytes.length > limit) throw new TooLarge(limit);
      return bytes;
    },
    stdout: (text) => void out.push(text),
    stderr: (text) => void err.push(text),
    env: { HOME: join(cwd, 'no-home'), ...env },
    cwd,
    isTTY: false,
  };
  return { io, outcome: (code) => ({ code, out: out.join(''), err: err.join('') }) };
}

export async function forestall(cwd: string, args: readonly string[], stdin = '', env: Io['env'] = {}): Promise<Outcome> {
  const { io, outcome } = testIo(cwd, stdin, env);
  return outcome(await run(args, io));
}
