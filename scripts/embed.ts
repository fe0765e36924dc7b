/** What goes into a binary besides code: native addons and WebAssembly grammars. */
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PLACES_MAGIC, PLACES_SIZE } from '../src/host/addon.ts';
import { addonFiles, grammarFiles } from '../src/host/installed.ts';
import { grammarIds } from '../src/parse/languages.ts';
import type { Target } from './targets.ts';

/**
 * The text of the module that stands for `#parser-assets` in the binary of a target, and the addons whose places `fillPlaces`
 * has to find. Addons that the target's packages do not ship are left out: WebAssembly serves there.
 */
export function embeddedModule(root: string, target: Target, places: string): { text: string; addons: string[] } {
  const imports: string[] = [];
  const names = new Map<string, string>();
  const asFile = (file: string): string => {
    let name = names.get(file);
    if (!name) {
      name = `file${names.size}`;
      names.set(file, name);
      imports.push(`import ${name} from ${JSON.stringify(file)} with { type: 'file' };`);
    }
    return name;
  };
  const { resolve } = createRequire(join(root, 'package.json'));
  const folder = (name: string) => dirname(resolve(`${name}/package.json`));
  const platform = `${target.platform}-${target.arch}`;
  const addons: string[] = [];
  // Only Linux has nameless files; elsewhere Bun unpacks.
  const ownWay = target.platform === 'linux';
  const addon = (packageName: string, base: string): string => {
    const [file] = addonFiles(folder(packageName), base, platform);
    if (!file) return 'missing()';
    if (!ownWay) return `require(${JSON.stringify(file)})`;
    if (!addons.includes(file)) addons.push(file);
    return `open(${asFile(file)}, ${addons.indexOf(file)})`;
  };
  const cases = (build: (id: (typeof grammarIds)[number]) => string) =>
    grammarIds.map((id) => `      case '${id}':\n        return ${build(id)};\n`).join('');

  const core = addon('tree-sitter', 'tree-sitter');
  const native = cases((id) => {
    const { package: name, addon: base, member } = grammarFiles[id];
    return addon(name, base) + (member === null ? '' : `.${member}`);
  });
  const wasmCore = asFile(join(folder('web-tree-sitter'), 'web-tree-sitter.wasm'));
  const wasm = cases((id) => `readFileSync(${asFile(join(folder(grammarFiles[id].package), `${grammarFiles[id].wasm}.wasm`))})`);
  if (ownWay) writeFileSync(places, PLACES_MAGIC.padEnd(PLACES_SIZE));

  const text = `// Made by scripts/build.ts for ${target.id}.
import { readFileSync } from 'node:fs';
${imports.join('\n')}
${ownWay ? `import { addonOpener } from '../../src/host/addon.ts';\nimport places from ${JSON.stringify(places)} with { type: 'file' };\nconst open = addonOpener(places);\n` : ''}
function missing() {
  throw new Error('this binary carries no addon for it');
}

export const assets = {
  nativeCore: () => ${core},
  nativeGrammar(grammar) {
    switch (grammar) {
${native}    }
  },
  wasmCore: () => readFileSync(${wasmCore}),
  wasmGrammar(grammar) {
    switch (grammar) {
${wasm}    }
  },
};
`;
  return { text, addons };
}

/** Writes into the binary where in it each addon lies. Throws when one is not there. */
export function fillPlaces(binary: string, addons: readonly string[]): void {
  const bytes = readFileSync(binary);
  const at = bytes.indexOf(PLACES_MAGIC.padEnd(PLACES_SIZE));
  if (at < 0) throw new Error('the list of places is not in the binary');
  let text = PLACES_MAGIC;
  for (const addon of addons) {
    const content = readFileSync(addon);
    const offset = bytes.indexOf(content);
    if (offset < 0) throw new Error(`${addon} is not in the binary as it is`);
    text += `${offset} ${content.length}\n`;
  }
  if (text.length > PLACES_SIZE) throw new Error('the list of places is too long');
  const file = openSync(binary, 'r+');
  writeSync(file, text.padEnd(PLACES_SIZE), at, 'latin1');
  closeSync(file);
}
