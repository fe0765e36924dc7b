/** The commander program: names, options and help. What a command does is loaded only when it is called. */
import { Command, CommanderError, Option } from 'commander';
import type { Io } from './host/io.ts';
import { severities } from './model/finding.ts';
import { VERSION } from './model/version.ts';

/** Runs one command line, without the program's name. Resolves to the exit code; 1 says that the job could not be done. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  if (argv[0] === 'hook' && !argv.some((word) => word === '--help' || word === '-h')) {
    const { runHook } = await import('./commands/hook.ts');
    return runHook(argv.slice(1), io);
  }
  let exitCode = 0;
  const program = makeProgram(io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    io.stderr(`forestall: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

const example = (line: string): string => `\nExample:\n  $ ${line}\n`;
const collect = (value: string, all: string[] | undefined): string[] => [...(all ?? []), value];

function makeProgram(io: Io, done: (exitCode: number) => void): Command {
  const program = new Command('forestall')
    .description('Reads what a coding agent is about to do, and stops it before it happens if it breaks the security policy.')
    .version(VERSION, '--version', 'print the version')
    .helpOption('--help', 'print help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr })
    .addHelpText('after', example('forestall scan src'));
  const command = (parent: Command, name: string, about: string, line: string): Command =>
    parent.command(name).description(about).helpOption('--help', 'print help').addHelpText('after', example(line));
  const job =
    <A extends unknown[]>(of: (...args: A) => Promise<number>) =>
    async (...args: A) =>
      done(await of(...args));

  command(
    program,
    'hook',
    'Judge one tool call, given as JSON on standard input.',
    'forestall hook --agent claude-code < call.json',
  )
    .option('--agent <id>', 'the agent that calls; recognised from the payload when not named')
    .option('--event <name>', 'the event, where the payload does not name it')
    .option('--max-payload <MB>', 'larger payloads are not read', '64');

  command(program, 'scan', 'Scan files and folders; `-` is standard input.', 'forestall scan src --severity high')
    .argument('[paths...]', 'files and folders', ['.'])
    .option('--rules <file|dir|glob>', 'add rules in Semgrep syntax (may be given again)', collect)
    .option('--no-bundled-rules', 'only the rules that --rules and the policy name')
    .option('--only <rule|pack>', 'only these rules (may be given again)', collect)
    .option('--except <rule|pack>', 'all but these rules (may be given again)', collect)
    .addOption(new Option('--severity <least>', 'only rules of at least this severity').choices(severities))
    .option('--command <shell>', 'judge a shell command, as a hook would')
    .addOption(new Option('--shell <shell>', 'the shell of the command').choices(['posix', 'powershell', 'cmd']).default('posix'))
    .option('--explain', 'with --command: show the commands and the effects that were understood')
    .addOption(
      new Option('--format <form>', 'form of the output').choices(['text', 'json', 'sarif', 'github', 'junit']).default('text'),
    )
    .option('--output <file>', 'write there instead of standard output')
    .option('--stdin-path <path>', 'the path that standard input stands for')
    .option('--no-ignore', 'do not honour .gitignore')
    .option('--diff [revision]', 'only what the change since a Git revision brings in (the last commit when not named)')
    .option('--baseline <file>', 'leave out the findings of an earlier report in JSON')
    .option('--fix', 'apply the fixes that rules offer, and report what remains')
    .option('--dry-run', 'with --fix: show the change and write nothing')
    .option('--jobs <n>', 'processes to share the work among; as many as there are processors when not given')
    .addOption(new Option('--part').hideHelp())
    .action(job(async (paths: string[], options) => (await import('./commands/scan.ts')).scanCommand(paths, options, io)));

  const rules = command(program, 'rules', 'Show, try and document rules.', 'forestall rules list');
  command(rules, 'list', 'List the bundled rules.', 'forestall rules list --json')
    .option('--json', 'as JSON')
    .option('--pack <name>', 'a pack, or a standard: owasp-api, owasp-llm, owasp-mcp, owasp-web, asvs, cwe-top-25')
    .action(job(async (options) => (await import('./commands/rules-list.ts')).rulesList(options, io)));
  command(rules, 'show', 'Print one compiled rule.', 'forestall rules show injection/sql-string-build')
    .argument('<id>')
    .action(job(async (id: string) => (await import('./commands/rules-list.ts')).rulesShow(id, io)));
  command(rules, 'test', 'Try the rules of a folder on their annotated fixtures.', 'forestall rules test my-rules')
    .argument('[dir]', 'folder of rules and fixtures', 'rules')
    .option('--config <file|dir>', 'the rules, where the folder holds their fixtures only')
    .option('--json', 'as JSON')
    .action(job(async (folder: string, options) => (await import('./commands/rules-test.ts')).rulesTest(folder, options, io)));
  command(rules, 'new', 'Write a rule and a fixture to begin with.', 'forestall rules new acme/no-eval --language python')
    .argument('<pack/id>')
    .option('--dir <dir>', 'folder of rules and fixtures', 'rules')
    .option('--language <language>', 'what the rule is for', 'javascript')
    .option('--taint', 'a rule that follows data')
    .action(job(async (id: string, options) => (await import('./commands/rules-new.ts')).rulesNew(id, options, io)));
  command(rules, 'docs', 'Write the page of every rule.', 'forestall rules docs --check')
    .argument('[dir]', 'folder of rules and fixtures', 'rules')
    .option('--output <dir>', 'folder of the pages', 'docs/rules')
    .option('--check', 'write nothing; fail when a page is stale')
    .action(job(async (folder: string, options) => (await import('./commands/rules-docs.ts')).rulesDocs(folder, options, io)));

  command(
    program,
    'explain',
    'Say what a rule finds, why it matters, and what to write instead.',
    'forestall explain injection/sql-string-build',
  )
    .argument('<rule>')
    .action(job(async (id: string) => (await import('./commands/explain.ts')).explainRule(id, io)));

  const policy = command(program, 'policy', 'Look into the policy.', 'forestall policy show');
  command(policy, 'show', 'Print the policy in force and its files.', 'forestall policy show --json')
    .option('--json', 'as JSON')
    .action(job(async (options) => (await import('./commands/policy.ts')).policyShow(options, io)));
  command(policy, 'check', 'Check policy files; those in force when none is named.', 'forestall policy check forestall.json')
    .argument('[files...]')
    .action(job(async (files: string[]) => (await import('./commands/policy.ts')).policyCheck(files, io)));
  command(policy, 'explain', 'Say what each rule means for a path, and why.', 'forestall policy explain src/orders.ts')
    .argument('<path>')
    .option('--rule <id>', 'only this rule')
    .action(
      job(async (path: string, options) => (await import('./commands/policy-explain.ts')).policyExplain(path, options, io)),
    );

  const installing = (name: string, about: string, line: string): Command =>
    command(program, name, about, line)
      .argument('[agents...]', 'agents by name; all that are found when none is named')
      .option('--agent <names>', 'the same, with commas between', collect)
      .addOption(new Option('--scope <scope>', 'whose settings').choices(['user', 'project', 'managed']))
      .option('--user', 'the settings of this user (this holds when no scope is named)')
      .option('--project', 'the settings of this repository')
      .option('--managed', 'the settings of this machine, above those of its users')
      .option('--dry-run', 'show the change and write nothing')
      .option('--json', 'as JSON')
      .option('--root <dir>', 'with --managed: below this folder, which is the image of a machine')
      .option('--program <path>', "the program's path in the hook command; its own when not given");
  installing('init', 'Put the hook into the settings of coding agents.', 'forestall init claude-code codex')
    .option('--yes', 'do not ask')
    .option('--fleet <file>', 'with --managed: what the company decides, instead of the built-in choice')
    .option('--out <dir>', 'with --managed: write the files for device management there, for every system')
    .action(job(async (agents: string[], options) => (await import('./commands/init.ts')).init(agents, options, io)));
  installing('uninstall', 'Take the hook out of the settings of coding agents.', 'forestall uninstall').action(
    job(async (agents: string[], options) => (await import('./commands/uninstall.ts')).uninstall(agents, options, io)),
  );

  const mcp = command(program, 'mcp', 'Look into the MCP servers of all agents.', 'forestall mcp list');
  command(
    mcp,
    'list',
    'List every server that is configured on this machine and in this repository.',
    'forestall mcp list --json',
  )
    .option('--json', 'as JSON')
    .action(job(async (options) => (await import('./commands/mcp-list.ts')).mcpList(options, io)));

  command(program, 'doctor', 'Check this installation, and that the hook of every agent fires.', 'forestall doctor --json')
    .option('--json', 'as JSON')
    .option('--root <dir>', 'the managed settings below this folder, which is the image of a machine')
    .action(job(async (options) => (await import('./commands/doctor.ts')).doctor(options, io)));
  return program;
}
