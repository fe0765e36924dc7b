import bcrypt from 'bcrypt';
import express from 'express';
import rateLimit from 'express-rate-limit';
import { z } from 'zod';
import { User } from './models';

const router = express.Router();
const limiter = rateLimit({ windowMs: 60_000, limit: 10 });

router.post('/login', limiter, async (req, res) => {
  const user = await User.findOne({ email: String(req.body.email) });
  if (!user || !(await bcrypt.compare(String(req.body.password), user.passwordHash))) return res.status(401).end();
  res.json({ id: user.id });
});

router.post('/exists', limiter, async (req, res) => {
  const email = z.string().email().parse(req.body.email);
  res.json({ exists: (await User.countDocuments({ email })) > 0 });
});

export default router;
