/** What guards the agent is out of the agent's reach, whatever the tool and however the path is written; reading it is fine. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parserAssets } from '../src/host/assets.ts';
import { agentPlaces } from '../src/install/agents.ts';
import { defaultFleet } from '../src/install/fleet.ts';
import { managedTargets } from '../src/install/managed.ts';
import { merged } from '../src/install/merge.ts';
import type { Machine } from '../src/install/places.ts';
import type { Rule } from '../src/model/rule.ts';
import { type Action, agentIds, type ToolCall } from '../src/model/toolcall.ts';
import type { World } from '../src/model/world.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { resolvePolicy } from '../src/policy/layer.ts';
import { review } from '../src/review.ts';
import { compileRules } from '../src/rules/compile.ts';
import { shelfOf } from '../src/rules/shelf.ts';

const root = join(import.meta.dirname, '..');
const parsers = loadParsers(parserAssets());
const rules: Rule[] = [];
beforeAll(async () => {
  for (const name of readdirSync(join(root, 'rules/guard')).filter((one) => one.endsWith('.yaml'))) {
    const file = `rules/guard/${name}`;
    rules.push(...(await compileRules(readFileSync(join(root, file), 'utf8'), file, parsers)).rules);
  }
});

const hooks = JSON.stringify({ hooks: { PreToolUse: [{ hooks: [{ type: 'command', command: 'forestall hook' }] }] } });
const files: Record<string, string> = {
  '/ws/.claude/settings.json': hooks,
  '/ws/forestall.json': '{ "mode": "enforce" }',
  '/home/u/.codex/config.toml': '[features]\nhooks = true\n',
};

function worldOn(platform: NodeJS.Platform, links: Record<string, string> = {}): World {
  return {
    workspace: '/ws',
    home: '/home/u',
    platform,
    self: ['/opt/forestall/forestall'],
    readFile: (path) => (files[path] === undefined ? { kind: 'missing' } : { kind: 'text', text: files[path] }),
    realPath: (path) => {
      const link = Object.keys(links).find((from) => path === from || path.startsWith(`${from}/`));
      return link === undefined ? path : links[link] + path.slice(link.length);
    },
  };
}

async function judged(action: Action, world: World): Promise<{ decision: string; packs: string[] }> {
  const call: ToolCall = { agent: 'claude-code', event: 'pre-tool', eventName: '', cwd: '/ws', tool: 'x', action };
  const { policy } = await resolvePolicy([]);
  const tools = {
    parsers,
    pathFits: () => true,
    bodies: (heads: readonly object[]) => rules.filter((rule) => heads.includes(rule)),
  };
  const { verdict } = await review(call, world, policy, shelfOf(rules), tools);
  return { decision: verdict.decision, packs: [...new Set(verdict.findings.map(({ item }) => item.ruleId.split('/')[0] ?? ''))] };
}

const run = (command: string): Action => ({ kind: 'shell', shell: 'posix', command });
const write = (path: string, content = '{}'): Action => ({ kind: 'write', path, content });

describe('changes are blocked', () => {
  test.each<[string, Action]>([
    ['the policy', write('forestall.json')],
    ['the policy, by a detour', write('/ws/src/../forestall.json')],
    ["the user's policy", write('/home/u/.config/forestall/policy.json')],
    ['the managed policy', write('/etc/forestall/policy.json')],
    ['rules of the workspace', write('.forestall/rules/x.yaml')],
    ['the log', run(': > ~/.config/forestall/audit.jsonl')],
    ['the program', run('cp /bin/true /opt/forestall/forestall')],
    ['the program, with a link', run('ln -sf /bin/true /opt/forestall/forestall')],
    ['the program, without its rights', run('chmod -x /opt/forestall/forestall')],
    ['the package', run('echo > node_modules/forestall/bin/forestall.js')],
    ['the hook settings', write('.claude/settings.json')],
    ['the hook settings, deleted', run('rm .claude/settings.json')],
    ['the hook settings, moved', run('mv .claude/settings.json x')],
    ['the hook settings, with their folder', run('mv .claude .claude.off')],
    ['the hook settings, edited', run("sed -i 's/forestall hook/true/' .claude/settings.json")],
    ['the hook settings, by a program', run(`python3 -c "open('.claude/settings.json','w').write('{}')"`)],
    ['the hook settings, by Node', run(`node -e "require('fs').unlinkSync('.claude/settings.json')"`)],
    [
      'the hook settings, from PowerShell',
      { kind: 'shell', shell: 'powershell', command: 'Set-Content .claude\\settings.json "{}"' },
    ],
    ['the hook settings, from cmd', { kind: 'shell', shell: 'cmd', command: 'del .claude\\settings.json' }],
    ['a hook of Codex', run("sed -i 's/hooks = true/hooks = false/' ~/.codex/config.toml")],
    ['a hook of Cursor', write('.cursor/hooks.json')],
    ['a hook script', run('echo exit 0 > .claude/hooks/guard.sh')],
    ['a patch of the settings', run('git apply <<E\n--- a/.cursor/hooks.json\n+++ /dev/null\n@@ -1 +0,0 @@\n-{}\nE')],
    ['git restoring the policy', run('git checkout HEAD~1 -- forestall.json')],
    ['a link to the settings', run('ln -sf /dev/null .claude/settings.json')],
    ['hooks switched off by the environment', run('export CLAUDE_CODE_DISABLE_HOOKS=1')],
    ['code put into the guard', run('export BUN_OPTIONS="--preload /tmp/x.js"')],
    ['another program in its place', run('BUN_BE_BUN=1 forestall x.js')],
    ['code put into Node', run('export NODE_OPTIONS="--require /tmp/x.js"')],
    ['a name put over it', run('alias forestall=true')],
    ['its end', run('pkill -f forestall')],
    ['its end, by number', run('kill $(pgrep forestall)')],
    ['its end as a service', run('systemctl --user stop forestall')],
    ['its removal', run('npm uninstall -g forestall')],
    ['its own removal', run('forestall uninstall claude-code')],
    ['a commit past the hooks', run('git commit --no-verify -m x')],
    ['approvals switched off', write('.claude/settings.local.json', '{"permissions": {"defaultMode": "bypassPermissions"}}')],
  ])('%s', async (_, action) => {
    expect(await judged(action, worldOn('linux'))).toEqual({ decision: 'deny', packs: ['guard'] });
  });
});

describe('other spellings of a path', () => {
  test.each<[string, string, NodeJS.Platform, Record<string, string>]>([
    ['another case on macOS', '/ws/.CLAUDE/Hooks/x.sh', 'darwin', {}],
    ['another case on Windows', 'C:\\ws\\.Claude\\HOOKS\\x.sh', 'win32', {}],
    ['through a link', '/ws/link/hooks/x.sh', 'linux', { '/ws/link': '/ws/.claude' }],
    ['through a link to the program', '/ws/bin/tool', 'linux', { '/ws/bin/tool': '/opt/forestall/forestall' }],
    ['with dots', 'src/./../.claude/hooks/x.sh', 'linux', {}],
  ])('%s', async (_, path, platform, links) => {
    expect((await judged(write(path, 'exit 0'), worldOn(platform, links))).decision).toBe('deny');
  });
});

describe('what changes nothing passes', () => {
  test.each<[string, Action]>([
    ['reading the settings', run('cat .claude/settings.json')],
    ['reading the policy', { kind: 'read', path: '/ws/forestall.json' }],
    ['searching the hooks', run('grep -rn forestall .claude')],
    ['copying the policy away', run('cp forestall.json /tmp/policy.json')],
    ['another key of the settings', write('.claude/settings.json', JSON.stringify({ ...JSON.parse(hooks), model: 'x' }))],
    ['trying the guard', run('forestall scan src')],
    ['asking for its version', run('forestall --version')],
    ['naming it', run('git commit -m "docs: forestall hook"')],
    ['looking for its process', run('pgrep -f forestall')],
    ['a file that only sounds like it', write('src/hooks/settings.json')],
    ['other options of Node', run('export NODE_OPTIONS=--max-old-space-size=4096')],
    ['installing it', run('npm install -D forestall')],
  ])('%s', async (_, action) => {
    expect(await judged(action, worldOn('linux'))).toEqual({ decision: 'allow', packs: [] });
  });
});

/** Every file that `init` writes, for every agent, in every scope. */
describe('what init wrote', () => {
  const machine: Machine = {
    platform: 'linux',
    home: '/home/u',
    repo: '/ws',
    env: {},
    list: (folder) => (folder.endsWith('/.kiro/agents') ? ['dev.json'] : []),
  };
  const programs = { posix: ['/opt/forestall/bin/forestall'], windows: null } as const;
  const targets = [
    ...agentIds.flatMap((agent) => [
      ...agentPlaces[agent].user(machine, programs),
      ...agentPlaces[agent].project(machine, programs),
    ]),
    ...managedTargets({ system: 'linux', root: '', env: {} }, defaultFleet),
  ];
  const texts = new Map(
    targets.map(({ path, form }) => {
      const made = merged(form, null);
      return [path, made.kind === 'text' ? made.text : ''];
    }),
  );
  const world: World = {
    ...worldOn('linux'),
    readFile: (path) => {
      const text = texts.get(path);
      return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
    },
  };

  test.each([...texts.keys()])('%s', async (path) => {
    const decision = async (action: Action) => (await judged(action, world)).decision;
    const emptied = path.endsWith('.toml') ? '' : path.endsWith('.json') ? '{}' : 'exit 0';
    expect(await decision(write(path, emptied))).toBe('deny');
    expect(await decision({ kind: 'delete', path })).toBe('deny');
    expect(await decision(run(`rm -f '${path}'`))).toBe('deny');
    expect(await decision(run(`echo '${emptied}' > '${path}'`))).toBe('deny');
  });

  test.each([
    ['forestall init claude-code --program /bin/true', 'deny'],
    ['forestall init --managed --root / --program /bin/true', 'deny'],
    ['forestall init --dry-run', 'allow'],
    ['forestall doctor --json', 'allow'],
  ])('%s', async (command, decision) => {
    expect((await judged(run(command), world)).decision).toBe(decision);
  });
});
