import express from 'express';
import { Pool } from 'pg';

const app = express();
const pool = new Pool();
const STATEMENTS = new Map([['all', 'SELECT id FROM orders']]);

app.post('/sql', async (req, res) => {
  // ruleid: injection/sql-from-request
  res.json(await pool.query(req.body.sql));
});

app.get('/sql', async (req, res) => {
  const { query } = req.query;
  // ruleid: injection/sql-from-request
  res.json(await pool.query(query));
});

app.post('/command', async (req, res) => {
  const statement = req.body.statement as string;
  // ruleid: injection/sql-from-request
  res.json(await this.db.execute(statement, []));
});

app.post('/named', async (req, res) => {
  const sql = STATEMENTS.get(req.body.name) ?? '';
  // ok: injection/sql-from-request
  res.json(await pool.query(sql, [req.body.id]));
});

app.get('/search', async (req, res) => {
  // ok: injection/sql-from-request
  res.json(await index.query(req.query.q));
  // ok: injection/sql-from-request
  res.json(await db.query(req.query));
  // ok: injection/sql-from-request
  res.json(await pool.query(buildQuery(req.query.sql)));
  const query = buildQuery(req.query);
  // ok: injection/sql-from-request
  res.json(await pool.query(query));
  // ok: injection/sql-from-request
  res.json(await pool.query('SELECT id FROM orders WHERE id = $1', [req.query.q]));
});
