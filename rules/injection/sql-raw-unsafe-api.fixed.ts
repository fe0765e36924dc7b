import { PrismaClient } from '@prisma/client';
import { sql } from 'drizzle-orm';
import express from 'express';
import { requireAuth } from './auth';
import { db, knex } from './db';
import { orders } from './schema';

const app = express();
app.use(requireAuth);
const prisma = new PrismaClient();
const COLUMNS: Record<string, string> = { total: 'total', created: 'created_at' };

app.get('/orders', async (req, res) => {
  const status = String(req.query.status);
  const column = COLUMNS[String(req.query.sort)] ?? 'created_at';
  const byPrisma = await prisma.$queryRaw`SELECT id, total FROM orders WHERE status = ${status} AND owner = ${req.user.id}`;
  const byDrizzle = await db.select().from(orders).where(sql`status = ${status} AND owner = ${req.user.id}`);
  const byKnex = await knex('orders').where({ owner: req.user.id }).whereRaw('status = ?', [status]).orderBy(column);
  res.json({ byPrisma, byDrizzle, byKnex });
});
