import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';

const server = new McpServer({ name: 'issues', version: '1.0.0' });

// ruleid: mcp/secret-as-tool-argument
server.tool('list_issues', { repo: z.string(), token: z.string() }, async ({ repo, token }) => list(repo, token));

server.registerTool(
  'charge',
  // ruleid: mcp/secret-as-tool-argument
  { inputSchema: { apiKey: z.string().min(10), amount: z.number() } },
  async ({ apiKey, amount }) => charge(apiKey, amount),
);

// ruleid: mcp/secret-as-tool-argument
server.tool('login', { user: z.string(), password: z.string() }, async ({ user, password }) => login(user, password));

// ok: mcp/secret-as-tool-argument
server.tool('list_own', { repo: z.string(), page_token: z.string().optional() }, async ({ repo }) => list(repo, process.env.GITHUB_TOKEN));

// ok: mcp/secret-as-tool-argument
server.tool('complete', { prompt: z.string(), maxTokens: z.number() }, async ({ prompt }) => complete(prompt));

// ok: mcp/secret-as-tool-argument
export const LoginForm = z.object({ user: z.string(), password: z.string() });
