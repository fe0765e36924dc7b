/** Which languages there are, by which names and file names they are known, and which grammar serves them. */
import type { LanguageId } from '../model/language.ts';
import { holdsScripts, scriptLanguage } from './script-blocks.ts';

/** Tree-sitter grammars that the program carries. */
export const grammarIds = [
  'javascript',
  'typescript',
  'tsx',
  'python',
  'bash',
  'json',
  'yaml',
  'go',
  'java',
  'ruby',
  'php',
  'csharp',
  'hcl',
  'rust',
  'kotlin',
  'html',
] as const;
export type GrammarId = (typeof grammarIds)[number];

interface Language {
  /** Names in a rule's `languages`, besides the id, as Semgrep's rule syntax has them. */
  aliases: readonly string[];
  /** File name endings after the last dot, lower case. */
  extensions: readonly string[];
  /** Whole file names, lower case. */
  names: readonly string[];
  /** Programs in a `#!` line, without a version number. */
  interpreters: readonly string[];
  grammar: GrammarId | null;
}

const languages: Readonly<Record<LanguageId, Language>> = {
  javascript: {
    aliases: ['js'],
    extensions: ['js', 'mjs', 'cjs', 'jsx', 'es6'],
    names: ['jakefile'],
    interpreters: ['node', 'nodejs'],
    grammar: 'javascript',
  },
  typescript: {
    aliases: ['ts'],
    extensions: ['ts', 'mts', 'cts', 'tsx'],
    names: [],
    interpreters: ['bun', 'deno', 'ts-node', 'tsx'],
    grammar: 'typescript',
  },
  python: {
    aliases: ['py', 'python2', 'python3'],
    extensions: ['py', 'pyi', 'pyw', 'wsgi'],
    names: ['sconstruct', 'sconscript'],
    interpreters: ['python', 'pypy', 'uv'],
    grammar: 'python',
  },
  bash: {
    aliases: ['sh'],
    extensions: ['sh', 'bash', 'zsh', 'ksh', 'dash', 'ash', 'bats', 'envrc'],
    names: [
      '.bashrc',
      '.bash_profile',
      '.bash_login',
      '.bash_logout',
      '.bash_aliases',
      '.profile',
      '.zshrc',
      '.zshenv',
      '.zprofile',
      '.zlogin',
      '.zlogout',
      '.kshrc',
      '.envrc',
      'bashrc',
      'bash.bashrc',
      'zshrc',
      'zshenv',
      'profile',
      'pkgbuild',
    ],
    interpreters: ['sh', 'bash', 'zsh', 'ksh', 'dash', 'ash', 'bats'],
    grammar: 'bash',
  },
  go: { aliases: ['golang'], extensions: ['go'], names: [], interpreters: [], grammar: 'go' },
  java: { aliases: [], extensions: ['java'], names: [], interpreters: [], grammar: 'java' },
  ruby: {
    aliases: ['rb'],
    extensions: ['rb', 'rake', 'gemspec', 'ru', 'podspec'],
    names: ['gemfile', 'rakefile', 'vagrantfile', 'podfile', 'fastfile', 'guardfile', 'capfile', 'brewfile', 'berksfile'],
    interpreters: ['ruby', 'jruby'],
    grammar: 'ruby',
  },
  php: {
    aliases: [],
    extensions: ['php', 'phtml', 'php3', 'php4', 'php5', 'php7', 'php8'],
    names: ['artisan'],
    interpreters: ['php'],
    grammar: 'php',
  },
  csharp: { aliases: ['c#', 'cs'], extensions: ['cs', 'csx'], names: [], interpreters: [], grammar: 'csharp' },
  rust: { aliases: [], extensions: ['rs'], names: [], interpreters: ['rust-script'], grammar: 'rust' },
  kotlin: { aliases: ['kt'], extensions: ['kt', 'kts', 'ktm'], names: [], interpreters: ['kotlin'], grammar: 'kotlin' },
  hcl: {
    aliases: ['terraform', 'tf'],
    extensions: ['tf', 'hcl', 'tfvars', 'tofu', 'nomad'],
    names: [],
    interpreters: [],
    grammar: 'hcl',
  },
  yaml: {
    aliases: ['yml'],
    extensions: ['yaml', 'yml'],
    names: ['.clang-format', '.yamllint'],
    interpreters: [],
    grammar: 'yaml',
  },
  json: {
    aliases: [],
    extensions: ['json', 'jsonc', 'json5', 'geojson', 'webmanifest', 'code-workspace', 'ipynb', 'har', 'map'],
    names: ['.babelrc', '.eslintrc', '.jshintrc', '.swcrc', 'pipfile.lock', 'composer.lock', 'flake.lock'],
    interpreters: [],
    grammar: 'json',
  },
  dockerfile: {
    aliases: ['docker'],
    extensions: ['dockerfile', 'containerfile'],
    names: ['dockerfile', 'containerfile'],
    interpreters: [],
    // For the shell code in it.
    grammar: 'bash',
  },
  // A page's own language is that of its scripts; rules for HTML see it besides (`holdsMarkup`).
  html: { aliases: [], extensions: [], names: [], interpreters: [], grammar: 'html' },
  regex: { aliases: ['none'], extensions: [], names: [], interpreters: [], grammar: null },
  generic: { aliases: [], extensions: [], names: [], interpreters: [], grammar: null },
};

