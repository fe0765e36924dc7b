import bcrypt from 'bcrypt';
import cookieParser from 'cookie-parser';
import express from 'express';
import { expressjwt } from 'express-jwt';
import session from 'express-session';
import fastifyJwt from '@fastify/jwt';
import Fastify from 'fastify';
import fs from 'node:fs';
import { getIronSession } from 'iron-session';
import { jwtVerify, SignJWT } from 'jose';
import jwt from 'jsonwebtoken';
import { JwtModule, type JwtService } from '@nestjs/jwt';
import { Module } from '@nestjs/common';
import NextAuth from 'next-auth';

const app = express();
const fastify = Fastify();

const JWT_SECRET = 'super-secret-key-change-in-production';
const ACCESS_SECRET = process.env.ACCESS_SECRET;
if (!ACCESS_SECRET) throw new Error('ACCESS_SECRET is not set');
// ruleid: tokens/jwt-hardcoded-secret
const SIGNING = process.env.SIGNING || 'dev-signing';
// ruleid: tokens/jwt-hardcoded-secret
export const jwtSecret = process.env.JWT_SECRET ?? 'changeme';

app.post('/login', async (req, res) => {
  const { email, password } = req.body;
  const user = await db.user.findUnique({ where: { email } });
  if (!user || !(await bcrypt.compare(password, user.passwordHash))) return res.status(401).json({ error: 'bad credentials' });
  // ruleid: tokens/jwt-hardcoded-secret
  const token = jwt.sign({ sub: user.id, role: user.role }, JWT_SECRET, { expiresIn: '1h' });
  // ruleid: tokens/jwt-hardcoded-secret
  const refreshToken = jwt.sign({ sub: user.id }, 'refresh-secret', { expiresIn: '30d' });
  // ok: tokens/jwt-hardcoded-secret
  const accessToken = jwt.sign({ sub: user.id }, ACCESS_SECRET, { expiresIn: '5m' });
  res.json({ token, refreshToken, accessToken, other: jwt.sign({}, SIGNING) });
});

export function requireAuth(req, res, next) {
  const token = req.headers.authorization?.split(' ')[1];
  try {
    // ruleid: tokens/jwt-hardcoded-secret
    req.user = jwt.verify(token, `your-256-bit-secret`);
    next();
  } catch {
    res.sendStatus(401);
  }
}

export function verifyInline(token: string) {
  // ruleid: tokens/jwt-hardcoded-secret
  return jwt.verify(token, process.env.JWT_SECRET || 'secret', { algorithms: ['HS256'] });
}

export function verifyFixed(token: string) {
  const secret = process.env.JWT_SECRET;
  if (!secret) throw new Error('JWT_SECRET is not set');
  // ok: tokens/jwt-hardcoded-secret
  return jwt.verify(token, secret, { algorithms: ['HS256'] });
}

// ok: tokens/jwt-hardcoded-secret
export const verifyWithFile = (token: string) => jwt.verify(token, fs.readFileSync('/run/secrets/jwt.pub'), { algorithms: ['RS256'] });

const PUBLIC_KEY = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
-----END PUBLIC KEY-----`;
// ok: tokens/jwt-hardcoded-secret
export const verifyEs256 = (token: string) => jwt.verify(token, PUBLIC_KEY, { algorithms: ['ES256'] });

// ruleid: tokens/jwt-hardcoded-secret
app.use(session({ secret: 'keyboard cat', resave: false, saveUninitialized: true }));
// ok: tokens/jwt-hardcoded-secret
app.use(session({ secret: process.env.SESSION_SECRET!, resave: false, saveUninitialized: false }));
// ruleid: tokens/jwt-hardcoded-secret
app.use(cookieParser('cookie-secret'));
// ok: tokens/jwt-hardcoded-secret
app.use(cookieParser());
// ruleid: tokens/jwt-hardcoded-secret
app.use(expressjwt({ secret: 'shhhhhhared-secret', algorithms: ['HS256'] }));
// ok: tokens/jwt-hardcoded-secret
app.use(expressjwt({ secret: jwks.expressJwtSecret({ jwksUri: 'https://id.acme.dev/jwks' }), algorithms: ['RS256'] }));

// ruleid: tokens/jwt-hardcoded-secret
await fastify.register(fastifyJwt, { secret: 'supersecret' });
// ok: tokens/jwt-hardcoded-secret
await fastify.register(fastifyJwt, { secret: process.env.JWT_SECRET! });

// ruleid: tokens/jwt-hardcoded-secret
const secretKey = new TextEncoder().encode('my-jose-secret');
const encodedKey = new TextEncoder().encode(process.env.SESSION_SECRET);

export async function createSession(userId: string) {
  // ok: tokens/jwt-hardcoded-secret
  return new SignJWT({ userId }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('7d').sign(encodedKey);
}

export async function readSession(token: string) {
  // ruleid: tokens/jwt-hardcoded-secret
  const { payload } = await jwtVerify(token, new TextEncoder().encode('my-jose-secret'), { algorithms: ['HS256'] });
  return payload;
}

@Module({
  imports: [
    // ruleid: tokens/jwt-hardcoded-secret
    JwtModule.register({ secret: 'nest-secret', signOptions: { expiresIn: '60s' } }),
    // ok: tokens/jwt-hardcoded-secret
    JwtModule.registerAsync({ useFactory: (config) => ({ secret: config.getOrThrow('JWT_SECRET') }) }),
  ],
})
export class AuthModule {}

export class AuthService {
  constructor(private readonly jwtService: JwtService) {}

  async issue(userId: string) {
    // ruleid: tokens/jwt-hardcoded-secret
    const access = await this.jwtService.signAsync({ sub: userId }, { secret: 'at-secret', expiresIn: '15m' });
    // ok: tokens/jwt-hardcoded-secret
    const refresh = await this.jwtService.signAsync({ sub: userId }, { secret: this.config.rtSecret, expiresIn: '7d' });
    return { access, refresh };
  }
}

// ruleid: tokens/jwt-hardcoded-secret
export const { handlers, auth } = NextAuth({ providers: [], secret: 'nextauth-secret' });

export async function ironSession(cookies) {
  // ruleid: tokens/jwt-hardcoded-secret
  return getIronSession(cookies, { cookieName: 'app', password: 'complex_password_at_least_32_characters_long' });
}

export class TokenService {
  private readonly secret = 'token-service-secret';
  private readonly issuer = 'orders';
  private readonly key = process.env.TOKEN_KEY!;

  issue(userId: string) {
    // ruleid: tokens/jwt-hardcoded-secret
    return jwt.sign({ sub: userId, iss: this.issuer }, this.secret);
  }

  issueFixed(userId: string) {
    // ok: tokens/jwt-hardcoded-secret
    return jwt.sign({ sub: userId, iss: this.issuer }, this.key);
  }
}

const settings = { jwtSecret: 'settings-secret', expiresIn: '1h', keyFromEnv: process.env.JWT_KEY! };
// ruleid: tokens/jwt-hardcoded-secret
export const fromSettings = (claims: object) => jwt.sign(claims, settings.jwtSecret, { expiresIn: settings.expiresIn });
// ok: tokens/jwt-hardcoded-secret
export const fromSettingsFixed = (claims: object) => jwt.sign(claims, settings.keyFromEnv, { expiresIn: settings.expiresIn });

// ok: tokens/jwt-hardcoded-secret
const greeting = process.env.GREETING || 'hello';
// ok: tokens/jwt-hardcoded-secret
const text = new TextEncoder().encode('plain text');
// ok: tokens/jwt-hardcoded-secret
await fastify.register(users, { prefix: '/users' });
export { greeting, text };
