/** How imports match, and the names that they bring. */
import type { LanguageId } from '../../model/language.ts';
import type { Node, Shape } from '../../model/tree.ts';
import { equalNodes, isNode } from '../equal.ts';
import type { Names } from '../names.ts';
import { scripts } from './dialect.ts';
import { matchBag, matchRole } from './lists.ts';
import { type Bound, importedTexts, type Matching, type Next } from './matching.ts';

/** `cp` after `const cp = require("m")` is the `m` that another name was taken from. */
export function sameImport(m: Matching, a: Bound, b: Bound): boolean {
  if (m.names.language === 'python') return isNode(a) && isNode(b) && (isImportedAs(m, a, b) || isImportedAs(m, b, a));
  if (m.names.language === 'go' || !isNode(a) || !isNode(b) || (!importedTexts.has(a) && !importedTexts.has(b))) return false;
  // A default export is not the module, and to the reference neither is what `* as` names.
  if ([a, b].some((node) => node.kind === 'name' && isNamedImport(m, node))) return false;
  const text = (node: Node): string | undefined => importedTexts.get(node) ?? importedTexts.get(qualified(node, m.names) ?? node);
  return text(a) !== undefined && text(a) === text(b);
}

/** `x` behind `import $X` of `import m as x`, or of `from m import x`. */
function isImportedAs(m: Matching, module: Node, name: Node): boolean {
  if (name.kind !== 'name' || module.parent?.kind !== 'import' || name.parent?.kind === 'import') return false;
  const full = qualified(name, m.names);
  return full !== null && equalNodes(module, full);
}

function isNamedImport(m: Matching, name: Shape<'name'>): boolean {
  if (importedTexts.has(name)) return false;
  const node = m.names.importOf(name.name);
  return node?.kind === 'import' && (node.form === 'name' || !m.names.wide);
}

/** A name that was imported is also what it was imported as: `s` is `os.system`. */
export function matchImported(m: Matching, p: Node, t: Node, next: Next): boolean {
  if (p.kind !== 'name' && p.kind !== 'member') return false;
  if (p.kind === 'member' && p.optional) return false;
  const full = qualified(t, m.names);
  // What a module gives by default is a name to `$X.$Y`.
  if (full?.kind === 'member' && t.kind === 'name' && !m.names.wide && scripts.has(m.names.language))
    if (full.property.kind === 'name' && full.property.name === 'default' && isAnyMember(p)) return false;
  if (full !== null) return full.kind === p.kind && m.same(p, full, next);
  return p.kind === 'member' && t.kind === 'name' && matchWildcard(m, p, t, next);
}

const isAnyMember = (p: Node): boolean => p.kind === 'member' && p.object.kind === 'metavar' && p.property.kind === 'metavar';

/** A name that the file does not bind may come from any import of everything. */
function matchWildcard(m: Matching, p: Shape<'member'>, t: Shape<'name'>, next: Next): boolean {
  const { names } = m;
  if (p.object.kind === 'metavar' || (p.property.kind === 'name' && p.property.name !== t.name)) return false;
  if (p.property.kind !== 'name' && !(names.wide && p.property.kind === 'metavar')) return false;
  const paths = names.wildcards();
  return (
    paths.length > 0 && names.bindings(t).length === 0 && paths.some((path) => m.same(p, pathNode([...path, t.name], t), next))
  );
}

/** Each of the imports is found among those of the statement that `t` begins. */
export function matchImports(m: Matching, ps: readonly Node[], t: Shape<'import'>, next: Next): boolean {
  const { parent } = t;
  const around = parent && 'body' in parent && Array.isArray(parent.body) ? parent.body : [t];
  const own = around.filter((node) => node.start === t.start && node.end === t.end);
  return own[0] === t && matchBag(m, ps, own, next);
}

