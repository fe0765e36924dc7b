import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { commandContext } from '../src/effects/command-context.ts';
import { readScript, shellEffects } from '../src/effects/shell.ts';
import { matchCommands } from '../src/engine/command.ts';
import { matchPath } from '../src/engine/path-change.ts';
import { parserAssets } from '../src/host/assets.ts';
import type { Effect } from '../src/model/effect.ts';
import type { Rule } from '../src/model/rule.ts';
import type { World } from '../src/model/world.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { compileRules } from '../src/rules/compile.ts';

const root = join(import.meta.dirname, '..');

function worldOf(files: Record<string, string>, folders: string[] = []): World {
  return {
    workspace: '/ws',
    home: '/home/u',
    platform: 'linux',
    readFile(path) {
      const text = files[path];
      if (text !== undefined) return { kind: 'text', text };
      return folders.includes(path) ? { kind: 'directory' } : { kind: 'missing' };
    },
  };
}

function effects(script: string, files: Record<string, string> = {}, folders: string[] = []): Effect[] {
  const [run, ...rest] = shellEffects(script, worldOf(files, folders), '/ws');
  expect(run).toEqual({ kind: 'run', shell: 'posix', script, cwd: '/ws' });
  return rest.map((effect) => {
    if (effect.kind !== 'write' && effect.kind !== 'delete') return effect;
    const { span, ...plain } = effect;
    expect(span).toBeDefined();
    return plain;
  });
}

const write = (path: string, before: string | null, after: string | null, more: object = {}): Effect =>
  ({ kind: 'write', path, before, after, fragments: [], renamedFrom: null, ...more }) as Effect;

