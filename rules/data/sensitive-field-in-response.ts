import express from 'express';
const app = express();

app.get('/me', async (req, res) => {
  const user = await find(req.user.id);
  // ruleid: data/sensitive-field-in-response
  res.json({ id: user.id, passwordHash: user.passwordHash });
  // ruleid: data/sensitive-field-in-response
  res.status(200).json({ user: { id: user.id, password: user.password } });
  // ruleid: data/sensitive-field-in-response
  res.send({ ssn: user.ssn });
  // ok: data/sensitive-field-in-response
  res.json({ id: user.id, email: user.email });
  // ok: data/sensitive-field-in-response
  res.json({ passwordChangedAt: user.passwordChangedAt });
});

app.get('/given', async (req, res) => {
  const user = await find(req.user.id);
  // ok: data/sensitive-field-in-response
  res.json({ id: user.id, hasPassword: Boolean(user.passwordHash) });
});
