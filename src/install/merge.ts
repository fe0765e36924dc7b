/** A target's text with the hook in it, and without. */
import { mergeJson, unmergeJson } from './json-merge.ts';
import type { Form, Merged } from './target.ts';
import { mergeToml, unmergeToml } from './toml-merge.ts';

/** `text` is the file as it is; null where there is none. */
export function merged(form: Form, text: string | null): Merged {
  switch (form.kind) {
    case 'json':
      return mergeJson(text ?? '', form.entries, form.defaults);
    case 'toml':
      return mergeToml(text ?? '', form.keys, form.block);
    case 'seed':
      return { kind: 'text', text: text ?? form.text };
    case 'own':
      if (text === null || text === form.text || mentionsUs(text)) return { kind: 'text', text: form.text };
      return { kind: 'refused', line: null, message: 'something else stands here, and the agent runs one file only' };
    default:
      return form satisfies never;
  }
}

/** `text: null` when nothing of the file is left. */
export function unmerged(form: Form, text: string): Merged | { kind: 'text'; text: null } {
  switch (form.kind) {
    case 'json': {
      const rest = unmergeJson(text, form.entries, form.defaults);
      return rest.kind === 'text' && rest.text !== text && holdsOnly(rest.text, form.defaults)
        ? { kind: 'text', text: null }
        : rest;
    }
    case 'toml': {
      const rest = unmergeToml(text);
      return rest.kind === 'text' && rest.text !== text && rest.text.trim() === '' ? { kind: 'text', text: null } : rest;
    }
    case 'seed':
      return { kind: 'text', text: text === form.text ? null : text };
    case 'own':
      return mentionsUs(text) || text === form.text ? { kind: 'text', text: null } : { kind: 'text', text };
    default:
      return form satisfies never;
  }
}

const mentionsUs = (text: string): boolean => /forestall/i.test(text);

/** Whether only what was set beside the entries is left, without comments. */
function holdsOnly(text: string, defaults: readonly { at: string[]; value: unknown }[]): boolean {
  const rest: Record<string, unknown> = {};
  for (const { at, value } of defaults) if (at.length === 1 && at[0] !== 'forestall') rest[at[0] as string] = value;
  const bare = text.replace(/\s+/g, '');
  return bare === '' || bare === '{}' || bare === JSON.stringify(rest);
}
