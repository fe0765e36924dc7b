/**
 * `npm run test:agents [agent…] [--case <id>]… [--write]`: the real programs of the agents, against a mock of their model, with
 * forestall installed. Installs them from the npm registry into a cache folder (`FORESTALL_AGENTS`, else
 * `~/.cache/forestall-test-agents`) and runs them in a network namespace that has loopback only. `--write` puts the table
 * into `docs/agents.md`. Exit code 1 when a check fails.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import agents from './test-agents/agents.json' with { type: 'json' };
import { cases, managedCase } from './test-agents/cases.ts';
import type { AgentName } from './test-agents/drivers.ts';
import { escapes } from './test-agents/escapes.ts';
import { agentsPage, type Results, sourcesNow } from './test-agents/report.ts';
import { type RunResult, runCase } from './test-agents/run.ts';

const root = join(import.meta.dirname, '..');
/** Not in the folder for temporary files, where commands may do as they like. */
const cache = process.env['FORESTALL_AGENTS'] ?? join(homedir(), '.cache', 'forestall-test-agents');
const forestall = join(root, 'dist', 'forestall');
const words = process.argv.slice(2);
const chosenCases = words.flatMap((word, index) => (words[index - 1] === '--case' ? [word] : []));
const named = words.filter((word, index) => !word.startsWith('--') && words[index - 1] !== '--case');
const chosen = (named.length > 0 ? named : Object.keys(agents)) as AgentName[];
for (const agent of chosen)
  if (!(agent in agents)) throw new Error(`no such agent: ${agent} (${Object.keys(agents).join(', ')})`);
const inside = process.env['FORESTALL_LOOPBACK'] === '1';

process.exit(inside ? await runAll() : prepare());

function prepare(): number {
  if (!existsSync(forestall)) throw new Error(`${forestall} is not there: build it first (npm run build)`);
  for (const agent of chosen) install(agent);
  const again = [process.execPath, import.meta.filename, ...words].map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  const env = { ...process.env, FORESTALL_LOOPBACK: '1' };
  // In a process namespace too: what an agent leaves running ends with it.
  const start = ['-rnpf', '--kill-child', 'sh', '-c', `ip link set lo up && exec ${again}`];
  const { status, error } = spawnSync('unshare', start, {
    stdio: 'inherit',
    env,
  });
  if (error) throw new Error(`a network namespace is needed (unshare of util-linux, ip of iproute2): ${error.message}`);
  return status ?? 1;
}

/** The pinned version, unless it is there. */
function install(agent: AgentName): void {
  const { package: name, version, program } = agents[agent];
  const folder = join(cache, agent);
  const manifest = join(folder, 'node_modules', name, 'package.json');
  const there = existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version;
  if (there && existsSync(join(folder, 'node_modules', '.bin', program))) return;
  console.log(`installing ${name} ${version} …`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', '--save-exact', `${name}@${version}`];
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: 'inherit', timeout: 900_000 });
  if (status !== 0) throw new Error(`npm could not install ${name}@${version}`);
}

async function runAll(): Promise<number> {
  const node = spawnSync('sh', ['-c', 'node -p process.execPath'], { encoding: 'utf8' }).stdout.trim();
  const wanted = cases.filter(({ id }) => chosenCases.length === 0 || chosenCases.includes(id));
  const results: RunResult[] = [];
  for (const agent of chosen) {
    const program = join(cache, agent, 'node_modules', '.bin', agents[agent].program);
    for (const one of wanted) {
      const folder = join(cache, 'runs', agent, one.id);
      const result = await runCase(agent, one, { program, forestall, folder, node });
      results.push(result);
      console.log(`${agent.padEnd(12)} ${one.title.padEnd(28)} ${result.word.padEnd(16)} ${(result.ms / 1000).toFixed(1)} s`);
      if (bad(result)) console.log(`  see ${join(folder, 'log.txt')}`);
    }
    for (const escape of escapes[agent] ?? []) {
      const one = managedCase(escape);
      const { id } = one;
      if (chosenCases.length > 0 && !chosenCases.includes('managed') && !chosenCases.includes(id)) continue;
      const folder = join(cache, 'runs', agent, id);
      const result = await runCase(agent, one, { program, forestall, folder, node }, escape);
      results.push(result);
      console.log(`${agent.padEnd(12)} ${id.padEnd(28)} ${result.word.padEnd(16)} ${(result.ms / 1000).toFixed(1)} s`);
      if (bad(result)) console.log(`  see ${join(folder, 'log.txt')}`);
    }
    if (words.includes('--write')) write(results.filter((result) => result.agent === agent));
  }
  return results.some(bad) ? 1 : 0;
}

/** Keeps what was not run this time. */
function write(results: readonly RunResult[]): void {
  const file = join(root, 'scripts', 'test-agents', 'results.json');
  const kept: Results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const date = new Date().toISOString().slice(0, 10);
  for (const { agent, case: one, word } of results) {
    const { version } = agents[agent];
    const before = kept[agent]?.version === version ? kept[agent].words : {};
    kept[agent] = { version, date, sources: sourcesNow(), words: { ...before, [one.id]: word } };
  }
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  const page = join(root, 'docs', 'agents.md');
  writeFileSync(page, agentsPage(kept));
}

function bad({ word }: RunResult): boolean {
  return word === 'fail' || word === 'did not run' || word === 'not called';
}
