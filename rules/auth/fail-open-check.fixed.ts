import jwt from 'jsonwebtoken';
import { app } from './app';
import { requireAuth } from './auth';
import { db } from './db';

export function verifyToken(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization.slice(7), process.env.JWT_SECRET, { algorithms: ['HS256'] });
  } catch {
    return res.status(401).json({ error: 'invalid token' });
  }
  next();
}

export async function hasAccess(user, id) {
  try {
    const item = await db.item.find(id);
    return item.ownerId === user.id;
  } catch {
    return false;
  }
}

app.delete('/items/:id', requireAuth, async (req, res) => {
  const item = await db.item.find(req.params.id);
  if (!req.user || item?.ownerId !== req.user.id) return res.sendStatus(403);
  await db.item.delete(item.id);
  res.sendStatus(204);
});

app.post('/sync', async (req, res) => {
  if (!process.env.API_KEY || req.headers['x-api-key'] !== process.env.API_KEY) return res.sendStatus(401);
  await db.item.sync();
  res.sendStatus(202);
});
