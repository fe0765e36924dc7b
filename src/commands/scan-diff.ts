/** A scan of what changed: findings that the change brings in, by the same subtraction as in a hook. */
import { changesSince } from '../host/git.ts';
import { isMinified } from '../host/walk.ts';
import { readFile, shownPath } from '../host/world.ts';
import type { Rule } from '../model/rule.ts';
import type { Parsers } from '../parse/backends.ts';
import type { Policy } from '../policy/policy.ts';
import { newPart, type Part, textScanner } from './scan-files.ts';

/** Rejects when Git does not know the revision or the folder is no work tree. */
export async function scanDiff(
  revision: string,
  targets: readonly string[],
  cwd: string,
  rules: readonly Rule[],
  parsers: Parsers,
  policy: Policy,
): Promise<Part> {
  const part = newPart();
  const scanOne = await textScanner(part, rules, parsers, policy, cwd);
  for (const change of changesSince(revision, targets, cwd)) {
    const read = readFile(change.path);
    if (read.kind !== 'text' || isMinified(change.path, read.text)) part.stats.skipped++;
    else await scanOne(shownPath(change.path, cwd), read.text, change.before());
  }
  return part;
}