const byAlias = index((language) => language.aliases, true);
const byExtension = index((language) => language.extensions);
const byName = index((language) => language.names);
const byInterpreter = index((language) => language.interpreters);

function index(keys: (language: Language) => readonly string[], withId = false): Map<string, LanguageId> {
  const map = new Map<string, LanguageId>();
  for (const id of Object.keys(languages) as LanguageId[]) {
    if (withId) map.set(id, id);
    for (const key of keys(languages[id])) map.set(key, id);
  }
  return map;
}

/** The language that a rule means by `name`; null when there is none here. Case does not matter. */
export function languageNamed(name: string): LanguageId | null {
  return byAlias.get(name.toLowerCase()) ?? null;
}

/**
 * The language of a file, by its name, else by its `#!` line; null when neither tells. `path` may use either separator,
 * and `text` may be a piece of the file.
 */
export function languageOf(path: string, text: string): LanguageId | null {
  const parts = path.toLowerCase().split(/[/\\]/);
  const name = parts.at(-1) ?? '';
  const named = byName.get(name);
  if (named) return named;
  if (name.startsWith('dockerfile.') || name.startsWith('containerfile.')) return 'dockerfile';
  const dot = name.lastIndexOf('.');
  const known = dot < 0 ? undefined : byExtension.get(name.slice(dot + 1));
  if (known) return known;
  // Their scripts are what there is rules for.
  if (holdsScripts(name)) return scriptLanguage(name, text);
  const interpreted = interpreterOf(text);
  if (interpreted) return interpreted;
  // Git hooks that husky runs with sh; they need no `#!` line.
  if (dot < 0 && parts.at(-2) === '.husky') return 'bash';
  return null;
}

/** `#!/usr/bin/env -S node --flag`, `#!/bin/bash -e`, `#!/usr/bin/python3.12`. */
function interpreterOf(text: string): LanguageId | null {
  if (!text.startsWith('#!')) return null;
  const line = text.slice(2, 256).split('\n', 1)[0] ?? '';
  for (const word of line.trim().split(/\s+/)) {
    const program = word.slice(word.lastIndexOf('/') + 1);
    if (program === 'env' || word.startsWith('-') || word.includes('=')) continue;
    return byInterpreter.get(program.replace(/[\d.]+$/, '')) ?? null;
  }
  return null;
}

/** The grammar that parses a file of this language; null for languages that are read as text. */
export function grammarFor(language: LanguageId, path: string): GrammarId | null {
  if (language === 'typescript' && /\.tsx$/i.test(path)) return 'tsx';
  return languages[language].grammar;
}
