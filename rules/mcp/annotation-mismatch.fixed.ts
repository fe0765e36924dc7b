import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { mail, notes } from './notes';

const server = new McpServer({ name: 'notes', version: '1.0.0' });

server.registerTool(
  'delete_note',
  { inputSchema: { id: z.string().uuid() }, annotations: { readOnlyHint: false, destructiveHint: true } },
  async ({ id }) => {
    await notes.remove(id);
    return { content: [{ type: 'text', text: 'deleted' }] };
  },
);

server.tool('send_email', { to: z.string().email() }, { readOnlyHint: false, openWorldHint: true }, async ({ to }) => mail(to));
