import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import Database from 'better-sqlite3';
import { Pool } from 'pg';
import { z } from 'zod';

const server = new McpServer({ name: 'db', version: '1.0.0' });
const pool = new Pool();
const file = new Database('app.db', { readonly: true });

server.tool('query', { sql: z.string() }, async ({ sql }) => {
  // ruleid: mcp/tool-sql-raw
  const result = await pool.query(sql);
  return { content: [{ type: 'text', text: JSON.stringify(result.rows) }] };
});

server.tool('select', { sql: z.string() }, async ({ sql }) => {
  if (!sql.trim().toLowerCase().startsWith('select')) throw new Error('only SELECT');
  // ruleid: mcp/tool-sql-raw
  const result = await pool.query(sql);
  return { content: [{ type: 'text', text: JSON.stringify(result.rows) }] };
});

server.registerTool('find', { inputSchema: { name: z.string() } }, async ({ name }) => {
  // ruleid: mcp/tool-sql-raw
  const result = await pool.query(`SELECT * FROM products WHERE name = '${name}'`);
  return { content: [{ type: 'text', text: JSON.stringify(result.rows) }] };
});

server.tool('find_bound', { name: z.string() }, async ({ name }) => {
  // ok: mcp/tool-sql-raw
  const result = await pool.query('SELECT * FROM products WHERE name = $1', [name]);
  return { content: [{ type: 'text', text: JSON.stringify(result.rows) }] };
});

server.tool('query_file', { sql: z.string() }, async ({ sql }) => {
  // ok: mcp/tool-sql-raw
  const rows = file.prepare(sql).all();
  return { content: [{ type: 'text', text: JSON.stringify(rows) }] };
});

server.tool('query_readonly', { sql: z.string() }, async ({ sql }) => {
  // ok: mcp/tool-sql-raw
  const result = await readonlyPool.query({ name: 'q', text: sql, values: [] });
  return { content: [{ type: 'text', text: JSON.stringify(result.rows) }] };
});

server.tool('page', { limit: z.number().int().max(100) }, async ({ limit }) => {
  // ok: mcp/tool-sql-raw
  const result = await pool.query(`SELECT id FROM products LIMIT ${limit}`);
  return { content: [{ type: 'text', text: JSON.stringify(result.rows) }] };
});

const version = /^v(\d+)/;

server.tool('parse', { text: z.string(), place: z.string() }, async ({ text, place }) => {
  const inPlace = new RegExp(`region=${place}/([0-9a-f-]+)`);
  // ok: mcp/tool-sql-raw
  const found = inPlace.exec(text);
  // ok: mcp/tool-sql-raw
  const number = version.exec(text);
  // ok: mcp/tool-sql-raw
  const word = /\w+/.exec(text);
  return { content: [{ type: 'text', text: `${found?.[1]} ${number?.[1]} ${word?.[0]}` }] };
});

server.tool('exec', { sql: z.string() }, async ({ sql }) => {
  // ruleid: mcp/tool-sql-raw
  writable.exec(sql);
  return { content: [] };
});
