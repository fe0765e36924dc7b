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
import type { ChangeSpec, CommandSpec, Needs, OperandSpec, PathSpec, RuleBody } from '../model/rule.ts';
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
  ],
  ...['pipe-to', 'pipe-from', 'runs-output-of', 'any', 'all', 'not'],
]);
const operandKeys: ReadonlySet<string> = new Set([
  'glob',
  'regex',
  'path',
  'outside',
  'covers',
  'class',
  'unknown',
  'any',
  'not',
]);
const pathKeys: ReadonlySet<string> = new Set(['effects', 'class', 'path', 'not-path', 'changes']);
const places = ['here', 'ssh', 'container'] as const;
const covered = ['workspace', 'home'] as const;
const effects = ['write', 'delete'] as const;

/** The rule's body without its mode. Throws `RuleError` for a key or value that cannot be used. */
export function compileCommand(rule: YamlMap): { body: Omit<Extract<RuleBody, { mode: 'command' }>, 'mode'>; needs: Needs } {
  const command = rule.entries.get('command');
  const path = rule.entries.get('path');
  if (command === undefined && path === undefined)
    throw new RuleError('a command rule has the key `command` or `path`', rule.line);
  return {
    body: {
      command: command === undefined ? null : compileCommandSpec(command.value),
      paths: path === undefined ? [] : items(path.value).map(compilePath),
    },
    // What a script runs need not stand in its text: quotes, variables and encodings hide it.
    needs: { kind: 'all', of: [] },
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
        spec.program = some(value, key);
        break;
      case 'subcommand':
        spec.subcommand = some(value, key);
        break;
      case 'flags':
        spec.flags = listOf(value, '`flags`').map((entry) => flagNames(entry));
        break;
      case 'options':
        spec.options = items(value).map((item) => {
          const option = mapOf(item, 'an option');
          const flag = option.entries.get('flag');
          if (flag === undefined) throw new RuleError('an option has the key `flag`', option.line);
          const rest = new Map(option.entries);
          rest.delete('flag');
          return { names: flagNames(flag.value), value: compileOperand({ ...option, entries: rest }) };
        });
        break;
      case 'operands':
        spec.operands = compileOperand(value);
        break;
      case 'no-operands':
        spec.noOperands = boolOf(value, key);
        break;
      case 'arguments':
        spec.arguments = compileOperand(value);
        break;
      case 'redirect':
        spec.redirect = compileOperand(value);
        break;
      case 'env':
        spec.env = some(value, key);
        break;
      case 'wrapper':
        spec.wrapper = some(value, key);
        break;
      case 'cwd':
        spec.cwd = compileOperand(value);
        break;
      case 'runs-on':
        spec.runsOn = oneOf(value, key, places);
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
        spec[key] = regexOf(value, key);
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
      case 'unknown':
        spec.unknown = boolOf(value, key);
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
  const spec: PathSpec = { effects: [...effects] };
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
  onlyKeys(map, new Set(['keys', 'lines']), 'key of `changes`');
  const keys = map.entries.get('keys');
  const lines = map.entries.get('lines');
  if (keys === undefined && lines === undefined) throw new RuleError('`changes` needs `keys` or `lines`', map.line);
  return {
    keys: keys === undefined ? [] : some(keys.value, 'keys'),
    lines: lines === undefined ? null : regexOf(lines.value, 'lines'),
  };
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
