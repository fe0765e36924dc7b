import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import express from 'express';

const app = express();

app.post('/mcp', async (req, res) => {
  // ruleid: mcp/dns-rebinding-unprotected
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
  await transport.handleRequest(req, res, req.body);
});

app.post('/off', async (req, res) => {
  // ruleid: mcp/dns-rebinding-unprotected
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined, enableDnsRebindingProtection: false });
  await transport.handleRequest(req, res, req.body);
});

app.post('/protected', async (req, res) => {
  // ok: mcp/dns-rebinding-unprotected
  const transport = new StreamableHTTPServerTransport({
    sessionIdGenerator: undefined,
    enableDnsRebindingProtection: true,
    allowedHosts: ['127.0.0.1:3000'],
  });
  await transport.handleRequest(req, res, req.body);
});

app.listen(3000, '127.0.0.1');
