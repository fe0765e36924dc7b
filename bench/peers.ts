/**
 * forestall beside other scanners: the same files, and where the form of the rules allows it the same rules, in one run, taken
 * in turn. Prints a table and writes `bench/peers.json`. Nothing is downloaded but by `--install`.
 *
 * - `--install`: gets the missing peers, in the versions of `peers/tools.ts`, and ends
 * - `--peers <dir>`: where they are kept; `forestall-peers` in the system's folder for temporary files when not given
 * - `--runs <n>`: turns of the cold calls (20), `--scans <n>`: turns of the scans (5)
 * - `--files <n>`: size of the repository that is made (200), or `--repo <dir>`: scan that one, of which no faults are known
 *
 * A program elsewhere is named by `SEMGREP`, `AST_GREP`, `GITLEAKS`, `ESLINT`, `SECRETLINT`, `CC_SAFETY_NET`.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { typescriptFile } from './corpus.ts';
import { type FaultKind, type Seeded, seed } from './peers/seeded.ts';
import {
  eslintConfig,
  find,
  install,
  type PeerName,
  peerNames,
  peers,
  SECRETLINT,
  variableOf,
  versionOf,
} from './peers/tools.ts';
import { columns, compile, middle, PEAK, round, run } from './process.ts';

type Group = 'cold call, code' | 'cold call, secrets' | 'cold call, shell command' | 'scan, code' | 'scan, secrets';

interface Row {
  group: Group;
  tool: string;
  rules: string;
  cmd: string[];
  cwd: string;
  input: string;
  /** Those that say that the work was done, with and without findings. */
  exitCodes: readonly number[];
  /** Of what the tool reads, where there is enough of it to tell a speed. */
  lines?: number;
  /** `file:line` of each finding, from the output of one run. */
  findings?: (stdout: string) => string[];
  /** What it could find, and where. */
  expected?: ReadonlySet<string>;
}

interface Result {
  group: Group;
  tool: string;
  rules: string;
  /** Why there are no figures. */
  failure?: string;
  /** Milliseconds. */
  median: number;
  fastest: number;
  /** Ratio of medians to the first row of the group. */
  toFirst: number;
  linesPerSecond: number | null;
  /** Peak resident memory of the largest process, MB; never below the 25 MB of the program that it is forked from. */
  peak: number;
  /** Distinct lines: of those with a known fault, how many were found; and how many others. Null where nobody looked. */
  found: { known: number; expected: number; others: number } | null;
}

const root = join(import.meta.dirname, '..');
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at > 0 ? process.argv[at + 1] : undefined;
};
const cache = resolve(option('--peers') ?? join(tmpdir(), 'forestall-peers'));
const coldRuns = Number(option('--runs') ?? 20);
const scanRuns = Number(option('--scans') ?? 5);
const ending = process.platform === 'win32' ? '.exe' : '';
const binary = join(root, 'dist', `forestall${ending}`);
const script = join(root, 'bin', 'forestall.js');
const peakOf = join(root, 'dist', 'bench', `peak${ending}`);
const ownRules = join(import.meta.dirname, 'peers', 'rules.yaml');
const astGrepRules = join(import.meta.dirname, 'peers', 'ast-grep.yaml');

/** Commands that lose work, and some that only mention one. */
const destructive = [
  'git reset --hard HEAD~3',
  'rm -rf ~/',
  'git clean -fdx',
  'git push --force origin main',
  'rm -rf / --no-preserve-root',
  'git stash clear',
];
const harmless = [
  'git status --short && npm run build -- --filter api',
  'rm -rf node_modules',
  'git commit -m "notes: never git reset --hard"',
  'grep -rn "rm -rf /" docs',
  'git checkout -b feature',
  'git push --force-with-lease origin feature',
];

const hookCall = (cwd: string, tool: string, input: object): string =>
  JSON.stringify({
    session_id: 'bench',
    transcript_path: join(cwd, 'transcript.jsonl'),
    cwd,
    permission_mode: 'default',
    hook_event_name: 'PreToolUse',
    tool_name: tool,
    tool_input: input,
    tool_use_id: 'toolu_bench',
  });

// How each tool tells its findings.
interface Findings {
  forestall: { findings: { path: string; start: { line: number } }[] };
  semgrep: { results: { path: string; start: { line: number } }[] };
  'ast-grep': { file: string; range: { start: { line: number } } }[];
  eslint: { filePath: string; messages: { line: number }[] }[];
  gitleaks: { File: string; StartLine: number }[];
  secretlint: { filePath: string; messages: { loc: { start: { line: number } } }[] }[];
}

