import jwt from 'jsonwebtoken';

const key = process.env.JWT_SECRET;
if (!key) throw new Error('JWT_SECRET is not set');

export function claimsOf(token: string) {
  return jwt.verify(token, key, { algorithms: ['HS256'] });
}
