import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { commandContext } from '../src/effects/command-context.ts';
import { readScript } from '../src/effects/shell.ts';
import { matchCommands } from '../src/engine/command.ts';
import { parserAssets } from '../src/host/assets.ts';
import type { Rule } from '../src/model/rule.ts';
import type { World } from '../src/model/world.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { compileCommand } from '../src/rules/command.ts';
import { compileRules } from '../src/rules/compile.ts';
import { parseYaml } from '../src/rules/yaml.ts';

const root = join(import.meta.dirname, '..');
const world: World = { workspace: '/home/u/ws', home: '/home/u', platform: 'linux', readFile: () => ({ kind: 'missing' }) };
const rules: Rule[] = [];

beforeAll(async () => {
  const parsers = loadParsers(parserAssets());
  for (const pack of ['shell', 'guard']) {
    for (const name of readdirSync(join(root, 'rules', pack))) {
      if (!name.endsWith('.yaml')) continue;
      const path = join('rules', pack, name);
      const compiled = await compileRules(readFileSync(join(root, path), 'utf8'), path, parsers);
      expect(compiled.failures).toEqual([]);
      rules.push(...compiled.rules.filter((rule) => rule.body.mode === 'command'));
    }
  }
});

function found(command: string): string[] {
  const script = readScript(command, world, world.workspace);
  const context = { ...commandContext(world), exists: () => null };
  return rules
    .filter((rule) => rule.body.mode === 'command' && matchCommands(rule.body, script, context).length > 0)
    .map((rule) => rule.id);
}

for (const file of readdirSync(join(import.meta.dirname, 'commands'))) {
  const cases = readFileSync(join(import.meta.dirname, 'commands', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { command: string; rules: string[] });
  describe(basename(file, '.jsonl'), () => {
    test.each(cases)('$command', ({ command, rules: expected }) => {
      expect(found(command).sort()).toEqual([...expected].sort());
    });
  });
}

describe('the same command in another spelling', () => {
  const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
  const spellings: [string, (command: string) => string][] = [
    ['bash -c', (command) => `bash -c ${quote(command)}`],
    ['nested wrappers', (command) => `sudo -u x env A=b timeout 5 sh -ec ${quote(command)}`],
    ['eval', (command) => `eval ${quote(command)}`],
    ['a variable', (command) => `CMD=${quote(command)}; eval "$CMD"`],
    ['a heredoc', (command) => `bash <<'END_OF_IT'\n${command}\nEND_OF_IT`],
    ['a here-string', (command) => `sh <<< ${quote(command)}`],
    ['a pipe', (command) => `printf '%s\\n' ${quote(command)} | sh`],
    ['base64', (command) => `echo ${Buffer.from(command).toString('base64')} | base64 --decode | bash`],
    ['hexadecimal', (command) => `echo ${Buffer.from(command).toString('hex')} | xxd -r -p | sh`],
    ['a function', (command) => `go() {\n${command}\n}; go`],
    ['a branch', (command) => `if test -e x; then :; else\n${command}\nfi`],
    ['a subshell', (command) => `(\n${command}\n)`],
    ['a script file', (command) => `cat > /tmp/run.sh <<'END_OF_IT'\n${command}\nEND_OF_IT\nchmod +x /tmp/run.sh && /tmp/run.sh`],
    ['a substitution', (command) => `echo "$(\n${command}\n)"`],
    ['find', (command) => `find . -maxdepth 0 -exec sh -c ${quote(command)} \\;`],
  ];
  const cases = ['destructive', 'remote', 'git', 'harmless'].flatMap((name) =>
    readFileSync(join(import.meta.dirname, 'commands', `${name}.jsonl`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { command: string; rules: string[] }),
  );
  test.each(spellings)('%s', (_, spell) => {
    // `find` and `parallel` put paths in the place of `{}`.
    const missed = cases.filter(
      ({ command, rules: expected }) => !command.includes('{}') && expected.join() !== found(spell(command)).sort().join(),
    );
    expect(missed.map(({ command }) => command)).toEqual([]);
  });
});

test('harmless commands are read without a note', () => {
  for (const line of readFileSync(join(import.meta.dirname, 'commands', 'harmless.jsonl'), 'utf8').split('\n')) {
    if (line === '') continue;
    const { command } = JSON.parse(line) as { command: string };
    expect([command, readScript(command, world, world.workspace).notes]).toEqual([command, []]);
  }
});

describe('a rule that cannot be used', () => {
  const compile = (text: string) => {
    const map = parseYaml(text);
    if (map.kind !== 'map') throw new Error('not a mapping');
    return compileCommand(map);
  };
  test.each([
    ['id: x', 'has the key `command` or `path`'],
    ['command: {}', 'fits every command'],
    ['command: { programme: rm }', 'unknown key of a command `programme`, did you mean `program`?'],
    ['command:\n  program: rm\n  operands: { outsid: workspace }', 'unknown key of an operand `outsid`, did you mean `outside`?'],
    ['command: { program: [] }', '`program` is empty'],
    ['command: { flags: [[force]] }', 'a flag begins with a dash: `force`'],
    ['command: { runs-on: mars }', '`runs-on` is one of here, ssh, container, not `mars`'],
    ['command: { operands: { regex: "(" } }', 'invalid regular expression'],
    ['path: { effects: write }', '`path` needs `class` or `path`'],
    ['path: { class: guard, changes: { keys: [] } }', '`keys` is empty'],
  ])('%s', (text, message) => {
    expect(() => compile(text)).toThrow(message);
  });

  test('names the line', () => {
    expect(() => compile('command:\n  program: rm\n  pipe-to:\n    programm: sh')).toThrow(expect.objectContaining({ line: 4 }));
  });
});
