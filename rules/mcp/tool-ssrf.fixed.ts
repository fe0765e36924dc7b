import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';

const ALLOWED_HOSTS = new Set(['api.example.com']);
const server = new McpServer({ name: 'web', version: '1.0.0' });

server.tool('fetch_page', { url: z.string().url() }, { readOnlyHint: true }, async (args) => {
  const url = new URL(args.url);
  if (url.protocol !== 'https:' || !ALLOWED_HOSTS.has(url.hostname)) throw new Error('host');
  const response = await fetch(url, { redirect: 'error' });
  return { content: [{ type: 'text', text: await response.text() }] };
});
