/** The parsers in `node_modules`; a compiled binary carries its own (see `scripts/embed.ts`). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ParserAssets } from '../parse/backends.ts';
import type { GrammarId } from '../parse/languages.ts';
import type { Addon } from '../parse/native.ts';

interface GrammarFiles {
  package: string;
  /** Prebuilt addon's file name, without `.node`. */
  addon: string;
  /** Where the addon exports the grammar; null for the addon itself. */
  member: string | null;
  wasm: string;
}

const alone = (name: string, wasm = name): GrammarFiles => ({ package: name, addon: name, member: null, wasm });

/** One addon and one `.wasm` per grammar. The packages' own JavaScript is not run: it reads a large JSON file each time. */
export const grammarFiles: Readonly<Record<GrammarId, GrammarFiles>> = {
  javascript: alone('tree-sitter-javascript'),
  typescript: { ...alone('tree-sitter-typescript'), member: 'typescript' },
  tsx: { ...alone('tree-sitter-typescript', 'tree-sitter-tsx'), member: 'tsx' },
  python: alone('tree-sitter-python'),
  bash: alone('tree-sitter-bash'),
  json: alone('tree-sitter-json'),
  yaml: scoped('tree-sitter-yaml'),
  go: alone('tree-sitter-go'),
  java: alone('tree-sitter-java'),
  ruby: alone('tree-sitter-ruby'),
  php: { ...alone('tree-sitter-php'), member: 'php' },
  csharp: alone('tree-sitter-c-sharp', 'tree-sitter-c_sharp'),
  hcl: scoped('tree-sitter-hcl'),
  rust: alone('tree-sitter-rust'),
  kotlin: scoped('tree-sitter-kotlin'),
  html: alone('tree-sitter-html'),
};

function scoped(name: string): GrammarFiles {
  return { package: `@tree-sitter-grammars/${name}`, addon: `@tree-sitter-grammars+${name}`, member: null, wasm: name };
}

/** Addons of a package for a platform (`linux-x64`), the likeliest to load first: what was compiled here, what was shipped. */
export function addonFiles(folder: string, addon: string, platform: string): string[] {
  const files: string[] = [];
  const here = platform === `${process.platform}-${process.arch}`;
  const compiled = join(folder, 'build', 'Release');
  if (here && existsSync(compiled)) {
    for (const name of readdirSync(compiled)) if (name.endsWith('.node')) files.push(join(compiled, name));
  }
  const shipped = join(folder, 'prebuilds', platform, `${addon}.node`);
  if (existsSync(shipped)) files.push(shipped);
  return files;
}

function installedAssets(): ParserAssets {
  const require = createRequire(import.meta.url);
  const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`));
  const addonOf = (name: string, addon: string): unknown => {
    let cause: unknown = new Error(`no addon of ${name} for ${process.platform}-${process.arch}`);
    for (const file of addonFiles(folderOf(name), addon, `${process.platform}-${process.arch}`)) {
      try {
        return require(file);
      } catch (error) {
        cause = error;
      }
    }
    throw cause;
  };
  return {
    nativeCore: () => addonOf('tree-sitter', 'tree-sitter') as Addon,
    nativeGrammar(grammar) {
      const files = grammarFiles[grammar];
      const exported = addonOf(files.package, files.addon);
      return files.member === null ? exported : (exported as Record<string, unknown>)[files.member];
    },
    wasmCore() {
      startQuickly(require);
      return readFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm'));
    },
    wasmGrammar(grammar) {
      const files = grammarFiles[grammar];
      return readFileSync(join(folderOf(files.package), `${files.wasm}.wasm`));
    },
  };
}

/**
 * Keeps V8 from optimising WebAssembly in the background, which a short process waits for at its end: one small Bash
 * script takes 110 ms instead of 620. Long scans parse at half the speed for it.
 */
function startQuickly(require: NodeJS.Require): void {
  if (process.versions['bun']) return;
  (require('node:v8') as typeof import('node:v8')).setFlagsFromString('--liftoff-only');
}

export const assets: ParserAssets = installedAssets();
