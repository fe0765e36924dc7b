import { createMcpExpressApp } from '@modelcontextprotocol/sdk/server/express.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';

// ruleid: mcp/dns-rebinding-unprotected
export const wide = createMcpExpressApp({ host: '0.0.0.0' });

// ok: mcp/dns-rebinding-unprotected
export const listed = createMcpExpressApp({ host: '0.0.0.0', allowedHosts: ['mcp.example.com'] });

// ok: mcp/dns-rebinding-unprotected
const local = createMcpExpressApp();

local.post('/mcp', async (req, res) => {
  // ok: mcp/dns-rebinding-unprotected
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
  await transport.handleRequest(req, res, req.body);
});

local.listen(3000, '127.0.0.1');
