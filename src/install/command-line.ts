/** The command that an agent runs: the program by its path, quoted for the agent's shell, its runtime's switches cleared. */
import type { AgentId } from '../model/toolcall.ts';

/** The words that start forestall: its absolute path; a script's after the path of its runtime. */
export type Program = readonly [string, ...string[]];

/** Who reads the command: `cursor` stands behind PowerShell's `| &` as well as inside `{ $input | … }`. */
export type HookShell = 'posix' | 'powershell' | 'cmd' | 'cursor';

/** Names that make the runtime load other code before the program runs. */
const runtimeSwitches = (program: Program): string[] =>
  program.length > 1 ? ['BUN_OPTIONS', 'BUN_BE_BUN', 'NODE_OPTIONS'] : ['BUN_OPTIONS', 'BUN_BE_BUN'];

const hookWords = (program: Program, agent: AgentId): string[] => [...program, 'hook', '--agent', agent];

/** As words, for agents that start a program without a shell. POSIX only. */
export const hookArguments = (program: Program, agent: AgentId): [string, ...string[]] => [
  '/usr/bin/env',
  ...runtimeSwitches(program).flatMap((name) => ['-u', name]),
  ...hookWords(program, agent),
];

/** What the agent reads when the program gives no answer: it is missing, may not be run, or was killed. */
export const NO_ANSWER = 'forestall did not answer: nothing was done.';

/**
 * Agents take every exit code but 2 as "go ahead", 127 and a signal's too. `close` is for those that cannot be told otherwise:
 * their command answers 2 in the program's place, with a word on stderr. Only for hooks that decide: at the end of a turn exit
 * code 2 means "go on", for ever. Throws `BadPath` when the shell has no way to write a word.
 */
export function hookCommand(program: Program, agent: AgentId, shell: HookShell, close = false): string {
  for (const word of program) if (/[\n\r\0]/.test(word)) throw new BadPath(word, 'holds a line break');
  switch (shell) {
    case 'posix':
      return (close ? closedArguments(program, agent) : hookArguments(program, agent)).map(posixWord).join(' ');
    case 'powershell':
      return `${powershellCall(program, agent)}; ${close ? `if ($LASTEXITCODE -notin 0, 2) { [Console]::Error.WriteLine(${powershellText(NO_ANSWER)}); exit 2 }; ` : ''}exit $LASTEXITCODE`;
    case 'cmd':
      return `${cmdCommand(program, agent)}${close ? `||(echo ${NO_ANSWER}>&2&exit 2)` : ''}`;
    case 'cursor':
      return `cmd.exe /d /s /c ${powershellText(cmdCommand(program, agent))}`;
    default:
      return shell satisfies never;
  }
}

/**
 * The program's words stay words: no quotes within quotes. No names behind `$` either, which Gemini would fill in itself. The
 * program runs beside the shell, so that an agent that ends the shell ends the program too, and does not wait for its output.
 */
const closedArguments = (program: Program, agent: AgentId): string[] => [
  '/bin/sh',
  '-c',
  [
    `unset ${runtimeSwitches(program).join(' ')}`,
    'exec 3<&0',
    '"$@" <&3 3<&- & trap "kill -9 $!" TERM INT HUP',
    `wait $! || { [ $? = 2 ] || echo "${NO_ANSWER}" >&2; exit 2; }`,
  ].join('; '),
  'sh',
  ...hookWords(program, agent),
];

/** `$LASTEXITCODE` is 1 afterwards where the program could not be started. */
export function powershellCall(program: Program, agent: AgentId): string {
  const cleared = runtimeSwitches(program).map((name) => `$env:${name} = $null; `);
  const words = hookWords(program, agent).map((word, k) => (k === 0 ? powershellText(word) : powershellWord(word)));
  return `${cleared.join('')}$global:LASTEXITCODE = 1; & ${words.join(' ')}`;
}

export class BadPath extends Error {
  constructor(path: string, why: string) {
    super(`${path} cannot be written into a hook command: it ${why}`);
  }
}

const posixWord = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** PowerShell takes the typographic quotes for quotes too. */
const powershellText = (word: string): string => `'${word.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
const powershellWord = (word: string): string => (/^[\w./\\:-]+$/.test(word) ? word : powershellText(word));

function cmdCommand(program: Program, agent: AgentId): string {
  for (const word of program) if (/["%]/.test(word)) throw new BadPath(word, 'holds a sign that cmd.exe has no quotes for');
  const words = hookWords(program, agent).map((word, k) => (k === 0 || !/^[\w./\\:-]+$/.test(word) ? `"${word}"` : word));
  return `${runtimeSwitches(program)
    .map((name) => `set ${name}=&`)
    .join('')}${words.join(' ')}`;
}

/** Whether a command of an agent's configuration starts forestall's hook, whatever its version and path. */
export const isHookCommand = (command: string): boolean =>
  /\bhook['"]?\s+['"]?--agent\b/.test(command) && /forestall|BUN_BE_BUN/i.test(command);
