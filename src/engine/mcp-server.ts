/** Rules about MCP servers, over those that a text or a command names. */
import type { Source } from '../model/effect.ts';
import type { Finding, Span } from '../model/finding.ts';
import { identityOf, launched, type McpServer, type McpText } from '../model/mcp.ts';
import type { McpFault, Rule } from '../model/rule.ts';
import { mcpServers } from '../parse/mcp-config.ts';
import { findingOf } from './finding.ts';
import { badPackage } from './mcp-known-bad.ts';

/** What the rules find in a configuration file; nothing in a file of another kind. */
export async function scanServers(source: Source, rules: readonly Rule[]): Promise<Finding[]> {
  return serverFindings(await mcpServers(source.path, source.text), source, rules);
}

/** `source` is the text that the servers' spans point into. */
export function serverFindings(servers: readonly McpServer[], source: Source, rules: readonly Rule[]): Finding[] {
  return servers
    .filter(({ off }) => !off)
    .flatMap((server) =>
      rules.flatMap((rule) => {
        const { body } = rule;
        if (body.mode !== 'mcp-server') return [];
        return [faults[body.fault](server) ?? []].flat().map(({ span, what, secret }) => {
          const finding = findingOf(source, rule, span, { $SERVER: server.name || 'without a name', $WHAT: what }, []);
          return secret === undefined ? finding : { ...finding, snippet: masked(finding.snippet, secret) };
        });
      }),
    );
}

interface Fault {
  span: Span;
  /** In words, for the message. */
  what: string;
  secret?: string;
}

const faults: Readonly<Record<McpFault, (server: McpServer) => Fault | Fault[] | null>> = {
  'literal-credential': literalCredential,
  'unpinned-package': unpinnedPackage,
  'shell-wrapper': shellWrapper,
  'plain-http': plainHttp,
  'broad-filesystem': broadFilesystem,
  'known-bad': knownBad,
};

const masked = (snippet: string, secret: string): string => snippet.replaceAll(secret, `${secret.slice(0, 4)}…`);

// ---- literal credentials

const secretName =
  /(?:^|[_.-])(?:token|secret|passw(?:or)?d|pass|pat|credentials?|auth|key|apikey|authorization)$|(?:api|access|secret|private)[_-]?key|[a-z](?:Token|Secret|Password|Key)$/i;
const passwordName = /passw(?:or)?d|(?:^|[_-])pass$/i;
/** Names that end like a secret's and hold none. */
const openName =
  /public[_-]?key|publishable|key[_-]?(?:id|path|file|name)|token[_-]?(?:path|file|url|type)|_?auth[_-]?(?:type|mode|url|method)/i;
