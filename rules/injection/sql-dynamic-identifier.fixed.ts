import express from 'express';
import { requireAuth } from './auth';
import { knex } from './db';

const app = express();
app.use(requireAuth);
const COLUMNS: Record<string, string> = { name: 'users.name', created: 'users.created_at' };
const DIRECTIONS: Record<string, 'asc' | 'desc'> = { asc: 'asc', desc: 'desc' };

app.get('/users', async (req, res) => {
  const column = COLUMNS[String(req.query.sort)];
  if (!column) return res.status(400).end();
  const direction = DIRECTIONS[String(req.query.dir)] ?? 'asc';
  res.json(await knex('users').select('id', 'name').orderBy(column, direction).limit(50));
});
