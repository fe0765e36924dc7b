import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import express from 'express';

const app = express();
const SERVERS: Record<string, { command: string; args: string[] }> = { files: { command: 'mcp-files', args: [] } };

app.post('/connect', async (req, res) => {
  // ruleid: mcp/stdio-command-from-input
  const transport = new StdioClientTransport({ command: req.body.command, args: [] });
  await client.connect(transport);
  res.end();
});

app.post('/test', async (req, res) => {
  const { args } = req.body;
  // ruleid: mcp/stdio-command-from-input
  await client.connect(new StdioClientTransport({ command: 'npx', args }));
  res.end();
});

app.post('/import', async (req, res) => {
  const config = req.body.server;
  // ruleid: mcp/stdio-command-from-input
  await client.connect(new StdioClientTransport(config));
  res.end();
});

app.post('/connect-listed', async (req, res) => {
  const server = SERVERS[req.body.server];
  if (!server) return res.status(400).end();
  // ok: mcp/stdio-command-from-input
  await client.connect(new StdioClientTransport(server));
  res.end();
});

export async function fixed() {
  // ok: mcp/stdio-command-from-input
  await client.connect(new StdioClientTransport({ command: 'mcp-files', args: ['/srv'] }));
}

export async function local(config: { command: string; args: string[] }) {
  // ok: mcp/stdio-command-from-input
  await client.connect(new StdioClientTransport({ command: config.command, args: config.args }));
}
