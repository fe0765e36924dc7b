/** The same vulnerable file by every way to write one: each meets the same rule. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parserAssets } from '../src/host/assets.ts';
import type { Rule } from '../src/model/rule.ts';
import type { Action, ToolCall } from '../src/model/toolcall.ts';
import type { World } from '../src/model/world.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { resolvePolicy } from '../src/policy/layer.ts';
import { review } from '../src/review.ts';
import { compileRules } from '../src/rules/compile.ts';
import { shelfOf } from '../src/rules/shelf.ts';
import { runProgram } from './program.ts';

const root = join(import.meta.dirname, '..');
const harmless = `import express from 'express';
import { exec } from 'node:child_process';
const app = express();
app.get('/x', (req, res) => {
  res.send('ok');
});
`;
const faulty = harmless.replace("  res.send('ok');", "  exec('ls ' + req.query.dir);");
const path = 'src/app.ts';
const files: Record<string, string> = { '/ws/src/app.ts': harmless, '/ws/clean.ts': harmless };

const q = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
const json = JSON.stringify;
const diff = `--- a/src/app.ts
+++ b/src/app.ts
@@ -3,4 +3,4 @@
 const app = express();
 app.get('/x', (req, res) => {
-  res.send('ok');
+  exec('ls ' + req.query.dir);
 });
`;
const patch = `*** Begin Patch
*** Update File: src/app.ts
@@
-  res.send('ok');
+  exec('ls ' + req.query.dir);
*** End Patch
`;
const shell = (command: string): Action => ({ kind: 'shell', shell: 'posix', command });
const mcp = (tool: string, input: object): Action => ({ kind: 'mcp', server: 'fs', tool, arguments: input });
const powershell = (command: string): Action => ({ kind: 'shell', shell: 'powershell', command });
const edit = { oldText: "  res.send('ok');", newText: "  exec('ls ' + req.query.dir);", replaceAll: false };

const routes: [string, Action][] = [
  ['Write', { kind: 'write', path, content: faulty }],
  ['Edit', { kind: 'edit', path, edits: [edit], matching: 'claude-code' }],
  [
    'MultiEdit',
    { kind: 'edit', path, edits: [{ ...edit, oldText: 'const app', newText: 'const  app' }, edit], matching: 'claude-code' },
  ],
  ['apply_patch', { kind: 'patch', patch }],
  ['MCP write_file', mcp('write_file', { path, content: faulty })],
  ['MCP edit_file', mcp('edit_file', { path, edits: [{ oldText: edit.oldText, newText: edit.newText }] })],
  ['MCP create_or_update', mcp('create_file', { filePath: path, contents: faulty })],
  ['MCP run_command', mcp('run_command', { command: `printf %s ${q(faulty)} > ${path}` })],
  ['cat', shell(`cat > ${path} <<'E'\n${faulty}E`)],
  ['cat with a pipe', shell(`cat <<'E' | cat > ${path}\n${faulty}E`)],
  ['tee', shell(`tee ${path} <<'E' > /dev/null\n${faulty}E`)],
  ['printf', shell(`printf '%s' ${q(faulty)} > ${path}`)],
  ['echo -e', shell(`echo -e ${q(faulty.replaceAll('\n', '\\n'))} > ${path}`)],
  [
    'line by line',
    shell(
      `{ ${faulty
        .trimEnd()
        .split('\n')
        .map((line) => `echo ${q(line)}`)
        .join('; ')}; } > ${path}`,
    ),
  ],
  ['a variable', shell(`X=${q(faulty)}; echo "$X" > ${path}`)],
  ['sed -i', shell(`sed -i "s/res.send('ok')/exec('ls ' + req.query.dir)/" ${path}`)],
  ['cp, then sed', shell(`cp clean.ts src/app.ts && sed -i -E "s#res\\.send\\(.*\\)#exec('ls ' + req.query.dir)#" src/app.ts`)],
  ['sed a\\', shell(`sed -i "/app.get/a\\  exec('ls ' + req.query.dir);" ${path}`)],
  ['perl -pi', shell(`perl -pi -e 's/res\\.send\\(.ok.\\)/exec("ls " + req.query.dir)/' ${path}`)],
  ['mv', shell(`cat > /tmp/a.ts <<'E'\n${faulty}E\nmv /tmp/a.ts ${path}`)],
  ['install', shell(`cat > /tmp/a.ts <<'E'\n${faulty}E\ninstall -m 644 /tmp/a.ts ${path}`)],
  ['dd', shell(`dd of=${path} <<'E'\n${faulty}E`)],
  ['base64 -d', shell(`echo ${Buffer.from(faulty).toString('base64')} | base64 -d > ${path}`)],
  ['xxd -r', shell(`echo ${Buffer.from(faulty).toString('hex')} | xxd -r -p > ${path}`)],
  ['git apply', shell(`git apply <<'E'\n${diff}E`)],
  ['patch', shell(`patch -p1 <<'E'\n${diff}E`)],
  ['a patch file', shell(`cat > /tmp/p.diff <<'E'\n${diff}E\ngit apply /tmp/p.diff`)],
  ['apply_patch in bash -lc', { kind: 'exec', argv: ['bash', '-lc', `apply_patch <<'E'\n${patch}E`] }],
  ['python -c', shell(`python3 -c ${q(`open('${path}', 'w').write(${json(faulty)})`)}`)],
  [
    'python -',
    shell(`python3 - <<'E'\nfrom pathlib import Path\ntext = ${json(faulty)}\nPath('src', 'app.ts').write_text(text)\nE`),
  ],
  [
    'python with',
    shell(`python3 <<'E'\nimport os.path\nwith open(os.path.join('src', 'app.ts'), 'w') as f:\n    f.write(${json(faulty)})\nE`),
  ],
  ['node -e', shell(`node -e ${q(`require('fs').writeFileSync('${path}', ${json(faulty)})`)}`)],
  [
    'node module',
    shell(
      `node --input-type=module -e ${q(`import { writeFile as w } from 'node:fs/promises'; await w('${path}', ${json(faulty)})`)}`,
    ),
  ],
  [
    'python starts a shell',
    shell(`python3 -c ${q(`import subprocess as s; s.run(${json(`cat > ${path} <<'E'\n${faulty}E`)}, shell=True)`)}`),
  ],
  ['ruby -e', shell(`ruby -e ${q(`File.write("${path}", ${json(faulty)})`)}`)],
  ['bun -e', shell(`bun -e ${q(`await Bun.write('${path}', ${json(faulty)})`)}`)],
  ['a nested shell', shell(`env A=b bash -c ${q(`cat > ${path} <<'E'\n${faulty}E`)}`)],
  ['PowerShell Set-Content', powershell(`Set-Content -Path src\\app.ts -Value @'\n${faulty}\n'@`)],
  ['PowerShell Out-File', powershell(`@'\n${faulty}\n'@ | Out-File -FilePath src/app.ts -Encoding utf8`)],
  ['PowerShell WriteAllText', powershell(`[System.IO.File]::WriteAllText('src\\app.ts', @'\n${faulty}\n'@)`)],
  ['pwsh -Command', shell(`pwsh -NoProfile -Command ${q(`Set-Content src/app.ts @'\n${faulty}\n'@`)}`)],
];

const world: World = {
  workspace: '/ws',
  home: '/home/u',
  platform: 'linux',
  readFile(file) {
    const text = files[file];
    return text === undefined ? { kind: file === '/ws/src' ? 'directory' : 'missing' } : { kind: 'text', text };
  },
};
const parsers = loadParsers(parserAssets());
let rules: Rule[] = [];

beforeAll(async () => {
  const file = 'rules/injection/os-command-string.yaml';
  rules = (await compileRules(readFileSync(join(root, file), 'utf8'), file, parsers, true)).rules;
});

async function judged(action: Action): Promise<{ decision: string; found: string[] }> {
  const call: ToolCall = { agent: 'claude-code', event: 'pre-tool', eventName: '', cwd: '/ws', tool: 'x', action };
  const { policy } = await resolvePolicy([]);
  const shelf = shelfOf(rules);
  const tools = {
    parsers,
    pathFits: () => true,
    bodies: (heads: readonly object[]) => rules.filter((rule) => heads.includes(rule)),
  };
  const { verdict } = await review(call, world, policy, shelf, tools);
  return { decision: verdict.decision, found: verdict.findings.map(({ item }) => `${item.ruleId} ${item.path}`) };
}

describe('each way to write the file is blocked by the same rule', () => {
  test('there are enough of them', () => expect(routes.length).toBeGreaterThanOrEqual(15));

  test.each(routes)('%s', async (_, action) => {
    expect(await judged(action)).toEqual({
      decision: 'deny',
      found: expect.arrayContaining(['injection/os-command-string src/app.ts']),
    });
  });

  test.each<[string, Action]>([
    ['Write', { kind: 'write', path, content: harmless }],
    ['sed -i', shell(`sed -i 's/ok/fine/' ${path}`)],
    ['python -c', shell(`python3 -c ${q(`print(${json(faulty)})`)}`)],
    ['node -e', shell(`node -e ${q(`require('fs').writeFileSync('${path}', ${json(harmless)})`)}`)],
    ['git apply', shell(`git apply <<'E'\n${diff.replace("exec('ls ' + req.query.dir)", "res.send('fine')")}E`)],
    ['PowerShell', powershell(`Set-Content -Path src\\app.ts -Value @'\n${harmless}\n'@`)],
    ['reading a patch', shell(`cat <<'E' | git apply --check\n${diff}E`)],
  ])('the harmless file passes: %s', async (_, action) => {
    expect(await judged(action)).toEqual({ decision: 'allow', found: [] });
  });
});

describe('the program itself', () => {
  const workspace = mkdtempSync(join(tmpdir(), 'forestall-routes-'));
  mkdirSync(join(workspace, 'src'));
  mkdirSync(join(workspace, '.git'));
  writeFileSync(join(workspace, path), harmless);
  writeFileSync(join(workspace, 'clean.ts'), harmless);
  const chosen = ['sed -i', 'python -c', 'node -e', 'git apply', 'base64 -d'];
  test.each(routes.filter(([name]) => chosen.includes(name)))('%s', (_, action) => {
    if (action.kind !== 'shell') throw new Error('not a command');
    const payload = { hook_event_name: 'PreToolUse', cwd: workspace, tool_name: 'Bash', tool_input: { command: action.command } };
    const { status, stderr } = runProgram(['hook'], JSON.stringify(payload), { cwd: workspace });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('injection/os-command-string') });
  });
});
