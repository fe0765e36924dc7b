/**
 * A rule as one language needs it: without the patterns, sources, sinks and sanitizers that are written for others, so that a
 * call reads and tries only what can match. Says the same of every text of that language, but that an argument given by name,
 * `f(a=b)`, is Python's where the rule is for Python, too: to a script it would be an assignment among the arguments.
 */

import type { LanguageId } from '../model/language.ts';
import type { Formula, Negation, PatternVariant, Rule, RuleBody, TaintPart } from '../model/rule.ts';
import { eachChild, type Node } from '../model/tree.ts';
import { formulaNeeds, taintNeeds } from './needs.ts';
import { asksAround, flowAsksAround } from './surroundings.ts';

/** Null when the rule has nothing to say about the language. */
export function specialised(rule: Rule, language: LanguageId): Rule | null {
  if (!rule.languages.includes(language)) return null;
  const { fixes, ...words } = rule;
  const its: Rule = { ...words, fix: fixes?.[language] ?? rule.fix, languages: [language] };
  const { body } = rule;
  switch (body.mode) {
    case 'search': {
      const formula = narrowed(body.formula, language, rule.languages);
      if (formula === null) return null;
      return {
        ...its,
        needs: formulaNeeds(formula),
        body: { ...body, formula, looksIntoFunctions: asksAround(formula, body.options) },
      };
    }
    case 'taint': {
      const sinks = parts(body.sinks, language, rule.languages);
      const sources = parts(body.sources, language, rule.languages);
      if (sinks.length === 0 || sources.length === 0) return null;
      const left: Extract<RuleBody, { mode: 'taint' }> = {
        ...body,
        sources,
        sinks,
        sanitizers: parts(body.sanitizers, language, rule.languages),
        propagators: parts(body.propagators, language, rule.languages),
      };
      left.looksIntoFunctions = flowAsksAround(left, body.options);
      return { ...its, needs: taintNeeds(left), body: left };
    }
    default:
      return its;
  }
}

const parts = <P extends TaintPart>(list: readonly P[], language: LanguageId, all: readonly LanguageId[]): P[] =>
  list.flatMap((part) => {
    const formula = narrowed(part.formula, language, all);
    return formula === null ? [] : [{ ...part, formula }];
  });

/** Whether the pattern reads in Python otherwise than in a script, and is meant for the former. */
function isPythonic({ tree }: PatternVariant, language: LanguageId, all: readonly LanguageId[]): boolean {
  if ((language !== 'javascript' && language !== 'typescript') || !all.includes('python') || typeof tree === 'number')
    return false;
  let found = false;
  const visit = (node: Node): void => {
    if (node.kind === 'call' && node.args?.some((arg) => arg.kind === 'assign' && arg.op === '=')) found = true;
    else eachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Null for what matches nothing in the language. */
function narrowed(formula: Formula, language: LanguageId, all: readonly LanguageId[]): Formula | null {
  switch (formula.kind) {
    case 'pattern': {
      const trees = formula.pattern.trees.filter(
        (variant) => variant.languages?.includes(language) && !isPythonic(variant, language, all),
      );
      return trees.length === 0 ? null : { ...formula, pattern: { ...formula.pattern, trees: trees.slice(0, 1) } };
    }
    case 'regex':
      return formula;
    case 'inside': {
      const of = narrowed(formula.of, language, all);
      return of && { ...formula, of };
    }
    case 'any': {
      const of = formula.of.flatMap((part) => narrowed(part, language, all) ?? []);
      return of.length === 0 ? null : { ...formula, of };
    }
    case 'all': {
      const of = formula.of.map((part) => narrowed(part, language, all));
      if (of.some((part) => part === null)) return null;
      const not = formula.not.flatMap((negation): Negation[] => {
        const refuted = narrowed(negation.of, language, all);
        return refuted === null ? [] : [{ ...negation, of: refuted }];
      });
      return { ...formula, of: of as Formula[], not };
    }
    default:
      return formula satisfies never;
  }
}
