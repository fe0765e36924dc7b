import argon2 from 'argon2';
import bcrypt from 'bcrypt';
import CryptoJS from 'crypto-js';
import md5 from 'md5';
import crypto, { createHash, createHmac, randomBytes, scryptSync } from 'node:crypto';
import * as nodeCrypto from 'crypto';
import type { Request, Response } from 'express';

export async function register(req: Request, res: Response) {
  const { email, password } = req.body;
  // ruleid: tokens/weak-password-hash
  const hashed = crypto.createHash('sha256').update(password).digest('hex');
  await db.users.insert({ email, password: hashed });
  res.status(201).json({ email });
}

export async function registerFixed(req: Request, res: Response) {
  const { email, password } = req.body;
  // ok: tokens/weak-password-hash
  const hashed = await bcrypt.hash(password, 12);
  await db.users.insert({ email, password: hashed });
  res.status(201).json({ email });
}

export class UserService {
  private readonly salt = randomBytes(16).toString('hex');

  hashPassword(plainPassword: string): string {
    // ruleid: tokens/weak-password-hash
    return createHash('md5').update(this.salt + plainPassword).digest('hex');
  }

  async create(dto: { email: string; password: string }) {
    // ruleid: tokens/weak-password-hash
    const password = nodeCrypto.createHash('sha1').update(dto.password, 'utf8').digest('base64');
    return this.repo.save({ ...dto, password });
  }

  async createFixed(dto: { email: string; password: string }) {
    // ok: tokens/weak-password-hash
    return this.repo.save({ ...dto, password: await argon2.hash(dto.password) });
  }

  check(user: { passwordHash: string }, password: string) {
    const hash = crypto.createHash('sha512');
    // ruleid: tokens/weak-password-hash
    hash.update(`${this.salt}:${password}`);
    return hash.digest('hex') === user.passwordHash;
  }

  derive(password: string) {
    // ok: tokens/weak-password-hash
    return scryptSync(password, this.salt, 64).toString('hex');
  }
}

export const withPepper = (password: string) =>
  // ruleid: tokens/weak-password-hash
  createHmac('sha256', process.env.PEPPER!).update(password).digest('hex');

// ruleid: tokens/weak-password-hash
export const short = (pw: string) => crypto.createHash('sha256').update(pw).digest('hex');

export function mixed(password: string, salt: string) {
  const input = password + salt;
  // ruleid: tokens/weak-password-hash
  return createHash('sha256').update(input).digest('hex');
}

export async function inBrowser(password: string) {
  // ruleid: tokens/weak-password-hash
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(password));
  // ruleid: tokens/weak-password-hash
  const legacy = CryptoJS.MD5(password).toString();
  // ruleid: tokens/weak-password-hash
  return [digest, legacy, md5(password)];
}

export async function prehash(password: string) {
  // ok: tokens/weak-password-hash
  return bcrypt.hash(createHash('sha256').update(password).digest('base64'), 12);
}

export async function isLeaked(password: string) {
  // ok: tokens/weak-password-hash
  const sha1 = createHash('sha1').update(password).digest('hex').toUpperCase();
  const response = await fetch(`https://api.pwnedpasswords.com/range/${sha1.slice(0, 5)}`);
  return (await response.text()).includes(sha1.slice(5));
}

export function other(body: string, token: string, passwordResetToken: string) {
  // ok: tokens/weak-password-hash
  const etag = createHash('sha1').update(body).digest('base64');
  // ok: tokens/weak-password-hash
  const stored = createHash('sha256').update(token).digest('hex');
  // ok: tokens/weak-password-hash
  const reset = createHash('sha256').update(passwordResetToken).digest('hex');
  // ok: tokens/weak-password-hash
  const purpose = createHash('sha256').update('reset password').digest('hex');
  // ok: tokens/weak-password-hash
  const avatar = `https://gravatar.com/avatar/${md5('user@example.com')}`;
  return { etag, stored, reset, purpose, avatar };
}
