/** What a manifest, a lock file, a configuration or a command says about packages. */
import type { Span } from './finding.ts';

export const ecosystems = ['npm', 'pypi', 'go', 'cargo', 'gem', 'composer', 'maven', 'nuget'] as const;
export type Ecosystem = (typeof ecosystems)[number];

/** Spans point into the text that says it. */
export type PackageFact =
  | Dependency
  /** A place that packages come from, other than the ecosystem's own registry. `extra`: beside the registry. */
  | { kind: 'index'; ecosystem: Ecosystem; url: string; extra: boolean; span: Span }
  /** A program that installing the package, or its folder, runs. */
  | { kind: 'script'; name: string; command: string; span: Span }
  /** Something that skips a check of what is installed, or the waiting time for new versions; `what` in words. */
  | { kind: 'check-off' | 'cool-down-off'; what: string; span: Span };

export interface Dependency {
  kind: 'dependency';
  ecosystem: Ecosystem;
  /** As the ecosystem compares names; `''` where only an address is given. */
  name: string;
  /** As written; `''` where nothing is said. */
  range: string;
  /** The version, where it is one alone; else null. */
  version: string | null;
  /** Where it comes from, when it is not the registry: a Git repository, an archive, a folder. */
  address: string | null;
  /** `lock` entries are what was resolved, `peer` ones what others must bring along. */
  role: 'direct' | 'peer' | 'optional' | 'lock';
  from: 'manifest' | 'command';
  span: Span;
}

const packageFile =
  /(?:^|[/.])(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lock|\.?npmrc|\.?yarnrc(?:\.yml)?|bunfig\.toml|pnpm-workspace\.yaml|[\w.-]*requirements[\w.-]*\.(?:txt|in)|requirements\/[\w.-]+\.txt|constraints[\w.-]*\.txt|pyproject\.toml|Pipfile|poetry\.lock|uv\.lock|uv\.toml|pip\.conf|pip\.ini|setup\.cfg|go\.mod|Cargo\.toml|Cargo\.lock|Gemfile|Gemfile\.lock|composer\.json|composer\.lock|pom\.xml|[\w.-]+\.csproj|Directory\.Packages\.props|packages\.config|nuget\.config)$/i;

const lockFile =
  /(?:^|[/.])(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lock|poetry\.lock|uv\.lock|Pipfile\.lock|Cargo\.lock|go\.sum|Gemfile\.lock|composer\.lock)$/i;

/** What the names of all these files end with, in small letters: most paths need not be looked at any closer. */
const endings =
  '.json .yaml .yml .lock npmrc yarnrc .toml .txt .in pipfile .conf .ini .cfg .mod .sum gemfile .xml .csproj .props .config'.split(
    ' ',
  );
const mayConcernPackages = (path: string): boolean => {
  const end = path.slice(-10).toLowerCase();
  return endings.some((ending) => end.endsWith(ending));
};

/** Whether the file, by its path, names packages. */
export const isPackageFile = (path: string): boolean => mayConcernPackages(path) && packageFile.test(path);

/** Whether only a package manager writes the file. */
export const isLockFile = (path: string): boolean => mayConcernPackages(path) && lockFile.test(path);

/** Programs that install packages. */
export const installer =
  /^(?:npm|npx|pnpm|pnpx|yarn|bun|bunx|pip[\d.]*|pipx|uv|uvx|poetry|pdm|pipenv|python[\d.]*|gem|bundle|bundler|go|cargo|composer|dotnet|nuget|apt|apt-get|apk|dnf|yum|pacman|brew|helm|docker)$/;

/** PyPI takes `-`, `_` and `.` for the same, and no difference between cases. */
export function packageName(ecosystem: Ecosystem, name: string): string {
  if (ecosystem === 'pypi') return name.toLowerCase().replace(/[-_.]+/g, '-');
  return ecosystem === 'nuget' || ecosystem === 'composer' ? name.toLowerCase() : name;
}

/** A range that names one version: `1.2.3`, `=1.2.3`, `==1.2.3`, `v1.2.3`, `[1.2.3]`. */
export function exactVersion(range: string): string | null {
  return /^(?:={1,3}\s*|\[)?v?(\d[\w.+-]*?)\]?$/.exec(range.trim())?.[1]?.replace(/\.$/, '') ?? null;
}

/** The lists that dependencies are held against. Names as `packageName` gives them. */
export interface PackageLists {
  /** Versions; `*` for every one. */
  malicious: PackageList<readonly string[]>;
  vulnerable: PackageList<readonly Weakness[]>;
  /** Names that models make up; in words, what to take instead. */
  invented: PackageList<string>;
  popular: { date: string; origin: string; names: ByEcosystem<readonly string[]>; near: ByEcosystem<readonly string[]> };
  /** Every name that there is; null when that is not known. */
  names: { date: string; origin: string; names: ByEcosystem<ReadonlySet<string>> } | null;
  /** The only packages that may be added; null when there is no such list. `*` at the end of a name is any ending. */
  allowed: { date: string; origin: string; names: ByEcosystem<readonly string[]> } | null;
  /** Registries that may be used, by host. */
  registries: readonly string[];
  /** What could not be read, in words. */
  faults: readonly { path: string; message: string }[];
}

export type ByEcosystem<T> = Partial<Record<Ecosystem, T>>;

export interface PackageList<T> {
  /** `YYYY-MM-DD`. */
  date: string;
  origin: string;
  packages: ByEcosystem<Readonly<Record<string, T>>>;
}

/** Versions from `from` (or the first) on, below `fixed` (or every later one). */
export interface Weakness {
  from?: string;
  fixed?: string;
  /** Only these. */
  versions?: readonly string[];
  why: string;
  /** A reason to look again, no reason to stop. */
  mild?: true;
}

/** Below 0 when `a` is the older version. What is not a number counts by its letters, and before none. */
export function compareVersions(a: string, b: string): number {
  const parts = (text: string): [number[], string] => {
    const [main = '', tail = ''] = text.replace(/^v/, '').split(/[-+]|(?<=\d)(?=[a-z])/, 2);
    return [main.split('.').map((part) => Number.parseInt(part, 10) || 0), tail];
  };
  const [[x, tailX], [y, tailY]] = [parts(a), parts(b)];
  for (let at = 0; at < Math.max(x.length, y.length); at++) {
    const difference = (x[at] ?? 0) - (y[at] ?? 0);
    if (difference !== 0) return difference;
  }
  if (tailX === tailY) return 0;
  return tailX === '' ? 1 : tailY === '' ? -1 : tailX < tailY ? -1 : 1;
}
