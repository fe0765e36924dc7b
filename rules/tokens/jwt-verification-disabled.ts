import jwt, { type JwtPayload } from 'jsonwebtoken';
import * as jsonwebtoken from 'jsonwebtoken';
import { jwtVerify, UnsecuredJWT, importSPKI } from 'jose';
import { expressjwt } from 'express-jwt';
import { Injectable, UnauthorizedException } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { NextFunction, Request, Response } from 'express';

const JWT_SECRET = process.env.JWT_SECRET!;

export function requireAuth(req: Request, res: Response, next: NextFunction) {
  const token = req.headers.authorization?.split(' ')[1];
  if (!token) return res.status(401).json({ error: 'missing token' });
  try {
    // ruleid: tokens/jwt-verification-disabled
    req.user = jwt.verify(token, JWT_SECRET, { ignoreExpiration: true }) as JwtPayload;
    next();
  } catch {
    res.status(401).json({ error: 'invalid token' });
  }
}

export function requireAuthFixed(req: Request, res: Response, next: NextFunction) {
  const token = req.headers.authorization?.split(' ')[1];
  if (!token) return res.status(401).json({ error: 'missing token' });
  try {
    // ok: tokens/jwt-verification-disabled
    req.user = jwt.verify(token, JWT_SECRET, { algorithms: ['HS256'], ignoreExpiration: false }) as JwtPayload;
    next();
  } catch {
    res.status(401).json({ error: 'invalid token' });
  }
}

export async function readSession(token: string) {
  // ruleid: tokens/jwt-verification-disabled
  return jsonwebtoken.verify(token, JWT_SECRET, { algorithms: ['HS256', 'none'] });
}

export function decodeLoose(token: string) {
  // ruleid: tokens/jwt-verification-disabled
  const claims = jwt.verify(token, '');
  // ruleid: tokens/jwt-verification-disabled
  return claims ?? jwt.verify(token, null as never, { complete: true });
}

export function issue(userId: string) {
  // ruleid: tokens/jwt-verification-disabled
  return jwt.sign({ sub: userId }, JWT_SECRET, { algorithm: 'none' });
}

export const legacyGuard = expressjwt({
  secret: JWT_SECRET,
  // express-jwt passes the list through
  // ruleid: tokens/jwt-verification-disabled
  ...{ algorithms: ['HS256', "None"] },
});

// ok: tokens/jwt-verification-disabled
export const guard = expressjwt({ secret: JWT_SECRET, algorithms: ['HS256'], credentialsRequired: true });

export async function fromJose(token: string, pem: string) {
  // ruleid: tokens/jwt-verification-disabled
  const { payload } = UnsecuredJWT.decode(token);
  // ok: tokens/jwt-verification-disabled
  const checked = await jwtVerify(token, await importSPKI(pem, 'RS256'), { algorithms: ['RS256'], issuer: 'https://id.acme.dev' });
  return { payload, checked };
}

export const guestToken = (claims: Record<string, unknown>) =>
  // ruleid: tokens/jwt-verification-disabled
  new UnsecuredJWT(claims).setIssuedAt().encode();

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor() {
    // ruleid: tokens/jwt-verification-disabled
    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), ignoreExpiration: true, secretOrKey: process.env.JWT_SECRET });
  }

  async validate(payload: { sub: string }) {
    if (!payload.sub) throw new UnauthorizedException();
    return { id: payload.sub };
  }
}

@Injectable()
export class StrictStrategy extends PassportStrategy(Strategy) {
  constructor() {
    // ok: tokens/jwt-verification-disabled
    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), ignoreExpiration: false, secretOrKey: process.env.JWT_SECRET });
  }
}

export class TokenService {
  constructor(private readonly jwtService: { verifyAsync(token: string, options?: object): Promise<JwtPayload> }) {}

  async check(token: string) {
    // ruleid: tokens/jwt-verification-disabled
    return this.jwtService.verifyAsync(token, { secret: JWT_SECRET, ignoreExpiration: true });
  }

  async checkFixed(token: string) {
    // ok: tokens/jwt-verification-disabled
    return this.jwtService.verifyAsync(token, { secret: JWT_SECRET });
  }

  /** Reads the expired access token; the stored session decides. */
  async refreshTokens(accessToken: string, sessions: Map<string, string>) {
    // ok: tokens/jwt-verification-disabled
    const { jti } = jwt.verify(accessToken, JWT_SECRET, { ignoreExpiration: true }) as JwtPayload;
    if (!jti || !sessions.has(jti)) throw new UnauthorizedException();
    return jti;
  }
}

export const displayName = (token: string) => {
  // ok: tokens/jwt-verification-disabled
  const claims = jwt.decode(token) as JwtPayload | null;
  return claims?.name ?? 'guest';
};

const compression = { algorithm: 'gzip' };
// ok: tokens/jwt-verification-disabled
const schema = { display: 'none', algorithms: ['RS256', 'ES256'], ...compression };
export { schema };
