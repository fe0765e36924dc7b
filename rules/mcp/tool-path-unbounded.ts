import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import fs from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const ROOT = path.resolve(process.env.NOTES_DIR ?? '.');
const server = new McpServer({ name: 'notes', version: '1.0.0' });

server.tool('read_note', { file: z.string() }, async ({ file }) => {
  // ruleid: mcp/tool-path-unbounded
  const text = await fs.readFile(path.join(ROOT, file), 'utf8');
  return { content: [{ type: 'text', text }] };
});
server.registerTool('write_note', { inputSchema: { name: z.string(), text: z.string() } }, async (args) => {
  // ruleid: mcp/tool-path-unbounded
  await fs.writeFile(`${ROOT}/${args.name}.md`, args.text);
  return { content: [] };
});
server.tool('delete_note', 'Deletes a note', { name: z.string() }, async ({ name }) => {
  const target = path.resolve(ROOT, name);
  // ruleid: mcp/tool-path-unbounded
  await fs.unlink(target);
  return { content: [] };
});
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { path: file } = request.params.arguments as { path: string };
  // ruleid: mcp/tool-path-unbounded
  return { content: [{ type: 'text', text: readFileSync(file, 'utf8') }] };
});
server.tool('list', { dir: z.string() }, async ({ dir }) => {
  // ruleid: mcp/tool-path-unbounded
  const names = await fs.readdir(dir);
  return { content: [{ type: 'text', text: names.join('\n') }] };
});
async function load(name: string) {
  // ruleid: mcp/tool-path-unbounded
  return fs.readFile(path.join(ROOT, name), 'utf8');
}
server.tool('load', { name: z.string() }, async ({ name }) => ({ content: [{ type: 'text', text: await load(name) }] }));

server.tool('read_inside', { file: z.string() }, async ({ file }) => {
  const target = path.resolve(ROOT, file);
  if (!target.startsWith(ROOT + path.sep)) throw new Error('outside of the notes');
  // ok: mcp/tool-path-unbounded
  return { content: [{ type: 'text', text: await fs.readFile(target, 'utf8') }] };
});
server.tool('read_relative', { file: z.string() }, async ({ file }) => {
  const target = path.resolve(ROOT, file);
  const relative = path.relative(ROOT, target);
  if (relative.startsWith('..') || path.isAbsolute(relative)) throw new Error('outside of the notes');
  // ok: mcp/tool-path-unbounded
  return { content: [{ type: 'text', text: await fs.readFile(target, 'utf8') }] };
});
server.tool('read_base', { file: z.string() }, async ({ file }) => {
  // ok: mcp/tool-path-unbounded
  return { content: [{ type: 'text', text: await fs.readFile(path.join(ROOT, path.basename(file)), 'utf8') }] };
});
server.tool('read_kind', { kind: z.enum(['daily', 'weekly']) }, async ({ kind }) => {
  // ok: mcp/tool-path-unbounded
  return { content: [{ type: 'text', text: await fs.readFile(path.join(ROOT, kind), 'utf8') }] };
});
server.tool('read_valid', { file: z.string() }, async ({ file }) => {
  const target = await validatePath(file);
  // ok: mcp/tool-path-unbounded
  return { content: [{ type: 'text', text: await fs.readFile(target, 'utf8') }] };
});
server.tool('version', {}, async () => {
  // ok: mcp/tool-path-unbounded
  return { content: [{ type: 'text', text: await fs.readFile(path.join(ROOT, 'VERSION'), 'utf8') }] };
});
