/**
 * Which declaration an identifier means, for the equality of metavariables. The reference reads a file from top to bottom:
 * a name means what was declared last before it in the scopes around it, and what is declared in the head of a loop or of a
 * `catch` counts from there on in the scope around that. A name for which nothing is found may mean any.
 */
import type { LanguageId } from '../model/language.ts';
import type { Kind, Node, Shape } from '../model/tree.ts';
import type { Binding } from './binding.ts';
import { rootOf, scopeOf } from './locate.ts';
import type { Names } from './names.ts';
import { injected } from './typing.ts';

/**
 * `module`: what Python's `import` names, which is equal to no name that is declared; `any`: the name of a keyword argument, or
 * one that is written in another place.
 */
type Meaning = Node | 'module' | 'any' | null;

interface Entry {
  declared: Node;
  /** Names from this offset on mean it. */
  from: number;
}
interface Table {
  /** By scope, what is declared in it, in the order of the text. */
  frames: ReadonlyMap<Node, readonly Entry[]>;
  declared: ReadonlySet<Node>;
}

type Languages = ReadonlySet<LanguageId>;
const scripts: Languages = new Set(['javascript', 'typescript']);
/** Languages in which what a block declares is not seen behind it. */
const blockScoped: Languages = new Set(['go', 'java', 'csharp', 'kotlin', 'rust']);
/** Languages in which the fields of a class are known before they are declared. */
const early: Languages = new Set(['java', 'csharp']);
/** Languages in which a plain assignment declares what was not declared yet. */
const implicit: Languages = new Set(['javascript', 'typescript', 'python', 'php', 'ruby']);
/** Languages in which names are told apart. */
const resolved: Languages = new Set([...implicit, ...blockScoped]);

const frames: ReadonlySet<Kind> = new Set(['func', 'class', 'comprehension', 'program', 'namespace']);

const tables = new WeakMap<Names, Map<string, Table>>();
/** For rules that are not wide, and for those that are. */
const meanings = [new WeakMap<Node, { meaning: Meaning }>(), new WeakMap<Node, { meaning: Meaning }>()] as const;

/** Whether two identifiers of one text may mean the same. `exactly`: one that means nothing known is not equal to one that does. */
export function meansSame(a: Shape<'name'>, b: Shape<'name'>, names: Names, exactly: boolean): boolean {
  if (a === b || !resolved.has(names.language)) return true;
  const [left, right] = [meaningOf(a, names), meaningOf(b, names)];
  if (left === right || left === 'any' || right === 'any') return true;
  return !exactly && (left === null || right === null);
}

/** Whether the file declares what an identifier means. */
export const isDeclaredName = (name: Shape<'name'>, names: Names): boolean =>
  resolved.has(names.language) && typeof meaningOf(name, names) === 'object' && meaningOf(name, names) !== null;

/** A text that differs for identifiers that mean different things. */
export function meaningKey(name: Shape<'name'>, names: Names): string {
  const meaning = resolved.has(names.language) ? meaningOf(name, names) : null;
  return meaning === null ? '' : typeof meaning === 'string' ? meaning : String(meaning.start);
}

function meaningOf(name: Shape<'name'>, names: Names): Meaning {
  const all = meanings[names.wide ? 1 : 0];
  const known = all.get(name);
  if (known) return known.meaning;
  const meaning = find(name, names);
  all.set(name, { meaning });
  return meaning;
}

function find(name: Shape<'name'>, names: Names): Meaning {
  const { parent } = name;
  if (name.name === 'self' && names.language === 'python') return null;
  // What stands for the name of an import.
  if (!parent || name.name === '' || !names.source.startsWith(name.name, name.start)) return 'any';
  switch (parent.kind) {
    case 'named':
      if (parent.value !== name) return 'any';
      break;
    case 'member':
      if (parent.property !== name) break;
      return parent.object.kind === 'name' && parent.object.name === 'this' ? meaningOfField(name, names) : null;
    case 'pair':
      if (parent.key === name) return null;
      break;
    case 'class':
    case 'attr':
    case 'generic':
    case 'new':
      return null;
    case 'func':
      if (parent.name === name && !scripts.has(names.language)) return null;
      if (parent.returns === name) return null;
      break;
    case 'import':
      if (parent.alias === name && parent.form === 'module') return parent;
      return names.language === 'python' && parent.form === 'module' ? 'module' : null;
    case 'param':
    case 'vardef':
    case 'cast':
      if (parent.type === name) return null;
      break;
    default:
  }
  if (scripts.has(names.language) && isTakenApart(name)) return null;
  const table = tableOf(name, names);
  if (table.declared.has(name)) return name;
  const own = (parent.kind === 'param' && parent.target === name) || (parent.kind === 'func' && parent.name === name);
  return own && table.declared.has(parent)
    ? parent
    : lookUp(table.frames, frameOf(name, names.language), name.start, names.language);
}

