/** The form of a policy file: one table, from which files are checked and the published JSON Schema is made. */
import { confidences, failureKinds, severities } from '../model/finding.ts';
import { decisions } from '../model/verdict.ts';
import { pathClasses } from './path-classes.ts';
import type { PolicySettings } from './policy.ts';

type Form =
  | { kind: 'text'; about: string }
  | { kind: 'flag'; about: string }
  | { kind: 'word'; about: string; words: readonly (string | number)[] }
  | { kind: 'list'; about: string; of: Form }
  /** An object with any keys. */
  | { kind: 'map'; about: string; of: Form }
  /** An object with these keys, all optional. */
  | { kind: 'record'; about: string; keys: Readonly<Record<string, Form>> };

/** A fault in one file: where it lies and what is wrong. */
export interface FormFault {
  key: (string | number)[];
  message: string;
}

const text = (about: string): Form => ({ kind: 'text', about });
const list = (about: string, of: Form): Form => ({ kind: 'list', about, of });
const record = (about: string, keys: Readonly<Record<string, Form>>): Form => ({ kind: 'record', about, keys });
const decision = (about: string): Form => ({ kind: 'word', about, words: decisions });
const keysOf = (words: readonly string[], of: (word: string) => Form) =>
  Object.fromEntries(words.map((word) => [word, of(word)]));

const selectors =
  'A rule id, `<pack>/*` for a pack, `owasp-api/*`, `owasp-llm/*`, `owasp-mcp/*`, `owasp-web/*`, `asvs/*` or `cwe-top-25/*` for the rules mapped to a standard, or `*` for all rules.';
const settings: Form = {
  kind: 'map',
  about: `What a finding means, by rule. ${selectors} The closest name wins.`,
  of: {
    kind: 'word',
    about: '`off`: the rule does not apply. `on`: the table of severity and confidence decides.',
    words: ['off', 'on', ...decisions],
  },
};

export const policyForm: Form = record('Policy of forestall.', {
  $schema: text('Address of this schema, for editors.'),
  version: { kind: 'word', about: 'Version of this format.', words: [1] },
  mode: { kind: 'word', about: '`audit` records and never blocks.', words: ['enforce', 'audit'] },
  rules: settings,
  enable: list('Rules and packs to switch on: short for `on` in `rules`.', text(selectors)),
  disable: list('Rules and packs to switch off: short for `off` in `rules`.', text(selectors)),
  paths: list(
    'Other settings for some files; a later entry wins over an earlier one, and all of them over `rules`.',
    record('One group of files.', {
      match: list('Globs, relative to the workspace.', text('A glob; without a slash it is compared with the file name.')),
      class: list('Kinds of files.', { kind: 'word', about: 'A kind of files.', words: pathClasses }),
      rules: settings,
      off: { kind: 'flag', about: 'No rule applies to these files.' },
    }),
  ),
  ignore: list('Globs of files that are not looked at.', text('A glob, relative to the workspace.')),
  decisions: record(
    'What a finding means, by severity and confidence.',
    keysOf(severities, (severity) =>
      record(
        `Findings of severity ${severity}.`,
        keysOf(confidences, (confidence) => decision(`Of confidence ${confidence}.`)),
      ),
    ),
  ),
  onFailure: record(
    'What it means when something could not be judged.',
    keysOf([...failureKinds, 'invalid-code', 'bounded-analysis'], (cause) => decision(`Decision for \`${cause}\`.`)),
  ),
  events: record('The strictest decision at events beside the call of a tool; `allow` switches one off.', {
    'post-tool': decision('After a tool: secrets in what it gave back, faults in files whose text was not known before.'),
    prompt: decision('Secrets in what the user writes.'),
    'session-start': decision('The model is told what is judged.'),
    stop: decision('The files that the session changed are looked at again; `deny` keeps the agent at work.'),
  }),
  mcp: record('What MCP servers there may be.', {
    servers: {
      kind: 'map',
      about:
        'The approved servers, by name; `*` is any name. With a list, no other server may be added or called. A server must be on the list of every policy file that has one.',
      of: record('What the server must be; nothing given, the name is enough.', {
        package: text('The package that is started, as its package manager names it.'),
        version: text('Its exact version; of a container image the digest.'),
        command: text('The program, as the configuration writes it.'),
        args: list('All of its arguments.', text('One argument.')),
        url: text('The address; `*` stands for any characters.'),
        identity: text('`sha256:…`, as `forestall mcp list --json` shows it.'),
      }),
    },
  }),
  data: record('Lists that are held as data.', {
    packages: list(
      'Lists of packages in the place of the bundled ones of the same kind; those of a repository join them.',
      text('A JSON file, or a folder of them, relative to this file.'),
    ),
  }),
  ruleFiles: list('Further rules in Semgrep syntax.', text('A file, folder or glob, relative to this file.')),
});

