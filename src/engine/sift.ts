/** The first and cheapest step of a scan: which rules could match a source at all. */
import type { Source } from '../model/effect.ts';
import { isPackageFile } from '../model/package.ts';
import type { Rule, RuleHead } from '../model/rule.ts';
import { holdsMarkup } from '../parse/script-blocks.ts';
import { indexText } from './filter.ts';
import { plainlySpelt } from './spelling.ts';

export interface SiftTools {
  /** Whether `path` is one that the rule's `paths` let through. */
  pathFits(rule: Pick<Rule, 'paths'>, path: string): boolean | Promise<boolean>;
}

/** The rules whose language, text filter and `paths` let the source through. */
export async function sift(source: Source, rules: readonly RuleHead[], tools: SiftTools): Promise<RuleHead[]> {
  const index = indexText(plainlySpelt(source.text, source.language));
  const packages = isPackageFile(source.path);
  const able = rules.filter(
    (rule) => rule.mode !== 'command' && (packages || rule.mode !== 'package') && speaks(rule, source) && index.has(rule.needs),
  );
  const wanted: RuleHead[] = [];
  for (const rule of able) if (await tools.pathFits(rule, source.path)) wanted.push(rule);
  return wanted;
}

/** `regex` and `generic` rules look at every text; a page is HTML besides the language of its scripts. */
const speaks = (rule: RuleHead, { language, path }: Source): boolean =>
  rule.languages.some((id) => id === language || id === 'regex' || id === 'generic' || (id === 'html' && holdsMarkup(path)));
