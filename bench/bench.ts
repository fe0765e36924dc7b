/**
 * What one hook call costs, from outside: the whole process, cold, commands taken in turn. Prints a table and writes
 * `bench/results.json`. `--runs <n>` sets the number of turns (at least 20 for figures to be published), `--quick` leaves out
 * the binaries with 40 and 400 rules, whose building takes half a minute.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { nestedFile, plainFile, pythonFile, typescriptFile } from './corpus.ts';
import { binariesWith } from './many-rules.ts';
import { columns, compile, middle, PEAK, round, run } from './process.ts';

interface Row {
  name: string;
  cmd: string[];
  input: string;
  env?: Record<string, string>;
  exitCode: number;
  /** Highest allowed ratio to another row's median, by name. */
  budget?: Record<string, number>;
}

interface Result {
  name: string;
  /** Milliseconds. */
  median: number;
  fastest: number;
  /** Ratio of medians. */
  toEmpty: number;
  toNode: number;
  /** Peak resident memory, MB; never below the 25 MB of the program that `PEAK` becomes, from which the process is forked. */
  peak: number;
  budgets: { to: string; limit: number; ratio: number; met: boolean }[];
}

const root = join(import.meta.dirname, '..');
const windows = process.platform === 'win32';
const binary = join(root, 'dist', windows ? 'forestall.exe' : 'forestall');
const empty = join(root, 'dist', 'bench', windows ? 'empty.exe' : 'empty');
const peakOf = join(root, 'dist', 'bench', windows ? 'peak.exe' : 'peak');
const asked = process.argv.indexOf('--runs');
const runs = asked > 0 ? Number(process.argv[asked + 1]) : 30;
/** Peak memory of a hook call, MB. */
const MEMORY_BUDGET = 120;

const workspace = mkdtempSync(join(tmpdir(), 'forestall-bench-'));
mkdirSync(join(workspace, '.git'));

function file(name: string, content: string): string {
  const path = join(workspace, name);
  writeFileSync(path, content);
  return path;
}

const call = (tool: string, input: object): string =>
  JSON.stringify({
    session_id: 'bench',
    transcript_path: join(workspace, 'transcript.jsonl'),
    cwd: workspace,
    prompt_id: 'bench',
    permission_mode: 'default',
    effort: { level: 'medium' },
    hook_event_name: 'PreToolUse',
    tool_name: tool,
    tool_input: input,
    tool_use_id: 'toolu_bench',
  });

const edit = (path: string, before: string, after: string): string =>
  call('Edit', { file_path: path, old_string: before, new_string: after });

