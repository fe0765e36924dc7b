import { generateText, tool } from 'ai';
import { z } from 'zod';
import { model } from './model';
import { refund } from './payments';

export function run(prompt: string) {
  return generateText({
    model,
    maxOutputTokens: 800,
    system: 'You answer questions about orders. Use the tool refund_order for refunds.',
    prompt,
    tools: {
      refund_order: tool({
        description: 'Refunds an order',
        inputSchema: z.object({ orderId: z.string().uuid() }),
        needsApproval: true,
        execute: ({ orderId }) => refund(orderId, process.env.STRIPE_SECRET_KEY!),
      }),
    },
  });
}
