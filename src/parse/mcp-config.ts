/** The MCP servers of a configuration file, whatever agent's it is. */
import type { McpServer, McpText, McpVariable } from '../model/mcp.ts';
import { type ConfigEntry, type ConfigValue, configValue } from './config-value.ts';

type Table = Extract<ConfigValue, { kind: 'table' }>;

/** Keys that hold servers in every file. */
const always: ReadonlySet<string> = new Set(['mcpServers', 'mcp_servers', 'context_servers', 'amp.mcpServers', 'mcp.servers']);
/** Keys that hold servers in files of this name only. */
const sometimes: readonly [key: string, file: RegExp][] = [
  ['servers', /(?:^|\/)mcp\.jsonc?$/i],
  ['mcp', /(?:^|\/)opencode[^/]*\.jsonc?$/i],
  ['extensions', /(?:^|\/)goose\/[^/]+\.ya?ml$/i],
];
/** Keys that hold an object with `servers` in it: VS Code's settings. */
const outer: ReadonlySet<string> = new Set(['mcp']);

/** A text without one of these names no server. */
export const mcpWords = ['mcpServers', 'mcp_servers', 'context_servers', 'servers', 'mcp', 'extensions'] as const;

/** In the order of the file; those that are switched off among them. Empty for a file of another kind. Never rejects. */
export async function mcpServers(path: string, text: string): Promise<McpServer[]> {
  if (!mcpWords.some((word) => text.includes(word))) return [];
  const root = await configValue(path, text);
  const found: McpServer[] = [];
  if (root) collect(root, path.replaceAll('\\', '/'), 0, found);
  return found;
}

function collect(value: ConfigValue, path: string, depth: number, found: McpServer[]): void {
  if (value.kind !== 'table' || depth > 4) return;
  for (const [key, entry] of value.entries) {
    if (always.has(key) || sometimes.some(([name, file]) => name === key && file.test(path)))
      found.push(...serversIn(entry.value));
    else if (outer.has(key) && entry.value.kind === 'table') {
      const inner = entry.value.entries.get('servers');
      if (inner) found.push(...serversIn(inner.value));
      else collect(entry.value, path, depth + 1, found);
    } else collect(entry.value, path, depth + 1, found);
  }
}

function serversIn(value: ConfigValue): McpServer[] {
  if (value.kind === 'table') return [...value.entries].flatMap(([name, entry]) => serverOf(name, entry) ?? []);
  if (value.kind !== 'list') return [];
  // Continue writes a list, each with its `name`.
  return value.items.flatMap((item) => {
    const named = item.kind === 'table' ? item.entries.get('name')?.value : undefined;
    return (named?.kind === 'text' && serverOf(named.value, { key: named.span, value: item })) || [];
  });
}

/** The server of one entry; null when nothing in it says what to start or to call. */
export function serverOf(name: string, { key, value }: ConfigEntry): McpServer | null {
  if (value.kind !== 'table') return null;
  const at = (...keys: string[]): ConfigValue | undefined => keys.map((one) => value.entries.get(one)?.value).find((one) => one);
  let start = at('command', 'cmd');
  let given = at('args', 'arguments');
  let variables = at('env', 'envs', 'environment');
  // Zed: `command: { path, args, env }`.
  if (start?.kind === 'table') {
    const { entries }: Table = start;
    [given, variables] = [entries.get('args')?.value ?? given, entries.get('env')?.value ?? variables];
    start = entries.get('path')?.value ?? entries.get('command')?.value;
  }
  // OpenCode: program and arguments in one list.
  const line = start?.kind === 'list' ? textsOf(start) : [];
  const command = start?.kind === 'text' ? textOf(start) : (line[0] ?? null);
  const url = at('url', 'uri', 'httpUrl', 'serverUrl', 'endpoint');
  if (command === null && url?.kind !== 'text') return null;
  const [off, on] = [at('disabled'), at('enabled')];
  return {
    name,
    command,
    args: [...line.slice(1), ...textsOf(given)],
    env: variablesOf(variables),
    headers: [
      ...variablesOf(at('headers')),
      ...variablesOf(at('http_headers')),
      ...variablesOf(at('requestInit', 'request_headers')),
    ],
    url: url?.kind === 'text' ? textOf(url) : null,
    off: (off?.kind === 'flag' && off.value) || (on?.kind === 'flag' && !on.value),
    span: key,
  };
}

/** Of a quoted text the place of its content. */
const textOf = ({ value, span }: Extract<ConfigValue, { kind: 'text' }>): McpText => ({ text: value, span });

const textsOf = (value: ConfigValue | undefined): McpText[] =>
  value?.kind === 'list' ? value.items.flatMap((item) => (item.kind === 'text' ? textOf(item) : [])) : [];

const variablesOf = (value: ConfigValue | undefined): McpVariable[] =>
  value?.kind === 'table'
    ? [...value.entries].flatMap(([name, { value: inner }]) => (inner.kind === 'text' ? { name, ...textOf(inner) } : []))
    : [];
