import express from 'express';

const app = express();
const targets: Record<string, string> = { account: '/account', orders: '/orders' };

app.get('/login/done', (req, res) => {
  const next = String(req.query.next ?? '');
  const to = next.startsWith('/') && !next.startsWith('//') ? next : '/';
  res.redirect(to);
});

app.get('/go', (req, res) => {
  res.redirect(targets[String(req.query.to)] ?? '/');
});
