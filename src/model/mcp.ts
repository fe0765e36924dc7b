/** An MCP server as a configuration or a command names it. */
import type { Span } from './finding.ts';

export interface McpServer {
  /** `''` where it has none. */
  name: string;
  /** What is started; null for a server that is reached by address. */
  command: McpText | null;
  args: McpText[];
  /** Environment variables, and headers of requests. */
  env: McpVariable[];
  headers: McpVariable[];
  url: McpText | null;
  /** Configured, and switched off. */
  off: boolean;
  /** Its name, or all of it. */
  span: Span;
}

/** Spans point into the text that names the server. */
export interface McpText {
  text: string;
  span: Span;
}

export interface McpVariable extends McpText {
  name: string;
}

/** What a server is, apart from its name. */
export type McpIdentity =
  /** `version` is null where it is not pinned to one. */
  | { kind: 'package'; ecosystem: 'npm' | 'pypi' | 'docker' | 'git'; package: string; version: string | null }
  | { kind: 'command'; command: string; args: string[] }
  | { kind: 'url'; url: string }
  | { kind: 'unknown' };

const baseName = (path: string): string => path.replace(/^.*[/\\]/, '').replace(/\.(?:exe|cmd|bat)$/i, '');

/** Programs that fetch a package and run it, and the words that stand before its name. */
const runners: Readonly<Record<string, { ecosystem: 'npm' | 'pypi'; words: readonly string[] }>> = {
  npx: { ecosystem: 'npm', words: [] },
  bunx: { ecosystem: 'npm', words: [] },
  pnpx: { ecosystem: 'npm', words: [] },
  pnpm: { ecosystem: 'npm', words: ['dlx', 'exec'] },
  yarn: { ecosystem: 'npm', words: ['dlx', 'exec'] },
  npm: { ecosystem: 'npm', words: ['exec', 'x'] },
  bun: { ecosystem: 'npm', words: ['x'] },
  uvx: { ecosystem: 'pypi', words: [] },
  uv: { ecosystem: 'pypi', words: ['x', 'run'] },
  pipx: { ecosystem: 'pypi', words: ['run'] },
};
/** Options of these programs that take a value. */
const withValue = /^(?:--from|--with|-p|--package|--python|--index-url|--registry|--directory|--project|-c|--call|--prefix)$/;
const dockerValue =
  /^(?:-e|--env|--env-file|-v|--volume|--mount|--name|--network|--net|-p|--publish|-u|--user|-w|--workdir|--entrypoint|--platform|-l|--label|-m|--memory|--cpus|--pull|--add-host|--hostname|-h|--security-opt|--cap-add|--cap-drop|--device|--tmpfs|--gpus|--runtime|--log-driver|--pids-limit|--restart)$/;

