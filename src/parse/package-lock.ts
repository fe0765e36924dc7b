/** What lock files resolved, read line by line: they are large. */
import { type Dependency, type Ecosystem, exactVersion, type PackageFact, packageName } from '../model/package.ts';

/** Null for a file of another name. */
export function lockFacts(name: string, text: string): PackageFact[] | null {
  if (/(?:package-lock|npm-shrinkwrap)\.json$|bun\.lock$/i.test(name)) return npmLock(text);
  if (/yarn\.lock$/i.test(name)) return yarnLock(text);
  if (/pnpm-lock\.yaml$/i.test(name)) return pnpmLock(text);
  if (/(?:poetry|uv)\.lock$/i.test(name)) return tomlLock(text, 'pypi');
  if (/Cargo\.lock$/i.test(name)) return tomlLock(text, 'cargo');
  if (/composer\.lock$/i.test(name)) return composerLock(text);
  if (/Gemfile\.lock$/i.test(name)) return gemLock(text);
  return null;
}

const entry = (
  ecosystem: Ecosystem,
  name: string,
  version: string,
  start: number,
  end: number,
  address: string | null = null,
): Dependency => ({
  kind: 'dependency',
  ecosystem,
  name: packageName(ecosystem, name),
  range: version,
  version: exactVersion(version),
  address,
  role: 'lock',
  from: 'manifest',
  span: { start, end },
});

/** Each match of `form`, whose groups are read by `read`. Every form is bound to one line. */
function collect(text: string, form: RegExp, read: (match: RegExpExecArray) => PackageFact | null): PackageFact[] {
  const facts: PackageFact[] = [];
  for (const match of text.matchAll(form)) {
    const fact = read(match);
    if (fact) facts.push(fact);
  }
  return facts;
}

function npmLock(text: string): PackageFact[] {
  const facts: PackageFact[] = [];
  let name = '';
  for (const match of text.matchAll(
    /^[ \t]*"(?:(?:[^"\n]*node_modules\/)((?:@[^"/\n]+\/)?[^"/\n]+)"[ \t]*:[ \t]*\{|((?:@[^"/\n]+\/)?[^"/\n]+)"[ \t]*:[ \t]*\{[ \t]*$|version"[ \t]*:[ \t]*"([^"\n]*)"|resolved"[ \t]*:[ \t]*"([^"\n]*)"|[^"\n]+"[ \t]*:[ \t]*\["((?:@[^"/\n]+\/)?[^"@\n]+)@([^"\n]*)")/gm,
  )) {
    const [whole, path, key, version, resolved, bunName, bunVersion] = match;
    const start = match.index + whole.length - whole.trimStart().length;
    const end = match.index + whole.length;
    if (path !== undefined || key !== undefined) name = path ?? key ?? '';
    else if (bunName !== undefined) facts.push(entry('npm', bunName, bunVersion ?? '', start, end));
    else if (version !== undefined && name !== '' && name !== 'packages') facts.push(entry('npm', name, version, start, end));
    else if (resolved?.includes(':')) facts.push(entry('npm', name, '', start, end, resolved));
  }
  return facts;
}

function yarnLock(text: string): PackageFact[] {
  let name = '';
  return collect(
    text,
    /^"?((?:@[^/@\s"]+\/)?[^@\s"#]+)@[^\n]*:[ \t]*$|^[ \t]+version:?[ \t]+"?([^"\s]+)"?|^[ \t]+resolved[ \t]+"([^"\n]+)"/gm,
    (match) => {
      const [whole, key, version, resolved] = match;
      const start = match.index + whole.length - whole.trimStart().length;
      if (key !== undefined) name = key;
      else if (version !== undefined && name !== '') return entry('npm', name, version, start, match.index + whole.length);
      else if (resolved !== undefined) return entry('npm', name, '', start, match.index + whole.length, resolved);
      return null;
    },
  );
}

const pnpmLock = (text: string): PackageFact[] =>
  collect(
    text,
    /^[ \t]+'?\/?((?:@[^/@\s']+\/)?[^/@\s':]+)@(\d[^\s'():]*)[^\n]*:[ \t]*$|^[^\n]*\btarball:[ \t]*([^\s,}]+)/gm,
    (match) => {
      const [whole, name, version, tarball] = match;
      const start = match.index + whole.length - whole.trimStart().length;
      if (tarball !== undefined) return entry('npm', '', '', start, match.index + whole.length, tarball);
      return entry('npm', name ?? '', version ?? '', start, match.index + whole.length);
    },
  );

function tomlLock(text: string, ecosystem: Ecosystem): PackageFact[] {
  let name = '';
  return collect(text, /^name = "([^"\n]+)"|^version = "([^"\n]+)"/gm, (match) => {
    if (match[1] !== undefined) name = match[1];
    else if (match[2] !== undefined && name !== '')
      return entry(ecosystem, name, match[2], match.index, match.index + match[0].length);
    return null;
  });
}

function composerLock(text: string): PackageFact[] {
  let name = '';
  return collect(text, /^[ \t]*"name"[ \t]*:[ \t]*"([^"\n]+)"|^[ \t]*"version"[ \t]*:[ \t]*"([^"\n]+)"/gm, (match) => {
    const start = match.index + match[0].length - match[0].trimStart().length;
    if (match[1] !== undefined) name = match[1];
    else if (match[2] !== undefined && name !== '')
      return entry('composer', name, match[2], start, match.index + match[0].length);
    return null;
  });
}

const gemLock = (text: string): PackageFact[] =>
  collect(text, /^ {4}([\w.-]+) \(([\w.]+)[^)\n]*\)[ \t]*$/gm, (match) =>
    entry('gem', match[1] ?? '', match[2] ?? '', match.index + 4, match.index + match[0].length),
  );
