/** Running and measuring whole processes, from outside. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The part of Bun's runtime that is used. */
declare const Bun: {
  spawn(options: {
    cmd: string[];
    cwd: string;
    env: Record<string, string | undefined>;
    stdin: 'pipe';
    stdout: 'pipe' | object;
    stderr: 'pipe';
  }): {
    exited: Promise<number>;
    stdin: { write(text: string): void; end(): void };
    stdout: ReadableStream<Uint8Array> | undefined;
    stderr: ReadableStream<Uint8Array>;
  };
  file(path: string): { text(): Promise<string> };
};

export interface Ended {
  exitCode: number;
  /** From before the start until the end. */
  ms: number;
  stdout: string;
  stderr: string;
}

/**
 * As agents do it: the payload through a pipe, right after the start. With `report`, standard output goes into that file:
 * some programs end before a pipe has taken a large report.
 */
export async function run(
  cmd: string[],
  input: string,
  env: Record<string, string>,
  cwd: string,
  report?: string,
): Promise<Ended> {
  const stdout = report === undefined ? 'pipe' : Bun.file(report);
  const start = process.hrtime.bigint();
  const child = Bun.spawn({ cmd, cwd, env: { ...process.env, ...env }, stdin: 'pipe', stdout, stderr: 'pipe' });
  child.stdin.write(input);
  child.stdin.end();
  const texts = Promise.all([child.stdout ? new Response(child.stdout).text() : '', new Response(child.stderr).text()]);
  const exitCode = await child.exited;
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  const [said, stderr] = await texts;
  return { exitCode, ms, stdout: report === undefined ? said : await Bun.file(report).text(), stderr };
}

/**
 * A process inherits the peak memory of the one that it was forked from; the program that this becomes is small. It runs its
 * arguments and prints the peak in bytes: of the process, or of the largest one among those that it has started.
 */
export const PEAK = `const { resourceUsage } = Bun.spawnSync({ cmd: process.argv.slice(2), stdin: 'inherit', stdout: 'ignore', stderr: 'ignore' });
console.log(resourceUsage?.maxRSS ?? 0);`;

/** Compiles a program as forestall's binary is compiled. Throws the compiler's words. */
export async function compile(source: string, binary: string): Promise<void> {
  mkdirSync(dirname(binary), { recursive: true });
  const file = `${binary}.ts`;
  writeFileSync(file, source);
  const cmd = [process.execPath, 'build', file, '--compile', '--minify', '--bytecode', `--outfile=${binary}`];
  const { exitCode, stderr } = await run(cmd, '', {}, dirname(binary));
  if (exitCode !== 0) throw new Error(stderr);
}

/** The median; NaN of nothing. */
export const middle = (times: readonly number[]): number => {
  const sorted = [...times].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[half] as number) : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
};

export const round = (value: number): number => Math.round(value * 100) / 100;

/** Lines of equal columns; those named in `left` are words, the others figures. */
export function columns(lines: readonly string[][], left: readonly number[]): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const cell = (text: string, column: number): string =>
    left.includes(column) ? text.padEnd(widths[column] as number) : text.padStart(widths[column] as number);
  return lines.map((line) => line.map(cell).join('  ').trimEnd()).join('\n');
}
