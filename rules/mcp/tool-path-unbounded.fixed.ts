import fs from 'node:fs/promises';
import path from 'node:path';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';

const ROOT = path.resolve(process.env.NOTES_DIR ?? 'notes');
const server = new McpServer({ name: 'notes', version: '1.0.0' });

server.tool('read_note', { name: z.string() }, { readOnlyHint: true }, async ({ name }) => {
  const p = path.resolve(ROOT, name);
  if (!p.startsWith(ROOT + path.sep)) throw new Error('path');
  return { content: [{ type: 'text', text: await fs.readFile(p, 'utf8') }] };
});
