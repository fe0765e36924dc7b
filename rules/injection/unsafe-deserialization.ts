import express from 'express';
import cookieParser from 'cookie-parser';
import fs from 'node:fs';
import serialize from 'node-serialize';
import yaml from 'js-yaml';
import v8 from 'node:v8';
import { z } from 'zod';

const app = express();
app.use(cookieParser());
const Profile = z.object({ name: z.string().max(40), admin: z.literal(false) });

app.get('/profile', (req, res) => {
  const cookie = Buffer.from(req.cookies.profile, 'base64').toString();
  // ruleid: injection/unsafe-deserialization
  const profile = serialize.unserialize(cookie);
  // ok: injection/unsafe-deserialization
  const safe = Profile.parse(JSON.parse(cookie));
  res.json({ profile, safe });
});

app.post('/restore', (req, res) => {
  // ruleid: injection/unsafe-deserialization
  const state = v8.deserialize(req.body);
  // ruleid: injection/unsafe-deserialization
  const object = require('node-serialize').unserialize(req.body.object);
  res.json({ state, object });
});

app.post('/config', (req, res) => {
  // ok: injection/unsafe-deserialization
  const config = yaml.load(req.body.config);
  // ok: injection/unsafe-deserialization
  const checked = yaml.load(req.body.config, { schema: yaml.JSON_SCHEMA });
  // ruleid: injection/unsafe-deserialization
  const full = yaml.load(req.body.config, { schema: yaml.DEFAULT_FULL_SCHEMA });
  res.json({ config, checked, full });
});

export function readState(text: string) {
  // ruleid: injection/unsafe-deserialization
  return serialize.unserialize(text);
}

export async function POST(request: Request) {
  const { session } = await request.json();
  // ruleid: injection/unsafe-deserialization
  return Response.json(serialize.unserialize(session));
}

export function writeState(state: object) {
  // ok: injection/unsafe-deserialization
  return serialize.serialize(state);
}

export function readCache(path: string) {
  // ok: injection/unsafe-deserialization
  return v8.deserialize(fs.readFileSync(path));
}

export function parse(text: string) {
  // ok: injection/unsafe-deserialization
  return JSON.parse(text);
}