function rows([few, many]: readonly string[]): Row[] {
  const small = file('service.ts', typescriptFile(300));
  const python = file('service.py', pythonFile(300));
  const large = file('large.ts', typescriptFile(3_000));
  const thousand = file('middle.ts', typescriptFile(1_000));
  const shallow = file('shallow.ts', nestedFile(10));
  const deep = file('deep.ts', nestedFile(100));
  const method = 'private readParcel3(token: Token): Item | null {';
  const plain = file('reader.ts', plainFile(300));
  const nothing = file('empty.js', '');
  const hook = [binary, 'hook'];
  const node = ['node', join(root, 'bin', 'forestall.js'), 'hook'];
  const wasm = { FORESTALL_BACKEND: 'wasm' };

  const read = call('Read', { file_path: small });
  const shell = call('Bash', { command: 'git status --short && npm run build -- --filter api', description: 'Build' });
  const anchor = 'await loadCustomer2(String(req.params.id))';
  const clean = (path: string) => edit(path, anchor, 'await loadCustomer2(String(req.params.id).trim())');
  const cleanPython = edit(
    python,
    'load_customer_2, request.app.state.connection, key',
    'load_customer_2, request.app.state.connection, key.strip()',
  );
  const fault = "(await db.query(`SELECT id FROM customers WHERE id = '${req.params.id}'`)).rows[0]";
  const vulnerable = edit(small, anchor, fault);

  return [
    { name: 'empty compiled program', cmd: [empty], input: '', exitCode: 0 },
    { name: 'node, empty file', cmd: ['node', nothing], input: '', exitCode: 0 },
    { name: 'hook: read', cmd: hook, input: read, exitCode: 0, budget: { 'empty compiled program': 2 } },
    {
      name: 'hook: unknown tool',
      cmd: hook,
      input: call('Ponder', { depth: 3 }),
      exitCode: 0,
      budget: { 'empty compiled program': 2 },
    },
    {
      name: 'hook: prose',
      cmd: hook,
      input: call('Write', { file_path: join(workspace, 'notes.md'), content: '# Notes\n\nNothing to see.\n' }),
      exitCode: 0,
      budget: { 'empty compiled program': 2 },
    },
    {
      name: 'hook: shell command',
      cmd: hook,
      input: shell,
      exitCode: 0,
      budget: { 'empty compiled program': 4, 'node, empty file': 0.35 },
    },
    {
      name: 'hook: edit, 300 lines TypeScript',
      cmd: hook,
      input: clean(small),
      exitCode: 0,
      budget: { 'empty compiled program': 6, 'node, empty file': 0.5 },
    },
    {
      name: 'hook: new file, 300 lines TypeScript',
      cmd: hook,
      input: call('Write', { file_path: join(workspace, 'new.ts'), content: typescriptFile(300) }),
      exitCode: 0,
      budget: { 'empty compiled program': 6, 'node, empty file': 0.5 },
    },
    {
      name: 'hook: edit, 300 lines Python',
      cmd: hook,
      input: cleanPython,
      exitCode: 0,
      budget: { 'empty compiled program': 6, 'node, empty file': 0.5 },
    },
    {
      name: 'hook: edit, 3,000 lines TypeScript',
      cmd: hook,
      input: clean(large),
      exitCode: 0,
      budget: { 'hook: edit, 300 lines TypeScript': 2.5 },
    },
    {
      name: 'hook: edit, 300 lines of plain TypeScript',
      cmd: hook,
      input: edit(plain, method, `${method}\n    if (token.kind === 'end') return null;`),
      exitCode: 0,
      budget: { 'empty compiled program': 6, 'node, empty file': 0.5 },
    },
    { name: 'hook: edit, 1,000 lines TypeScript', cmd: hook, input: clean(thousand), exitCode: 0 },
    { name: 'hook: edit, nested 10 deep', cmd: hook, input: clean(shallow), exitCode: 0 },
    { name: 'hook: edit, nested 100 deep', cmd: hook, input: clean(deep), exitCode: 0 },
    {
      name: 'hook: vulnerable edit, 300 lines TypeScript',
      cmd: hook,
      input: vulnerable,
      exitCode: 2,
      budget: { 'empty compiled program': 6, 'node, empty file': 0.5 },
    },
    ...(few && many
      ? [
          { name: '40 rules: edit, 300 lines TypeScript', cmd: [few, 'hook'], input: clean(small), exitCode: 0 },
          {
            name: '400 rules: edit, 300 lines TypeScript',
            cmd: [many, 'hook'],
            input: clean(small),
            exitCode: 0,
            budget: { '40 rules: edit, 300 lines TypeScript': 1.3 },
          },
          { name: '40 rules: shell command', cmd: [few, 'hook'], input: shell, exitCode: 0 },
          {
            name: '400 rules: shell command',
            cmd: [many, 'hook'],
            input: shell,
            exitCode: 0,
            budget: { '40 rules: shell command': 1.3 },
          },
        ]
      : []),
    { name: 'WebAssembly: shell command', cmd: hook, input: shell, env: wasm, exitCode: 0 },
    { name: 'WebAssembly: edit, 300 lines TypeScript', cmd: hook, input: clean(small), env: wasm, exitCode: 0 },
    { name: 'Node: read', cmd: node, input: read, exitCode: 0 },
    { name: 'Node: edit, 300 lines TypeScript', cmd: node, input: clean(small), exitCode: 0 },
  ];
}

