/**
 * Tree-sitter as native code. The bare addon is used, not the package's own wrapper, whose node classes cost more to
 * set up than a small file takes to parse.
 */
import { type Cursor, type NodeReader, newVocabulary, type Parser, SyntaxTree } from './syntax.ts';

/** The part of the `tree-sitter` addon that is used. */
export interface Addon {
  Parser: new () => {
    setLanguage(language: unknown): void;
    setTimeoutMicros(micros: number): void;
    parse(input: (offset: number) => string, old: undefined, bufferSize: number): NativeTree | null;
    reset(): void;
  };
  NodeMethods: {
    walk(tree: NativeTree): Cursor;
    hasError(tree: NativeTree): boolean;
  };
  nodeTransferArray: Uint32Array;
}

/** The addon's cursor also gives its node as the addon's own wrapper wants it: the kind's number, the rest in the buffer. */
interface NativeCursor extends Cursor {
  currentNode(): number;
  tree: NativeTree;
}

interface NativeTree {
  rootNode(): unknown;
}

/** Words of the transfer buffer that describe one node; behind the two of its address comes its first byte. */
const NODE_WORDS = 6;
const FIRST_BYTE = 2;

/** Throws when the addon and the grammar do not fit each other. */
export function nativeParser(addon: Addon, language: unknown): Parser {
  const parser = new addon.Parser();
  parser.setLanguage(language);
  const words = newVocabulary();
  return {
    parse(text, limit, base) {
      parser.setTimeoutMicros(limit * 1000);
      // The addon copies `bufferSize` code units at a time; larger texts are read in pieces.
      const piece = Math.min(Math.max(text.length + 1, 1024), 1 << 20);
      const tree = parser.parse((offset) => (offset >= text.length ? '' : text.slice(offset, offset + piece)), undefined, piece);
      if (!tree) {
        parser.reset();
        return null;
      }
      tree.rootNode();
      const root = addon.nodeTransferArray.slice(0, NODE_WORDS);
      const toRoot = () => addon.nodeTransferArray.set(root);
      const hasError = addon.NodeMethods.hasError(tree);
      const walk = () => {
        toRoot();
        const cursor = addon.NodeMethods.walk(tree);
        // Asked for by `currentNode`, without which the process would end.
        (cursor as NativeCursor).tree = tree;
        return cursor;
      };
      const buffer = addon.nodeTransferArray;
      const reader: NodeReader = {
        typeId: (cursor) => (cursor as NativeCursor).currentNode(),
        // Two bytes are a code unit.
        start: () => buffer[FIRST_BYTE]! >>> 1,
      };
      return new SyntaxTree(walk, words, hasError, () => {}, base, reader);
    },
  };
}
