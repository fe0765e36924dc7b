import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { charge, list } from './upstream';

const server = new McpServer({ name: 'issues', version: '1.0.0' });

server.tool('list_issues', { repo: z.string().regex(/^[\w-]+$/) }, { readOnlyHint: true }, async ({ repo }) => {
  return list(repo, process.env.GITHUB_TOKEN!);
});

server.registerTool('charge', { inputSchema: { amount: z.number().int().positive() } }, async ({ amount }, extra) => {
  return charge(extra.authInfo!.extra!.userId, amount, process.env.PAYMENT_API_KEY!);
});
