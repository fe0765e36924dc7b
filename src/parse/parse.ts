/** Text to generic tree. Nothing here throws: what could not be parsed is part of the result. */
import type { Shape } from '../model/tree.ts';
import { type Lowering, lowerProgram, make } from './lower.ts';
import { type Parser, type Syntax, type SyntaxTree, TooDeep } from './syntax.ts';

/** Something that the tree does not show. Offsets are UTF-16 code units, lines start at 1. */
export type ParseFault =
  /** Text that the grammar does not know, or a token that it had to make up. */
  | { kind: 'syntax'; start: number; end: number; line: number; missing: string | null }
  /** Code nested deeper than is read. */
  | { kind: 'too-deep' }
  | { kind: 'timeout' }
  /** The parser itself broke down; the tree is empty. */
  | { kind: 'crash'; message: string };

export interface ParsedText {
  /** The tree, lowered as it is looked at; empty after `timeout` and `crash`. */
  program: Shape<'program'>;
  /** True when the grammar could not make sense of all the text; `faults` says where. Costs nothing to ask. */
  hasError: boolean;
  /**
   * What the tree lacks: the first `MAX_FAULTS` syntax faults in the order of the text, and the rest. Walks the whole
   * tree where it has errors. Ask after the program was used: only then is it known whether something was too deep.
   */
  faults(): ParseFault[];
  /** Frees the back end's memory; the parts of the program not yet looked at are gone. */
  free(): void;
}

export const MAX_FAULTS = 10;

/** `limit` is in ms. */
export function parseText(parser: Parser, lowering: Lowering, text: string, limit: number): ParsedText {
  if (lowering.pieced) return parsePieces(parser, lowering.pieced, text, limit);
  let tree: SyntaxTree | null;
  try {
    tree = parser.parse(lowering.readable?.(text) ?? text, limit);
  } catch (error) {
    if (error instanceof TooDeep) return empty(text, { kind: 'too-deep' });
    return empty(text, { kind: 'crash', message: error instanceof Error ? error.message : String(error) });
  }
  if (!tree) return empty(text, { kind: 'timeout' });
  const read = tree;
  return {
    program: lowerProgram(lowering, read.root, text),
    hasError: read.hasError,
    faults() {
      const faults = read.hasError ? syntaxFaults(read.root, text) : [];
      if (read.tooDeep) faults.push({ kind: 'too-deep' });
      return faults;
    },
    free: () => read.free(),
  };
}

/** Pieces are parsed as they are looked at: `hasError` may become true later on. */
function parsePieces(parser: Parser, pieced: NonNullable<Lowering['pieced']>, text: string, limit: number): ParsedText {
  const trees: SyntaxTree[] = [];
  const broken: ParseFault[] = [];
  const program = pieced(text, (code, base) => {
    try {
      const tree = parser.parse(code, limit, base);
      if (tree) trees.push(tree);
      else broken.push({ kind: 'timeout' });
      return tree?.root ?? null;
    } catch (error) {
      broken.push(error instanceof TooDeep ? { kind: 'too-deep' } : { kind: 'crash', message: String(error) });
      return null;
    }
  });
  return {
    program,
    get hasError() {
      return broken.length > 0 || trees.some((tree) => tree.hasError);
    },
    faults() {
      const faults = trees.flatMap((tree) => (tree.hasError ? syntaxFaults(tree.root, text) : []));
      if (trees.some((tree) => tree.tooDeep)) broken.push({ kind: 'too-deep' });
      return [...faults, ...broken].slice(0, MAX_FAULTS);
    },
    free() {
      for (const tree of trees) tree.free();
    },
  };
}

function empty(text: string, fault: ParseFault): ParsedText {
  return {
    program: make('program', { start: 0, end: text.length }, { body: [] }),
    hasError: true,
    faults: () => [fault],
    free() {},
  };
}

function syntaxFaults(root: Syntax, text: string): ParseFault[] {
  const faults: ParseFault[] = [];
  const lineAt = lineCounter(text);
  const add = (at: Syntax) =>
    faults.push({
      kind: 'syntax',
      start: at.start,
      end: at.end,
      line: lineAt(at.start),
      missing: at.missing ? at.type : null,
    });
  const visit = (at: Syntax): void => {
    if (faults.length >= MAX_FAULTS) return;
    if (at.missing || at.type === 'ERROR') add(at);
    else for (const kid of at.kids) visit(kid);
  };
  visit(root);
  return faults;
}

/** Counts lines up to ascending offsets. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = -1;
  return (offset) => {
    for (let next = text.indexOf('\n', at + 1); next >= 0 && next < offset; next = text.indexOf('\n', at + 1)) {
      at = next;
      line++;
    }
    return line;
  };
}