/** `const … = require("m")` is an import of `m`, and with braces one of its parts. */
export function matchRequired(m: Matching, p: Shape<'import'>, t: Shape<'vardef'>, next: Next): boolean {
  const { value, target } = t;
  if (value?.kind !== 'call' || value.callee.kind !== 'name' || value.callee.name !== 'require') return false;
  const [module, more] = value.args;
  if (!module || more || module.kind !== 'string') return false;
  if (p.form === 'module' && p.alias == null) return m.match(p.module, module, next);
  if (p.form !== 'name' || !p.name || target.kind !== 'object') return false;
  const wanted = p.name;
  return m.match(p.module, module, () =>
    target.props.some(
      (prop) =>
        prop.kind === 'pair' &&
        m.match(wanted, prop.key, () =>
          // To the reference what is renamed is imported under its new name only.
          p.alias == null ? (m.names.wide || equalNodes(prop.key, prop.value)) && next() : m.match(p.alias, prop.value, next),
        ),
    ),
  );
}

/** `const { a, b } = require("m")` is each of several imports. */
export function matchAllRequired(m: Matching, ps: readonly Node[], at: number, t: Shape<'vardef'>, next: Next): boolean {
  const p = ps[at];
  if (!p) return next();
  return p.kind === 'import' && matchRequired(m, p, t, () => matchAllRequired(m, ps, at + 1, t, next));
}

export function matchImport(m: Matching, p: Shape<'import'>, t: Shape<'import'>, next: Next): boolean {
  // `import 'm'` is any import of it.
  if (p.form === 'module' && p.alias == null && p.module.kind === 'string' && foldered.has(m.names.language))
    return matchModule(m, p.module, t.module, next);
  if (m.names.language === 'java' && p.modifiers?.includes('static') && !t.modifiers.includes('static')) return false;
  if (m.names.language === 'csharp' && p.alias == null && t.alias !== null) return false;
  if (p.form === 'module' && p.alias == null && p.module.kind !== 'string') return isPrefix(m, p.module, pathOf(t), next);
  if (m.names.language === 'python' && p.alias == null && p.module.kind !== 'string') {
    // So does `from a import b` for `import a.b`, `from a.b import c` and `from a.b import *`.
    if (isRelative(p.module) || isRelative(t.module)) {
      const { module } = p;
      const from = (): boolean =>
        module.kind === 'metavar' ? m.match(module, t.module, next) : isWithin(module, t.module) && next();
      return p.form === t.form && matchRole(m, p.name ?? null, t.name, false, from);
    }
    if (p.form === 'name' && p.name) return isPrefix(m, pathOf(p as Shape<'import'>), pathOf(t), next);
    if (p.form === t.form) return isPrefix(m, p.module, t.module, next);
  }
  const alias = (): boolean => (p.alias == null ? next() : t.alias !== null && m.match(p.alias, t.alias, next));
  if (pathed.has(m.names.language)) {
    // `import a.b` also stands for `import a.b.c` and for `import a.x.b`.
    if (p.form === 'all') return t.form === 'all' && isPrefix(m, p.module, t.module, alias);
    if (p.form === 'name' && p.name && isPrefix(m, pathOf(p as Shape<'import'>), pathOf(t), alias)) return true;
    return p.form === t.form && isPrefix(m, p.module, t.module, () => matchRole(m, p.name ?? null, t.name, true, alias));
  }
  if (p.form !== t.form) return false;
  return matchModule(m, p.module, t.module, () => matchRole(m, p.name ?? null, t.name, true, alias));
}

/** Languages whose imports are paths of names. */
const pathed: ReadonlySet<LanguageId> = new Set(['java', 'kotlin', 'rust']);
/** Languages in which a path in quotes also stands for what lies below it. */
const foldered: ReadonlySet<LanguageId> = new Set(['javascript', 'typescript', 'go']);

/** `export { a as b } from 'm'` imports `a`. */
export function matchReexport(m: Matching, p: Shape<'import'>, t: Shape<'other'>, next: Next): boolean {
  const [module, ...parts] = t.kids;
  if (!module) return false;
  return parts.some((part) => {
    if (part.kind !== 'pair' || (part.value.kind === 'name' && part.value.name === '*')) return false;
    if (p.form === 'module') return p.alias == null && matchModule(m, p.module, module, next);
    if (p.form !== 'name') return false;
    return matchModule(m, p.module, module, () =>
      matchRole(m, p.name ?? null, part.value, true, () => (p.alias == null || p.alias.kind === 'metavar' ? next() : false)),
    );
  });
}

