import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { commandContext } from '../src/effects/command-context.ts';
import { readScript } from '../src/effects/shell.ts';
import { matchCommands } from '../src/engine/command.ts';
import { siftCommands } from '../src/engine/sift-command.ts';
import { parserAssets } from '../src/host/assets.ts';
import type { Rule } from '../src/model/rule.ts';
import type { World } from '../src/model/world.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { decide } from '../src/policy/decide.ts';
import { resolvePolicy } from '../src/policy/layer.ts';
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

interface Case {
  command: string;
  rules: string[];
  shell?: 'powershell' | 'cmd';
}

function found(command: string, shell: 'posix' | 'powershell' | 'cmd' = 'posix'): string[] {
  const script = readScript(command, world, world.workspace, shell);
  const context = { ...commandContext(world), exists: () => null };
  const wanted = new Set(siftCommands(script, rules));
  return rules
    .filter((rule) => rule.body.mode === 'command' && wanted.has(rule) && matchCommands(rule.body, script, context).length > 0)
    .map((rule) => rule.id);
}

for (const file of readdirSync(join(import.meta.dirname, 'commands'))) {
  const cases = readFileSync(join(import.meta.dirname, 'commands', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Case);
  describe(basename(file, '.jsonl'), () => {
    test.each(cases)('$command', ({ command, rules: expected, shell }) => {
      expect(found(command, shell).sort()).toEqual([...expected].sort());
    });
  });
}

describe('the same command in another spelling', () => {
  const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
  /** The rules at the end are those that speak of the spelling itself. */
  const spellings: [string, (command: string) => string, ...string[]][] = [
    ['bash -c', (command) => `bash -c ${quote(command)}`],
    ['nested wrappers', (command) => `sudo -u x env A=b timeout 5 sh -ec ${quote(command)}`, 'shell/sudo-escalation'],
    ['eval', (command) => `eval ${quote(command)}`],
    ['a variable', (command) => `CMD=${quote(command)}; eval "$CMD"`],
    ['a heredoc', (command) => `bash <<'END_OF_IT'\n${command}\nEND_OF_IT`],
    ['a here-string', (command) => `sh <<< ${quote(command)}`],
    ['a pipe', (command) => `printf '%s\\n' ${quote(command)} | sh`],
    ['base64', (command) => `echo ${Buffer.from(command).toString('base64')} | base64 --decode | bash`, 'shell/decode-and-exec'],
    ['hexadecimal', (command) => `echo ${Buffer.from(command).toString('hex')} | xxd -r -p | sh`, 'shell/decode-and-exec'],
    ['a function', (command) => `go() {\n${command}\n}; go`],
    ['a branch', (command) => `if test -e x; then :; else\n${command}\nfi`],
    ['a subshell', (command) => `(\n${command}\n)`],
    ['a script file', (command) => `cat > /tmp/run.sh <<'END_OF_IT'\n${command}\nEND_OF_IT\nchmod +x /tmp/run.sh && /tmp/run.sh`],
    ['a substitution', (command) => `echo "$(\n${command}\n)"`],
    ['find', (command) => `find . -maxdepth 0 -exec sh -c ${quote(command)} \\;`],
  ];
  const cases = readdirSync(join(import.meta.dirname, 'commands')).flatMap((name) =>
    readFileSync(join(import.meta.dirname, 'commands', name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Case)
      .filter(({ shell }) => shell === undefined),
  );
  // A few cases of each rule, and of those that none speaks of, spread over the files: every spelling reads a script anew.
  const places = new Map<string, number>();
  const sample = cases.filter(({ rules: expected }) =>
    (expected.length === 0 ? [''] : expected).some((rule) => {
      const at = places.get(rule) ?? 0;
      places.set(rule, at + 1);
      return at % (rule === '' ? 12 : 8) === 0 || (rule !== '' && at < 3);
    }),
  );
  // What a substitution prints is not shown, and what goes into a pipe is not the end of it.
  const shown = new Set(['shell/env-print', 'shell/dotenv-read']);
  test.each(spellings)('%s', (name, spell, ...own) => {
    const missed = sample.filter(({ command, rules: expected }) => {
      // `find` and `parallel` put paths in the place of `{}`.
      if (command.includes('{}') || (name === 'a substitution' && expected.some((rule) => shown.has(rule)))) return false;
      const made = found(spell(command));
      return (
        expected.some((rule) => !made.includes(rule)) || made.some((rule) => !expected.includes(rule) && !own.includes(rule))
      );
    });
    expect(missed.map(({ command }) => command)).toEqual([]);
  });
});

test('harmless commands are read without a note', () => {
  for (const line of readFileSync(join(import.meta.dirname, 'commands', 'harmless.jsonl'), 'utf8').split('\n')) {
    if (line === '') continue;
    const { command, shell } = JSON.parse(line) as Case;
    expect([command, readScript(command, world, world.workspace, shell).notes]).toEqual([command, []]);
  }
});

describe('what the built-in policy makes of a finding', () => {
  const ask = new Set([
    ...[
      'git-history-rewrite',
      'container-volume-prune',
      'publish-release',
      'tunnel-expose',
      'git-remote-redirect',
      'dotenv-read',
    ],
    ...[
      'secret-store-read',
      'download-run-binary',
      'ephemeral-package-exec',
      'sudo-escalation',
      'db-destroy-local',
      'vendor-script-exec',
    ],
  ]);
  const files = ['shell', 'guard'].flatMap((pack) =>
    readdirSync(join(root, 'rules', pack))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `${pack}/${name.slice(0, -5)}`),
  );
  test.each(files)('%s', async (id) => {
    const { policy } = await resolvePolicy([]);
    const text = readFileSync(join(root, 'rules', `${id}.yaml`), 'utf8');
    const { rules: compiled } = await compileRules(text, id, loadParsers(parserAssets()));
    const { severity, confidence } = compiled[0]!;
    const finding = { ruleId: id, path: '', span: { start: 0, end: 1 }, severity, confidence, message: '', captures: {} };
    const { decision } = decide([{ ...finding, trace: [], snippet: '', fingerprint: '', replacement: null }], [], policy)
      .findings[0]!;
    const wanted =
      ask.has(id.slice('shell/'.length)) || id === 'guard/security-step-removed'
        ? 'ask'
        : id === 'shell/process-kill-broad'
          ? 'warn'
          : 'deny';
    expect(decision).toBe(wanted);
    expect(/^ {6}decision: (\w+)$/m.exec(text)?.[1] ?? 'deny').toBe(wanted === 'warn' ? 'deny' : wanted);
  });

  test('a command that cannot be read is asked about', async () => {
    const { policy } = await resolvePolicy([]);
    expect(policy.onFailure['unread-command']).toBe('ask');
  });
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
