import express from 'express';
import { requireAuth } from './auth';
import { db } from './db';

const app = express();
app.use(requireAuth);

app.delete('/posts/:id', async (req, res) => {
  if (req.user.role !== 'admin') return res.sendStatus(403);
  await db.post.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

app.get('/reports', async (req, res) => {
  const { role } = await db.user.findUniqueOrThrow({ where: { id: req.user.id }, select: { role: true } });
  res.json(role === 'admin' ? await db.report.findMany({ take: 50 }) : []);
});
