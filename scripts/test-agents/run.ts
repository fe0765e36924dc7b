/** One agent, one case: a throwaway home and workspace, the hook installed, the agent's program run, the outcome judged. */
import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Case, cases, PROMPT } from './cases.ts';
import { type AgentName, drivers, type Surroundings } from './drivers.ts';
import type { Escape } from './escapes.ts';
import { installHooks, managedStart } from './install-hooks.ts';
import { mockModel } from './mock-model.ts';

/** An agent is given so long for one case, in ms. */
const PATIENCE = 300_000;

export interface RunResult {
  agent: AgentName;
  case: Case;
  /** One word or two, as in `Case.judge`; `did not run` when no request came. */
  word: string;
  /** What the agent printed, and what it sent, for whoever looks for the reason of a failure. */
  log: string;
  ms: number;
}

export interface Places {
  /** The agent's program. */
  program: string;
  forestall: string;
  /** Folder for this run; emptied first. */
  folder: string;
  node: string;
}

/** With an escape, forestall is installed for the whole machine, and the user tries to leave it out. */
export async function runCase(agent: AgentName, one: Case, places: Places, escape?: Escape): Promise<RunResult> {
  const started = performance.now();
  rmSync(places.folder, { recursive: true, force: true });
  const [home, workspace, bin] = ['home', 'app', 'bin'].map((name) => join(places.folder, name)) as [string, string, string];
  for (const folder of [join(workspace, 'src'), join(workspace, '.git'), join(home, 'letters'), bin]) {
    mkdirSync(folder, { recursive: true });
  }
  writeFileSync(join(home, 'letters', 'a.txt'), 'dear\n');
  writeFileSync(join(workspace, 'package.json'), '{ "name": "app", "type": "module" }\n');
  const driver = drivers[agent];
  const server: [string, ...string[]] = [places.node, join(import.meta.dirname, 'mcp-server.mjs')];
  const at: Surroundings = { home, workspace, purpose: one.id, url: '', server };
  const script = one.only && !one.only.includes(agent) ? null : one.script(driver, at);
  const result = (word: string, log = ''): RunResult => ({ agent, case: one, word, log, ms: performance.now() - started });
  if (script === null) return result('–');
  const model = await mockModel(script);
  at.url = model.url;
  try {
    driver.configure(at);
    one.prepare?.(agent, at);
    escape?.configure?.(at);
    const program = join(bin, 'forestall');
    place(places.forestall, program);
    const env = {
      PATH: [...new Set([dirname(places.node), '/usr/local/bin', '/usr/bin', '/bin'])].join(':'),
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      LANG: 'C.UTF-8',
      TERM: 'dumb',
      ...driver.env(at),
      ...escape?.env?.(at),
    };
    const installed = escape ? '' : installHooks(agent, program, { workspace, env });
    stand(one.program, program);
    const words = [places.program, ...driver.args(at, one.prompt ?? PROMPT), ...(escape?.args?.(at) ?? [])];
    const start = escape ? managedStart(agent, program, places.folder, words) : words;
    const said = await ended(start, workspace, env);
    const sent = model.requests.join('\n');
    const log = `${installed}\n--- printed\n${said}\n--- offered\n${[...model.offered].join(' ')}\n--- sent\n${sent}\n`;
    writeFileSync(join(places.folder, 'log.txt'), log);
    // A hook at the prompt that gives no answer may keep it back.
    if (model.requests.length === 0 && one.program !== 'forestall') return result('closed', log);
    if (model.requests.length === 0 && one.id !== 'prompt') return result('did not run', log);
    return result(one.judge({ sent, given: model.given(), at }), log);
  } finally {
    model.close();
  }
}

export const caseNamed = (id: string): Case | undefined => cases.find((one) => one.id === id);

function place(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
    chmodSync(to, 0o755);
  }
}

/** Puts what the case asks for in the program's place. */
function stand(kind: Case['program'], program: string): void {
  if (kind === 'forestall') return;
  rmSync(program);
  if (kind === 'missing') return;
  writeFileSync(program, kind === 'hanging' ? '#!/bin/sh\nexec sleep 300\n' : '#!/bin/sh\nkill -SEGV $$\n');
  chmodSync(program, 0o755);
}

/** What the program printed, and how it ended. Its whole process group is ended with it. */
function ended([program = '', ...args]: readonly string[], cwd: string, env: Record<string, string>): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    const end = (): void => {
      try {
        process.kill(-(child.pid ?? 0), 'SIGKILL');
      } catch {
        // It has ended already.
      }
    };
    const timer = setTimeout(end, PATIENCE);
    child.on('error', (error) => chunks.push(Buffer.from(String(error))));
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      end();
      resolve(`${Buffer.concat(chunks).toString('utf8')}\n(ended with ${signal ?? code})`);
    });
  });
}
