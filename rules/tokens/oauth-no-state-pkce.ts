import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';

const AUTHORIZE = 'https://github.com/login/oauth/authorize';

export function login(req: Request, res: Response) {
  // ruleid: tokens/oauth-no-state-pkce
  res.redirect(`https://accounts.google.com/o/oauth2/v2/auth?client_id=${process.env.CLIENT_ID}&redirect_uri=${REDIRECT}&response_type=code&scope=email`);
}

export function loginParams(req: Request, res: Response) {
  // ruleid: tokens/oauth-no-state-pkce
  const params = new URLSearchParams({ client_id: process.env.CLIENT_ID!, redirect_uri: REDIRECT, response_type: 'code' });
  res.redirect(`${AUTHORIZE}?${params}`);
}

export function loginUrl() {
  const url = new URL(AUTHORIZE);
  url.searchParams.set('client_id', process.env.CLIENT_ID!);
  // ruleid: tokens/oauth-no-state-pkce
  url.searchParams.set('response_type', 'code');
  return url.toString();
}

export function loginConstant(res: Response) {
  // ruleid: tokens/oauth-no-state-pkce
  const params = new URLSearchParams({ client_id: ID, response_type: 'code', state: 'login' });
  res.redirect(`${AUTHORIZE}?${params}`);
}

export function loginState(req: Request, res: Response) {
  const state = randomBytes(16).toString('hex');
  res.cookie('oauth_state', state, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600_000 });
  // ok: tokens/oauth-no-state-pkce
  res.redirect(`https://accounts.google.com/o/oauth2/v2/auth?client_id=${ID}&response_type=code&scope=email&state=${state}`);
}

export function loginParamsState(res: Response, state: string, challenge: string) {
  // ok: tokens/oauth-no-state-pkce
  const params = new URLSearchParams({ client_id: ID, response_type: 'code', state, code_challenge: challenge });
  res.redirect(`${AUTHORIZE}?${params}`);
}

export function loginLater(res: Response, state: string) {
  // ok: tokens/oauth-no-state-pkce
  const params = new URLSearchParams({ client_id: ID, response_type: 'code' });
  params.set('state', state);
  res.redirect(`${AUTHORIZE}?${params}`);
}

export function loginUrlState(state: string) {
  const url = new URL(AUTHORIZE);
  // ok: tokens/oauth-no-state-pkce
  url.searchParams.set('response_type', 'code');
  url.searchParams.set('state', state);
  return url.toString();
}

export function exchange(code: string) {
  // ok: tokens/oauth-no-state-pkce
  return new URLSearchParams({ client_id: ID, grant_type: 'authorization_code', code });
}
