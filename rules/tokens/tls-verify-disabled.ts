import axios from 'axios';
import fs from 'node:fs';
import https from 'node:https';
import tls from 'node:tls';
import nodemailer from 'nodemailer';
import { Pool } from 'pg';
import { Agent, fetch as undiciFetch } from 'undici';

// ruleid: tokens/tls-verify-disabled
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
// ruleid: tokens/tls-verify-disabled
process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = 0 as never;
// ok: tokens/tls-verify-disabled
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '1';

if (process.env.NODE_ENV !== 'production') {
  // ok: tokens/tls-verify-disabled
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
}

// ruleid: tokens/tls-verify-disabled
const agent = new https.Agent({ rejectUnauthorized: false });
// ok: tokens/tls-verify-disabled
const trusted = new https.Agent({ ca: fs.readFileSync('/etc/ssl/private-ca.pem'), keepAlive: true });
// ok: tokens/tls-verify-disabled
const strict = new https.Agent({ rejectUnauthorized: true });
// ok: tokens/tls-verify-disabled
const byEnvironment = new https.Agent({ rejectUnauthorized: process.env.NODE_ENV === 'production' });

export async function fetchOrders(token: string) {
  const { data } = await axios.get('https://erp.acme.dev/orders', {
    headers: { authorization: `Bearer ${token}` },
    // ruleid: tokens/tls-verify-disabled
    httpsAgent: new https.Agent({ rejectUnauthorized: false }),
  });
  // ok: tokens/tls-verify-disabled
  const fixed = await axios.get('https://erp.acme.dev/orders', { httpsAgent: trusted });
  return [data, fixed.data, agent, strict, byEnvironment];
}

// ruleid: tokens/tls-verify-disabled
export const mailer = nodemailer.createTransport({ host: 'smtp.acme.dev', port: 465, tls: { rejectUnauthorized: false } });
// ok: tokens/tls-verify-disabled
export const localMailer = nodemailer.createTransport({ host: 'localhost', port: 1025, tls: { rejectUnauthorized: false } });

// ruleid: tokens/tls-verify-disabled
export const viaUndici = (url: string) => undiciFetch(url, { dispatcher: new Agent({ connect: { rejectUnauthorized: false } }) });

export function connect(host: string) {
  const options = {
    host,
    port: 8883,
    // ruleid: tokens/tls-verify-disabled
    ...{ rejectUnauthorized: false },
  };
  // ruleid: tokens/tls-verify-disabled
  return tls.connect({ host, port: 8883, checkServerIdentity: () => undefined }, () => options);
}

// ok: tokens/tls-verify-disabled
export const pool = new Pool({ connectionString: process.env.DATABASE_URL, ssl: { rejectUnauthorized: false } });
// ok: tokens/tls-verify-disabled
export const pinned = tls.connect({ host: 'mq.acme.dev', port: 8883, ca: fs.readFileSync('ca.pem') });
