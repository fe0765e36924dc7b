/** MCP servers: in the configurations of all agents, in commands, and against the policy's list. */
import { describe, expect, it } from 'vitest';
import { mcpServersOf } from '../src/effects/mcp-command.ts';
import { readScript } from '../src/effects/shell.ts';
import { identityOf, type McpServer } from '../src/model/mcp.ts';
import type { World } from '../src/model/world.ts';
import { mcpServers } from '../src/parse/mcp-config.ts';
import { resolvePolicy } from '../src/policy/layer.ts';
import { identityHash, objection } from '../src/policy/mcp-allow.ts';

const shown = ({ name, command, args, url }: McpServer): string =>
  `${name}: ${url?.text ?? [command?.text, ...args.map(({ text }) => text)].join(' ')}`;

describe('configurations', () => {
  it.each([
    ['.mcp.json', '{"mcpServers":{"a":{"command":"npx","args":["x@1.0.0"]}}}', ['a: npx x@1.0.0']],
    [
      '.claude.json',
      '{"projects":{"/r":{"mcpServers":{"a":{"type":"http","url":"https://x.example"}}}}}',
      ['a: https://x.example'],
    ],
    ['.vscode/mcp.json', '// c\n{"servers":{"a":{"command":"node","args":["s.js"],},}}', ['a: node s.js']],
    ['.vscode/settings.json', '{"mcp":{"servers":{"a":{"command":"node"}}}}', ['a: node']],
    ['opencode.json', '{"mcp":{"a":{"type":"local","command":["bun","x","p@1.0.0"]}}}', ['a: bun x p@1.0.0']],
    ['.gemini/settings.json', '{"mcpServers":{"a":{"httpUrl":"https://x.example/mcp"}}}', ['a: https://x.example/mcp']],
    ['zed/settings.json', '{"context_servers":{"a":{"command":{"path":"node","args":["s.js"]}}}}', ['a: node s.js']],
    ['amp/settings.json', '{"amp.mcpServers":{"a":{"command":"node"}}}', ['a: node']],
    ['.codex/config.toml', '[mcp_servers."a b"]\ncommand = \'node\'\nargs = ["s.js", # c\n "--x"]\n', ['a b: node s.js --x']],
    ['.codex/config.toml', 'mcp_servers.a.url = "https://x.example"\n[other]\ncommand = "no"\n', ['a: https://x.example']],
    ['.vibe/config.toml', '[[mcp_servers]]\nname = "a"\ncommand = "node"\n', ['a: node']],
    ['goose/config.yaml', 'extensions:\n  a:\n    type: stdio\n    cmd: npx\n    args: [x@1.0.0]\n', ['a: npx x@1.0.0']],
    ['.continue/config.yaml', 'mcpServers:\n  - name: a\n    command: npx\n', ['a: npx']],
    ['src/app.json', '{"servers":{"a":{"command":"node"}}}', []],
    ['.mcp.json', '{"mcpServers":{"a":{"command":"npx","args":["x@1.0.0"]', ['a: npx x@1.0.0']],
    ['.mcp.json', '{"mcpServers":["a", 1, null, {"command": 3}]}', []],
    ['.codex/config.toml', '[mcp_servers\n= 3\n"""', []],
    ['goose/config.yaml', 'extensions: &a\n  a: *a\n', []],
  ])('%s %s', async (path, text, expected) => {
    expect((await mcpServers(path, text)).map(shown)).toEqual(expected);
  });

  it('says where a server stands', async () => {
    const text = '[mcp_servers.a]\ncommand = "node"\n';
    const [server] = await mcpServers('config.toml', text);
    expect(text.slice(server?.span.start, server?.span.end)).toBe('a');
    expect(text.slice(server?.command?.span.start, server?.command?.span.end)).toBe('"node"');
  });
});

const world: World = { workspace: '/work/app', home: '/home/dev', platform: 'linux', readFile: () => ({ kind: 'missing' }) };

