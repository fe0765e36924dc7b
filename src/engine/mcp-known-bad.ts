/** MCP servers in versions that are known to be malicious or open to attack. */

/** `fixed` is the first sound version, null where there is none. */
const bad: Readonly<Record<string, { fixed: string | null; why: string }>> = {
  'postmark-mcp': { fixed: null, why: 'a package that sent copies of all mail to its maker' },
  'mcp-remote': { fixed: '0.1.16', why: 'CVE-2025-6514: the server that it connects to can run commands' },
  '@modelcontextprotocol/inspector': { fixed: '0.14.1', why: 'CVE-2025-49596: any web page can run commands through it' },
  '@modelcontextprotocol/server-filesystem': {
    fixed: '2025.7.1',
    why: 'CVE-2025-53109 and 53110: it can be led out of its folders',
  },
  '@modelcontextprotocol/server-postgres': { fixed: null, why: 'no longer maintained: its read-only mode can be left by SQL' },
  'mcp-server-sqlite': { fixed: null, why: 'no longer maintained: its queries are open to injection' },
  'mcp-server-git': { fixed: '2026.1.14', why: 'CVE-2025-68143 to 68145: it can be led out of its repository' },
  'mcp-atlassian': { fixed: '0.22.0', why: 'CVE-2026-27825: files can be written anywhere' },
  'mcp-server-kubernetes': { fixed: '2.4.10', why: 'CVE-2025-53355: arguments run as commands' },
  'node-code-sandbox-mcp': { fixed: '1.3.0', why: 'CVE-2025-53372: code leaves its sandbox' },
  '@cyanheads/git-mcp-server': { fixed: '2.1.5', why: 'CVE-2025-53107: arguments run as commands' },
};

/** What is wrong with a version of a package, in words; null when nothing is known. An open version is the newest one. */
export function badPackage(name: string, version: string | null): string | null {
  const known = Object.hasOwn(bad, name) ? bad[name] : undefined;
  if (known === undefined) return null;
  if (known.fixed === null) return known.why;
  return version !== null && isBelow(version, known.fixed) ? `${known.why}; mended in ${known.fixed}` : null;
}

function isBelow(version: string, fixed: string): boolean {
  const parts = (text: string): number[] => text.replace(/^v/, '').split(/[-+]/, 1)[0]!.split('.').map(Number);
  const [a, b] = [parts(version), parts(fixed)];
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
