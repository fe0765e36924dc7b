import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import axios from 'axios';
import { z } from 'zod';

const server = new McpServer({ name: 'web', version: '1.0.0' });
const ALLOWED_HOSTS = new Set(['api.example.com']);

server.tool('fetch_page', { url: z.string() }, async ({ url }) => {
  // ruleid: mcp/tool-ssrf
  const response = await fetch(url);
  return { content: [{ type: 'text', text: await response.text() }] };
});

server.registerTool('get_json', { inputSchema: { target: z.string().url() } }, async (args) => {
  // ruleid: mcp/tool-ssrf
  const { data } = await axios.get(args.target);
  return { content: [{ type: 'text', text: JSON.stringify(data) }] };
});

server.tool('head', { url: z.string() }, async ({ url }) => {
  // ruleid: mcp/tool-ssrf
  const response = await axios.head(`https://${url}`);
  return { content: [{ type: 'text', text: String(response.status) }] };
});

server.tool('fetch_listed', { url: z.string() }, async ({ url }) => {
  const target = new URL(url);
  if (!ALLOWED_HOSTS.has(target.hostname)) throw new Error('host');
  // ok: mcp/tool-ssrf
  const response = await fetch(target, { redirect: 'error' });
  return { content: [{ type: 'text', text: await response.text() }] };
});

server.tool('weather', { city: z.string() }, async ({ city }) => {
  // ok: mcp/tool-ssrf
  const response = await fetch(`https://api.weather.example/v1?city=${encodeURIComponent(city)}`);
  return { content: [{ type: 'text', text: await response.text() }] };
});

server.tool('region', { region: z.enum(['eu', 'us']) }, async ({ region }) => {
  // ok: mcp/tool-ssrf
  const response = await fetch(`https://${region}.example.com/status`);
  return { content: [{ type: 'text', text: await response.text() }] };
});