/** What is started behind `cmd /c`, `env`, `sudo` and their like. */
export function launched(server: McpServer): string[] {
  const words = server.command === null ? [] : [server.command.text, ...server.args.map(({ text }) => text)];
  // A command line in one text, as some configurations have it.
  let all =
    words.length === 1 && /\s/.test(words[0] ?? '') && !/^["']/.test(words[0] ?? '')
      ? (words[0] ?? '').trim().split(/\s+/)
      : words;
  for (let turns = 0; turns < 4; turns++) {
    const name = baseName(all[0] ?? '').toLowerCase();
    if (name === 'cmd' && /^\/c$/i.test(all[1] ?? '')) all = all.slice(2);
    else if (name === 'env' || name === 'sudo') {
      const next = all.findIndex((word, index) => index > 0 && !word.startsWith('-') && !/^\w+=/.test(word));
      all = next < 0 ? [] : all.slice(next);
    } else break;
  }
  return all;
}

export function identityOf(server: McpServer): McpIdentity {
  if (server.url !== null) return { kind: 'url', url: server.url.text };
  const [command, ...args] = launched(server);
  if (command === undefined || command === '') return { kind: 'unknown' };
  const name = baseName(command).toLowerCase();
  const runner = Object.hasOwn(runners, name) ? runners[name] : undefined;
  return (
    (runner && fetched(runner, args)) ??
    (/^(?:docker|podman|nerdctl)$/.test(name) ? image(args) : null) ?? { kind: 'command', command, args }
  );
}

function fetched(
  { ecosystem, words }: { ecosystem: 'npm' | 'pypi'; words: readonly string[] },
  args: readonly string[],
): McpIdentity | null {
  let rest = [...args];
  if (words.length > 0) {
    const at = rest.findIndex((word) => !word.startsWith('-'));
    let word = rest[at] ?? '';
    let from = at + 1;
    // `uv tool run`
    if (word === 'tool') [word, from] = [rest[at + 1] ?? '', at + 2];
    // `uv run` starts what the project holds, unless it is told where from.
    if (
      !words.includes(word) ||
      (word === 'run' && ecosystem === 'pypi' && rest[at] === 'run' && words.includes('x') && !rest.includes('--from'))
    )
      return null;
    rest = rest.slice(from);
  }
  let named: string | null = null;
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] ?? '';
    const [flag, value] =
      word.startsWith('--') && word.includes('=')
        ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]
        : [word, null];
    if (flag === '--from' || flag === '--package' || (flag === '-p' && ecosystem === 'npm')) {
      named ??= value ?? rest[at + 1] ?? '';
      if (value === null) at++;
    } else if (withValue.test(flag) && value === null) at++;
    else if (!word.startsWith('-')) {
      named ??= word;
      break;
    }
  }
  return named === null || named === '' ? null : packageOf(named, ecosystem);
}

function packageOf(text: string, ecosystem: 'npm' | 'pypi'): McpIdentity | null {
  // A folder of this machine.
  if (/^(?:\.{0,2}[/\\]|~|[A-Za-z]:[/\\]|file:)/.test(text) || text === '.') return null;
  if (
    /^(?:git\+|git:|github:|gitlab:|bitbucket:|gist:|https?:|ssh:)/.test(text) ||
    (ecosystem === 'npm' && /^[\w.-]+\/[\w.-]+(?:#.*)?$/.test(text))
  ) {
    const commit = /[#@]([0-9a-f]{40})(?:$|[#&])/.exec(text)?.[1] ?? null;
    return { kind: 'package', ecosystem: 'git', package: text.replace(/[#@][^#@/]*$/, ''), version: commit };
  }
  if (ecosystem === 'npm') {
    const [, name = text, version = ''] = /^(@?[^@]+)(?:@(.*))?$/.exec(text) ?? [];
    return {
      kind: 'package',
      ecosystem,
      package: name,
      version: /^v?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(version) ? version : null,
    };
  }
  const [, name = text, version] = /^([\w.-]+)(?:\[[^\]]*\])?(?:(?:===?|@)\s*([\w.!+-]+))?/.exec(text) ?? [];
  return { kind: 'package', ecosystem, package: name, version: version !== undefined && /\d/.test(version) ? version : null };
}

function image(args: readonly string[]): McpIdentity | null {
  let at = args.indexOf('run');
  if (at < 0) return null;
  for (at++; at < args.length; at++) {
    const word = args[at] ?? '';
    if (dockerValue.test(word)) at++;
    else if (!word.startsWith('-')) {
      const [name = word, digest] = word.split('@');
      return {
        kind: 'package',
        ecosystem: 'docker',
        package: name,
        version: /^sha256:[0-9a-f]{64}$/.test(digest ?? '') ? (digest ?? null) : null,
      };
    }
  }
  return null;
}

/** One text for one identity, for a hash: secrets in the environment are not part of it, the names of the variables are. */
export function canonical(server: McpServer): string {
  const { url, command, args, env } = server;
  const names = (list: readonly McpVariable[]): string[] => list.map(({ name }) => name).sort();
  if (url !== null) return JSON.stringify({ url: url.text, headers: names(server.headers) });
  return JSON.stringify({ command: command?.text ?? null, args: args.map(({ text }) => text), env: names(env) });
}
