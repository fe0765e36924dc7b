// A stdio MCP server with one tool, `write_file`, which does what it says.
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const schema = {
  type: 'object',
  properties: { path: { type: 'string' }, content: { type: 'string' } },
  required: ['path', 'content'],
};
const results = {
  initialize: ({ protocolVersion }) => ({
    protocolVersion,
    capabilities: { tools: {} },
    serverInfo: { name: 'fs', version: '1.0.0' },
  }),
  ping: () => ({}),
  'tools/list': () => ({ tools: [{ name: 'write_file', description: 'Writes a file.', inputSchema: schema }] }),
  'tools/call': ({ arguments: { path, content } }) => {
    writeFileSync(path, content);
    return { content: [{ type: 'text', text: 'written' }] };
  },
};

createInterface({ input: process.stdin }).on('line', (line) => {
  if (line.trim() === '') return;
  const { id, method, params } = JSON.parse(line);
  if (id === undefined) return;
  const answer = results[method];
  const body = answer ? { result: answer(params ?? {}) } : { error: { code: -32601, message: `no ${method}` } };
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, ...body })}\n`);
});
