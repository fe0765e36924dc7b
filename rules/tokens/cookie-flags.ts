import cookieSession from 'cookie-session';
import { parse, serialize } from 'cookie';
import express, { type Request, type Response } from 'express';
import session from 'express-session';
import Fastify from 'fastify';
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import Cookies from 'js-cookie';
import { cookies } from 'next/headers';
import { NextResponse } from 'next/server';

const app = express();
const fastify = Fastify();
const hono = new Hono();
const REFRESH_COOKIE = 'refresh_token';

app.post('/login', async (req: Request, res: Response) => {
  const { token, refreshToken } = await login(req.body);
  // ruleid: tokens/cookie-flags
  res.cookie('token', token);
  // ruleid: tokens/cookie-flags
  res.cookie('access_token', token, { maxAge: 3600_000, sameSite: 'lax' });
  // ruleid: tokens/cookie-flags
  res.cookie(REFRESH_COOKIE, refreshToken, {
    httpOnly: false,
    secure: true,
  });
  // ruleid: tokens/cookie-flags
  res.cookie('sessionId', refreshToken, { httpOnly: true, secure: false, sameSite: 'strict' });
  // ruleid: tokens/cookie-flags
  res.cookie('jwt', token, { httpOnly: true, maxAge: 86_400_000 });
  // ok: tokens/cookie-flags
  res.cookie('token', token, { httpOnly: true, secure: process.env.NODE_ENV === 'production', sameSite: 'lax' });
  // ok: tokens/cookie-flags
  res.cookie('refresh_token', refreshToken, { ...cookieDefaults, maxAge: 7 * 86_400_000 });
  // ok: tokens/cookie-flags
  res.cookie('refresh_token', refreshToken, cookieDefaults);
  // ok: tokens/cookie-flags
  res.cookie('theme', 'dark');
  // ok: tokens/cookie-flags
  res.cookie('XSRF-TOKEN', req.csrfToken(), { secure: true });
  // ok: tokens/cookie-flags
  res.cookie('__Host-session', token, { httpOnly: true, secure: true, path: '/', sameSite: 'lax' });
  res.json({ ok: true });
});

app.post('/logout', (req, res) => {
  // ok: tokens/cookie-flags
  res.cookie('token', '', { maxAge: 0 });
  // ok: tokens/cookie-flags
  res.cookie('session', 'deleted', { expires: new Date(0) });
  // ok: tokens/cookie-flags
  res.clearCookie('token');
  res.sendStatus(204);
});

fastify.post('/session', async (request, reply) => {
  const { token } = await login(request.body);
  // ruleid: tokens/cookie-flags
  reply.setCookie('session', token, { path: '/' });
  // ok: tokens/cookie-flags
  reply.setCookie('session', token, { path: '/', httpOnly: true, secure: true, sameSite: 'lax' });
  return { ok: true };
});

hono.post('/session', async (c) => {
  const { token } = await login(await c.req.json());
  // ruleid: tokens/cookie-flags
  setCookie(c, 'auth_token', token, { path: '/', maxAge: 3600 });
  // ok: tokens/cookie-flags
  setCookie(c, 'auth_token', token, { path: '/', httpOnly: true, secure: true });
  // ok: tokens/cookie-flags
  setCookie(c, 'locale', 'en', { path: '/' });
  return c.json({ ok: true });
});

export async function signIn(form: FormData) {
  const { token } = await login(form);
  const cookieStore = await cookies();
  // ruleid: tokens/cookie-flags
  cookieStore.set('session', token, { path: '/', secure: true });
  // ruleid: tokens/cookie-flags
  (await cookies()).set('session', token);
  // ok: tokens/cookie-flags
  cookieStore.set('session', token, { httpOnly: true, secure: true, path: '/' });
}

export async function POST(request: Request) {
  const { token } = await login(await request.json());
  const response = NextResponse.json({ ok: true });
  // ruleid: tokens/cookie-flags
  response.cookies.set({ name: 'token', value: token, path: '/', maxAge: 3600 });
  // ok: tokens/cookie-flags
  response.cookies.set({ name: 'token', value: token, httpOnly: true, secure: true, path: '/' });
  return response;
}

export function koa(ctx: { cookies: { set(name: string, value: string, options?: object): void } }, token: string) {
  // ok: tokens/cookie-flags
  ctx.cookies.set('session', token);
  // ruleid: tokens/cookie-flags
  ctx.cookies.set('session', token, { httpOnly: false });
}

export function rawHeader(res: Response, token: string) {
  // ruleid: tokens/cookie-flags
  res.setHeader('Set-Cookie', `session=${token}; Path=/; Max-Age=3600`);
  // ok: tokens/cookie-flags
  res.setHeader('Set-Cookie', `session=${token}; Path=/; HttpOnly; Secure; SameSite=Lax`);
  // ruleid: tokens/cookie-flags
  res.setHeader('Set-Cookie', serialize('auth', token, { path: '/' }));
  // ok: tokens/cookie-flags
  res.setHeader('Set-Cookie', serialize('auth', token, { httpOnly: true, secure: true, path: '/' }));
}

export function rememberInBrowser(token: string) {
  // ruleid: tokens/cookie-flags
  document.cookie = `token=${token}; path=/; max-age=86400`;
  // ruleid: tokens/cookie-flags
  Cookies.set('access_token', token, { expires: 7 });
  // ok: tokens/cookie-flags
  document.cookie = `sidebar=${token ? 'open' : 'closed'}; path=/`;
  // ok: tokens/cookie-flags
  document.cookie = 'token=; path=/; max-age=0';
  // ok: tokens/cookie-flags
  Cookies.set('theme', 'dark', { expires: 365 });
  return parse(document.cookie);
}

// ruleid: tokens/cookie-flags
app.use(session({ secret: process.env.SESSION_SECRET!, resave: false, cookie: { secure: false, maxAge: 60_000 } }));
// ok: tokens/cookie-flags
app.use(session({ secret: process.env.SESSION_SECRET!, resave: false, cookie: { httpOnly: true, secure: true, sameSite: 'lax' } }));
// ruleid: tokens/cookie-flags
app.use(cookieSession({ name: 'session', keys: [process.env.KEY!], httpOnly: false }));
// ok: tokens/cookie-flags
app.use(cookieSession({ name: 'session', keys: [process.env.KEY!], secure: process.env.NODE_ENV === 'production' }));
