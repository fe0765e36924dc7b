/** Reading the lists of packages that a policy names. */
import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Policy } from '../policy/policy.ts';
import type { DataFile } from '../rules/package-data.ts';
import { readFile } from './world.ts';

/** Most files of one folder that are read. */
const MOST = 50;

/** The files, in the order of the policy; what cannot be read comes as a text that is no list, and is reported as such. */
export function packageDataFiles(policy: Policy): DataFile[] {
  return policy.packageData.flatMap(({ path, from, adds }) => {
    const whole = resolve(dirname(from), path);
    return filesAt(whole).map((file): DataFile => {
      const read = readFile(file);
      return { path: file, text: read.kind === 'text' ? read.text : '', adds };
    });
  });
}

function filesAt(path: string): string[] {
  try {
    const names = readdirSync(path).filter((name) => name.endsWith('.json'));
    return names
      .sort()
      .slice(0, MOST)
      .map((name) => join(path, name));
  } catch {
    return [path];
  }
}
