import express from 'express';
import { requireAuth } from './auth';
import { prisma } from './prisma';

const app = express();

app.delete('/orders/:id', requireAuth, async (req, res) => {
  await prisma.order.deleteMany({ where: { id: req.params.id, userId: req.user.id } });
  res.status(204).end();
});
