import fastifyCors from '@fastify/cors';
import cors, { type CorsOptions } from 'cors';
import express, { type NextFunction, type Request, type Response } from 'express';
import Fastify from 'fastify';
import { Hono } from 'hono';
import { cors as honoCors } from 'hono/cors';
import { NestFactory } from '@nestjs/core';
import { Server } from 'socket.io';

const app = express();
const allowedOrigins = (process.env.ALLOWED_ORIGINS ?? 'https://app.acme.dev').split(',');

// ruleid: api/cors-reflect-credentials
app.use(cors({ origin: true, credentials: true }));
// ruleid: api/cors-reflect-credentials
app.use(cors({ origin: '*', credentials: true, methods: ['GET', 'POST'] }));
// ruleid: api/cors-reflect-credentials
app.use(cors({ origin: (origin, callback) => callback(null, true), credentials: true }));
app.use(
  // ruleid: api/cors-reflect-credentials
  cors({
    origin: function (origin, callback) {
      callback(null, true);
    },
    credentials: true,
  }),
);
// ok: api/cors-reflect-credentials
app.use(cors({ origin: ['https://app.acme.dev'], credentials: true }));
// ok: api/cors-reflect-credentials
app.use(cors({ origin: allowedOrigins, credentials: true }));
// ok: api/cors-reflect-credentials
app.use(cors({ origin: '*' }));
// ok: api/cors-reflect-credentials
app.use(cors());
app.use(
  // ok: api/cors-reflect-credentials
  cors({
    origin: (origin, callback) => {
      if (!origin || allowedOrigins.includes(origin)) callback(null, true);
      else callback(new Error('origin not allowed'));
    },
    credentials: true,
  }),
);

// ruleid: api/cors-reflect-credentials
const corsOptions: CorsOptions = { origin: true, credentials: true, maxAge: 600 };

if (process.env.NODE_ENV === 'development') {
  // ok: api/cors-reflect-credentials
  app.use(cors({ origin: true, credentials: true }));
}

export async function bootstrap() {
  const nest = await NestFactory.create(AppModule);
  // ruleid: api/cors-reflect-credentials
  nest.enableCors({ origin: true, credentials: true });
  // ok: api/cors-reflect-credentials
  nest.enableCors({ origin: process.env.FRONTEND_URL, credentials: true });
  await nest.listen(3000);
}

const fastify = Fastify();
// ruleid: api/cors-reflect-credentials
await fastify.register(fastifyCors, { origin: (origin, cb) => { cb(null, true); }, credentials: true });
// ok: api/cors-reflect-credentials
await fastify.register(fastifyCors, { origin: /\.acme\.dev$/, credentials: true });

const hono = new Hono();
// ruleid: api/cors-reflect-credentials
hono.use('/api/*', honoCors({ origin: (origin) => origin, credentials: true }));
// ok: api/cors-reflect-credentials
hono.use('/api/*', honoCors({ origin: (origin) => (origin.endsWith('.acme.dev') ? origin : 'https://acme.dev'), credentials: true }));

export function allowAnyOrigin(req: Request, res: Response, next: NextFunction) {
  // ruleid: api/cors-reflect-credentials
  res.setHeader('Access-Control-Allow-Origin', req.headers.origin || '*');
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  next();
}

export function allowEcho(req: Request, res: Response, next: NextFunction) {
  const origin = req.get('origin');
  res.header('Access-Control-Allow-Credentials', 'true');
  // ruleid: api/cors-reflect-credentials
  res.header('Access-Control-Allow-Origin', origin);
  next();
}

export function allowListed(req: Request, res: Response, next: NextFunction) {
  const origin = req.headers.origin;
  if (origin && allowedOrigins.includes(origin)) {
    // ok: api/cors-reflect-credentials
    res.setHeader('Access-Control-Allow-Origin', origin);
    res.setHeader('Access-Control-Allow-Credentials', 'true');
  }
  next();
}

export function allowListedEarly(req: Request, res: Response, next: NextFunction) {
  const origin = req.headers.origin;
  if (!origin || !allowedOrigins.includes(origin)) return next();
  // ok: api/cors-reflect-credentials
  res.setHeader('Access-Control-Allow-Origin', origin);
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  next();
}

export function publicRead(_req: Request, res: Response) {
  // ok: api/cors-reflect-credentials
  res.setHeader('Access-Control-Allow-Origin', '*');
  res.json({ ok: true });
}

// ruleid: api/cors-reflect-credentials
export const io = new Server(3001, { cors: { origin: '*', credentials: true } });
// ok: api/cors-reflect-credentials
export const ioFixed = new Server(3001, { cors: { origin: 'https://app.acme.dev', credentials: true } });
export { corsOptions };
