import express from 'express';
import _ from 'lodash';
import { z } from 'zod';

const app = express();
const settings: Record<string, any> = { theme: 'light', limits: { rows: 20 } };

function deepMerge(target: any, source: any): any {
  for (const key in source) {
    if (typeof source[key] === 'object' && source[key] !== null) {
      // ruleid: injection/prototype-pollution
      target[key] = deepMerge(target[key] || {}, source[key]);
    } else {
      // ruleid: injection/prototype-pollution
      target[key] = source[key];
    }
  }
  return target;
}

app.post('/settings', (req, res) => {
  deepMerge(settings, req.body);
  res.json(settings);
});

app.post('/settings/one', (req, res) => {
  // ruleid: injection/prototype-pollution
  settings[req.body.section][req.body.key] = req.body.value;
  res.end();
});

app.post('/preferences', (req, res) => {
  // ruleid: injection/prototype-pollution
  _.defaultsDeep(settings, req.body);
  res.end();
});

app.post('/path', (req, res) => {
  // ruleid: injection/prototype-pollution
  _.set(settings, req.body.path, req.body.value);
  res.end();
});

function safeMerge(target: any, source: any): any {
  for (const key of Object.keys(source)) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') continue;
    if (source[key] && typeof source[key] === 'object') {
      // ok: injection/prototype-pollution
      target[key] = safeMerge(target[key] ?? {}, source[key]);
    } else {
      // ok: injection/prototype-pollution
      target[key] = source[key];
    }
  }
  return target;
}

app.post('/settings-safe', (req, res) => {
  safeMerge(settings, req.body);
  res.json(settings);
});

const Settings = z.object({ theme: z.enum(['light', 'dark']) });

app.post('/settings-schema', (req, res) => {
  // ok: injection/prototype-pollution
  _.merge(settings, Settings.parse(req.body));
  res.end();
});

app.post('/flat', (req, res) => {
  // ok: injection/prototype-pollution
  const copy = Object.assign({}, req.body);
  // ok: injection/prototype-pollution
  settings.theme = copy.theme;
  res.end();
});
