import { SSEServerTransport } from '@modelcontextprotocol/sdk/server/sse.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import express from 'express';
import Fastify from 'fastify';

const app = express();
const fastify = Fastify();

// ruleid: mcp/bind-all-interfaces
app.listen(3000, '0.0.0.0', () => console.error('ready'));

// ruleid: mcp/bind-all-interfaces
fastify.listen({ port: 3000, host: '0.0.0.0' });

// ruleid: mcp/bind-all-interfaces
server.start({ transportType: 'httpStream', httpStream: { port: 8080, host: '0.0.0.0' } });

// ruleid: mcp/bind-all-interfaces
process.env.DANGEROUSLY_OMIT_AUTH = 'true';

// ok: mcp/bind-all-interfaces
app.listen(3000, '127.0.0.1');

// ok: mcp/bind-all-interfaces
fastify.listen({ port: 3000, host: '127.0.0.1' });

// ok: mcp/bind-all-interfaces
server.start({ transportType: 'httpStream', httpStream: { port: 8080, host: 'localhost' } });