/** `this.x` means the class's field of that name or, for the reference, whatever `x` means there. */
function meaningOfField(name: Shape<'name'>, names: Names): Node | null {
  const table = tableOf(name, names).frames;
  for (let at: Node | null = name; at; at = at.parent)
    if (at.kind === 'class') {
      const field = last(table.get(at), name.start);
      if (field && field.parent?.kind !== 'param') return field;
      break;
    }
  return lookUp(table, frameOf(name, names.language), name.start, names.language);
}

/** What a name at `offset` means in the scopes from `innermost` to `outermost`. */
function lookUp(
  table: Table['frames'],
  innermost: Node,
  offset: number,
  language: LanguageId,
  outermost: Node | null = null,
): Node | null {
  for (let frame: Node | null = innermost; frame; frame = frame.parent && frameOf(frame, language)) {
    const found = last(table.get(frame), offset);
    if (found) return found;
    if (frame === outermost) return null;
  }
  return null;
}

function last(entries: readonly Entry[] | undefined, offset: number): Node | null {
  for (let at = (entries?.length ?? 0) - 1; at >= 0; at--) if (entries![at]!.from <= offset) return entries![at]!.declared;
  return null;
}

/** The scope in which something at `node` is declared; a function is not its own. */
function frameOf(node: Node, language: LanguageId): Node {
  let at = node;
  while (at.parent) {
    at = at.parent;
    if (frames.has(at.kind) || (at.kind === 'block' && blockScoped.has(language))) return at;
  }
  return at;
}

function tableOf(name: Shape<'name'>, names: Names): Table {
  let known = tables.get(names);
  if (!known) tables.set(names, (known = new Map()));
  const { key, bindings } = names.declared(name);
  let table = known.get(key);
  if (!table) known.set(key, (table = tabulate(bindings(), names)));
  return table;
}

function tabulate(bindings: readonly Binding[], names: Names): Table {
  const { language } = names;
  const table = new Map<Node, Entry[]>();
  const declared = new Set<Node>();
  const add = (frame: Node, node: Node, from: number): void => {
    const entries = table.get(frame);
    if (entries) entries.push({ declared: node, from });
    else table.set(frame, [{ declared: node, from }]);
    declared.add(node);
  };
  const later: { binding: Binding; from: number; implied: boolean }[] = [];
  const imports: Binding[] = [];
  for (const binding of bindings) {
    const { node } = binding;
    const { parent } = node;
    switch (binding.kind) {
      case 'param':
        if (parent?.kind === 'func' && parent.params.includes(node) && isSingle(node, language)) add(parent, node, -1);
        // To the reference an injected field is not the parameter that it comes from.
        if (
          language === 'typescript' &&
          !names.wide &&
          parent?.parent?.kind === 'class' &&
          node.kind === 'param' &&
          injected(parent.parent).includes(node)
        )
          table.set(parent.parent, [...(table.get(parent.parent) ?? []), { declared: node.target, from: -1 }]);
        break;
      case 'function':
        if (scripts.has(language) && (parent?.kind === 'program' || parent?.kind === 'block' || parent?.kind === 'class'))
          later.push({ binding, from: node.kind === 'func' && node.name ? node.name.end : node.start, implied: true });
        break;
      case 'import':
        if (namesSomething(binding, language)) imports.push(binding);
        break;
      case 'class':
        break;
      case 'catch':
        if (language !== 'ruby') later.push({ binding, from: node.end, implied: false });
        break;
      case 'loop':
        if (parent?.kind === 'clause') add(frameOf(node, language), node, -1);
        else if (language !== 'ruby') later.push({ binding, from: node.end, implied: false });
        break;
      case 'variable': {
        const way = wayOfVariable(node, language);
        if (way === null) break;
        if (way === 'clause' || (early.has(language) && parent?.kind === 'vardef' && parent.parent?.kind === 'class'))
          add(frameOf(node, language), node, -1);
        else {
          const end = way === 'loop' || !parent ? node.end : declarationEnd(node);
          later.push({ binding, from: end, implied: way === 'implied' });
        }
        break;
      }
      default:
        binding.kind satisfies never;
    }
  }
  later.sort((a, b) => a.binding.node.start - b.binding.node.start);
  for (const { binding, from, implied } of later) {
    const { node } = binding;
    const frame = frameOf(node, language);
    if (!implied) {
      add(frame, node, from);
      continue;
    }
    // What Python assigns in a class is an attribute.
    if (language === 'python' && frame.kind === 'class') continue;
    // Python's `global` and `nonlocal` say whose variable it is.
    const owner = language === 'python' ? functionOf(binding.scope) : null;
    const foreign = owner !== null && owner !== functionOf(node);
    if (lookUp(table, foreign ? owner : frame, node.start, language, foreign ? null : owner) !== null) {
      // The target itself means what was declared before.
      continue;
    }
    // What JavaScript assigns without a declaration is the whole file's.
    const global = scripts.has(language) && binding.kind !== 'function';
    const home = foreign ? owner : global ? rootOf(node) : frame;
    add(home, node, Math.min(from, node.start));
  }
  // Imports come last: anything else of that name hides them.
  for (const { node } of imports) {
    const root = rootOf(node);
    const entries = table.get(root);
    if (entries) entries.unshift({ declared: node, from: -1 });
    else table.set(root, [{ declared: node, from: -1 }]);
  }
  return { frames: table, declared };
}

