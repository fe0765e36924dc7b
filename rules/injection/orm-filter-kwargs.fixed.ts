import express from 'express';
import { z } from 'zod';
import { requireAuth } from './auth';
import { prisma } from './db';

const app = express();
app.use(requireAuth);
const Query = z.object({ name: z.string().max(80), city: z.string().max(80).optional() }).strict();

app.get('/users', async (req, res) => {
  const query = Query.parse(req.query);
  res.json(await prisma.user.findMany({ where: { name: query.name }, select: { id: true, name: true }, take: 50 }));
});
