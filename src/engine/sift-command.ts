/** The first step of a scan with command rules: which of them could match at all. */
import type { Effect } from '../model/effect.ts';
import type { FileHint, RuleHead } from '../model/rule.ts';
import type { ResolvedScript, Word } from '../model/shell.ts';
import { marks } from '../rules/command-marks.ts';
import type { CommandContext } from './command.ts';
import { indexText } from './filter.ts';

/** The rules whose words stand among the resolved commands of a script. */
export function siftCommands(script: ResolvedScript, rules: readonly RuleHead[]): RuleHead[] {
  const index = indexText(wordsOfScript(script));
  return rules.filter((rule) => rule.mode === 'command' && index.has(rule.needs));
}

/** What `commandNeeds` of the rules speaks of: all that the commands say, and marks for what they do. */
function wordsOfScript({ commands }: ResolvedScript): string {
  const out: string[] = commands.length > 1 ? [marks.several] : [];
  for (const command of commands) {
    const { words, flags, redirects, assignments, place } = command;
    const texts = words.map(wordText);
    out.push(command.program ?? '', ...command.wrappers, ...texts, texts.join(' '), texts.join(' ').replace(/\s+/g, ' '));
    for (const { name, value } of flags) out.push(name, value ? wordText(value) : '');
    for (const { operator, target } of redirects) {
      if (operator.includes('>')) out.push(marks.redirect);
      if (operator.includes('<')) out.push(marks.reads);
      out.push(wordText(target));
    }
    for (const { name, value } of assignments) out.push(marks.assigns, name, wordText(value));
    if (command.input !== null) out.push(marks.input);
    if (command.code !== null) out.push(marks.code);
    if (command.disguised) out.push(marks.disguised);
    if (command.remote !== null) out.push(marks.remote);
    if (command.runsOutputOf.length > 0) out.push(marks.runsOutputOf);
    if (command.dataFrom.length > 0) out.push(marks.dataFrom);
    if (place.pipeTo.length > 0) out.push(marks.pipeTo);
    if (place.pipeFrom.length > 0) out.push(marks.pipeFrom);
  }
  return out.join('\n');
}

const wordText = (word: Word): string => word.pieces.map(({ text }) => text).join('');

export type FileEffect = Extract<Effect, { kind: 'write' | 'delete' | 'read' }>;

/** The rules that look at what is done to such a file. */
export function siftEffect(
  effect: FileEffect,
  rules: readonly RuleHead[],
  context: Pick<CommandContext, 'classify' | 'realPath'>,
): RuleHead[] {
  const real = context.realPath?.(effect.path) ?? effect.path;
  const index = indexText(real === effect.path ? real : `${effect.path}\n${real}`);
  const fits = (hint: FileHint): boolean =>
    hint.effects.includes(effect.kind) &&
    (hint.needs === undefined || index.has(hint.needs)) &&
    (hint.class?.some((name) => context.classify(effect.path).has(name)) ?? true);
  return rules.filter(({ mode, files }) => mode === 'command' && (files?.some(fits) ?? true));
}
