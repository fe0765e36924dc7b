import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';

const server = new McpServer({ name: 'git', version: '1.0.0' });
const run = promisify(execFile);

server.tool('git_log', { file: z.string() }, { readOnlyHint: true }, async ({ file }) => {
  const { stdout } = await run('git', ['log', '--oneline', '--', file]);
  return { content: [{ type: 'text', text: stdout }] };
});

server.tool('git_show', { ref: z.string().regex(/^[\w.][\w./-]*$/) }, { readOnlyHint: true }, async ({ ref }) => {
  const { stdout } = await run('git', ['show', '--end-of-options', ref]);
  return { content: [{ type: 'text', text: stdout }] };
});

server.tool('restart', { service: z.enum(['web', 'worker']) }, async ({ service }) => {
  await run('systemctl', ['restart', service]);
  return { content: [{ type: 'text', text: 'restarted' }] };
});
