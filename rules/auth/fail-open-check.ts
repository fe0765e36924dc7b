import jwt from 'jsonwebtoken';
import { db } from './db';

export function requireAuth(req, res, next) {
  // ruleid: auth/fail-open-check
  try {
    req.user = jwt.verify(req.headers.authorization.slice(7), process.env.JWT_SECRET);
    next();
  } catch (error) {
    console.error(error);
    next();
  }
}

export function verifyToken(req, res, next) {
  // ok: auth/fail-open-check
  try {
    req.user = jwt.verify(req.headers.authorization.slice(7), process.env.JWT_SECRET);
    next();
  } catch {
    res.status(401).json({ error: 'invalid token' });
  }
}

export function optionalAuth(req, res, next) {
  // ok: auth/fail-open-check
  try {
    req.user = jwt.verify(req.headers.authorization.slice(7), process.env.JWT_SECRET);
  } catch {
    next();
    return;
  }
  next();
}

const hasAccess = async (user, id) => {
  // ruleid: auth/fail-open-check
  try {
    const item = await db.item.find(id);
    return item.ownerId === user.id;
  } catch (error) {
    return true;
  }
};

app.delete('/items/:id', async (req, res) => {
  // ruleid: auth/fail-open-check
  if (!req.user) {
    res.status(401).json({ error: 'sign in' });
  }
  await db.item.delete(req.params.id);
  res.sendStatus(204);
});

app.put('/items/:id', async (req, res) => {
  // ruleid: auth/fail-open-check
  if (req.user.role !== 'admin') res.sendStatus(403);
  await db.item.update(req.params.id, req.body);
  res.sendStatus(204);
});

app.patch('/items/:id', async (req, res) => {
  // ok: auth/fail-open-check
  if (!req.user) {
    return res.status(401).json({ error: 'sign in' });
  }
  // ok: auth/fail-open-check
  if (req.user.role !== 'admin') {
    res.status(403).end();
    return;
  }
  // ok: auth/fail-open-check
  if (!req.body.name) {
    res.status(400).end();
  } else {
    await db.item.update(req.params.id, req.body);
  }
  res.sendStatus(204);
});

app.get('/items/:id', (req, res) => {
  // ok: auth/fail-open-check
  if (req.user.id === req.params.id) {
    res.json(db.item.get(req.params.id));
  } else {
    res.status(403).end();
  }
});

async function isAdmin(user) {
  return (await db.role.of(user)) === 'admin';
}

export async function purge(req, res) {
  // ruleid: auth/fail-open-check
  if (!isAdmin(req.user)) return res.sendStatus(403);
  // ok: auth/fail-open-check
  if (!(await isAdmin(req.user))) return res.sendStatus(403);
  await db.item.purge();
}

app.post('/sync', async (req, res) => {
  // ruleid: auth/fail-open-check
  if (process.env.API_KEY && req.headers['x-api-key'] !== process.env.API_KEY) return res.sendStatus(401);
  // ok: auth/fail-open-check
  if (!process.env.API_KEY || req.headers['x-api-key'] !== process.env.API_KEY) return res.sendStatus(401);
  await db.item.sync();
});

export async function remove(user, id) {
  const item = await db.item.find(id);
  if (user) {
    // ruleid: auth/fail-open-check
    if (item.ownerId !== user.id) {
      throw new Error('not yours');
    }
  }
  await db.item.delete(id);
}

export async function publish(user, id) {
  const item = await db.item.find(id);
  // ok: auth/fail-open-check
  if (!user || item.ownerId !== user.id) throw new Error('not yours');
  // ruleid: auth/fail-open-check
  if (user.role === 'admin' || 'owner') await db.item.publish(id);
  // ok: auth/fail-open-check
  if (user.role === 'admin' || user.role === 'owner') await db.item.publish(id);
}

export function isValidEmail(text) {
  // ok: auth/fail-open-check
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}
