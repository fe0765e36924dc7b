/** One vulnerable file, written in every way that an agent has: each meets the same rule. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parserAssets } from '../src/host/assets.ts';
import type { Rule } from '../src/model/rule.ts';
import type { Action, ToolCall } from '../src/model/toolcall.ts';
import type { World } from '../src/model/world.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { resolvePolicy } from '../src/policy/layer.ts';
import { review } from '../src/review.ts';
import { compileRules } from '../src/rules/compile.ts';
import { shelfOf } from '../src/rules/shelf.ts';

const parsers = loadParsers(parserAssets());
let rules: Rule[] = [];
beforeAll(async () => {
  const file = 'rules/injection/os-command-string.yaml';
  rules = (await compileRules(readFileSync(join(import.meta.dirname, '..', file), 'utf8'), file, parsers, true)).rules;
});

const bad = `import { exec } from 'node:child_process';
export function list(req, res) {
  exec('ls ' + req.query.dir, (error, out) => res.send(out));
}
`;
const good = bad.replace("'ls ' + req.query.dir", "'ls'");
const added = bad
  .split('\n')
  .slice(0, -1)
  .map((line) => `+${line}`)
  .join('\n');
const change = `@@ -2,3 +2,3 @@
 export function list(req, res) {
-  exec('ls', (error, out) => res.send(out));
+  exec('ls ' + req.query.dir, (error, out) => res.send(out));
 }
`;
const diff = `--- a/src/a.js\n+++ b/src/a.js\n${change}`;
const patch = `*** Begin Patch\n*** Add File: src/new.js\n${added}\n*** End Patch`;
const base64 = Buffer.from(bad).toString('base64');
const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
const psQuote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const files: Record<string, string> = { '/ws/src/a.js': good, '/ws/bad.txt': bad };
const world: World = {
  workspace: '/ws',
  home: '/home/u',
  platform: 'linux',
  readFile: (path) => (files[path] === undefined ? { kind: 'missing' } : { kind: 'text', text: files[path] }),
};

const run = (command: string, shell: 'posix' | 'powershell' = 'posix'): Action => ({ kind: 'shell', shell, command });
const mcp = (tool: string, args: unknown): Action => ({ kind: 'mcp', server: 'filesystem', tool, arguments: args });

test.each<[string, Action]>([
  ['Write', { kind: 'write', path: '/ws/src/new.js', content: bad }],
  [
    'Edit',
    {
      kind: 'edit',
      path: '/ws/src/a.js',
      edits: [{ oldText: "'ls'", newText: "'ls ' + req.query.dir", replaceAll: false }],
      matching: 'exact',
    },
  ],
  ['apply_patch', { kind: 'patch', patch }],
  ['cat with a heredoc', run(`cat > src/new.js <<'END'\n${bad}END`)],
  ['cat in a subfolder', run(`mkdir -p src && cd src && cat <<'END' > new.js\n${bad}END`)],
  ['tee', run(`tee src/new.js <<'END' >/dev/null\n${bad}END`)],
  ['echo', run(`echo ${quote(bad)} > src/new.js`)],
  ['printf', run(`printf '%s' ${quote(bad)} > src/new.js`)],
  ['printf through tee', run(`printf '%s' ${quote(bad)} | tee src/new.js`)],
  ['a here-string', run(`cat <<< ${quote(bad)} > src/new.js`)],
  ['sed -i', run(`sed -i "s/'ls'/'ls ' + req.query.dir/" src/a.js`)],
  ['perl -pi', run(`perl -pi -e "s/'ls'/'ls ' + req.query.dir/" src/a.js`)],
  ['cp, then sed', run(`cp src/a.js src/b.js && sed -i "s/'ls'/'ls ' + req.query.dir/" src/b.js`)],
  ['cp of a file that is no code', run('cp bad.txt src/new.js')],
  ['mv of a file that is no code', run('mv bad.txt src/new.js')],
  ['dd', run(`printf '%s' ${quote(bad)} | dd of=src/new.js`)],
  ['python -c', run(`python3 -c ${quote(`open('src/new.js', 'w').write(${JSON.stringify(bad)})`)}`)],
  [
    'python in a heredoc',
    run(`python3 - <<'END'\nfrom pathlib import Path\nPath('src/new.js').write_text(${JSON.stringify(bad)})\nEND`),
  ],
  ['node -e', run(`node -e ${quote(`require('fs').writeFileSync('src/new.js', ${JSON.stringify(bad)})`)}`)],
  ['git apply', run(`git apply <<'END'\n${diff}END`)],
  ['patch', run(`patch -p1 <<'END'\n${diff}END`)],
  ['base64 -d', run(`echo ${base64} | base64 -d > src/new.js`)],
  ['base64 -d of a here-string', run(`base64 --decode <<< ${base64} > src/new.js`)],
  ['apply_patch inside bash -lc', run(`bash -lc ${quote(`apply_patch <<'END'\n${patch}\nEND`)}`)],
  ['apply_patch with an argument', run(`apply_patch ${quote(patch)}`)],
  ['bash -c', run(`bash -c ${quote(`cat > src/new.js <<'END'\n${bad}END`)}`)],
  ['a script that is written and run', run(`cat > /tmp/w.sh <<'OUT'\ncat > src/new.js <<'END'\n${bad}END\nOUT\nsh /tmp/w.sh`)],
  ['MCP write_file', mcp('write_file', { path: '/ws/src/new.js', content: bad })],
  ['MCP edit_file', mcp('edit_file', { path: '/ws/src/a.js', edits: [{ oldText: "'ls'", newText: "'ls ' + req.query.dir" }] })],
  ['Set-Content', run(`Set-Content -Path src/new.js -Value ${psQuote(bad)}`, 'powershell')],
  ['Out-File', run(`${psQuote(bad)} | Out-File -FilePath src/new.js`, 'powershell')],
  ['a PowerShell redirect', run(`${psQuote(bad)} > src/new.js`, 'powershell')],
])('%s', async (_, action) => {
  const call: ToolCall = { agent: 'claude-code', event: 'pre-tool', eventName: '', cwd: '/ws', tool: 'x', action };
  const { policy } = await resolvePolicy([]);
  const tools = {
    parsers,
    pathFits: () => true,
    bodies: (heads: readonly object[]) => rules.filter((rule) => heads.includes(rule)),
  };
  const { verdict } = await review(call, world, policy, shelfOf(rules), tools);
  expect({ decision: verdict.decision, rules: [...new Set(verdict.findings.map(({ item }) => item.ruleId))] }).toEqual({
    decision: 'deny',
    rules: ['injection/os-command-string'],
  });
});
