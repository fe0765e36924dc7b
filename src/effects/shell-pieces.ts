/** Pieces, of which words consist: texts that are known, and what stays unknown. */
import type { Span } from '../model/finding.ts';
import type { Piece, UnknownPiece, Word } from '../model/shell.ts';

/** Most commands that one output is traced back to. */
const MAX_SOURCES = 500;
const GLOB = /[*?[]/;

export const literal = (text: string, quoted = true): Piece => ({ kind: 'text', text, quoted });

export function unknown(source: UnknownPiece['source'], more: Partial<UnknownPiece> = {}): UnknownPiece {
  return {
    kind: 'unknown',
    source,
    name: '',
    quoted: false,
    guarded: false,
    within: null,
    from: [],
    content: null,
    text: '',
    ...more,
  };
}

/** The text of pieces that are all known; null otherwise. */
export function textOfPieces(pieces: readonly Piece[]): string | null {
  let text = '';
  for (const piece of pieces) {
    if (piece.kind === 'unknown') return null;
    text += piece.text;
  }
  return text;
}

/** The known text, unknown pieces as they are written in the script. */
export function renderPieces(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

/** Indices of all commands whose output is in the pieces. */
export function sourcesOfPieces(pieces: readonly Piece[]): number[] {
  const from = new Set<number>();
  for (const piece of pieces) {
    for (const index of piece.from ?? []) from.add(index);
    if (piece.kind === 'unknown' && piece.content) for (const index of sourcesOfPieces(piece.content)) from.add(index);
  }
  return [...from].slice(0, MAX_SOURCES);
}

export function wordOf(pieces: Piece[], span: Span): Word {
  return {
    pieces,
    value: textOfPieces(pieces),
    quoted: pieces.some((piece) => piece.quoted),
    glob: pieces.some((piece) => piece.kind === 'text' && !piece.quoted && GLOB.test(piece.text)),
    span,
  };
}

/** The pieces of words, with a blank between them. */
export function spaced(words: readonly Word[]): Piece[] {
  return words.flatMap((word, index) => [...(index > 0 ? [literal(' ')] : []), ...word.pieces]);
}

/** The folder in which everything that the pieces name lies. */
export function withinOf(pieces: readonly Piece[]): string | null {
  const [only] = pieces.filter((piece) => piece.kind === 'unknown' || piece.text.trim() !== '');
  return pieces.length <= 2 && only?.kind === 'unknown' ? only.within : null;
}
