/** `find -exec` and `fd -x`: what is run for the files found. */
import type { Span } from '../model/finding.ts';
import type { Piece, Word } from '../model/shell.ts';
import { locate } from '../parse/shell-path.ts';
import { literal, unknown, wordOf } from './shell-pieces.ts';
import type { Run } from './shell-run.ts';
import { fork } from './shell-state.ts';

/** `find start… -exec program {} ;`: the operands are what lies below the starting points. */
export function found(run: Run): Piece[] {
  const { record, words, state, scope, resolver, how } = run;
  const starts: Word[] = [];
  let at = 1;
  while (/^-(?:[HLP]|O\d|D)$/.test(words[at]?.value ?? '')) at += words[at]?.value === '-D' ? 2 : 1;
  for (; at < words.length && !/^(?:-|\(|!)/.test(words[at]?.value ?? ''); at += 1) starts.push(words[at]!);
  record.operands = starts.length > 0 ? starts : [wordOf([literal('.')], how.span)];
  const places = record.operands.map((word) => {
    const where = locate(word.pieces, state.cwd);
    return [unknown('command', { within: where.kind === 'unknown' ? null : where.path, from: [run.index], text: '{}' })];
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
  return places.length === 1 ? places[0]! : places.flatMap((place) => [...place, literal('\n')]);
}

export function foundByFd(run: Run): Piece[] {
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

/** Puts each of `values` in place of `marker`, wherever it stands in the words. */
export function replaced(words: readonly Word[], marker: string, values: readonly Piece[][], span: Span): Word[] {
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
