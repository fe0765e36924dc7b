/** Kinds of files in which most faults of code do no harm, known by their path. */
import { type Selector, selectorFit } from './policy.ts';

export const pathClasses = ['test', 'docs', 'example', 'generated'] as const;
export type PathClass = (typeof pathClasses)[number];

/** All comparisons are made without case. */
interface ClassMarks {
  /** Names of folders, anywhere above the file. */
  folders: readonly string[];
  /** Pairs of folders that follow each other. */
  folderPaths?: readonly string[];
  /** The file's name. */
  names?: RegExp;
}

const marks: Readonly<Record<PathClass, ClassMarks>> = {
  test: {
    folders: [
      ...['test', 'tests', '__tests__', '__mocks__', 'spec', 'specs', 'e2e', 'cypress', 'playwright'],
      ...['testdata', 'test-data', 'test_data', 'fixture', 'fixtures', '_fixture', '_fixtures', '__fixtures__'],
    ],
    folderPaths: ['src/test/java', 'src/test/kotlin'],
    names: /\.(?:test|spec)\.[^.]+$|_test\.(?:go|py|rb)$|^test_.*\.py$|_spec\.rb$|^conftest\.py$|Tests?\.(?:java|cs|kt|php)$/i,
  },
  docs: { folders: ['docs', 'doc'], names: /\.(?:md|mdx|rst|adoc|markdown)$/i },
  example: {
    folders: ['example', 'examples', '_example', '_examples', 'sample', 'samples', 'docs_src'],
    names: /\.(?:example|sample|template)$|^\.env\.(?:example|sample|template)$/i,
  },
  generated: {
    folders: ['dist', 'build', 'vendor', 'node_modules', '__generated__', '__snapshots__'],
    names:
      /\.min\.(?:js|css|mjs)$|\.lock$|^(?:package-lock|npm-shrinkwrap)\.json$|^pnpm-lock\.yaml$|\.snap$|\.pb\.go$|_pb2\.pyi?$|\.(?:g|designer)\.cs$/i,
  },
};

/** Packs whose rules speak of running code. Secrets, guards, commands, dependencies and pipelines count everywhere. */
const codePacks: readonly Selector[] = ['injection', 'auth', 'tokens', 'api', 'data', 'mcp', 'llm', 'web', 'baas', 'iac'];

/** Rules that only warn in such files: a password of a test set-up is often meant to be there. */
const softened: readonly Selector[] = [
  'secrets/hardcoded-credential',
  'secrets/auth-header-literal',
  'secrets/url-userinfo',
  'secrets/private-key',
];

/**
 * The classes of a file. `path` is relative to the workspace; of an absolute path, which lies outside it, only the
 * file's name counts, since nothing is known about the folders above.
 */
export function classesOf(path: string): PathClass[] {
  const parts = path.toLowerCase().split('/');
  const name = path.slice(path.lastIndexOf('/') + 1);
  const folders = path.startsWith('/') || /^[a-z]:/i.test(path) ? [] : parts.slice(0, -1);
  const joined = `/${folders.join('/')}/`;
  return pathClasses.filter((kind) => {
    const { folders: known, folderPaths = [], names } = marks[kind];
    return (
      folders.some((folder) => known.includes(folder)) ||
      folderPaths.some((pair) => joined.includes(`/${pair}/`)) ||
      (names?.test(name) ?? false)
    );
  });
}

/** The most that the built-in policy makes of a finding of this rule in this file; null for no limit. */
export function limitIn(path: string, ruleId: string): 'off' | 'warn' | null {
  const inCodePack = codePacks.some((pack) => selectorFit(pack, ruleId) > 0);
  const soft = softened.some((rule) => selectorFit(rule, ruleId) > 0);
  if ((!inCodePack && !soft) || classesOf(path).length === 0) return null;
  return inCodePack ? 'off' : 'warn';
}
