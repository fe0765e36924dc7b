/** Parameters that a call in the same file gives a function by name: `f` in `const apply = (f, x) => f(x)` and `apply(cp.exec, y)`. */
import type { Node, Shape } from '../model/tree.ts';
import { type Alias, dottedPath } from './alias.ts';

/** Calls with their arguments up to the first call among them; more of them are not looked at. */
const calls = /(?<![\w$.])([A-Za-z_$][\w$]*)\(([^()\n]{1,200})/g;
const path = /^\s*([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)\s*$/;
const MOST = 500;

/** The beginnings of functions that have a name, with their parameters. */
const heads =
  /(?:\b(?:function\*?|def)\s+([\w$]+)|(?<![\w$.])([A-Za-z_$][\w$]*)\s*=\s*(?:async\s*)?(?:function\s*[\w$]*)?)\s*\(([^()]*)\)/g;

/** By the text; `means`: whether a path may be that of a function which is known. */
export function parametersIn(source: string, means: (path: readonly string[]) => boolean): Alias[] {
  const given: { name: string; place: number; path: string[] }[] = [];
  for (const [, name, args] of source.matchAll(calls))
    args!.split(',').forEach((arg, place) => {
      const words = path.exec(arg)?.[1]?.split('.');
      if (words && means(words)) given.push({ name: name!, place, path: words });
    });
  if (given.length === 0) return [];
  const params = new Map<string, string[]>();
  for (const [, one, other, list] of source.matchAll(heads)) params.set(one ?? other!, list!.split(','));
  return given.slice(0, MOST).flatMap(({ name, place, path }) => {
    const local = /^\s*([A-Za-z_$][\w$]*)/.exec(params.get(name)?.[place] ?? '')?.[1];
    return local ? [{ local, path }] : [];
  });
}

/** The paths that calls of its function give the parameter. `callsOf`: the calls of a function. */
export function handedTo(
  param: Node,
  callsOf: (name: Shape<'name'>) => readonly Shape<'call'>[],
): { root: Shape<'name'>; rest: string[] }[] {
  const func = param.parent;
  if (func?.kind !== 'func') return [];
  const holder = func.parent?.kind === 'vardef' && func.parent.value === func ? func.parent.target : func.name;
  const index = func.params.indexOf(param);
  if (holder?.kind !== 'name' || index < 0) return [];
  return callsOf(holder).flatMap(({ args }) => (args[index] && dottedPath(args[index])) || []);
}
