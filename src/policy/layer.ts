/** A policy file's text to a layer, and faults to failures that name file, line and key. */
import type { Failure } from '../model/finding.ts';
import { compileGlobs } from './glob.ts';
import { globsOf, mergePolicy } from './merge.ts';
import type { Origin, Policy, PolicyFault, PolicyLayer, PolicySettings, Setting } from './policy.ts';

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
export async function resolvePolicy(
  files: readonly PolicyFile[],
  standardRules: StandardRules = async () => [],
): Promise<{ policy: Policy; failures: Failure[] }> {
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
    layers.push({ origin, path, settings: await withoutStandards(checked.settings, standardRules) });
    for (const fault of checked.faults) faults.push({ layer: file, ...fault });
  }
  const { policy, faults: looser } = mergePolicy(layers, await compileGlobs(globsOf(layers)));
  const all = [...faults, ...looser];
  return { policy, failures: all.length === 0 ? [] : await failuresOf(all, files) };
}

/** The bundled rules that are mapped to a standard, by its name. */
export type StandardRules = (standard: string) => Promise<readonly string[]>;

/** With the ids of its rules in the place of each standard; what names a rule itself, or came before, stands. */
async function withoutStandards(settings: PolicySettings, standardRules: StandardRules): Promise<PolicySettings> {
  const { standardNamed } = await import('./standards.ts');
  const ids = async (selector: string): Promise<readonly string[]> => {
    const standard = standardNamed(selector);
    return standard === null ? [selector] : standardRules(standard);
  };
  const list = async (selectors: readonly string[]): Promise<string[]> => (await Promise.all(selectors.map(ids))).flat();
  const map = async (rules: Record<string, Setting>): Promise<Record<string, Setting>> => {
    const all = { ...rules };
    for (const [selector, setting] of Object.entries(rules)) {
      if (standardNamed(selector) === null) continue;
      delete all[selector];
      for (const id of await ids(selector)) all[id] ??= setting;
    }
    return all;
  };
  const { rules, enable, disable, paths } = settings;
  return {
    ...settings,
    ...(rules && { rules: await map(rules) }),
    ...(enable && { enable: await list(enable) }),
    ...(disable && { disable: await list(disable) }),
    ...(paths && {
      paths: await Promise.all(paths.map(async (entry) => (entry.rules ? { ...entry, rules: await map(entry.rules) } : entry))),
    }),
  };
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
