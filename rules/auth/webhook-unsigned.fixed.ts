import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import Stripe from 'stripe';
import { Webhook } from 'svix';
import { deployments, orders, users } from './store';

const app = express();
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);

app.post('/webhooks/stripe', express.raw({ type: 'application/json' }), async (req, res) => {
  let event: Stripe.Event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature']!, process.env.STRIPE_WEBHOOK_SECRET!);
  } catch {
    return res.sendStatus(400);
  }
  await orders.fulfil(event.data.object);
  res.json({ received: true });
});

app.post('/webhooks/clerk', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = new Webhook(process.env.CLERK_WEBHOOK_SECRET!).verify(req.body, req.headers);
  await users.create(event.data);
  res.sendStatus(204);
});

app.post('/github/webhook', express.raw({ type: 'application/json' }), async (req, res) => {
  const digest = `sha256=${createHmac('sha256', process.env.GITHUB_WEBHOOK_SECRET!).update(req.body).digest('hex')}`;
  const sent = Buffer.from(String(req.headers['x-hub-signature-256']));
  if (sent.length !== digest.length || !timingSafeEqual(sent, Buffer.from(digest))) return res.sendStatus(400);
  const { ref, after } = JSON.parse(req.body.toString());
  await deployments.create({ branch: ref, commit: after });
  res.sendStatus(202);
});
