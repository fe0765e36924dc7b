import express from 'express';
import { db } from './db';
import { requireAuth } from './auth';

const app = express();
app.use(requireAuth);

app.get('/orders/:id', async (req, res) => {
  const { rows } = await db.query('SELECT id, total FROM orders WHERE id = $1 AND user_id = $2', [req.params.id, req.user.id]);
  res.json(rows);
});