describe('commands', () => {
  it.each([
    ['claude mcp add a -- npx -y x@1.0.0', ['a: npx -y x@1.0.0']],
    ['claude mcp add -s user -e K=v -e L=w a npx -- x', ['a: npx x']],
    ['claude mcp add --transport http a https://x.example/mcp --header "Authorization: Bearer y"', ['a: https://x.example/mcp']],
    [`claude mcp add-json a '{"command":"node","args":["s.js"]}'`, ['a: node s.js']],
    [`claude --mcp-config '{"mcpServers":{"a":{"command":"node"}}}' -p hi`, ['a: node']],
    ['codex mcp add a --env K=v -- node s.js', ['a: node s.js']],
    ['codex mcp add a --url https://x.example', ['a: https://x.example']],
    ['gemini mcp add -t sse a https://x.example/sse', ['a: https://x.example/sse']],
    [`code --add-mcp '{"name":"a","command":"node"}'`, ['a: node']],
    ['claude mcp list', []],
    ['claude -p "mcp add a b"', []],
    ['echo claude mcp add a b', []],
    ['git commit -m "mcp add"', []],
  ])('%s', async (script, expected) => {
    const { commands } = readScript(script, world, world.workspace);
    expect((await Promise.all(commands.map(mcpServersOf))).flat().map(shown)).toEqual(expected);
  });

  it('keeps the variables', async () => {
    const { commands } = readScript('claude mcp add -e A=1 B=2 -H "X-Key: y" a https://x.example', world, world.workspace);
    const [server] = (await Promise.all(commands.map(mcpServersOf))).flat();
    expect(server?.env.map(({ name, text }) => `${name}=${text}`)).toEqual(['A=1', 'B=2']);
  });
});

const serverOf = async (text: string): Promise<McpServer> => (await mcpServers('.mcp.json', `{"mcpServers":{"a":${text}}}`))[0]!;

it.each([
  ['{"command":"npx","args":["-y","@s/p@1.2.3","--root","."]}', 'npm @s/p 1.2.3'],
  ['{"command":"C:\\\\npx.cmd","args":["p"]}', 'npm p null'],
  ['{"command":"npx","args":["--package=p@2.0.0","bin"]}', 'npm p 2.0.0'],
  ['{"command":"pnpm","args":["dlx","p@1.0.0"]}', 'npm p 1.0.0'],
  ['{"command":"uvx","args":["--python","3.12","p@1.0"]}', 'pypi p 1.0'],
  ['{"command":"uv","args":["tool","run","p==1.0"]}', 'pypi p 1.0'],
  ['{"command":"uv","args":["run","server.py"]}', 'command'],
  ['{"command":"npx","args":["./server"]}', 'command'],
  ['{"command":"docker","args":["run","--rm","-e","K","img:1"]}', 'docker img:1 null'],
  ['{"url":"https://x.example"}', 'url'],
])('identity of %s', async (text, expected) => {
  const identity = identityOf(await serverOf(text));
  expect(identity.kind === 'package' ? `${identity.ecosystem} ${identity.package} ${identity.version}` : identity.kind).toBe(
    expected,
  );
});

describe('the list', () => {
  const objectionTo = async (server: string, ...lists: object[]): Promise<string | null> => {
    const files = lists.map((servers, index) => ({
      origin: index === 0 ? ('repo' as const) : ('managed' as const),
      path: `p${index}`,
      text: JSON.stringify({ mcp: { servers } }),
    }));
    const { policy, failures } = await resolvePolicy(files);
    expect(failures).toEqual([]);
    return objection(await serverOf(server), policy);
  };

  it('holds no one up when there is none', async () => {
    expect(await objectionTo('{"command":"node"}')).toBeNull();
  });
  it('goes by name, in each layer that has a list', async () => {
    expect(await objectionTo('{"command":"node"}', { a: {} })).toBeNull();
    expect(await objectionTo('{"command":"node"}', { b: {} })).toContain('not on the list of p0');
    expect(await objectionTo('{"command":"node"}', { a: {} }, { b: {} })).toContain('not on the list of p1');
  });
  it('goes by identity', async () => {
    const server = '{"command":"npx","args":["p@1.2.3"]}';
    expect(await objectionTo(server, { a: { package: 'p', version: '1.2.3' } })).toBeNull();
    expect(await objectionTo(server, { a: { package: 'p', version: '1.2.4' } })).toContain('another identity');
    expect(await objectionTo(server, { a: { command: 'npx', args: ['p@1.2.3'] } })).toBeNull();
    expect(await objectionTo(server, { a: { command: 'npx', args: ['p@1.2.3', 'x'] } })).toContain('another identity');
    expect(await objectionTo(server, { a: { identity: await identityHash(await serverOf(server)) } })).toBeNull();
    expect(await objectionTo(server, { a: { identity: 'sha256:0' } })).toContain('another identity');
  });
  it('goes by address, within its host', async () => {
    const list = { '*': { url: 'https://*.corp.example/*' } };
    expect(await objectionTo('{"url":"https://a.corp.example/mcp"}', list)).toBeNull();
    expect(await objectionTo('{"url":"https://evil.example/.corp.example/mcp"}', list)).not.toBeNull();
    expect(await objectionTo('{"url":"https://evil.example?.corp.example/"}', list)).not.toBeNull();
    expect(await objectionTo('{"url":"https://x@evil.example/"}', list)).not.toBeNull();
  });
});
