/** How each language's syntax tree becomes the generic tree. Loaded one at a time: a call needs one of them, or none. */
import type { LanguageId } from '../model/language.ts';
import type { Lowering } from './lower.ts';

const loaders: Readonly<Partial<Record<LanguageId, () => Promise<Lowering>>>> = {
  javascript: async () => (await import('./javascript.ts')).javascript,
  typescript: async () => (await import('./javascript.ts')).javascript,
  go: async () => (await import('./go.ts')).go,
  python: async () => (await import('./python.ts')).python,
  bash: async () => (await import('./bash.ts')).bash,
  dockerfile: async () => (await import('./dockerfile.ts')).dockerfile,
  hcl: async () => (await import('./hcl.ts')).hcl,
  json: async () => (await import('./json.ts')).json,
  yaml: async () => (await import('./yaml.ts')).yaml,
  java: async () => (await import('./java.ts')).java,
  csharp: async () => (await import('./csharp.ts')).csharp,
  ruby: async () => (await import('./ruby.ts')).ruby,
  rust: async () => (await import('./rust.ts')).rust,
  kotlin: async () => (await import('./kotlin.ts')).kotlin,
  html: async () => (await import('./html.ts')).html,
  php: async () => (await import('./php.ts')).php,
};

/** The languages that have a tree; the others are matched as text only. */
export const loweredLanguages = Object.keys(loaders) as readonly LanguageId[];

/** Null for a language that is matched as text only. */
export async function loadLowering(language: LanguageId): Promise<Lowering | null> {
  return (await loaders[language]?.()) ?? null;
}