const readers: { [Tool in keyof Findings]: (report: Findings[Tool]) => [path: string, line: number][] } = {
  forestall: ({ findings }) => findings.map(({ path, start }) => [path, start.line]),
  semgrep: ({ results }) => results.map(({ path, start }) => [path, start.line]),
  // The only one that counts lines from 0.
  'ast-grep': (report) => report.map(({ file, range }) => [file, range.start.line + 1]),
  eslint: (report) => report.flatMap(({ filePath, messages }) => messages.map(({ line }): [string, number] => [filePath, line])),
  gitleaks: (report) => report.map(({ File, StartLine }) => [File, StartLine]),
  secretlint: (report) =>
    report.flatMap(({ filePath, messages }) => messages.map(({ loc }): [string, number] => [filePath, loc.start.line])),
};

const findingsOf =
  <Tool extends keyof Findings>(tool: Tool, repository: string) =>
  (stdout: string): string[] =>
    readers[tool](JSON.parse(stdout) as Findings[Tool]).map(
      ([path, line]) => `${relative(repository, resolve(repository, path)).replaceAll('\\', '/')}:${line}`,
    );

/** Lines of the files of a repository: all, TypeScript, Python. */
function linesOf(repository: string): { all: number; ts: number; py: number } {
  const lines = { all: 0, ts: 0, py: 0 };
  for (const entry of readdirSync(repository, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || /[\\/](?:node_modules|\.git)[\\/]/.test(path)) continue;
    const text = readFileSync(path, 'latin1');
    if (text.includes('\0')) continue;
    const count = text.split('\n').length - 1;
    lines.all += count;
    if (/\.[cm]?ts$/.test(entry.name)) lines.ts += count;
    if (entry.name.endsWith('.py')) lines.py += count;
  }
  return lines;
}

function rows(programs: Map<PeerName, string>, workspace: string, repository: string, seeded: Seeded | null): Row[] {
  const file = join(workspace, 'service.ts');
  writeFileSync(file, typescriptFile(300));
  const anchor = 'await loadCustomer2(String(req.params.id))';
  const edit = hookCall(workspace, 'Edit', {
    file_path: file,
    old_string: anchor,
    new_string: anchor.replace('.id)', '.id).trim()'),
  });
  const shell = hookCall(workspace, 'Bash', { command: harmless[0] });
  const lines = linesOf(repository);
  const known = (kinds: FaultKind[], suffix = ''): ReadonlySet<string> | undefined =>
    seeded
      ? new Set(kinds.flatMap((kind) => [...seeded.faults[kind]]).filter((place) => place.includes(`${suffix}:`)))
      : undefined;
  const code = known(['search', 'taint']);

  const forestall = (['forestall', 'forestall, Node'] as const).flatMap((tool): Row[] => {
    const start = tool === 'forestall' ? [binary] : ['node', script];
    const hook = { tool, rules: 'all bundled', cmd: [...start, 'hook'], cwd: workspace, exitCodes: [0] };
    const scan = { tool, input: '', exitCodes: [0, 2], findings: findingsOf('forestall', repository) };
    const twelve = {
      ...scan,
      rules: 'the 12',
      cmd: [...start, 'scan', '--format', 'json', '--no-bundled-rules', '--rules', ownRules],
    };
    const secrets = { ...scan, rules: 'secrets', cmd: [...start, 'scan', '--format', 'json', '--only', 'secrets'] };
    return [
      { ...hook, group: 'cold call, code', tool: `${tool}: hook, edit`, input: edit },
      { ...twelve, group: 'cold call, code', cwd: workspace, cmd: [...twelve.cmd, file], findings: undefined },
      { ...secrets, group: 'cold call, secrets', cwd: workspace, cmd: [...secrets.cmd, file], findings: undefined },
      { ...hook, group: 'cold call, shell command', tool: `${tool}: hook`, input: shell },
      { ...twelve, group: 'scan, code', cwd: repository, cmd: [...twelve.cmd, '.'], lines: lines.ts + lines.py, expected: code },
      {
        ...secrets,
        group: 'scan, secrets',
        cwd: repository,
        cmd: [...secrets.cmd, '.'],
        lines: lines.all,
        expected: known(['secret']),
      },
    ];
  });

  const others = [...programs].flatMap(([tool, program]): Row[] => {
    const both = (subject: 'code' | 'secrets', row: Omit<Row, 'group' | 'cwd' | 'tool' | 'input'>, whole = '.'): Row[] => [
      {
        ...row,
        group: `cold call, ${subject}`,
        tool,
        input: '',
        cwd: workspace,
        cmd: [...row.cmd, file],
        lines: undefined,
        findings: undefined,
      },
      { ...row, group: `scan, ${subject}`, tool, input: '', cwd: repository, cmd: [...row.cmd, whole] },
    ];
    switch (tool) {
      case 'semgrep':
        return both('code', {
          rules: 'the 12',
          cmd: [
            program,
            'scan',
            '--metrics=off',
            '--disable-version-check',
            '--quiet',
            '--no-git-ignore',
            '--json',
            '--config',
            ownRules,
          ],
          exitCodes: [0],
          lines: lines.ts + lines.py,
          findings: findingsOf(tool, repository),
          expected: code,
        });
      case 'ast-grep':
        return both('code', {
          rules: '10 equivalents, no taint',
          cmd: [program, 'scan', '--rule', astGrepRules, '--json=compact'],
          exitCodes: [0, 1],
          lines: lines.ts + lines.py,
          findings: findingsOf(tool, repository),
          expected: code,
        });
      case 'eslint':
        return both('code', {
          rules: 'own (plugin-security), TypeScript only',
          cmd: [program, '--config', eslintConfig(cache), '--format', 'json'],
          exitCodes: [0, 1],
          lines: lines.ts,
          findings: findingsOf(tool, repository),
          expected: known(['search', 'taint'], '.ts'),
        });
      case 'gitleaks':
        return both('secrets', {
          rules: 'own',
          cmd: [
            program,
            'dir',
            '--no-banner',
            '--log-level',
            'error',
            '--exit-code',
            '0',
            '--report-format',
            'json',
            '--report-path',
            '-',
          ],
          exitCodes: [0],
          lines: lines.all,
          findings: findingsOf(tool, repository),
          expected: known(['secret']),
        });
      case 'secretlint':
        return both(
          'secrets',
          {
            rules: 'own (recommended preset)',
            cmd: [program, '--secretlintrcJSON', SECRETLINT, '--format', 'json'],
            exitCodes: [0, 1],
            lines: lines.all,
            findings: findingsOf(tool, repository),
            expected: known(['secret']),
          },
          '**/*',
        );
      case 'cc-safety-net': {
        const row = {
          tool: `${tool}: hook`,
          rules: 'own',
          cmd: [program, 'hook', '--claude-code'],
          cwd: workspace,
          exitCodes: [0],
        };
        return [{ ...row, group: 'cold call, shell command', input: shell }];
      }
      default:
        return tool satisfies never;
    }
  });
  return [...forestall, ...others];
}