/**
 * Keeps what is well-formed and names what is not. A wrong key or value is left out, the rest of the file applies.
 */
export function checkPolicy(value: unknown): { settings: PolicySettings; faults: FormFault[] } {
  const faults: FormFault[] = [];
  const checked = check(value, policyForm, [], faults);
  const { $schema: _, version: __, ...settings } = (checked ?? {}) as PolicySettings & { $schema?: string; version?: number };
  for (const [index, entry] of (settings.paths ?? []).entries()) {
    if (entry.match || entry.class) continue;
    faults.push({ key: ['paths', index], message: 'an entry of `paths` needs `match` or `class`' });
  }
  settings.paths = settings.paths?.filter((entry) => entry.match || entry.class);
  if (!settings.paths) delete settings.paths;
  return { settings, faults };
}

/** The checked copy of `value`; undefined when its form is wrong. */
function check(value: unknown, form: Form, key: (string | number)[], faults: FormFault[]): unknown {
  const name = key.length === 0 ? 'the policy' : `\`${key.at(-1)}\``;
  const fail = (message: string): undefined => void faults.push({ key, message });
  switch (form.kind) {
    case 'text':
      return typeof value === 'string' ? value : fail(`${name} must be text`);
    case 'flag':
      return typeof value === 'boolean' ? value : fail(`${name} must be true or false`);
    case 'word': {
      if (form.words.includes(value as string)) return value;
      const near =
        typeof value === 'string'
          ? nearest(
              value,
              form.words.filter((word) => typeof word === 'string'),
            )
          : null;
      return fail(`${name} must be one of ${form.words.join(', ')}${near ? `, did you mean \`${near}\`?` : ''}`);
    }
    case 'list': {
      if (!Array.isArray(value)) return fail(`${name} must be a list`);
      const items = value.map((item, index) => check(item, form.of, [...key, index], faults));
      return items.filter((item) => item !== undefined);
    }
    case 'map':
    case 'record': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(`${name} must be an object`);
      const entries: [string, unknown][] = [];
      for (const [inner, item] of Object.entries(value)) {
        const of = form.kind === 'map' ? form.of : Object.hasOwn(form.keys, inner) ? form.keys[inner] : undefined;
        if (!of) {
          const near = form.kind === 'record' ? nearest(inner, Object.keys(form.keys)) : null;
          faults.push({ key: [...key, inner], message: `unknown key \`${inner}\`${near ? `, did you mean \`${near}\`?` : ''}` });
          continue;
        }
        const checked = check(item, of, [...key, inner], faults);
        if (checked !== undefined) entries.push([inner, checked]);
      }
      return Object.fromEntries(entries);
    }
    default:
      return form satisfies never;
  }
}

/** The word that was probably meant: at most a third of its letters differ. */
export function nearest(written: string, words: readonly string[]): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const distance = editDistance(written.toLowerCase(), word.toLowerCase());
    if (distance < least && distance <= Math.max(1, Math.ceil(word.length / 3))) {
      best = word;
      least = distance;
    }
  }
  return best;
}

/** Letters to insert, remove or replace to make `b` of `a`. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 8) return 9;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

/** The published schema, JSON Schema draft 2020-12. */
export function policyJsonSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'forestall.json',
    ...jsonSchemaOf(policyForm),
  };
}

function jsonSchemaOf(form: Form): object {
  const description = form.about;
  switch (form.kind) {
    case 'text':
      return { description, type: 'string' };
    case 'flag':
      return { description, type: 'boolean' };
    case 'word':
      return { description, enum: form.words };
    case 'list':
      return { description, type: 'array', items: jsonSchemaOf(form.of) };
    case 'map':
      return { description, type: 'object', additionalProperties: jsonSchemaOf(form.of) };
    case 'record': {
      const properties = Object.fromEntries(Object.entries(form.keys).map(([key, of]) => [key, jsonSchemaOf(of)]));
      return { description, type: 'object', properties, additionalProperties: false };
    }
    default:
      return form satisfies never;
  }
}
