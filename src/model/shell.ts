/** What a shell script would run, command by command, after quotes, variables and wrappers are resolved. */
import type { Span } from './finding.ts';

/** A piece of a word or of an output. */
export type Piece =
  /** Glob characters mean something only where `quoted` is false. `from`: indices of the commands that decoded it. */
  { kind: 'text'; text: string; quoted: boolean; from?: number[] } | UnknownPiece;

/** Text that cannot be known before the script runs. */
export interface UnknownPiece {
  kind: 'unknown';
  source: 'variable' | 'command' | 'process' | 'arithmetic' | 'input' | 'file';
  /** The variable; `''` for the other sources. */
  name: string;
  quoted: boolean;
  /** `${name:?}`: the shell stops when it is empty. */
  guarded: boolean;
  /** A directory inside which the value is known to lie; null when nothing is known. */
  within: string | null;
  /** Indices of the commands whose output this is, or is made from. */
  from: number[];
  /** What a `<(…)` holds, where it is known. */
  content: Piece[] | null;
  /** As written in the script: `$NAME`. */
  text: string;
}

/** One argument, after expansion: `{a,b}` and `$LIST` give several. */
export interface Word {
  pieces: Piece[];
  /** Null when some piece is unknown. */
  value: string | null;
  /** Some of it was quoted or escaped. */
  quoted: boolean;
  /** An unquoted glob character stands in it. */
  glob: boolean;
  /** Written so that a reader does not see the name: `r''m`, `$'\x72m'`. */
  disguised?: true;
  /** Where the argument stands in the outermost script. */
  span: Span;
}

/** One option. Bundled short options are split, `--name=value` and `-ovalue` are taken apart, abbreviations completed. */
export interface Flag {
  /** With its dashes; `--` for the end of options. */
  name: string;
  value: Word | null;
}

export interface Redirect {
  operator: '<' | '>' | '>>' | '>|' | '<>' | '&>' | '&>>' | '<&' | '>&' | '<<' | '<<-' | '<<<';
  descriptor: number | null;
  target: Word;
}

/** Where a command stands in its script. */
export interface CommandPlace {
  /** Commands of the stages before and after in the same pipeline; indices into `ResolvedScript.commands`. */
  pipeFrom: number[];
  pipeTo: number[];
  /** Runs as the condition of `if` or `while`. */
  condition: boolean;
  /** Runs only if something else succeeds or fails: a branch, the right side of `&&` or `||`, a function not called. */
  conditional: boolean;
  loop: boolean;
  subshell: boolean;
  background: boolean;
  /** The function whose body it is in. */
  function: string | null;
  /** Inside `$(…)`, `<(…)` or `>(…)`. */
  substitution: boolean;
}

export interface ResolvedCommand {
  /** The program's name without its folders; null when it is unknown. */
  program: string | null;
  /** As called: `/usr/bin/rm`, `./x.sh`; null when it is unknown. */
  programPath: string | null;
  /** Program and arguments. */
  words: Word[];
  flags: Flag[];
  /** Arguments that are neither options nor values of options; a sub-command (`git reset`) is among the first. */
  operands: Word[];
  redirects: Redirect[];
  /** `NAME=value` in front of the program. */
  assignments: { name: string; value: Word }[];
  /** Programs that start this one, outermost first: `sudo`, `env`, `xargs`, `bash`, `find`. */
  wrappers: string[];
  /** Runs on another machine, or in a container; null when it runs here. */
  remote: 'ssh' | 'container' | null;
  place: CommandPlace;
  /** Absolute; null when a `cd` went somewhere unknown. */
  cwd: string | null;
  /** Program text that is given in the command itself or its input: `-c`, `-e`, a heredoc. */
  code: { language: string; pieces: Piece[] } | null;
  /** Commands whose output this one executes: piped into an interpreter, `eval "$(…)"`, downloaded and then run. */
  runsOutputOf: number[];
  /** Commands whose output is in its arguments or its input, or in a file that it names. */
  dataFrom: number[];
  /** What its standard input holds; null for the terminal. */
  input: Piece[] | null;
  /** The program's name is written so that a reader does not see it: `r''m`, `$'\x72m'`. */
  disguised: boolean;
  /** How many scripts it is nested in: 1 inside `bash -c '…'`. */
  shellDepth: number;
  /** The command, or the argument that holds the nested script, in the outermost script. */
  span: Span;
}

/** A file that the script itself fills through a redirect, `tee`, or a downloader's output option. */
export interface ScriptWrite {
  /** Absolute. */
  path: string;
  /** Null when the text cannot be known. */
  content: Piece[] | null;
  append: boolean;
  /** Index of the command that writes. */
  command: number;
  span: Span;
}

/** Why the list of commands may be incomplete. */
export interface ShellNote {
  kind: 'unparsed' | 'bound';
  message: string;
  /** Offset into the outermost script. */
  offset: number;
}

export interface ResolvedScript {
  text: string;
  /** In the order in which they would run, substitutions before the command that uses them. */
  commands: ResolvedCommand[];
  writes: ScriptWrite[];
  notes: ShellNote[];
}
