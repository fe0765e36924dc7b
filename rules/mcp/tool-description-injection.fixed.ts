import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { add, mul } from './sums';

const server = new McpServer({ name: 'sums', version: '1.0.0' });

server.tool('add', 'Adds two numbers.', { a: z.number().describe('First number'), b: z.number() }, add);

server.registerTool('mul', { description: 'Multiplies two numbers.', inputSchema: { a: z.number(), b: z.number() } }, mul);
