/**
 * `secret:` of a rule with `mode: secret` → `SecretSpec`s. A list of mappings, each a format:
 *
 *     - name: Example token
 *       prefix: ext_                      # or keywords: [example], with assigned: 'example_token' for shapes that say little
 *       pattern: 'ext_(?<body>[a-z0-9]{32})'
 *       entropy: 3
 *       checksum: github-crc32
 *       not: ['^ext_sandbox']
 *
 * or an assignment, which has `names` instead of a pattern.
 */
import { confidences, severities } from '../model/finding.ts';
import {
  type Needs,
  type SecretAssignment,
  type SecretCheckName,
  type SecretFormat,
  type SecretSpec,
  secretCheckNames,
} from '../model/rule.ts';
import { checkRegex } from './regex.ts';
import { boolOf, listOf, mapOf, numberOf, onlyKeys, RuleError, textOf, textsOf, type Yaml } from './yaml.ts';

const sharedKeys = ['id', 'name', 'not', 'not-line', 'not-path', 'severity', 'confidence'];
const formatKeys: ReadonlySet<string> = new Set([
  ...sharedKeys,
  ...['class', 'prefix', 'keywords', 'lines', 'assigned', 'pattern', 'entropy', 'checksum', 'check', 'random'],
]);
const assignmentKeys: ReadonlySet<string> = new Set([...sharedKeys, 'names', 'passwords', 'except']);
const classes = ['live', 'test', 'public'] as const;

type YamlMap = Extract<Yaml, { kind: 'map' }>;

/** Throws `RuleError` for a key, name or regex that cannot be used, and for two specs with one id. */
export function compileSecret(yaml: Yaml): SecretSpec[] {
  const ids = new Set<string>();
  return listOf(yaml, '`secret`').map((item) => {
    const map = mapOf(item, 'an item of `secret`');
    const spec = map.entries.has('names') ? compileAssignment(map) : compileSecretFormat(map);
    if (ids.has(spec.id)) throw new RuleError(`the secret \`${spec.id}\` stands twice in this rule`, map.line);
    ids.add(spec.id);
    return spec;
  });
}

/** Above so many places to look the text filter costs more than the search itself, which begins with a filter of its own. */
const MANY = 12;

/** What a text must hold for a rule of these secrets to find anything. */
export function secretNeeds(specs: readonly SecretSpec[]): Needs {
  const needs = specs.flatMap((spec): Needs[] => {
    if (spec.kind === 'assignment')
      return [...new Set(spec.names.map(lastWord))].map((value) => ({ kind: 'text', value, caseless: true }));
    if (spec.prefixes) return spec.prefixes.map((value) => ({ kind: 'text', value }));
    return (spec.keywords ?? []).map((value) => ({ kind: 'text', value, caseless: true }));
  });
  if (needs.length <= MANY) return { kind: 'any', of: needs };
  // What has a prefix is one token; of the others the keywords say it, in the few texts without such a run.
  const loose = specs.flatMap((spec) => (spec.kind === 'format' && !spec.prefixes ? (spec.keywords ?? []) : []));
  const names = specs.flatMap((spec) => (spec.kind === 'assignment' ? spec.names.map(lastWord) : []));
  const words = [...new Set([...loose, ...names])];
  return names.length > 0
    ? { kind: 'any', of: words.map((value) => ({ kind: 'text', value, caseless: true })) }
    : { kind: 'any', of: [{ kind: 'token-run' }, ...words.map((value): Needs => ({ kind: 'text', value, caseless: true }))] };
}

function compileSecretFormat(map: YamlMap): SecretFormat {
  onlyKeys(map, formatKeys, 'key of a secret');
  const { entries, line } = map;
  const pattern = entries.get('pattern');
  if (!pattern) throw new RuleError('a secret needs a `pattern` (or `names`, for an assignment)', line);
  const prefixes = texts(map, 'prefix').flatMap(spellings);
  const keywords = texts(map, 'keywords');
  const short = prefixes.find((prefix) => prefix.length < 3) ?? keywords.find((word) => word.length < 2);
  if (short !== undefined) throw new RuleError(`\`${short}\` is too short to look for`, line);
  if (prefixes.length + keywords.length === 0)
    throw new RuleError('a secret needs a `prefix` or `keywords`, so that most text is never searched', line);
  const assigned = entries.get('assigned');
  if (assigned && keywords.length === 0) throw new RuleError('`assigned` needs `keywords`', assigned.line);
  const { regex, flags } = bounded(pattern.value, 'pattern');
  const name = assigned && bounded(assigned.value, 'assigned').regex;
  return sparse({
    kind: 'format',
    ...terms(map),
    class: oneOf(map, 'class', classes),
    prefixes,
    keywords: keywords.map((word) => word.toLowerCase()),
    lines: entries.has('lines') ? numberOf(entries.get('lines')!.value, '`lines`') : undefined,
    // One spelling stands for all: `api_token`, `apiToken`, `api-token`.
    assigned: name?.replace(/_/g, '[_.\\s-]?'),
    regex,
    flags: name !== undefined && !flags.includes('i') ? `${flags}i` : flags,
    entropy: entries.has('entropy') ? numberOf(entries.get('entropy')!.value, '`entropy`') : undefined,
    check: compileCheck(map),
    random: entries.has('random') ? boolOf(entries.get('random')!.value, '`random`') : undefined,
  });
}

