import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import axios from 'axios';
import { Octokit } from '@octokit/rest';

const server = new McpServer({ name: 'github', version: '1.0.0' });

server.tool('list_repos', {}, async (_args, extra) => {
  // ruleid: mcp/token-passthrough
  const response = await fetch('https://api.github.com/user/repos', { headers: { Authorization: `Bearer ${extra.authInfo.token}` } });
  return { content: [{ type: 'text', text: await response.text() }] };
});

server.tool('list_issues', {}, async (_args, extra) => {
  // ruleid: mcp/token-passthrough
  const octokit = new Octokit({ auth: extra.authInfo?.token });
  return { content: [{ type: 'text', text: JSON.stringify(await octokit.issues.list()) }] };
});

app.all('/proxy', async (req: any, res: any) => {
  const token = req.headers.authorization;
  // ruleid: mcp/token-passthrough
  const upstream = await axios.get(process.env.UPSTREAM!, { headers: { Authorization: token } });
  res.json(upstream.data);
});

server.tool('list_repos_exchanged', {}, async (_args, extra) => {
  const upstream = await exchangeToken(extra.authInfo.token, { audience: 'https://api.github.com' });
  // ok: mcp/token-passthrough
  const response = await fetch('https://api.github.com/user/repos', { headers: { Authorization: `Bearer ${upstream}` } });
  return { content: [{ type: 'text', text: await response.text() }] };
});

server.tool('list_repos_own', {}, async (_args, extra) => {
  const credential = await credentials.forUser(extra.authInfo.extra.userId);
  // ok: mcp/token-passthrough
  const response = await fetch('https://api.github.com/user/repos', { headers: { Authorization: `Bearer ${credential}` } });
  return { content: [{ type: 'text', text: await response.text() }] };
});

server.tool('weather', {}, async () => {
  // ok: mcp/token-passthrough
  const response = await fetch('https://api.example.com', { headers: { Authorization: `Bearer ${process.env.API_TOKEN}` } });
  return { content: [{ type: 'text', text: await response.text() }] };
});
