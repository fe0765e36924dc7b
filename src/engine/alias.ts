/** Variables that are other names of something: `const run = cp.exec`, `run = subprocess.run`, `$f = 'system'`. */
import type { LanguageId } from '../model/language.ts';
import type { Node, Shape } from '../model/tree.ts';
import { parametersIn } from './alias-parameter.ts';
import { decoded } from './spelling.ts';

export interface Alias {
  local: string;
  /** What it is another name of, as it is written there: `['cp', 'exec']`. */
  path: readonly string[];
}

/** Most aliases of one kind in one file; a file with more of them is no code that people write. */
const MOST = 200;

const scripts: ReadonlySet<LanguageId> = new Set(['javascript', 'typescript']);

/** Functions that are there without an import. */
const globals: { readonly [language in LanguageId]?: ReadonlySet<string> } = {
  javascript: new Set(['eval', 'Function', 'require', 'fetch']),
  typescript: new Set(['eval', 'Function', 'require', 'fetch']),
  python: new Set(['eval', 'exec', 'compile', 'open', '__import__']),
};

export const isGlobal = (name: string, language: LanguageId): boolean => globals[language]?.has(name) === true;

/**
 * Aliases by the text of the file, wherever they stand; what they mean there is for the tree to say. `isKnown`: whether a
 * name is that of an import.
 */