describe('effects on files', () => {
  test.each<[string, Record<string, string>, Effect[]]>([
    ["cat > a.ts <<'E'\nconst x = 1;\nE", {}, [write('/ws/a.ts', null, 'const x = 1;\n')]],
    ["tee src/a.ts <<'E' >/dev/null\nx\nE", { '/ws/src/a.ts': 'old\n' }, [write('/ws/src/a.ts', 'old\n', 'x\n')]],
    ['echo b >> a.txt', { '/ws/a.txt': 'a\n' }, [write('/ws/a.txt', 'a\n', 'a\nb\n')]],
    ['echo a > f; echo b >> f; rm f', {}, [{ kind: 'delete', path: '/ws/f' }]],
    ['echo a > f && mv f g', {}, [{ kind: 'delete', path: '/ws/f' }, write('/ws/g', 'a\n', 'a\n', { renamedFrom: '/ws/f' })]],
    ['cp a b', { '/ws/a': '1' }, [write('/ws/b', null, '1')]],
    ['mv a b', { '/ws/a': '1', '/ws/b': '2' }, [write('/ws/b', '2', '1'), { kind: 'delete', path: '/ws/a' }]],
    ['mv /tmp/a b', { '/tmp/a': '1' }, [write('/ws/b', null, '1'), { kind: 'delete', path: '/tmp/a' }]],
    ['sed -i s/a/b/ f', { '/ws/f': 'aa\na\n' }, [write('/ws/f', 'aa\na\n', 'ba\nb\n')]],
    ["sed -i '' -e 's/a/b/g' f", { '/ws/f': 'aa' }, [write('/ws/f', 'aa', 'bb')]],
    ["sed -i.bak -E 's#(x+)/#[\\1]#;2d' f", { '/ws/f': 'xx/\ny\nz\n' }, [write('/ws/f', 'xx/\ny\nz\n', '[xx]\nz\n')]],
    ["sed -i '/^b/i\\new' f", { '/ws/f': 'a\nb\n' }, [write('/ws/f', 'a\nb\n', 'a\nnew\nb\n')]],
    ["sed -i '2,$s/x/y/' f", { '/ws/f': 'x\nx\nx' }, [write('/ws/f', 'x\nx\nx', 'x\ny\ny')]],
    ["sed -i 's/x/y/e' f", { '/ws/f': 'x' }, [write('/ws/f', null, null)]],
    ["perl -pi -e 's/a(b)/$1/g' f", { '/ws/f': 'abab\n' }, [write('/ws/f', 'abab\n', 'bb\n')]],
    ["perl -0pi -e 's/a\\nb/c/' f", { '/ws/f': 'a\nb\n' }, [write('/ws/f', 'a\nb\n', 'c\n')]],
    ["perl -pi -e 's/a/`id`/e' f", { '/ws/f': 'a' }, [write('/ws/f', null, null)]],
    ['cp a b && sed -i s/1/2/ b', { '/ws/a': '1' }, [write('/ws/b', null, '2')]],
    [
      'git apply <<E\n--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n a\n-b\n+c\nE',
      { '/ws/f': 'a\nb\n' },
      [write('/ws/f', 'a\nb\n', 'a\nc\n')],
    ],
    ['patch -p1 <<E\n--- a/f\n+++ b/f\n@@ -5 +5 @@\n-b\n+c\nE', { '/ws/f': 'a\nb\n' }, [write('/ws/f', 'a\nb\n', 'a\nc\n')]],
    [
      'patch f <<E\n--- x\n+++ y\n@@ -1 +1 @@\n-q\n+c\nE',
      { '/ws/f': 'a\n' },
      [write('/ws/f', 'a\n', null, { fragments: ['c'] })],
    ],
    [
      'git apply p.diff',
      { '/ws/p.diff': 'diff --git a/n b/n\nnew file mode 100644\n--- /dev/null\n+++ b/n\n@@ -0,0 +1 @@\n+x\n' },
      [write('/ws/n', null, 'x\n')],
    ],
    [
      'git apply -R p.diff',
      { '/ws/p.diff': '--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n+b\n', '/ws/f': 'b\n' },
      [write('/ws/f', 'b\n', 'a\n')],
    ],
    ['git apply --check p.diff', { '/ws/p.diff': '--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n+b\n', '/ws/f': 'a\n' }, []],
    ['echo x | dd of=y', {}, [write('/ws/y', null, 'x\n')]],
    ['dd if=a of=y', { '/ws/a': '1' }, [write('/ws/y', null, '1')]],
    ['install -m 644 a b', { '/ws/a': '1' }, [write('/ws/b', null, '1')]],
    ["sed -i.bak -e 's/a/b/' f g", {}, [write('/ws/f', null, null), write('/ws/g', null, null)]],
    ['dd if=x of=y.img', {}, [write('/ws/y.img', null, null)]],
    ['make > log', {}, [write('/ws/log', null, null)]],
    [
      'cd sub && rm -rf a "b c" *.log',
      {},
      [
        { kind: 'delete', path: '/ws/sub/a' },
        { kind: 'delete', path: '/ws/sub/b c' },
      ],
    ],
    ['ssh h "rm -rf /x; echo > /y"', {}, []],
    ['sed s/a/b/ f', {}, []],
    ['cat f', {}, []],
    ["apply_patch <<'E'\n*** Begin Patch\n*** Add File: n.ts\n+x\n*** End Patch\nE", {}, [write('/ws/n.ts', null, 'x\n')]],
    ["bash -lc 'cat > n.ts <<E\nx\nE'", {}, [write('/ws/n.ts', null, 'x\n')]],
    ['echo eAo= | base64 -d > n', {}, [write('/ws/n', null, 'x\n')]],
    ['echo a > dir/', {}, []],
    ['echo "a', {}, [{ kind: 'opaque', reason: 'the command could not be read: unmatched `"`', failure: 'unread-command' }]],
  ])('%s', (script, files, expected) => {
    const made = effects(script, files, ['/ws/dir']);
    expect(made).toHaveLength(expected.length);
    expect(made).toEqual(expect.arrayContaining(expected));
  });

  test('cp into a folder keeps the name', () => {
    expect(effects('cp a.ts dir', { '/ws/a.ts': 'x' }, ['/ws/dir'])).toEqual([write('/ws/dir/a.ts', null, 'x')]);
  });
});

// ---- rules

