/** Which variable a name stands for, block by block. */
import type { LanguageId } from '../model/language.ts';
import { eachChild, type Node, type Shape } from '../model/tree.ts';

export interface Scopes {
  /** The variable that `name` refers to: equal for equal variables. */
  keyOf(name: string, at: Node): string;
  /** What `this` is at a place; equal for the methods of one call. */
  thisKey(at: Node): string;
  /** True for a variable that the function itself declares, in any of its blocks. */
  owns(func: Shape<'func'>, key: string): boolean;
  /** Nodes of the function without those of nested functions. */
  sizeOf(func: Shape<'func'>): number;
}

/** Languages in which an assignment declares its target in the function that holds it. */
const assignDeclares: ReadonlySet<LanguageId> = new Set(['python', 'ruby', 'php']);

interface Declared {
  /** Every block of the function that declares something, the function itself among them. */
  blocks: Set<number>;
  size: number;
}

/** From `start` on the function's variable of that name is the field of a type, or no longer. */
interface Turn {
  start: number;
  hidden: boolean;
}

/** `strict`: as in the reference, the fields of types of TypeScript that are written out hide variables of their names. */
export function scopesOf(language: LanguageId, source: string, strict: boolean): Scopes {
  const names = new Map<Node, Set<string>>();
  const turns = new Map<Node, Map<string, Turn[]>>();
  const hides = strict && language === 'typescript';
  const functions = new Map<Node, Declared>();
  const ids = new Map<Node, number>();
  const scripts = language === 'javascript' || language === 'typescript';
  const implicit = assignDeclares.has(language);

  function idOf(node: Node): number {
    let id = ids.get(node);
    if (id === undefined) {
      id = ids.size + 1;
      ids.set(node, id);
    }
    return id;
  }

  function declaredBy(func: Shape<'func'>): Declared {
    let found = functions.get(func);
    if (found) return found;
    found = { blocks: new Set([idOf(func)]), size: 0 };
    functions.set(func, found);
    const { blocks } = found;
    const outer = new Set<string>();
    const declare = (scope: Node, name: string): void => {
      if (outer.has(name)) return;
      let here = names.get(scope);
      if (!here) {
        here = new Set();
        names.set(scope, here);
        blocks.add(idOf(scope));
      }
      here.add(name);
    };
    const targets = (scope: Node, target: Node | null): void => {
      if (target) eachTarget(target, (name) => declare(scope, name));
    };
    const turn = (name: string, start: number, hidden: boolean): void => {
      let here = turns.get(func);
      if (!here) turns.set(func, (here = new Map()));
      const known = here.get(name);
      if (known) known.push({ start, hidden });
      else if (hidden) here.set(name, [{ start, hidden }]);
    };
    const hideBy = (type: Node | null, start: number, except: Node | null = null): void => {
      if (type && hides)
        eachField(type, (name) => {
          if (except?.kind !== 'name' || except.name !== name) turn(name, start, true);
        });
    };
    let size = 0;
    const visit = (node: Node, block: Node): void => {
      size++;
      switch (node.kind) {
        case 'func':
          if (node.name?.kind === 'name' && !node.receiver) declare(implicit ? func : block, node.name.name);
          return;
        case 'class':
          if (node.name?.kind === 'name') declare(implicit ? func : block, node.name.name);
          return;
        case 'vardef':
          // The field of a type.
          if (scripts && node.keyword === '') break;
          targets(implicit || (node.keyword === 'var' && scripts) ? func : block, node.target);
          if (hides) {
            eachTarget(node.target, (name, { start }) => turn(name, start, false));
            if (node.target.kind === 'name') hideBy(node.type, node.end, node.target);
          }
          break;
        case 'cast':
          if (node.parent?.kind === 'vardef') hideBy(node.type, node.end, node.parent.target);
          else hideBy(node.type, node.end);
          break;
        case 'assign':
          if (node.op === ':=' && !implicit) targets(block, node.target);
          else if (implicit && !(func.arrow && language === 'ruby' && knownOutside(node.target))) targets(func, node.target);
          break;
        case 'block':
        case 'if':
        case 'for':
        case 'switch':
        case 'case':
          if (!implicit) block = node;
          break;
        case 'foreach':
          if (!implicit) block = node;
          if (scripts) {
            // Without a keyword the loop assigns to a variable that is there already.
            const keyword = /\b(?:const|let|using|var)\b/.exec(source.slice(node.start, node.target.start));
            if (keyword) targets(keyword[0] === 'var' ? func : block, node.target);
          } else targets(block, node.target);
          break;
        case 'catch':
          if (!implicit) block = node;
          targets(block, node.target);
          break;
        case 'comprehension':
          block = node;
          for (const clause of node.clauses) if (clause.kind === 'clause') targets(block, clause.target);
          break;
        case 'other':
          if (/global|nonlocal/.test(node.type)) eachTarget(node, (name) => outer.add(name));
          break;
        default:
      }
      eachChild(node, (child) => visit(child, block));
    };
    const knownOutside = (target: Node): boolean => {
      if (target.kind !== 'name') return false;
      for (let at = func.parent; at; at = at.parent) if (names.get(at)?.has(target.name)) return true;
      return false;
    };
    for (const param of func.params) targets(func, param);
    if (func.receiver) targets(func, func.receiver);
    if (language === 'kotlin' && hasImplicitParameter(func)) declare(func, 'it');
    if (func.body) {
      const { start } = func.body;
      for (const param of func.params) if (param.kind === 'param') hideBy(param.type, start);
      hideBy(func.returns, start);
      visit(func.body, func);
    }
    found.size = size;
    return found;
  }

  /** The functions around a place declare before the place is asked about, outermost first. */
  function prepare(at: Node): void {
    if (prepared.has(at)) return;
    prepared.add(at);
    if (at.parent) prepare(at.parent);
    if (at.kind === 'func') declaredBy(at);
  }
  const prepared = new Set<Node>();

  const keys = new WeakMap<Node, string>();
  return {
    keyOf(name, at) {
      const known = keys.get(at);
      if (known !== undefined) return known;
      prepare(at);
      let key = `0 ${name}`;
      let found = false;
      for (let scope: Node | null = at; scope && !(found && (!hides || scope.parent === null)); scope = scope.parent) {
        if (!found && names.get(scope)?.has(name)) {
          key = `${idOf(scope)} ${name}`;
          found = true;
        }
        if (hides && scope.kind === 'func') {
          if (
            turns
              .get(scope)
              ?.get(name)
              ?.findLast(({ start }) => start <= at.start)?.hidden
          )
            key = `${idOf(scope)} ${name}:`;
          else if (!found) continue;
          break;
        }
      }
      keys.set(at, key);
      return key;
    },
    thisKey(at) {
      for (let scope: Node | null = at; scope; scope = scope.parent)
        if ((scope.kind === 'func' && !scope.arrow) || scope.kind === 'class') return `${idOf(scope)} this`;
      return '0 this';
    },
    owns(func, key) {
      return declaredBy(func).blocks.has(Number.parseInt(key, 10));
    },
    sizeOf: (func) => declaredBy(func).size,
  };
}

