import path from 'node:path';
import express from 'express';
import { requireAuth } from './auth';

const app = express();
const root = path.resolve('uploads');
app.use(requireAuth);

app.get('/files/:name', (req, res) => {
  res.sendFile(path.join(root, path.basename(req.params.name)));
});
