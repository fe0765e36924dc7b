/** What a file imports, under which name: from its statements, and from its text where those need not be built. */
import type { LanguageId } from '../model/language.ts';
import type { Node, Shape } from '../model/tree.ts';
import { piecesOf } from '../parse/lower.ts';
import { joinedText, takenFrom } from './alias.ts';
import type { Binding } from './binding.ts';
import { decoded } from './spelling.ts';

export interface Imported {
  local: string;
  path: string[];
  node: Node;
}

/** By the parts of import paths, the other names that things of these paths go by. */
export function aliasesAmong(entries: readonly { local: string; path: readonly string[] }[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { local, path } of entries)
    for (const part of new Set(path)) {
      if (part === local) continue;
      const others = found.get(part);
      if (others) others.push(local);
      else found.set(part, [local]);
    }
  return found;
}

/** Every identifier of a statement that could import it, wherever the statement stands. */
export function wordsNearImports(source: string, wide: boolean): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [, target] of wide ? requiresIn(source) : source.matchAll(REQUIRED))
    for (const [word] of target!.matchAll(/[A-Za-z_$][\w$]*/g)) words.add(word);
  for (const [statement] of source.matchAll(
    /\buse\b[^\n;({]*::\s*\{[^;]{0,4000}|\b(?:import|using|use)\b[^\n;({]*(?:\([^)]*\)|\{[^}]*\})?[^\n;]*/g,
  ))
    for (const [word] of statement.matchAll(/[A-Za-z_$][\w$]*/g)) words.add(word);
  return words;
}

/** `const cp = require("m")`, `const { a, b: c } = await import("m")`. */
const REQUIRED = /\b(?:const|let|var)\s+(\{[^{}]*\}|[\w$]+)\s*=\s*(?:await\s+)?(?:require|import)\s*\(\s*["'`]([^"'`]+)["'`]/g;

/** `run = require(m)` where `m` is a text that is put together or a variable, `m = import_module("m")`, `m = __import__("m")`. */
const REQUIRED_OTHERWISE =
  /(?<![\w$.])(\{[^{}]*\}|[\w$]+)\s*=\s*(?:await\s+)?(?:(?:[\w$.]+\.)?(?:require|_load|getBuiltinModule|import_module)|__import__|import)\s*\(\s*([^()\n]{1,80})\)/g;
const mayRequireOtherwise =
  /(?:require|getBuiltinModule|import)\s*\(\s*(?!["'`][^"'`]*["'`]\s*\))|[.](?:require|_load|getBuiltinModule)\s*\(|import_module|__import__/;

/** Also those that the reference does not read. */
const requiresIn = (source: string): RegExpMatchArray[] => [
  ...source.matchAll(REQUIRED),
  ...(mayRequireOtherwise.test(source) ? source.matchAll(REQUIRED_OTHERWISE) : []),
];

export function importsInText(source: string, language: LanguageId): { local: string; path: string[] }[] {
  const found: { local: string; path: string[] }[] = [];
  if (language === 'javascript' || language === 'typescript')
    for (const [, target, module] of source.matchAll(REQUIRED)) {
      const path = [moduleName(module!)];
      if (!target!.startsWith('{')) found.push({ local: target!, path });
      else
        for (const [, key, local] of target!.matchAll(/([\w$]+)(?:\s*:\s*([\w$]+))?/g))
          found.push({ local: local ?? key!, path: [...path, key!] });
    }
  if (language === 'python')
    for (const [, module, names] of source.matchAll(/^[ \t]+(?:from[ \t]+([\w.]+)[ \t]+)?import[ \t]+(\([^)]*\)|[^\n#;]+)/gm))
      for (const [, name, local] of names!.matchAll(/([\w.]+)(?:\s+as\s+(\w+))?/g))
        found.push({ local: local ?? name!, path: [...(module?.split('.') ?? []), ...name!.split('.')] });
  return found;
}

/** What `const cp = require("m")` and `const { a } = require("m")` bind the name to. */
export function requiredName(binding: Binding, wide: boolean): string[] | null {
  if (binding.value) return requirePath(binding.value, wide);
  const taken = takenFrom(binding.node);
  const path = taken && requirePath(taken.value, wide);
  return path ? [...path, taken!.key] : null;
}

/** Statements at the top that may import something, told by how they begin. */
const mayImport =
  /^(?:import|from|(?:pub(?:\([^)]*\))? +)?use|using|require|const|let|var|export|try|if|package|[A-Za-z_$][\w$]* *=)/;

/** Adds the paths of which everything is imported to `wildcards`. */
export function importsOf(program: Node, source: string, language: LanguageId, wildcards: string[][], wide: boolean): Imported[] {
  const found: Imported[] = [];
  const take = (node: Node): void => {
    switch (node.kind) {
      case 'import': {
        const entry = importPath(node, language);
        if (entry) found.push(entry);
        const all = node.form === 'all' || (language === 'csharp' && node.form === 'module' && node.alias === null);
        const path = all ? pathOf(node.module) : null;
        if (path) wildcards.push(path);
        return;
      }
      case 'vardef':
        if (node.value) takeRequire(node.target, node.value);
        return;
      case 'exprstmt':
        if (node.expr.kind === 'assign') takeRequire(node.expr.target, node.expr.value);
        return;
      case 'try':
        take(node.body);
        node.catches.forEach((part) => {
          if (part.kind === 'catch') take(part.body);
        });
        return;
      case 'if':
        take(node.then);
        if (node.else) take(node.else);
        return;
      case 'block':
      case 'namespace':
        node.body.forEach(take);
        return;
      default:
    }
  };
  const takeRequire = (target: Node, value: Node): void => {
    const path = requirePath(value, wide);
    if (!path) return;
    if (target.kind === 'name') found.push({ local: target.name, path, node: target });
    if (target.kind === 'object')
      for (const prop of target.props) {
        if (prop.kind !== 'pair' || prop.value.kind !== 'name') continue;
        const key = prop.key.kind === 'name' ? prop.key.name : prop.key.kind === 'string' ? prop.key.value : null;
        if (key !== null) found.push({ local: prop.value.name, path: [...path, key], node: prop.value });
      }
  };
  const pieces = piecesOf(program);
  if (!pieces) {
    if (program.kind === 'program') program.body.forEach(take);
    return found;
  }
  pieces.spans.forEach((span, piece) => {
    const head = source.slice(span.start, span.start + 24);
    if (!mayImport.test(head)) return;
    if (
      !/^(?:import|from|(?:pub\S* +)?use|using)/.test(head) &&
      !(wide ? /require|import|_load|getBuiltinModule/ : /\b(?:require|import)\b/).test(
        source.slice(span.start, Math.min(span.end, span.start + 4000)),
      )
    )
      return;
    pieces.build(piece).forEach(take);
  });
  return found;
}

/** `require("m")`, `await import("m")`, `require("m").x`, `require("m")()` is not one. */
export function requirePath(value: Node, wide: boolean): string[] | null {
  if (value.kind === 'await') return requirePath(value.value, wide);
  if (value.kind === 'member') {
    const path = requirePath(value.object, wide);
    return path && value.property.kind === 'name' ? [...path, value.property.name] : null;
  }
  if (value.kind !== 'call') return null;
  const [module] = value.args;
  if (!module) return null;
  const { callee } = value;
  if (callee.kind === 'name' && (callee.name === 'require' || callee.name === 'import') && module.kind === 'string')
    return [moduleName(wide ? decoded(module.value) : module.value)];
  const name = wide
    ? callee.kind === 'name'
      ? callee.name
      : callee.kind === 'member'
        ? callee.property.kind === 'name' && callee.property.name
        : null
    : null;
  if (!name || !requirers.has(name)) return null;
  const text = joinedText(module);
  return text === null ? null : name === '__import__' || name === 'import_module' ? text.split('.') : [moduleName(text)];
}

/** `module.require`, `process.getBuiltinModule`, `importlib.import_module` and Python's `__import__`. */
const requirers: ReadonlySet<string> = new Set(['require', 'import', '_load', 'getBuiltinModule', 'import_module', '__import__']);

const moduleName = (text: string): string => text.replace(/^node:/, '');

export function importPath(node: Shape<'import'>, language: LanguageId): Imported | null {
  const module = pathOf(node.module);
  if (module === null || node.form === 'all') return null;
  const alias = node.alias?.kind === 'name' ? node.alias.name : null;
  if (node.form === 'module') {
    if (language === 'go') {
      // `import "net/http"` is used as `http`, and so do patterns call it.
      const last = module[0]!
        .replace(/\/v\d+$/, '')
        .split('/')
        .at(-1)!;
      return { local: alias ?? last, path: [last], node };
    }
    if (alias === null) return { local: module[0]!, path: [module[0]!], node };
    return { local: alias, path: module, node };
  }
  const name = node.name?.kind === 'name' ? node.name.name : null;
  if (name === null) return null;
  const path = name === 'default' ? module : [...module, name];
  return { local: alias ?? name, path, node };
}

function pathOf(node: Node): string[] | null {
  if (node.kind === 'string') return [moduleName(node.value)];
  if (node.kind === 'name') return node.name.split('.');
  if (node.kind === 'member') {
    const object = pathOf(node.object);
    return object && node.property.kind === 'name' ? [...object, node.property.name] : null;
  }
  return null;
}
