/**
 * Whether code in one function can change what a search rule finds beside it. What stands around a match may hold other
 * functions; most rules ask nothing of them.
 */
import type { Condition, Formula, RuleOptions, TaintSpec } from '../model/rule.ts';
import { childrenOf, eachChild, type Kind, type Node } from '../model/tree.ts';

/** The same for a rule, whose options may make a variable stand for code elsewhere. */
export const asksAround = (formula: Formula, options: RuleOptions): boolean =>
  options['symbolic_propagation'] === true || looksIntoFunctions(formula);

/** The same for a rule of flows. */
export const flowAsksAround = ({ sources, sinks, sanitizers, propagators }: TaintSpec, options: RuleOptions): boolean =>
  [...sources, ...sinks, ...sanitizers, ...propagators].some(({ formula }) => asksAround(formula, options));

/** False when no match that neither holds a function nor lies in it depends on the code of that function. */
function looksIntoFunctions(formula: Formula): boolean {
  switch (formula.kind) {
    case 'pattern':
      return false;
    case 'regex':
      return true;
    case 'inside':
      return looksIntoFunctions(formula.of);
    case 'any':
      return formula.of.some(looksIntoFunctions);
    case 'all': {
      const around = [
        ...(formula.of.length > 1 ? formula.of : []),
        ...formula.not.flatMap(({ kind, of }) => (kind === 'not-inside' ? [of] : [])),
      ];
      return (
        around.some(holdsCode) ||
        formula.of.some(looksIntoFunctions) ||
        formula.not.some(({ of }) => looksIntoFunctions(of)) ||
        formula.where.some((condition) => asksOf(condition, around, formula.of) || nested(condition))
      );
    }
    default:
      return formula satisfies never;
  }
}

const nested = (condition: Condition): boolean => condition.kind === 'pattern' && looksIntoFunctions(condition.formula);

/** Whether a condition is about code that only what stands around a match binds. */
function asksOf(condition: Condition, around: readonly Formula[], positive: readonly Formula[]): boolean {
  const { metavariable } = condition;
  const names = condition.kind === 'comparison' ? [...condition.comparison.matchAll(/\$\w+/g)].map(([name]) => name) : [];
  const others = new Set(around.flatMap(codeIn));
  return [...names, ...(metavariable === null ? [] : [metavariable])].some(
    (name) => others.has(name) && !positive.some((part) => binds(part, name)),
  );
}

/** Whether every match of the part itself has the metavariable. */
function binds(part: Formula, name: string): boolean {
  switch (part.kind) {
    case 'pattern':
      return part.pattern.trees.every(({ metavariables }) => metavariables.includes(name));
    case 'any':
      return part.of.every((one) => binds(one, name));
    case 'all':
      return part.of.some((one) => binds(one, name));
    case 'regex':
    case 'inside':
      return false;
    default:
      return part satisfies never;
  }
}

/** The trees of the patterns of a formula. */
function* treesIn(formula: Formula): Generator<{ tree: Node; sequence: boolean | undefined } | null> {
  switch (formula.kind) {
    case 'pattern':
      for (const { tree, sequence } of formula.pattern.trees) yield typeof tree === 'number' ? null : { tree, sequence };
      return;
    case 'regex':
      yield null;
      return;
    case 'inside':
      yield* treesIn(formula.of);
      return;
    case 'any':
    case 'all':
      for (const part of formula.of) yield* treesIn(part);
      return;
    default:
      formula satisfies never;
  }
}

/** Whether one of the patterns speaks of statements, which may stand in a function, or of what lies at any depth. */
function holdsCode(formula: Formula): boolean {
  for (const found of treesIn(formula)) {
    if (found === null || found.sequence) return true;
    // Around a function that no other one holds there is no function.
    if (found.tree.kind !== 'func' && speaksOfCode(found.tree)) return true;
  }
  return false;
}

/** What stands for the body of a function without saying anything of it, or says it by its statements. */
const bare: ReadonlySet<Kind> = new Set(['block', 'ellipsis']);

function speaksOfCode(node: Node): boolean {
  if (node.kind === 'deep') return true;
  if (node.kind === 'block' && childrenOf(node).some(({ kind }) => kind !== 'ellipsis')) return true;
  let found = false;
  eachChild(node, (child) => {
    found ||= (node.kind === 'func' && child === node.body && !bare.has(child.kind)) || speaksOfCode(child);
  });
  return found;
}

/** The metavariables that may stand for code, and not just for the name of something. */
function codeIn(formula: Formula): string[] {
  const names: string[] = [];
  const visit = (node: Node): void => {
    if (node.kind === 'metavar' || node.kind === 'metaellipsis') names.push(node.name);
    eachChild(node, (child) => {
      if (!namesOnly(node, child)) visit(child);
    });
  };
  for (const found of treesIn(formula)) if (found) visit(found.tree);
  return names;
}

function namesOnly(parent: Node, child: Node): boolean {
  switch (parent.kind) {
    case 'member':
      return child === parent.property;
    case 'func':
    case 'class':
      return child === parent.name;
    case 'pair':
      return child === parent.key;
    case 'vardef':
    case 'assign':
      return child === parent.target;
    case 'param':
      return true;
    default:
      return false;
  }
}
