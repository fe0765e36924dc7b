/** Properties that are worked out when they are read: `get x() { … }` and Python's `@property`. */
import type { LanguageId } from '../model/language.ts';
import type { Node, Shape } from '../model/tree.ts';
import { perText } from './per-text.ts';
import { calleeOf } from './taint-callee.ts';
import type { Machine } from './taint-machine.ts';

const written: Partial<Record<LanguageId, RegExp>> = {
  javascript: /\bget\s+#?([\w$]+)\s*\(/g,
  typescript: /\bget\s+#?([\w$]+)\s*\(/g,
  python: /@(?:\w+\.)?(?:cached_)?property\s+(?:async\s+)?def\s+(\w+)/g,
};

const gettersOf = (language: LanguageId): ((source: string) => ReadonlySet<string>) => {
  const pattern = written[language];
  return perText((source) => new Set(pattern ? [...source.matchAll(pattern)].map(([, name]) => name!) : []));
};
const getters: Partial<Record<LanguageId, (source: string) => ReadonlySet<string>>> = {
  javascript: gettersOf('javascript'),
  typescript: gettersOf('typescript'),
  python: gettersOf('python'),
};

/** Whether reading the member runs a function of this file. */
export function isGetter(m: Machine, { object, property }: Shape<'member'>): boolean {
  if (!m.switches.intrafile || property.kind !== 'name' || !getters[m.language]?.(m.source).has(property.name)) return false;
  const place = { start: object.start, end: property.end, parent: object.parent };
  const func = calleeOf({ kind: 'member', object, property, optional: false, ...place }, m.names, m.source)?.func;
  return func !== undefined && (func.modifiers.includes('get') || func.decorators.some(isProperty));
}

const isProperty = (decorator: Node): boolean => {
  const name = decorator.kind === 'member' ? decorator.property : decorator;
  return name.kind === 'name' && /^(?:cached_)?property$/.test(name.name);
};
