import jwt from 'jsonwebtoken';

export function verify(token: string, publicKey: string) {
  return jwt.verify(token, publicKey, { algorithms: ['RS256'], issuer: 'https://id.example.com', audience: 'api' });
}
