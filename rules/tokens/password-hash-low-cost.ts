import bcrypt from 'bcrypt';
import crypto from 'node:crypto';

const ROUNDS = 5;

export async function register(password: string) {
  // ruleid: tokens/password-hash-low-cost
  return bcrypt.hash(password, 4);
}

export function registerSync(password: string) {
  // ruleid: tokens/password-hash-low-cost
  return bcrypt.hashSync(password, ROUNDS);
}

export function derive(password: string, salt: Buffer) {
  // ruleid: tokens/password-hash-low-cost
  return crypto.pbkdf2Sync(password, salt, 1000, 64, 'sha512');
}

export async function registerWell(password: string) {
  // ok: tokens/password-hash-low-cost
  return bcrypt.hash(password, 12);
}

export function deriveWell(password: string, salt: Buffer) {
  // ok: tokens/password-hash-low-cost
  return crypto.pbkdf2Sync(password, salt, 600_000, 64, 'sha512');
}

export function expand(masterKey: Buffer, salt: Buffer) {
  // ok: tokens/password-hash-low-cost
  return crypto.pbkdf2Sync(masterKey, salt, 1, 32, 'sha256');
}
