import express from 'express';
import { z } from 'zod';
import { requireAuth } from './auth';

const app = express();
app.use(requireAuth);

const Schema = z.object({ theme: z.enum(['light', 'dark']), rows: z.number().int().max(200) }).strict();
const settings = { theme: 'light', rows: 20 };
const labels = new Map<string, string>();

export function merge(target: Record<string, unknown>, source: Record<string, unknown>): Record<string, unknown> {
  for (const key of Object.keys(source)) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') continue;
    const value = source[key];
    target[key] =
      typeof value === 'object' && value !== null ? merge((target[key] ?? {}) as Record<string, unknown>, value as Record<string, unknown>) : value;
  }
  return target;
}

app.post('/settings', (req, res) => {
  const { theme, rows } = Schema.parse(req.body);
  settings.theme = theme;
  settings.rows = rows;
  res.json(settings);
});

app.post('/labels', (req, res) => {
  labels.set(String(req.body.key), String(req.body.text));
  res.status(204).end();
});
