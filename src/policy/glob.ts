/** Path globs. The everyday forms are compared by hand; picomatch is loaded only for the others. */

/** Paths have `/` between their parts and are relative to the workspace, or absolute when outside it. */
export type PathTest = (path: string) => boolean;
/** Gives the test for one glob. */
export type Globs = (glob: string) => PathTest;

/**
 * A glob without a slash is compared with the file's name, wherever the file lies. A glob that ends in a slash means
 * everything below that folder. A leading `./` or `/` means the workspace's root. Dot files are matched like all others.
 */
export async function compileGlobs(globs: readonly string[]): Promise<Globs> {
  const tests = new Map<string, PathTest>();
  const hard: string[] = [];
  for (const glob of globs) {
    const test = simpleGlob(glob);
    if (test) tests.set(glob, test);
    else hard.push(glob);
  }
  if (hard.length > 0) {
    const { default: picomatch } = await import('picomatch');
    for (const glob of hard) {
      const matches = picomatch(normal(glob), { dot: true, nonegate: true });
      const byName = !normal(glob).includes('/');
      tests.set(glob, (path) => matches(byName ? nameOf(path) : path));
    }
  }
  return (glob) => tests.get(glob) ?? simpleGlob(glob) ?? (() => false);
}

/** The test for a glob made of plain text, a final `/` or `/**`, a first `**`+`/`, or one `*` before an ending; else null. */
export function simpleGlob(glob: string): PathTest | null {
  const plain = normal(glob);
  if (plain === '**' || plain === '**/*' || plain === '*') return () => true;
  if (plain.endsWith('/**')) {
    const inner = plain.slice(0, -3);
    if (inner.startsWith('**/')) {
      const folder = inner.slice(3);
      if (isMagic(folder)) return null;
      return (path) => `/${path}`.includes(`/${folder}/`);
    }
    return isMagic(inner) ? null : (path) => path.startsWith(`${inner}/`);
  }
  const anywhere = plain.startsWith('**/');
  const rest = anywhere ? plain.slice(3) : plain;
  if (!isMagic(rest)) {
    if (anywhere || !rest.includes('/')) return (path) => path === rest || path.endsWith(`/${rest}`);
    return (path) => path === rest;
  }
  if (rest.startsWith('*') && !rest.includes('/') && !isMagic(rest.slice(1))) {
    const ending = rest.slice(1);
    return (path) => path.endsWith(ending);
  }
  return null;
}

function normal(glob: string): string {
  const bare = glob.startsWith('./') ? glob.slice(2) : glob;
  return bare.endsWith('/') ? `${bare}**` : bare;
}

const isMagic = (text: string): boolean => /[*?[\]{}()!+@|\\]/.test(text);
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
