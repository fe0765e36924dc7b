import type { OAuthTokenVerifier } from '@modelcontextprotocol/sdk/server/auth/provider.js';
import { createRemoteJWKSet, jwtVerify } from 'jose';

const ISSUER = 'https://id.example.com';
const RESOURCE_URL = 'https://mcp.example.com/mcp';
const JWKS = createRemoteJWKSet(new URL('https://id.example.com/.well-known/jwks.json'));

export class Verifier implements OAuthTokenVerifier {
  async verifyAccessToken(token: string) {
    const { payload } = await jwtVerify(token, JWKS, { issuer: ISSUER, audience: RESOURCE_URL });
    return { token, clientId: String(payload.client_id), scopes: String(payload.scope ?? '').split(' ') };
  }
}
