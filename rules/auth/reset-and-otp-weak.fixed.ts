import { createHash, randomBytes } from 'node:crypto';
import express from 'express';
import rateLimit from 'express-rate-limit';
import { db } from './db';
import { sendMail } from './mail';

const router = express.Router();

router.post('/forgot-password', rateLimit({ windowMs: 60_000, limit: 5 }), async (req, res) => {
  const user = await db.user.findUnique({ where: { email: String(req.body.email) } });
  if (user) {
    const token = randomBytes(32).toString('hex');
    await db.passwordReset.create({
      data: { userId: user.id, tokenHash: createHash('sha256').update(token).digest('hex'), expiresAt: new Date(Date.now() + 15 * 60_000) },
    });
    await sendMail(user.email, `https://app.example.com/reset#${token}`);
  }
  res.json({ message: 'If the address is known, a letter is on its way.' });
});

export default router;
