import { createServer } from 'node:http';
import { requireBearerAuth } from '@modelcontextprotocol/sdk/server/auth/middleware/bearerAuth.js';
import { SSEServerTransport } from '@modelcontextprotocol/sdk/server/sse.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import express from 'express';
import { buildServer } from './server';
import { verifier } from './verifier';

const app = express();
app.use(express.json());
const transports = new Map<string, SSEServerTransport>();

// ruleid: mcp/http-server-unauthenticated
app.post('/mcp', async (req, res) => {
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
  await buildServer().connect(transport);
  await transport.handleRequest(req, res, req.body);
});

// ok: mcp/http-server-unauthenticated
app.post('/guarded/mcp', requireBearerAuth({ verifier }), async (req, res) => {
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
  await buildServer().connect(transport);
  await transport.handleRequest(req, res, req.body);
});

// ruleid: mcp/http-server-unauthenticated
app.get('/sse', async (req, res) => {
  const transport = new SSEServerTransport('/messages', res);
  transports.set(transport.sessionId, transport);
  await buildServer().connect(transport);
});

// The id of a session is no proof of who is calling.
// ruleid: mcp/http-server-unauthenticated
app.post('/messages', async (req, res) => {
  const transport = transports.get(String(req.query.sessionId));
  if (!transport) return res.status(404).end();
  await transport.handlePostMessage(req, res, req.body);
});

// ok: mcp/http-server-unauthenticated
app.post('/own/mcp', async (req, res) => {
  if (req.headers.authorization !== `Bearer ${process.env.MCP_TOKEN}`) return res.status(401).end();
  await transport.handleRequest(req, res, req.body);
});

// ok: mcp/http-server-unauthenticated
app.get('/health', (_req, res) => res.json({ ok: true }));

app.use('/team', requireBearerAuth({ verifier }));
// ok: mcp/http-server-unauthenticated
app.all('/team/mcp', async (req, res) => transport.handleRequest(req, res));

// ruleid: mcp/http-server-unauthenticated
createServer(async (req, res) => {
  await transport.handleRequest(req, res);
}).listen(4000);

// ok: mcp/http-server-unauthenticated
createServer(async (req, res) => {
  if (!(await verifier.verifyAccessToken(req.headers.authorization ?? ''))) return res.writeHead(401).end();
  await transport.handleRequest(req, res);
}).listen(4001);

// ok: mcp/http-server-unauthenticated
app.post('/orders', async (req, res) => res.json(await orders.create(req.body)));
