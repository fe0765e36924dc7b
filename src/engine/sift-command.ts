/** The first step of a scan with command rules: which of them could match at all. */
import type { Effect } from '../model/effect.ts';
import type { RuleHead } from '../model/rule.ts';
import type { ResolvedScript } from '../model/shell.ts';
import { indexText } from './filter.ts';

/** The rules whose words stand among the resolved commands of a script. */
export function siftCommands(script: ResolvedScript, rules: readonly RuleHead[]): RuleHead[] {
  const words = script.commands.flatMap(({ program, words: all }) => [
    program ?? '',
    ...all.map(({ pieces }) => pieces.map(({ text }) => text).join('')),
  ]);
  const index = indexText(words.join('\n'));
  return rules.filter((rule) => rule.mode === 'command' && index.has(rule.needs));
}

/** The rules that look at changes of files of this kind. */
export const siftEffect = (effect: Effect, rules: readonly RuleHead[]): RuleHead[] =>
  rules.filter(({ mode, effects }) => mode === 'command' && (effects?.some((kind) => kind === effect.kind) ?? true));