export function aliasesInText(source: string, language: LanguageId, isKnown: (name: string) => boolean): Alias[] {
  if (language === 'php') return functionsOfPhp(source);
  if (language === 'ruby') return methodsOfRuby(source);
  if (!scripts.has(language) && language !== 'python' && language !== 'go') return [];
  const found: Alias[] = [];
  const known = new Set<string>();
  for (const { index, paths } of namesSet(source, language)) {
    const means = paths
      .map((path) => path.split('.'))
      .filter(([root, ...rest]) => known.has(root!) || isKnown(root!) || (rest.length === 0 && isGlobal(root!, language)));
    if (means.length === 0) continue;
    const before = source.slice(Math.max(0, index - 200), index);
    const target = /(?:(\{[^{}]*\})|(?<![\w$.])([A-Za-z_$][\w$]*))[ \t]*(?::[^=;\n]*)?$/.exec(before);
    if (!target) continue;
    const [, object, name] = target;
    const add = (alias: Alias): void => {
      found.push(alias);
      known.add(alias.local);
    };
    for (const path of means)
      if (name) add({ local: name, path });
      else
        for (const [, key, local] of object!.matchAll(/(?:\[\s*["'`])?([\w$]+)(?:["'`]\s*\])?(?:\s*:\s*([\w$]+))?/g))
          add({ local: local ?? key!, path: [...path, key!] });
    if (found.length > MOST) break;
  }
  if (language !== 'go')
    found.push(
      ...parametersIn(
        source,
        ([root, ...rest]) => (rest.length === 0 ? isGlobal(root!, language) : false) || known.has(root!) || isKnown(root!),
      ),
    );
  if (language === 'python')
    found.push(
      ...partialsIn(source),
      ...spreadKeywords(source),
      ...namesOfFunctions(
        source,
        /(?<![\w.])(\w+)\s*=\s*(["'])(\w+)\2((?:\s*\+?\s*["']\w+["'])*)/g,
        /(?:getattr\([^(),]*,|attrgetter\(|methodcaller\()\s*(\w+)/g,
      ),
    );
  if (scripts.has(language))
    found.push(
      ...keysOfObjects(source),
      ...boundFunctions(source),
      ...namesOfFunctions(
        source,
        /(?<![\w$.])([A-Za-z_$][\w$]*)\s*=\s*(["'`])([A-Za-z_$][\w$]*)\2((?:\s*\+\s*["'`][\w$]+["'`])*)/g,
        /\[([A-Za-z_$][\w$]*)\]/g,
      ),
    );
  return found;
}

/** Where something is set to a name or to one of two, in the order of the text: `= cp.exec`, `= flag ? cp.exec : cp.execSync`. */
function namesSet(source: string, language: LanguageId): { index: number; paths: string[] }[] {
  const set = [...source.matchAll(scripts.has(language) ? nameOrCopy : name)];
  const chosen = [...source.matchAll(language === 'python' ? choiceOfPython : choice)];
  const all = [...set, ...chosen].map(({ index, 1: one, 2: other }) => ({ index, paths: other ? [one!, other] : [one!] }));
  return chosen.length > 0 ? all.sort((a, b) => a.index - b.index) : all;
}

const name = /=[ \t]*([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)[ \t]*(?=[;\r\n]|$)/g;
/** Also `= { ...cp }` and `= Object.assign({}, cp)`. */
const nameOrCopy =
  /=[ \t]*(?:\{[ \t]*\.\.\.|Object\.(?:assign\([ \t]*\{[ \t]*\},|create\(|freeze\()[ \t]*)?([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)[ \t]*[})]?[ \t]*(?=[;\r\n]|$)/g;
const choice =
  /=\s*(?:[^=;{}\n]{1,120}?\?\s*)?([A-Za-z_$][\w$.]*)\s*(?::|\|\||&&|\?\?)\s*([A-Za-z_$][\w$.]*)[ \t]*(?=[;\r\n]|$)/g;
const choiceOfPython =
  /=[ \t]*([A-Za-z_][\w.]*)[ \t]+(?:if[ \t][^\n;]{1,120}?[ \t]else|or|and)[ \t]+([A-Za-z_][\w.]*)[ \t]*(?=[;#\r\n]|$)/g;

/** Variables that hold a call begun: `run` for `subprocess.run` and `shell` in `run = partial(subprocess.run, shell=True)`. */
const partialsIn = (source: string): Alias[] =>
  source.includes('partial(')
    ? [...source.matchAll(/(?<![\w.])(\w+)\s*=\s*(?:functools\.)?partial\(\s*([\w.]+)([^()]{0,400})/g)]
        .slice(0, MOST)
        .flatMap(([, local, path, rest]) => [
          { local: local!, path: path!.split('.') },
          ...[...rest!.matchAll(/(\w+)\s*=/g)].map(([, key]) => ({ local: local!, path: [key!] })),
        ])
    : [];

/** Also `$f = system(...)`. */
const functionsOfPhp = (source: string): Alias[] =>
  namesOfFunctions(
    source,
    /(\$\w+)\s*=\s*(?:(["'])\\?([A-Za-z_]\w*)\2((?:\s*\.\s*["']\w+["'])*)|\\?([A-Za-z_]\w*)\(\.{3}\))\s*;/g,
    /(\$\w+)[(,]/g,
  );

/** `m = method(:system)`. */
const methodsOfRuby = (source: string): Alias[] =>
  source.includes('method(')
    ? [...source.matchAll(/(?<![\w.])(\w+)\s*=\s*method\(\s*:(\w+[!?]?)\s*\)/g)]
        .slice(0, MOST)
        .map(([, local, path]) => ({ local: local!, path: [path!] }))
    : [];

/** Variables with the name of a function that is called through them; `use` finds those that are used so. */
function namesOfFunctions(source: string, set: RegExp, use: RegExp): Alias[] {
  const used = new Set([...source.matchAll(use)].map(([, local]) => local!));
  if (used.size === 0) return [];
  return [...source.matchAll(set)]
    .flatMap(([, local, , name, more, callable]) =>
      used.has(local!) ? [{ local: local!, path: [callable ?? name! + (more?.replace(/[^\w$]/g, '') ?? '')] }] : [],
    )
    .slice(0, MOST);
}

/** Variables that hold keyword arguments: `kw` for `shell` in `kw = dict(shell=True)` and `run(x, **kw)`. */
function spreadKeywords(source: string): Alias[] {
  const spread = new Set([...source.matchAll(/\*\*([A-Za-z_]\w*)/g)].map(([, name]) => name!));
  return [...spread]
    .slice(0, MOST)
    .flatMap((local) =>
      [...source.matchAll(new RegExp(`\\b${local}\\s*=\\s*(?:dict\\(([^()]*)\\)|\\{([^{}]*)\\})`, 'g'))].flatMap(
        ([, call, object]) => [...(call ?? object)!.matchAll(/(\w+)["']?\s*[=:]/g)].map(([, key]) => ({ local, path: [key!] })),
      ),
    );
}

/** Variables that hold an object of one level: `options` for `shell` in `const options = { shell: true }`, `tools` for `exec` in `const tools = { run: cp.exec }`. */
function keysOfObjects(source: string): Alias[] {
  const found: Alias[] = [];
  for (const { 1: object, index } of source.matchAll(/=\s*\{([^{}]{0,2000})\}/g)) {
    const target = /(?<![\w$.])([A-Za-z_$][\w$]*)\s*(?::[^=;\n]*)?$/.exec(source.slice(Math.max(0, index - 100), index));
    if (!target) continue;
    for (const [, key, value] of object!.matchAll(
      /([\w$]+)["']?\s*:(?:\s*([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)\s*(?=[,}]|$))?/g,
    )) {
      found.push({ local: target[1]!, path: [key!] });
      if (value) found.push({ local: target[1]!, path: value.split('.') });
    }
    if (found.length > MOST) break;
  }
  return found;
}

/** Variables that hold a function and its object: `q` for `query` in `const q = db.query.bind(db)`. */
const boundFunctions = (source: string): Alias[] =>
  source.includes('.bind(')
    ? [...source.matchAll(/(?<![\w$.])([A-Za-z_$][\w$]*)\s*=\s*([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+)\.bind\(/g)]
        .slice(0, MOST)
        .map(([, local, path]) => ({ local: local!, path: path!.split('.') }))
    : [];

/** `db.query` of `db.query.bind(db)`. */
export const boundFunction = (value: Node): Node | null =>
  value.kind === 'call' &&
  value.args.length === 1 &&
  value.callee.kind === 'member' &&
  value.callee.property.kind === 'name' &&
  value.callee.property.name === 'bind'
    ? value.callee.object
    : null;

/** `cp` of `{ ...cp }`, `Object.assign({}, cp)`, `Object.create(cp)` and `Object.freeze(cp)`. */
export function copied(value: Node): Node | null {
  if (value.kind === 'object') {
    const [only, more] = value.props;
    return only?.kind === 'spread' && !more ? only.value : null;
  }
  if (value.kind !== 'call' || value.callee.kind !== 'member' || value.callee.property.kind !== 'name') return null;
  const { object, property } = value.callee;
  if (object.kind !== 'name' || object.name !== 'Object') return null;
  const [first, second, more] = value.args;
  if (property.name === 'assign') return first?.kind === 'object' && first.props.length === 0 && !more ? (second ?? null) : null;
  return (property.name === 'create' || property.name === 'freeze') && !second ? (first ?? null) : null;
}

/** The text that literals are put together to, `'sys' + 'tem'` or PHP's `'sys' . 'tem'`; null for what holds more. */
export function joinedText(node: Node): string | null {
  if (node.kind === 'string') return decoded(node.value);
  if (node.kind === 'template') return node.parts.map(joinedText).reduce((a, b) => (a === null || b === null ? null : a + b), '');
  if (node.kind !== 'binary' || (node.op !== '+' && node.op !== '.')) return null;
  const [left, right] = [joinedText(node.left), joinedText(node.right)];
  return left === null || right === null ? null : left + right;
}

/** Names and properties from the left, of `a.b.c`; null for other code. */
export function dottedPath(node: Node): { root: Shape<'name'>; rest: string[] } | null {
  if (node.kind === 'name') return { root: node, rest: [] };
  if (node.kind !== 'member' || node.property.kind !== 'name') return null;
  const object = dottedPath(node.object);
  return object && { root: object.root, rest: [...object.rest, node.property.name] };
}

/** The value that a pattern takes the name `node` from, and the key: `cp` and `exec` of `const { exec: node } = cp`. */
export function takenFrom(node: Node): { value: Node; key: string } | null {
  const pair = node.parent;
  const target = pair?.parent;
  if (pair?.kind !== 'pair' || pair.value !== node || target?.kind !== 'object') return null;
  const whole = target.parent;
  if (whole?.kind !== 'vardef' || whole.target !== target || !whole.value) return null;
  const key = pair.key.kind === 'name' ? pair.key.name : pair.key.kind === 'string' ? pair.key.value : null;
  return key === null ? null : { value: whole.value, key };
}

/** Whether the name is what is called, or what has the called function as a property. */
export const isCalled = (name: Shape<'name'>): boolean => {
  const { parent } = name;
  return (
    ((parent?.kind === 'call' || parent?.kind === 'new') && parent.callee === name) ||
    (parent?.kind === 'member' && parent.object === name && parent.parent?.kind === 'call' && parent.parent.callee === parent)
  );
};
