import express from 'express';
import Stripe from 'stripe';

const app = express();

// ruleid: auth/webhook-unsigned
app.post('/webhook', async (req, res) => {
  const event = req.body;
  if (event.type === 'checkout.session.completed') {
    await prisma.user.update({ where: { email: event.data.object.customer_email }, data: { plan: 'pro' } });
  }
  res.json({ received: true });
});
// ruleid: auth/webhook-unsigned
router.post('/api/webhooks/stripe', express.json(), async (req, res) => {
  await fulfillOrder(req.body.data.object);
  res.sendStatus(200);
});
// ruleid: auth/webhook-unsigned
app.post('/github/webhook', (req, res) => {
  deployments.create({ branch: req.body.ref, commit: req.body.after });
  res.status(202).end();
});
// ruleid: auth/webhook-unsigned
fastify.post('/webhooks/clerk', async (request, reply) => {
  const { type, data } = request.body;
  if (type === 'user.deleted') await db.delete(users).where(eq(users.clerkId, data.id));
  return { ok: true };
});
// ruleid: auth/webhook-unsigned
app.post('/stripe-webhook', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = JSON.parse(req.body.toString());
  await Subscription.findOneAndUpdate({ customer: event.data.object.customer }, { active: true });
  await subscriptions.save(event);
  res.json({ received: true });
});
// ruleid: auth/webhook-unsigned
hono.post('/webhooks/payments', async (c) => {
  const body = await c.req.json();
  await markPaid(body.orderId);
  return c.json({ ok: true });
});

// ok: auth/webhook-unsigned
app.post('/webhook', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature']!, process.env.STRIPE_WEBHOOK!);
  await prisma.user.update({ where: { id: event.id }, data: { plan: 'pro' } });
  res.json({ received: true });
});
// ok: auth/webhook-unsigned
app.post('/webhooks/github', verifyGithub, async (req, res) => {
  await deployments.create({ branch: req.body.ref });
  res.end();
});
// ok: auth/webhook-unsigned
app.post('/webhooks/clerk', async (req, res) => {
  const event = new Webhook(process.env.CLERK_WEBHOOK!).verify(req.body, req.headers);
  await users.create(event.data);
  res.end();
});
// ok: auth/webhook-unsigned
app.post('/webhook', (req, res) => {
  res.status(200).send('ok');
});
// ok: auth/webhook-unsigned
app.post('/webhooks/:id/test', async (req, res) => {
  await hooks.send(req.params.id);
  res.end();
});
// ok: auth/webhook-unsigned
app.post('/orders', async (req, res) => {
  await orders.create(req.body);
  res.end();
});
// ok: auth/webhook-unsigned
app.post('/webhook', async (req, res) => {
  const digest = crypto.createHmac('sha256', key).update(req.rawBody).digest();
  if (!crypto.timingSafeEqual(digest, Buffer.from(req.headers['x-sig'], 'hex'))) return res.sendStatus(400);
  await orders.create(req.body);
  res.end();
});
