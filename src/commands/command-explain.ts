/** What the guard sees in a shell command, for people: the commands that would run, and what they would do to files. */
import { displayPath } from '../effects/paths.ts';
import { readScript, shellEffects } from '../effects/shell.ts';
import type { Effect, RunEffect } from '../model/effect.ts';
import type { ResolvedCommand, ResolvedScript } from '../model/shell.ts';
import type { World } from '../model/world.ts';
import type { Parsers } from '../parse/backends.ts';

/** Plain text, one line for each command and effect, with a newline at the end. */
export async function explainCommand(
  command: string,
  shell: RunEffect['shell'],
  world: World,
  cwd: string,
  parsers: Parsers,
): Promise<string> {
  const script = readScript(command, world, cwd, shell);
  const lines = ['commands', ...commandLines(script)];
  const effects = shellEffects(command, world, cwd, script, shell);
  for (const one of script.commands) {
    if (one.code === null || one.code.language === 'bash') continue;
    const { inlineProgram } = await import('../effects/inline-program.ts');
    const program = await inlineProgram(one, world, parsers);
    if (program === null) continue;
    lines.push(`in the ${one.code.language} program of \`${one.program}\``);
    lines.push(...(program.script ? commandLines(program.script) : ['  nothing that is known']));
    effects.push(...program.effects);
  }
  lines.push('effects', ...effects.flatMap((effect) => effectLine(effect, world)));
  for (const { message } of script.notes) lines.push(`not understood: ${message}`);
  return `${lines.join('\n')}\n`;
}

function commandLines(script: ResolvedScript): string[] {
  return script.commands.map((command, index) => `  ${index + 1}. ${[wordsOf(command), ...notesOf(command)].join('  ')}`);
}

const wordsOf = ({ words }: ResolvedCommand): string =>
  words
    .map(({ pieces }) => pieces.map(({ text }) => text).join(''))
    .map((text) => (/^[^\s'"]+$/.test(text) ? text : JSON.stringify(text)))
    .join(' ')
    .slice(0, 500);

function notesOf(command: ResolvedCommand): string[] {
  const { wrappers, place, remote, cwd, runsOutputOf, dataFrom } = command;
  const numbers = (indices: readonly number[]): string => indices.map((index) => index + 1).join(', ');
  const notes: string[] = [];
  if (wrappers.length > 0) notes.push(`started by ${wrappers.join(', ')}`);
  if (remote !== null) notes.push(remote === 'ssh' ? 'on another machine' : 'in a container');
  if (place.pipeTo.length > 0) notes.push(`into ${numbers(place.pipeTo)}`);
  if (runsOutputOf.length > 0) notes.push(`executes the output of ${numbers(runsOutputOf)}`);
  else if (dataFrom.length > 0) notes.push(`uses the output of ${numbers(dataFrom)}`);
  if (place.conditional) notes.push('perhaps');
  if (place.background) notes.push('in the background');
  if (cwd === null) notes.push('in an unknown folder');
  return notes.length === 0 ? [] : [`[${notes.join('; ')}]`];
}

function effectLine(effect: Effect, world: World): string[] {
  switch (effect.kind) {
    case 'write': {
      const { after, before, fragments } = effect;
      const what = after !== null ? `${after.length} characters` : fragments.length > 0 ? 'known in part' : 'content not known';
      return [`  write   ${displayPath(effect.path, world)}  [${before === null ? 'new, ' : ''}${what}]`];
    }
    case 'delete':
    case 'read':
      return [`  ${effect.kind.padEnd(7)} ${displayPath(effect.path, world)}`];
    case 'run':
      return [`  run     a ${effect.shell} script in ${displayPath(effect.cwd, world)}`];
    case 'opaque':
      return [`  unknown ${effect.reason}`];
    case 'mcp':
      return [];
    default:
      return effect satisfies never;
  }
}
