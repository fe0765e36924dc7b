import jwt from 'jsonwebtoken';

export function verifyAny(token: string, key: string) {
  const header = JSON.parse(Buffer.from(token.split('.')[0], 'base64url').toString());
  // ruleid: tokens/jwt-alg-unpinned
  return jwt.verify(token, key, { algorithms: [header.alg] });
}

export function verifyBoth(token: string, key: string) {
  // ruleid: tokens/jwt-alg-unpinned
  return jwt.verify(token, key, { algorithms: ['HS256', 'RS256'] });
}

export function verifyPublic(token: string, publicKey: string) {
  // ruleid: tokens/jwt-alg-unpinned
  return jwt.verify(token, publicKey);
}

export function verifyOne(token: string, publicKey: string) {
  // ok: tokens/jwt-alg-unpinned
  return jwt.verify(token, publicKey, { algorithms: ['RS256'] });
}

export function verifyFamily(token: string, publicKey: string) {
  // ok: tokens/jwt-alg-unpinned
  return jwt.verify(token, publicKey, { algorithms: ['RS256', 'ES256'] });
}

export function verifySecret(token: string) {
  // ok: tokens/jwt-alg-unpinned
  return jwt.verify(token, process.env.JWT_SECRET!, { algorithms: ['HS256'] });
}
