import { createHash, randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { exchange } from './oauth';

export function login(req: Request, res: Response) {
  const state = randomBytes(16).toString('hex');
  const verifier = randomBytes(32).toString('base64url');
  const flags = { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600_000 } as const;
  res.cookie('oauth_state', state, flags);
  res.cookie('oauth_verifier', verifier, flags);
  const params = new URLSearchParams({
    client_id: process.env.CLIENT_ID!,
    redirect_uri: 'https://app.example.com/callback',
    response_type: 'code',
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  res.redirect(`https://id.example.com/authorize?${params}`);
}

export async function callback(req: Request, res: Response) {
  if (!req.query.state || req.query.state !== req.cookies.oauth_state) return res.sendStatus(400);
  req.session.user = await exchange(String(req.query.code), req.cookies.oauth_verifier);
  res.redirect('/');
}
