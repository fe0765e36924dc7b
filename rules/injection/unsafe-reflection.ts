import express from 'express';
import * as reports from './reports';

const app = express();
const HANDLERS = new Map([['sum', reports.sum]]);

app.post('/rpc', (req, res) => {
  // ruleid: injection/unsafe-reflection
  res.json(reports[req.body.method](...req.body.args));
});

app.get('/plugin/:name', (req, res) => {
  // ruleid: injection/unsafe-reflection
  const plugin = require(`./plugins/${req.params.name}`);
  res.json(plugin.run());
});

app.get('/lazy', async (req, res) => {
  // ruleid: injection/unsafe-reflection
  const mod = await import(String(req.query.module));
  res.json(mod.default());
});

app.post('/rpc-map', (req, res) => {
  const handler = HANDLERS.get(req.body.method);
  // ok: injection/unsafe-reflection
  if (!handler) return res.status(400).end();
  res.json(handler());
});

const METHODS = ['sum', 'mean'];

app.post('/rpc-list', (req, res) => {
  const method = req.body.method;
  if (!METHODS.includes(method)) return res.status(400).end();
  // ok: injection/unsafe-reflection
  res.json(reports[method]());
});

app.get('/label', (req, res) => {
  // ok: injection/unsafe-reflection
  res.json(labels[req.query.lang]);
});
