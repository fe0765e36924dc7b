import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import express from 'express';
import { requireAuth } from './auth';
import { client } from './client';

const app = express();
app.use(requireAuth);
const SERVERS: Record<string, { command: string; args: string[] }> = { files: { command: 'mcp-files', args: ['/srv/files'] } };

app.post('/connect', async (req, res) => {
  const server = SERVERS[req.body.server];
  if (!server) return res.status(400).end();
  await client.connect(new StdioClientTransport(server));
  res.sendStatus(204);
});
