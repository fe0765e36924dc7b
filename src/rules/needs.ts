/**
 * What a text must hold for a rule to match it at all: the text filter. Exact: a rule that could match is never out.
 * Names count, because they stand in the text even when an import renames them; string literals do not, because
 * constants are folded.
 */
import type { Formula, Needs, Pattern, TaintSpec } from '../model/rule.ts';
import { eachChild, type Node } from '../model/tree.ts';
import { requiredText } from './regex.ts';

const nothing: Needs = { kind: 'all', of: [] };

export function formulaNeeds(formula: Formula): Needs {
  switch (formula.kind) {
    case 'pattern':
      return patternNeeds(formula.pattern);
    case 'regex': {
      const value = requiredText(formula.regex);
      return value === '' ? nothing : { kind: 'text', value, caseless: formula.flags.includes('i') };
    }
    case 'all':
      return simplify({ kind: 'all', of: formula.of.map(formulaNeeds) });
    case 'any':
      return simplify({ kind: 'any', of: formula.of.map(formulaNeeds) });
    case 'inside':
      return formulaNeeds(formula.of);
    default:
      return formula satisfies never;
  }
}

export function taintNeeds(spec: TaintSpec): Needs {
  const any = (parts: readonly { formula: Formula }[]): Needs => ({ kind: 'any', of: parts.map((part) => formulaNeeds(part.formula)) });
  return simplify({ kind: 'all', of: [any(spec.sources), any(spec.sinks)] });
}

function patternNeeds(pattern: Pattern): Needs {
  return simplify({ kind: 'any', of: pattern.trees.map((variant) => simplify({ kind: 'all', of: treeNeeds(variant.tree, dataLanguage(variant.languages)) })) });
}

const dataLanguage = (languages: readonly string[]): boolean => languages.every((id) => id === 'yaml' || id === 'json' || id === 'hcl');

function treeNeeds(tree: Node, data: boolean): Needs[] {
  const needs: Needs[] = [];
  const visit = (node: Node): void => {
    switch (node.kind) {
      case 'name':
        needs.push(wordOrText(node.name));
        return;
      case 'named':
        if (!node.name.startsWith('$')) needs.push(wordOrText(node.name));
        break;
      case 'typed':
        // The type of a literal stands nowhere in the text.
        return;
      case 'string':
        if (data && /^[\w.-]{2,}$/.test(node.value) && node.value !== '...') needs.push({ kind: 'text', value: node.value });
        return;
      case 'import': {
        if (node.module.kind === 'string' && !/\.\.\.|\$/.test(node.module.value)) needs.push({ kind: 'text', value: node.module.value });
        if (node.module.kind !== 'string') visit(node.module);
        if (node.name && !(node.name.kind === 'name' && node.name.name === 'default')) visit(node.name);
        if (node.alias) visit(node.alias);
        return;
      }
      default:
    }
    eachChild(node, visit);
  };
  visit(tree);
  return needs;
}

const wordOrText = (value: string): Needs => (/^[A-Za-z_$][\w$]*$/.test(value) ? { kind: 'word', value } : { kind: 'text', value });

/** Flattens, drops duplicates, and lets an `any` with a part that is always true vanish. */
function simplify(needs: Needs): Needs {
  if (needs.kind !== 'all' && needs.kind !== 'any') return needs;
  const parts = new Map<string, Needs>();
  for (const raw of needs.of) {
    const part = simplify(raw);
    if (part.kind === needs.kind) for (const inner of part.of) parts.set(JSON.stringify(inner), inner);
    else parts.set(JSON.stringify(part), part);
  }
  const of = [...parts.values()];
  if (needs.kind === 'any' && of.some((part) => part.kind === 'all' && part.of.length === 0)) return nothing;
  if (of.length === 1) return of[0]!;
  return { kind: needs.kind, of };
}

/** Identifiers that stand inside every match of the pattern, imports' renaming aside; rarest first cannot be known here. */
export function anchorsOf(tree: Node): string[] {
  const anchors = new Set<string>();
  const visit = (node: Node): void => {
    switch (node.kind) {
      case 'name':
        if (/^[A-Za-z_$][\w$]*$/.test(node.name)) anchors.add(node.name);
        return;
      case 'typed':
      case 'import':
        return;
      case 'named':
        if (/^[A-Za-z_][\w]*$/.test(node.name)) anchors.add(node.name);
        break;
      default:
    }
    eachChild(node, visit);
  };
  if (tree.kind === 'import') {
    if (tree.name?.kind === 'name' && tree.name.name !== 'default') visit(tree.name);
    visit(tree.module);
  } else visit(tree);
  return [...anchors];
}
