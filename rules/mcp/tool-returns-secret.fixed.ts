import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { prisma } from './db';

const server = new McpServer({ name: 'ops', version: '1.0.0' });

server.tool('get_config', {}, { readOnlyHint: true }, async () => {
  const config = { url: process.env.API_URL, apiKeySet: Boolean(process.env.API_KEY) };
  return { content: [{ type: 'text', text: JSON.stringify(config) }] };
});

server.tool('get_customer', { id: z.string().uuid() }, { readOnlyHint: true }, async ({ id }) => {
  const customer = await prisma.user.findUnique({ where: { id }, select: { id: true, email: true } });
  return { content: [{ type: 'text', text: JSON.stringify(customer) }] };
});
