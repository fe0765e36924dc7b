import cookieParser from 'cookie-parser';
import express from 'express';
import yaml from 'js-yaml';
import { z } from 'zod';
import { requireAuth } from './auth';

const app = express();
app.use(cookieParser(process.env.COOKIE_SECRET));
app.use(requireAuth);
const Profile = z.object({ name: z.string().max(40), theme: z.enum(['light', 'dark']) });

app.get('/profile', (req, res) => {
  const profile = Profile.parse(JSON.parse(Buffer.from(req.signedCookies.profile, 'base64').toString()));
  res.json(profile);
});

app.post('/config', (req, res) => {
  res.json(Profile.parse(yaml.load(String(req.body.config))));
});
