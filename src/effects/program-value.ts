/** Values of a program as far as its text tells, and how a shell would write them. */
import { quote } from '../parse/shell-quote.ts';

/** A piece of a text that the program builds. */
export type Part =
  | { kind: 'text'; text: string }
  /** File names as a shell's pattern. */
  | { kind: 'glob'; text: string }
  /** What this command prints. */
  | { kind: 'output'; script: string }
  /** A variable of the environment. */
  | { kind: 'variable'; name: string }
  | { kind: 'unknown' };

export type Value =
  | { kind: 'text'; parts: Part[] }
  | { kind: 'list'; items: Value[] }
  | { kind: 'object'; entries: Map<string, Value> }
  /** An open file; `fresh` until something was written. */
  | { kind: 'file'; path: Part[]; mode: string; fresh: boolean }
  | { kind: 'unknown' };

export const unknownValue: Value = { kind: 'unknown' };
export const textValue = (text: string): Value => ({ kind: 'text', parts: [{ kind: 'text', text }] });
export const outputOf = (script: string): Value => ({ kind: 'text', parts: [{ kind: 'output', script }] });

/** The parts of a value that stands where a text is wanted. */
export function partsOf(value: Value): Part[] {
  switch (value.kind) {
    case 'text':
      return value.parts;
    case 'list':
      return value.items.flatMap(partsOf);
    case 'object':
      return [...value.entries.values()].flatMap(partsOf);
    case 'file':
      return [{ kind: 'output', script: `cat -- ${wordOf(value.path)}` }];
    case 'unknown':
      return [{ kind: 'unknown' }];
    default:
      return value satisfies never;
  }
}

/** Null when some of it is not known. */
export function constantOf(value: Value): string | null {
  if (value.kind !== 'text') return null;
  let text = '';
  for (const part of value.parts) {
    if (part.kind !== 'text') return null;
    text += part.text;
  }
  return text;
}

/** One word of a shell command that has this value. */
export function wordOf(parts: readonly Part[]): string {
  if (parts.length === 0) return "''";
  return parts
    .map((part) => {
      switch (part.kind) {
        case 'text':
          return quote(part.text);
        case 'glob':
          return part.text.replace(/[^\w*?[\]/.~-]/g, '\\$&');
        case 'output':
          return `"$(${part.script})"`;
        case 'variable':
          return `"\${${part.name}}"`;
        case 'unknown':
          // Nothing says that it could be empty.
          return '"${UNKNOWN:?}"';
        default:
          return part satisfies never;
      }
    })
    .join('');
}

export const join = (...values: readonly Value[]): Value => ({ kind: 'text', parts: values.flatMap(partsOf) });

/** `os.path.join`, `path.join`: an absolute part makes what stands before it void. */
export function joinPaths(values: readonly Value[]): Value {
  let parts: Part[] = [];
  for (const value of values) {
    const next = partsOf(value);
    const [first] = next;
    if (first?.kind === 'text' && first.text.startsWith('/')) parts = [...next];
    else parts = parts.length === 0 ? [...next] : [...parts, { kind: 'text', text: '/' }, ...next];
  }
  return { kind: 'text', parts };
}

/** `\n`, `\x41`, `\u0041` and the like, as Python and JavaScript have them. */
export function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  const simple: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', '0': '\0', '\n': '' };
  return text.replace(
    /\\(?:x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|([\s\S]))/g,
    (_, ...groups: (string | undefined)[]) => {
      const code = groups[0] ?? groups[1] ?? groups[2];
      if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
      const other = groups[3] ?? '';
      return simple[other] ?? (/['"`\\$/]/.test(other) ? other : `\\${other}`);
    },
  );
}
