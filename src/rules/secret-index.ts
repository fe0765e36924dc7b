/** Where to look for the secrets of a rule, worked out once: when the rule is bundled, else when it is first used. */
import type { SecretFormat, SecretIndex, SecretSpec } from '../model/rule.ts';

/** Code units of a prefix that are looked up; no prefix is shorter. */
export const HEAD = 3;

export function secretIndex(specs: readonly SecretSpec[]): SecretIndex {
  const index: SecretIndex = { heads: {}, dense: {}, loose: {}, assignments: [] };
  for (const [at, spec] of specs.entries()) {
    if (spec.kind === 'assignment') {
      index.assignments.push(at);
      continue;
    }
    for (const prefix of spec.prefixes ?? []) listAt(index.heads, prefix.slice(0, HEAD)).push([prefix, at]);
    if (spec.prefixes) continue;
    const dense = mustBeRandom(spec) && isLong(spec.regex);
    for (const word of spec.keywords ?? []) listAt(dense ? index.dense : index.loose, word).push(at);
  }
  return index;
}

/** Whether what the regex matches holds a part of so many characters that a text without a long run cannot hold it. */
const isLong = (regex: string): boolean => [...regex.matchAll(/\{(\d+)/g)].some(([, least]) => Number(least) >= DENSE);

/** Characters of the run that `matchFormats` looks for before it tries formats that need one. */
const DENSE = 20;

/** Whether the body of a token must look drawn at random: `random` says so, else where nothing else proves the token. */
export function mustBeRandom(format: SecretFormat): boolean {
  return format.random ?? (format.check === undefined && format.class !== 'public');
}

function listAt<T>(lists: Record<string, T[]>, key: string): T[] {
  if (!Object.hasOwn(lists, key)) lists[key] = [];
  return lists[key]!;
}
