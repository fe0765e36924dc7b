/** A shell script as if it ran. */
import { commandContext } from '../effects/command-context.ts';
import { readScript } from '../effects/shell.ts';
import type { ScanTools } from '../engine/scan.ts';
import { scanScript } from '../engine/scan-command.ts';
import type { Rule } from '../model/rule.ts';
import type { World } from '../model/world.ts';

/** What rules for commands find in a script, by rule and line; nothing is known of the machine that it would run on. */
export function commandLines(text: string, rules: readonly Rule[], tools: ScanTools): { ruleId: string; line: number }[] {
  if (!rules.some(({ mode }) => mode === 'command')) return [];
  const world: World = {
    workspace: '/workspace/app',
    home: '/home/user',
    platform: 'linux',
    readFile: () => ({ kind: 'missing' }),
  };
  const found = scanScript(readScript(text, world, world.workspace), rules, tools, commandContext(world));
  return found.map(({ ruleId, span }) => ({ ruleId, line: text.slice(0, span.start).split('\n').length }));
}
