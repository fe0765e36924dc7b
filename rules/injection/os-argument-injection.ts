import express from 'express';
import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const app = express();

app.get('/log', (req, res) => {
  // ruleid: injection/os-argument-injection
  execFile('git', ['log', '--oneline', req.query.ref as string], (error, out) => res.send(out));
});

app.post('/clone', (req, res) => {
  const { url } = req.body;
  // ruleid: injection/os-argument-injection
  const child = spawn('git', ['clone', url, '/srv/repos/new']);
  child.on('close', () => res.end());
});

app.post('/fetch', (req, res) => {
  // ruleid: injection/os-argument-injection
  execFile('curl', [req.body.target], (error, out) => res.type('text/plain').send(out));
});

app.get('/log-safe', (req, res) => {
  // ok: injection/os-argument-injection
  execFile('git', ['log', '--oneline', '--', String(req.query.file)], (error, out) => res.type('text').send(out));
});

app.get('/show', (req, res) => {
  const ref = String(req.query.ref);
  if (!/^[\w.][\w.\/-]*$/.test(ref)) return res.status(400).end();
  // ok: injection/os-argument-injection
  execFile('git', ['show', ref], (error, out) => res.type('text').send(out));
});

app.get('/echo', (req, res) => {
  // ok: injection/os-argument-injection
  execFile('echo', [String(req.query.text)], (error, out) => res.type('text').send(out));
});

app.post('/thumbnail', (req, res) => {
  const input = path.join('uploads', path.basename(req.body.file));
  // ok: injection/os-argument-injection
  execFile('convert', [input, '-resize', '50%', 'out.png'], () => res.end());
});

const run = promisify(execFile);

app.get('/blame', async (req, res) => {
  // ruleid: injection/os-argument-injection
  const { stdout } = await run('git', ['blame', String(req.query.file)]);
  res.type('text').send(stdout);
});

app.post('/mirror', (req, res) => {
  const args = ['clone', '--mirror', req.body.url, '/srv/mirror'];
  // ruleid: injection/os-argument-injection
  spawn('git', args);
  res.end();
});

app.post('/mirror-safe', (req, res) => {
  const args = ['clone', '--mirror', '--', req.body.url, '/srv/mirror'];
  // ok: injection/os-argument-injection
  spawn('git', args);
  res.end();
});

app.get('/rev', (req, res) => {
  // ok: injection/os-argument-injection
  execFile('git', ['rev-parse', '--end-of-options', String(req.query.ref)], (error, out) => res.type('text').send(out));
});
