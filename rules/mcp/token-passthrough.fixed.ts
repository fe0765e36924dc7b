import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { exchangeToken } from './exchange';

const API = 'https://api.github.com';
const server = new McpServer({ name: 'github', version: '1.0.0' });

server.tool('list_repos', {}, { readOnlyHint: true }, async (_args, extra) => {
  const upstream = await exchangeToken(extra.authInfo!.token, { audience: API });
  const response = await fetch(`${API}/user/repos`, { headers: { Authorization: `Bearer ${upstream}` } });
  return { content: [{ type: 'text', text: await response.text() }] };
});
