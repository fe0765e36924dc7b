/** Programs that run a text: shells, interpreters, and files that are scripts. */
import type { Piece } from '../model/shell.ts';
import { translateCmd } from '../parse/cmd.ts';
import { translatePowerShell } from '../parse/powershell.ts';
import { absolute } from '../parse/shell-path.ts';
import { decodeUtf16 } from '../parse/utf16.ts';
import type { Scope } from './resolve.ts';
import { family, interpreters, shells } from './shell-interpreters.ts';
import { literal, renderPieces, sourcesOfPieces, spaced, textOfPieces, unknown } from './shell-pieces.ts';
import type { Run } from './shell-run.ts';
import { fork, keepFiles, type ScriptFile, type ShellState } from './shell-state.ts';

/** Runs a text as the code of `run`'s program. */
export function script(run: Run, pieces: Piece[], state: ShellState, scope: Scope): Piece[] {
  run.record.code = { language: 'bash', pieces };
  run.record.runsOutputOf = commandsIn(pieces);
  const output = run.resolver.nested(pieces, state, scope, run.how.span);
  if (state !== run.state && scope.remote === run.scope.remote) keepFiles(run.state, state);
  return output;
}

/** Whose output is run as commands: not what only fills an argument of a script, as in `bash -c "echo $(date)"`. */
export function commandsIn(pieces: readonly Piece[]): number[] {
  return sourcesOfPieces(
    pieces.filter((piece, at) => {
      const before = renderPieces(pieces.slice(Math.max(at - 2, 0), at)).replace(/[ \t"']+$/, '');
      return (
        (piece.kind === 'text' && piece.from !== undefined) ||
        (piece.kind === 'unknown' && (before === '' || /(?:[\n;&|({!]|\b(?:do|then|else|eval|exec|sudo|sh|bash))$/.test(before)))
      );
    }),
  );
}

export function shell(run: Run): Piece[] | null {
  const { record, words, state, scope, resolver } = run;
  const program = record.program!;
  if (!shells.has(program)) return null;
  const inner: Scope = { ...scope, wrappers: [...scope.wrappers, program] };
  const code = record.flags.find((flag) => flag.name === '-c')?.value;
  const operands = record.operands;
  if (code !== undefined && code !== null) {
    const within = { ...fork(state), positional: operands.slice(words.includes(code) ? 1 : 0).map((word) => word.pieces) };
    // `bash -c text zero one`: the text is no operand, `zero` is `$0`.
    if (words.includes(code) && operands[0] === code) within.positional = operands.slice(2).map((word) => word.pieces);
    within.variables.set('0', { values: [operands[0]?.pieces ?? [literal(program)]], array: null });
    return script(run, code.pieces, within, inner);
  }
  const file = operands[0];
  if (
    file !== undefined &&
    !record.flags.some((flag) => flag.name === '-s') &&
    file.value !== '-' &&
    file.value !== '/dev/stdin'
  ) {
    const content = resolver.programIn(file, state);
    return script(run, content, { ...fork(state), positional: operands.slice(1).map((word) => word.pieces) }, inner);
  }
  if (record.flags.some((flag) => flag.name === '--version' || flag.name === '--help' || flag.name === '-n')) return [];
  if (scope.input === null) return [unknown('command', { from: [run.index] })];
  return script(
    run,
    programInput(run) ?? scope.input,
    { ...fork(state), positional: operands.slice(file?.value === '-' ? 1 : 0).map((word) => word.pieces) },
    // The pipe is used up: its commands read nothing of it.
    { ...inner, input: null, pipeFrom: [] },
  );
}

/** `sh < file`, `cat file | sh`: the files that the shell reads its commands from; null when its input is something else. */
function programInput(run: Run): Piece[] | null {
  const { how, scope, state, resolver } = run;
  const redirect = how.redirects.findLast(({ operator, descriptor }) => operator === '<' && (descriptor ?? 0) === 0);
  if (redirect !== undefined) return resolver.programIn(redirect.target, state, true);
  const sources = sourcesOfPieces(scope.input ?? []);
  if (scope.input?.length !== 1 || scope.input[0]?.kind !== 'unknown' || sources.length !== 1) return null;
  const source = resolver.commands[sources[0]!];
  if (source === undefined || !/^(?:cat|tac|head|tail|bat)$/.test(source.program ?? '') || source.remote !== null) return null;
  const files = source.operands.filter((word) => word.value !== null && word.value !== '-' && !word.glob);
  if (files.length === 0 || files.length < source.operands.length) return null;
  return files.flatMap((word) => resolver.programIn(word, { ...state, cwd: source.cwd }, true));
}

/** `pwsh -Command …`, `pwsh -EncodedCommand …`, `cmd /c …`. */
export function windowsShell(run: Run): Piece[] | null {
  const { record, words, state, scope, resolver, how } = run;
  const program = record.program!.toLowerCase();
  if (program !== 'cmd' && program !== 'pwsh' && program !== 'powershell') return null;
  const encoded =
    program === 'cmd' ? -1 : words.findIndex((word) => /^[-/]e(c|nc?o?d?e?d?c?o?m?m?a?n?d?)?$/i.test(word.value ?? ''));
  const flag = program === 'cmd' ? /^\/[ck]$/i : /^[-/]c(o?m?m?a?n?d?)?$/i;
  let at = words.findIndex((word) => flag.test(word.value ?? ''));
  // Windows PowerShell takes a text without `-Command`, too.
  if (at < 0 && encoded < 0 && program === 'powershell' && words.length > 1 && !/^[-/]/.test(words[1]!.value ?? '')) at = 0;
  const given = encoded >= 0 ? [words[encoded + 1]] : at >= 0 ? words.slice(at + 1) : [];
  const pieces =
    given.length > 0 ? spaced(given.filter((word) => word !== undefined)) : program === 'cmd' ? [] : (scope.input ?? []);
  if (pieces.length === 0) return null;
  record.code = { language: program === 'cmd' ? 'cmd' : 'powershell', pieces };
  record.runsOutputOf = sourcesOfPieces(pieces);
  const text = textOfPieces(pieces);
  if (text === null) return [unknown('command', { from: [run.index] })];
  const made = program === 'cmd' ? translateCmd(text) : translatePowerShell(encoded >= 0 ? decodeUtf16(text) : text);
  if (made.fault !== null) resolver.note('unparsed', made.fault, how.span.start);
  return resolver.nested(
    [literal(made.script)],
    fork(state),
    { ...scope, wrappers: [...scope.wrappers, program], input: null },
    how.span,
  );
}

export function interpreter(run: Run): Piece[] | null {
  const { record, state, scope, resolver } = run;
  const known = interpreters.get(family(record.program!));
  if (known === undefined) return null;
  const output = [unknown('command', { from: [run.index] })];
  const flag = record.flags.find((one) => known.code.includes(one.name));
  if (flag !== undefined) {
    // PowerShell's and Node's `-pe` leave the text among the operands.
    const pieces = flag.value?.pieces ?? record.operands[0]?.pieces ?? [];
    record.code = { language: known.language, pieces };
    record.runsOutputOf = sourcesOfPieces(pieces);
    return output;
  }
  if (record.program === 'deno' && record.operands[0]?.value === 'eval') {
    record.code = { language: known.language, pieces: record.operands[1]?.pieces ?? [] };
    record.runsOutputOf = sourcesOfPieces(record.code.pieces);
    return output;
  }
  if (known.other !== undefined && record.flags.some((one) => known.other!.includes(one.name))) return output;
  if (record.flags.some((one) => /^(--version|--help|-V|-v|-h)$/.test(one.name)) && record.operands.length === 0) return output;
  const operands = record.operands.filter(
    (word) => !(record.program === 'deno' || record.program === 'bun') || word.value !== 'run',
  );
  const file = operands[0];
  const content =
    file === undefined || file.value === '-' || file.value === '/dev/stdin' ? scope.input : resolver.programIn(file, state);
  if (content === null) return output;
  record.code =
    file === undefined || content.some((piece) => piece.kind === 'text') ? { language: known.language, pieces: content } : null;
  record.runsOutputOf = sourcesOfPieces(content);
  return output;
}

/** `./script` that was written or downloaded by the same script. */
export function fileRun(run: Run): Piece[] | null {
  const { record, words, state, scope } = run;
  const path = record.programPath;
  if (path === null || !path.includes('/')) return null;
  const where = absolute(path, state.cwd);
  const written: ScriptFile | null = where === null ? null : state.files.get(where);
  const onDisk = written === null && where !== null ? run.resolver.context.scriptAt?.(where) : undefined;
  const text = onDisk?.kind === 'text' && onDisk.own ? onDisk.text : null;
  const isScript = text !== null && (text.startsWith('#!') ? /^#!.*\b(ba|da|k|z)?sh\b/.test(text) : /\.(sh|bash)$/.test(path));
  const file = isScript ? { content: [literal(`${text}\n# `), unknown('file')], from: [] } : written;
  if (file === null) return null;
  record.runsOutputOf = file.from.filter((index) => index > state.verified.upTo);
  if (file.content === null) return null;
  const language = /^#!.*\b(python|node|perl|ruby|php)/.exec(renderPieces(file.content.slice(0, 1)))?.[1];
  if (language !== undefined) return null;
  return script(
    run,
    file.content,
    { ...fork(state), positional: words.slice(1).map((word) => word.pieces) },
    { ...scope, wrappers: [...scope.wrappers, path] },
  );
}
