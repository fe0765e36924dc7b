import express from 'express';

const app = express();

app.post('/login', (req, res) => {
  const token = signIn(req.body);
  if (!token) return res.status(401).end();
  res.cookie('session', token, { httpOnly: true, secure: true, sameSite: 'lax' });
  res.status(204).end();
});
