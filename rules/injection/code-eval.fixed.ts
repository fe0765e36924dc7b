import express from 'express';
import { requireAuth } from './auth';

const app = express();
const operations: Record<string, (a: number, b: number) => number> = { add: (a, b) => a + b, sub: (a, b) => a - b };
app.use(requireAuth);

app.get('/calc', (req, res) => {
  const operation = operations[String(req.query.op)];
  if (!operation) return res.status(400).json({ error: 'unknown operation' });
  res.json({ result: operation(Number(req.query.a), Number(req.query.b)) });
});