/** In JavaScript and Go the name of a package also stands for what lies in it: `a` for `a/b`. */
function matchModule(m: Matching, p: Node, t: Node, next: Next): boolean {
  const inner = p.kind === 'string' && t.kind === 'string' && foldered.has(m.names.language) && t.value.startsWith(`${p.value}/`);
  return inner ? next() : matchRole(m, p, t, false, next);
}

/** What an import names, with its module, as one path. */
const pathOf = (t: Shape<'import'>): Node =>
  t.form === 'name' && t.name && t.module.kind !== 'string'
    ? { kind: 'member', object: t.module, property: t.name, optional: false, start: t.start, end: t.end, parent: t }
    : t.module;

/** `import a` also stands for `import a.b` and `from a import b`. */
function isPrefix(m: Matching, p: Node, whole: Node, next: Next): boolean {
  if (p.kind === 'metavar') return m.match(p, whole, next);
  for (let module: Node | null = whole; module; module = module.kind === 'member' ? module.object : null)
    if (m.match(p, module, next)) return true;
  return false;
}

const isRelative = (module: Node): module is Shape<'name'> => module.kind === 'name' && module.name.startsWith('.');

/** `.a` holds `.a.b`; two dots are above one and hold three. */
function isWithin(p: Node, t: Node): boolean {
  if (!isRelative(p) || !isRelative(t)) return false;
  const folders = ({ name }: Shape<'name'>): string[] => {
    const dots = /^\.+/.exec(name)![0].length;
    return [...(dots === 1 ? ['.'] : Array<string>(dots - 1).fill('..')), ...name.slice(dots).split('.').filter(Boolean)];
  };
  const wanted = folders(p);
  const there = folders(t);
  return wanted.every((folder, at) => folder === there[at]);
}

/** For rules that are not wide, and for those that are. */
const qualifiedNodes = [new WeakMap<Node, Node | false>(), new WeakMap<Node, Node | false>()] as const;

/** The full path of an imported name, or of a member of one, as nodes in its place; null for anything else. */
export function qualified(node: Node, names: Names): Node | null {
  if (node.kind !== 'name' && node.kind !== 'member') return null;
  const nodes = qualifiedNodes[names.wide ? 1 : 0];
  const known = nodes.get(node);
  if (known !== undefined) return known === false ? null : known;
  let full: Node | null = null;
  if (node.kind === 'name') {
    const path = names.imported(node);
    if (path && !(path.length === 1 && path[0] === node.name))
      full = pathNode(names.wide ? path : narrowed(path, node.name, names), node);
  } else {
    const object = qualified(node.object, names);
    if (object) full = { ...node, object };
  }
  nodes.set(node, full ?? false);
  return full;
}

/** To the reference a default export is a part of its module. `node:fs` stays `fs`, or rules for the one would miss the other. */
function narrowed(path: readonly string[], local: string, names: Names): readonly string[] {
  if (!scripts.has(names.language)) return path;
  const node = names.importOf(local);
  const isDefault =
    node?.kind === 'import' && node.module.kind === 'string' && node.name?.kind === 'name' && node.name.name === 'default';
  return isDefault ? [...path.slice(0, 1), 'default'] : path;
}

function pathNode(path: readonly string[], at: Node): Node {
  const place = { start: at.start, end: at.end, parent: at.parent };
  const named = (name: string): Node => {
    const node: Node = { kind: 'name', name, ...place };
    importedTexts.set(node, name);
    return node;
  };
  let node = named(path[0]!);
  path.slice(1).forEach((part, index) => {
    node = { kind: 'member', object: node, property: named(part), optional: false, ...place };
    importedTexts.set(node, path.slice(0, index + 2).join('.'));
  });
  return node;
}
