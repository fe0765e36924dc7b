/** The policy's list of MCP servers: which may be added and called. */
import type { Finding, Span } from '../model/finding.ts';
import { canonical, identityOf, type McpServer } from '../model/mcp.ts';
import type { RuleText } from '../model/rule.ts';
import type { McpEntry, Policy } from './policy.ts';

/** What is said about a server that is not on the list. It has no rule file: no pattern can say what a list holds. */
export const serverNotApproved: RuleText & { id: string } = {
  id: 'mcp/server-not-approved',
  message: 'The MCP server is not on the list of approved servers.',
  why: 'A server runs with the rights of its user, and what it answers is read by the model as if it could be trusted.',
  fix: 'Stop and ask the user to approve this server: its name and identity belong on the list `mcp.servers` of the policy (forestall mcp list shows both).',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-829', 'CWE-494'],
  owasp: ['LLM03:2025', 'MCP09:2025', 'MCP04:2025', 'A03:2025', 'A08:2025'],
  references: [
    'https://cwe.mitre.org/data/definitions/829.html',
    'https://modelcontextprotocol.io/specification/2025-06-18/basic/security_best_practices',
    'https://nvd.nist.gov/vuln/detail/CVE-2025-54136',
  ],
  replacement: null,
  replacementRegex: null,
};

/**
 * Why a server is not approved, in words; null when it is. Every layer that has a list must hold it; where none has one,
 * every server is approved. Of a server that only a call names, the configured one is not known: `identity` is then false.
 */
export async function objection(server: McpServer, policy: Policy, identity = true): Promise<string | null> {
  for (const { path, servers } of policy.mcpLists) {
    const entries = Object.entries(servers).filter(([name]) => name === '*' || sameName(name, server.name));
    if (entries.length === 0) return `\`${server.name}\` is not on the list of ${path}`;
    if (!identity) continue;
    let fits = false;
    for (const [, entry] of entries) fits ||= await isSame(entry, server);
    if (!fits) return `\`${server.name}\` is on the list of ${path} with another identity; this one is ${identityText(server)}`;
  }
  return null;
}

/** Agents write a server's name into the names of its tools, with `_` for what is no letter, and cut off when long. */
export function sameName(listed: string, called: string): boolean {
  const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '_');
  const [a, b] = [plain(listed), plain(called)];
  return a === b || (b.length >= 13 && a.startsWith(b));
}

async function isSame(entry: McpEntry, server: McpServer): Promise<boolean> {
  const identity = identityOf(server);
  if (entry.package !== undefined && (identity.kind !== 'package' || identity.package !== entry.package)) return false;
  if (entry.version !== undefined && (identity.kind !== 'package' || identity.version !== entry.version)) return false;
  if (entry.command !== undefined && server.command?.text !== entry.command) return false;
  if (
    entry.args !== undefined &&
    !sameWords(
      entry.args,
      server.args.map(({ text }) => text),
    )
  )
    return false;
  if (entry.url !== undefined && (server.url === null || !wild(entry.url, server.url.text))) return false;
  return entry.identity === undefined || entry.identity === (await identityHash(server));
}

const sameWords = (wanted: readonly string[], words: readonly string[]): boolean =>
  wanted.length === words.length && wanted.every((word, index) => word === words[index]);

/** `*` stands for any characters but those that end a host: what follows `https://*.x` cannot be another host's path. */
function wild(pattern: string, text: string): boolean {
  const parts = /^([a-z][\w+.-]*:\/\/[^/]*)(.*)$/i;
  const [, origin = pattern, rest = ''] = parts.exec(pattern) ?? [];
  const [, given = text, tail = ''] = parts.exec(text) ?? [];
  const regex = (glob: string, any: string): RegExp =>
    new RegExp(
      `^${glob
        .split('*')
        .map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
        .join(any)}$`,
      'i',
    );
  return regex(origin, '[^/?#@\\\\]*').test(given) && regex(rest, '.*').test(tail === '/' && rest === '' ? '' : tail);
}

/** `sha256:` and the hash over what is started or called; secrets are not part of it. */
export async function identityHash(server: McpServer): Promise<string> {
  const { createHash } = await import('node:crypto');
  return `sha256:${createHash('sha256').update(canonical(server)).digest('hex')}`;
}

/** `npm @scope/server 1.2.3`, `https://…`, or the command line. */
export function identityText(server: McpServer): string {
  const identity = identityOf(server);
  switch (identity.kind) {
    case 'package':
      return `${identity.ecosystem} ${identity.package} ${identity.version ?? '(no version)'}`;
    case 'command':
      return [identity.command, ...identity.args].join(' ').slice(0, 200);
    case 'url':
      return identity.url.replace(/\/\/[^/@]*@/, '//…@').replace(/\?.*$/, '?…');
    case 'unknown':
      return 'unknown';
    default:
      return identity satisfies never;
  }
}

/** `text` is what the span points into; `shown` the code of the finding, where it is not that. */
export function approvalFinding(path: string, span: Span, text: string, why: string, shown?: string): Finding {
  return {
    ruleId: serverNotApproved.id,
    path,
    span,
    severity: serverNotApproved.severity,
    confidence: serverNotApproved.confidence,
    message: `An MCP server is not approved: ${why}.`,
    captures: {},
    trace: [],
    snippet: shown ?? text.slice(span.start, Math.min(span.end, span.start + 200)).replace(/\s+/g, ' '),
    fingerprint: `${serverNotApproved.id}:${why}`,
    replacement: null,
  };
}
