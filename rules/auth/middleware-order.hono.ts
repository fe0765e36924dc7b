import { Hono } from 'hono';
import { jwt } from 'hono/jwt';
import { db } from './db';

const app = new Hono();
// ruleid: auth/middleware-order
app.delete('/users/:id', async (c) => c.json(await db.delete('users', c.req.param('id'))));
app.use('/users/*', jwt({ secret: process.env.JWT_SECRET! }));
// ok: auth/middleware-order
app.put('/users/:id', async (c) => c.json(await db.update('users', c.req.param('id'), await c.req.json())));

export default app;
