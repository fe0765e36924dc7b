import express from 'express';
import libxmljs from 'libxmljs';
import { requireAuth } from './auth';

const app = express();
app.use(requireAuth);
app.use(express.text({ type: 'application/xml', limit: '100kb' }));

app.post('/import', (req, res) => {
  const document = libxmljs.parseXml(req.body, { nonet: true });
  res.json({ title: document.get('//title')?.text() });
});
