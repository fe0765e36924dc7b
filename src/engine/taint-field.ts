/** Fields that one method sets and another reads, such as Rails' `before_action` and what runs behind it. */
import type { LanguageId } from '../model/language.ts';
import type { Shape as NodeShape } from '../model/tree.ts';
import { constructorOf } from './taint-callee.ts';
import { selfKeyOf, summaryOf } from './taint-function.ts';
import type { Machine } from './taint-machine.ts';
import { type Env, isClean, join, type Shape } from './taint-shape.ts';

/** How a method sets a field. */
const setting: Partial<Record<LanguageId, RegExp>> = {
  ruby: /@\w+\s*(?:\|\|)?=(?![=~>])/,
  python: /\bself\.\w+\s*(?::[^=\n]*)?=(?!=)/,
  php: /\$this->\w+\s*=(?![=>])/,
  javascript: /\bthis\.#?\w+\s*=(?![=>])/,
  typescript: /\bthis\.#?\w+\s*=(?![=>])/,
};

/**
 * Methods that run ahead of others, by their names; what handlers of requests leave behind is gone with the request. In Ruby
 * the class says what runs ahead.
 */
const ahead = /^_*(?:set|load|init|prepare|before|boot|mount|parse|read|with|configure|assign|dispatch|from)/i;
/** Up to the options, which name what it runs ahead of. */
const filter = /\b(?:before|around)_(?:action|filter)\b[ \t(]*((?::\w+[?!]?[ \t]*,?[ \t]*(?!=>))*)/g;

/** Classes longer than this, in code units, are no handlers of requests: running all their methods once more would take long. */
const LONG = 20_000;

/** The object as any method may find it, since nobody knows in which order they are called. */
export function asLeft(m: Machine, owner: NodeShape<'class'>, entry: Env, self: Shape): Shape {
  const sets = setting[m.language];
  if (!sets || !m.switches.intrafile || owner.end - owner.start > LONG || !m.marks.hasSource(owner.start, owner.end)) return self;
  const maker = constructorOf(owner, m.names);
  let left = self;
  for (const func of owner.body) {
    if (func.kind !== 'func' || func === maker || !m.marks.hasSource(func.start, func.end)) continue;
    if (func.name?.kind !== 'name' || !sets.test(m.source.slice(func.start, func.end))) continue;
    if (!(m.language === 'ruby' ? named(func.name.name, m.source) : ahead.test(func.name.name))) continue;
    m.env = new Map(entry);
    const key = selfKeyOf(m, func);
    const after = summaryOf(m, func, null, self)?.changes.find(([changed]) => changed === key)?.[1];
    if (after && !isClean(after)) left = join(left, after);
  }
  return left;
}

const named = (method: string, source: string): boolean =>
  [...source.matchAll(filter)].some(([, names]) => names!.split(/[\s,]+/).includes(`:${method}`));
