import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import express from 'express';
import { requireAuth } from './auth';

const app = express();
app.use(requireAuth);
const run = promisify(execFile);

app.get('/log', async (req, res) => {
  const ref = String(req.query.ref);
  if (!/^[\w.][\w./-]*$/.test(ref)) return res.status(400).end();
  const { stdout } = await run('git', ['log', '--oneline', '--end-of-options', ref], { cwd: '/srv/repo' });
  res.type('text/plain').send(stdout);
});

app.get('/history', async (req, res) => {
  const { stdout } = await run('git', ['log', '--oneline', '--', String(req.query.file)], { cwd: '/srv/repo' });
  res.type('text/plain').send(stdout);
});

app.get('/branch', async (req, res) => {
  const { stdout } = await run('git', ['rev-parse', '--end-of-options', String(req.query.branch)], { cwd: '/srv/repo' });
  res.type('text/plain').send(stdout);
});
