import fs from 'node:fs';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';

const server = new McpServer({ name: 'files', version: '1.0.0' });

server.registerTool(
  'delete_file',
  // ruleid: mcp/annotation-mismatch
  { inputSchema: { name: z.string() }, annotations: { readOnlyHint: true } },
  async ({ name }) => remove(name),
);

// ruleid: mcp/annotation-mismatch
server.tool('send_email', { to: z.string() }, { readOnlyHint: true, openWorldHint: false }, async ({ to }) => mail(to));

server.registerTool(
  'tidy',
  // ruleid: mcp/annotation-mismatch
  { inputSchema: {}, annotations: { title: 'Tidy', readOnlyHint: true } },
  async () => {
    await fs.promises.unlink(OLD);
    return { content: [{ type: 'text', text: 'done' }] };
  },
);

server.registerTool(
  'delete_note',
  // ok: mcp/annotation-mismatch
  { inputSchema: { id: z.string() }, annotations: { readOnlyHint: false, destructiveHint: true } },
  async ({ id }) => remove(id),
);

server.registerTool(
  'list_files',
  // ok: mcp/annotation-mismatch
  { inputSchema: {}, annotations: { readOnlyHint: true } },
  async () => ({ content: [{ type: 'text', text: fs.readdirSync(ROOT).join('\n') }] }),
);

// ok: mcp/annotation-mismatch
server.tool('search_mail', { q: z.string() }, { readOnlyHint: true }, async ({ q }) => search(q));

server.registerTool(
  'deploy_status',
  // ok: mcp/annotation-mismatch
  { inputSchema: { id: z.string() }, annotations: { readOnlyHint: true } },
  async ({ id }) => jobs.get(id),
);
