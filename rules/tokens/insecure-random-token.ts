import crypto, { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { nanoid } from 'nanoid';
import { v1 as uuidv1, v4 as uuidv4 } from 'uuid';
import type { Request, Response } from 'express';

// ruleid: tokens/insecure-random-token
const sessionId = Math.random().toString(36).substring(2);
// ok: tokens/insecure-random-token
const safeSessionId = crypto.randomUUID();

export function generateToken(length = 32): string {
  const chars = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  let result = '';
  for (let i = 0; i < length; i++) {
    result += chars.charAt(Math.floor(Math.random() * chars.length));
  }
  // ruleid: tokens/insecure-random-token
  return result;
}

export function generateTokenFixed(length = 32): string {
  // ok: tokens/insecure-random-token
  return randomBytes(length).toString('hex');
}

export const generateOtp = () => {
  // ruleid: tokens/insecure-random-token
  return Math.floor(100000 + Math.random() * 900000).toString();
};

// ruleid: tokens/insecure-random-token
export const createInviteCode = () => Math.random().toString(36).slice(2, 10).toUpperCase();

export const generateOtpFixed = () => {
  // ok: tokens/insecure-random-token
  return randomInt(100000, 1000000).toString();
};

export async function forgotPassword(req: Request, res: Response) {
  const user = await db.user.findUnique({ where: { email: req.body.email } });
  if (user) {
    // ruleid: tokens/insecure-random-token
    user.resetToken = Math.random().toString(36).slice(2) + Date.now().toString(36);
    user.resetExpires = Date.now() + 3600_000;
    await user.save();
  }
  res.json({ ok: true });
}

export async function invite(req: Request, res: Response) {
  await db.invites.insert({
    email: req.body.email,
    // ruleid: tokens/insecure-random-token
    token: Math.random().toString(16).slice(2),
    // ok: tokens/insecure-random-token
    createdAt: Date.now(),
  });
  const id = randomString(24);
  // ruleid: tokens/insecure-random-token
  const apiKey = `sk_${id}`;
  // ok: tokens/insecure-random-token
  const token = nanoid(32);
  res.json({ apiKey, token });
}

// ruleid: tokens/insecure-random-token
const resetToken = [...Array(30)].map(() => Math.random().toString(36)[2]).join('');
// ruleid: tokens/insecure-random-token
const secretKey = Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('');
// ok: tokens/insecure-random-token
const sparkline = Array.from({ length: 32 }, () => Math.random() * 16);

function randomString(length: number): string {
  let text = '';
  while (text.length < length) text += Math.random().toString(36).slice(2);
  return text.slice(0, length);
}

export class PasswordService {
  generatePassword() {
    const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789!@#';
    let password = '';
    // ruleid: tokens/insecure-random-token
    for (let i = 0; i < 12; i++) password += alphabet[Math.floor(Math.random() * alphabet.length)];
    return password;
  }

  issue(userId: string) {
    // ruleid: tokens/insecure-random-token
    const csrfToken = uuidv1();
    // ok: tokens/insecure-random-token
    const sessionToken = uuidv4();
    // ok: tokens/insecure-random-token
    const nonce = randomUUID();
    return { userId, csrfToken, sessionToken, nonce };
  }
}

export async function withRetry<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (attempt > 3) throw error;
      // ok: tokens/insecure-random-token
      const delay = 2 ** attempt * 100 + Math.random() * 50;
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
}

export function Confetti({ colors }: { colors: string[] }) {
  // ok: tokens/insecure-random-token
  const color = colors[Math.floor(Math.random() * colors.length)];
  // ok: tokens/insecure-random-token
  const key = `confetti-${Math.random()}`;
  return { color, key, left: `${Math.random() * 100}%` };
}

export function pick(apiKeys: string[]) {
  // ok: tokens/insecure-random-token
  const apiKey = apiKeys[Math.floor(Math.random() * apiKeys.length)];
  return apiKey;
}

export async function csrf() {
  // ok: tokens/insecure-random-token
  const token = await fetch(`/csrf?_=${Math.random()}`).then((response) => response.text());
  // ok: tokens/insecure-random-token
  const sampled = Math.random() < 0.1 ? token : null;
  return sampled;
}

// ok: tokens/insecure-random-token
const shuffled = [3, 1, 2].sort(() => Math.random() - 0.5);
export { resetToken, safeSessionId, secretKey, sessionId, shuffled, sparkline };

function resetToken(email) {
  // ruleid: tokens/insecure-random-token
  return Buffer.from(email + ':' + Date.now() + ':' + Math.random()).toString('base64');
}

function countTokens(text) {
  // ok: tokens/insecure-random-token
  return text.split(' ').length;
}

function issue(state: State, user: User) {
  user = state.update(user.id, { lastRefreshAt: Date.now().toString() });
  // ok: tokens/insecure-random-token
  const idToken = generateJwt(user, { projectId: state.projectId });
  return idToken;
}
