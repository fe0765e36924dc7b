/**
 * The tree of a POSIX/bash script, as `parseShell` builds it. Quotes and escapes are already decoded: what is left is what
 * the shell would see, with a note of which parts were quoted. Offsets are UTF-16 code units into the parsed text.
 */
import type { Span } from '../model/finding.ts';

export interface ShellWord extends Span {
  parts: ShellPart[];
  /** A plain name, quoted or escaped in its middle (`r''m`, `c\url`) or written in codes (`$'\x72m'`). */
  disguised?: true;
}

export type ShellPart =
  /** Decoded literal text. Braces, `~` and glob characters mean something only where `quoted` is false. */
  | { kind: 'text'; text: string; quoted: boolean }
  | ParameterPart
  /** `$(…)` or backticks. */
  | ({ kind: 'command'; body: ShellNode[]; quoted: boolean } & Span)
  /** `<(…)` is `in`, `>(…)` is `out`. */
  | ({ kind: 'process'; direction: 'in' | 'out'; body: ShellNode[] } & Span)
  /** `$((…))`; `parts` are the expansions inside. */
  | ({ kind: 'arithmetic'; text: string; parts: ShellPart[]; quoted: boolean } & Span);

/** `$name`, `${name}`, `${name[index]operator argument}`. */
export interface ParameterPart extends Span {
  kind: 'parameter';
  /** A name, a digit, or one of `@ * # ? $ ! - 0`. */
  name: string;
  /** `${#name}`. */
  length: boolean;
  /** `${!name}`. */
  indirect: boolean;
  /** Text between the brackets: `@`, `*`, an index; null without. */
  index: string | null;
  /** `:-`, `#`, `%%`, `/`, `:` …; `''` for a plain expansion. */
  operator: string;
  argument: ShellWord | null;
  /** After the second `/`, or the second `:`. */
  second: ShellWord | null;
  quoted: boolean;
}

export interface ShellAssignment extends Span {
  name: string;
  index: string | null;
  append: boolean;
  value: ShellWord | null;
  /** `name=(…)`. */
  array: ShellWord[] | null;
}

export interface ShellRedirect extends Span {
  operator: '<' | '>' | '>>' | '>|' | '<>' | '&>' | '&>>' | '<&' | '>&' | '<<' | '<<-' | '<<<';
  /** The number before the operator; null when the operator's own applies, or for `{name}>`. */
  descriptor: number | null;
  /** The file, descriptor or here-string; for a heredoc its delimiter. */
  target: ShellWord;
  /** A heredoc's text; null for the other operators. */
  body: ShellPart[] | null;
}

interface Redirected extends Span {
  redirects: ShellRedirect[];
}

export type ShellNode =
  /** `declared` holds the assignments among the arguments of `export`, `declare`, `local`, `readonly`, `typeset`, `alias`. */
  | ({ kind: 'simple'; assignments: ShellAssignment[]; words: ShellWord[]; declared: ShellAssignment[] } & Redirected)
  | ({ kind: 'pipeline'; stages: ShellNode[] } & Span)
  | ({ kind: 'and-or'; operator: '&&' | '||'; left: ShellNode; right: ShellNode } & Span)
  | ({ kind: 'background'; body: ShellNode } & Span)
  | ({ kind: 'group' | 'subshell'; body: ShellNode[] } & Redirected)
  | ({ kind: 'if'; branches: { condition: ShellNode[]; body: ShellNode[] }[]; otherwise: ShellNode[] } & Redirected)
  /** `while` and `until`. */
  | ({ kind: 'loop'; condition: ShellNode[]; body: ShellNode[] } & Redirected)
  /** `words` is null for `for x; do`, which runs over the positional parameters. `select` is the same. */
  | ({ kind: 'for'; name: string; words: ShellWord[] | null; body: ShellNode[] } & Redirected)
  | ({ kind: 'case'; value: ShellWord; items: { patterns: ShellWord[]; body: ShellNode[] }[] } & Redirected)
  | ({ kind: 'function'; name: string; body: ShellNode } & Span)
  /** `[[ … ]]`. */
  | ({ kind: 'test'; words: ShellWord[] } & Redirected)
  /** `(( … ))`, and the head of `for ((…))` in front of its body. */
  | ({ kind: 'arithmetic'; parts: ShellPart[]; body: ShellNode[] } & Redirected);

export interface ShellTree {
  body: ShellNode[];
  /** Where the text is not a script; parsing went on at the next line. Empty when all was understood. */
  errors: { offset: number; message: string }[];
  /** True when something was nested deeper than `MAX_SHELL_NESTING`, and dropped. */
  tooDeep: boolean;
}
