import { randomUUID } from 'node:crypto';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';

let counter = 0;

// ruleid: mcp/session-as-auth
export const random = new StreamableHTTPServerTransport({ sessionIdGenerator: () => Math.random().toString(36).slice(2) });

// ruleid: mcp/session-as-auth
export const counted = new StreamableHTTPServerTransport({ sessionIdGenerator: () => String(counter++) });

// ruleid: mcp/session-as-auth
export const timed = new StreamableHTTPServerTransport({ sessionIdGenerator: () => `session-${Date.now()}` });

// ok: mcp/session-as-auth
export const uuid = new StreamableHTTPServerTransport({ sessionIdGenerator: () => randomUUID() });

// ok: mcp/session-as-auth
export const named = new StreamableHTTPServerTransport({ sessionIdGenerator: () => `session-${Date.now()}-${crypto.randomUUID()}` });

// ok: mcp/session-as-auth
export const stateless = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
