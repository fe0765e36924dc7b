/** Words of PowerShell as a POSIX shell writes them. */
import { quote } from './shell-quote.ts';

/** A word as a POSIX shell writes it, and its plain text where it has one. */
export interface PsWord {
  shell: string;
  text: string | null;
  quoted: boolean;
  /** The statements of `{ … }`. */
  block: string[] | null;
}

/** Variables of the system under the names that a POSIX shell has for them. */
const systemVariables: ReadonlyMap<string, string> = new Map([
  ['home', 'HOME'],
  ['userprofile', 'HOME'],
  ['pwd', 'PWD'],
  ['temp', 'TMPDIR'],
  ['tmp', 'TMPDIR'],
  ['username', 'USER'],
  ['_', 'PSITEM'],
  ['psitem', 'PSITEM'],
]);

export function variableName(name: string): string {
  return systemVariables.get(name.toLowerCase()) ?? (/^[A-Za-z_]\w*$/.test(name) ? name : 'PSVALUE');
}

/** `C:\a\b` and `src\a.ts` with the slashes of a POSIX path. */
export function pathWord(word: PsWord): string {
  if (word.text !== null) {
    const path = word.text.replaceAll('\\', '/').replace(/^Microsoft\.PowerShell\.Core\/FileSystem::/i, '');
    const home = /^~(?=\/|$)/.test(path)
      ? `~${path === '~' ? '' : `/${path.slice(2) === '' ? '' : quoteGlob(path.slice(2))}`}`
      : null;
    return home ?? quoteGlob(path);
  }
  return word.shell.replace(/'([^']*)'/g, (_, text: string) => quoteGlob(text.replaceAll('\\', '/')));
}

/** Quoted but for `*` and `?`, which stand for files. */
const quoteGlob = (text: string): string =>
  text === ''
    ? "''"
    : text
        .split(/([*?]+)/)
        .map((part, at) => (at % 2 === 1 ? part : part === '' ? '' : quote(part)))
        .join('');
