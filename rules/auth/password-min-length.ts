import { z } from 'zod';

// ruleid: auth/password-min-length
const schema = z.object({ email: z.string(), password: z.string().min(6) });
// ok: auth/password-min-length
const better = z.object({ email: z.string(), password: z.string().min(12) });

export function register(password: string, name: string) {
  // ruleid: auth/password-min-length
  if (password.length < 6) throw new Error('too short');
  // ok: auth/password-min-length
  if (password.length < 10) throw new Error('too short');
  // ok: auth/password-min-length
  if (name.length < 3) throw new Error('too short');
  // ok: auth/password-min-length
  return password.length > 0;
}
