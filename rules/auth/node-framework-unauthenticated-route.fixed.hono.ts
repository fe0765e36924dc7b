import { Hono } from 'hono';
import { jwt } from 'hono/jwt';
import { db } from './db';

const app = new Hono();
app.use('/api/*', jwt({ secret: process.env.JWT_SECRET!, alg: 'HS256' }));

app.delete('/api/orders/:id', async (c) => {
  const { sub } = c.get('jwtPayload');
  await db.delete('orders', { id: c.req.param('id'), owner: sub });
  return c.body(null, 204);
});

export default app;
