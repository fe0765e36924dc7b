/**
 * Writes `rules/deps/data/popular.json` from tables of packages: `package-names.ts DATE npm.tsv pypi.tsv`. Columns are
 * tab-separated with a head line: `name`, and `downloads_a_month` or `rank_among_15000_most_downloaded`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bareName, bitsOf, lettersOf, looksLike } from '../src/engine/lookalike.ts';
import { packageName } from '../src/model/package.ts';

/** Names that others may be taken for, and the least that makes a name one of its own. */
const POPULAR = 3000;
const OWN_DOWNLOADS = 3000;

const [date = '', npm = '', pypi = ''] = process.argv.slice(2);
const rows = (path: string): Record<string, string>[] => {
  const [head = '', ...lines] = readFileSync(path, 'utf8').split('\n');
  const columns = head.split('\t');
  return lines
    .filter((line) => line !== '')
    .map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [columns[i]!, cell])));
};
/** Names in order of use → the popular ones, and those of the rest that look like one. */
function listOf(ordered: string[], own: string[]): { names: string[]; near: string[] } {
  const names = ordered.slice(0, POPULAR);
  const popular = new Set(names);
  const masks = names.map((name) => ({ name, mask: lettersOf(name) }));
  const near = own.filter((name) => {
    if (popular.has(name)) return false;
    const mask = lettersOf(name);
    return masks.some(
      (one) =>
        (bitsOf(mask ^ one.mask) <= 4 || name.startsWith(one.name) || bareName(name) === bareName(one.name)) &&
        looksLike(name, one.name) !== null,
    );
  });
  return { names, near: near.sort() };
}

const npmRows = rows(npm).map(({ name = '', downloads_a_month = '' }) => ({ name, use: Number(downloads_a_month) || 0 }));
npmRows.sort((a, b) => b.use - a.use);
const pypiRows = rows(pypi).map((row) => ({
  name: packageName('pypi', row['name'] ?? ''),
  rank: Number(row['rank_among_15000_most_downloaded']) || 0,
}));
const ranked = pypiRows.filter(({ rank }) => rank > 0).sort((a, b) => a.rank - b.rank);
const lists = {
  npm: listOf(
    npmRows.map(({ name }) => name),
    npmRows.filter(({ use }) => use >= OWN_DOWNLOADS).map(({ name }) => name),
  ),
  pypi: listOf(
    ranked.map(({ name }) => name),
    ranked.map(({ name }) => name),
  ),
};
const text = JSON.stringify(
  {
    list: 'popular',
    date,
    origin: 'Download counts of npm and PyPI: the most used names, and names in use that look like one of them.',
    names: { npm: lists.npm.names, pypi: lists.pypi.names },
    near: { npm: lists.npm.near, pypi: lists.pypi.near },
  },
  null,
  1,
);
writeFileSync(join(import.meta.dirname, '..', 'rules/deps/data/popular.json'), `${text.replace(/",\n +"/g, '","')}\n`);
console.log(
  Object.entries(lists)
    .map(([name, { names, near }]) => `${name}: ${names.length}, ${near.length} near`)
    .join('; '),
);
