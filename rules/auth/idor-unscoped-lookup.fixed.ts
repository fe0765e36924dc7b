import express from 'express';
import { requireAuth } from './auth';
import { prisma } from './db';
import { Note } from './models';

const app = express();
app.use(requireAuth);

app.get('/orders/:id', async (req, res) => {
  const order = await prisma.order.findFirst({ where: { id: req.params.id, userId: req.user.id } });
  if (!order) return res.sendStatus(404);
  res.json(order);
});

app.delete('/notes/:id', async (req, res) => {
  const { deletedCount } = await Note.deleteOne({ _id: req.params.id, owner: req.user.id });
  res.sendStatus(deletedCount ? 204 : 404);
});