const reference =
  /\$\{|\$\(|^\$[A-Za-z_]|%[A-Z_]+%|\{\{|^op:\/\/|^(?:keychain|vault|secret|env|file|aws-sm|gcp-sm|doppler|infisical):|^<[^>]*>$|^\[[^\]]*\]$/;
const placeholder =
  /your|example|placeholder|change[_-]?me|xxx+|\*\*\*|dummy|sample|insert|replace|todo|redacted|fake|\.\.\.|…|^(?:test|none|null|true|false|token|secret|password|key|api[_-]?key)$/i;

/** Whether a value given to `name` is a secret written out. */
function isSecret(name: string, value: string): boolean {
  const bare = value.replace(/^(?:Bearer|Basic|Token|ApiKey)\s+/i, '').trim();
  if (bare.length < 8 || reference.test(bare) || placeholder.test(bare) || /\s/.test(bare)) return false;
  if (/^(?:https?:\/\/|[./~]|[A-Za-z]:[\\/])/.test(bare)) return false;
  if (passwordName.test(name)) return true;
  return bare.length >= 16 && /[A-Za-z]/.test(bare) && /\d/.test(bare) && new Set(bare).size >= 8;
}

function literalCredential(server: McpServer): Fault[] {
  const found: Fault[] = [];
  for (const { name, text, span } of [...server.env, ...server.headers]) {
    if (isSecretName(name) && isSecret(name, text)) found.push({ span, what: `the value of \`${name}\``, secret: bareOf(text) });
  }
  for (const [index, { text, span }] of server.args.entries()) {
    const [, flag = '', inline] = /^--?([\w-]+)(?:[=:](.+))?$/.exec(text) ?? [];
    const value: McpText | undefined = inline === undefined ? server.args[index + 1] : { text: inline, span };
    if (isSecretName(flag) && value && isSecret(flag, value.text))
      found.push({ span: value.span, what: `the value of \`--${flag}\``, secret: value.text });
    const [, header = '', content = ''] = /^([\w-]+):\s*(.+)$/.exec(text) ?? [];
    if (isSecretName(header) && isSecret(header, content))
      found.push({ span, what: `the header \`${header}\``, secret: bareOf(content) });
  }
  return server.url === null ? found : [...found, ...inAddress(server.url)];
}

const isSecretName = (name: string): boolean => secretName.test(name) && !openName.test(name);

const bareOf = (value: string): string => value.replace(/^(?:Bearer|Basic|Token|ApiKey)\s+/i, '').trim();

function inAddress({ text, span }: McpText): Fault[] {
  const user = /^[a-z][\w+.-]*:\/\/[^/?#\s:@]*:([^/?#\s@]+)@/i.exec(text)?.[1];
  if (user !== undefined && !reference.test(user) && !placeholder.test(user))
    return [{ span, what: 'the password in its address', secret: user }];
  for (const [, name = '', value = ''] of text.matchAll(/[?&]([\w.-]+)=([^&#\s]+)/g)) {
    if (secretName.test(name) && isSecret(name, value)) return [{ span, what: `\`${name}\` in its address`, secret: value }];
  }
  return [];
}

// ---- what is started

function unpinnedPackage(server: McpServer): Fault | null {
  const identity = identityOf(server);
  if (identity.kind !== 'package' || identity.version !== null) return null;
  const named = server.args.find(({ text }) => text.includes(identity.package)) ?? server.command;
  const what =
    identity.ecosystem === 'docker'
      ? `the image \`${identity.package}\` without a digest`
      : `\`${identity.package}\` in whatever version is newest`;
  return { span: named?.span ?? server.span, what };
}

const shells = /^(?:sh|bash|zsh|dash|ksh|fish|powershell|pwsh|cmd)$/;
const scripts: readonly [program: RegExp, flag: RegExp][] = [
  [shells, /^-[a-z]*c$|^-(?:command|enc|encodedcommand)$|^\/c$/i],
  [/^(?:python[\d.]*|pypy\d?)$/, /^-c$/],
  [/^(?:node|bun|deno)$/, /^(?:-e|-p|--eval|--print|eval)$/],
  [/^(?:perl|ruby|osascript)$/, /^-e$/],
  [/^php$/, /^-r$/],
];

function shellWrapper(server: McpServer): Fault | null {
  const words = launched(server);
  const program = (words[0] ?? '')
    .replace(/^.*[/\\]/, '')
    .replace(/\.exe$/i, '')
    .toLowerCase();
  const span = server.command?.span ?? server.span;
  if (/^(?:curl|wget|nc|ncat|netcat|socat)$/.test(program)) return { span, what: `\`${program}\`` };
  for (const [named, flag] of scripts) {
    const at = named.test(program) ? words.findIndex((word, index) => index > 0 && flag.test(word)) : -1;
    const script = at < 0 ? undefined : words[at + 1];
    if (script !== undefined && (/^-enc/i.test(words[at] ?? '') || !isPlainStart(program, script)))
      return { span, what: `a script given to \`${program}\`` };
  }
  return null;
}

/** `sh -c "exec npx pkg@1.2.3"`: one program and its words, nothing that a shell would add. */
const isPlainStart = (program: string, script: string): boolean =>
  shells.test(program) && /^(?:exec )?[\w@./:=+ -]+$/.test(script) && !/\b(?:curl|wget|nc|eval|base64)\b/.test(script);

// ---- where it is

const loopback = /^(?:localhost|[\w-]+\.localhost|127(?:\.\d{1,3}){3}|\[?::1\]?|0\.0\.0\.0|host\.docker\.internal)$/i;

function plainHttp(server: McpServer): Fault | null {
  const addresses = server.url === null ? server.args.filter(({ text }) => /^https?:\/\//i.test(text)) : [server.url];
  for (const { text, span } of addresses) {
    const host = /^(?:http|ws):\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]+)/i.exec(text)?.[1];
    if (host !== undefined && !loopback.test(host) && !/[${<]/.test(host))
      return { span, what: `\`${host}\` without encryption` };
  }
  const off = server.env.find(({ name, text }) => name === 'NODE_TLS_REJECT_UNAUTHORIZED' && text === '0');
  return off ? { span: off.span, what: 'a server whose certificate is not checked' } : null;
}

const everything =
  /^(?:\/|~|\/?[A-Za-z]:[\\/]?|\/(?:Users|home|etc|root|var|usr|opt|private|mnt|c)\/?|~\/?|\/(?:Users|home)\/[^/]+\/?|[A-Za-z]:[\\/]Users(?:[\\/][^\\/]+)?[\\/]?|\$HOME\/?|\$\{(?:env:)?HOME\}\/?|\$\{userHome\}\/?|%USERPROFILE%\\?)$/;
const fileServer = /(?:^|[/@-])(?:server-filesystem|mcp-server-filesystem|filesystem-mcp|mcp-filesystem|filesystem)(?:$|[-@])/i;

function broadFilesystem(server: McpServer): Fault | null {
  const identity = identityOf(server);
  if (identity.kind === 'package' && identity.ecosystem === 'docker') {
    for (const [index, { text, span }] of server.args.entries()) {
      if (text === '--privileged') return { span, what: 'all devices of the machine (`--privileged`)' };
      const mount = /^(?:-v|--volume)$/.test(text) ? server.args[index + 1]?.text : /^(?:-v|--volume)=?(.+)$/.exec(text)?.[1];
      const from =
        mount?.replace(/:[^:\\/]*(?::(?:ro|rw)[\w,]*)?$|:\/.*$/, '') ?? /(?:^|,)(?:src|source)=([^,]+)/.exec(text)?.[1];
      if (from !== undefined && (everything.test(from) || /docker\.sock$|\/\.(?:ssh|aws|gnupg|kube)\/?$/.test(from)))
        return { span, what: `\`${from}\`` };
    }
    return null;
  }
  if (identity.kind !== 'package' || !fileServer.test(identity.package)) return null;
  const root = server.args.find(({ text }) => everything.test(text));
  return root ? { span: root.span, what: `\`${root.text}\`` } : null;
}

function knownBad(server: McpServer): Fault | null {
  const identity = identityOf(server);
  if (identity.kind !== 'package' || (identity.ecosystem !== 'npm' && identity.ecosystem !== 'pypi')) return null;
  const why = badPackage(identity.package, identity.version);
  if (why === null) return null;
  return { span: server.args.find(({ text }) => text.includes(identity.package))?.span ?? server.span, what: why };
}
