import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { cors } from 'hono/cors';
import { jwt } from 'hono/jwt';
import { logger } from 'hono/logger';
import { db } from './db';

const app = new Hono<{ Variables: { user: { id: string } } }>().basePath('/api');
app.use('*', logger(), cors());

// ruleid: auth/node-framework-unauthenticated-route
app.delete('/users/:id', async (c) => {
  await db.delete('users', c.req.param('id'));
  return c.body(null, 204);
});

// ok: auth/node-framework-unauthenticated-route
app.delete('/teams/:id', bearerAuth({ token: process.env.API_TOKEN! }), async (c) => {
  await db.delete('teams', c.req.param('id'));
  return c.body(null, 204);
});

// The pattern covers `/orders` alone, not what is below it.
app.use('/orders', jwt({ secret: process.env.JWT_SECRET! }));
// ok: auth/node-framework-unauthenticated-route
app.post('/orders', async (c) => c.json(await db.insert('orders', await c.req.json())));
// ruleid: auth/node-framework-unauthenticated-route
app.put('/orders/:id', async (c) => c.json(await db.update('orders', c.req.param('id'), await c.req.json())));

app.use('/invoices/*', jwt({ secret: process.env.JWT_SECRET! }));
// ok: auth/node-framework-unauthenticated-route
app.post('/invoices', async (c) => c.json(await db.insert('invoices', await c.req.json())));
// ok: auth/node-framework-unauthenticated-route
app.put('/invoices/:id', async (c) => c.json(await db.update('invoices', c.req.param('id'), await c.req.json())));

// ok: auth/node-framework-unauthenticated-route
app.patch('/profile', async (c) => {
  const user = c.get('user');
  if (!user) return c.json({ error: 'unauthorized' }, 401);
  return c.json(await db.update('users', user.id, await c.req.json()));
});

// ok: auth/node-framework-unauthenticated-route
app.post('/webhooks/github', async (c) => c.json(await db.insert('events', await c.req.json())));

const guarded = new Hono()
  .use(async (c, next) => {
    if (!c.req.header('Authorization')) return c.text('Unauthorized', 401);
    await next();
  })
  // ok: auth/node-framework-unauthenticated-route
  .post('/', async (c) => c.json(await db.insert('reports', await c.req.json())))
  // ok: auth/node-framework-unauthenticated-route
  .delete('/:id', async (c) => c.json(await db.delete('reports', c.req.param('id'))));
app.route('/reports', guarded);

const bare = new Hono()
  .get('/', async (c) => c.json(await db.select('coupons')))
  // ruleid: auth/node-framework-unauthenticated-route
  .delete('/:id', async (c) => c.json(await db.delete('coupons', c.req.param('id'))));
app.route('/coupons', bare);

export default app;