/** The fields of types that are written out, but not of those that types are applied to. */
function eachField(type: Node, visit: (name: string) => void): void {
  switch (type.kind) {
    case 'generic':
      return;
    case 'func':
      if (type.name?.kind === 'name') visit(type.name.name);
      return;
    case 'vardef':
      if (type.target.kind === 'name') visit(type.target.name);
      else if (type.target.kind === 'string') visit(type.target.value);
      if (type.type) eachField(type.type, visit);
      return;
    default:
      eachChild(type, (child) => eachField(child, visit));
  }
}

/** Kotlin calls the one parameter of a lambda `it` where the lambda names none. */
export const hasImplicitParameter = (func: Shape<'func'>): boolean => func.arrow && func.params.length === 0;

/** Every name that a target, parameter or destructuring pattern binds. */
export function eachTarget(target: Node, visit: (name: string, node: Shape<'name'>) => void): void {
  switch (target.kind) {
    case 'name':
      visit(target.name, target);
      return;
    case 'member':
    case 'index':
      return;
    case 'pair':
      eachTarget(target.value, visit);
      return;
    case 'assign':
    case 'param':
    case 'vardef':
      eachTarget(target.target, visit);
      return;
    case 'named':
      eachTarget(target.value, visit);
      return;
    default:
      eachChild(target, (child) => eachTarget(child, visit));
  }
}
