import jwt from 'jsonwebtoken';

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error('JWT_SECRET is not set');

export const sign = (id: string) => jwt.sign({ sub: id }, secret, { algorithm: 'HS256', expiresIn: '15m', audience: 'api' });
export const read = (token: string) => jwt.verify(token, secret, { algorithms: ['HS256'], audience: 'api' });
