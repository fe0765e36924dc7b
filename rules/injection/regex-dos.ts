import express from 'express';
import escapeStringRegexp from 'escape-string-regexp';
import { products } from './catalogue';

const app = express();
const EMAIL = /^([a-zA-Z0-9]+)*@example\.com$/;

app.get('/search', (req, res) => {
  // ruleid: injection/regex-dos
  const pattern = new RegExp(req.query.q as string, 'i');
  res.json(products.filter((product) => pattern.test(product.name)));
});

app.post('/subscribe', (req, res) => {
  // ruleid: injection/regex-dos
  if (!EMAIL.test(req.body.email)) return res.status(400).end();
  res.end();
});

app.post('/tags', (req, res) => {
  const tags = req.body.tags;
  // ruleid: injection/regex-dos
  res.json({ valid: /^(\w+\s?)*$/.test(tags) });
});

app.get('/search-escaped', (req, res) => {
  // ok: injection/regex-dos
  const pattern = new RegExp(escapeStringRegexp(String(req.query.q)), 'i');
  res.json(products.filter((product) => pattern.test(product.name)));
});

app.get('/search-inline', (req, res) => {
  const escaped = String(req.query.q).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // ok: injection/regex-dos
  res.json(products.filter((product) => new RegExp(escaped).test(product.name)));
});

app.post('/slug', (req, res) => {
  // ok: injection/regex-dos
  res.json({ valid: /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(req.body.slug) });
});
