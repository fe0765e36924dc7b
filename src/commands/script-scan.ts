/** A shell script as if it ran. */
import { commandContext } from '../effects/command-context.ts';
import { installFacts } from '../effects/install-command.ts';
import { readScript, shellEffects } from '../effects/shell.ts';
import { packageFindings } from '../engine/package.ts';
import type { ScanTools } from '../engine/scan.ts';
import { scanEffect, scanScript } from '../engine/scan-command.ts';
import type { Finding } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import type { World } from '../model/world.ts';

/** A machine of which nothing is known. */
const anyWorld: World = {
  workspace: '/workspace/app',
  home: '/home/user',
  platform: 'linux',
  readFile: () => ({ kind: 'missing' }),
};

/** What rules for commands, and for changes of files, find in a script. All spans point into its text. */
export async function scriptFindings(
  text: string,
  rules: readonly Rule[],
  tools: ScanTools,
  world: World = anyWorld,
): Promise<Finding[]> {
  if (!rules.some(({ mode }) => mode === 'command' || mode === 'package')) return [];
  // Of a script without its folder no file is known to be missing.
  const context = { ...commandContext(world), exists: () => null };
  const script = readScript(text, world, world.workspace);
  const changes = shellEffects(text, world, world.workspace, script).flatMap((effect) => {
    if ((effect.kind !== 'write' && effect.kind !== 'delete') || effect.span === undefined) return [];
    const { path, span } = effect;
    return scanEffect(effect, path, rules, tools, context).map((finding) => ({ ...finding, path: '', span }));
  });
  const facts = script.commands.flatMap(installFacts);
  const source = { path: '', language: null, text, fragment: true };
  const { findings } = await packageFindings(facts, source, rules, tools);
  return [...scanScript(script, rules, tools, context), ...changes, ...findings];
}

/** The same by rule and line. */
export async function commandLines(
  text: string,
  rules: readonly Rule[],
  tools: ScanTools,
): Promise<{ ruleId: string; line: number }[]> {
  return (await scriptFindings(text, rules, tools)).map(({ ruleId, span }) => ({
    ruleId,
    line: text.slice(0, span.start).split('\n').length,
  }));
}
