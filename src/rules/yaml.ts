/** YAML with the line of every key and value, so that an error can point at its place. */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Node as YamlNode } from 'yaml';

export type Yaml =
  | { kind: 'map'; line: number; entries: Map<string, { line: number; value: Yaml }> }
  | { kind: 'list'; line: number; items: Yaml[] }
  | {
      kind: 'text';
      line: number;
      value: string /** `true`, `1`, `null` when not quoted. */;
      plain: string | number | boolean | null;
    };

/** A rule or rule file that cannot be used. `line` counts from 1. */
export class RuleError extends Error {
  constructor(
    message: string,
    readonly line: number,
    readonly ruleId: string | null = null,
  ) {
    super(message);
    this.name = 'RuleError';
  }
}

/** Throws `RuleError` for text that is not YAML, for aliases that explode, and for more than one document. */
export function parseYaml(text: string): Yaml {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: true, merge: false, prettyErrors: false });
  const [document] = documents as Document.Parsed[];
  if (!document || document.contents === null) throw new RuleError('the file is empty', 1);
  for (const part of documents as Document.Parsed[]) {
    const [error] = part.errors;
    if (error) throw new RuleError(`not valid YAML: ${error.message.split('\n')[0]}`, lines.linePos(error.pos[0]).line);
  }
  if (documents.length > 1) throw new RuleError('more than one YAML document in a rule file', 1);
  let budget = 200_000;
  const read = (node: unknown, line: number): Yaml => {
    if (--budget < 0) throw new RuleError('the file is too large once its aliases are resolved', line);
    const resolved = isAlias(node) ? node.resolve(document) : (node as YamlNode | undefined);
    const at = resolved?.range ? lines.linePos(resolved.range[0]).line : line;
    if (isMap(resolved)) {
      const entries = new Map<string, { line: number; value: Yaml }>();
      const merged: Yaml[] = [];
      for (const { key, value } of resolved.items) {
        const keyNode = key as YamlNode;
        const keyLine = keyNode.range ? lines.linePos(keyNode.range[0]).line : at;
        if (isScalar(keyNode) && keyNode.value === '<<') {
          const from = read(value, keyLine);
          merged.push(...(from.kind === 'list' ? from.items : [from]));
          continue;
        }
        entries.set(isScalar(keyNode) ? String(keyNode.value) : String(keyNode), { line: keyLine, value: read(value, keyLine) });
      }
      // What stands here goes before what `<<` takes from elsewhere.
      for (const other of merged)
        for (const [key, entry] of mapOf(other, '`<<`').entries) if (!entries.has(key)) entries.set(key, entry);
      return { kind: 'map', line: at, entries };
    }
    if (isSeq(resolved)) return { kind: 'list', line: at, items: resolved.items.map((item) => read(item, at)) };
    const value = isScalar(resolved) ? resolved.value : null;
    const source = isScalar(resolved) && typeof resolved.source === 'string' ? resolved.source : String(value ?? '');
    return {
      kind: 'text',
      line: at,
      value: typeof value === 'string' ? value : source,
      plain: typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null,
    };
  };
  return read(document.contents, 1);
}

export function mapOf(yaml: Yaml, what: string): Extract<Yaml, { kind: 'map' }> {
  if (yaml.kind !== 'map') throw new RuleError(`${what} must be a mapping`, yaml.line);
  return yaml;
}

export function listOf(yaml: Yaml, what: string): Yaml[] {
  if (yaml.kind !== 'list') throw new RuleError(`${what} must be a list`, yaml.line);
  return yaml.items;
}

export function textOf(yaml: Yaml, what: string): string {
  if (yaml.kind !== 'text') throw new RuleError(`${what} must be a string`, yaml.line);
  return yaml.value;
}

export function boolOf(yaml: Yaml, what: string): boolean {
  if (yaml.kind !== 'text' || typeof yaml.plain !== 'boolean') throw new RuleError(`${what} must be true or false`, yaml.line);
  return yaml.plain;
}

export function numberOf(yaml: Yaml, what: string): number {
  if (yaml.kind !== 'text' || typeof yaml.plain !== 'number') throw new RuleError(`${what} must be a number`, yaml.line);
  return yaml.plain;
}

/** One string or a list of them. */
export function textsOf(yaml: Yaml, what: string): string[] {
  return yaml.kind === 'list' ? yaml.items.map((item) => textOf(item, what)) : [textOf(yaml, what)];
}

/** Refuses keys that are not in `known`. */
export function onlyKeys(map: Extract<Yaml, { kind: 'map' }>, known: ReadonlySet<string>, what: string): void {
  for (const [key, { line }] of map.entries)
    if (!known.has(key)) throw new RuleError(`unknown ${what} \`${key}\`${suggestion(key, known)}`, line);
}

/** `, did you mean …?` where a known word is nearly the same; empty otherwise. */
export function suggestion(key: string, known: ReadonlySet<string>): string {
  let best = '';
  let least = 3;
  for (const word of known) {
    const distance = editDistance(key, word);
    if (distance < least) [best, least] = [word, distance];
  }
  return best === '' ? '' : `, did you mean \`${best}\`?`;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
