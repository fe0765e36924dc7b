/** Rules as a review asks for them: the heads of those that could speak, and the bodies of the few that do. */
import type { LanguageId } from '../model/language.ts';
import type { PathSpec, Rule, RuleHead } from '../model/rule.ts';

export interface RuleShelf {
  /** Rules that look at texts of a language, those for any text among them; `null` is text of no known language. */
  forText(language: LanguageId | null): readonly RuleHead[];
  /** Rules that look at commands. */
  forScripts(): readonly RuleHead[];
  /** Rules that look at what is done to files. */
  forFiles(effect: PathSpec['effects'][number]): readonly RuleHead[];
  /** The whole rule; null when it is switched off or not from here. */
  bodyOf(head: RuleHead): Rule | null;
}

/** For rules that are already read whole. Heads that do not fit may be among those that are given out. */
export function shelfOf(rules: readonly Rule[]): RuleShelf {
  return { forText: () => rules, forScripts: () => rules, forFiles: () => rules, bodyOf: (head) => head as Rule };
}
