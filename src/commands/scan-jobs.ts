/** A scan shared out among processes, each of which does a part of the files. */
import { availableParallelism } from 'node:os';
import type { Io } from '../host/io.ts';
import { runSelf } from '../host/self.ts';
import type { ScanOptions } from './scan.ts';
import { addPart, type Job, newPart, type Part } from './scan-files.ts';

/** A process of its own is not worth it for fewer files. */
const LEAST = 100;

/** How many processes a scan of so many files is shared out among. */
export function jobCount(files: number, wanted: string | undefined): number {
  const most = wanted === undefined ? availableParallelism() : Math.max(1, Math.floor(Number(wanted)) || 1);
  return Math.max(1, Math.min(most, wanted === undefined ? Math.ceil(files / LEAST) : files));
}

/** Rejects when a process does not end well. */
export async function scanShared(job: Job, count: number, options: ScanOptions, io: Io): Promise<Part> {
  const args = ['scan', '--part', ...(options.bundledRules ? [] : ['--no-bundled-rules'])];
  for (const rules of options.rules ?? []) args.push('--rules', rules);
  for (const only of options.only ?? []) args.push('--only', only);
  for (const except of options.except ?? []) args.push('--except', except);
  if (options.severity) args.push('--severity', options.severity);
  // Neighbouring files are alike; dealt out in turn, every process has the same amount of work.
  const shares = Array.from({ length: count }, (_, index) => job.files.filter((_, at) => at % count === index));
  const outputs = await Promise.all(
    shares.map((files) => runSelf(args, JSON.stringify({ files, named: files.filter((file) => job.named.has(file)) }), io)),
  );
  const all = newPart();
  for (const output of outputs) addPart(all, JSON.parse(output) as Part);
  return all;
}
