import express from 'express';
import { Pool } from 'pg';
import { requireUser } from './auth';

const app = express();
const pool = new Pool();
const STATEMENTS = new Map([['order', 'SELECT id, total FROM orders WHERE id = $1 AND owner = $2']]);

app.post('/reports', requireUser, async (req, res) => {
  const statement = STATEMENTS.get(String(req.body.name));
  if (!statement) return res.status(400).end();
  const { rows } = await pool.query(statement, [Number(req.body.id), req.user.id]);
  res.json(rows);
});
