/**
 * Recorded hook calls, end to end, through the binary and through Node. One folder in `fixtures/<agent>/` is one case:
 *
 * - `stdin.json`: what the agent writes; `{{workspace}}`, `{{home}}` and `{{github-token}}` are filled in
 * - `workspace/`: the files that are there, if any
 * - `expected.json`: the exit code, the ids of all rules that the answer names, and what else it contains; with `json` what
 *   the JSON on stdout must hold, with `stdout` or `stderr` the whole text. Where nothing of this is given, the answer is
 *   silence.
 *
 * The binary is run twice: once it has to recognise the agent, unless `named` says that its payloads are like another's, and
 * once it gets `--agent`. Node, which takes ten times as long to start, runs some of the cases.
 *
 * `UPDATE=1` writes what came out into `expected.json`.
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { base62, crc32 } from '../src/engine/checksum.ts';
import { agentIds } from '../src/model/toolcall.ts';

interface Expected {
  exitCode: number;
  rules: string[];
  contains?: string[];
  json?: object;
  named?: true;
  stdout?: string;
  stderr?: string;
}

const root = join(import.meta.dirname, '..');
const binary = join(root, 'dist', process.platform === 'win32' ? 'forestall.exe' : 'forestall');
const node = [join(root, 'bin/forestall.js')];
const programs: [name: string, command: string, args: string[], named: boolean][] = [
  ['binary', binary, [], false],
  ['binary --agent', binary, [], true],
  ['node', process.execPath, node, true],
];
// Not in the folder for temporary files, where commands may do as they like; nothing needs to be there.
const home = process.platform === 'win32' ? 'C:\\Users\\forestall-fixture' : '/home/forestall-fixture';
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'forestall-hooks-')));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const cases = agentIds.flatMap((agent) =>
  readdirSync(join(root, 'fixtures', agent)).map((name) => ({ agent, name, folder: join(root, 'fixtures', agent, name) })),
);

it('has calls of every agent and of no other', () => {
  const folders = readdirSync(join(root, 'fixtures'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...agentIds].sort());
});

const some = cases.filter(
  ({ agent, name }) => /^c(laude-code|odex-cli)$/.test(agent) || /^(edit-adds-sink|shell-clean|ask)$/.test(name),
);

describe.each(programs)('hook, %s', (program, command, args, named) => {
  it.concurrent.each(args === node ? some : cases)('$agent/$name', async ({ agent, name, folder }) => {
    if (!existsSync(args[0] ?? command)) throw new Error(`${args[0] ?? command} is not there: build it first (npm run build)`);
    const workspace = join(scratch, program, agent, name, 'app');
    mkdirSync(workspace, { recursive: true });
    if (existsSync(join(folder, 'workspace'))) cpSync(join(folder, 'workspace'), workspace, { recursive: true });
    const file = join(folder, 'expected.json');
    const expected = JSON.parse(readFileSync(file, 'utf8')) as Expected;
    const words = [...args, 'hook', ...(named || expected.named ? ['--agent', agent] : [])];
    const run = await ended(command, words, workspace, fill(readFileSync(join(folder, 'stdin.json'), 'utf8'), workspace));
    const neutral = (text: string) => text.replaceAll(workspace, '{{workspace}}').replaceAll(home, '{{home}}');
    check(file, expected, run.status, neutral(run.stdout), neutral(run.stderr));
  });
});

interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

function ended(command: string, args: readonly string[], cwd: string, stdin: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env['PATH'], HOME: home, USERPROFILE: home, TMPDIR: process.env['TMPDIR'] ?? '/tmp' };
    const child = spawn(command, args, { cwd, env, timeout: 60_000 });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status, stdout: Buffer.concat(stdout).toString('utf8'), stderr: Buffer.concat(stderr).toString('utf8') });
    });
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
  });
}

function check(file: string, expected: Expected, exitCode: number | null, stdout: string, stderr: string): void {
  const said = `${stderr.startsWith('{') ? wordsOf(stderr) : stderr}\n${wordsOf(stdout)}`;
  const rules = rulesIn(said);
  if (process.env['UPDATE'] === '1' && exitCode !== null) {
    const update: Expected = { ...expected, exitCode, rules };
    if (expected.stdout !== undefined) update.stdout = stdout;
    if (expected.stderr !== undefined) update.stderr = stderr;
    writeFileSync(file, `${JSON.stringify(update, null, 2)}\n`);
    return;
  }
  expect({ exitCode, rules, said: stdout + stderr }).toMatchObject({ exitCode: expected.exitCode, rules: expected.rules });
  for (const text of expected.contains ?? []) expect(said).toContain(text);
  if (expected.json !== undefined) expect(JSON.parse(stdout)).toMatchObject(expected.json);
  if (expected.stdout !== undefined) expect(stdout).toBe(expected.stdout);
  if (expected.stderr !== undefined) expect(stderr).toBe(expected.stderr);
  if (expected.exitCode === 2) expect(stderr.trim()).not.toBe('');
  const { rules: named, contains, json } = expected;
  const silent = expected.exitCode === 0 && named.length === 0 && !contains && !json && expected.stdout === undefined;
  if (silent) expect(stdout + stderr).toBe('');
}

/** Ids at the head of each finding: `src/a.ts:7  pack/rule  critical …`, in a command without the place. */
function rulesIn(text: string): string[] {
  const heads = text.matchAll(/(?:^| {2})([a-z][a-z0-9-]*\/[a-z0-9-]+) {2}(?:critical|high|medium|low|info)\b/gm);
  return [...new Set([...heads].map((match) => match[1] ?? ''))].sort();
}

/** The texts of an answer in JSON, which is one object or nothing. */
function wordsOf(output: string): string {
  if (output === '') return '';
  const texts = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
  };
  return texts(JSON.parse(output)).join('\n');
}

function fill(text: string, workspace: string): string {
  return text
    .replaceAll('{{workspace}}', asJson(workspace))
    .replaceAll('{{home}}', asJson(home))
    .replaceAll('{{github-token}}', githubToken());
}

const asJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** A token as GitHub makes them, with a sound checksum: 30 characters and their CRC-32 in base 62. Nobody's. */
function githubToken(): string {
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  const body = Array.from({ length: 30 }, (_, k) => letters[(k * 37 + 11 + ((k * k) % 23)) % 62]).join('');
  return `ghp_${body}${base62(crc32(body))}`;
}
