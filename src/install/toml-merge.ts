/** Puts keys and a hook's table into a TOML file, and takes the table out again. The rest of the file stays as it is. */
import { isHookCommand } from './command-line.ts';
import type { Merged, TomlKey } from './target.ts';
import { tomlFault } from './toml-check.ts';

/** A part starts at a header and ends before the next; the first is what stands before any header. */
function parts(text: string): string[] {
  const found: string[] = [''];
  let open: '"""' | "'''" | null = null;
  for (const line of text.split(/(?<=\n)/)) {
    if (open === null && /^\s*\[/.test(line) && !insideList(found.at(-1) as string)) found.push('');
    found[found.length - 1] += line;
    for (const [mark] of line.replace(/^\s*#.*/, '').matchAll(/"""|'''/g)) {
      if (open === null) open = mark as '"""' | "'''";
      else if (open === mark) open = null;
    }
  }
  return found;
}

/** Whether a list that spans lines is still open at the end of the part. */
function insideList(part: string): boolean {
  const body = part.replace(/^\s*\[.*\n/, '').replace(/"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#.*/g, '');
  return body.split('[').length > body.split(']').length;
}

const isOurs = (part: string): boolean => /^\s*\[\[hooks(?:\.\w+)?\]\]/.test(part) && isHookCommand(part);

const isHeader = (part: string, table: string): boolean =>
  new RegExp(`^\\s*\\[\\s*${table.replaceAll('.', '\\s*\\.\\s*')}\\s*\\]`).test(part);

/** `block` holds one table of a list or several. */
export function mergeToml(text: string, keys: readonly TomlKey[], block: string): Merged {
  const fault = tomlFault(text);
  if (fault) return { kind: 'refused', line: fault.line, message: `not valid TOML: ${fault.message}` };
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const all = parts(text);
  const list = /^\s*\[\[([\w.]+)\]\]/.exec(block)?.[1] ?? 'hooks';
  const inline = new RegExp(`^[ \\t]*${list.split('.')[0]}[ \\t]*=`, 'm').exec(all[0] ?? '');
  if (inline) {
    const line = text.slice(0, inline.index + inline[0].length).split('\n').length;
    return {
      kind: 'refused',
      line,
      message: `\`${list.split('.')[0]}\` is written as a value here; make it tables \`[[${list}]]\``,
    };
  }
  for (const key of keys) {
    const against = contradiction(all, key);
    if (against) return against;
  }
  for (const key of keys) place(all, key, eol);
  const wanted = block.replaceAll('\n', eol);
  const trimmed = (some: readonly string[]): string => some.map((part) => part.trim()).join(eol);
  if (trimmed(all.filter(isOurs)) === trimmed(parts(wanted)).trim()) return { kind: 'text', text: all.join('') };
  const kept = all.filter((part) => !isOurs(part)).join('');
  return { kind: 'text', text: kept + gapAfter(kept, eol) + wanted };
}

const partOf = (all: readonly string[], table: string): number =>
  table === '' ? 0 : all.findIndex((part) => isHeader(part, table));

const valueIn = (part: string, name: string): RegExpExecArray | null =>
  new RegExp(`^[ \\t]*"?${name}"?[ \\t]*=[ \\t]*(.*?)[ \\t]*(?:#.*)?\\r?$`, 'm').exec(part);

/** A value that is there already stays, unless the hook would not run with it. */
function contradiction(all: readonly string[], { table, name, value, must }: TomlKey): Merged | null {
  const at = partOf(all, table);
  const there = at < 0 ? null : valueIn(all[at] as string, name);
  if (!there || !must || there[1] === value) return null;
  const before = all.slice(0, at).join('') + (all[at] as string).slice(0, there.index);
  return { kind: 'refused', line: before.split('\n').length, message: `\`${name}\` is ${there[1]}; the hook needs ${value}` };
}

function place(all: string[], { table, name, value }: TomlKey, eol: string): void {
  const line = `${name} = ${value}${eol}`;
  const at = partOf(all, table);
  if (at < 0) {
    const last = all.length - 1;
    all[last] += gapAfter(all[last] as string, eol);
    all.push(`[${table}]${eol}${line}`);
    return;
  }
  const part = all[at] as string;
  if (valueIn(part, name)) return;
  if (table === '') {
    const end = part === '' || part.endsWith('\n') ? part : part + eol;
    // Before the empty line that sets off the first table.
    const body = end.replace(/(?:[ \t]*\r?\n)+$/, eol);
    all[0] = (body.trim() === '' ? '' : body) + line + (all.length > 1 ? end.slice(body.length) || eol : '');
  } else all[at] = part.replace(/^(\s*\[[^\n]*?)(?:\r?\n|$)/, `$1${eol}${line}`);
}

const gapAfter = (text: string, eol: string): string =>
  text.trim() === '' || /\n\r?\n$/.test(text) ? '' : text.endsWith('\n') ? eol : eol + eol;

export function unmergeToml(text: string): Merged {
  const kept = parts(text).filter((part) => !isOurs(part));
  return { kind: 'text', text: kept.join('') };
}