async function measure(all: Row[]): Promise<Result[]> {
  const times = all.map(() => [] as number[]);
  const peaks: number[] = [];
  for (const { cmd, input, env } of all) peaks.push(Number((await run([peakOf, ...cmd], input, env ?? {}, workspace)).stdout));
  // The first turn warms the disk and is not counted.
  for (let turn = -1; turn < runs; turn++) {
    for (const [index, row] of all.entries()) {
      const { exitCode, ms, stderr } = await run(row.cmd, row.input, row.env ?? {}, workspace);
      if (exitCode !== row.exitCode) {
        throw new Error(`${row.name}: exit code ${exitCode}, not ${row.exitCode}\n${stderr}`);
      }
      if (turn < 0) continue;
      times[index]?.push(ms);
    }
  }
  const medians = new Map(all.map((row, index) => [row.name, middle(times[index] as number[])]));
  const of = (name: string): number => medians.get(name) as number;
  return all.map((row, index) => ({
    name: row.name,
    median: round(of(row.name)),
    fastest: round(Math.min(...(times[index] as number[]))),
    toEmpty: round(of(row.name) / of('empty compiled program')),
    toNode: round(of(row.name) / of('node, empty file')),
    peak: round((peaks[index] as number) / 2 ** 20),
    budgets: Object.entries(row.budget ?? {}).map(([to, limit]) => {
      const ratio = round(of(row.name) / of(to));
      return { to, limit, ratio, met: ratio <= limit };
    }),
  }));
}

function table(results: Result[]): string {
  const head = ['', 'ms', 'fastest', '× empty', '× node', 'MB', 'budget'];
  const lines = results.map(({ name, median: ms, fastest, toEmpty, toNode, peak, budgets }) => [
    name,
    ...[ms, fastest, toEmpty, toNode].map((value) => value.toFixed(2)),
    peak.toFixed(0),
    budgets
      .map(
        ({ to, limit, met }) =>
          `${met ? 'met' : 'MISSED'} ≤ ${limit} × ${to.startsWith('hook') ? '300 lines' : to.startsWith('40 ') ? '40 rules' : to.split(/[ ,]/)[0]}`,
      )
      .join(', '),
  ]);
  return columns([head, ...lines], [0, 6]);
}

try {
  await compile('', empty);
  await compile(PEAK, peakOf);
  const results = await measure(
    rows(process.argv.includes('--quick') ? [] : await binariesWith([40, 400], root, join(root, 'dist', 'bench'))),
  );
  console.log(table(results));
  const median = (name: string): number => results.find((result) => result.name === name)?.median ?? Number.NaN;
  const kilobytes = (lines: number): number => typescriptFile(lines).length / 1024;
  const growth = {
    perKilobyte: round(
      (median('hook: edit, 3,000 lines TypeScript') - median('hook: edit, 300 lines TypeScript')) /
        (kilobytes(3000) - kilobytes(300)),
    ),
    perLevel: round((median('hook: edit, nested 100 deep') - median('hook: edit, nested 10 deep')) / 90),
  };
  console.log(`\none more kB costs ${growth.perKilobyte} ms, one more level of nesting ${growth.perLevel} ms`);
  const hungriest = Math.max(...results.filter(({ name }) => name.startsWith('hook')).map(({ peak }) => peak));
  console.log(
    `\npeak memory of a hook call ${hungriest.toFixed(0)} MB, ${hungriest <= MEMORY_BUDGET ? 'met' : 'MISSED'} ≤ ${MEMORY_BUDGET} MB`,
  );
  console.log(`binary ${(statSync(binary).size / 2 ** 20).toFixed(0)} MB; medians of ${runs} runs taken in turn`);
  const machine = { platform: `${process.platform}-${process.arch}`, cpu: cpus()[0]?.model ?? '', cores: cpus().length };
  writeFileSync(join(root, 'bench', 'results.json'), `${JSON.stringify({ machine, runs, growth, results }, null, 2)}\n`);
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
