/** Programs that start others: what they start, and with which arguments. */
import type { Piece, Word } from '../model/shell.ts';
import type { Scope } from './resolve.ts';
import { peel } from './shell-arguments.ts';
import { script } from './shell-code.ts';
import { found, foundByFd, replaced } from './shell-find.ts';
import { literal, sourcesOfPieces, spaced, textOfPieces, unknown, withinOf, wordOf } from './shell-pieces.ts';
import type { Run } from './shell-run.ts';
import { fork } from './shell-state.ts';
import { type Wrapper, wrappers } from './shell-wrappers.ts';

/** What the started program prints; null when this one starts none. */
export function started(run: Run): Piece[] | null {
  const { record, words, state, scope, resolver, how } = run;
  const program = record.program!;
  if (program === 'find' || program === 'gfind') return found(run);
  if (program === 'fd' || program === 'fdfind') return foundByFd(run);
  const known = wrappers.get(program);
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
