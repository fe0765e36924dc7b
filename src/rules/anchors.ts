/** Where in a text a pattern can match: at the identifiers that it names. */
import type { Anchor } from '../model/rule.ts';
import { eachChild, type Node } from '../model/tree.ts';
import { DECORATOR } from './placeholder.ts';

/**
 * Identifiers that stand inside every match of the pattern, imports' renaming aside, and how far above them the match's
 * root can be: below a statement list, a deep expression and the like any distance.
 */
export function anchorsOf(tree: Node): Anchor[] {
  const anchors = new Map<string, Anchor>();
  const add = (word: string, levels: number, role: Anchor['role']): void => {
    const known = anchors.get(word);
    if (!known) anchors.set(word, { word, levels, role });
    else if (known.levels >= 0 && (levels < 0 || levels > known.levels))
      anchors.set(word, { word, levels, role: role === known.role ? role : 'any' });
  };
  const visit = (node: Node, depth: number, role: Anchor['role'] | 'decorator'): void => {
    if (node.kind === 'typed' || node.kind === 'import') return;
    // A variable may hold JavaScript's `undefined`.
    if (node.kind === 'name' && /^(?!_$|undefined$)[A-Za-z_$][\w$]*$/.test(node.name))
      add(node.name, depth, role === 'decorator' ? 'any' : role);
    if (node.kind === 'named' && /^[A-Za-z_][\w]*$/.test(node.name)) add(node.name, depth, 'any');
    // An assignment may be one of several side by side, and the body of `x => e` what a block returns.
    const below = depth < 0 || anyDistance(node) ? -1 : node.kind === 'assign' || isOneExpression(node) ? depth + 3 : depth + 1;
    const decorators: readonly Node[] =
      'decorators' in node ? (node.decorators ?? []) : node.kind === 'other' && node.type === DECORATOR ? node.kids : [];
    eachChild(node, (child) => {
      // What a type is applied to does not count in every language.
      if (node.kind === 'generic' && child !== node.base) return;
      // Of the alternatives of a `catch` only the first counts in Java.
      if (node.kind === 'catch' && node.types.indexOf(child) > 0) return;
      const property = node.kind === 'member' && child === node.property;
      // A decorator may go without parentheses.
      const callee = node.kind === 'call' && child === node.callee && role !== 'decorator';
      const inner = decorators.includes(child) ? 'decorator' : property ? 'property' : callee ? 'callee' : 'any';
      // `@a` is also found in `@a(…)`, one level further down.
      visit(child, below >= 0 && decorators.includes(child) ? below + 1 : below, inner);
    });
  };
  if (tree.kind === 'import') {
    if (tree.name?.kind === 'name' && tree.name.name !== 'default') add(tree.name.name, -1, 'any');
    eachChild(tree.module.kind === 'string' ? { ...tree, module: tree.module } : tree, (child) => {
      if (child === tree.module && child.kind === 'name' && !child.name.startsWith('.')) add(child.name, -1, 'any');
    });
  } else visit(tree, 0, 'any');
  return [...anchors.values()];
}

/** The metavariables that the pattern binds. */
export function metavariablesOf(tree: Node): string[] {
  const found = new Set<string>();
  const visit = (node: Node): void => {
    if ((node.kind === 'metavar' || node.kind === 'typed' || node.kind === 'metaellipsis') && node.name !== '$_')
      found.add(node.name);
    else if (node.kind === 'named' && node.name.startsWith('$')) found.add(node.name);
    else if (node.kind === 'string' && node.value.startsWith('$')) found.add(node.value);
    eachChild(node, visit);
  };
  visit(tree);
  return [...found];
}

/** Metavariables of the pattern whose code may stand elsewhere: that are a type, or what a literal says that a variable holds. */
export function elsewhereOf(tree: Node): { inTypes?: string[]; inLiterals?: string[] } {
  const inTypes = new Set<string>();
  const inLiterals = new Set<string>();
  const visit = (node: Node, inType: boolean): void => {
    if (inType && node.kind === 'metavar') inTypes.add(node.name);
    if ((node.kind === 'regex' || node.kind === 'string') && node.value.startsWith('$')) inLiterals.add(node.value);
    eachChild(node, (child) => visit(child, inType || node.kind === 'typed'));
  };
  visit(tree, false);
  return {
    ...(inTypes.size > 0 ? { inTypes: [...inTypes] } : {}),
    ...(inLiterals.size > 0 ? { inLiterals: [...inLiterals] } : {}),
  };
}

/** `x => e`, which code may write as `x => { return e }`. */
export const isOneExpression = (node: Node): boolean => node.kind === 'func' && node.body != null && node.body.kind !== 'block';

const associative: ReadonlySet<string> = new Set(['&&', '||', 'and', 'or', '&', '|', '^', '.']);

/** A sum with `...` among its operands, which stands for any number of them. */
function holdsDots(node: Node): boolean {
  if (node.kind === 'ellipsis' || node.kind === 'metaellipsis') return true;
  return node.kind === 'binary' && node.op === '+' && (holdsDots(node.left) || holdsDots(node.right));
}

/** What a pattern node holds may lie deeper in the code than in the pattern. */
export function anyDistance(node: Node): boolean {
  switch (node.kind) {
    case 'block':
    case 'program':
    case 'class':
    case 'namespace':
    case 'case':
    case 'exprstmt':
    case 'deep':
      return true;
    case 'binary':
      return associative.has(node.op) || (node.op === '+' && holdsDots(node));
    case 'member':
      return node.property.kind === 'ellipsis' || node.object.kind === 'call';
    default:
      return false;
  }
}
