/** Tree-sitter as WebAssembly: slower, and wherever native code will not load. */
import { type Cursor, newVocabulary, type Parser, SyntaxTree } from './syntax.ts';

type WebTreeSitter = typeof import('web-tree-sitter');

/** `core` is `web-tree-sitter.wasm`, set up once; `grammar` the bytes of one grammar's `.wasm`. Rejects for bad bytes. */
export async function wasmParser(web: WebTreeSitter, core: Uint8Array, grammar: Uint8Array): Promise<Parser> {
  ready ??= web.Parser.init({ wasmBinary: core } as object);
  await ready;
  const language = await web.Language.load(grammar);
  const parser = new web.Parser();
  parser.setLanguage(language);
  const words = newVocabulary();
  return {
    parse(text, limit, base) {
      const stopAt = performance.now() + limit;
      const tree = parser.parse(text, null, { progressCallback: () => performance.now() > stopAt });
      if (!tree) {
        parser.reset();
        return null;
      }
      const { rootNode } = tree;
      const walk = () => tree.walk() as unknown as Cursor;
      return new SyntaxTree(walk, words, rootNode.hasError, () => tree.delete(), base);
    },
  };
}

let ready: Promise<void> | undefined;
