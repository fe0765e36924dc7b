/**
 * What native grammars must not be given. Tree-sitter keeps a grammar's own state between tokens in 1,024 bytes
 * (TREE_SITTER_SERIALIZATION_BUFFER_SIZE in its `parser.h`). The scanners of two grammars write past the end when the
 * state is larger: native code then aborts the whole process, WebAssembly throws and that parser is of no more use.
 */
import type { GrammarId } from './languages.ts';

/**
 * Levels of indentation that fit: a level takes 2 bytes (Python) beside up to 257 for the open strings, 4 bytes (YAML)
 * beside 10.
 */
const MAX_PYTHON_LEVELS = 380;
const MAX_YAML_LEVELS = 250;

/**
 * True when the text might fill the state of the grammar's scanner. Never false for a text that does: Python's levels are
 * strictly increasing columns, so there are no more of them than different indentations; each of YAML's levels takes one
 * indicator (`-`, `?`, `:`, `|`, `>`), and after an error they may stand anywhere. A long, flat YAML file is true as well.
 */
export function mayExhaustScanner(grammar: GrammarId, text: string): boolean {
  switch (grammar) {
    case 'python':
      return differentIndentations(text, MAX_PYTHON_LEVELS);
    case 'yaml':
      return moreThan(MAX_YAML_LEVELS, text, /[-?:](?=\s|$)|[|>]/g);
    default:
      return false;
  }
}

/** Blanks at the start of a line, also over lines that a `\` continues. */
const INDENTATION = /(?:^|\n|\r)((?:[ \t\f]|\\\r?\n)+)/g;

function differentIndentations(text: string, limit: number): boolean {
  const found = new Set<string>();
  for (const [, blanks] of text.matchAll(INDENTATION)) {
    found.add(blanks ?? '');
    if (found.size > limit) return true;
  }
  return false;
}

function moreThan(limit: number, text: string, pattern: RegExp): boolean {
  let count = 0;
  for (const _ of text.matchAll(pattern)) if (++count > limit) return true;
  return false;
}
