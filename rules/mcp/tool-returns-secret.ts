import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import fs from 'node:fs';
import { z } from 'zod';

const server = new McpServer({ name: 'ops', version: '1.0.0' });

server.tool('get_env', {}, async () => {
  // ruleid: mcp/tool-returns-secret
  return { content: [{ type: 'text', text: JSON.stringify(process.env, null, 2) }] };
});

server.tool('get_config', {}, async () => {
  const config = { url: process.env.API_URL, key: process.env.API_KEY };
  // ruleid: mcp/tool-returns-secret
  return { content: [{ type: 'text', text: JSON.stringify(config) }] };
});

server.tool('get_user', { id: z.string() }, async ({ id }) => {
  const user = await prisma.user.findUnique({ where: { id } });
  // ruleid: mcp/tool-returns-secret
  return { content: [{ type: 'text', text: `${user.email} ${user.passwordHash}` }] };
});

server.registerTool('read_dotenv', { inputSchema: {} }, async () => {
  const text = fs.readFileSync('.env', 'utf8');
  // ruleid: mcp/tool-returns-secret
  return { content: [{ type: 'text', text }] };
});

server.tool('env_names', {}, async () => {
  // ok: mcp/tool-returns-secret
  return { content: [{ type: 'text', text: Object.keys(process.env).join('\n') }] };
});

server.tool('status', {}, async () => {
  // ok: mcp/tool-returns-secret
  return { content: [{ type: 'text', text: JSON.stringify({ apiKeySet: Boolean(process.env.API_KEY) }) }] };
});

server.tool('weather', { city: z.string() }, async ({ city }) => {
  const response = await fetch('https://api.example.com/weather', { headers: { 'x-api-key': process.env.API_KEY! } });
  const data = await response.json();
  // ok: mcp/tool-returns-secret
  return { content: [{ type: 'text', text: JSON.stringify(data) }] };
});

server.tool('get_user_safe', { id: z.string() }, async ({ id }) => {
  const user = await prisma.user.findUnique({ where: { id }, select: { id: true, email: true } });
  // ok: mcp/tool-returns-secret
  return { content: [{ type: 'text', text: user.email }] };
});
