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

export function scopesOf(language: LanguageId, source: string): Scopes {
  const names = new Map<Node, Set<string>>();
  const functions = new Map<Node, Declared>();
  const ids = new Map<Node, number>();
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
          targets(
            implicit || (node.keyword === 'var' && (language === 'javascript' || language === 'typescript')) ? func : block,
            node.target,
          );
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
          if (language === 'javascript' || language === 'typescript') {
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
    if (func.body) visit(func.body, func);
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
      for (let scope: Node | null = at; scope; scope = scope.parent)
        if (names.get(scope)?.has(name)) {
          key = `${idOf(scope)} ${name}`;
          break;
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