/** How many of the destructive and of the harmless commands a hook stops or asks about. */
async function judged({ cmd, cwd }: Row, env: Record<string, string>): Promise<NonNullable<Result['found']>> {
  const stopped = async (command: string): Promise<boolean> => {
    const { exitCode, stdout } = await run(cmd, hookCall(cwd, 'Bash', { command }), env, cwd);
    return exitCode === 2 || /"permissionDecision":\s*"(?:deny|ask)"/.test(stdout);
  };
  const count = async (commands: readonly string[]): Promise<number> => {
    let stops = 0;
    for (const command of commands) if (await stopped(command)) stops++;
    return stops;
  };
  return { known: await count(destructive), expected: destructive.length, others: await count(harmless) };
}

async function measure(all: readonly Row[], turns: number, env: Record<string, string>): Promise<Result[]> {
  const report = join(env.HOME as string, 'report');
  const once = (row: Row) => {
    rmSync(report, { force: true });
    return run(row.cmd, row.input, env, row.cwd, row.group.startsWith('scan') ? report : undefined);
  };
  const measured = all.map((row) => ({ row, times: [] as number[], peak: 0, failure: '', found: null as Result['found'] }));
  // The first run warms the disk, is looked at, and not counted.
  for (const one of measured) {
    const { row } = one;
    const { exitCode, stdout, stderr } = await once(row);
    if (!row.exitCodes.includes(exitCode)) {
      one.failure = `exit code ${exitCode}: ${(stderr || stdout).trim().slice(0, 300)}`;
      continue;
    }
    one.peak = Number((await run([peakOf, ...row.cmd], row.input, env, row.cwd)).stdout);
    if (row.group === 'cold call, shell command') one.found = await judged(row, env);
    else if (row.findings) {
      let places: Set<string>;
      try {
        places = new Set(row.findings(stdout));
      } catch (error) {
        one.failure = `its report cannot be read: ${error}`;
        continue;
      }
      const known = [...places].filter((place) => row.expected?.has(place)).length;
      one.found = { known, expected: row.expected?.size ?? 0, others: places.size - known };
    }
  }
  for (let turn = 0; turn < turns; turn++) {
    for (const { row, times, failure } of measured) {
      if (!failure) times.push((await once(row)).ms);
    }
  }
  const first = (group: Group): number => middle(measured.find(({ row }) => row.group === group)?.times ?? []);
  return measured.map(({ row: { group, tool, rules, lines }, times, peak, failure, found }) => {
    const median = middle(times);
    return {
      group,
      tool,
      rules,
      ...(failure && { failure }),
      median: round(median),
      fastest: round(Math.min(...times)),
      toFirst: round(median / first(group)),
      linesPerSecond: lines === undefined ? null : Math.round(lines / (median / 1000)),
      peak: round(peak / 2 ** 20),
      found,
    };
  });
}

