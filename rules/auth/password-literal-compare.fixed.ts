import { timingSafeEqual } from 'node:crypto';
import argon2 from 'argon2';
import type { Request, Response } from 'express';
import { db } from './db';

export async function login(req: Request, res: Response) {
  const { email, password } = req.body;
  const user = await db.user.findUnique({ where: { email: String(email) } });
  if (!user || !(await argon2.verify(user.passwordHash, password))) return res.sendStatus(401);
  await new Promise((done) => req.session.regenerate(done));
  req.session.userId = user.id;
  res.sendStatus(204);
}

export function hasAdminKey(req: Request): boolean {
  const sent = Buffer.from(String(req.headers['x-admin-key'] ?? ''));
  const expected = Buffer.from(process.env.ADMIN_KEY!);
  return sent.length === expected.length && timingSafeEqual(sent, expected);
}
