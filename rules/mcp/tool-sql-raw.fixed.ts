import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { pool, readonlyPool } from './db';

const server = new McpServer({ name: 'db', version: '1.0.0' });

server.registerTool('find', { inputSchema: { name: z.string() }, annotations: { readOnlyHint: true } }, async ({ name }) => {
  const { rows } = await pool.query('SELECT id, name FROM products WHERE name = $1', [name]);
  return { content: [{ type: 'text', text: JSON.stringify(rows) }] };
});

server.tool('query', { sql: z.string() }, { readOnlyHint: true }, async ({ sql }) => {
  const { rows } = await readonlyPool.query({ name: 'q', text: sql, values: [] });
  return { content: [{ type: 'text', text: JSON.stringify(rows) }] };
});