/** How a name that is set is declared: `implied` unless it was before; null when it is not. */
function wayOfVariable(node: Node, language: LanguageId): 'declared' | 'implied' | 'loop' | 'clause' | null {
  let at: Node = node;
  for (let up = at.parent; up; at = up, up = up.parent) {
    switch (up.kind) {
      case 'array':
      case 'object':
      case 'spread':
      case 'pair':
        continue;
      case 'vardef':
        // `x: a.T = …` sets no part of `a`.
        if (up.target !== at) return null;
        if (up.parent?.kind === 'for') return language === 'go' ? 'declared' : null;
        // `o instanceof T x`
        if (up.parent?.kind === 'assign') return null;
        return at !== node && scripts.has(language) ? 'implied' : 'declared';
      case 'member':
      case 'index':
        if (up.object !== at) return null;
        continue;
      case 'param':
        // `function f({ x = 1 })`
        return at.kind === 'object' && node.parent?.kind === 'assign' && scripts.has(language) ? 'declared' : null;
      case 'with':
        return 'declared';
      case 'assign':
        if (up.target !== at) return null;
        if (up.parent?.kind === 'with') return 'declared';
        if (up.op === ':=' && language === 'go')
          return at === node && up.parent?.kind !== 'switch' && up.parent?.kind !== 'case' ? 'declared' : null;
        if (up.parent?.kind === 'pair' || up.parent?.kind === 'array') continue;
        return implicit.has(language) ? 'implied' : null;
      case 'foreach':
        return language === 'ruby' || (at !== node && scripts.has(language)) ? null : 'loop';
      case 'clause':
        return 'clause';
      default:
        return null;
    }
  }
  return null;
}

/** Several parameters in one are not told apart from others. */
const isSingle = (node: Node, language: LanguageId): boolean =>
  node.kind === 'param' && (node.variadic === '' || node.variadic === '&' || language === 'php' || language === 'ruby');

/** JavaScript's default exports and Python's modules without another name are found by their text alone. */
function namesSomething({ node }: Binding, language: LanguageId): boolean {
  if (node.kind !== 'import') return false;
  if (scripts.has(language)) return !(node.form === 'name' && node.name?.kind === 'name' && node.name.name === 'default');
  return language === 'python' && (node.form === 'name' || node.alias !== null);
}

/** Behind what a variable is set to: until there, its name means what it did before. */
function declarationEnd(node: Node): number {
  let at = node;
  while (at.parent && at.kind !== 'vardef' && at.kind !== 'assign') at = at.parent;
  return at.kind === 'vardef' || at.kind === 'assign' ? at.end : node.end;
}

/** In what takes an object apart that is declared or a parameter. */
function isTakenApart(name: Node): boolean {
  let at = name;
  let inObject = false;
  for (let up = at.parent; up; at = up, up = up.parent) {
    if (up.kind === 'object') inObject = true;
    if (up.kind === 'array' || up.kind === 'object' || up.kind === 'spread') continue;
    if (up.kind === 'pair' && up.value === at) continue;
    return inObject && (up.kind === 'vardef' || up.kind === 'param' || up.kind === 'foreach') && up.target === at;
  }
  return false;
}

function functionOf(node: Node): Node {
  let at = node;
  while (at.kind !== 'func' && at.kind !== 'program' && at.parent) at = scopeOf(at);
  return at;
}
