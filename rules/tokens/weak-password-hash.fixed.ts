import argon2 from 'argon2';
import bcrypt from 'bcrypt';
import { db } from './db';

export async function register(email: string, password: string) {
  const passwordHash = await bcrypt.hash(password, 12);
  await db.user.create({ data: { email, passwordHash } });
}

export async function changePassword(id: string, password: string) {
  await db.user.update({ where: { id }, data: { passwordHash: await argon2.hash(password) } });
}
