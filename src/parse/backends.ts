/** The two tree-sitter back ends behind one door: native code where it loads, WebAssembly wherever it does not. */
import type { GrammarId } from './languages.ts';
import { type Addon, nativeParser } from './native.ts';
import { mayExhaustScanner } from './scanner-limits.ts';
import { type Parser, TooDeep } from './syntax.ts';
import { wasmParser } from './wasm.ts';

export type Backend = 'native' | 'wasm';

/** Where the program finds its parsers; the host knows. A function that is absent or throws means "not here". */
export interface ParserAssets {
  /** The tree-sitter addon. */
  nativeCore?(): Addon;
  /** The grammar's object as its addon exports it. */
  nativeGrammar?(grammar: GrammarId): unknown;
  /** The bytes of `web-tree-sitter.wasm`. */
  wasmCore?(): Uint8Array | Promise<Uint8Array>;
  /** The bytes of the grammar's `.wasm`. */
  wasmGrammar?(grammar: GrammarId): Uint8Array | Promise<Uint8Array>;
}

export interface Parsers {
  /** What serves: null before the first use, `wasm` as soon as one grammar needed it. */
  readonly backend: Backend | null;
  /** Why native code was not used, one line per reason; empty when it was, or when nobody asked for it. */
  readonly refusals: readonly string[];
  /**
   * The parser of a grammar, made once; for a `text` that could bring the grammar's native scanner down, one of its own.
   * Rejects only when neither back end can supply it.
   */
  parser(grammar: GrammarId, text?: string): Promise<Parser>;
}

/** `prefer: 'wasm'` leaves native code alone even where it would load. */
export function loadParsers(assets: ParserAssets, prefer: Backend = 'native'): Parsers {
  const made = new Map<GrammarId, Promise<Parser>>();
  const refusals: string[] = [];
  let backend: Backend | null = null;
  let core: Addon | null | undefined = prefer === 'native' ? undefined : null;

  function native(grammar: GrammarId): Parser | null {
    if (core === null) return null;
    try {
      if (!assets.nativeCore || !assets.nativeGrammar) throw new Error('not part of this installation');
      core ??= assets.nativeCore();
    } catch (error) {
      core = null;
      refusals.push(`tree-sitter: ${firstLine(error)}`);
      return null;
    }
    try {
      return nativeParser(core, assets.nativeGrammar(grammar));
    } catch (error) {
      refusals.push(`${grammar}: ${firstLine(error)}`);
      return null;
    }
  }

  async function load(grammar: GrammarId): Promise<Parser> {
    const parser = native(grammar);
    if (parser) {
      backend ??= 'native';
      return parser;
    }
    return wasm(grammar);
  }

  async function wasm(grammar: GrammarId): Promise<Parser> {
    try {
      if (!assets.wasmCore || !assets.wasmGrammar) throw new Error('not part of this installation');
      const [web, coreBytes, grammarBytes] = await Promise.all([
        import('web-tree-sitter'),
        assets.wasmCore(),
        assets.wasmGrammar(grammar),
      ]);
      const fallback = await wasmParser(web, coreBytes, grammarBytes);
      backend = 'wasm';
      return fallback;
    } catch (error) {
      const reasons = [...refusals, `WebAssembly: ${firstLine(error)}`];
      throw new Error(`no parser for ${grammar} (${reasons.join('; ')})`);
    }
  }

  return {
    get backend() {
      return backend;
    },
    refusals,
    parser(grammar, text) {
      if (text !== undefined && mayExhaustScanner(grammar, text)) {
        // Long flat YAML is common and harmless in WebAssembly, where the worst is an error that is caught. No one
        // indents Python that deep.
        return grammar === 'yaml' ? wasm(grammar) : Promise.resolve(refusing);
      }
      let parser = made.get(grammar);
      if (!parser) {
        parser = load(grammar);
        made.set(grammar, parser);
      }
      return parser;
    },
  };
}

const refusing: Parser = {
  parse() {
    throw new TooDeep();
  },
};

const firstLine = (error: unknown): string => String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? '';
