import { createRemoteJWKSet, jwtVerify } from 'jose';

const keys = createRemoteJWKSet(new URL('https://issuer.example.com/.well-known/jwks.json'));

export async function bad(token: string) {
  // ruleid: tokens/jwt-no-audience
  const { payload } = await jwtVerify(token, keys);
  return payload;
}

export async function issuerOnly(token: string) {
  // ruleid: tokens/jwt-no-audience
  const { payload } = await jwtVerify(token, keys, { issuer: 'https://issuer.example.com/' });
  return payload;
}

export async function good(token: string) {
  // ok: tokens/jwt-no-audience
  const { payload } = await jwtVerify(token, keys, { issuer: 'https://issuer.example.com/', audience: 'orders' });
  return payload;
}

export async function own(token: string, secret: Uint8Array) {
  // ok: tokens/jwt-no-audience
  return await jwtVerify(token, secret);
}
