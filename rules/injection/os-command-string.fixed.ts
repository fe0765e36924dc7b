import { execFile } from 'node:child_process';
import express from 'express';
import { requireAuth } from './auth';

const app = express();
const hosts = new Map([['web', 'web.internal.example'], ['db', 'db.internal.example']]);
app.use(requireAuth);

app.get('/ping', (req, res) => {
  const host = hosts.get(String(req.query.host));
  if (!host) return res.status(400).json({ error: 'unknown host' });
  execFile('ping', ['-c', '1', host], (error) => res.json({ up: error === null }));
});
