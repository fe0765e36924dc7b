/** A policy file's text to a layer, and faults to failures that name file, line and key. */
import type { Failure } from '../model/finding.ts';
import { compileGlobs } from './glob.ts';
import { globsOf, mergePolicy } from './merge.ts';
import type { Origin, Policy, PolicyFault, PolicyLayer } from './policy.ts';

/** A policy file as found. */
export interface PolicyFile {
  origin: Origin;
  /** As shown to people. */
  path: string;
  text: string;
}

/**
 * The policy that the files make together. A file that is not JSON (comments and a last comma allowed) does not count at
 * all; a wrong key or value does not count, the rest of its file does. Each fault is a `bad-policy` failure.
 */
export async function resolvePolicy(files: readonly PolicyFile[]): Promise<{ policy: Policy; failures: Failure[] }> {
  const layers: PolicyLayer[] = [];
  const faults: PolicyFault[] = [];
  for (const file of files) {
    const { origin, path } = file;
    const read = await parseJson(file.text);
    if (read.kind === 'broken') {
      faults.push({ layer: file, key: [], offset: read.offset, message: read.message });
      continue;
    }
    const { checkPolicy } = await import('./schema.ts');
    const checked = checkPolicy(read.value);
    layers.push({ origin, path, settings: checked.settings });
    for (const fault of checked.faults) faults.push({ layer: file, ...fault });
  }
  const { policy, faults: looser } = mergePolicy(layers, await compileGlobs(globsOf(layers)));
  const all = [...faults, ...looser];
  return { policy, failures: all.length === 0 ? [] : await failuresOf(all, files) };
}

type JsonRead = { kind: 'value'; value: unknown } | { kind: 'broken'; offset: number; message: string };

async function parseJson(text: string): Promise<JsonRead> {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return { kind: 'value', value: JSON.parse(bare) };
  } catch {
    // Comments, or a mistake: the fuller reader knows.
  }
  const { parse, printParseErrorCode } = await import('jsonc-parser');
  const errors: { error: number; offset: number; length: number }[] = [];
  const value: unknown = parse(text.startsWith('\uFEFF') ? ` ${bare}` : text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (!first) return { kind: 'value', value };
  const words = printParseErrorCode(first.error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  const near = text.slice(first.offset, first.offset + Math.max(1, Math.min(first.length, 30))).trim();
  return {
    kind: 'broken',
    offset: first.offset,
    message: `not JSON: ${words}${near ? ` at \`${near}\`` : ''}; the file is not used`,
  };
}

async function failuresOf(faults: readonly PolicyFault[], files: readonly PolicyFile[]): Promise<Failure[]> {
  const { parseTree, findNodeAtLocation } = await import('jsonc-parser');
  const trees = new Map(files.map((file) => [file.path, { text: file.text, root: parseTree(file.text) }]));
  return faults.map(({ layer, key, message, offset }): Failure => {
    const file = trees.get(layer.path);
    const node = file?.root && findNodeAtLocation(file.root, key);
    // A value's place is its key's place.
    const at = offset ?? (node?.parent?.type === 'property' ? node.parent.offset : node?.offset);
    const line = file && at !== undefined ? file.text.slice(0, at).split('\n').length : null;
    return { kind: 'bad-policy', path: layer.path, line, ruleId: null, message };
  });
}
