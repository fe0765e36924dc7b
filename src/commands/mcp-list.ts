/** `forestall mcp list`: every MCP server that is configured for an agent on this machine and in this repository. */
import { type McpPlace, mcpPlaces } from '../effects/mcp-places.ts';
import type { Io } from '../host/io.ts';
import { machine, shownPath, workspaceOf } from '../host/world.ts';
import { identityOf, type McpServer } from '../model/mcp.ts';
import { mcpServers } from '../parse/mcp-config.ts';
import { identityHash, identityText, objection } from '../policy/mcp-allow.ts';
import { policyHere } from './policy.ts';

export interface ListedServer {
  name: string;
  agent: McpPlace['agent'];
  scope: McpPlace['scope'];
  /** The file that configures it, absolute, and the line, from 1. */
  path: string;
  line: number;
  transport: 'stdio' | 'http';
  /** In words; secrets left out. */
  identity: string;
  /** `sha256:…` over what is started or called, for the policy. */
  hash: string;
  /** One exact version, one file of this machine, or an address; null where that cannot be told. */
  pinned: boolean | null;
  enabled: boolean;
  /** `null` where no policy has a list. */
  allowed: boolean | null;
  /** Why it is not allowed. */
  objection: string | null;
}

export async function mcpList(options: { json?: boolean }, io: Io): Promise<number> {
  const { policy, failures } = await policyHere(io);
  const world = machine(workspaceOf(io.cwd, io.env), io.env);
  const servers: ListedServer[] = [];
  const unread: { path: string; message: string }[] = [];
  const seen = new Set<string>();
  for (const { agent, scope, path } of mcpPlaces(world, io.env['XDG_CONFIG_HOME'] ?? '')) {
    const read = world.readFile(path);
    if (read.kind === 'unreadable') unread.push({ path, message: read.message });
    if (read.kind !== 'text' || seen.has(path)) continue;
    seen.add(path);
    for (const server of await mcpServers(path, read.text)) {
      const why = await objection(server, policy);
      servers.push({
        name: server.name,
        agent,
        scope,
        path,
        line: read.text.slice(0, server.span.start).split('\n').length,
        transport: server.url === null ? 'stdio' : 'http',
        identity: identityText(server),
        hash: await identityHash(server),
        pinned: isPinned(server),
        enabled: !server.off,
        allowed: policy.mcpLists.length === 0 ? null : why === null,
        objection: why,
      });
    }
  }
  if (options.json) io.stdout(`${JSON.stringify({ version: 1, servers, unread, failures }, null, 2)}\n`);
  else print(servers, io);
  for (const { path, message } of [...unread, ...failures]) io.stderr(`${path}: ${message}\n`);
  return unread.length + failures.length > 0 ? 1 : 0;
}

function isPinned(server: McpServer): boolean | null {
  const identity = identityOf(server);
  switch (identity.kind) {
    case 'package':
      return identity.version !== null;
    case 'url':
      return null;
    case 'command':
      return true;
    case 'unknown':
      return null;
    default:
      return identity satisfies never;
  }
}

function print(servers: readonly ListedServer[], io: Io): void {
  if (servers.length === 0) {
    io.stdout('No MCP server is configured.\n');
    return;
  }
  const word = (value: boolean | null, yes: string, no: string): string => (value === null ? '–' : value ? yes : no);
  const rows = servers.map((server) => [
    server.name,
    server.agent,
    server.scope,
    server.transport,
    word(server.pinned, 'pinned', 'not pinned'),
    server.enabled ? word(server.allowed, 'allowed', 'not allowed') : 'off',
    server.identity,
    `${shownPath(server.path, io.cwd)}:${server.line}`,
  ]);
  const head = ['server', 'agent', 'scope', 'transport', 'version', 'policy', 'identity', 'where'];
  const widths = head.map((_, column) => Math.min(60, Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length))));
  for (const row of [head, ...rows]) {
    io.stdout(
      `${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
  }
}
