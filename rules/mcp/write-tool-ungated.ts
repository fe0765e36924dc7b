import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { db } from './db';
import { requireScope } from './scopes';

const server = new McpServer({ name: 'orders', version: '1.0.0' });

// ruleid: mcp/write-tool-ungated
server.tool('delete_order', { id: z.string() }, async ({ id }) => {
  await db.order.delete({ where: { id } });
  return { content: [{ type: 'text', text: 'gone' }] };
});

// ruleid: mcp/write-tool-ungated
server.registerTool('create_refund', { description: 'Refunds an order', inputSchema: { id: z.string() } }, async ({ id }) => {
  await db.refund.create({ data: { orderId: id } });
  return { content: [] };
});

// ruleid: mcp/write-tool-ungated
server.tool('sendInvoice', 'Sends an invoice', { id: z.string() }, async ({ id }) => {
  await mail.send({ id });
  return { content: [] };
});

// ok: mcp/write-tool-ungated
server.tool('list_orders', {}, async () => ({ content: [{ type: 'text', text: JSON.stringify(await db.order.findMany()) }] }));

// ok: mcp/write-tool-ungated
server.registerTool(
  'update_order',
  { inputSchema: { id: z.string() }, annotations: { readOnlyHint: false, destructiveHint: true } },
  async ({ id }) => {
    await db.order.update({ where: { id }, data: { seen: true } });
    return { content: [] };
  },
);

// ok: mcp/write-tool-ungated
server.tool('delete_invoice', { id: z.string() }, async ({ id }, extra) => {
  if (!extra.authInfo?.scopes.includes('invoices:write')) throw new Error('forbidden');
  await db.invoice.delete({ where: { id } });
  return { content: [] };
});

// ok: mcp/write-tool-ungated
server.tool('delete_customer', { id: z.string() }, requireScope('customers:write', async ({ id }) => db.customer.delete({ where: { id } })));

// ok: mcp/write-tool-ungated
server.tool('drop_draft', { id: z.string() }, async ({ id }) => {
  const answer = await server.server.elicitInput({ message: `Delete ${id}?`, requestedSchema: { type: 'object', properties: {} } });
  if (answer.action === 'accept') await db.draft.delete({ where: { id } });
  return { content: [] };
});

// ok: mcp/write-tool-ungated
server.tool('create_title', { text: z.string() }, async ({ text }) => ({ content: [{ type: 'text', text: text.toUpperCase() }] }));
