/**
 * A rule as one language needs it: without the patterns, sources, sinks and sanitizers that are written for others, so that a
 * call reads and tries only what can match. Says the same of every text of that language.
 */

import type { LanguageId } from '../model/language.ts';
import type { Formula, Negation, Rule, RuleBody, TaintPart } from '../model/rule.ts';
import { formulaNeeds, taintNeeds } from './needs.ts';

/** Null when the rule has nothing to say about the language. */
export function specialised(rule: Rule, language: LanguageId): Rule | null {
  if (!rule.languages.includes(language)) return null;
  const { fixes, ...words } = rule;
  const its: Rule = { ...words, fix: fixes?.[language] ?? rule.fix, languages: [language] };
  const { body } = rule;
  switch (body.mode) {
    case 'search': {
      const formula = narrowed(body.formula, language);
      if (formula === null) return null;
      return { ...its, needs: formulaNeeds(formula), body: { ...body, formula } };
    }
    case 'taint': {
      const sinks = parts(body.sinks, language);
      const sources = parts(body.sources, language);
      if (sinks.length === 0 || sources.length === 0) return null;
      const left: Extract<RuleBody, { mode: 'taint' }> = {
        ...body,
        sources,
        sinks,
        sanitizers: parts(body.sanitizers, language),
        propagators: parts(body.propagators, language),
      };
      return { ...its, needs: taintNeeds(left), body: left };
    }
    default:
      return its;
  }
}

const parts = <P extends TaintPart>(list: readonly P[], language: LanguageId): P[] =>
  list.flatMap((part) => {
    const formula = narrowed(part.formula, language);
    return formula === null ? [] : [{ ...part, formula }];
  });

/** Null for what matches nothing in the language. */
function narrowed(formula: Formula, language: LanguageId): Formula | null {
  switch (formula.kind) {
    case 'pattern': {
      const trees = formula.pattern.trees.filter(({ languages }) => languages.includes(language));
      return trees.length === 0 ? null : { ...formula, pattern: { ...formula.pattern, trees: trees.slice(0, 1) } };
    }
    case 'regex':
      return formula;
    case 'inside': {
      const of = narrowed(formula.of, language);
      return of && { ...formula, of };
    }
    case 'any': {
      const of = formula.of.flatMap((part) => narrowed(part, language) ?? []);
      return of.length === 0 ? null : { ...formula, of };
    }
    case 'all': {
      const of = formula.of.map((part) => narrowed(part, language));
      if (of.some((part) => part === null)) return null;
      const not = formula.not.flatMap((negation): Negation[] => {
        const refuted = narrowed(negation.of, language);
        return refuted === null ? [] : [{ ...negation, of: refuted }];
      });
      return { ...formula, of: of as Formula[], not };
    }
    default:
      return formula satisfies never;
  }
}
