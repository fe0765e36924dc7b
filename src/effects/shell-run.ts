/** What running one program means: built-in commands, programs that start others, interpreters, downloads. */
import type { Span } from '../model/finding.ts';
import type { Piece, Redirect, ResolvedCommand, Word } from '../model/shell.ts';
import { translateCmd } from '../parse/cmd.ts';
import { decodeUtf16, translatePowerShell } from '../parse/powershell.ts';
import { absolute, locate } from '../parse/shell-path.ts';
import type { Resolver, Scope } from './resolve.ts';
import { peel, readArguments } from './shell-arguments.ts';
import { hostedScripts, recipesOf } from './shell-hosted.ts';
import { family, interpreters, shells } from './shell-interpreters.ts';
import { printed } from './shell-output.ts';
import { fork, keepFiles, type ScriptFile, type ShellState } from './shell-state.ts';
import { literal, renderPieces, sourcesOfPieces, textOfPieces, unknown, wordOf } from './shell-words.ts';
import { type Wrapper, wrappers } from './shell-wrappers.ts';

interface How {
  assignments: ResolvedCommand['assignments'];
  redirects: Redirect[];
  span: Span;
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
    builtin(run) ?? started(run) ?? shell(run) ?? windowsShell(run) ?? interpreter(run) ?? fileRun(run) ?? other(run);
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

interface Run {
  resolver: Resolver;
  record: ResolvedCommand;
  index: number;
  words: Word[];
  how: How;
  state: ShellState;
  scope: Scope;
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

// ---- built-in commands

function builtin(run: Run): Piece[] | null {
  const { resolver, record, words, state, scope, how } = run;
  const operand = record.operands[0];
  switch (record.program) {
    case 'cd':
    case 'chdir':
      goTo(operand === undefined ? [literal(resolver.context.home)] : operand.pieces, state);
      return [];
    case 'pushd':
      state.folders.push(state.cwd);
      if (operand !== undefined) goTo(operand.pieces, state);
      return [];
    case 'popd': {
      const folder = state.folders.pop();
      if (folder !== undefined) state.cwd = folder;
      return [];
    }
    case 'unset':
      for (const word of record.operands) {
        if (word.value === null) continue;
        if (record.flags.some((flag) => flag.name === '-f')) state.functions.set(word.value, null);
        else state.variables.set(word.value, { values: [[]], array: null });
      }
      return [];
    case 'unalias':
      for (const word of record.operands) if (word.value !== null) state.aliases.set(word.value, null);
      return [];
    case 'set': {
      const dashes = words.findIndex((word) => word.value === '--');
      if (dashes >= 0) state.positional = words.slice(dashes + 1).map((word) => word.pieces);
      else if (words.length > 1 && !/^[-+]/.test(words[1]?.value ?? ''))
        state.positional = words.slice(1).map((word) => word.pieces);
      return [];
    }
    case 'shift':
      state.positional = state.positional?.slice(Number(operand?.value ?? 1) || 1) ?? null;
      return [];
    case 'read':
    case 'mapfile':
    case 'readarray': {
      const input = scope.input ?? [unknown('input')];
      const text = textOfPieces(input);
      const names = record.operands.filter((word) => /^[A-Za-z_]\w*$/.test(word.value ?? ''));
      const [line = ''] = text?.split('\n') ?? [];
      for (const [at, name] of names.entries()) {
        const last = at === names.length - 1;
        const parts = line.trim().split(/\s+/);
        const value =
          text === null
            ? [unknown('input', { from: sourcesOfPieces(input), within: withinOf(input), text: `\${${name.value}}` })]
            : [literal(last ? parts.slice(at).join(' ') : (parts[at] ?? ''))];
        const values =
          text === null || !scope.loop || names.length > 1
            ? [value]
            : text
                .split('\n')
                .filter((one) => one !== '')
                .slice(0, 24)
                .map((one) => [literal(one.trim())]);
        state.variables.set(name.value!, { values, array: null });
      }
      return [];
    }
    case 'printf': {
      const at = words.findIndex((word) => word.value === '-v');
      const name = at === 1 ? words[2]?.value : null;
      if (name === null || name === undefined) return null;
      const value = printed({
        program: 'printf',
        args: words.slice(3),
        input: null,
        cwd: state.cwd,
        workspace: resolver.context.workspace,
      });
      state.variables.set(name, { values: [value ?? [unknown('command')]], array: null });
      return [];
    }
    case 'eval': {
      const pieces = spaced(words.slice(1));
      record.runsOutputOf = commandsIn(pieces);
      record.code = { language: 'bash', pieces };
      return resolver.nested(pieces, state, { ...scope, wrappers: [...scope.wrappers, 'eval'] }, how.span);
    }
    case 'source':
    case '.': {
      if (operand === undefined) return [];
      const args = record.operands.slice(1).map((word) => word.pieces);
      const content = operand.value === '/dev/stdin' ? (scope.input ?? []) : resolver.programIn(operand, state);
      record.runsOutputOf = sourcesOfPieces(content);
      const { positional } = state;
      if (args.length > 0) state.positional = args;
      const output = resolver.nested(content, state, { ...scope, wrappers: [...scope.wrappers, record.program] }, how.span);
      state.positional = positional;
      return output;
    }
    case 'trap':
      if (operand !== undefined && words.length > 2)
        resolver.nested(operand.pieces, fork(state), { ...scope, conditional: true }, how.span);
      return [];
    case 'hash':
    case 'test':
    case '[':
    case 'let':
    case 'exit':
    case 'return':
      return [];
    default:
      return null;
  }
}

function goTo(pieces: readonly Piece[], state: ShellState): void {
  const old = state.cwd;
  const text = textOfPieces(pieces);
  if (text === '-') state.cwd = state.oldCwd;
  else if (text === '') return;
  else {
    const where = locate(pieces, state.cwd);
    state.cwd = where.kind === 'exact' ? where.path : null;
  }
  state.oldCwd = old;
}

// ---- programs that start others

function started(run: Run): Piece[] | null {
  const { record, words, state, scope, resolver, how } = run;
  const program = record.program!;
  if (program === 'find' || program === 'gfind') return found(run);
  if (program === 'fd' || program === 'fdfind') return foundByFd(run);
  const known = wrappers[program];
  if (known === undefined) return null;
  const choices: readonly Wrapper[] = Array.isArray(known) ? known : [known as Wrapper];
  for (const wrapper of choices) {
    const peeled = peel(words, wrapper);
    if (peeled === null) continue;
    const inner: Scope = {
      ...scope,
      wrappers: [...scope.wrappers, program],
      remote: wrapper.remote ?? scope.remote,
      input: wrapper.input ? null : scope.input,
    };
    const apart = wrapper.remote !== undefined || program === 'env' || program === 'cross-env';
    const within = apart ? fork(state) : state;
    if (wrapper.remote !== undefined) within.cwd = null;
    for (const { name, value } of peeled.assignments) within.variables.set(name, { values: [value.pieces], array: null });
    if (peeled.script !== null) return script(run, peeled.script, within, inner);
    if (wrapper.script || (program === 'parallel' && peeled.words.length > 0 && /\s/.test(peeled.words[0]!.value ?? ''))) {
      return script(run, spaced(peeled.words), within, inner);
    }
    const list = wrapper.input ? withInput(run, peeled.words, peeled.marker) : peeled.words;
    return resolver.run(list, { assignments: peeled.assignments, redirects: [], span: how.span }, within, inner);
  }
  // `ssh host < script`, `su < script`, `sudo -s`: the input is a script.
  if ((program === 'ssh' || program === 'su') && scope.input !== null) {
    return script(run, scope.input, fork(state), {
      ...scope,
      wrappers: [...scope.wrappers, program],
      remote: program === 'ssh' ? 'ssh' : scope.remote,
      input: null,
    });
  }
  return null;
}

function script(run: Run, pieces: Piece[], state: ShellState, scope: Scope): Piece[] {
  run.record.code = { language: 'bash', pieces };
  run.record.runsOutputOf = commandsIn(pieces);
  const output = run.resolver.nested(pieces, state, scope, run.how.span);
  if (state !== run.state && scope.remote === run.scope.remote) keepFiles(run.state, state);
  return output;
}

/** The arguments that `xargs` and `parallel` read from their input. */
function withInput(run: Run, inner: Word[], marker: string | null): Word[] {
  const { scope, how } = run;
  const colons = inner.findIndex((word) => /^:::\+?$/.test(word.value ?? ''));
  const given = colons < 0 ? null : inner.slice(colons + 1);
  const words = colons < 0 ? inner : inner.slice(0, colons);
  const input = scope.input ?? [unknown('input')];
  const text = textOfPieces(input);
  const nul = run.record.flags.some((flag) => flag.name === '-0' || flag.name === '--null');
  const added =
    given?.map((word) => word.pieces) ??
    (text === null
      ? [[unknown('input', { from: sourcesOfPieces(input), within: withinOf(input), text: '{}' })]]
      : text
          .split(nul ? '\0' : /\s+/)
          .filter((part) => part !== '')
          .slice(0, 200)
          .map((part) => [literal(part)]));
  const holder = marker ?? (run.record.program === 'parallel' && words.some((word) => word.value?.includes('{}')) ? '{}' : null);
  if (holder === null) return [...words, ...added.map((pieces) => wordOf(pieces, how.span))];
  return replaced(words, holder, added, how.span);
}

/** Puts each of `values` in place of `marker`, wherever it stands in the words. */
function replaced(words: readonly Word[], marker: string, values: readonly Piece[][], span: Span): Word[] {
  return words.flatMap((word) => {
    if (!word.pieces.some((piece) => piece.kind === 'text' && piece.text.includes(marker))) return [word];
    return values.map((value) =>
      wordOf(
        word.pieces.flatMap((piece): Piece[] => {
          if (piece.kind === 'unknown' || !piece.text.includes(marker)) return [piece];
          return piece.text
            .split(marker)
            .flatMap((text, at): Piece[] => [...(at > 0 ? value : []), ...(text === '' ? [] : [{ ...piece, text }])]);
        }),
        span,
      ),
    );
  });
}

/** `find start… -exec program {} ;`: the operands are what lies below the starting points. */
function found(run: Run): Piece[] {
  const { record, words, state, scope, resolver, how } = run;
  const starts: Word[] = [];
  let at = 1;
  while (/^-(?:[HLP]|O\d|D)$/.test(words[at]?.value ?? '')) at += words[at]?.value === '-D' ? 2 : 1;
  for (; at < words.length && !/^(?:-|\(|!)/.test(words[at]?.value ?? ''); at += 1) starts.push(words[at]!);
  record.operands = starts.length > 0 ? starts : [wordOf([literal('.')], how.span)];
  const places = record.operands.flatMap((word): Piece[][] => {
    const where = locate(word.pieces, state.cwd);
    return [[unknown('command', { within: where.kind === 'unknown' ? null : where.path, from: [run.index], text: '{}' })]];
  });
  for (; at < words.length; at += 1) {
    if (!/^-(?:exec|execdir|ok|okdir)$/.test(words[at]?.value ?? '')) continue;
    const end = words.findIndex(
      (word, index) => index > at && (word.value === ';' || (word.value === '+' && words[index - 1]?.value === '{}')),
    );
    const inner = words.slice(at + 1, end < 0 ? undefined : end);
    if (inner.length > 0) {
      resolver.run(replaced(inner, '{}', places, how.span), { assignments: [], redirects: [], span: how.span }, fork(state), {
        ...scope,
        wrappers: [...scope.wrappers, 'find'],
        input: null,
      });
    }
    if (end < 0) break;
    at = end;
  }
  return places.flatMap((place) => [...place, literal('\n')]).slice(0, places.length === 1 ? 1 : undefined);
}

function foundByFd(run: Run): Piece[] {
  const { record, words, state, scope, resolver, how } = run;
  const at = words.findIndex((word) => /^(?:-[xX]|--exec|--exec-batch)$/.test(word.value ?? ''));
  const start = record.operands[1];
  const where =
    start === undefined || (at >= 0 && words.indexOf(start) > at)
      ? { kind: 'exact' as const, path: state.cwd ?? '' }
      : locate(start.pieces, state.cwd);
  const place = unknown('command', {
    within: where.kind === 'unknown' || where.path === '' ? null : where.path,
    from: [run.index],
    text: '{}',
  });
  if (at >= 0 && at + 1 < words.length) {
    const inner = words.slice(at + 1).filter((word) => word.value !== ';');
    const list = inner.some((word) => word.value?.includes('{}'))
      ? replaced(inner, '{}', [[place]], how.span)
      : [...inner, wordOf([place], how.span)];
    resolver.run(list, { assignments: [], redirects: [], span: how.span }, fork(state), {
      ...scope,
      wrappers: [...scope.wrappers, 'fd'],
      input: null,
    });
    record.operands = record.operands.filter((word) => words.indexOf(word) < at);
  }
  return [place];
}

// ---- interpreters

function shell(run: Run): Piece[] | null {
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
function windowsShell(run: Run): Piece[] | null {
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

function interpreter(run: Run): Piece[] | null {
  const { record, state, scope, resolver } = run;
  const known = interpreters[family(record.program!)];
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
function fileRun(run: Run): Piece[] | null {
  const { record, words, state, scope } = run;
  const path = record.programPath;
  if (path === null || !path.includes('/')) return null;
  const where = absolute(path, state.cwd);
  const written: ScriptFile | null = where === null ? null : state.files.get(where);
  const onDisk = written === null && where !== null ? run.resolver.context.scriptAt?.(where) : undefined;
  const text = onDisk?.kind === 'text' && onDisk.own ? onDisk.text : null;
  const isScript =
    text !== null && /^#!.*\b(ba|da|k|z)?sh\b|^(?!#!)/.test(text) && /^#!|\.(sh|bash)$/.test(text.startsWith('#!') ? '#!' : path);
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

// ---- other programs

function other(run: Run): Piece[] {
  const { record, words, state, scope, resolver } = run;
  const program = record.program!;
  const produced = unknown('command', { from: [...new Set([run.index, ...sourcesOfPieces(scope.input ?? [])])] });
  switch (program) {
    case 'curl':
    case 'wget':
    case 'fetch':
    case 'aria2c':
      return download(run, produced);
    case 'tee':
    case 'sponge':
      for (const target of record.operands) {
        const append = record.flags.some((flag) => flag.name === '-a' || flag.name === '--append');
        resolver.write(target, scope.input ?? [unknown('input')], append, run.index, state, run.how.span);
      }
      return scope.input ?? [produced];
    case 'cp':
    case 'mv': {
      const [from, to] = record.operands;
      if (record.operands.length !== 2 || from === undefined || to === undefined) return [];
      const source = locate(from.pieces, state.cwd);
      const target = locate(to.pieces, state.cwd);
      const file = source.kind === 'exact' ? state.files.get(source.path) : null;
      if (target.kind === 'exact') state.files.set(target.path, file ?? { content: null, from: [run.index] });
      return [];
    }
    case 'base64':
    case 'xxd':
    case 'gunzip':
    case 'zcat':
    case 'cat': {
      const file = record.operands[0];
      if (file === undefined || file.value === '-') break;
      const pieces = record.operands.flatMap((word) => resolver.contentOf(word, state));
      const input = program === 'cat' ? [] : pieces;
      const made =
        program === 'cat'
          ? pieces
          : printed({ program, args: words.slice(1), input, cwd: state.cwd, workspace: resolver.context.workspace }, run.index);
      if (made?.some((piece) => piece.kind === 'text')) return made;
      return [{ ...produced, from: [...produced.from, ...sourcesOfPieces(pieces)] }];
    }
    case 'tar':
    case 'zip':
    case 'openssl':
    case 'age':
    case 'sort':
    case 'gzip':
    case 'pg_dump':
    case 'mysqldump': {
      packed(run, produced);
      break;
    }
    case 'apply_patch':
    case 'applypatch':
      record.code = { language: 'apply_patch', pieces: record.operands[0]?.pieces ?? scope.input ?? [] };
      return [produced];
    case 'mktemp':
      return [unknown('command', { from: [run.index], within: temporary(run) })];
    case 'realpath':
    case 'readlink':
    case 'grealpath': {
      const last = record.operands[record.operands.length - 1];
      const where = last === undefined ? null : locate(last.pieces, state.cwd);
      if (where === null || where.kind === 'unknown') return [produced];
      return where.kind === 'exact' ? [literal(`${where.path}\n`)] : [{ ...produced, within: where.path }];
    }
    case 'which':
    case 'command':
    case 'type':
      return record.operands[0]?.value ? [literal(`/usr/bin/${record.operands[0].value}\n`)] : [produced];
    case 'sha256sum':
    case 'sha512sum':
    case 'sha1sum':
    case 'md5sum':
    case 'shasum':
    case 'b2sum':
      if (record.flags.some((flag) => /^(-c|--check|--c.*)$/.test(flag.name))) state.verified.upTo = run.index;
      return [produced];
    case 'gpg':
    case 'gpgv':
    case 'cosign':
    case 'minisign':
    case 'signify':
      if (program === 'gpgv' || words.some((word) => /^(--verify|verify|verify-blob|-V|-Vm)$/.test(word.value ?? '')))
        state.verified.upTo = run.index;
      packed(run, produced);
      return [produced];
    default:
  }
  const { workspace } = resolver.context;
  const made = printed({ program, args: words.slice(1), input: scope.input, cwd: state.cwd, workspace }, run.index);
  return made ?? [produced];
}

/** The file that a packer or cipher fills, by its option for that. */
function archiveOf(run: Run): Word | null {
  const { record, words } = run;
  if (record.program === 'zip') return record.operands[0] ?? null;
  const options: Record<string, readonly string[]> = {
    tar: ['-f', '--file'],
    gpg: ['-o', '--output'],
    openssl: ['-out'],
    age: ['-o', '--output'],
    sort: ['-o', '--output'],
    pg_dump: ['-f', '--file'],
    mysqldump: ['-r', '--result-file'],
  };
  const names = options[record.program ?? ''] ?? [];
  if (record.program === 'tar' && !words.slice(1, 3).some((word) => /^-?[a-zA-Z]*c|^--create/.test(word.value ?? '')))
    return null;
  const at = words.findIndex((word, index) => index > 0 && names.includes(word.value ?? ''));
  const given = record.flags.find((flag) => names.includes(flag.name))?.value ?? (at > 0 ? words[at + 1] : undefined);
  // `tar czf out in`
  const bundled = given === undefined && record.program === 'tar' && /^[a-zA-Z]*f$/.test(words[1]?.value ?? '');
  const target = bundled ? words[2] : given;
  return target?.value === '-' ? null : (target ?? null);
}

/** The file then holds what the command made of its input and operands. */
function packed(run: Run, produced: Piece): void {
  const target = archiveOf(run);
  if (target === null) return;
  run.resolver.write(target, null, false, run.index, run.state, run.how.span);
  const where = locate(target.pieces, run.state.cwd);
  if (where.kind === 'exact') run.state.files.set(where.path, { content: null, from: sourcesOfPieces([produced]) });
}

/** `mktemp -p dir`, `mktemp dir/name.XXXX`; otherwise the folder for temporary files. */
function temporary(run: Run): string | null {
  const { record, state } = run;
  const at = run.words.findIndex((word) => word.value === '-p' || word.value === '--tmpdir');
  const folder = at >= 0 ? run.words[at + 1] : record.operands.find((word) => word.value?.includes('/'));
  if (folder === undefined) return '/tmp';
  const where = locate(folder.pieces, state.cwd);
  if (where.kind === 'unknown') return null;
  return at >= 0 ? where.path : where.path.slice(0, where.path.lastIndexOf('/')) || '/';
}

/** `-o file`, `-O`: the file holds what was downloaded. */
function download(run: Run, produced: Piece): Piece[] {
  const { record, state, resolver, how } = run;
  const value = (...names: string[]): Word | null => record.flags.find((flag) => names.includes(flag.name))?.value ?? null;
  const urls = record.operands.filter((word) => word.value !== null);
  const wget = record.program === 'wget';
  let target = wget ? value('-O', '--output-document') : value('-o', '--output');
  const named = wget
    ? target === null
    : record.flags.some((flag) => flag.name === '-O' || flag.name === '--remote-name' || flag.name === '--remote-name-all');
  if (named) {
    const name = /^[^?#]*\/([^/?#]+)(?:[?#].*)?$/.exec(urls[0]?.value ?? '')?.[1];
    const folder = wget ? value('-P', '--directory-prefix') : value('--output-dir');
    if (name === undefined) return [];
    target = wordOf([...(folder === null ? [] : [...folder.pieces, literal('/')]), literal(name)], how.span);
  }
  if (target === null || target.value === '-' || target.value === '/dev/stdout') return [produced];
  resolver.write(target, [produced], false, run.index, state, how.span);
  return [];
}

/** Whose output is run as commands: not what only fills an argument of a script, as in `bash -c "echo $(date)"`. */
function commandsIn(pieces: readonly Piece[]): number[] {
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

function spaced(words: readonly Word[]): Piece[] {
  return words.flatMap((word, index) => [...(index > 0 ? [literal(' ')] : []), ...word.pieces]);
}

/** The folder in which everything that the pieces name lies. */
function withinOf(pieces: readonly Piece[]): string | null {
  const [only] = pieces.filter((piece) => piece.kind === 'unknown' || piece.text.trim() !== '');
  return pieces.length <= 2 && only?.kind === 'unknown' ? only.within : null;
}