const rules = new Map<string, Rule>();
const world = worldOf({});
const context = commandContext(world);
const packs = ['shell', 'guard'];
const names = packs.flatMap((pack) =>
  readdirSync(join(root, 'rules', pack))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${pack}/${name.slice(0, -'.yaml'.length)}`),
);

beforeAll(async () => {
  const parsers = loadParsers(parserAssets());
  for (const name of names) {
    const path = `rules/${name}.yaml`;
    const compiled = await compileRules(readFileSync(join(root, path), 'utf8'), path, parsers);
    expect(compiled.failures).toEqual([]);
    for (const rule of compiled.rules) rules.set(rule.id, rule);
  }
});

describe('guard/hook-config-tamper on changes of files', () => {
  const settings = (value: object): string => JSON.stringify(value, null, 2);
  const hook = { hooks: { PreToolUse: [{ hooks: [{ type: 'command', command: 'guard' }] }] } };
  test.each<[string, Effect, boolean]>([
    ['a new hook', write('/ws/.claude/settings.json', null, settings(hook)), true],
    ['a hook taken out', write('/ws/.claude/settings.json', settings(hook), '{}'), true],
    ['all hooks switched off', write('/home/u/.claude/settings.json', '{}', '{ "disableAllHooks": true }'), true],
    [
      'the same in a file with comments',
      write('/ws/.claude/settings.local.json', '// x\n{}', '// x\n{ "disableAllHooks": true, }'),
      true,
    ],
    ['another key', write('/ws/.claude/settings.json', settings(hook), settings({ ...hook, model: 'x' })), false],
    ['the file broken', write('/ws/.claude/settings.json', settings(hook), '{ "hooks": '), true],
    ['an unknown change', write('/ws/.claude/settings.json', null, null), true],
    ['an edit seen in part', write('/ws/.claude/settings.json', null, null, { fragments: ['"hooks": {}'] }), true],
    [
      'a file moved into its place',
      write('/ws/.claude/settings.json', settings(hook), settings(hook), { renamedFrom: '/ws/x.json' }),
      true,
    ],
    ['the file deleted', { kind: 'delete', path: '/ws/.claude/settings.json' }, true],
    ['a hook script', write('/ws/.claude/hooks/guard.sh', 'exit 2\n', 'exit 0\n'), true],
    ['Codex hooks', write('/home/u/.codex/config.toml', 'model = "x"\n', 'model = "x"\n[[hooks.PreToolUse]]\n'), true],
    ['a Codex model', write('/home/u/.codex/config.toml', 'model = "x"\n', 'model = "y"\n'), false],
    ['Cursor hooks', write('/ws/.cursor/hooks.json', null, '{}'), true],
    ['the policy', write('/ws/forestall.json', '{"mode":"enforce"}', '{"mode":"audit"}'), true],
    ['editor settings', write('/ws/.vscode/settings.json', null, null), false],
    ['a source file', write('/ws/src/hooks/useX.ts', null, 'export const hooks = 1;'), false],
    ['reading', { kind: 'read', path: '/ws/.claude/settings.json' }, false],
  ])('%s', (_, effect, expected) => {
    const rule = rules.get('guard/hook-config-tamper')!;
    expect(rule.body.mode === 'command' && matchPath(rule.body, effect, context) !== null).toBe(expected);
  });

  test.each([
    'echo "{}" > .claude/settings.json.new; mv .claude/settings.json.new .claude/settings.json',
    'sed -i s/guard/true/ .claude/settings.json',
    'jq "del(.hooks)" x > ~/.claude/settings.json',
    'cp /tmp/evil.json .claude/settings.json',
    'rm -f .claude/settings.json',
    'rm -rf .claude',
    'echo exit 0 > .claude/hooks/guard.sh',
    'tee .cursor/hooks.json < /dev/null',
    'cd .claude && echo {} | tee hooks/x',
    'ln -sf /dev/null .claude/settings.json',
    'truncate -s 0 ~/.claude/settings.json',
    'mv .claude/hooks /tmp/',
    "python3 - <<'E'\nE\ncat > .claude/settings.json <<'E'\n{\"disableAllHooks\": true}\nE",
  ])('%s', (script) => {
    const rule = rules.get('guard/hook-config-tamper')!;
    const files = worldOf({ '/ws/.claude/settings.json': settings(hook), '/tmp/evil.json': '{}' });
    const resolved = readScript(script, files, '/ws');
    if (rule.body.mode !== 'command') throw new Error('not a command rule');
    const { body } = rule;
    const found = [
      ...shellEffects(script, files, '/ws', resolved).filter((effect) => matchPath(body, effect, commandContext(files)) !== null),
      ...matchCommands(body, resolved, commandContext(files)),
    ];
    expect(found).not.toEqual([]);
  });
});

describe('the state of the workspace', () => {
  const matches = (id: string, command: string, world: World): boolean => {
    const rule = rules.get(id)!;
    return (
      rule.body.mode === 'command' &&
      matchCommands(rule.body, readScript(command, world, '/ws'), commandContext(world)).length > 0
    );
  };
  const state = (dirty: boolean | null, branch = 'feature'): World => ({
    ...worldOf({}),
    git: { dirty: () => dirty, tracked: () => null, branch: () => branch },
  });
  test.each<[string, boolean | null, boolean]>([
    ['git reset --hard', true, true],
    ['git reset --hard', null, true],
    ['git reset --hard', false, false],
    ['git checkout -- .', false, false],
    ['git restore src/a.ts', false, false],
    // Files that are not tracked, and what is put away, are lost all the same.
    ['git clean -fd', false, true],
    ['git stash drop', false, true],
    ['cd "$X" && git reset --hard', false, true],
  ])('%s, dirty: %s', (command, dirty, expected) => {
    expect(matches('shell/git-discard-work', command, state(dirty))).toBe(expected);
  });

  test.each([
    ['git push --force', 'main', true],
    ['git push --force origin', 'release/1.2', true],
    ['git push --force', 'feature', false],
    ['git push', 'main', false],
  ])('%s on %s', (command, branch, expected) => {
    expect(matches('shell/git-protected-push', command, state(null, branch))).toBe(expected);
  });

  test.each<[string, string, Record<string, string>, boolean]>([
    ['shell/infra-destroy', 'kubectl delete ns x', {}, true],
    ['shell/infra-destroy', 'kubectl delete ns x', { '/home/u/.kube/config': 'current-context: prod-eu\n' }, true],
    ['shell/infra-destroy', 'kubectl delete ns x', { '/home/u/.kube/config': 'current-context: kind-dev\n' }, false],
    [
      'shell/infra-destroy',
      'kubectl --context prod delete ns x',
      { '/home/u/.kube/config': 'current-context: kind-dev\n' },
      true,
    ],
    ['shell/ephemeral-package-exec', 'npx some-tool', {}, true],
    ['shell/ephemeral-package-exec', 'npx some-tool', { '/ws/package.json': '{"devDependencies": {"some-tool": "1"}}' }, false],
    [
      'shell/ephemeral-package-exec',
      'npx some-tool@1.2',
      { '/ws/package.json': '{"devDependencies": {"some-tool": "1"}}' },
      false,
    ],
    ['shell/ephemeral-package-exec', 'uvx my-tool', { '/ws/requirements.txt': 'My-Tool==1\n' }, false],
    ['shell/overwrite-important-file', 'echo x > .env', { '/ws/.env': 'A=1' }, true],
    ['shell/overwrite-important-file', 'echo x > .env', {}, false],
  ])('%s: %s with %j', (id, command, files, expected) => {
    expect(matches(id, command, worldOf(files))).toBe(expected);
  });
});

describe('scripts that are run from disk', () => {
  const files = {
    '/ws/x.sh': 'rm -rf ~\n',
    '/ws/x.py': 'import shutil\n',
    '/ws/y': '#!/bin/bash\nrm -rf ~\n',
    '/tmp/z.sh': 'rm -rf ~\n',
  };
  const programs = (command: string, tracked: boolean | null): (string | null)[] => {
    const world: World = { ...worldOf(files), git: { dirty: () => null, tracked: () => tracked, branch: () => null } };
    return readScript(command, world, '/ws').commands.map(({ program }) => program);
  };
  test.each<[string, boolean | null, string[]]>([
    ['bash x.sh', false, ['bash', 'rm']],
    ['sh ./x.sh a', false, ['sh', 'rm']],
    ['source x.sh', false, ['source', 'rm']],
    ['./x.sh', false, ['x.sh', 'rm']],
    ['./y', false, ['y', 'rm']],
    ['bash /tmp/z.sh', null, ['bash', 'rm']],
    // The team's own scripts are not judged each time they are used.
    ['bash x.sh', true, ['bash']],
    ['bash x.sh', null, ['bash']],
    ['./y', true, ['y']],
    ['bash missing.sh', false, ['bash']],
    ['cat x.sh', false, ['cat']],
  ])('%s, tracked: %s', (command, tracked, expected) => {
    expect(programs(command, tracked)).toEqual(expected);
  });

  test('a program of another language is its code', () => {
    const world: World = { ...worldOf(files), git: { dirty: () => null, tracked: () => false, branch: () => null } };
    const [command] = readScript('python3 x.py', world, '/ws').commands;
    expect(command?.code?.language).toBe('python');
  });
});
