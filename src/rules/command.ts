/**
 * The two keys of a rule with `mode: command`:
 *
 *     command:
 *       program: git
 *       subcommand: push
 *       flags: [[-f, --force]]
 *       not: { flags: [[-n, --dry-run]] }
 *     path:
 *       - class: guard
 *       - { class: agent-config, changes: { keys: [hooks], lines: 'hooks' } }
 */
import {
  type ChangeSpec,
  type CommandSpec,
  commandPlaceNames,
  type Needs,
  type OperandSpec,
  type PathSpec,
  type RuleBody,
  settingNames,
} from '../model/rule.ts';
import { commandNeeds } from './command-needs.ts';
import { checkRegex } from './regex.ts';
import { boolOf, listOf, mapOf, onlyKeys, RuleError, textOf, textsOf, type Yaml } from './yaml.ts';

type YamlMap = Extract<Yaml, { kind: 'map' }>;

const commandKeys: ReadonlySet<string> = new Set([
  ...[
    'program',
    'subcommand',
    'flags',
    'options',
    'operands',
    'no-operands',
    'arguments',
    'redirect',
    'env',
    'wrapper',
    'cwd',
    'runs-on',
    'contains',
    'text',
    'first-operand',
    'overwrites',
    'reads',
    'input',
    'code',
    'assigns',
    'place',
    'disguised',
    'work-tree',
    'setting',
  ],
  ...['pipe-to', 'pipe-from', 'runs-output-of', 'data-from', 'preceded-by', 'followed-by', 'any', 'all', 'not'],
]);
const operandKeys: ReadonlySet<string> = new Set([
  'glob',
  'regex',
  'path',
  'outside',
  'covers',
  'class',
  'unknown',
  'exists',
  'unverified',
  'part',
  'declared',
  'any',
  'not',
]);
const pathKeys: ReadonlySet<string> = new Set(['effects', 'class', 'path', 'not-path', 'changes']);
const places = ['here', 'ssh', 'container'] as const;
const covered = ['workspace', 'home'] as const;
const effects = ['write', 'delete', 'read'] as const;

/** The rule's body without its mode. Throws `RuleError` for a key or value that cannot be used. */
export function compileCommand(rule: YamlMap): { body: Omit<Extract<RuleBody, { mode: 'command' }>, 'mode'>; needs: Needs } {
  const command = rule.entries.get('command');
  const path = rule.entries.get('path');
  if (command === undefined && path === undefined)
    throw new RuleError('a command rule has the key `command` or `path`', rule.line);
  const spec = command === undefined ? null : compileCommandSpec(command.value);
  return {
    body: { command: spec, paths: path === undefined ? [] : items(path.value).map(compilePath) },
    // Over the words of the commands, not the script's text: quotes, variables and encodings hide them there.
    needs: commandNeeds(spec),
  };
}

function compileCommandSpec(yaml: Yaml): CommandSpec {
  const map = mapOf(yaml, 'a command');
  onlyKeys(map, commandKeys, 'key of a command');
  const spec: CommandSpec = {};
  if (map.entries.size === 0) throw new RuleError('a command without keys fits every command', map.line);
  for (const [key, { value, line }] of map.entries) {
    switch (key) {
      case 'program':
      case 'subcommand':
      case 'contains':
        spec[key] = some(value, key);
        break;
      case 'text':
        spec.text = regexOf(value, key);
        break;
      case 'code': {
        const code = mapOf(value, '`code`');
        onlyKeys(code, new Set(['language', 'regex']), 'key of `code`');
        const [language, regex] = [code.entries.get('language'), code.entries.get('regex')];
        spec.code = {};
        if (language) spec.code.language = some(language.value, 'language');
        if (regex) spec.code.regex = regexOf(regex.value, 'regex');
        break;
      }
      case 'assigns':
        spec.assigns = items(value).map((item) => {
          const { named, rest } = without(item, 'name', 'an assignment');
          return { names: some(named, 'name'), value: rest.entries.size === 0 ? {} : compileOperand(rest) };
        });
        break;
      case 'place':
        spec.place = oneOf(value, key, commandPlaceNames);
        break;
      case 'disguised':
        spec.disguised = boolOf(value, key);
        break;
      case 'work-tree':
        if (textOf(value, key) !== 'clean') throw new RuleError('`work-tree` is `clean`', line);
        spec.workTree = 'clean';
        break;
      case 'setting': {
        const { named, rest } = without(value, 'name', '`setting`');
        onlyKeys(rest, new Set(['regex']), 'key of `setting`');
        const [name] = oneOf(named, 'name', settingNames);
        const regex = rest.entries.get('regex');
        if (name === undefined || regex === undefined) throw new RuleError('`setting` has the keys `name` and `regex`', line);
        spec.setting = { name, regex: regexOf(regex.value, 'regex') };
        break;
      }
      case 'flags':
        spec.flags = listOf(value, '`flags`').map((entry) => flagNames(entry));
        break;
      case 'options':
        spec.options = items(value).map((item) => {
          const { named, rest } = without(item, 'flag', 'an option');
          return { names: flagNames(named), value: compileOperand(rest) };
        });
        break;
      case 'operands':
      case 'arguments':
      case 'redirect':
      case 'overwrites':
      case 'reads':
      case 'input':
      case 'cwd':
        spec[key] = compileOperand(value);
        break;
      case 'no-operands':
        spec.noOperands = boolOf(value, key);
        break;
      case 'env':
        spec.env = some(value, key);
        break;
      case 'wrapper':
        spec.wrapper = some(value, key);
        break;
      case 'runs-on':
        spec.runsOn = oneOf(value, key, places);
        break;
      case 'first-operand':
        spec.firstOperand = compileOperand(value);
        break;
      case 'pipe-to':
        spec.pipeTo = compileCommandSpec(value);
        break;
      case 'pipe-from':
        spec.pipeFrom = compileCommandSpec(value);
        break;
      case 'runs-output-of':
        spec.runsOutputOf = compileCommandSpec(value);
        break;
      case 'data-from':
        spec.dataFrom = compileCommandSpec(value);
        break;
      case 'preceded-by':
        spec.precededBy = compileCommandSpec(value);
        break;
      case 'followed-by':
        spec.followedBy = compileCommandSpec(value);
        break;
      case 'any':
      case 'all':
        spec[key] = listOf(value, `\`${key}\``).map(compileCommandSpec);
        break;
      case 'not':
        spec.not = items(value).map(compileCommandSpec);
        break;
      default:
        throw new RuleError(`unknown key of a command \`${key}\``, line);
    }
  }
  return spec;
}

