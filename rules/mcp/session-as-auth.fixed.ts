import { requireBearerAuth } from '@modelcontextprotocol/sdk/server/auth/middleware/bearerAuth.js';
import { createMcpExpressApp } from '@modelcontextprotocol/sdk/server/express.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { buildServer } from './server';
import { verifier } from './verifier';

const app = createMcpExpressApp();
const sessions = new Map<string, { owner: string; transport: StreamableHTTPServerTransport }>();

app.post('/mcp', requireBearerAuth({ verifier }), async (req, res) => {
  const owner = req.auth!.clientId;
  const known = sessions.get(String(req.headers['mcp-session-id']));
  if (known && known.owner !== owner) return res.sendStatus(403);
  const transport =
    known?.transport ??
    new StreamableHTTPServerTransport({
      sessionIdGenerator: () => crypto.randomUUID(),
      onsessioninitialized: (id) => {
        sessions.set(id, { owner, transport });
      },
    });
  if (!known) await buildServer().connect(transport);
  await transport.handleRequest(req, res, req.body);
});

app.listen(3000, '127.0.0.1');
