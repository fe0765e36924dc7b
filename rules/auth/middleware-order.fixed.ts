import express from 'express';
import { db } from './db';
import { requireAuth } from './middleware/auth';

const app = express();
app.use(express.json());

app.get('/products', async (req, res) => res.json(await db.product.findMany({ take: 50 })));

app.use(requireAuth);

app.post('/orders', async (req, res) => {
  res.status(201).json(await db.order.create({ data: { item: String(req.body.item), userId: req.user.id } }));
});

app.delete('/orders/:id', async (req, res) => {
  const { count } = await db.order.deleteMany({ where: { id: req.params.id, userId: req.user.id } });
  res.sendStatus(count > 0 ? 204 : 404);
});
