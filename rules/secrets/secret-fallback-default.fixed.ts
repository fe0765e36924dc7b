import jwt from 'jsonwebtoken';
import { z } from 'zod';

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error('JWT_SECRET is not set');

const env = z.object({ PORT: z.coerce.number().default(3000), SESSION_SECRET: z.string().min(32) }).parse(process.env);

export const sign = (id: string): string => jwt.sign({ sub: id }, secret, { algorithm: 'HS256', expiresIn: '15m' });
export const { SESSION_SECRET } = env;
