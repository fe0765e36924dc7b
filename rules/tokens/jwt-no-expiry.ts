import jwt from 'jsonwebtoken';
import { SignJWT } from 'jose';

export function sign(user: any) {
  // ruleid: tokens/jwt-no-expiry
  return jwt.sign({ id: user.id }, process.env.JWT_SECRET!);
}

export function signWith(user: any) {
  // ruleid: tokens/jwt-no-expiry
  return jwt.sign({ id: user.id, role: user.role }, process.env.JWT_SECRET!, { algorithm: 'HS256' });
}

export async function signJose(user: any, key: Uint8Array) {
  // ruleid: tokens/jwt-no-expiry
  return new SignJWT({ sub: user.id }).setProtectedHeader({ alg: 'HS256' }).sign(key);
}

export function signShort(user: any) {
  // ok: tokens/jwt-no-expiry
  return jwt.sign({ id: user.id }, process.env.JWT_SECRET!, { expiresIn: '15m' });
}

export async function signJoseShort(user: any, key: Uint8Array) {
  // ok: tokens/jwt-no-expiry
  return new SignJWT({ sub: user.id }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('15m').sign(key);
}

export function signPayload(payload: object) {
  // ok: tokens/jwt-no-expiry
  return jwt.sign(payload, process.env.JWT_SECRET!);
}

export async function seal(state: object, secret: string) {
  // ok: tokens/jwt-no-expiry
  return jwt.encode({ token: state, secret, maxAge: 900 });
}