function compileOperand(yaml: Yaml): OperandSpec {
  const map = mapOf(yaml, 'an operand');
  onlyKeys(map, operandKeys, 'key of an operand');
  const spec: OperandSpec = {};
  for (const [key, { value, line }] of map.entries) {
    switch (key) {
      case 'glob':
        spec.glob = some(value, key);
        break;
      case 'regex':
      case 'path':
      case 'part':
        spec[key] = regexOf(value, key);
        break;
      case 'declared':
      case 'exists':
      case 'unverified':
      case 'unknown':
        spec[key] = boolOf(value, key);
        break;
      case 'outside':
        if (textOf(value, key) !== 'workspace') throw new RuleError('`outside` is `workspace`', line);
        spec.outside = 'workspace';
        break;
      case 'covers':
        spec.covers = oneOf(value, key, covered);
        break;
      case 'class':
        spec.class = some(value, key);
        break;
      case 'any':
        spec.any = listOf(value, '`any`').map(compileOperand);
        break;
      case 'not':
        spec.not = items(value).map(compileOperand);
        break;
      default:
        throw new RuleError(`unknown key of an operand \`${key}\``, line);
    }
  }
  return spec;
}

function compilePath(yaml: Yaml): PathSpec {
  const map = mapOf(yaml, '`path`');
  onlyKeys(map, pathKeys, 'key of `path`');
  const spec: PathSpec = { effects: ['write', 'delete'] };
  for (const [key, { value, line }] of map.entries) {
    switch (key) {
      case 'effects':
        spec.effects = oneOf(value, key, effects);
        break;
      case 'class':
        spec.class = some(value, key);
        break;
      case 'path':
        spec.path = regexOf(value, key);
        break;
      case 'not-path':
        spec.notPath = regexOf(value, key);
        break;
      case 'changes':
        spec.changes = compileChanges(value);
        break;
      default:
        throw new RuleError(`unknown key of \`path\` \`${key}\``, line);
    }
  }
  if (spec.class === undefined && spec.path === undefined) throw new RuleError('`path` needs `class` or `path`', map.line);
  return spec;
}

function compileChanges(yaml: Yaml): ChangeSpec {
  const map = mapOf(yaml, '`changes`');
  onlyKeys(map, new Set(['keys', 'lines', 'adds', 'removes', 'empties']), 'key of `changes`');
  if (map.entries.size === 0) throw new RuleError('`changes` needs `keys`, `lines`, `adds` or `removes`', map.line);
  const keys = map.entries.get('keys');
  const regex = (key: string): string | null => {
    const entry = map.entries.get(key);
    return entry === undefined ? null : regexOf(entry.value, key);
  };
  return {
    keys: keys === undefined ? [] : some(keys.value, 'keys'),
    lines: regex('lines'),
    adds: regex('adds'),
    removes: regex('removes'),
    ...(map.entries.has('empties') ? { empties: true as const } : {}),
  };
}

/** The map without one key, which it must have. */
function without(yaml: Yaml, key: string, what: string): { named: Yaml; rest: YamlMap } {
  const map = mapOf(yaml, what);
  const named = map.entries.get(key);
  if (named === undefined) throw new RuleError(`${what} has the key \`${key}\``, map.line);
  const entries = new Map(map.entries);
  entries.delete(key);
  return { named: named.value, rest: { ...map, entries } };
}

/** One item or a list of them. */
const items = (yaml: Yaml): Yaml[] => (yaml.kind === 'list' ? yaml.items : [yaml]);

function some(yaml: Yaml, key: string): string[] {
  const texts = textsOf(yaml, `\`${key}\``);
  if (texts.length === 0) throw new RuleError(`\`${key}\` is empty`, yaml.line);
  return texts;
}

function flagNames(yaml: Yaml): string[] {
  const names = some(yaml, 'flags');
  for (const name of names) if (!name.startsWith('-')) throw new RuleError(`a flag begins with a dash: \`${name}\``, yaml.line);
  return names;
}

function oneOf<const T extends string>(yaml: Yaml, key: string, known: readonly T[]): T[] {
  return some(yaml, key).map((text) => {
    const found = known.find((one) => one === text);
    if (found === undefined) throw new RuleError(`\`${key}\` is one of ${known.join(', ')}, not \`${text}\``, yaml.line);
    return found;
  });
}

/** The engine runs these without flags. */
function regexOf(yaml: Yaml, key: string): string {
  const { regex, flags } = checkRegex(textOf(yaml, `\`${key}\``), yaml.line);
  return flags.includes('i') ? `(?i)${regex}` : regex;
}
