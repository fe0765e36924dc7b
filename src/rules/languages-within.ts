/** The languages that a rule reads besides its own. */
import type { LanguageId } from '../model/language.ts';

/** Those that `metavariable-pattern` names anywhere in the body of a rule, each once. */
export function languagesWithin(body: unknown): LanguageId[] {
  const found = new Set<LanguageId>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (value !== null && typeof value === 'object') {
      const { language } = value as { language?: LanguageId };
      if (typeof language === 'string') found.add(language);
      for (const [key, part] of Object.entries(value)) if (key !== 'trees') visit(part);
    }
  };
  visit(body);
  return [...found];
}
