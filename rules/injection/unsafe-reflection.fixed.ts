import express from 'express';
import { requireAuth } from './auth';
import { mean, sum } from './reports';

const app = express();
app.use(requireAuth);
const ACTIONS = new Map([
  ['sum', sum],
  ['mean', mean],
]);

app.post('/rpc', (req, res) => {
  const action = ACTIONS.get(String(req.body.method));
  if (!action) return res.status(400).end();
  res.json(action(req.body.values));
});
