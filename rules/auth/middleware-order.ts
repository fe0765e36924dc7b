import express, { Router } from 'express';
import { db } from './db';
import { requireAuth } from './middleware/auth';

const app = express();
app.use(express.json());

// ok: auth/middleware-order
app.post('/login', async (req, res) => res.json(await db.session.create({ data: { email: req.body.email } })));
// ok: auth/middleware-order
app.get('/products', async (req, res) => res.json(await db.product.findMany()));
// ruleid: auth/middleware-order
app.post('/orders', async (req, res) => res.json(await db.order.create({ data: { item: req.body.item } })));
// ok: auth/middleware-order
app.put('/orders/:id', requireAuth, async (req, res) => res.json(await db.order.update({ where: { id: req.params.id }, data: {} })));
// ruleid: auth/middleware-order
app.delete('/orders/:id', async (req, res) => {
  await db.order.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

app.use(requireAuth);

// ok: auth/middleware-order
app.delete('/items/:id', async (req, res) => {
  await db.item.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

const notes = Router();
// ruleid: auth/middleware-order
notes.patch('/:id', async (req, res) => res.json(await db.note.update({ where: { id: req.params.id }, data: { text: req.body.text } })));
notes.use(requireAuth);
// ok: auth/middleware-order
notes.delete('/:id', async (req, res) => res.json(await db.note.delete({ where: { id: req.params.id } })));
export { notes };

// The guard of another path says nothing about this one.
const mixed = Router();
// ok: auth/middleware-order
mixed.post('/comments', async (req, res) => res.json(await db.comment.create({ data: { text: req.body.text } })));
mixed.use('/admin', requireAuth);
// ok: auth/middleware-order
mixed.use((error: Error, _req: unknown, res: express.Response, _next: unknown) => res.status(500).end());
export { mixed };
