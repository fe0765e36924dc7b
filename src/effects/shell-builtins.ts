/** What the commands mean that the shell has built in. */
import type { Piece } from '../model/shell.ts';
import { locate } from '../parse/shell-path.ts';
import { commandsIn } from './shell-code.ts';
import { printed } from './shell-output.ts';
import { literal, sourcesOfPieces, spaced, textOfPieces, unknown, withinOf } from './shell-pieces.ts';
import type { Run } from './shell-run.ts';
import { fork, type ShellState } from './shell-state.ts';

/** What the command prints; null for one that is not built in. */
export function builtin(run: Run): Piece[] | null {
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
