import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { OAuthTokenVerifier } from '@modelcontextprotocol/sdk/server/auth/provider.js';

const JWKS = createRemoteJWKSet(new URL('https://idp.example.com/.well-known/jwks.json'));

export class Verifier implements OAuthTokenVerifier {
  async verifyAccessToken(token: string) {
    // ruleid: mcp/audience-not-validated
    const { payload } = await jwtVerify(token, JWKS);
    return { token, clientId: String(payload.client_id), scopes: [] };
  }
}

export const verifier = {
  verifyAccessToken: async (token: string) => {
    // ruleid: mcp/audience-not-validated
    const { payload } = await jwtVerify(token, JWKS, { issuer: 'https://idp.example.com' });
    return { token, clientId: String(payload.client_id), scopes: [] };
  },
};

export async function verifyAccessToken(token: string) {
  // ruleid: mcp/audience-not-validated
  const { payload } = await jwtVerify(token, JWKS, { algorithms: ['RS256'] });
  return { token, clientId: String(payload.client_id), scopes: [] };
}

export class AudienceVerifier implements OAuthTokenVerifier {
  async verifyAccessToken(token: string) {
    // ok: mcp/audience-not-validated
    const { payload } = await jwtVerify(token, JWKS, { issuer: 'https://idp.example.com', audience: RESOURCE_URL });
    return { token, clientId: String(payload.client_id), scopes: [] };
  }
}

export class ComparingVerifier implements OAuthTokenVerifier {
  async verifyAccessToken(token: string) {
    // ok: mcp/audience-not-validated
    const { payload } = await jwtVerify(token, JWKS, { issuer: 'https://idp.example.com' });
    if (payload.aud !== RESOURCE_URL) throw new Error('audience');
    return { token, clientId: String(payload.client_id), scopes: [] };
  }
}

export async function session(token: string, key: Uint8Array) {
  // ok: mcp/audience-not-validated
  return jwtVerify(token, key, { algorithms: ['HS256'] });
}
