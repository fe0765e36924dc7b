import { createMcpHandler, withMcpAuth } from 'mcp-handler';
import { verifyToken } from './auth';

// ruleid: mcp/http-server-unauthenticated
const handler = createMcpHandler((server) => {
  server.tool('roll', {}, async () => ({ content: [] }));
});
export { handler as GET, handler as POST };

const inner = createMcpHandler((server) => {
  server.tool('roll', {}, async () => ({ content: [] }));
});
// ok: mcp/http-server-unauthenticated
export const DELETE = withMcpAuth(inner, verifyToken, { required: true });
