import express from 'express';
import { requireAuth } from './auth';
import { prisma } from './prisma';

const app = express();
app.use(requireAuth);

app.patch('/me', async (req, res) => {
  const { name, language } = req.body;
  await prisma.user.update({ where: { id: req.user.id }, data: { name, language } });
  res.status(204).end();
});
