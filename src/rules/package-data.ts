/** The lists of packages: those that come with the program, and those that a policy puts in their place. */
import {
  type ByEcosystem,
  ecosystems,
  type PackageList,
  type PackageLists,
  packageName,
  type Weakness,
} from '../model/package.ts';
import { lists as bundled } from './package-data.generated.ts';

/** A file of a policy's data. `adds`: its entries join those that are there, which is all that a repository may do. */
export interface DataFile {
  path: string;
  text: string;
  adds: boolean;
}

type Table = Record<string, unknown>;

const empty = { date: '', origin: '', packages: {} };

let known: PackageLists | null = null;

/** Those that come with the program. */
export function bundledLists(): PackageLists {
  known ??= packageLists([]);
  return known;
}

/** Never throws: what cannot be used is a fault, and the list that was there stays. */
export function packageLists(files: readonly DataFile[]): PackageLists {
  const faults: { path: string; message: string }[] = [];
  const lists: { -readonly [K in keyof PackageLists]: PackageLists[K] } = {
    malicious: empty,
    vulnerable: empty,
    invented: empty,
    popular: { date: '', origin: '', names: {}, near: {} },
    names: null,
    allowed: null,
    registries: [],
    faults,
  };
  for (const [name, text] of Object.entries(bundled)) take({ path: `bundled ${name}`, text, adds: false });
  for (const file of files) take(file);
  return lists;

  function take({ path, text, adds }: DataFile): undefined {
    const fail = (message: string): undefined => void faults.push({ path, message });
    let value: unknown;
    if (text === '') return fail('cannot be read, or is empty, so it is not used');
    try {
      value = JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch {
      return fail('is not JSON, so it is not used');
    }
    if (!isTable(value)) return fail('is no list of packages, so it is not used');
    const { list, date = '', origin = '' } = value;
    if (typeof date !== 'string' || typeof origin !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(date))
      return fail('has no `date` of the form 2026-12-31, so it is not used');
    switch (list) {
      case 'malicious':
      case 'vulnerable':
      case 'invented': {
        if (!isTable(value['packages'])) return fail('has no `packages`, so it is not used');
        const isEntry = { malicious: isVersions, vulnerable: isWeaknesses, invented: isText }[list];
        const before: PackageList<unknown> = lists[list];
        const packages: ByEcosystem<Record<string, unknown>> = adds ? { ...before.packages } : {};
        for (const ecosystem of ecosystems) {
          const given = value['packages'][ecosystem];
          if (given === undefined) continue;
          if (!isTable(given)) return fail(`\`packages.${ecosystem}\` is no object, so it is not used`);
          const own: Table = Object.assign(Object.create(null) as Table, packages[ecosystem]);
          for (const [name, entry] of Object.entries(given)) {
            if (isEntry(entry)) own[packageName(ecosystem, name)] = joined(own[packageName(ecosystem, name)], entry);
            else fail(`the entry \`${name}\` of ${ecosystem} is malformed, so it is not used`);
          }
          packages[ecosystem] = own;
        }
        Object.assign(lists, { [list]: { date: adds && before.date > date ? before.date : date, origin, packages } });
        return undefined;
      }
      case 'popular':
      case 'names':
      case 'allowed': {
        if (adds && list !== 'allowed') return fail(`\`${list}\` cannot be set by a repository`);
        // A second list of what is allowed can only take away; the first one stands.
        if (adds && lists.allowed) return fail('`allowed` is already set by a stronger policy');
        const [names, near] = [namesOf(value['names']), namesOf(value['near'] ?? {})];
        if (!names || !near) return fail('`names` holds no lists of names, so it is not used');
        if (list === 'names') {
          const sets = Object.fromEntries(Object.entries(names).map(([ecosystem, all]) => [ecosystem, new Set(all)]));
          lists.names = { date, origin, names: sets };
        } else if (list === 'popular') lists.popular = { date, origin, names, near };
        else lists.allowed = { date, origin, names };
        return undefined;
      }
      case 'registries':
        if (adds) return fail('`registries` cannot be set by a repository');
        if (!isTexts(value['hosts'])) return fail('`hosts` is no list of names, so it is not used');
        lists.registries = value['hosts'];
        return undefined;
      default:
        return fail(`is a list of an unknown kind (\`${String(list)}\`), so it is not used`);
    }
  }
}

const joined = (old: unknown, entry: unknown): unknown =>
  Array.isArray(old) && Array.isArray(entry) ? [...old, ...entry] : entry;

const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isVersions = (value: unknown): value is string[] => isTexts(value) && value.length > 0;
const isWeaknesses = (value: unknown): value is Weakness[] =>
  Array.isArray(value) &&
  value.every(
    (one) =>
      isTable(one) &&
      isText(one['why']) &&
      (one['fixed'] === undefined || isText(one['fixed'])) &&
      (one['from'] === undefined || isText(one['from'])) &&
      (one['versions'] === undefined || isTexts(one['versions'])),
  );

function namesOf(value: unknown): ByEcosystem<string[]> | null {
  if (!isTable(value)) return null;
  const all: ByEcosystem<string[]> = {};
  for (const ecosystem of ecosystems) {
    const list = value[ecosystem];
    if (list === undefined) continue;
    if (!isTexts(list)) return null;
    all[ecosystem] = list.map((name) => packageName(ecosystem, name));
  }
  return all;
}