/** Without the keys that say nothing. */
function sparse<T extends object>(spec: T): T {
  const said = Object.entries(spec).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(said) as T;
}

function compileAssignment(map: YamlMap): SecretAssignment {
  onlyKeys(map, assignmentKeys, 'key of an assignment');
  const words = (key: string): string[] => {
    const list = texts(map, key);
    const bad = list.find((text) => !/^[a-z0-9]+(?:_[a-z0-9]+)*$/.test(text));
    if (bad !== undefined)
      throw new RuleError(`\`${bad}\` must be small letters and digits, words joined by \`_\``, map.entries.get(key)!.line);
    return list;
  };
  const names = words('names');
  if (names.length === 0) throw new RuleError('`names` is empty', map.line);
  return { ...sparse({ kind: 'assignment', ...terms(map) }), names, passwords: words('passwords'), except: words('except') };
}

function terms(map: YamlMap): Omit<SecretAssignment, 'kind' | 'names' | 'passwords' | 'except'> {
  const named = map.entries.get('name');
  if (!named) throw new RuleError('a secret needs a `name`', map.line);
  const name = textOf(named.value, '`name`');
  const id = map.entries.get('id');
  const regexes = (key: string): string[] => {
    const entry = map.entries.get(key);
    if (!entry) return [];
    return textsOf(entry.value, `\`${key}\``).map((text) => checkRegex(text, entry.line).regex);
  };
  return {
    id: id ? textOf(id.value, '`id`') : name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    name,
    not: regexes('not'),
    notLine: regexes('not-line'),
    notPath: regexes('not-path'),
    severity: oneOf(map, 'severity', severities),
    confidence: oneOf(map, 'confidence', confidences),
  };
}

function compileCheck(map: YamlMap): SecretCheckName | undefined {
  const [first, second] = [map.entries.get('checksum'), map.entries.get('check')];
  if (first && second) throw new RuleError('`checksum` and `check` are the same key', second.line);
  return oneOf(map, first ? 'checksum' : 'check', secretCheckNames);
}

function oneOf<T extends string>(map: YamlMap, key: string, known: readonly T[]): T | undefined {
  const entry = map.entries.get(key);
  if (!entry) return undefined;
  const text = textOf(entry.value, `\`${key}\``).toLowerCase();
  const found = known.find((word) => word === text);
  if (found === undefined) throw new RuleError(`unknown ${key} \`${text}\`; known are ${known.join(', ')}`, entry.line);
  return found;
}

function texts(map: YamlMap, key: string): string[] {
  const entry = map.entries.get(key);
  return entry ? textsOf(entry.value, `\`${key}\``) : [];
}

/** The texts that a prefix stands for: `gh[ps]_` is `ghp_` and `ghs_`. No ranges. */
function spellings(prefix: string): string[] {
  const set = /\[([^\]]+)\]/.exec(prefix);
  if (!set) return [prefix];
  return [...(set[1] as string)].flatMap((char) =>
    spellings(prefix.slice(0, set.index) + char + prefix.slice(set.index + set[0].length)),
  );
}

const lastWord = (name: string): string => name.split('_').at(-1) as string;

/** A regex in which everything repeats a bounded number of times: it never reads far, whatever the text. */
function bounded(yaml: Yaml, key: string): { regex: string; flags: string } {
  const text = textOf(yaml, `\`${key}\``);
  const found = unboundedQuantifier(text);
  if (found !== null) throw new RuleError(`\`${found}\` in \`${key}\` has no upper bound; write {0,200} or the like`, yaml.line);
  const { regex, flags } = checkRegex(text, yaml.line);
  return { regex, flags: flags.replace('m', '') };
}

/** The first `*`, `+` or `{n,}` that is a quantifier; null when there is none. */
function unboundedQuantifier(regex: string): string | null {
  let inClass = false;
  for (let at = 0; at < regex.length; at++) {
    const char = regex[at] as string;
    if (char === '\\') at++;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '*' || char === '+') return char;
    else if (char === '{') {
      const open = /^\{\d+,\}/.exec(regex.slice(at));
      if (open) return open[0];
    }
  }
  return null;
}
