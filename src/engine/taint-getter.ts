/** Properties that are worked out when they are read: `get x() { … }` and Python's `@property`. */
import type { LanguageId } from '../model/language.ts';
import type { Node, Shape } from '../model/tree.ts';
import { calleeOf } from './taint-callee.ts';
import type { Machine } from './taint-machine.ts';

const written: Partial<Record<LanguageId, RegExp>> = {
  javascript: /\bget\s+#?([\w$]+)\s*\(/g,
  typescript: /\bget\s+#?([\w$]+)\s*\(/g,
  python: /@(?:\w+\.)?(?:cached_)?property\s+(?:async\s+)?def\s+(\w+)/g,
};

let last: { source: string; names: ReadonlySet<string> } | null = null;

function gettersIn(source: string, language: LanguageId): ReadonlySet<string> {
  const pattern = written[language];
  if (!pattern) return new Set();
  if (last?.source !== source) last = { source, names: new Set([...source.matchAll(pattern)].map(([, name]) => name!)) };
  return last.names;
}

/** Whether reading the member runs a function of this file. */
export function isGetter(m: Machine, { object, property }: Shape<'member'>): boolean {
  if (!m.switches.intrafile || property.kind !== 'name' || !gettersIn(m.source, m.language).has(property.name)) return false;
  const place = { start: object.start, end: property.end, parent: object.parent };
  const func = calleeOf({ kind: 'member', object, property, optional: false, ...place }, m.names, m.source)?.func;
  return func !== undefined && (func.modifiers.includes('get') || func.decorators.some(isProperty));
}

const isProperty = (decorator: Node): boolean => {
  const name = decorator.kind === 'member' ? decorator.property : decorator;
  return name.kind === 'name' && /^(?:cached_)?property$/.test(name.name);
};
