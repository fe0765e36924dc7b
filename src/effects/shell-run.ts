/** The running of one program: which command it is, and whose part it is to say what it means. */
import type { Span } from '../model/finding.ts';
import type { Piece, Redirect, ResolvedCommand, Word } from '../model/shell.ts';
import { absolute, locate } from '../parse/shell-path.ts';
import type { Resolver, Scope } from './resolve.ts';
import { readArguments } from './shell-arguments.ts';
import { builtin } from './shell-builtins.ts';
import { fileRun, interpreter, shell, windowsShell } from './shell-code.ts';
import { hostedScripts, recipesOf } from './shell-hosted.ts';
import { started } from './shell-launch.ts';
import { literal, renderPieces, sourcesOfPieces, unknown } from './shell-pieces.ts';
import { product } from './shell-products.ts';
import { fork, type ShellState } from './shell-state.ts';

interface How {
  assignments: ResolvedCommand['assignments'];
  redirects: Redirect[];
  span: Span;
}

/** A program that is being run. */
export interface Run {
  resolver: Resolver;
  record: ResolvedCommand;
  index: number;
  words: Word[];
  how: How;
  state: ShellState;
  scope: Scope;
}

/** Runs `words`; returns what it prints. */
export function runCommand(resolver: Resolver, words: Word[], how: How, state: ShellState, scope: Scope): Piece[] {
  const first = words[0]!;
  const alias =
    first.value === null || first.quoted || scope.calls.includes(`alias ${first.value}`) ? null : state.aliases.get(first.value);
  if (alias !== null) {
    const rest = words.slice(1).map((word) => literal(resolver.bind([word.pieces], state)));
    const text = [literal(alias), ...rest.flatMap((word) => [literal(' "'), word, literal('"')])];
    return resolver.nested(text, state, { ...scope, calls: [...scope.calls, `alias ${first.value}`] }, how.span);
  }
  const body = first.value === null ? null : state.functions.get(first.value);
  const program = body === null ? programOf(first) : first.value;
  const args = program === null ? { flags: [], operands: words.slice(1), rest: 1 } : readArguments(program, words);
  const command = {
    program,
    programPath: first.value,
    words,
    flags: args.flags,
    operands: args.operands,
    redirects: how.redirects,
    assignments: how.assignments,
    cwd: state.cwd,
    code: null as ResolvedCommand['code'],
    runsOutputOf: [] as number[],
    dataFrom: dataOf(words, scope.input, state),
    input: scope.input,
    disguised: isDisguised(first),
    span: how.span,
  };
  if (program === 'git' || program === 'make' || program === 'tar') command.cwd = folderOption(command, state);
  const index = resolver.record(command, scope);
  const record = resolver.commands[index]!;
  const run: Run = { resolver, record, index, words, how, state, scope };
  if (body !== null)
    return resolver.call(
      first.value!,
      body,
      words.slice(1).map((word) => word.pieces),
      state,
      scope,
    );
  if (program === null) return runUnknown(run);
  const before = how.assignments.map(({ name }) => [name, state.variables.get(name)] as const);
  for (const { name, value } of how.assignments) state.variables.set(name, { values: [value.pieces], array: null });
  hosted(run);
  const output =
    builtin(run) ?? started(run) ?? shell(run) ?? windowsShell(run) ?? interpreter(run) ?? fileRun(run) ?? product(run);
  for (const [name, value] of before) state.variables.set(name, value);
  return output;
}

/** Runs the scripts in the arguments of a program that is no shell. What is no script in them is nobody's fault. */
function hosted({ resolver, record, how, state, scope }: Run): void {
  const scripts = hostedScripts(record);
  if (record.program === 'make' || record.program === 'gmake') {
    const given = record.flags.find(({ name }) => /^(-f|--file|--makefile)$/.test(name))?.value?.value;
    for (const name of given ? [given] : ['GNUmakefile', 'makefile', 'Makefile']) {
      const path = absolute(name, record.cwd ?? state.cwd);
      const content = path === null ? null : (state.files.get(path)?.content ?? null);
      if (content !== null) scripts.push(...recipesOf(renderPieces(content)));
    }
  }
  for (const text of scripts)
    resolver.nested(
      [literal(`${text}\n# `), unknown('file')],
      fork(state),
      { ...scope, conditional: true, input: null, wrappers: [...scope.wrappers, record.program ?? ''] },
      how.span,
    );
}

/** Letters of one name, some of them quoted: nobody writes so who wants to be read. */
function isDisguised(word: Word): boolean {
  if (word.disguised === true && /^[a-z][a-z0-9_-]+$/i.test(word.value ?? '')) return true;
  // `/bin/r?`: a program of the system that is named by a pattern.
  return (
    word.glob &&
    /^(?:\/[^/]*[*?[][^/]*\/|(?:\/(?:usr|local|opt))*\/s?bin\/)/.test(word.value ?? '') &&
    !/\s/.test(word.value ?? '')
  );
}

/** Commands whose output the words, the input and the files that they name hold. */
function dataOf(words: readonly Word[], input: readonly Piece[] | null, state: ShellState): number[] {
  const from = new Set(sourcesOfPieces(input ?? []));
  for (const word of words.slice(1)) {
    for (const index of sourcesOfPieces(word.pieces)) from.add(index);
    if (word.value === null || word.value.length > 4096) continue;
    // `@file`, `name=@file`, `--file=path`.
    for (const text of [word.value, word.value.replace(/^[^=@]*[=@]@?/, '')]) {
      const path = text === '' ? null : absolute(text, state.cwd);
      for (const index of (path === null ? null : state.files.get(path))?.from ?? []) from.add(index);
    }
  }
  return [...from];
}

/** The last part of the path; of `"$DIR"/rm` and `r${x}m` what is known of it. */
function programOf(word: Word): string | null {
  let text = '';
  for (const piece of word.pieces) if (piece.kind === 'text') text += piece.text;
  const name = text.slice(text.lastIndexOf('/') + 1).replace(/\.exe$/i, '');
  return name === '' ? null : name;
}

/** `git -C dir`, `make -C dir`, `tar -C dir`: where relative operands lead. */
function folderOption(command: Pick<ResolvedCommand, 'flags' | 'cwd'>, state: ShellState): string | null {
  let { cwd } = command;
  for (const flag of command.flags) {
    if ((flag.name !== '-C' && flag.name !== '--directory' && flag.name !== '--work-tree') || flag.value === null) continue;
    const where = locate(flag.value.pieces, cwd ?? state.cwd);
    cwd = where.kind === 'exact' ? where.path : null;
  }
  return cwd;
}

/** The program's name is unknown; its text may be the output of another command. */
function runUnknown(run: Run): Piece[] {
  run.record.runsOutputOf = sourcesOfPieces(run.words[0]!.pieces);
  return [unknown('command', { from: [run.index] })];
}