function table(results: readonly Result[], known: boolean): string {
  const groups = [...new Set(results.map(({ group }) => group))];
  const head = (group: Group): string[] => [group, 'rules', 'ms', 'fastest', '×', 'lines/s', 'MB', 'found', 'others'];
  const cells = ({ tool, rules, failure, median, fastest, toFirst, linesPerSecond, peak, found, group }: Result): string[] => {
    const seen = found === null ? '' : known || group.startsWith('cold') ? `${found.known}/${found.expected}` : '';
    const figures = failure
      ? ['failed', '', '', '', '']
      : [median.toFixed(1), fastest.toFixed(1), toFirst.toFixed(2), linesPerSecond?.toLocaleString('en') ?? '', peak.toFixed(0)];
    return [`  ${tool}`, rules, ...figures, seen, String(found?.others ?? '')];
  };
  const all = groups.flatMap((group) => [head(group), ...results.filter((result) => result.group === group).map(cells)]);
  return columns(all, [0, 1]);
}

if (process.argv.includes('--install')) install(cache);
else {
  const workspace = mkdtempSync(join(tmpdir(), 'forestall-peers-'));
  try {
    mkdirSync(join(workspace, '.git'));
    mkdirSync(join(workspace, 'home'));
    const given = option('--repo');
    const repository = given === undefined ? join(workspace, 'repository') : resolve(given);
    if (!existsSync(binary)) throw new Error(`${binary} is missing: npm run build`);
    const seeded = given === undefined ? seed(repository, Number(option('--files') ?? 200)) : null;
    await compile(PEAK, peakOf);
    const programs = new Map(
      peerNames.flatMap((name) => {
        const program = find(name, cache);
        return program === null ? [] : [[name, program] as const];
      }),
    );
    const versions = Object.fromEntries([...programs].map(([name, program]) => [name, versionOf(name, program)]));
    const missing = peerNames.filter((name) => !programs.has(name));
    // Some of them keep settings and a log at home.
    const env = { HOME: join(workspace, 'home'), USERPROFILE: join(workspace, 'home') };
    const all = rows(programs, workspace, repository, seeded);
    const results = [
      ...(await measure(
        all.filter(({ group }) => group.startsWith('cold')),
        coldRuns,
        env,
      )),
      ...(await measure(
        all.filter(({ group }) => group.startsWith('scan')),
        scanRuns,
        env,
      )),
    ];
    const lines = linesOf(repository);
    console.log(table(results, seeded !== null));
    for (const { group, tool, failure } of results) if (failure) console.log(`\nfailed: ${tool} (${group}): ${failure}`);
    console.log(
      `\n× is to the first row of the group; found: of the lines with a known fault (of ${destructive.length} destructive commands), others: further lines (of ${harmless.length} harmless commands)`,
    );
    console.log(
      `medians of ${coldRuns} cold calls and ${scanRuns} scans of ${lines.all.toLocaleString('en')} lines, taken in turn`,
    );
    console.log(
      Object.entries(versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(', '),
    );
    for (const name of missing) {
      const [wanted] = peers[name].packages;
      console.log(`missing: ${name} (${wanted}): npm run bench:peers -- --install, or ${variableOf(name)}=<program>`);
    }
    const machine = { platform: `${process.platform}-${process.arch}`, cpu: cpus()[0]?.model ?? '', cores: cpus().length };
    const runs = { cold: coldRuns, scan: scanRuns };
    const text = JSON.stringify(
      { machine, runs, repository: { given: given !== undefined, lines }, versions, missing, results },
      null,
      2,
    );
    writeFileSync(join(root, 'bench', 'peers.json'), `${text}\n`);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}
