import express from 'express';
import pino from 'pino';

const app = express();
const logger = pino();

app.post('/login', (req, res) => {
  // ruleid: injection/log-injection
  console.log(`Login attempt for ${req.body.username}`);
  res.end();
});

app.get('/search', (req, res) => {
  const term = req.query.q;
  // ruleid: injection/log-injection
  logger.info('search for ' + term);
  res.end();
});

app.get('/agent', (req, res) => {
  // ruleid: injection/log-injection
  logger.warn(`old client ${req.headers['user-agent']}`);
  res.end();
});

app.post('/login-field', (req, res) => {
  // ok: injection/log-injection
  logger.info({ username: req.body.username }, 'login attempt');
  res.end();
});

app.post('/login-clean', (req, res) => {
  const name = String(req.body.username).replace(/[\r\n]/g, '');
  // ok: injection/log-injection
  console.log(`Login attempt for ${name}`);
  res.end();
});

app.get('/orders/:id', (req, res) => {
  const id = Number(req.params.id);
  // ok: injection/log-injection
  console.log(`order ${id}`);
  res.end();
});

app.get('/documents/:name', (req, res) => {
  const { name } = req.params;
  // ok: injection/log-injection
  logger.warn('missing document', { name });
  res.status(404).end();
});
